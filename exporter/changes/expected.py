"""What a document must say once changes are saved: all that it said, but for those."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from exporter.changes.change import Change
from exporter.changes.three_way import Compared
from exporter.changes.units import Unit
from exporter.diagnostics import short
from exporter.outline import Entry
from exporter.saving.words import folded


def expected(compared: Compared, changes: Sequence[Change]) -> list[Unit]:
    """The things of the document with the changes in them, as each is in the file that came."""
    words: dict[int, str] = {}
    gone: set[int] = set()
    below: dict[int, list[Unit]] = {}
    above: dict[int, list[Unit]] = {}
    headings: list[tuple[str, str]] = []
    for change in changes:
        if change.ours is not None and change.kind in ("deleted", "moved", "row"):
            gone.add(id(change.ours))
        if change.kind in ("inserted", "moved") or (change.kind == "row" and not change.old):
            _put(change, below, above)
        elif change.kind in ("split", "merged"):
            _parted(change, compared, words, gone, below)
        elif change.ours is not None and change.kind not in ("deleted", "row", "link-target"):
            for unit in _shown_there(compared, change.ours):
                words[id(unit)] = change.new
            if change.kind == "heading":
                headings.append((folded(change.typed_old), folded(change.typed_new)))
    made: list[Unit] = []
    for unit in compared.ours:
        made += above.get(id(unit), [])
        if id(unit) not in gone:
            made.append(_with_words(unit, words))
        made += below.get(id(unit), [])
    return [_told_again(unit, headings) for unit in made] if headings else made


def told_by_program(compared: Compared, changes: Sequence[Change]) -> frozenset[str]:
    """The alternative texts that the program makes of charts in which something changes: what they
    say then follows from their words and numbers, which are compared one by one."""
    files = set()
    for change in changes:
        found = None if change.ours is None else compared.sources.found(change.ours)
        if found is not None and "charts" in found.passage.path[:-1]:
            files.add(found.name)
    figures = (one for one in compared.ours if one.entry.role == "figure") if files else ()
    return frozenset(
        one.words
        for one in figures
        if compared.sources.name_of(one.entry.place.file) in files
        and compared.sources.found(one) is None
    )


def _put(change: Change, below: dict[int, list[Unit]], above: dict[int, list[Unit]]) -> None:
    unit = change.theirs
    assert unit is not None
    if change.beside is not None:
        below.setdefault(id(change.beside), []).append(unit)
    elif change.followed is not None:
        above.setdefault(id(change.followed), []).append(unit)


def _parted(
    change: Change,
    compared: Compared,
    words: dict[int, str],
    gone: set[int],
    below: dict[int, list[Unit]],
) -> None:
    """A paragraph that is two now, or two that are one."""
    ours = change.ours
    assert ours is not None
    if change.kind == "split":
        first, second = change.new.split("\n")
        words[id(ours)] = first
        below.setdefault(id(ours), []).insert(0, Unit(Entry("paragraph", second)))
        return
    words[id(ours)] = change.new
    gone.add(id(compared.follower(ours)))


def _shown_there(compared: Compared, ours: Unit) -> list[Unit]:
    """Everything that shows what is typed at the place of this thing."""
    found = compared.sources.found(ours)
    every = (part for unit in compared.ours for part in unit.parts())
    if found is None:
        return [ours]
    return [
        one
        for one in every
        if one is ours
        or (
            one.words == ours.words
            and (other := compared.sources.found(one)) is not None
            and other.key == found.key
        )
    ]


def _with_words(unit: Unit, words: dict[int, str]) -> Unit:
    if unit.cells:
        return Unit(unit.entry, cells=tuple(_with_words(one, words) for one in unit.cells))
    if id(unit) not in words:
        return unit
    return Unit(Entry(unit.entry.role, words[id(unit)], unit.entry.level))


def _told_again(unit: Unit, headings: Sequence[tuple[str, str]]) -> Unit:
    """A thing that names a heading, which the program fills in, with its new words."""
    text = unit.text
    for old, new in headings:
        if unit.entry.role != "heading" and old and old in unit.words:
            text = unit.words.replace(old, new)
    if text == unit.text or unit.cells:
        return unit
    return Unit(Entry(unit.entry.role, text, unit.entry.level))


def says(
    wanted: Sequence[Unit], now: Sequence[Unit], by_program: Collection[str] = frozenset()
) -> str:
    """Where the document does not say what it should; empty where it does.

    Pictures whose alternative texts are among `by_program` may say something else now.
    """
    for one, other in zip(wanted, now, strict=False):
        free = one.words in by_program and one.key[0] == other.key[0] == "figure"
        if one.key != other.key and not free:
            return f"“{short(one.text, 40)}” would become “{short(other.text, 40)}”."
    if len(wanted) != len(now):
        return "Something more or less would stand in the document."
    return ""
