"""Rules on tables, also those that only set things side by side."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.diagnostics import Diagnostic
from exporter.file_rules.docx.catalogue import found
from exporter.file_rules.docx.look import number
from exporter.file_rules.docx.story import Story, text_of
from exporter.word_file.names import Element, W, is_on, value

_BORDERS = ("tblBorders", "tcBorders")


def check(story: Story) -> Iterator[Diagnostic]:
    for _, root, _ in story.parts:
        for table in root.iter(f"{W}tbl"):
            yield from _table(table, story.places.get(table, ""))


def _table(table: Element, where: str) -> Iterator[Diagnostic]:
    rows = [row for row in table.iter(f"{W}tr") if _table_of(row) is table]
    words = " ".join(text_of(table).split())[:40]
    for ancestor in table.iterancestors(f"{W}tbl"):
        _ = ancestor
        yield found("word-table-nested", "A table stands inside another.", where, words=words)
        break
    yield from _headers(table, rows, where, words)
    yield from _shape(table, rows, where, words)
    yield from _blank(rows, where, words)
    splitting = [row for row in rows if not is_on(row.find(f"{W}trPr"), "cantSplit")]
    if splitting:
        message = f"{len(splitting)} of {len(rows)} rows may break over pages."
        yield found("word-table-row-splits", message, where, words=words)
    properties = table.find(f"{W}tblPr")
    if is_layout(table, rows):
        return
    if not (value(properties, "tblCaption") or value(properties, "tblDescription")):
        message = "A table has no title or description."
        yield found("word-table-description-missing", message, where, words=words)


def is_layout(table: Element, rows: list[Element]) -> bool:
    """Whether a table only sets things side by side: no style, no lines, no header.

    Microsoft exempts the style Table Normal; but LibreOffice gives every table of its own none.
    """
    styled = value(table, "tblPr", "tblStyle").lower() not in ("", "tablenormal", "normaltable")
    return not styled and not _is_ruled(table) and not any(_is_header(row) for row in rows)


def _is_ruled(table: Element) -> bool:
    lines = (line for name in _BORDERS for edge in table.iter(f"{W}{name}") for line in edge)
    return any(line.get(f"{W}val", "nil") not in ("nil", "none") for line in lines)


def _headers(table: Element, rows: list[Element], where: str, words: str) -> Iterator[Diagnostic]:
    if not rows or is_layout(table, rows):
        return
    if _is_header(rows[0]):
        return
    if any(_is_header(row) for row in rows):
        message = "A table has a header row that is not its first."
    elif _first_column(table) and not _first_row(table):
        return  # a header column alone: every record of ours, set as rows
    else:
        message = "A table does not say which row heads it."
    yield found("word-table-header-missing", message, where, words=words)


def _shape(table: Element, rows: list[Element], where: str, words: str) -> Iterator[Diagnostic]:
    columns = len(table.findall(f"{W}tblGrid/{W}gridCol"))
    merged = wrong = opened = 0
    for row in rows:
        cells = [cell for cell in row.iter(f"{W}tc") if _row_of(cell) is row]
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
    filled = [[_is_filled(cell) for cell in row.iter(f"{W}tc")] for row in rows]
    if any(row and not any(row) for row in filled):
        yield found("word-table-blank", "A row of a table is empty.", where, words=words)
    even = len({len(row) for row in filled}) == 1 and len(filled) > 1
    if even and any(not any(column) for column in zip(*filled, strict=True)):
        yield found("word-table-blank", "A column of a table is empty.", where, words=words)


def _is_filled(cell: Element) -> bool:
    return bool(text_of(cell).strip()) or any(
        True for _ in cell.iter(f"{W}drawing", f"{W}pict", f"{W}object", f"{W}sym")
    )


def _is_header(row: Element) -> bool:
    return bool(is_on(row.find(f"{W}trPr"), "tblHeader"))


def _first_row(table: Element) -> bool:
    return _look(table, "firstRow", 0x20)


def _first_column(table: Element) -> bool:
    return _look(table, "firstColumn", 0x80)


def _look(table: Element, name: str, bit: int) -> bool:
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return False
    given = look.get(f"{W}{name}")
    if given is not None:
        return given in ("1", "true", "on")
    try:
        return bool(int(look.get(f"{W}val", "0"), 16) & bit)
    except ValueError:
        return False


def _table_of(row: Element) -> Element | None:
    return next(row.iterancestors(f"{W}tbl"), None)


def _row_of(cell: Element) -> Element | None:
    return next(cell.iterancestors(f"{W}tr"), None)
