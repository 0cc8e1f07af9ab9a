"""Tables and records as the same thing: cells under two headers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporter.outline import TOLD_AGAIN, Entry, Outline

Cell = tuple[str, str, str]
"""Row header, column header, words."""


def as_cells(outline: Outline) -> frozenset[Cell]:
    """Every cell of every table, whether it is set as a grid or as rows.

    In a grid both headers are the cell's own. Set as rows, a record is a small table: its caption
    is the row header, and its header column holds the column headers.
    """
    return frozenset(cells_in(outline))


def cells_in(outline: Outline) -> tuple[Cell, ...]:
    """The same, in reading order, and each as often as it stands there: two tables may have a cell
    of the same words under the same headers."""
    return tuple(part for part in _parts(outline) if not isinstance(part, Entry))


def without_cells(outline: Outline) -> Outline:
    """What is left beside the cells, with a caption where records have a label of their own."""
    return tuple(part for part in _parts(outline) if isinstance(part, Entry))


def _parts(outline: Outline) -> Iterator[Entry | Cell]:
    records = _records(outline)
    in_record, caption, captioned = False, "", -1
    for index, entry in enumerate(outline):
        match entry.role:
            case "table":
                in_record = index in records
                if index != captioned:
                    caption = ""
            case "header-cell":
                pass
            case "cell" if len(entry.headers) == 2:
                yield (entry.headers[0], entry.headers[1], entry.text)
            case "cell":
                yield (caption if in_record else "", "".join(entry.headers), entry.text)
            case "caption" if _next(outline, index) in records:
                caption, captioned = entry.text, _next(outline, index)
            case "label" if _heads_records(outline, index, records):
                yield replace(entry, role="caption")
            case _:
                yield entry


def _records(outline: Outline) -> set[int]:
    """Where tables begin that look like records: one header cell, then cells that name it."""
    begins = [index for index, entry in enumerate(outline) if entry.role == "table"]
    found = set()
    for index, end in zip(begins, [*begins[1:], len(outline)], strict=False):
        inside = [e for e in outline[index:end] if e.role in ("header-cell", "cell")]
        heads = next((i for i, e in enumerate(inside) if e.role == "cell"), 0)
        if heads == 1 and all(len(e.headers) <= 1 for e in inside):
            found.add(index)
    return found


def _next(outline: Outline, index: int) -> int:
    """The entry after this one and after what is told with it."""
    index += 1
    while index < len(outline) and outline[index].role in (*TOLD_AGAIN, "note"):
        index += 1
    return index


def _heads_records(outline: Outline, index: int, records: set[int]) -> bool:
    following = _next(outline, index)
    if following in records:
        return True
    is_caption = following < len(outline) and outline[following].role == "caption"
    return is_caption and _next(outline, following) in records
