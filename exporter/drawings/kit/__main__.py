"""Writes the drawings of the house again:  python -m exporter.drawings.kit"""

from __future__ import annotations

from exporter.drawings import FOLDER
from exporter.drawings.kit.bank import written

if __name__ == "__main__":
    for name, text in written().items():
        (FOLDER / f"{name}.svg").write_text(text, "utf-8", newline="\n")
