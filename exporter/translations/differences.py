"""Where the structure of two languages parts: each thing that one has and the other has not.

Both are gone through as they were typed, key by key, by the closed table of what each key is for:
a key that comes later is compared as soon as the table knows it. Prose is compared as marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from exporter.authored.folders import name_of
from exporter.diagnostics import Place, short
from exporter.translations.aligned import aligned
from exporter.translations.figures import figures
from exporter.translations.marks import Mark, marks_of
from exporter.translations.sides import Side, place_of, sub_sections
from exporter.typed.kinds import DOCUMENT, SECTION, Kind, kind_of
from exporter.typed.reading import Mapping, Node, Scalar, Sequence, scalars_in

PART, PICTURE, NUMBER, CHOICE, POINTER = (
    "translation-part", "translation-picture", "translation-number", "translation-choice",
    "translation-reference",
)  # fmt: skip

_OWN = frozenset(
    ("language", "languages", "status", "formats", "date", "updated", "authors", "keywords",
     "abbreviations", "words", "accept", "allow", "published", "imprint",
     "contacts.*.name", "contacts.*.email", "contacts.*.phone", "contacts.*.web",
     "contacts.*.social", "contacts.*.post", "glossary.*.also", "glossary.*.forms",
     "glossary.*.word", "charts.*.unit",
     "pictures.*.source", "pictures.*.consent", "media.*.link", "media.*.transcript",
     "media.*.minutes", "media.*.captions", "media.*.signed", "media.*.described", "id",
     "tables.*.file", "charts.*.file")
)  # fmt: skip
"""What each language has of its own: it is not compared, or elsewhere."""
_THINGS = {
    "pictures": "picture", "glossary": "glossary word", "contacts": "contact", "tables": "table",
    "organisations": "organisation", "references": "reference", "charts": "chart",
    "numbers": "list of numbers", "media": "film or recording",
}  # fmt: skip
_PICTURES = ("picture", "cover", "logo", "file", "drawing", "symbol")


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing in which the translation is not as the original. `section`: whose answers count;
    `hint`: what to do, where that is not the usual."""

    code: str
    message: str
    place: Place
    section: str = ""
    hint: str = ""


def differences(original: Side, translation: Side) -> Iterator[Difference]:
    """Every difference, in the order in which the original has what is concerned."""
    comparer = _Comparer(original, translation, DOCUMENT)
    one, other = original.typed.document, translation.typed.document
    around = (original.document, translation.document)
    rest = [
        Mapping({k: v for k, v in each.items.items() if k != "sections"}) for each in (one, other)
    ]
    yield from comparer.mappings(rest[0], rest[1], (), around)
    yield from _sections(original, translation)


def _sections(original: Side, translation: Side) -> Iterator[Difference]:
    """The sections, which must be the same in the same order; then what stands in each."""
    have, has = dict(original.typed.sections), dict(translation.typed.sections)
    yield from _in_order(have, has, (original, translation), translation.document, top=True)
    for name in (one for one in have if one in has):
        around = (original.section(name), translation.section(name))
        yield from _section(original, translation, (have[name], has[name]), name, around)


def _section(
    original: Side,
    translation: Side,
    both: tuple[Mapping, Mapping],
    name: str,
    around: tuple[Place, Place],
) -> Iterator[Difference]:
    own = [Mapping({k: v for k, v in each.items.items() if k != "sections"}) for each in both]
    comparer = _Comparer(original, translation, SECTION)
    for found in comparer.mappings(own[0], own[1], (), around):
        yield replace(found, section=name)
    have, has = sub_sections(both[0]), sub_sections(both[1])
    where = place_of(both[1], around[1])
    for found in _in_order(have, has, (original, translation), where, top=False):
        yield replace(found, section=found.section or name)
    for sub in (one for one in have if one in has):
        yield from _section(original, translation, (have[sub], has[sub]), sub, around)


