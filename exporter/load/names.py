"""The names of a document: one namespace, everything called, nothing called that is not there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from exporter.authored.findings import Findings, did_you_mean
from exporter.diagnostics import Place

Thing: TypeAlias = Literal[
    "section", "picture", "chart", "table", "numbers", "media", "note", "reference",
    "glossary word", "contact", "question",
]  # fmt: skip
Use: TypeAlias = Literal["point", "call", "show", "row"]
"""`point` is `[](#name)`; `call` is `::: table name` or `[^name]`; `show` a key: `picture: name`;
`row` a row of easy read that is made of the thing."""

Home: TypeAlias = tuple[str, ...]
"""The name of a section after those of the sections around it; empty is the whole document."""

CALLED: dict[Thing, str] = {
    "picture": "figure",
    "chart": "chart",
    "table": "table",
    "numbers": "numbers",
    "media": "media",
    "contact": "contact",
}
"""What is called by name, and the word that calls it."""


@dataclass(frozen=True, slots=True)
class Defined:
    """A name that stands for a thing."""

    thing: Thing
    name: str
    place: Place
    home: Home = ()
    """Where it can be used."""

    def serves(self, home: Home) -> bool:
        """Whether a section may use it. Notes also serve the sub-sections."""
        if self.thing == "note":
            return home[: len(self.home)] == self.home
        return self.home in ((), home)


@dataclass(frozen=True, slots=True)
class Used:
    """A place that uses a name."""

    use: Use
    thing: Thing | None
    name: str
    place: Place
    home: Home = ()


@dataclass(slots=True)
class Names:
    """Every name defined and every name used, as loading meets them."""

    defined: list[Defined] = field(default_factory=list)
    used: list[Used] = field(default_factory=list)
    spoilt: set[str] = field(default_factory=set)
    """Names in parts that could not be read: nothing is said about them."""
    whole: bool = True
    """Whether every file could be read; else missing names may only be unread ones."""

    def define(self, thing: Thing, name: str, place: Place, home: Home = ()) -> None:
        self.defined.append(Defined(thing, name, place, home))

    def use(self, use: Use, thing: Thing | None, name: str, place: Place, home: Home = ()) -> None:
        if name:
            self.used.append(Used(use, thing, name, place, home))

    def check(self, findings: Findings) -> None:
        """Tell every name that is double, missing, unused or called twice."""
        checker = _Checker(self, findings)
        checker.doubles()
        for used in self.used:
            checker.missing(used)
        checker.called_twice()
        checker.unused()


class _Checker:
    def __init__(self, names: Names, findings: Findings) -> None:
        self._names = names
        self._findings = findings
        self._by_name: dict[str, list[Defined]] = defaultdict(list)
        for defined in names.defined:
            self._by_name[defined.name].append(defined)
        self._figures = {
            used.name for used in names.used if used.use == "call" and used.thing == "picture"
        }

    # -- two of one name

    def doubles(self) -> None:
        """Two things that can be pointed at must not share a name, nor two notes of a section."""
        first: dict[tuple[str, str], Defined] = {}
        for defined in self._names.defined:
            if defined.thing == "note":
                key = (defined.name, defined.place.file)
            elif self._is_target(defined):
                key = (defined.name, "")
            else:
                continue
            before = first.setdefault(key, defined)
            if before is not defined:
                message = f"The name “{defined.name}” is taken: a {_noun(before.thing)} has it "
                message += f"({_line(before.place, defined.place)})."
                hint = "Give one of the two another name, and change it where it is used."
                self._tell("name-twice", defined.place, message, hint)

    def _is_target(self, defined: Defined) -> bool:
        """A picture that is nowhere a figure may share its name with a word of the glossary."""
        if defined.thing == "picture":
            return defined.name in self._figures
        return defined.thing not in ("contact", "note")

    # -- nothing of that name

    def missing(self, used: Used) -> None:
        if used.name in self._names.spoilt:
            return
        there = self._by_name.get(used.name, [])
        if used.use == "point":
            self._pointed_at_nothing(used, there)
            return
        of_its_kind = [one for one in there if one.thing == used.thing]
        if any(one.serves(used.home) for one in of_its_kind):
            return
        if of_its_kind and used.thing != "note":
            home = of_its_kind[0].home
            noun = _noun(used.thing)
            message = f"The {noun} “{used.name}” belongs to the section “{home[-1]}”."
            hint = "Show it there, or move its lines into this section."
            self._tell(_code(used.thing, "elsewhere"), used.place, message, hint)
        else:
            self._not_there(used, there)

    def _pointed_at_nothing(self, used: Used, there: list[Defined]) -> None:
        if any(self._is_target(one) for one in there):
            return
        code = "reference-to-nothing"
        if any(one.thing == "picture" for one in there):
            message = f"Nothing shows “{used.name}” in the text, so nobody can go there."
            self._tell(code, used.place, message, f"Show it first:  ::: figure {used.name}")
        elif any(one.thing == "note" for one in there):
            self._tell(code, used.place, f"“{used.name}” is a note.", f"Write [^{used.name}]")
        elif self._names.whole:
            message = f"Nothing here has the name “{used.name}”."
            known = {one.name for one in self._names.defined if self._is_target(one)}
            self._tell(code, used.place, message, did_you_mean(used.name, sorted(known)))

    def _not_there(self, used: Used, there: list[Defined]) -> None:
        thing = used.thing or "section"
        others = [one for one in there if one.thing not in ("note", thing)]
        if others:
            message = f"“{used.name}” is a {_noun(others[0].thing)}, not a {_noun(thing)}."
        else:
            message = f"There is no {_noun(thing)} with the name “{used.name}”."
        known = {
            one.name for one in self._names.defined if one.thing == thing and one.serves(used.home)
        }
        hint = f"{did_you_mean(used.name, sorted(known))} {_WHERE[thing]}".strip()
        self._tell(_code(thing, "unknown"), used.place, message, hint)

    # -- shown twice, shown never

    def called_twice(self) -> None:
        """Each thing is called once: else nobody knows which one a reference means.

        A note may be cited as often as it is needed: it stands in one place.
        """
        first: dict[tuple[Thing | None, str], Used] = {}
        for used in self._names.used:
            if used.use != "call" or used.thing in ("contact", "note"):
                continue
            before = first.setdefault((used.thing, used.name), used)
            if before is not used:
                there = _line(before.place, used.place)
                message = f"The {_noun(used.thing)} “{used.name}” was shown already ({there})."
                self._tell(_code(used.thing, "twice"), used.place, message, _TWICE)

    def unused(self) -> None:
        if not self._names.whole:
            return
        used = {(one.thing, one.name) for one in self._names.used if one.thing != "note"}
        notes = {(one.name, one.place.file) for one in self._names.used if one.thing == "note"}
        pointed = {one.name for one in self._names.used if one.use == "point"}
        for one in self._names.defined:
            if one.thing in ("section", "contact", "question") or one.name in self._names.spoilt:
                continue
            if one.thing == "note" and (one.name, one.place.file) in notes:
                continue
            if one.thing in ("reference", "glossary word") and one.name in pointed:
                continue
            if (one.thing, one.name) not in used:
                never = _SHOWN.get(one.thing, "shown")
                message = f"The {_noun(one.thing)} “{one.name}” is never {never}."
                hint = _TO_SHOW[one.thing].format(name=one.name)
                self._tell(_code(one.thing, "unused"), one.place, message, hint)

    def _tell(self, code: str, place: Place, message: str, hint: str = "") -> None:
        self._findings.add(code, place, message, hint)


def _code(thing: Thing | None, fault: str) -> str:
    return f"{(thing or 'name').replace(' word', '')}-{fault}"


def _noun(thing: Thing | None) -> str:
    """A thing as authors call it."""
    nouns = {"numbers": "set of numbers", "media": "film", "glossary word": "word"}
    return nouns.get(thing or "", thing or "thing")


def _line(place: Place, seen_from: Place) -> str:
    """ "line 7", with its file where that is another one."""
    file = f" of {place.file}" if place.file != seen_from.file else ""
    return f"line {place.line}{file}"


_TWICE = "Show it once, and point to it with [](#name) everywhere else."
_SHOWN: dict[Thing, str] = {"reference": "pointed to", "glossary word": "used"}
_WHERE: dict[Thing, str] = {
    "section": "Sections are listed in document.yaml.",
    "picture": "Pictures stand under  pictures:  in document.yaml.",
    "chart": "Charts stand under  charts:  beside the body that shows them.",
    "table": "Tables stand under  tables:  beside the body that shows them.",
    "numbers": "Numbers stand under  numbers:  beside the body that shows them.",
    "media": "Films stand under  media:  beside the body that shows them.",
    "note": "Its words stand at the end of this body:  [^name]: words",
    "contact": "Contacts stand under  contacts:  in document.yaml.",
    "glossary word": "Words stand under  glossary:  in document.yaml.",
    "reference": "References stand under  references:  in document.yaml.",
}
_TO_SHOW: dict[Thing, str] = {
    "picture": "Use it as  picture: {name}  or show it with  ::: figure {name}  or delete it.",
    "chart": "Show it with  ::: chart {name}  in the body, or delete it.",
    "table": "Show it with  ::: table {name}  in the body, or delete it.",
    "numbers": "Show them with  ::: numbers {name}  in the body, or delete them.",
    "media": "Show it with  ::: media {name}  in the body, or delete it.",
    "note": "Write  [^{name}]  in a sentence of this section, or delete it.",
    "reference": "Point to it with  [](#{name})  or delete it.",
    "glossary word": "Use the word, or point to it with  [](#{name})  or delete it.",
}
