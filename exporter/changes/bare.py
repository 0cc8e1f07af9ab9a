"""A file that lost its styles: Google Docs keeps a few of its own, and no parts that say more.

Then a reader cannot tell a caption or a label from a paragraph, nor what the program adds from what
the author wrote. What a thing is, that says which it was made of; and the program's own words are
known. What else is new among these may be a brand's, and is for a person.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from exporter.changes.aligning import aligned
from exporter.changes.units import Unit, address
from exporter.diagnostics import Diagnostic, Severity
from exporter.outline import Outline
from exporter.saving.words import folded

_SAID_BY_STYLE = ("label", "quote", "source", "caption", "term", "definition")
"""What is one only by its style."""
_BRACKETED = re.compile(r"\s*\(([^()\s]+)\)")
_PAGE = re.compile(r"\s*\d+$")
"""Of an entry of the contents."""


@dataclass(frozen=True, slots=True)
class Marked:
    """The things of a file as they were marked once. `doubtful`: new ones among the program's own
    words, by their ids."""

    units: tuple[Unit, ...]
    doubtful: frozenset[int] = frozenset()


def is_bare(program: Outline, furniture: Outline) -> bool:
    """Whether nothing of what the program adds is marked so any more."""
    return bool(program) and not furniture


def without_program(theirs: Sequence[Unit], base: Sequence[Unit], words: Iterable[str]) -> Marked:
    """The things of a file without those that are new and say what the program says.

    `words` are all that it says and that nothing in the file is marked as.
    """
    left = Counter(map(folded, words))
    kept: list[Unit] = []
    doubtful: set[int] = set()
    stretch: list[Unit] = []
    """New things that follow one another."""
    near = False

    def end() -> None:
        doubtful.update(id(one) for one in stretch if near)
        stretch.clear()

    for pair in aligned(base, theirs):
        if pair.after is None:
            continue
        if pair.before is not None:
            end()
            near = False
        elif said := next((one for one in _readings(pair.after) if left[one] > 0), ""):
            left[said] -= 1
            near = True
            continue
        else:
            stretch.append(pair.after)
        kept.append(pair.after)
    end()
    return Marked(tuple(kept), frozenset(doubtful))


def _readings(unit: Unit) -> tuple[str, ...]:
    """What a new thing says, with and without the page of an entry of the contents."""
    return (unit.words, folded(_PAGE.sub("", unit.text))) if not unit.cells else (unit.words,)


def as_made(base: Sequence[Unit], theirs: Sequence[Unit]) -> tuple[Unit, ...]:
    """The things of a file without styles, each of them what it was when the file was made."""
    before, after = ([_plain(one) for one in units] for units in (base, theirs))
    was = {id(plain): unit for plain, unit in zip(before, base, strict=True)}
    then = {
        id(pair.after): was[id(pair.before)]
        for pair in aligned(before, after)
        if pair.before is not None and pair.after is not None
    }
    return tuple(
        _like(unit, then[id(plain)]) if id(plain) in then else unit
        for plain, unit in zip(after, theirs, strict=True)
    )


def _plain(unit: Unit) -> Unit:
    """A thing as it is matched: without what only a style says, and without printed addresses."""
    role = "paragraph" if unit.entry.role in _SAID_BY_STYLE else unit.entry.role
    return replace(unit, entry=replace(unit.entry, role=role, text=_without_addresses(unit)))


def _like(unit: Unit, was: Unit) -> Unit:
    """A thing that is called as it was, without the addresses that were printed behind its links;
    of what is strong it has what it had, for stress is a style, too."""
    if unit.cells and len(unit.cells) == len(was.cells):
        cells = zip(unit.cells, was.cells, strict=True)
        return replace(unit, cells=tuple(_like(one, other) for one, other in cells))
    entry = replace(unit.entry, text=_without_addresses(unit, but=was.text))
    if entry.role == "paragraph" and was.entry.role in _SAID_BY_STYLE:
        entry = replace(entry, role=was.entry.role, level=was.entry.level)
    strong = [one for one in was.inside if one.role == "strong" and folded(one.text) in unit.words]
    others = [one for one in unit.inside if one.role != "strong"]
    return replace(unit, entry=entry, inside=(*others, *strong))


def _without_addresses(unit: Unit, but: str = "") -> str:
    """The words of a thing without the addresses of its own links between brackets, `but` those
    that these words have too."""
    leads = [address(one.target) for one in unit.inside if one.role == "link" and one.target]

    def gone(found: re.Match[str]) -> str:
        printed = address(found[1])
        own = any(lead.endswith(printed) for lead in leads)
        return "" if own and printed not in but else found[0]

    return _BRACKETED.sub(gone, unit.entry.text) if leads else unit.entry.text


def unmarked(said: Sequence[str], furniture: Outline) -> list[str]:
    """What the program says and nothing in the file is marked as."""
    marked = " ".join(folded(one.text) for one in furniture)
    return [one for one in said if one and folded(one) not in marked]


LOST = Diagnostic(
    code="changes-styles-lost",
    message="A program that saved this file took away its styles, as Google Docs does. Words are "
    "compared; whether something is a caption, a label, a quotation or bold is not.",
    severity=Severity.FOR_INFORMATION,
    hint="Look at the lines that are for a person: some may be of the cover or the last page.",
)
DOUBTFUL = "It stands among the words of the program, and the file has lost what marks them."
