"""Draws .readme/editions.png anew: the same part of the guide in three editions, side by side.

Run it after `make`, from the top of the repository:  .venv/bin/python .readme/editions.py
It needs pdftoppm (the package poppler-utils).
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import pypdf
from PIL import Image, ImageDraw, ImageFont

from exporter import fonts

GUIDE = Path("output/co-production-guide")
PART = "3. What is co-production?"
EDITIONS = {
    "standard": "Standard, 14 point",
    "large-print": "Large print, 18 point",
    "easy-read": "Easy read, with pictures",
}
WIDTH, GAP, ABOVE = 460, 28, 56
GROUND, LINE, INK = "#e9eef0", "#9aa3ab", "#1f2933"


def page_of(file: Path) -> int:
    """The page on which the part begins, by the bookmark of the file."""
    reader = pypdf.PdfReader(file)
    for bookmark in reader.outline:
        if not isinstance(bookmark, list) and bookmark.title == PART:
            return (reader.get_destination_page_number(bookmark) or 0) + 1
    raise SystemExit(f"{file} has no bookmark “{PART}”")


def drawn(file: Path) -> Image.Image:
    """The page as a picture."""
    page = str(page_of(file))
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", "110", "-f", page, "-l", page, "-png", "-singlefile"]
        subprocess.run([*command, str(file), f"{folder}/page"], check=True)
        picture = Image.open(f"{folder}/page.png").convert("RGB")
        height = round(picture.height * WIDTH / picture.width)
        return picture.resize((WIDTH, height), Image.Resampling.LANCZOS)


def main() -> None:
    pages = {name: drawn(GUIDE / f"co-production-guide-{name}.pdf") for name in EDITIONS}
    height = max(page.height for page in pages.values())
    size = (len(pages) * (WIDTH + GAP) + GAP, height + ABOVE + GAP)
    sheet = Image.new("RGB", size, GROUND)
    pen = ImageDraw.Draw(sheet)
    face = ImageFont.truetype(str(fonts.path(fonts.DEFAULT_FAMILY, "bold")), 24)
    for place, (name, page) in enumerate(pages.items()):
        left = GAP + place * (WIDTH + GAP)
        pen.text((left, ABOVE - 40), EDITIONS[name], font=face, fill=INK)
        sheet.paste(page, (left, ABOVE))
        pen.rectangle((left - 1, ABOVE - 1, left + WIDTH, ABOVE + page.height), outline=LINE)
    file = Path(".readme/editions.png")
    sheet.quantize(128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        file, optimize=True
    )


if __name__ == "__main__":
    main()
