"""Items become lists: with the markers that were typed, in their order, going on where they do."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby, pairwise

from exporter.authored.findings import Findings
from exporter.diagnostics import Place
from exporter.load.lettered import Marker
from exporter.markers import marker_with_sign
from exporter.model import Delimiter, Item, List, ListStyle
from exporter.source import Call, SourceBlocks, SourceItem, SourceList


@dataclass(frozen=True, slots=True)
class ReadItem:
    """One item as it was read. Without a marker it has a bullet."""

    marker: Marker | None
    blocks: SourceBlocks
    place: Place


@dataclass(slots=True)
class Counting:
    """How far the lists of one text have counted, by kind: a later one may go on."""

    last: dict[tuple[ListStyle, Delimiter], int] = field(default_factory=dict)


def lists_of(
    items: list[ReadItem], counting: Counting, findings: Findings
) -> tuple[List | SourceList, ...]:
    """The lists that some items in a row make: one for each kind of marker."""
    groups = groupby(items, lambda item: item.marker and (item.marker.style, item.marker.delimiter))
    return tuple(_list(list(group), counting, findings) for _, group in groups)


def _list(items: list[ReadItem], counting: Counting, findings: Findings) -> List | SourceList:
    first = items[0]
    if first.marker is None:
        return _made("bullet", items, 1, ".")
    style, start, delimiter = first.marker.style, first.marker.value, first.marker.delimiter
    key = (style, delimiter)
    if start != 1 and counting.last.get(key) != start - 1:
        message = f"This list begins with {_shown(first.marker)}"
        findings.add(
            "list-start", first.place, f"{message.rstrip('.')}.", _start_hint(first.marker)
        )
    _look_at_order(items, findings)
    counting.last[key] = start + len(items) - 1
    return _made(style, items, start, delimiter)


def _made(
    style: ListStyle, items: list[ReadItem], start: int, delimiter: Delimiter
) -> List | SourceList:
    place = items[0].place
    if any(_calls(item.blocks) for item in items):
        inner = tuple(SourceItem(item.blocks) for item in items)
        return SourceList(style, inner, start, delimiter, place=place)
    whole = tuple(Item(item.blocks) for item in items)  # type: ignore[arg-type]
    return List(style, whole, start, delimiter, place=place)


def _calls(blocks: SourceBlocks) -> bool:
    """Whether anything among these blocks is called by name."""
    return any(isinstance(block, Call | SourceList) for block in blocks)


def _look_at_order(items: list[ReadItem], findings: Findings) -> None:
    """Numbers that are all the same are left to the program; others must be in order."""
    markers = [item.marker for item in items if item.marker]
    if len({one.value for one in markers}) == 1:
        return
    for (before, item), then in zip(pairwise(items), markers[1:], strict=True):
        assert before.marker is not None
        due = Marker(then.style, before.marker.value + 1, then.delimiter)
        if then != due:
            message = f"Here stands {_shown(then)}, and {_shown(due)} is next."
            findings.add("list-number", item.place, message, _ORDER)
            return


def _shown(one: Marker) -> str:
    return marker_with_sign(List(one.style, (), one.value, one.delimiter), 0)


def _start_hint(first: Marker) -> str:
    begin = _shown(Marker(first.style, 1, first.delimiter))
    typed = _shown(first)
    escaped = typed[:-1] + "\\" + typed[-1]
    return (
        f"A list begins with {begin} or goes on with one above it. Is an item missing? "
        f"If it is no list, write {escaped}"
    )


_ORDER = "Is an item missing, or twice? Put the numbers in order."