def _in_order(
    have: dict[str, Mapping],
    has: dict[str, Mapping],
    sides: tuple[Side, Side],
    where: Place,
    *,
    top: bool,
) -> Iterator[Difference]:
    kind = "section" if top else "sub-section"
    original, translation = sides
    for name in (one for one in have if one not in has):
        there = _at(place_of(have[name], original.document))
        said = f"The {kind} “{name}” of the original is not here {there}."
        called = f"{name_of(original.folder)} {translation.folder.resolve().name}"
        yield Difference(PART, said, where, hint=f"{_BRING} {called}" if top else "")
    for name in (one for one in has if one not in have):
        said, place = f"The original has no {kind} “{name}”.", place_of(has[name], where)
        yield Difference(PART, said, place, name, _RENAME if top else "")
    before, after = ([one for one in names if one in have and one in has] for names in (have, has))
    if before != after:
        said = f"The {kind}s stand in another order than in the original: {', '.join(before)}."
        yield Difference(PART, said, where)


_BRING = (
    "Has it another name here? Then give it the name that the original has. To bring it here:  "
    "exporter translation start"
)
_RENAME = (
    "Has it another name in the original? Then give its file that name. If it is of this language "
    "alone, say why: accept: {rule: translation-part, because: …}"
)


def _at(place: Place) -> str:
    return f"({place.file}, line {place.line})" if place.line else f"({place.file})"


