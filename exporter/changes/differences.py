"""What differs between what a file was made of and what it says now, thing by thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import partial

from exporter.changes.aligning import Pair
from exporter.changes.change import Kind
from exporter.changes.units import Unit, address
from exporter.saving.words import folded, tokens_of

_REWORDED: dict[str, Kind] = {
    "heading": "heading",
    "figure": "alt-text",
    "note": "note",
    "cell": "cell",
    "header-cell": "cell",
}
_TABLE = ("table", "")
"""The beginning of a table, which has no words."""
_BY_ITSELF: dict[str, Kind] = {"heading": "heading", "note": "note", "row": "row"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One difference. `base` is None for what is new, `theirs` for what is gone.

    `beside` is what stands before it in their file and was in the base, `followed` what stands
    after it.
    """

    kind: Kind
    old: str = ""
    new: str = ""
    base: Unit | None = None
    theirs: Unit | None = None
    beside: Unit | None = None
    followed: Unit | None = None
    also: tuple[Unit, ...] = ()
    """Of a merged paragraph the second that it is made of."""
    why: str = ""
    role_changed: bool = False
    """Whether it is another kind of paragraph now, with the same words."""


def differences(base: Sequence[Unit], pairs: Sequence[Pair]) -> list[Difference]:
    """Every difference, in the order of their file."""
    passed_on = _passed_on(base, pairs)
    found: list[Difference] = []
    for pair, (beside, followed) in zip(pairs, _neighbours(pairs), strict=False):
        found += (
            replace(one, beside=beside, followed=followed)
            for one in _of_pair(pair)
            if not (one.role_changed and id(one.base) in passed_on)
        )
    return _split_and_merged(found)


def _passed_on(base: Sequence[Unit], pairs: Sequence[Pair]) -> set[int]:
    """Things that look like the one before them, which is gone.

    Where the end of a paragraph is taken out and tracked, LibreOffice gives its look to the next.
    """
    now = {id(one.before): one for one in pairs if one.before is not None}
    found: set[int] = set()
    gone: set[str] = set()
    for unit in base:
        pair = now[id(unit)]
        if pair.after is not None and not pair.moved:
            if pair.after.entry.role in gone:
                found.add(id(unit))
            gone = gone if unit.entry.role == "figure" else set()
        else:
            gone.add(unit.entry.role)
    return found


def _neighbours(pairs: Sequence[Pair]) -> list[tuple[Unit | None, Unit | None]]:
    """What of the base stands before and after each pair in their file."""
    before: list[Unit | None] = [None]
    after: list[Unit | None] = [None]
    for pair in pairs[:-1]:
        before.append(_standing(pair) or before[-1])
    for pair in reversed(pairs[1:]):
        after.append(_standing(pair) or after[-1])
    return list(zip(before, reversed(after), strict=True))


def _standing(pair: Pair) -> Unit | None:
    """The thing of the base that stands in their file where it stood, if it has words."""
    stands = pair.before is not None and pair.after is not None and not pair.moved
    return pair.before if stands and pair.before and pair.before.key != _TABLE else None


def _of_pair(pair: Pair) -> Iterator[Difference]:
    base, theirs = pair.before, pair.after
    if base is None or theirs is None:
        yield from _alone(base, theirs)
        return
    if pair.moved:
        yield Difference(kind="moved", old=base.text, new=theirs.text, base=base, theirs=theirs)
    if base.is_row and theirs.is_row:
        if len(base.cells) == len(theirs.cells):
            for cell, other in zip(base.cells, theirs.cells, strict=True):
                yield from _within(cell, other)
        else:
            why = "A column more or less changes the whole table."
            yield Difference(
                kind="row", old=base.text, new=theirs.text, base=base, theirs=theirs, why=why
            )
        return
    yield from _within(base, theirs)


def _alone(base: Unit | None, theirs: Unit | None) -> Iterator[Difference]:
    """What is new, or gone."""
    one = base or theirs
    assert one is not None
    if one.key == _TABLE:
        return  # its rows tell
    kind = _BY_ITSELF.get(one.key[0])
    if base is None:
        yield Difference(kind=kind or "inserted", new=one.text, theirs=theirs)
    elif one.entry.role == "figure" and not one.is_row:
        why = "The picture is gone, or the words that stand for it are."
        yield Difference(kind="alt-text", old=one.text, base=base, why=why)
    else:
        yield Difference(kind=kind or "deleted", old=one.text, base=base)


