"""Rules on space: between lines, at their ends, round the page; measured on the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from exporter.diagnostics import Diagnostic, Severity
from exporter.file_rules.pdf.catalogue import found, on_pages
from exporter.file_rules.pdf.limits import Limits
from exporter.file_rules.pdf.measured import MeasuredPage
from exporter.file_rules.pdf.paragraphs import PICTURES, Line, Paragraph

_TEXT = frozenset(["P", "LBody", "LI", "TD", "BlockQuote", "Note", "FENote"])
_EVEN = 0.6
"""Points; line ends that differ by less stand in one vertical line."""
_MILLIMETRE = 72 / 25.4
"""So much a line may hang out, as one does that begins with a space."""
_SPLIT = re.compile(r"(\w+)([-\u00ad\u2010\u0002\ufffe])\s*$")
_BEGIN = re.compile(r"^\s*([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def check(
    pages: list[MeasuredPage], paragraphs: list[Paragraph], body: float, limits: Limits
) -> Iterator[Diagnostic]:
    text = [one for one in paragraphs if one.kind in _TEXT]
    yield from _pitch(text, body, limits)
    yield from _line_length(text, body, limits)
    yield from _justified(text, limits)
    yield from _hyphenated(text, limits)
    yield from _margins(pages, paragraphs, limits)
    yield from _turned(pages, limits)


def _pitch(text: list[Paragraph], body: float, limits: Limits) -> Iterator[Diagnostic]:
    steps = [
        (one.baseline - two.baseline) / two.size
        for paragraph in text
        for one, two in pairwise(paragraph.lines)
        if two.size == body and one.size == body and one.baseline - two.baseline > 0.5 * body
    ]
    if len(steps) < 3:
        return
    pitch = median(steps)
    if pitch < limits.pitch_wish - 0.02:
        must = pitch < limits.pitch_must - 0.01
        yield found(
            "pdf-lines-tight",
            f"Lines stand {pitch:.2f} of the size apart; {limits.name} asks for "
            f"{limits.pitch_must if must else limits.pitch_wish:g}.",
            severity=Severity.MUST_FIX if must else Severity.PLEASE_ANSWER,
            most=limits.most,
        )
    elif pitch > limits.pitch_most + 0.02:
        yield found(
            "pdf-lines-wide", f"Lines stand {pitch:.2f} of the size apart.", most=limits.most
        )


def _line_length(text: list[Paragraph], body: float, limits: Limits) -> Iterator[Diagnostic]:
    """Nearly the longest line: one that is long because its letters are thin is no fault."""
    lengths = sorted(
        len(line.words.strip())
        for paragraph in text
        for line in paragraph.lines[:-1]
        if line.size >= body - 0.05 and _is_latin(line.words)
    )
    if len(lengths) < 5:
        return
    longest = lengths[int(0.95 * (len(lengths) - 1))]
    if longest > limits.line_must:
        yield found(
            "pdf-line-long",
            f"Lines are up to {longest} characters long; {limits.name} asks for no more than "
            f"{limits.line_must}.",
            most=limits.most,
        )


def _justified(text: list[Paragraph], limits: Limits) -> Iterator[Diagnostic]:
    """Four lines or more that all end at one height by chance are not to be expected."""
    straight = [
        paragraph
        for paragraph in text
        if len(paragraph.lines) >= 5
        and _even([line.right for line in paragraph.lines[:-1]])
        and _even([line.left for line in paragraph.lines[1:-1]])
        and any(" " in line.words.strip() for line in paragraph.lines[:-1])  # a gap to stretch
    ]
    if straight:
        yield found(
            "pdf-justified",
            f"Text on {on_pages(one.page for one in straight)} is justified: its right edge is "
            "straight.",
            most=limits.most,
            words=straight[0].words,
        )


def _even(places: list[float]) -> bool:
    return max(places) - min(places) < _EVEN


# ---- hyphens ----


def _hyphenated(text: list[Paragraph], limits: Limits) -> Iterator[Diagnostic]:
    """Split words. A compound that breaks at its own hyphen ("co-" "production") is none.

    Whether it is one is told by the rest of the document: the word stands there whole, or with
    its hyphen inside a line. If neither does, only a habit of it is a finding.
    """
    whole = {
        word.lower() for one in text for line in one.lines for word in _WORD.findall(line.words)
    }
    sure: list[tuple[int, str]] = []
    perhaps: list[tuple[int, str]] = []
    count = 0
    for paragraph in text:
        for line, following in pairwise(paragraph.lines):
            count += 1
            split = _split_word(line, following)
            if split is None:
                continue
            first, sign, second = split
            compound = f"{first}-{second}".lower()
            if sign == "\u00ad" or (first + second).lower() in whole:
                sure.append((paragraph.page, f"{first}-{second}"))
            elif compound not in whole:
                perhaps.append((paragraph.page, f"{first}-{second}"))
    if len(perhaps) >= 4 and len(perhaps) > 0.03 * count:
        sure += perhaps
    if sure:
        words = sure[0][1]
        yield found(
            "pdf-hyphenated",
            f"Words on {on_pages(page for page, _ in sure)} are split over two lines, for "
            f"example “{words}”.",
            severity=limits.hyphens,
            most=limits.most,
            words=words,
        )


def _split_word(line: Line, following: Line) -> tuple[str, str, str] | None:
    end, begin = _SPLIT.search(line.words), _BEGIN.match(following.words)
    if not end or not begin or not begin[1][0].islower() or line.words.endswith("- "):
        return None
    return end[1], end[2], begin[1]


# ---- the page ----


def _margins(
    pages: list[MeasuredPage], paragraphs: list[Paragraph], limits: Limits
) -> Iterator[Diagnostic]:
    narrow: list[tuple[float, int]] = []
    by_number = {page.number: page for page in pages}
    for paragraph in paragraphs:
        page = by_number[paragraph.page]
        if paragraph.kind in PICTURES:
            continue
        left = min(line.left for line in paragraph.lines)
        right = page.width - max(line.right for line in paragraph.lines)
        least = min(left, right)
        if 0 <= least < limits.margin_wish - _MILLIMETRE:
            narrow.append((least, paragraph.page))
    if narrow:
        least, _ = min(narrow)
        must = least < limits.margin_must - _MILLIMETRE
        yield found(
            "pdf-margins-narrow",
            f"The margin on {on_pages(page for _, page in narrow)} is only "
            f"{least / 72 * 25.4:.0f} mm wide.",
            severity=Severity.MUST_FIX if must else Severity.FOR_INFORMATION,
            most=limits.most,
        )


def _turned(pages: list[MeasuredPage], limits: Limits) -> Iterator[Diagnostic]:
    turned = [
        (page.number, run.words.strip())
        for page in pages
        for run in page.runs
        if run.turned and not run.artifact and len(run.words.strip()) > 1
    ]
    if turned:
        yield found(
            "pdf-words-turned",
            f"Words on {on_pages(page for page, _ in turned)} do not run level.",
            severity=Severity.PLEASE_ANSWER,
            most=limits.most,
            words=turned[0][1],
        )


def _is_latin(words: str) -> bool:
    """Whether most letters have capitals; the limits were found for such scripts only."""
    if words.isascii():
        return any(map(str.isalpha, words))
    letters = [sign for sign in words if sign.isalpha()]
    return 2 * sum(sign.lower() != sign.upper() for sign in letters) > len(letters)
