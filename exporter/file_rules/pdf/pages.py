"""Rules on pages: what stands together on one, what every page has, how many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from exporter.diagnostics import Diagnostic, Severity
from exporter.file_rules.pdf.catalogue import found, on_pages
from exporter.file_rules.pdf.facts import Facts
from exporter.file_rules.pdf.limits import EASY_READ, Limits
from exporter.file_rules.pdf.measured import MeasuredPage, words_of
from exporter.file_rules.pdf.paragraphs import HEADINGS, PICTURES
from exporter.pdf_file.tree import Node, PageMark

_LEAVES = HEADINGS | PICTURES | {"P", "LBody", "TH", "TD", "Caption", "TOCI", "Note", "FENote"}
_MANY_PAGES = 8
_INK = 0.75
"""At least so much of a picture is drawn on, where the file does not tell its width."""
_A4 = (595.3, 841.9)


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A block of words or a picture, with the pages that it stands on."""

    element: Node
    first: int
    last: int


def check(facts: Facts, pages: list[MeasuredPage], limits: Limits) -> Iterator[Diagnostic]:
    leaves = list(_leaves(facts)) if facts.tagged else []
    yield from _pictures_of_pages(pages)
    yield from _page_numbers(pages, limits)
    yield from _headings_alone(leaves, words_of(pages), limits)
    if limits is EASY_READ:
        yield from _rows_apart(leaves)
        yield from _split_sentences(leaves, limits)
        yield from _narrow_pictures(leaves, pages, limits)
        yield from _too_many(facts.pages, limits)
    yield from _not_measured(facts, pages)
    yield from _sizes(pages, limits)
    yield from _contents(facts, limits)


def _leaves(facts: Facts) -> Iterator[_Leaf]:
    """Blocks that hold words themselves, in reading order."""
    inside: set[int] = set()
    for element in facts.elements:
        if id(element.parent) in inside:
            inside.add(id(element))
            continue
        if element.role not in _LEAVES:
            continue
        nested = any(one.role in _LEAVES for one in list(element.within())[1:])
        marks = list(element.marks()) if nested else list(element.all_marks())
        numbers = [page for page, _ in marks if page >= 0]
        if not nested or element.role in PICTURES:
            inside.add(id(element))
        if numbers:
            yield _Leaf(element, min(numbers), max(numbers))


def _pictures_of_pages(pages: list[MeasuredPage]) -> Iterator[Diagnostic]:
    bare = [
        page.number
        for page in pages
        if not any(run.words.strip() for run in page.runs)
        and any(image.box.area > 0.6 * page.width * page.height for image in page.images)
    ]
    if bare:
        yield found("pdf-page-is-a-picture", f"On {on_pages(bare)} there is only a picture.")


def _page_numbers(pages: list[MeasuredPage], limits: Limits) -> Iterator[Diagnostic]:
    """A number near the edge that counts on with the pages; the cover may lack it."""
    if len(pages) < 3:
        return
    shifts: dict[int, set[int]] = {}
    for page in pages:
        for run in page.runs:
            at_edge = not 0.12 * page.height < run.baseline < 0.9 * page.height
            if at_edge:
                for number in re.findall(r"(?<![\d.])\d{1,4}(?![\d.])", run.words):
                    shifts.setdefault(int(number) - page.number, set()).add(page.number)
    numbered = max(shifts.values(), key=len, default=set())
    bare = [page.number for page in pages[1:] if page.number not in numbered]
    if len(bare) > 0.2 * len(pages):
        yield found(
            "pdf-page-numbers-missing",
            f"There is no page number on {on_pages(bare)}.",
            severity=limits.page_numbers,
            most=limits.most,
        )


def _headings_alone(
    leaves: list[_Leaf], words: dict[PageMark, str], limits: Limits
) -> Iterator[Diagnostic]:
    alone: list[tuple[int, str]] = []
    for leaf, following in pairwise(leaves):
        title = leaf.element.role in ("H1", "Title")
        if leaf.element.role in HEADINGS and not title and following.first > leaf.last:
            text = "".join(words.get(mark, "") for mark in leaf.element.all_marks())
            alone.append((leaf.last, " ".join(text.split())))
    if alone:
        yield found(
            "pdf-heading-alone",
            f"A heading stands alone at the end of {on_pages(page for page, _ in alone)}: "
            f"“{alone[0][1][:60]}”.",
            most=limits.most,
            words=alone[0][1],
        )


