"""Rules on what the tags say: headings, pictures, notes, the words of links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.diagnostics import Diagnostic, short
from exporter.file_rules.pdf.catalogue import found, on_pages
from exporter.file_rules.pdf.facts import Facts
from exporter.file_rules.pdf.measured import MeasuredPage
from exporter.file_rules.pdf.paragraphs import PICTURES
from exporter.file_rules.pdf.words import words_in
from exporter.pdf_file.tree import Goal, Node, PageMark

_LEVEL = re.compile(r"H([1-6])")
_VAGUE = re.compile(
    r"(click |read |find out |see |go |look )?(here|more|this|link|this link|this page|read more|"
    r"details|download)[.!]?",
    re.IGNORECASE,
)


def check(
    facts: Facts, pages: list[MeasuredPage], words: dict[PageMark, str]
) -> Iterator[Diagnostic]:
    read = frozenset(page.number for page in pages)
    yield from _headings(facts, words, read)
    yield from _pictures(facts, pages, read)
    yield from _notes(facts)
    yield from _links(facts, words, read)


def _is_read(element: Node, read: frozenset[int]) -> bool:
    """Whether all pages that it stands on could be measured: of others nobody knows the words."""
    return all(page in read for page, _ in element.all_marks())


# ---- headings, pictures ----


def _headings(
    facts: Facts, words: dict[PageMark, str], read: frozenset[int]
) -> Iterator[Diagnostic]:
    before, first = 0, True
    for element in facts.elements:
        match = _LEVEL.fullmatch(element.role)
        if not match:
            first = first and element.role not in ("H", "Title")
            continue
        level, text = int(match[1]), words_in(element, words)
        if not text and _is_read(element, read):
            yield found("pdf-heading-empty", f"A heading of level {level} has no words.")
        if first and level > 1:
            yield found(
                "pdf-heading-first",
                f"The first heading, “{short(text)}”, is of level {level}, not 1.",
                words=text,
            )
        elif level > before + 1 and before:
            yield found(
                "pdf-heading-skipped",
                f"The heading “{short(text)}” is of level {level}, but the one before it is of "
                f"level {before}.",
                words=text,
            )
        before, first = level, False
    if first and facts.pages > 3:
        yield found("pdf-headings-missing", f"{facts.pages} pages have no heading at all.")


def _pictures(
    facts: Facts, pages: list[MeasuredPage], read: frozenset[int]
) -> Iterator[Diagnostic]:
    spoken = {(page.number, mark) for page in pages for mark in page.actual}
    number = 0
    for element in facts.elements:
        if element.role not in PICTURES:
            continue
        number += 1
        told = (element.alt or "").strip() or element.actual is not None
        marks = set(element.all_marks())
        if not told and not (marks and marks <= spoken) and _is_read(element, read):
            page = next((page for page, _ in element.all_marks()), -1)
            where = f", on {on_pages([page])}," if page >= 0 else ""
            yield found("pdf-alt-missing", f"Picture {number}{where} has no alternative text.")


# ---- notes, links ----


def _notes(facts: Facts) -> Iterator[Diagnostic]:
    names: set[str] = set()
    for element in facts.elements:
        if element.role == "Note":
            if not element.name or element.name in names:
                yield found("pdf-note-without-name", "A note has no name of its own.")
                return
            names.add(element.name)


def _links(facts: Facts, words: dict[PageMark, str], read: frozenset[int]) -> Iterator[Diagnostic]:
    vague: list[str] = []
    for element in facts.elements:
        goal = element.goal() if element.role == "Link" else None
        if goal is None:
            continue
        text = words_in(element, words)
        said = text or _names(goal) or any(kid.alt or kid.actual for kid in element.within())
        if not said and _is_read(element, read):
            page = next((page for page, _ in element.all_marks()), -1)
            where = f" on {on_pages([page])}" if page >= 0 else ""
            yield found("pdf-link-without-words", f"A link{where} has no words.")
        elif _VAGUE.fullmatch(text) and not any(one.role == "TOC" for one in element.ancestors()):
            vague.append(text)
    if vague:
        shown = ", ".join(f"“{text}”" for text in sorted(set(vague))[:4])
        yield found("pdf-link-words-vague", f"Links say only {shown}.", words=vague[0])


def _names(goal: Goal) -> bool:
    """Whether the annotation says more than where it leads; reader programs read that out."""
    return bool(goal.said) and goal.said != goal.address
