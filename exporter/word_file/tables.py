"""What a table of Word's is: its rows and cells, what heads it, and whether it is a table at all.

People also set things side by side with tables. Word has no mark for that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias

from exporter.word_file.names import WRAPPERS, Element, W, is_on, value
from exporter.word_file.pictures import HOLDERS

_NO_STYLES = ("", "tablenormal", "normaltable", "normal table")
_FIRST_ROW, _FIRST_COLUMN = 0x20, 0x80

Merge: TypeAlias = Literal["", "first", "lower"]
"""What a cell is of cells that are merged downwards; empty: it stands alone."""


def rows_of(table: Element) -> list[Element]:
    """Its rows, without those that are deleted or hidden."""
    return [row for row in every_row_of(table) if not _is_gone(row)]


def every_row_of(table: Element) -> list[Element]:
    """Its rows, with those that are deleted or hidden."""
    return list(_within(table, f"{W}tr"))


def change_of(row: Element) -> Element | None:
    """The change by which somebody put a row in or took it out, if it was tracked."""
    properties = row.find(f"{W}trPr")
    made = () if properties is None else (properties.find(f"{W}{way}") for way in ("ins", "del"))
    return next((one for one in made if one is not None), None)


def is_hidden(row: Element) -> bool:
    return bool(is_on(row.find(f"{W}trPr"), "hidden"))


def cells_of(row: Element) -> list[Element]:
    return list(_within(row, f"{W}tc"))


def merge_of(cell: Element) -> Merge:
    """Whether a cell begins merged cells, or goes on with those above it, if there are such."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    if merge is None:
        return ""
    return "first" if merge.get(f"{W}val") == "restart" else "lower"


def _within(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in WRAPPERS:
            yield from _within(child, tag)


def _is_gone(row: Element) -> bool:
    properties = row.find(f"{W}trPr")
    if properties is None:
        return False
    return properties.find(f"{W}del") is not None or bool(is_on(properties, "hidden"))


def is_head(row: Element) -> bool:
    """Whether a row heads the columns: Word repeats it on each page."""
    return bool(is_on(row.find(f"{W}trPr"), "tblHeader"))


def first_row_stands_out(table: Element) -> bool:
    return _looks(table, "firstRow", _FIRST_ROW)


def first_column_stands_out(table: Element) -> bool:
    """Whether the first cell of each row heads it. Word has no other mark for that."""
    return _looks(table, "firstColumn", _FIRST_COLUMN)


def _looks(table: Element, name: str, bit: int) -> bool:
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return False
    named = look.get(f"{W}{name}")
    if named is not None:
        return named in ("1", "true", "on")
    try:
        return bool(int(look.get(f"{W}val", "0"), 16) & bit)
    except ValueError:
        return False


def is_layout(table: Element) -> bool:
    """Whether a table only sets things side by side, or draws a frame around them.

    It is one where a row heads it. Else it is none where pictures stand beside their words; nor,
    unless it has a style, where it has one row or column, or is nested. Most tables that people
    make have no style: that alone says nothing.
    """
    rows = rows_of(table)
    return not any(map(is_head, rows)) and _sets_side_by_side(
        table, [cells_of(one) for one in rows]
    )


def _sets_side_by_side(table: Element, rows: list[list[Element]]) -> bool:
    if _are_pictures_and_words(rows):
        return True
    if value(table, "tblPr", "tblStyle").lower() not in _NO_STYLES:
        return False
    return is_single(rows) or _is_nested(table)


def is_single(rows: list[list[Element]]) -> bool:
    """Whether there is one row, or one column: nothing that could head anything."""
    return len(rows) < 2 or max(map(len, rows)) < 2


def _is_nested(table: Element) -> bool:
    around = next(table.iterancestors(f"{W}tbl"), None)
    return around is not None or table.find(f".//{W}tbl") is not None


def _are_pictures_and_words(rows: list[list[Element]]) -> bool:
    """Whether each row is a picture and words beside it, as in easy read; few lack the picture."""
    pictures = 0
    for cells in rows:
        if len(cells) != 2:
            return False
        silent = [cell for cell in cells if not _has_words(cell)]
        if not silent:
            return False
        pictures += len(silent) == 1 and next(silent[0].iter(*HOLDERS), None) is not None
    return pictures > 0 and pictures * 2 >= len(rows)


def _has_words(cell: Element) -> bool:
    return any((part.text or "").strip() for part in cell.iter(f"{W}t"))
