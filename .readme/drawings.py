"""Draws .readme/drawings.png anew: every drawing of the house on one sheet; and .readme/brands.png:
the same row of drawings under six brands.

Run it from the top of the repository:  .venv/bin/python .readme/drawings.py
"""

from __future__ import annotations

import io
from pathlib import Path

import resvg_py
from PIL import Image, ImageDraw, ImageFont

from exporter import fonts
from exporter.drawings import drawing, names

COLUMNS, WIDE, HIGH, WORDS = 12, 150, 120, 26
INK = "#1f2933"
BRANDS = {
    "Teal": ("#0f5c63", "#c9862b"),
    "NHS blue": ("#005eb8", "#00703c"),
    "Purple": ("#5b2a86", "#c2185b"),
    "Red": ("#a4161a", "#33475b"),
    "Green": ("#1b5e3a", "#8d6a00"),
    "Black": ("#1a1a1a", "#6b7680"),
}
SHOWN = ("round-table", "doctor", "bus", "support-worker", "pay-people", "choice")


def drawn(name: str, wide: int) -> Image.Image:
    file = drawing(name)
    assert file is not None, name
    data = resvg_py.svg_to_bytes(svg_string=file.read_text("utf-8"), width=wide * 2)
    picture = Image.open(io.BytesIO(bytes(data))).convert("RGBA")
    return picture.resize((wide, round(wide * 0.8)), Image.Resampling.LANCZOS)


def face(points: int, weight: str = "regular") -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(fonts.path(fonts.DEFAULT_FAMILY, weight)), points)


def whole_bank() -> Image.Image:
    every = names()
    rows = -(-len(every) // COLUMNS)
    sheet = Image.new("RGB", (COLUMNS * WIDE, rows * (HIGH + WORDS) + 12), "white")
    pen, letters = ImageDraw.Draw(sheet), face(13)
    for place, name in enumerate(every):
        left, top = place % COLUMNS * WIDE, place // COLUMNS * (HIGH + WORDS) + 6
        picture = drawn(name, WIDE - 16)
        sheet.paste(picture, (left + 8, top), picture)
        words = name.replace("-", " ")
        pen.text((left + WIDE / 2, top + HIGH - 4), words, font=letters, fill=INK, anchor="ma")
    return sheet


def six_brands() -> Image.Image:
    wide, high = 6 * 200, 190
    sheet = Image.new("RGB", (wide, len(BRANDS) * high), "white")
    pen = ImageDraw.Draw(sheet)
    for row, (name, (main, accent)) in enumerate(BRANDS.items()):
        top = row * high
        pen.rectangle((0, top, wide, top + 10), fill=main)
        pen.text((16, top + 18), f"Working together: {name}", font=face(22, "bold"), fill=main)
        pen.rectangle((16, top + 46, 76, top + 50), fill=accent)
        for place, shown in enumerate(SHOWN):
            picture = drawn(shown, 160)
            sheet.paste(picture, (16 + place * 198, top + 56), picture)
    return sheet


def main() -> None:
    for name, sheet in (("drawings", whole_bank()), ("brands", six_brands())):
        few = sheet.quantize(128, method=Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
        few.save(Path(f".readme/{name}.png"), optimize=True)


if __name__ == "__main__":
    main()
