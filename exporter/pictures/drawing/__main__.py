"""Writes the drawings of the house again:  python -m exporter.pictures.drawing"""

from __future__ import annotations

from exporter.pictures.drawing.bank import FOLDER, written

if __name__ == "__main__":
    for name, text in written().items():
        (FOLDER / f"{name}.svg").write_text(text, "utf-8")
