"""Rules on how text flows: down one column, from one straight edge, from page to page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from exporter.diagnostics import Diagnostic, Severity
from exporter.file_rules.pdf.catalogue import found, on_pages
from exporter.file_rules.pdf.limits import Limits
from exporter.file_rules.pdf.paragraphs import Line, Paragraph

_TEXT = frozenset(["P", "LBody", "BlockQuote", "Note", "FENote"])
_COLUMN_LINES = 6
_COLUMN_CHARACTERS = 20
"""In half of the lines at least: columns of numbers, and centred cells, are no text."""
_SAME_EDGE = 2.0
_ENDS = (".", "!", "?", ":", "”", '"', ")")


def check(paragraphs: list[Paragraph], body: float, limits: Limits) -> Iterator[Diagnostic]:
    text = [one for one in paragraphs if one.kind in _TEXT]
    in_columns = _pages_in_columns(text, body)
    if in_columns:
        # without tags nobody can tell a table with sentences in its cells from columns
        told_apart = any(one.element is not None for one in text)
        yield found(
            "pdf-columns",
            f"Text on {on_pages(in_columns)} is set in columns side by side.",
            severity=limits.columns if told_apart else Severity.PLEASE_ANSWER,
            most=limits.most,
        )
    yield from _centred(text, body, limits)
    if limits.lines_alone is not None:
        yield from _lines_alone(text, in_columns, limits)


# ---- columns ----


def _pages_in_columns(text: list[Paragraph], body: float) -> set[int]:
    """Cells of tables, and words in pictures, are no text here: side by side is their place."""
    lines: dict[int, list[Line]] = {}
    for paragraph in text:
        near = [line for line in paragraph.lines if abs(line.size - body) < 2]
        lines.setdefault(paragraph.page, []).extend(near)
    return {page for page, several in lines.items() if _stand_in_columns(several)}


def _stand_in_columns(lines: list[Line]) -> bool:
    """Whether many lines begin at one place, and as many end left of it beside them."""
    starts = Counter(round(line.left) for line in lines)
    return any(_begins_a_column(lines, start) for start in sorted(starts)[1:])


def _begins_a_column(lines: list[Line], start: int) -> bool:
    right = [line for line in lines if abs(line.left - start) <= _SAME_EDGE]
    if len(right) < _COLUMN_LINES or _characters(right) < _COLUMN_CHARACTERS:
        return False
    top = max(line.baseline + line.size for line in right)
    bottom = min(line.baseline - line.size for line in right)
    beside = [
        line
        for line in lines
        if bottom < line.baseline < top and line.left < start - 2 * _SAME_EDGE
    ]
    left = [line for line in beside if line.right < start - _SAME_EDGE]
    crossing = len(beside) - len(left)
    return (
        len(left) >= _COLUMN_LINES
        and crossing <= 0.1 * len(left)
        and _characters(left) >= _COLUMN_CHARACTERS
    )


def _characters(lines: Sequence[Line]) -> float:
    return median(len(line.words.strip()) for line in lines)


# ---- the left edge ----


def _centred(text: list[Paragraph], body: float, limits: Limits) -> Iterator[Diagnostic]:
    """Three lines that begin in different places and have one middle; titles are larger."""
    centred = [
        one for one in text if len(one.lines) > 2 and one.size < body + 2 and _is_centred(one.lines)
    ]
    if centred:
        yield found(
            "pdf-centred",
            f"Text on {on_pages(one.page for one in centred)} is centred.",
            most=limits.most,
            words=centred[0].words,
        )


def _is_centred(lines: Sequence[Line]) -> bool:
    lefts = [line.left for line in lines]
    middles = [line.middle for line in lines]
    return (
        max(lefts) - min(lefts) > 10
        and max(middles) - min(middles) < 2
        and _characters(lines) >= _COLUMN_CHARACTERS
    )


# ---- from page to page ----


def _lines_alone(
    text: list[Paragraph], in_columns: set[int], limits: Limits
) -> Iterator[Diagnostic]:
    """First lines left behind, last lines carried over; a paragraph of two lines may be both."""
    alone: list[tuple[int, str]] = []
    for first, second in _broken(text, in_columns):
        if len(first.lines) == 1:
            alone.append((first.page, first.words))
        elif len(second.lines) == 1:
            alone.append((second.page, second.words))
    if alone:
        words = alone[0][1]
        yield found(
            "pdf-line-alone",
            f"One line of a paragraph stands alone on {on_pages(page for page, _ in alone)}: "
            f"“{words[:50]}”.",
            severity=limits.lines_alone,
            most=limits.most,
            words=words,
        )


def _broken(text: list[Paragraph], in_columns: set[int]) -> Iterator[tuple[Paragraph, Paragraph]]:
    """Paragraphs on two pages, in two parts; without tags they are told by how they go on."""
    parts: dict[int, list[Paragraph]] = {}
    for one in text:
        if one.element is not None:
            parts.setdefault(id(one.element), []).append(one)
    for several in parts.values():
        yield from pairwise(several)
    for before, after in pairwise(_by_page(text, in_columns)):
        last, first = before[-1], after[0]
        goes_on = not last.words.endswith(_ENDS) and first.words[:1].islower()
        if goes_on and abs(last.size - first.size) < 0.1 and first.page == last.page + 1:
            yield last, first


def _by_page(text: list[Paragraph], in_columns: set[int]) -> list[list[Paragraph]]:
    """The paragraphs without tags, page by page, without the lines that each page repeats.

    Where columns stand nobody can tell which paragraph is the last.
    """
    free = [one for one in text if one.element is None and one.page not in in_columns]
    repeated = Counter(_without_digits(one.words) for one in free)
    pages: dict[int, list[Paragraph]] = {}
    for one in free:
        if repeated[_without_digits(one.words)] < 3:
            pages.setdefault(one.page, []).append(one)
    return list(pages.values())


def _without_digits(words: str) -> str:
    return "".join(sign for sign in words if not sign.isdigit())