def _within(base: Unit, theirs: Unit) -> Iterator[Difference]:
    """What differs between two states of one thing: words, level, links, strong words."""
    was, now = base.entry, theirs.entry
    differs = partial(Difference, base=base, theirs=theirs)
    if base.words != theirs.words:
        kind = _REWORDED.get(was.role, "changed")
        yield differs(kind=kind, old=was.text, new=now.text)
    if was.role != now.role and {was.role, now.role} != {"cell", "header-cell"}:
        heading = "heading" in (was.role, now.role)
        why = f"It was {_called(was.role, was.level)}, and is {_called(now.role, now.level)} now."
        kind = "heading-level" if heading else "changed"
        old, new = (was.text, now.text) if not heading else (_level(base), _level(theirs))
        yield differs(kind=kind, old=old, new=new, why=why, role_changed=True)
    elif was.level != now.level:
        why = "What belongs to it would move with it."
        kind = "heading-level" if was.role == "heading" else "changed"
        old, new = (_level(base), _level(theirs)) if was.role == "heading" else (was.text, now.text)
        yield differs(kind=kind, old=old, new=new, why=why)
    yield from _links(base, theirs)
    yield from _strong(base, theirs)


def _called(role: str, level: int) -> str:
    return f"a {role.replace('-', ' ')}{f' of level {level}' if level else ''}"


def _level(unit: Unit) -> str:
    return str(unit.entry.level) if unit.entry.role == "heading" else unit.entry.role


def _links(base: Unit, theirs: Unit) -> Iterator[Difference]:
    """Addresses that differ; of links only whose words stand in both."""
    was = [one for one in base.inside if one.role == "link" and one.target]
    now = [one for one in theirs.inside if one.role == "link" and one.target]
    leads, others = ([address(one.target) for one in links] for links in (was, now))
    matcher = SequenceMatcher(None, leads, others, autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind == "equal":
            continue
        gone, new = was[first:last], now[begin:end]
        if len(gone) == len(new):
            for one, other in zip(gone, new, strict=True):
                yield Difference(
                    kind="link-target", old=one.target, new=other.target, base=base, theirs=theirs
                )
            continue
        for one in gone:
            if folded(one.text) in theirs.words:
                why = "The words are no link any more."
                yield Difference(
                    kind="link-target", old=one.target, base=base, theirs=theirs, why=why
                )
        for one in new:
            if folded(one.text) in base.words:
                why = f"“{one.text}” has become a link."
                yield Difference(
                    kind="link-target", new=one.target, base=base, theirs=theirs, why=why
                )


def _strong(base: Unit, theirs: Unit) -> Iterator[Difference]:
    """Words that have become bold, or are so no more; not words that were reworded."""
    was, now = (
        [one.text for one in unit.inside if one.role == "strong"] for unit in (base, theirs)
    )
    for words in was:
        if folded(words) in theirs.words and not any(_share(words, one) for one in now):
            why = f"“{words}” is not bold any more."
            yield Difference(kind="bold", old=words, base=base, theirs=theirs, why=why)
    for words in now:
        if folded(words) in base.words and not any(_share(words, one) for one in was):
            why = f"“{words}” has become bold."
            yield Difference(kind="bold", new=words, base=base, theirs=theirs, why=why)


def _share(one: str, other: str) -> bool:
    words, others = ({token.folded for token in tokens_of(text)} for text in (one, other))
    return 2 * len(words & others) >= min(len(words), len(others))


# ---- paragraphs that were parted or joined -----------------------------------------------------


def _split_and_merged(found: list[Difference]) -> list[Difference]:
    """One paragraph that became two is one change, and two that became one."""
    result: list[Difference] = []
    for one in found:
        last = result[-1] if result else None
        joined = last and (_split(last, one) or _merged(last, one))
        if joined:
            result[-1] = joined
        else:
            result.append(one)
    return result


def _split(one: Difference, other: Difference) -> Difference | None:
    changed, new = (one, other) if one.kind == "changed" else (other, one)
    if changed.kind != "changed" or new.kind != "inserted" or not changed.base:
        return None
    first, second = one.theirs, other.theirs
    if not first or not second or changed.base.words != folded(f"{first.text} {second.text}"):
        return None
    return replace(
        changed, kind="split", new=f"{first.text}\n{second.text}", theirs=first, also=(second,)
    )


def _merged(one: Difference, other: Difference) -> Difference | None:
    changed, gone = (one, other) if one.kind == "changed" else (other, one)
    if changed.kind != "changed" or gone.kind != "deleted" or not changed.theirs:
        return None
    first, second = one.base, other.base
    if not first or not second or changed.theirs.words != folded(f"{first.text} {second.text}"):
        return None
    return replace(
        changed, kind="merged", old=f"{first.text}\n{second.text}", base=first, also=(second,)
    )
