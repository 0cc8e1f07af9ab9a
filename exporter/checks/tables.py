"""Rules on tables."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.checks.reading import Reading
from exporter.checks.rule import (
    FOR_INFORMATION,
    MUST_FIX,
    PLEASE_ANSWER,
    Finding,
    rule,
)
from exporter.model import Section, Table
from exporter.rules import EVERY_LANGUAGE
from exporter.walk import blocks_within, plain_text, sections_within


def _tables(reading: Reading) -> Iterator[tuple[Section, Table]]:
    assert reading.document is not None
    for section in sections_within(reading.document.sections):
        for block in blocks_within(section.blocks):
            if isinstance(block, Table):
                yield section, block


def _found(section: Section, table: Table, message: str, words: str = "") -> Finding:
    place = table.place if table.place.file else section.place
    title = f"{table.label} {plain_text(table.caption)}".strip()
    return Finding(message=message, place=place, section=section.anchor, words=words or title)


@rule(
    "table-in-easy-read",
    title="Easy read has no tables, or very small ones.",
    reason="To read a table, one must look along two lines at once.",
    to_do="Say it in sentences, one row for each thing, or use a list.",
    cites=("S22 C", "S1 C"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    needs="document",
)
def table_in_easy_read(reading: Reading) -> Iterator[Finding]:
    for section, table in _tables(reading):
        columns = max((len(row) for row in table.rows), default=0)
        small = columns <= 3 and len(table.rows) <= 6
        finding = _found(
            section,
            table,
            f"There is a table here, of {columns} columns and {len(table.rows)} rows.",
        )
        if small:
            yield Finding(
                message=finding.message,
                place=finding.place,
                section=finding.section,
                words=finding.words,
                severity=FOR_INFORMATION,
            )
        else:
            yield finding


@rule(
    "table-without-headers",
    title="A table says what its columns or rows are.",
    reason="A screen reader says the heading with each cell. Without headings it says "
    "only the cells, one after the other.",
    to_do="Name the columns in the first line of the table. Or take “header_column: none” away, if "
    "the first column has the headings.",
    cites=("WCAG 1.3.1", "S11 A"),
    languages=EVERY_LANGUAGE,
    easy_read=MUST_FIX,
    prints=MUST_FIX,
    needs="document",
)
def table_without_headers(reading: Reading) -> Iterator[Finding]:
    for section, table in _tables(reading):
        if not table.columns and not table.header_column:
            yield _found(section, table, "This table has no headings at all.")


@rule(
    "table-header-repeated",
    title="Two columns of a table do not have the same heading.",
    reason="Whoever hears the table cannot tell the columns apart.",
    to_do="Say in each heading what is special about it: “Opens”, “Closes”.",
    cites=("WCAG 1.3.1", "WCAG 2.4.6"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="document",
)
def table_header_repeated(reading: Reading) -> Iterator[Finding]:
    for section, table in _tables(reading):
        lower = [column.lower() for column in table.columns]
        twice = next((name for name in table.columns if lower.count(name.lower()) > 1), "")
        if twice:
            yield _found(section, table, f"Two columns are called “{twice}”.", twice)


@rule(
    "table-without-caption",
    title="A table has words that say what it shows.",
    reason="People choose by the caption whether to read the table.",
    to_do="Write one sentence inside “::: table”.",
    cites=("WCAG 1.3.1", "S-own"),
    languages=EVERY_LANGUAGE,
    easy_read=FOR_INFORMATION,
    prints=FOR_INFORMATION,
    needs="document",
)
def table_without_caption(reading: Reading) -> Iterator[Finding]:
    for section, table in _tables(reading):
        if not table.caption:
            yield _found(section, table, "This table has no caption.")


_NOTHING = frozenset(("-", "–", "—", "n/a", "x", "?", "…", "...", "tbc", "nil", "/"))


@rule(
    "table-cell-says-nothing",
    title="A cell of a table says something.",
    reason="A dash may mean none, not known or does not apply. Aloud it means nothing.",
    to_do="Write “None”, “Not known” or “Does not apply”.",
    cites=("S11 A",),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="document",
)
def table_cell_says_nothing(reading: Reading) -> Iterator[Finding]:
    assert reading.document is not None
    sections = {section.anchor: section for section in sections_within(reading.document.sections)}
    for passage in reading.passages:
        if passage.kind == "cell" and passage.text.strip().lower() in _NOTHING:
            place = passage.place if passage.place.file else sections[passage.section].place
            yield Finding(
                message=f"This cell holds only “{passage.shown.strip()}”.",
                place=place,
                section=passage.section,
                words=passage.shown.strip(),
            )


FEWEST_CHARACTERS = 8


@rule(
    "table-column-narrow",
    title=f"A column of a table is wide enough for {FEWEST_CHARACTERS} letters.",
    reason="In large print a narrow column breaks every word.",
    to_do="Take a column out, or have each row shown as a list: “show_as: rows”.",
    cites=("S8 A", "S11 A", "S40 A"),
    languages=EVERY_LANGUAGE,
    large_print=PLEASE_ANSWER,
    clear_print=FOR_INFORMATION,
    needs="document",
)
def table_column_narrow(reading: Reading) -> Iterator[Finding]:
    assert reading.edition is not None
    theme = reading.edition.theme
    for section, table in _tables(reading):
        for index, share in enumerate(table.widths):
            letters = theme.page.text_width * share / (theme.small * 0.5)
            if letters < FEWEST_CHARACTERS:
                name = table.columns[index] if index < len(table.columns) else ""
                message = (
                    f"Column {index + 1} has room for {letters:.0f} letters; most words need "
                    f"{FEWEST_CHARACTERS}."
                )
                yield _found(section, table, message, name)
