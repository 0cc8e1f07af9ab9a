"""Draws .readme/gallery.png anew: a page of each kind of document, side by side.

Run it after `make`, from the top of the repository:  make gallery
It needs pdftoppm (the package poppler-utils).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pypdf
from PIL import Image, ImageDraw, ImageFont

from exporter import fonts

OUTPUT = Path("output")
SHOWN = (
    ("A guide", "co-production-guide", "standard", ""),
    ("A report", "value-of-co-production", "standard", ""),
    ("Charts from data", "value-of-co-production", "standard", "Figure 2:"),
    ("Its easy read", "value-of-co-production", "easy-read", "3. The headlines"),
    ("A leaflet", "what-co-production-means", "standard", ""),
    ("A notice", "measuring-success", "standard", ""),
    ("News to hang up", "launch-of-the-web-page", "standard", ""),
)
"""What is written above the page, the document, its edition, and words of the page if it is not the
first. The contents have such words too: of several pages it is the last."""
COLUMNS, WIDTH, GAP, ABOVE = 4, 340, 26, 46
GROUND, LINE, INK = "#e9eef0", "#9aa3ab", "#1f2933"


def page_of(file: Path, words: str) -> int:
    """The page that has these words, counted from 1."""
    if not words:
        return 1
    pages = pypdf.PdfReader(file).pages
    found = [n for n, page in enumerate(pages, 1) if words in (page.extract_text() or "")]
    headed = [n for n in found if pages[n - 1].extract_text().lstrip().startswith(words)]
    if not found:
        raise SystemExit(f"{file} has no page with “{words}”")
    return (headed or found)[-1]


def drawn(file: Path, words: str = "") -> Image.Image:
    """The page as a picture."""
    page = str(page_of(file, words))
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", "90", "-f", page, "-l", page, "-png", "-singlefile"]
        subprocess.run([*command, str(file), f"{folder}/page"], check=True)
        picture = Image.open(f"{folder}/page.png").convert("RGB")
        height = round(picture.height * WIDTH / picture.width)
        return picture.resize((WIDTH, height), Image.Resampling.LANCZOS)


def letter() -> Image.Image:
    """The letter that a beginner gets: it is no example of its own."""
    exporter = str(Path(sys.executable).with_name("exporter"))
    with tempfile.TemporaryDirectory() as folder:
        publisher = ["--publisher", "The Working Together Project"]
        begin = [exporter, "init", "our-letter", "--template", "letter", *publisher]
        subprocess.run(begin, cwd=folder, check=True, capture_output=True)
        here = Path(folder) / "our-letter"
        build = [exporter, "build", "--format", "pdf", "--edition", "standard"]
        subprocess.run(build, cwd=here, check=True, capture_output=True)
        return drawn(next(here.glob("output/*/*-standard.pdf")))


def main() -> None:
    pages = [
        (title, drawn(OUTPUT / name / f"{name}-{edition}.pdf", words))
        for title, name, edition, words in SHOWN
    ]
    pages.append(("A letter", letter()))
    height = max(page.height for _, page in pages)
    rows = -(-len(pages) // COLUMNS)
    size = (COLUMNS * (WIDTH + GAP) + GAP, rows * (height + ABOVE) + GAP)
    sheet = Image.new("RGB", size, GROUND)
    pen = ImageDraw.Draw(sheet)
    face = ImageFont.truetype(str(fonts.path(fonts.DEFAULT_FAMILY, "bold")), 20)
    for place, (title, page) in enumerate(pages):
        left = GAP + place % COLUMNS * (WIDTH + GAP)
        top = ABOVE + place // COLUMNS * (height + ABOVE)
        pen.text((left, top - 32), title, font=face, fill=INK)
        sheet.paste(page, (left, top))
        pen.rectangle((left - 1, top - 1, left + WIDTH, top + page.height), outline=LINE)
    sheet.quantize(96, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        Path(".readme/gallery.png"), optimize=True
    )


if __name__ == "__main__":
    main()
