"""References and notes: names of the imported file become names of the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import cast

from exporter.importing.decide.draft import Draft
from exporter.importing.decide.words import ANCHOR
from exporter.model import (
    Block,
    Blocks,
    Foreign,
    Inline,
    Inlines,
    Link,
    NoteMark,
    Reference,
    Stress,
    Strong,
    Term,
)
from exporter.source import (
    Call,
    SourceBlocks,
    SourceItem,
    SourceList,
    SourceRow,
    SourceSection,
    SourceTable,
)
from exporter.walk import Change, changed, plain_text

Refill = Callable[[Inlines], Inlines]


def with_words(blocks: SourceBlocks, refill: Refill) -> SourceBlocks:
    """The blocks, with all their words changed."""
    made: list[Block | Call | SourceList] = []
    for block in blocks:
        match block:
            case Call():
                made.append(replace(block, caption=refill(block.caption)))
            case SourceList():
                items = tuple(SourceItem(with_words(one.blocks, refill)) for one in block.items)
                made.append(replace(block, items=items))
            case _:
                change = Change(words=refill, blocks=lambda inside: with_words(inside, refill))  # type: ignore[arg-type,return-value]
                made.append(changed(block, change))
    return tuple(made)


def cells_with_words(tables: tuple[SourceTable, ...], refill: Refill) -> tuple[SourceTable, ...]:
    """The tables, with the words of all their cells changed."""

    def row(cells: tuple[Blocks, ...]) -> tuple[Blocks, ...]:
        return tuple(cast("Blocks", with_words(cell, refill)) for cell in cells)

    return tuple(replace(one, rows=tuple(map(row, one.rows))) for one in tables)


def marks_in(blocks: SourceBlocks) -> Iterator[str]:
    """The names of the notes that some blocks cite, in order."""
    found: list[str] = []

    def note(inlines: Inlines) -> Inlines:
        found.extend(one.anchor for one in _within(inlines) if isinstance(one, NoteMark))
        return inlines

    with_words(blocks, note)
    yield from found


def _within(inlines: Inlines) -> Iterator[Inline]:
    for one in inlines:
        yield one
        if isinstance(one, Strong | Stress | Term | Foreign | Link | Reference):
            yield from _within(one.children)


@dataclass(frozen=True, slots=True)
class Resolver:
    """Leads each reference to the part of the source that it means."""

    draft: Draft
    known: frozenset[str]
    number: int = 0
    """The paragraph of the section that is looked at."""

    def section(self, section: SourceSection) -> SourceSection:
        """A section with all below it, its references resolved."""
        return replace(self, number=section.place.line)._section(section)

    def _section(self, section: SourceSection) -> SourceSection:
        return replace(
            section,
            body=with_words(section.body, self.inlines),
            tables=cells_with_words(section.tables, self.inlines),
            easy_read=tuple(map(self._row, section.easy_read)),
            notes=tuple(
                replace(note, children=self.inlines(note.children)) for note in section.notes
            ),
            sections=tuple(map(self.section, section.sections)),
        )

    def _row(self, row: SourceRow) -> SourceRow:
        return replace(row, blocks=with_words(row.blocks, self.inlines))  # type: ignore[arg-type]

    def inlines(self, inlines: Inlines) -> Inlines:
        made: list[Inline] = []
        for one in self._together(inlines):
            match one:
                case Reference(children, target):
                    made += self._reference(one, self.inlines(children), target)
                case Strong() | Stress() | Term() | Foreign() | Link():
                    made.append(replace(one, children=self.inlines(one.children)))
                case _:
                    made.append(one)
        return tuple(made)

    def _together(self, inlines: Inlines) -> Iterator[Inline]:
        """References that follow one another and mean the same part are one: Word fills in only
        some words of it."""
        waiting: Reference | None = None
        for one in inlines:
            if isinstance(one, Reference) and waiting is not None and self._same(waiting, one):
                target = max(waiting.target, one.target, key=_is_filled)
                waiting = Reference((*waiting.children, *one.children), target)
                continue
            if waiting is not None:
                yield waiting
            waiting = one if isinstance(one, Reference) else None
            if waiting is None:
                yield one
        if waiting is not None:
            yield waiting

    def _same(self, one: Reference, other: Reference) -> bool:
        meant = self._meant(one.target)
        return bool(meant) and meant == self._meant(other.target)

    def _meant(self, target: str) -> str:
        """The part of the source that a reference of the imported file means; empty for none."""
        meant = self.draft.anchors.get(target.lstrip(ANCHOR), "")
        return meant if target.startswith(ANCHOR) and meant in self.known else ""

    def _reference(self, one: Reference, children: Inlines, target: str) -> Inlines:
        if not target.startswith(ANCHOR):
            return (one,)
        meant = self._meant(target)
        if not meant:
            told = f"{plain_text(children)} (#{target.lstrip(ANCHOR)})"
            self.draft.decisions.add("link-without-target", told, self.number)
            return children
        words = plain_text(children)
        counted = _is_filled(target) and _COUNTED.match(words)
        if counted:
            self.draft.decisions.add("reference-counted", words, self.number)
        return (Reference(() if counted else children, meant),)


def _is_filled(target: str) -> bool:
    """Whether Word fills in the words of a reference."""
    return target.startswith(ANCHOR * 2)


_COUNTED = re.compile(r"(?:figure|fig\.|table|part|section)?\s*\d+\b", re.IGNORECASE)
"""Words of a reference that the program fills in again: they hold a number."""
