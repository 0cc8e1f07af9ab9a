"""The rows of a table in a PDF, and what stands in it and in no row: strangers nest both as they
like (TD in Table, P in TR, TR in Div), and no word of that may be lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from exporter.pdf_file.tree import Kid, Node

_ROW_GROUPS = frozenset(["THead", "TBody", "TFoot"])
_GROUPS = _ROW_GROUPS | {"Part", "Art", "Sect", "Div", "NonStruct", "Span"}
_CELLS = frozenset(["TH", "TD"])


@dataclass(slots=True)
class RowsOf:
    """The kids of each row, with whether it stands in the head; what is in none; the captions."""

    rows: list[tuple[list[Kid], bool]] = field(default_factory=list)
    loose: list[Kid] = field(default_factory=list)
    captions: list[Node] = field(default_factory=list)


def is_cell(kid: Kid) -> bool:
    return isinstance(kid, Node) and kid.role in _CELLS


def rows_of(table: Node) -> RowsOf:
    """All that a table holds."""
    found = RowsOf()
    _gather(table.kids, found, head=False)
    return found


def _gather(kids: Iterable[Kid], found: RowsOf, *, head: bool) -> None:
    row: list[Kid] | None = None
    for kid in kids:
        if is_cell(kid):  # cells without a row: those that follow one another are one
            if row is None:
                row = []
                found.rows.append((row, head))
            row.append(kid)
            continue
        row = None
        if not isinstance(kid, Node):
            found.loose.append(kid)
        elif kid.role == "Caption":
            found.captions.append(kid)
        elif kid.role == "TR" and not _has_rows(kid):
            found.rows.append((list(_in_row(kid.kids)), head))
        elif kid.role in _ROW_GROUPS or kid.role == "TR" or _is_group(kid):
            _gather(kid.kids, found, head=head or kid.role == "THead")
        else:
            found.loose.append(kid)


def _in_row(kids: Iterable[Kid]) -> Iterator[Kid]:
    """The cells of a row, out of their groups; anything else there is counts as a cell."""
    for kid in kids:
        if isinstance(kid, Node) and _is_group(kid):
            yield from _in_row(kid.kids)
        else:
            yield kid


def _has_rows(row: Node) -> bool:
    return any(kid.role == "TR" for kid in row.nodes())


def _is_group(node: Node) -> bool:
    """Whether it only holds rows, cells or groups of them together."""
    return node.role in _GROUPS and any(
        kid.role in ("TR", *_CELLS, *_GROUPS) for kid in node.nodes()
    )
