"""Rules on lines: their distance, length and edges, and how many columns they make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from exporter.diagnostics import Diagnostic
from exporter.file_rules.pdf_layout_catalogue import ASK, INFORM, Levels
from exporter.file_rules.pdf_layout_geometry import MM
from exporter.file_rules.pdf_layout_judge import Judge, Spot, on_pages, short
from exporter.file_rules.pdf_layout_lines import Line
from exporter.file_rules.pdf_layout_sheets import Sheet, Sheets

_NEAR = 0.015
"""A pitch that is so near to what is asked is as asked."""
_MANY_LINES = 5
_MARGIN_SLACK = 1.0
"""Millimetres; letters reach a little over the edge of their column."""
_COLUMN_LINES = 6
_COLUMN_CHARACTERS = 20
_WISHED: Levels = (ASK, ASK, ASK)
_TOLD: Levels = (ASK, ASK, INFORM)

Paragraph = Sequence[Line]


def check(sheets: Sheets, judge: Judge) -> Iterator[Diagnostic]:
    yield from _pitch(sheets, judge)
    yield from _length(sheets, judge)
    yield from _margins(sheets, judge)
    yield from judge.tell("pdf-justified", _justified(sheets))
    yield from _columns(sheets, judge)


# ---- distance ----


def pitches(sheets: Sheets) -> list[tuple[float, Line]]:
    """Baseline distance over size, for every two lines of running text."""
    return [
        ((one.baseline - two.baseline) / one.size, one)
        for paragraph in sheets.paragraphs
        for one, two in pairwise(paragraph)
        if not one.is_heading and one.size <= sheets.body_size + 0.3
    ]


def _pitch(sheets: Sheets, judge: Judge) -> Iterator[Diagnostic]:
    """One finding for each size of letters, on the usual distance of its lines; tables, notes and
    captions are judged apart from the text."""
    sizes: dict[tuple[float, bool], list[tuple[float, Line]]] = {}
    for pitch, line in pitches(sheets):
        sizes.setdefault((round(line.size, 1), line.is_aside), []).append((pitch, line))
    close: list[Spot] = []
    closer: list[Spot] = []
    wide: list[Spot] = []
    asked = judge.asked
    for (size, _), found in sorted(sizes.items(), key=lambda item: item[0]):
        usual = median(pitch for pitch, _ in found)
        where = on_pages(line.page for _, line in found)
        told = f"Lines of {size:g} pt on {where} are {usual:.2f} sizes apart"
        line = found[0][1]
        if usual < asked.pitch_floor - _NEAR:
            message = f"{told}; the least is {asked.pitch_floor:g}."
            closer.append(Spot(line.page, message, line.words))
        elif usual < asked.pitch_good - _NEAR:
            message = f"{told}; {asked.pitch_good:g} is good for {asked.name}."
            close.append(Spot(line.page, message, line.words))
        elif usual > asked.pitch_most + _NEAR:
            message = f"{told}; more than {asked.pitch_most:g} is too wide."
            wide.append(Spot(line.page, message, line.words))
    yield from judge.tell("pdf-line-pitch", closer)
    yield from judge.tell("pdf-line-pitch", close, levels=_WISHED)
    yield from judge.tell("pdf-line-pitch", wide, levels=_WISHED)


# ---- length ----


def lengths(sheets: Sheets) -> list[tuple[int, Line]]:
    """Characters of the lines that are full: another one of the paragraph follows."""
    return sorted(
        (
            (line.characters, line)
            for paragraph in sheets.paragraphs
            for line in paragraph[:-1]
            if not line.is_heading
        ),
        key=lambda found: found[0],
    )


def usual_length(found: Sequence[tuple[int, Line]]) -> int:
    """The length that nine lines of ten keep to."""
    return found[int(0.9 * (len(found) - 1))][0] if found else 0


def _length(sheets: Sheets, judge: Judge) -> Iterator[Diagnostic]:
    """The column is judged by nine lines of ten: one line of many thin letters is no fault."""
    found = lengths(sheets)
    if len(found) < _MANY_LINES:
        return
    usual, asked = usual_length(found), judge.asked
    if usual > asked.line_most:
        spots = [
            Spot(
                line.page,
                f"A line on page {line.page} has {count} characters; {asked.line_most} are the "
                f"most for {asked.name}.",
                line.words,
            )
            for count, line in found
            if count > asked.line_most
        ]
        yield from judge.tell("pdf-line-long", spots)
    elif usual > asked.line_good:
        longest, line = found[-1]
        message = (
            f"One line in ten has {usual} characters or more, and the longest, on page "
            f"{line.page}, {longest}; up to {asked.line_good} are good for {asked.name}."
        )
        spots = [Spot(line.page, message, line.words)]
        yield from judge.tell("pdf-line-long", spots, levels=(INFORM, INFORM, INFORM))


# ---- margins ----


def margins(sheets: Sheets) -> dict[str, tuple[float, int]]:
    """The narrowest margin at each side in millimetres, and its page.

    Running lines stand in the margin and do not count. Where a file of one or two pages has no
    tags nobody can tell them from text, so only its left and right margins are measured.
    """
    narrowest: dict[str, tuple[float, int]] = {}
    for sheet in sheets.pages:
        if not sheet.body:
            continue
        page, body = sheet.page, sheet.body
        sides = {
            "left": min(line.left for line in body),
            "right": page.width - max(line.box.right for line in body),
        }
        if sheet.tagged or len(sheets.pages) > 2:
            sides["top"] = page.height - max(line.box.top for line in body)
            sides["bottom"] = min(line.baseline for line in body)
        for side, width in sides.items():
            found = (round(width / MM, 1), sheet.number)
            narrowest[side] = min(narrowest.get(side, found), found)
    return narrowest


def _margins(sheets: Sheets, judge: Judge) -> Iterator[Diagnostic]:
    asked = judge.asked
    low: list[Spot] = []
    narrow: list[Spot] = []
    for side, (width, page) in margins(sheets).items():
        told = f"The {side} margin on page {page} is {width:g} mm"
        if width < asked.margin_floor - _MARGIN_SLACK:
            message = f"{told}; {asked.name} asks for {asked.margin_good:g} mm."
            low.append(Spot(page, message))
        elif width < asked.margin_good - _MARGIN_SLACK:
            message = f"{told}; {asked.margin_good:g} mm is good for {asked.name}."
            narrow.append(Spot(page, message))
    yield from judge.tell("pdf-margin-narrow", low)
    yield from judge.tell("pdf-margin-narrow", narrow, levels=_TOLD)


# ---- edges ----


def _justified(sheets: Sheets) -> Iterator[Spot]:
    """Full lines that all end at one height. Three may do so by chance, so they only count where
    most paragraphs are like that; six never do."""
    judged = [one for one in sheets.paragraphs if len(one) > 3 and not one[0].is_heading]
    even = [one for one in judged if _even(one)]
    habit = len(even) >= 0.5 * len(judged) and (len(even) > 1 or any(len(one) > 5 for one in even))
    for paragraph in even:
        if habit or len(paragraph) > 6:
            line = paragraph[0]
            message = (
                f"A paragraph on page {line.page} is stretched to a straight right edge: "
                f"“{short(line.words, 50)}”."
            )
            yield Spot(line.page, message, line.words)


def _even(paragraph: Paragraph) -> bool:
    rights = [line.box.right for line in paragraph[:-1]]
    return max(rights) - min(rights) < 0.12 * paragraph[0].size + 0.3


# ---- columns ----


def _columns(sheets: Sheets, judge: Judge) -> Iterator[Diagnostic]:
    found = [sheet for sheet in sheets.pages if _has_columns(sheet)]
    if not found:
        return
    where = on_pages(sheet.number for sheet in found)
    words = found[0].body[0].words
    spot = Spot(found[0].number, f"The text runs in columns side by side on {where}.", words)
    yield from judge.tell("pdf-columns", [spot], guessed=not found[0].tagged)


def _has_columns(sheet: Sheet) -> bool:
    """Whether many lines of text begin at one place, and as many end left of it beside them."""
    lines = [
        line
        for line in sheet.body
        if line.characters >= 0.5 * _COLUMN_CHARACTERS and not line.is_aside
    ]
    starts = sorted({round(line.left) for line in lines})
    return any(_gutter(lines, start) for start in starts[1:])


def _gutter(lines: list[Line], start: int) -> bool:
    right = [line for line in lines if abs(line.left - start) <= 2]
    if len(right) < _COLUMN_LINES:
        return False
    top, bottom = right[0].baseline + right[0].size, right[-1].baseline - right[-1].size
    beside = [line for line in lines if bottom < line.baseline < top and line.left < start - 4]
    left = [line for line in beside if line.box.right < start - 4]
    crossing = len(beside) - len(left)
    if len(left) < _COLUMN_LINES or crossing > 0.1 * len(left):
        return False
    return all(median(map(_characters, part)) >= _COLUMN_CHARACTERS for part in (left, right))


def _characters(line: Line) -> int:
    return line.characters
