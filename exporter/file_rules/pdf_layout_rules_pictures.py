"""Rules on pictures: how wide, how sharp, and no page that is one."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.diagnostics import Diagnostic
from exporter.file_rules.pdf_layout_catalogue import ASK, Levels
from exporter.file_rules.pdf_layout_geometry import MM, Box
from exporter.file_rules.pdf_layout_judge import Judge, Spot, short
from exporter.file_rules.pdf_layout_page import Image
from exporter.file_rules.pdf_layout_pictures import Picture, pictures_of
from exporter.file_rules.pdf_layout_sheets import Sheet, Sheets

_LEAST_WIDTH = 50.0
_WIDTH_SLACK = 0.5
"""Millimetres."""
_BLURRED, _SHARP = 100, 150
"""Dots to the inch."""
_SMALLEST = 40.0
"""Points; smaller ones are signs, whose dots nobody sees."""
_FEWEST_DOTS = 16
"""A narrower image is a shade or a line, and no picture."""
_A_PAGE = 0.7
"""The share of a page that a scan of it covers."""
_UNSHARP: Levels = (ASK, ASK, ASK)


def check(sheets: Sheets, judge: Judge) -> Iterator[Diagnostic]:
    yield from judge.tell("pdf-picture-small", _small(sheets))
    scans = {sheet.number for sheet in sheets.pages if _is_scan(sheet)}
    yield from _dots(sheets, scans, judge)
    yield from judge.tell("pdf-image-only", _scans(sheets, scans))


# ---- width ----


def _small(sheets: Sheets) -> Iterator[Spot]:
    for sheet in sheets.pages:
        pictures = pictures_of(sheet.page)
        for picture in pictures:
            words = _beside(picture, sheet)
            width = _width(picture, pictures)
            if words and width < _LEAST_WIDTH - _WIDTH_SLACK:
                message = (
                    f"A picture on page {sheet.number}, beside “{short(words, 40)}”, is "
                    f"{width / 10:.1f} cm wide; 5 cm is the least."
                )
                yield Spot(sheet.number, message, words)


def _beside(picture: Picture, sheet: Sheet) -> str:
    """The words of the row: those right or left of it. A picture without any is in no row."""
    box = picture.box
    words = [
        line.words
        for line in sheet.body
        if line.box.shared_height(box) > 0.5 * line.box.height
        and (line.left >= box.right - 2 or line.box.right <= box.left + 2)
        and line.size < box.height
    ]
    return " ".join(words)


def _width(picture: Picture, pictures: tuple[Picture, ...]) -> float:
    """In millimetres. Two pictures of one row count together.

    Where the file does not tell the frame of a picture, a tall one is judged by its height: a
    person who stands is narrow.
    """
    row = picture.box
    for other in pictures:
        if other.box.shared_height(picture.box) > 0.5 * picture.box.height:
            row = row.joined(other.box)
    return (row.width if picture.framed else max(row.width, row.height)) / MM


# ---- sharpness ----


def _dots(sheets: Sheets, scans: set[int], judge: Judge) -> Iterator[Diagnostic]:
    blurred: list[Spot] = []
    soft: list[Spot] = []
    for sheet in sheets.pages:
        for image in sheet.page.images:
            dots = _density(image)
            if dots is None or sheet.number in scans or dots >= _SHARP - 1:
                continue
            message = (
                f"A picture on page {sheet.number} has {dots:.0f} dots to the inch "
                f"({image.dots[0]} × {image.dots[1]} on {image.placed[0] / MM:.0f} × "
                f"{image.placed[1] / MM:.0f} mm); {_SHARP} is good, {_BLURRED} the least."
            )
            (blurred if dots < _BLURRED - 1 else soft).append(Spot(sheet.number, message))
    yield from judge.tell("pdf-picture-blurred", blurred)
    yield from judge.tell("pdf-picture-blurred", soft, levels=_UNSHARP)


def _density(image: Image) -> float | None:
    """Dots to the inch as printed; None for what is no picture."""
    wide, high = image.dots
    if min(wide, high) < _FEWEST_DOTS or max(image.placed) < _SMALLEST or image.artifact:
        return None
    return min(
        72 * dots / length for dots, length in zip(image.dots, image.placed, strict=True) if length
    )


# ---- scans ----


def _is_scan(sheet: Sheet) -> bool:
    page = sheet.page
    if any(not run.hidden and run.words.strip() for run in page.runs):
        return False
    whole = Box(0, 0, page.width, page.height)
    return any(image.box.area >= _A_PAGE * whole.area for image in page.images)


def _scans(sheets: Sheets, scans: set[int]) -> Iterator[Spot]:
    for sheet in sheets.pages:
        if sheet.number in scans:
            message = f"Page {sheet.number} is only a picture of a page."
            if any(run.hidden for run in sheet.page.runs):
                message = f"{message[:-1]}; its words lie unseen behind it."
            yield Spot(sheet.number, message)
