"""Rules on what a PDF says of itself: its catalogue, its tags, its links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.diagnostics import Diagnostic, short
from exporter.file_rules.pdf.catalogue import found, on_pages
from exporter.file_rules.pdf.facts import Facts
from exporter.file_rules.pdf.measured import MeasuredPage, words_of
from exporter.file_rules.pdf.paragraphs import PICTURES
from exporter.pdf_file.tree import Node, PageMark

_LEVEL = re.compile(r"H([1-6])")
_VAGUE = re.compile(
    r"(click |read |find out |see |go |look )?(here|more|this|link|this link|this page|read more|"
    r"details|download)[.!]?",
    re.IGNORECASE,
)
_LONG = 10
"""Pages; from here on a document needs bookmarks and headings to be found one's way in."""


def check(facts: Facts, pages: list[MeasuredPage]) -> Iterator[Diagnostic]:
    words = words_of(pages)
    yield from _file(facts)
    if facts.tagged:
        yield from _headings(facts, words)
        yield from _pictures(facts)
        yield from _tables(facts, words)
        yield from _lists(facts)
        yield from _notes(facts)
        yield from _links(facts, words)
        yield from _untagged_words(facts, pages)
    yield from _annotations(facts)


def _file(facts: Facts) -> Iterator[Diagnostic]:
    if not facts.tagged:
        yield found("pdf-untagged", "This PDF has no tags: nothing in it is marked as a heading, "
                    "a list, a picture or a table.")  # fmt: skip
    elif not facts.marked:
        yield found("pdf-tags-not-declared", "This PDF has tags, and does not say that they count.")
    if not facts.language:
        yield found("pdf-language-missing", "This PDF does not say which language it is in.")
    if not facts.title:
        yield found("pdf-title-missing", "This PDF has no title in its properties.")
    elif not facts.title_shown:
        yield found("pdf-title-not-shown", "The window shows the name of the file, not the title.")
    if not facts.readable_by_machines:
        yield found("pdf-locked-for-readers", "This PDF is protected against screen readers.")
    if not facts.standard:
        yield found("pdf-standard-missing", "This PDF does not say that it keeps to PDF/UA.")
    if not facts.bookmarks and len(facts.pages) >= _LONG:
        yield found(
            "pdf-bookmarks-missing", f"This PDF has {len(facts.pages)} pages and no bookmarks."
        )
    if facts.fonts_not_embedded:
        names = ", ".join(facts.fonts_not_embedded[:5])
        yield found("pdf-fonts-not-embedded", f"These typefaces are not in the file: {names}.")
    if facts.fonts_without_letters:
        names = ", ".join(facts.fonts_without_letters[:5])
        yield found(
            "pdf-fonts-without-letters", f"These typefaces do not tell their letters: {names}."
        )


# ---- headings, pictures ----


def _headings(facts: Facts, words: dict[PageMark, str]) -> Iterator[Diagnostic]:
    before, first = 0, True
    for element in facts.elements:
        match = _LEVEL.fullmatch(element.role)
        if not match:
            first = first and element.role not in ("H", "Title")
            continue
        level, text = int(match[1]), _text(element, words)
        if not text:
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
    if first and len(facts.pages) > 3:
        yield found("pdf-headings-missing", f"{len(facts.pages)} pages have no heading at all.")


def _pictures(facts: Facts) -> Iterator[Diagnostic]:
    number = 0
    for element in facts.elements:
        if element.role not in PICTURES:
            continue
        number += 1
        if not (element.alt or element.actual or "").strip():
            page = next((page for page, _ in element.all_marks()), -1)
            where = f", on {on_pages([page])}," if page >= 0 else ""
            yield found("pdf-alt-missing", f"Picture {number}{where} has no alternative text.")


# ---- tables ----


def _tables(facts: Facts, words: dict[PageMark, str]) -> Iterator[Diagnostic]:
    number = 0
    for table in facts.elements:
        if table.role != "Table":
            continue
        number += 1
        rows = list(_rows(table))
        cells = [cell for row in rows for cell in row]
        name = _table_name(table, number, words)
        heads = [cell for cell in cells if cell.role == "TH"]
        if cells and not heads:
            yield found("pdf-table-header-missing", f"{name} has no header cells.")
        elif _has_gap(rows, words):
            yield found(
                "pdf-table-header-missing",
                f"In {name} one cell of the header row or column is not marked as a header.",
            )
        if any(not cell.scope for cell in heads) and not any(cell.headers for cell in cells):
            yield found("pdf-table-scope-missing", f"In {name} headers do not say what they head.")
        if not any(cell.rows > 1 for cell in cells):
            lengths = {sum(cell.columns for cell in row) for row in rows}
            if len(lengths) > 1:
                yield found(
                    "pdf-table-rows-uneven",
                    f"{name} has rows of {min(lengths)} and of {max(lengths)} cells.",
                )


