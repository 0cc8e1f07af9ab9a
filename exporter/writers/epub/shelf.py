"""The picture that stands for the book on the shelf of a reading app: title, edition, picture.

Shelves show bitmaps only, and small: so the title is large, and one drawing is enough. It has no
colour of a brand, so a partner's book need not draw it again.
"""

from __future__ import annotations

import base64
from collections.abc import Callable
from pathlib import Path

from exporter import fonts
from exporter.edition import Theme
from exporter.model import Document, Picture
from exporter.web_page.markup import Xml, xml, xml_text
from exporter.writers.bitmaps import bitmap
from exporter.writers.html.pictures import MEDIA

_WIDTH, _HEIGHT, _MARGIN = 600.0, 800.0, 48.0
_PIXELS = 750
"""Across: a shelf shows about 200, a page of the book about 600."""
_SIZES = (64, 56, 48, 42, 36, 30)
_MOST_LINES = 4
_EDITION = 30.0
_SVG = "http://www.w3.org/2000/svg"


def shelf_picture(
    document: Document, edition: str, theme: Theme, bitmaps: Path | None = None
) -> bytes:
    """A PNG; nothing for a title that has to be shaped, where there is no picture either.

    `edition` is its name in plain words, where it has one; `bitmaps` is where drawn bitmaps are
    kept.
    """
    drawn: list[Xml] = []
    top = _MARGIN
    if not fonts.needs_shaping(document):
        words, top = _words(document.title, edition, theme)
        drawn += words
    if document.cover:
        drawn.append(_picture(document.cover, top))
    if not drawn:
        return b""
    ground = xml("rect", width=_n(_WIDTH), height=_n(_HEIGHT), fill="#ffffff")
    edge = xml("rect", width=_n(_WIDTH), height="16", fill=theme.colours.ink)
    svg = xml(
        "svg",
        ground,
        edge,
        *drawn,
        xmlns=_SVG,
        width=_n(_WIDTH),
        height=_n(_HEIGHT),
        viewBox=f"0 0 {_n(_WIDTH)} {_n(_HEIGHT)}",
    )
    return bitmap(svg.encode(), _PIXELS, bitmaps)


def _words(title: str, edition: str, theme: Theme) -> tuple[list[Xml], float]:
    """The lines of the title and of the edition, and where they end."""
    try:
        size, lines = _broken(title, theme.family)
        made, down = [], _MARGIN + size
        for line in lines:
            made.append(_line(line, down, size, theme))
            down += size * 1.15
        if edition:
            down += _EDITION * 0.4
            made.append(_line(edition, down, _EDITION, theme))
    except fonts.CannotSpell:
        return [], _MARGIN
    return made, down


def _broken(title: str, family: str) -> tuple[float, list[str]]:
    """The title in lines, as large as leaves room for the picture."""
    lines: list[str] = []
    size = 0.0
    for size in _SIZES:
        lines = _lines(title.split(), family, size)
        if len(lines) <= _MOST_LINES and max(map(_across(family, size), lines)) <= _room():
            break
    return size, lines[: 2 * _MOST_LINES]


def _lines(words: list[str], family: str, size: float) -> list[str]:
    lines: list[str] = []
    width = _across(family, size)
    for word in words:
        if lines and width(f"{lines[-1]} {word}") <= _room():
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _room() -> float:
    return _WIDTH - 2 * _MARGIN


def _across(family: str, size: float) -> Callable[[str], float]:
    """How wide words are, each in the family that can spell it."""

    def width(text: str) -> float:
        runs = fonts.runs(text, family)
        return sum(fonts.width(run.text, run.family, size, "bold") for run in runs)

    return width


def _line(text: str, baseline: float, size: float, theme: Theme) -> Xml:
    pieces = (
        xml("tspan", xml_text(run.text), font_family=run.family)
        for run in fonts.runs(text, theme.family)
    )
    return xml(
        "text",
        *pieces,
        x=_n(_MARGIN),
        y=_n(baseline),
        font_size=_n(size),
        font_weight="bold",
        fill=theme.colours.ink,
        xml__space="preserve",
    )


def _picture(picture: Picture, top: float) -> Xml:
    """The picture of the cover, as large as the rest of the page allows, in its middle."""
    room = _HEIGHT - top - _MARGIN
    scale = min(_room() / picture.width, room / picture.height)
    width, height = picture.width * scale, picture.height * scale
    data = base64.b64encode(picture.data).decode()
    return xml(
        "image",
        x=_n((_WIDTH - width) / 2),
        y=_n(top + (room - height) / 2),
        width=_n(width),
        height=_n(height),
        href=f"data:{MEDIA[picture.media]};base64,{data}",
    )


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
