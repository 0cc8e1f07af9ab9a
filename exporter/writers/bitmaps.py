"""Drawings as PNG, for those who show no SVG: drawn by resvg, kept from build to build.

To draw one takes longer than to write ten pages, and pictures change seldom. What is kept carries
a checksum: a file that anything else wrote, or half wrote, is drawn again.
"""

from __future__ import annotations

import contextlib
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from exporter import fonts
from exporter.fingerprint import key_of, read_kept, sha256, write_pieces


def bitmap(svg: bytes, width: int, folder: Path | None = None) -> bytes:
    """The SVG as a PNG of this many pixels; taken from `folder`, or put there."""
    if folder is None:
        return draw(svg, width)
    file = folder / f"{key_of(sha256(svg), width, _version())[:40]}.png"
    kept = _kept(file)
    if kept is None:
        kept = draw(svg, width)
        with contextlib.suppress(OSError):  # a full disk must not stop a guide
            write_pieces(file, (kept, sha256(kept).encode()), lasting=False)
    return kept


def _kept(file: Path) -> bytes | None:
    data = read_kept(file) or b""
    picture, checksum = data[:-64], data[-64:]
    return picture if sha256(picture).encode() == checksum else None


@cache
def _version() -> tuple[int, ...]:
    """What changes when another resvg is installed; to ask for its number takes longer."""
    spec = find_spec("resvg_py")
    folders = (spec.submodule_search_locations or ()) if spec else ()
    found = (file for folder in folders for file in sorted(Path(folder).glob("resvg_py.*")))
    return tuple(number for file in found for number in _stamp(file))


def _stamp(file: Path) -> tuple[int, int]:
    stat = file.stat()
    return stat.st_size, stat.st_mtime_ns


@lru_cache(maxsize=512)
def draw(svg: bytes, width: int) -> bytes:
    """The SVG as a PNG, drawn now. Remembered: the editions of a guide share their pictures.

    resvg draws no letter without font files of ours, and must not see those of the machine, or
    the same guide would give other bytes elsewhere.
    """
    import resvg_py

    files = _font_files() if b"<text" in svg else []  # reading fonts is most of the time
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg.decode("utf-8-sig"),
            width=max(1, width),
            dpi=_DPI,
            skip_system_fonts=True,
            font_files=files,
            sans_serif_family="Arimo",
            font_family="Arimo",
        )
    )


_DPI = 96
"""Pixels to the inch of CSS; without it resvg knows no millimetres."""


def _font_files() -> list[str]:
    weights: tuple[fonts.Weight, ...] = ("regular", "bold")
    files = {str(fonts.path(family, weight)) for family in fonts.FAMILIES for weight in weights}
    return sorted(files)
