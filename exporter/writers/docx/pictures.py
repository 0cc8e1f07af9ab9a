"""Pictures in the line of the text, with their alternative text; each SVG with a PNG beside it."""

from __future__ import annotations

import math
import re
from functools import lru_cache

from exporter import fonts
from exporter.model import Picture
from exporter.writers.bitmaps import bitmap
from exporter.writers.docx.ledger import Ledger
from exporter.writers.docx.markup import escape
from exporter.writers.drawings.flat import flattened

_PNG_DPI = 150
_EMU = 12700
"""English Metric Units in a point."""
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative val="1"/></a:ext></a:extLst>'
)
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SUFFIXES = {"svg": "svg", "png": "png", "jpeg": "jpeg"}


def drawing(ledger: Ledger, picture: Picture, width: float, height: float, drawn: float = 0) -> str:
    """A run with the picture at this printed size, in points; its bitmap as sharp as one `drawn` so
    wide needs it, where the same picture is shown larger too.

    An empty `alt` says that the picture is decorative; it is marked so, or Word would ask. A
    drawing that is not plain is there as a bitmap only: Word would draw it in its own way.
    """
    drawn = drawn or width
    picture = flattened(picture, sharp(drawn), ledger.bitmaps)
    data = everybodys_letters(picture.data) if picture.media == "svg" else picture.data
    files = [ledger.picture_file(_SUFFIXES[picture.media], data).relationship]
    if picture.media == "svg":
        fallback = bitmap(data, pixels(drawn), ledger.bitmaps)
        files.insert(0, ledger.picture_file("png", fallback).relationship)
    return drawing_of(ledger.next_drawing(), picture, (width, height), files)


def drawing_of(number: int, picture: Picture, size: tuple[float, float], files: list[str]) -> str:
    """The run itself. `files` are the relationships of the bitmap and, if there is one, the SVG."""
    extent = f'cx="{round(size[0] * _EMU)}" cy="{round(size[1] * _EMU)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f"{_properties(number, picture)}"
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name=""/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{_blip(files)}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _properties(number: int, picture: Picture) -> str:
    name = picture.name or "picture"
    name = f"{name} {number}" if picture.alt else f"{name} (decorative) {number}"
    start = f'<wp:docPr id="{number}" name="{escape(name)}" descr="{escape(picture.alt)}"'
    return f"{start}/>" if picture.alt else f"{start}>{_DECORATIVE}</wp:docPr>"


def _blip(files: list[str]) -> str:
    if len(files) == 1:
        return f'<a:blip r:embed="{files[0]}"/>'
    return (
        f'<a:blip r:embed="{files[0]}"><a:extLst><a:ext uri="{_SVG_EXTENSION}">'
        f'<asvg:svgBlip r:embed="{files[1]}"/></a:ext></a:extLst></a:blip>'
    )


def pixels(width: float) -> int:
    """The width of the PNG for a printed width in points: 150 dpi."""
    return max(1, math.ceil(round(width, 2) * _PNG_DPI / 72))


def sharp(width: float) -> int:
    """The width of a bitmap that has no drawing beside it: 300 dpi."""
    return 2 * pixels(width)


@lru_cache(maxsize=512)
def everybodys_letters(svg: bytes) -> bytes:
    """The drawing with its words in Arial: Word sets them with what the reader's machine has."""
    return _OUR_FAMILY.sub(rb"\1Arial, Arimo", svg)


_OUR_FAMILY = re.compile(
    rb"""(font-family\s*[:=]\s*["']?\s*)(?:"""
    + b"|".join(re.escape(family.encode()) for family in fonts.FAMILIES)
    + b")"
)


def number_picture(number: str, ink: str) -> Picture:
    """A big number as a decorative picture, for the place of a picture in an easy-read row.

    The words beside it contain the number, so nobody must hear it twice.
    """
    breadth, height = 300.0, 150.0
    size = min(110.0, breadth / max(1.0, fonts.width(number, "Arimo", 1.0, "bold")))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{breadth:g}" height="{height:g}" '
        f'viewBox="0 0 {breadth:g} {height:g}"><text x="{breadth / 2:g}" y="112" '
        f'text-anchor="middle" font-family="Arial, Arimo" font-weight="bold" '
        f'font-size="{size:.1f}" fill="{ink}">{escape(number)}</text></svg>'
    )
    return Picture(
        name="number", media="svg", data=svg.encode(), alt="", width=breadth, height=height
    )