def _has_gap(rows: list[list[Node]], words: dict[PageMark, str]) -> bool:
    """Whether a header row or header column has a cell that is none, but for an empty corner."""
    spans = any(cell.columns > 1 or cell.rows > 1 for row in rows for cell in row)
    if spans or not rows or not all(rows):
        return False
    header_row = any(cell.role == "TH" and cell.scope != "Row" for cell in rows[0][1:])
    if header_row and any(cell.role != "TH" and _text(cell, words) for cell in rows[0]):
        return True
    column = [row[0].role == "TH" for row in rows[1 if header_row else 0 :]]
    return any(column) and not all(column)


def _rows(table: Node) -> Iterator[list[Node]]:
    for kid in table.nodes():
        if kid.role == "TR":
            yield [cell for cell in kid.nodes() if cell.role in ("TH", "TD")]
        elif kid.role in ("THead", "TBody", "TFoot"):
            yield from _rows(kid)


def _table_name(table: Node, number: int, words: dict[PageMark, str]) -> str:
    caption = next((kid for kid in table.nodes() if kid.role == "Caption"), None)
    text = _text(caption, words) if caption else ""
    return f"the table “{short(text)}”" if text else f"table {number}"


# ---- lists, notes, links ----


def _lists(facts: Facts) -> Iterator[Diagnostic]:
    for element in facts.elements:
        parent = element.parent.role if element.parent else ""
        if element.role == "LI" and parent != "L":
            yield found("pdf-list-broken", "An item stands in no list.")
            return
        if element.role == "L" and any(
            kid.role not in ("LI", "L", "Caption") for kid in element.nodes()
        ):
            yield found("pdf-list-broken", "A list holds something that is no item.")
            return


def _notes(facts: Facts) -> Iterator[Diagnostic]:
    names: set[str] = set()
    for element in facts.elements:
        if element.role == "Note":
            if not element.name or element.name in names:
                yield found("pdf-note-without-name", "A note has no name of its own.")
                return
            names.add(element.name)


def _links(facts: Facts, words: dict[PageMark, str]) -> Iterator[Diagnostic]:
    vague: list[str] = []
    for element in facts.elements:
        if element.role != "Link" or not element.goal():
            continue
        text = _text(element, words)
        if not text and not any(kid.alt or kid.actual for kid in element.within()):
            page = next((page for page, _ in element.all_marks()), -1)
            where = f" on {on_pages([page])}" if page >= 0 else ""
            yield found("pdf-link-without-words", f"A link{where} has no words.")
        elif _VAGUE.fullmatch(text) and not any(one.role == "TOC" for one in element.ancestors()):
            vague.append(text)
    if vague:
        shown = ", ".join(f"“{text}”" for text in sorted(set(vague))[:4])
        yield found("pdf-link-words-vague", f"Links say only {shown}.", words=vague[0])


def _annotations(facts: Facts) -> Iterator[Diagnostic]:
    silent = [n for n, page in enumerate(facts.pages) if page.links_without_contents]
    if silent:
        yield found(
            "pdf-link-contents-missing", f"Links on {on_pages(silent)} have no description."
        )
    outside = [n for n, page in enumerate(facts.pages) if page.links_outside_tree]
    if outside and facts.tagged:
        yield found("pdf-link-untagged", f"Links on {on_pages(outside)} are in no tag.")
    unordered = [n for n, page in enumerate(facts.pages) if page.annotations and page.tabs != "S"]
    if unordered:
        yield found(
            "pdf-tabs-order",
            f"On {on_pages(unordered)} the Tab key does not follow the order of the tags.",
        )


def _untagged_words(facts: Facts, pages: list[MeasuredPage]) -> Iterator[Diagnostic]:
    owners = facts.owners()
    loose = [
        (page.number, run.words.strip())
        for page in pages
        for run in page.runs
        if not run.artifact and (page.number, run.mark) not in owners
    ]
    if loose:
        first = loose[0][1]
        yield found(
            "pdf-words-untagged",
            f"Words on {on_pages(page for page, _ in loose)} are in no tag, for example "
            f"“{short(first)}”.",
            words=first,
        )


def _text(element: Node, words: dict[PageMark, str]) -> str:
    if element.actual is not None:
        return element.actual.strip()
    joined = "".join(words.get(mark, "") for mark in element.all_marks())
    actual = "".join(one.actual or "" for one in element.within())
    return " ".join((joined or actual).split())