@dataclass(frozen=True, slots=True)
class _Comparer:
    """Compares what stands below the same keys of two files."""

    original: Side
    translation: Side
    table: dict[str, Kind]

    def mappings(
        self, one: Mapping, other: Mapping, path: tuple[str, ...], around: tuple[Place, Place]
    ) -> Iterator[Difference]:
        here = (place_of(one, around[0]), place_of(other, around[1]))
        for key, node in one.items.items():
            below = (*path, key)
            if self._is_own(below):
                continue
            if key in other.items:
                yield from self._nodes(node, other.items[key], below, here)
            else:
                said = (
                    f"{_called(below)} of the original is not here {_at(place_of(node, here[0]))}."
                )
                yield Difference(PART, said, here[1])
        for key, node in other.items.items():
            if key not in one.items and not self._is_own((*path, key)):
                said = f"{_called((*path, key))} is not in the original {_at(here[0])}."
                yield Difference(PART, said, place_of(node, here[1]))
        yield from self._files(one, other, here)

    def _is_own(self, path: tuple[str, ...]) -> bool:
        """Whether this is the language's own affair: also whatever is for the desk alone."""
        named = ".".join(path[:1] + ("*",) * (len(path) > 1) + path[2:])
        whole = ".".join(path)
        return whole in _OWN or named in _OWN or kind_of(path, self.table) is Kind.DESK

    def _nodes(
        self, one: Node, other: Node, path: tuple[str, ...], around: tuple[Place, Place]
    ) -> Iterator[Difference]:
        match one, other:
            case Mapping(), Mapping():
                yield from self.mappings(one, other, path, around)
            case Sequence(), Sequence():
                yield from self._lists(one, other, path, around)
            case Scalar(), Scalar():
                yield from self._scalars(one, other, path)
            case _:
                said = f"{_called(path)} is of another kind than in the original"
                place = place_of(other, around[1])
                yield Difference(PART, f"{said} {_at(place_of(one, around[0]))}.", place)

    def _lists(
        self, one: Sequence, other: Sequence, path: tuple[str, ...], around: tuple[Place, Place]
    ) -> Iterator[Difference]:
        below = (*path, "[]")
        signs = [
            [self._sign(node, below, side.language) for node in each.items]
            for each, side in ((one, self.original), (other, self.translation))
        ]
        last = around[1]
        for at, to in aligned(signs[0], signs[1]):
            if at is not None and to is not None:
                last = place_of(other.items[to], last)
                yield from self._nodes(one.items[at], other.items[to], below, around)
            elif at is not None:
                where = _at(place_of(one.items[at], around[0]))
                said = f"An entry of {_called(path)} of the original is missing here {where}."
                yield Difference(PART, said, last)
            elif to is not None:
                last = place_of(other.items[to], last)
                said = f"This entry of {_called(path)} is not in the original {_at(around[0])}."
                yield Difference(PART, said, last)

    def _sign(self, node: Node, path: tuple[str, ...], language: str) -> str:
        """What an entry is, whatever its words: its keys, names, settings and numbers."""
        fixed = (
            one.text
            if kind_of(keys, self.table) in (Kind.NAME, Kind.SETTING)
            else _numbers_of(one.text, language)
            for keys, one in scalars_in(node, path)
        )
        keys = sorted(node.items) if isinstance(node, Mapping) else []
        return "\n".join((*keys, *fixed))

    def _scalars(self, one: Scalar, other: Scalar, path: tuple[str, ...]) -> Iterator[Difference]:
        kind = kind_of(path, self.table)
        if kind is Kind.PROSE:
            yield from self._prose(one, other)
        elif kind is Kind.WORDS and path != ("version",):
            yield from self._numbers(one.text, other.text, one.place(), other.place())
        elif kind is not Kind.ADDRESS and one.text.strip() != other.text.strip():
            step = next((one for one in reversed(path) if one != "[]"), "")
            said = f"{_called(path)} is “{short(other.text)}”; in the original “{short(one.text)}”"
            code = PICTURE if step in _PICTURES else CHOICE
            yield Difference(code, f"{said} {_at(one.place())}.", other.place())

    def _numbers(self, one: str, other: str, there: Place, here: Place) -> Iterator[Difference]:
        have = figures(one, self.original.language)
        has = figures(other, self.translation.language)
        if have != has:
            lost, more = (", ".join((a - b).elements()) for a, b in ((have, has), (has, have)))
            missing = f"{short(lost)} is missing" if lost else ""
            new = f"{short(more)} is new" if more else ""
            told = "; ".join(filter(None, (missing, new)))
            said = f"The numbers are not those of the original {_at(there)}: {told}."
            yield Difference(NUMBER, said, here)

    def _prose(self, one: Scalar, other: Scalar) -> Iterator[Difference]:
        have, has = marks_of(one), marks_of(other)
        last = other.place()
        signs = (
            [
                f"{mark.what}\n{mark.points}\n{_numbers_of(mark.words, side.language)}"
                for mark in marks
            ]
            for marks, side in ((have, self.original), (has, self.translation))
        )
        for at, to in aligned(*signs):
            if at is not None and to is not None:
                last = has[to].place
                yield from self._marks(have[at], has[to])
            elif at is not None:
                lost = have[at]
                words = f" “{short(lost.words, 40)}”" if lost.words else ""
                said = f"{lost.what.capitalize()} of the original is missing here:{words}"
                yield Difference(PART, f"{said} {_at(lost.place)}.", last)
            elif to is not None:
                last, more = has[to].place, has[to]
                said = f"This is {more.what}, and the original has none here {_at(one.place())}."
                yield Difference(PART, said, last)

    def _marks(self, one: Mark, other: Mark) -> Iterator[Difference]:
        if one.what != other.what:
            both = "the figure " in one.what and "the figure " in other.what
            said = f"Here is {other.what}; in the original it is {one.what} {_at(one.place)}."
            yield Difference(PICTURE if both else PART, said, other.place)
            return
        yield from self._numbers(one.words, other.words, one.place, other.place)
        if one.points != other.points:
            has, have = (", ".join(each.points) or "nothing" for each in (other, one))
            said = f"These words lead to {has}; in the original to {have} {_at(one.place)}."
            yield Difference(POINTER, said, other.place)

    def _files(
        self, one: Mapping, other: Mapping, here: tuple[Place, Place]
    ) -> Iterator[Difference]:
        """The rows of two CSV files: as many, with as many cells, and the same numbers."""
        names = one.text("file"), other.text("file")
        tables = self.original.typed.tables, self.translation.typed.tables
        if names[0] not in tables[0] or names[1] not in tables[1]:
            return
        have, has = tables[0][names[0]], tables[1][names[1]]
        if [len(row) for row in have] != [len(row) for row in has]:
            said = f"“{names[1]}” has not the rows and columns of the original"
            yield Difference(PART, f"{said} {_at(here[0])}.", here[1])
            return
        for row, its in zip(have, has, strict=True):
            for cell, own in zip(row, its, strict=True):
                yield from self._numbers(cell.text, own.text, cell.place(), own.place())


def _numbers_of(words: str, language: str) -> str:
    return " ".join(sorted(figures(words, language).elements()))


def _called(path: tuple[str, ...]) -> str:
    """A key or a thing, as the beginning of a sentence."""
    steps = [step for step in path if step != "[]"]
    if len(steps) == 2 and steps[0] in _THINGS:
        return f"The {_THINGS[steps[0]]} “{steps[1]}”"
    return f"“{steps[-1]}:”"
