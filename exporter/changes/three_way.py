"""What became of a difference in the sources as they are now: its place, or a conflict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from exporter.changes.aligning import Pair, aligned
from exporter.changes.change import Change
from exporter.changes.differences import Difference
from exporter.changes.placing import Sources
from exporter.changes.units import Unit
from exporter.diagnostics import NOWHERE, Place

_GONE = "The sources have no such words any more."
_OWN = "It stands in a part of the partner's own, or the program sets it."
_NEIGHBOUR_GONE = "What stood beside it is not in the sources any more."


def mapped(
    base: Sequence[Unit], others: Sequence[Unit], pairs: Sequence[Pair] = ()
) -> dict[int, Unit]:
    """For each thing of the base, its cells too, what it is in another state of the document."""
    found: dict[int, Unit] = {}
    for pair in pairs or aligned(base, others):
        if pair.before is None or pair.after is None:
            continue
        found[id(pair.before)] = pair.after
        if len(pair.before.cells) == len(pair.after.cells):
            for cell, now in zip(pair.before.cells, pair.after.cells, strict=True):
                found[id(cell)] = now
    return found


@dataclass(frozen=True)
class Compared:
    """The base, and what each thing of it is in the sources as they are now, and in the file."""

    base: tuple[Unit, ...]
    ours: tuple[Unit, ...]
    now: dict[int, Unit]
    their: dict[int, Unit]
    sources: Sources

    def shown(self) -> Iterator[tuple[Unit, Unit, Unit | None]]:
        """Each thing of the base that is still there: it, what it is now, and in the file."""
        for unit in self.base:
            for one in (unit, *unit.cells):
                if id(one) in self.now:
                    yield one, self.now[id(one)], self.their.get(id(one))

    def change(self, one: Difference) -> Change | None:
        """A difference with its place; None where the source says so already."""
        if one.base is None:
            return self._new(one)
        ours = self.now.get(id(one.base))
        change = Change(kind=one.kind, old=one.old, new=one.new, why=one.why, theirs=one.theirs)
        change = replace(change, beside=self._now(one.beside), followed=self._now(one.followed))
        if one.why:
            change = replace(change, state="for a person")
        if ours is None and not one.base.parts()[0].entry.place.file:
            return replace(change, state="for a person", why=_OWN)
        if ours is None:
            if one.theirs is None:
                return None  # it is gone here, too
            return replace(change, place=self._old_place(one.base), state="conflict", why=_GONE)
        place, lead = self.sources.where(ours), self._lead(ours, one)
        change = replace(change, ours=ours, place=place, lead=lead)
        if ours.words != one.base.words or ours.inside_keys != one.base.inside_keys:
            if one.theirs is not None and ours.words == one.theirs.words and one.kind != "moved":
                return None
            now = f"Since then it has become: {ours.text}"
            return replace(change, state="conflict", why=now)
        if one.kind == "moved" and self._is_moved(one, ours):
            return None
        return change

    def where(self, base: Unit) -> Place:
        """Where a thing of the base stands now, or stood."""
        ours = self.now.get(id(base))
        return self._old_place(base) if ours is None else self.sources.where(ours)

    def _lead(self, ours: Unit, one: Difference) -> str:
        """What the program says before the words of a thing, if both states begin with it."""
        found = None if ours.cells else self.sources.found(ours)
        lead = found.passage.before if found else ""
        return lead if one.old.startswith(lead) and one.new.startswith(lead) else ""

    def _new(self, one: Difference) -> Change | None:
        theirs = one.theirs
        assert theirs is not None
        beside, followed = self._now(one.beside), self._now(one.followed)
        if theirs.key in self._added:
            return None
        near = beside or followed
        change = Change(
            kind=one.kind, old=one.old, new=one.new, theirs=theirs, beside=beside, followed=followed
        )
        if near is None or (one.beside is not None and beside is None):
            old = self._old_place(one.beside) if one.beside else NOWHERE
            place = self.sources.where(near) if near else old
            return replace(change, place=place, state="conflict", why=_NEIGHBOUR_GONE)
        return replace(change, place=self.sources.where(near))

    def _now(self, unit: Unit | None) -> Unit | None:
        return None if unit is None else self.now.get(id(unit))

    @cached_property
    def _added(self) -> frozenset[tuple[str, str]]:
        """What somebody has put into the source since."""
        known = {id(one) for one in self.now.values()}
        return frozenset(one.key for one in self.ours if id(one) not in known)

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {id(one): number for number, one in enumerate(self.ours)}

    def follower(self, ours: Unit) -> Unit | None:
        """What comes after a thing in the source."""
        at = self._numbers[id(ours)] + 1
        return self.ours[at] if at < len(self.ours) else None

    def _is_moved(self, one: Difference, ours: Unit) -> bool:
        """Whether somebody has moved it there in the source, too."""
        beside = self._now(one.beside)
        return beside is not None and not beside.cells and self.follower(beside) is ours

    def _old_place(self, unit: Unit) -> Place:
        """Where it stood, by the names of files that it came with."""
        entry = unit.parts()[0].entry
        if not entry.place.file:
            return NOWHERE
        return Place((self.sources.folder / entry.place.file).as_posix(), entry.place.line)