# ---- easy read ----


def _rows_apart(leaves: list[_Leaf]) -> Iterator[Diagnostic]:
    apart = [
        leaf.last
        for leaf, following in pairwise(leaves)
        if leaf.element.role in PICTURES
        and following.element.role not in HEADINGS | PICTURES
        and following.first != leaf.last
    ]
    if apart:
        yield found(
            "pdf-row-on-two-pages",
            f"At the end of {on_pages(apart)} a picture has its words on the next page.",
        )


def _split_sentences(leaves: list[_Leaf], limits: Limits) -> Iterator[Diagnostic]:
    split = [leaf.first for leaf in leaves if leaf.last > leaf.first]
    if split and limits.split_sentence is not None:
        yield found(
            "pdf-sentence-on-two-pages",
            f"Words at the end of {on_pages(split)} go on overleaf.",
            severity=limits.split_sentence,
        )


def _narrow_pictures(
    leaves: list[_Leaf], pages: list[MeasuredPage], limits: Limits
) -> Iterator[Diagnostic]:
    """Pictures that stand beside words; a pair shares the place of one."""
    by_number = {page.number: page for page in pages}
    narrow: list[tuple[float, int]] = []
    for index, leaf in enumerate(leaves):
        neighbours = leaves[max(0, index - 1) : index + 2]
        pair = sum(one.element.role in PICTURES for one in neighbours) > 1
        if leaf.element.role not in PICTURES or pair or leaf.first not in by_number:
            continue
        drawn = by_number[leaf.first].drawn
        boxes = [drawn[mark] for _, mark in leaf.element.all_marks() if mark in drawn]
        ink = max((box.width for box in boxes), default=limits.row_picture)
        width = leaf.element.width or ink / _INK
        if width < limits.row_picture - 1:
            narrow.append((width, leaf.first))
    if narrow:
        least, _ = min(narrow)
        yield found(
            "pdf-picture-narrow",
            f"Pictures on {on_pages(page for _, page in narrow)} are narrow; the narrowest is "
            f"{least / 72 * 2.54:.1f} cm wide.",
            severity=Severity.FOR_INFORMATION,
        )


def _too_many(count: int, limits: Limits) -> Iterator[Diagnostic]:
    if count > limits.pages_wish:
        yield found(
            "pdf-too-many-pages",
            f"This document has {count} pages; easy read should have at most {limits.pages_wish}.",
            severity=Severity.MUST_FIX if count > limits.pages_must else Severity.PLEASE_ANSWER,
        )


# ---- the whole ----


def _not_measured(facts: Facts, pages: list[MeasuredPage]) -> Iterator[Diagnostic]:
    if left := facts.pages - len(pages):
        message = f"{left} of {facts.pages} pages could not be measured: damaged, or too many."
        yield found("pdf-pages-not-measured", message)


def _sizes(pages: list[MeasuredPage], limits: Limits) -> Iterator[Diagnostic]:
    shapes = {(round(page.width / 5), round(page.height / 5)) for page in pages}
    if len(shapes) > 1:
        yield found("pdf-page-size-changes", "The pages are of different sizes.", most=limits.most)
    large = [
        page.number
        for page in pages
        if min(page.width, page.height) > _A4[0] + 20 or max(page.width, page.height) > _A4[1] + 20
    ]
    if large and limits.name == "large print":
        yield found("pdf-page-large", f"{on_pages(large).capitalize()}: larger than A4.")


def _contents(facts: Facts, limits: Limits) -> Iterator[Diagnostic]:
    has = any(element.role in ("TOC", "TOCI") for element in facts.elements)
    headings = sum(element.role in ("H2", "H3") for element in facts.elements)
    if facts.tagged and not has and headings > 3 and facts.pages > _MANY_PAGES:
        yield found(
            "pdf-contents-missing",
            f"This document has {facts.pages} pages and no contents.",
            most=limits.most,
        )
