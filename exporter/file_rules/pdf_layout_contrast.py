"""Contrast of words with what is behind them, worked out and, where it seems low, looked at.

Worked out: the colour of the letters against the last shape that was filled under them, else white.
Shapes have corners and holes that a box does not know; so what seems low is drawn, and the higher
of the two numbers counts. Words on pictures are left out: nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pypdfium2 as pdfium

from exporter.brand import contrast
from exporter.diagnostics import Diagnostic
from exporter.file_rules.pdf_layout_catalogue import ASK, INFORM, Levels
from exporter.file_rules.pdf_layout_judge import Judge, Spot, on_pages, short
from exporter.file_rules.pdf_layout_page import Page, Run, Surface
from exporter.file_rules.pdf_layout_sheets import Sheets

_PAPER = "#ffffff"
_LOOKED_AT = 7.0
"""Below this a contrast is looked at before it is told."""
_MOST_LOOKS = 12
_HEIGHT = 48
"""Dots that a letter is high when it is looked at."""
_MOST_WORK = 400_000
_FEW_SURFACES = 40
_SEEN_SHARE = 0.002
_MOST_COLOURS = 30_000
_GOOD: Levels = (ASK, ASK, INFORM)
_NEAR = 0.02


@dataclass(frozen=True, slots=True)
class Pair:
    """Two colours, and the words that have them. `ratio` is to 1."""

    ink: str
    ground: str
    ratio: float
    places: tuple[tuple[Page, Run], ...]


def pairs_of(sheets: Sheets, data: bytes) -> tuple[Pair, ...]:
    """Every pair of colours, the lowest contrast first; what could not be looked at is left out."""
    places: dict[tuple[str, str], list[tuple[Page, Run]]] = {}
    for sheet in sheets.pages:
        surfaces = _few(sheet.page)
        for run in sheet.page.runs:
            if run.hidden or not run.colour or not any(sign.isalnum() for sign in run.words):
                continue
            ground = _ground(run, surfaces)
            if ground:
                places.setdefault((run.colour, ground), []).append((sheet.page, run))
    pairs = [
        Pair(ink, ground, round(contrast(ink, ground), 2), tuple(found))
        for (ink, ground), found in places.items()
    ]
    return tuple(sorted(_looked_at(pairs, data), key=lambda pair: pair.ratio))


def check(pairs: tuple[Pair, ...], judge: Judge) -> Iterator[Diagnostic]:
    floor, good = judge.asked.contrast_floor, judge.asked.contrast_good
    pale = [pair for pair in pairs if pair.ratio < floor - _NEAR]
    soft = [pair for pair in pairs if floor - _NEAR <= pair.ratio < good - _NEAR]
    yield from judge.tell(
        "pdf-contrast-low", (_spot(pair, f"{floor:g} is the least") for pair in pale)
    )
    spots = (_spot(pair, f"{good:g} is good") for pair in soft)
    yield from judge.tell("pdf-contrast-low", spots, levels=_GOOD)


def _spot(pair: Pair, asked: str) -> Spot:
    page, run = pair.places[0]
    where = on_pages(one.number for one, _ in pair.places)
    message = (
        f"Words on {where} stand out by {pair.ratio:.1f} to 1, {pair.ink} on {pair.ground}: "
        f"“{short(run.words, 50)}”; {asked}."
    )
    return Spot(page.number, message, run.words)


# ---- worked out ----


def _few(page: Page) -> list[Surface]:
    """The filled shapes; on a page that would take too long, only the largest."""
    if len(page.surfaces) * len(page.runs) <= _MOST_WORK:
        return page.surfaces
    largest = sorted(page.surfaces, key=lambda surface: -surface.box.area)[:_FEW_SURFACES]
    return sorted(largest, key=lambda surface: surface.order)


def _ground(run: Run, surfaces: list[Surface]) -> str:
    ground = _PAPER
    for surface in surfaces:
        if surface.order > run.order:
            break
        if surface.box.holds(run.box):
            ground = surface.colour
    return ground


# ---- looked at ----


def _looked_at(pairs: list[Pair], data: bytes) -> Iterator[Pair]:
    low = sorted((pair for pair in pairs if pair.ratio < _LOOKED_AT), key=lambda pair: pair.ratio)
    yield from (pair for pair in pairs if pair.ratio >= _LOOKED_AT)
    if not low:
        return
    document = pdfium.PdfDocument(data)
    try:
        for pair in low[:_MOST_LOOKS]:
            seen = _seen(document, *pair.places[0])
            if seen is None:
                yield pair
            else:
                ratio = round(contrast(*seen), 2)
                higher = replace(pair, ink=seen[0], ground=seen[1], ratio=ratio)
                yield higher if ratio > pair.ratio else pair
    finally:
        document.close()


def _seen(document: pdfium.PdfDocument, page: Page, run: Run) -> tuple[str, str] | None:
    """The colours of the words and of what is behind them, as they are drawn; None where they
    cannot be drawn."""
    x, y = page.trim
    box = run.box
    try:
        shown = document[page.number - 1]
        width, height = shown.get_size()
        crop = (x + box.left, y + box.bottom, width - x - box.right, height - y - box.top)
        if box.width <= 0 or box.height <= 0 or min(crop) < 0:
            return None
        bitmap = shown.render(scale=min(8.0, _HEIGHT / max(1.0, box.height)), crop=crop)
        picture = bitmap.to_pil().convert("RGB")
    except (pdfium.PdfiumError, ValueError, MemoryError):
        return None
    colours = picture.getcolors(maxcolors=_MOST_COLOURS)
    if not colours:
        return None
    ground = _hex(max(colours)[1])
    least = _SEEN_SHARE * picture.width * picture.height
    inks = [_hex(colour) for count, colour in colours if count >= least]
    return max(inks, key=lambda ink: contrast(ink, ground), default=ground), ground


def _hex(colour: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
