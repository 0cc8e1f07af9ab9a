"""What saving a change does to a text: one patch of one file, found while the lines are as read."""

from __future__ import annotations

from exporter.changes.change import Change
from exporter.changes.coming_back import CameBack
from exporter.changes.patch import Patch
from exporter.changes.placing import Found
from exporter.changes.rows import moved_row, row
from exporter.changes.units import Unit
from exporter.saving import (
    NotSaved,
    Passage,
    Yaml,
    passage_at,
    reworded,
    with_block,
    with_merged,
    with_moved_block,
    with_split,
    with_target,
    without_block,
)

_BLOCKS = ("paragraph", "item")


def patch_of(change: Change, back: CameBack) -> Patch:
    """The patch of a change. Raises NotSaved, with why it is for a person."""
    match change.kind:
        case "changed" | "heading" | "alt-text" | "cell" | "note" if change.ours and change.new:
            return _reworded(change, change.ours, back)
        case "link-target" if change.ours and change.old and change.new:
            return _target(change, change.ours, back)
        case "inserted":
            return _inserted(change, back)
        case "deleted" if change.ours:
            return _deleted(change.ours, back)
        case "moved" if change.ours:
            return _moved(change, change.ours, back)
        case "row":
            return row(change, back)
        case "split" if change.ours:
            return _split(change, change.ours, back)
        case "merged" if change.ours:
            return _merged(change.ours, back)
        case _:
            raise NotSaved(_FOR_A_PERSON)


_FOR_A_PERSON = "This changes more than words, so a person decides what it means in the source."
_NOT_VERBATIM = "These words do not stand so in the source: the program makes them, or a part."


def _found(unit: Unit | None, back: CameBack) -> Found:
    found = None if unit is None else back.compared.sources.found(unit)
    if found is None:
        raise NotSaved(_NOT_VERBATIM)
    return found


def _again(found: Found, text: str) -> Passage:
    """The passage in the text as it is now: at its line, or else where its words are now."""
    one, yaml = found.passage, Yaml(text)
    scalar = yaml.scalar(one.path)
    lines = range(scalar.line, yaml.line_of(max(scalar.end - 1, 0)) + 1)
    here = []
    for line in (one.first, *lines):
        try:
            passage = passage_at(yaml, line, one.words, before=bool(one.before))
        except NotSaved:
            continue
        if passage.path == one.path and passage.first == line:
            if line == one.first:
                return passage
            here.append(passage)
    if len(here) != 1:
        raise NotSaved("Its lines have moved.")
    return here[0]


def _reworded(change: Change, ours: Unit, back: CameBack) -> Patch:
    found = _found(ours, back)
    _refuse_disagreement(found, ours, back)
    passage = found.passage
    new = change.new
    if passage.before and not new.startswith(passage.before):
        raise NotSaved("The program's own words before it were changed, too.")

    def make(text: str) -> str:
        return reworded(text, passage.first, passage.words, new, before=bool(passage.before))

    return Patch(found.name, passage.first, ("words", *found.key), make)


def _refuse_disagreement(found: Found, ours: Unit, back: CameBack) -> None:
    """One place of the source may be shown often: all that the file shows of it must agree."""
    told = set()
    for base, now, theirs in back.compared.shown():
        if now.words != ours.words or base.cells:
            continue
        other = found if now is ours else back.compared.sources.found(now)
        if other is not None and other.key == found.key:
            told.add(theirs.text if theirs is not None else "")
    if len(told) > 1:
        raise NotSaved("It is typed once and shown more often, and was not changed everywhere.")


def _target(change: Change, ours: Unit, back: CameBack) -> Patch:
    found = _found(ours, back)

    def make(text: str) -> str:
        return with_target(text, _again(found, text), change.old, change.new)

    return Patch(found.name, found.passage.first, ("target", change.old, *found.key), make)


# ---- paragraphs and items ----------------------------------------------------------------------


def _inserted(change: Change, back: CameBack) -> Patch:
    new = change.theirs
    if new is None or new.cells or new.entry.role not in _BLOCKS:
        raise NotSaved(_FOR_A_PERSON)
    if new.inside_keys:
        raise NotSaved("It holds links, whose marks a person types.")
    refusal = NotSaved(_NOT_VERBATIM)
    item = new.entry.role == "item"
    for unit, above in ((change.beside, False), (change.followed, True)):
        try:
            found = _found(unit, back)
            assert unit is not None
            if item and (unit.entry.role, unit.entry.level) != ("item", new.entry.level):
                raise NotSaved("There is no list beside it that it could go on with.")
            with_block(_text(back, found), found.passage, new.text, item=item, above=above)
        except NotSaved as error:
            refusal = error
            continue
        return _block(found, new, above=above)
    raise refusal


def _block(found: Found, new: Unit, *, above: bool) -> Patch:
    def make(text: str) -> str:
        item = new.entry.role == "item"
        return with_block(text, _again(found, text), new.text, item=item, above=above)

    line = found.passage.first if above else found.passage.last + 1
    return Patch(found.name, line, ("new", id(new)), make, above)


def _text(back: CameBack, found: Found) -> str:
    return back.compared.sources.texts[found.name].text


def _deleted(ours: Unit, back: CameBack) -> Patch:
    if ours.entry.role not in _BLOCKS:
        raise NotSaved(_FOR_A_PERSON)
    found = _found(ours, back)
    without_block(_text(back, found), found.passage)

    def make(text: str) -> str:
        return without_block(text, _again(found, text))

    return Patch(found.name, found.passage.first, ("gone", *found.key), make)


def _moved(change: Change, ours: Unit, back: CameBack) -> Patch:
    if ours.cells:
        return moved_row(change, ours, back)
    found = _found(ours, back)
    refusal = NotSaved(_NOT_VERBATIM)
    for unit, above in ((change.beside, False), (change.followed, True)):
        try:
            beside = _found(unit, back)
            if beside.name != found.name:
                raise NotSaved("It went to another file.")
            with_moved_block(_text(back, found), found.passage, beside.passage, above=above)
        except NotSaved as error:
            refusal = error
            continue
        return _block_moved(found, beside, above=above)
    raise refusal


def _block_moved(found: Found, beside: Found, *, above: bool) -> Patch:
    def make(text: str) -> str:
        return with_moved_block(text, _again(found, text), _again(beside, text), above=above)

    line = min(found.passage.first, beside.passage.first)
    return Patch(found.name, line, ("moved", *found.key), make)


def _split(change: Change, ours: Unit, back: CameBack) -> Patch:
    found = _found(ours, back)
    first = change.new.split("\n")[0]

    def make(text: str) -> str:
        return with_split(text, _again(found, text), first)

    return Patch(found.name, found.passage.first, ("split", *found.key), make)


def _merged(ours: Unit, back: CameBack) -> Patch:
    found = _found(ours, back)
    follower = _found(back.compared.follower(ours), back)

    def make(text: str) -> str:
        return with_merged(text, _again(found, text), _again(follower, text))

    return Patch(found.name, found.passage.first, ("merged", *found.key), make)
