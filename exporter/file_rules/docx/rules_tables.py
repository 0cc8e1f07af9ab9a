"""Rules on tables, also those that only set things side by side."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.diagnostics import Diagnostic
from exporter.file_rules.docx.catalogue import found
from exporter.file_rules.docx.look import number
from exporter.file_rules.docx.story import Story, table_words, text_of
from exporter.word_file.names import Element, W, is_on, value
from exporter.word_file.tables import (
    cells_of,
    first_column_stands_out,
    first_row_stands_out,
    is_head,
    is_layout,
    is_single,
    rows_of,
)


def check(story: Story) -> Iterator[Diagnostic]:
    for _, root, _ in story.parts:
        for table in root.iter(f"{W}tbl"):
            yield from _table(table, story.places.get(table, ""))


def _table(table: Element, where: str) -> Iterator[Diagnostic]:
    rows = rows_of(table)
    words = table_words(table)
    if next(table.iterancestors(f"{W}tbl"), None) is not None:
        yield found("word-table-nested", "A table stands inside another.", where, words=words)
    yield from _headers(table, rows, where, words)
    yield from _shape(table, rows, where, words)
    yield from _blank(rows, where, words)
    splitting = [row for row in rows if not is_on(row.find(f"{W}trPr"), "cantSplit")]
    if splitting:
        message = f"{len(splitting)} of {len(rows)} rows may break over pages."
        yield found("word-table-row-splits", message, where, words=words)
    properties = table.find(f"{W}tblPr")
    if is_layout(table):
        return
    if not (value(properties, "tblCaption") or value(properties, "tblDescription")):
        message = "A table has no title or description."
        yield found("word-table-description-missing", message, where, words=words)


def _headers(table: Element, rows: list[Element], where: str, words: str) -> Iterator[Diagnostic]:
    if not rows or is_layout(table) or is_single([cells_of(row) for row in rows]):
        return
    if is_head(rows[0]):
        return
    if any(map(is_head, rows)):
        message = "A table has a header row that is not its first."
    elif first_column_stands_out(table) and not first_row_stands_out(table):
        return  # a header column alone: every record of ours, set as rows
    else:
        message = "A table does not say which row heads it."
    yield found("word-table-header-missing", message, where, words=words)


def _shape(table: Element, rows: list[Element], where: str, words: str) -> Iterator[Diagnostic]:
    columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    merged = wrong = opened = 0
    for row in rows:
        cells = cells_of(row)
        width = int(
            number(value(row, "trPr", "gridBefore")) + number(value(row, "trPr", "gridAfter"))
        )
        for cell in cells:
            properties = cell.find(f"{W}tcPr")
            span = max(1, int(number(value(properties, "gridSpan"), 1)))
            width += span
            tall = properties is not None and any(
                properties.find(f"{W}{name}") is not None for name in ("vMerge", "hMerge")
            )
            merged += span > 1 or tall
            opened += len(cell) == 0 or cell[-1].tag not in (f"{W}p", f"{W}sdt")
        wrong += width != columns
    if merged:
        yield found(
            "word-table-merged", f"{merged} cells of a table are merged.", where, words=words
        )
    if wrong:
        message = f"{wrong} rows do not fill the {columns} columns of their table."
        yield found("word-table-grid", message, where, words=words)
    if opened:
        message = f"{opened} cells of a table do not end in a paragraph."
        yield found("word-table-cell-open", message, where, words=words)


def _blank(rows: list[Element], where: str, words: str) -> Iterator[Diagnostic]:
    filled = [[_is_filled(cell) for cell in cells_of(row)] for row in rows]
    if any(row and not any(row) for row in filled):
        yield found("word-table-blank", "A row of a table is empty.", where, words=words)
    even = len({len(row) for row in filled}) == 1 and len(filled) > 1
    if even and any(not any(column) for column in zip(*filled, strict=True)):
        yield found("word-table-blank", "A column of a table is empty.", where, words=words)


def _is_filled(cell: Element) -> bool:
    return bool(text_of(cell).strip()) or any(
        True for _ in cell.iter(f"{W}drawing", f"{W}pict", f"{W}object", f"{W}sym")
    )
