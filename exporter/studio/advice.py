"""What to do about a finding, in the words of the studio: where to click, not what to type in YAML.

A finding is told in the same words everywhere; its hint is for those who type files. Here it is
given for people who never see one. What each rule offers stands in words/advice.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path

import yaml

from exporter.diagnostics import Diagnostic, short
from exporter.load.schema import DocumentShape, SectionShape, json_schema
from exporter.making.documents import Loaded
from exporter.rules import Rule
from exporter.source import every_section
from exporter.studio.saying import say

FILE = Path(__file__).parent / "words" / "advice.yaml"
_SENTENCES = re.compile(r"(?<=[.?!”])\s+(?=[A-Z“])")
_NAMED = ("Did you mean", "Known here")
"""How the sentences begin that name what there is: they say something everywhere."""


NONE: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do, paragraph by paragraph."""

    words: tuple[str, ...] = ()
    by_hand: bool = False
    """Whether there is no field for it, so that the file itself must be opened."""


def advice(one: Diagnostic, names: Mapping[str, str] = NONE) -> Advice:
    """What the studio says of a finding besides its message. `names` are the names of things in the
    document, each with what people call it."""
    table = _table()
    hint = _called("" if "\n" in one.hint else one.hint, names)
    of_files = _of_files()
    if one.code not in table.here and any(fnmatchcase(one.code, like) for like in table.by_hand):
        if hint and not of_files.search(hint):
            return Advice((hint,))
        return Advice(tuple(filter(None, (say("only-in-source"), hint))), by_hand=True)
    sentences = [part for part in _SENTENCES.split(hint) if part]
    own = table.here.get(one.code, "")
    if own and of_files.search(hint):
        named = [part for part in sentences if part.startswith(_NAMED)]
        return Advice((" ".join((*named, own)),))
    plain = " ".join(
        part for part in sentences if part.startswith(_NAMED) or not of_files.search(part)
    )
    return Advice((plain,) if plain else ())


@cache
def _of_files() -> re.Pattern[str]:
    """What only those who type files and commands can follow: keys, names of files, options."""
    schemas = [json_schema(shape) for shape in (DocumentShape, SectionShape)]
    shapes = [one for schema in schemas for one in (schema, *schema.get("$defs", {}).values())]
    keys = "|".join(sorted({key for shape in shapes for key in shape.get("properties", {})}))
    return re.compile(
        rf"\bexporter [a-z]|\.ya?ml\b|\bREADME|\b(?:styles|sections)/|--[a-z]|“(?:{keys}):"
        rf"|(?:  |\b(?:[Ww]rite|[Aa]dd|example) +)(?:{keys}): *|\bkeys?\b|\bat the left margin\b"
    )


def advised(one: Diagnostic, names: Mapping[str, str] = NONE) -> str:
    """What is wrong and what to do, on one line."""
    return " ".join((one.message, *advice(one, names).words))


# ---- what things are called ----------------------------------------------------------------------

_KNOWN = re.compile(r"Known here: ([^.]+)\.")
_MEANT = re.compile(r"Did you mean “([^”]+)”\?")


def names_in(loaded: Loaded | None, code: str) -> Mapping[str, str]:
    """The names that a finding of this rule can list, each with what people call it."""
    if loaded is None:
        return NONE
    source = loaded.source
    if code.startswith("picture-"):
        return {one.picture.name: one.picture.alt for one in source.pictures if one.picture.alt}
    if code.startswith("contact-"):
        return {name: contact.name for name, contact in source.contacts if contact.name}
    sections = {one.name: one.heading for one in every_section(source.sections) if one.heading}
    return {**{one.name: one.word for one in source.glossary}, **sections}


def _called(hint: str, names: Mapping[str, str]) -> str:
    """A hint in which each name that it lists stands behind what people call it."""

    def known(found: re.Match[str]) -> str:
        listed = found[1].split(", ")
        if not any(one in names for one in listed):
            return found[0]
        return say("known-here", names=", ".join(_both(one, names) for one in listed))

    def meant(found: re.Match[str]) -> str:
        one = found[1]
        return say("did-you-mean", name=_both(one, names)) if one in names else found[0]

    return _MEANT.sub(meant, _KNOWN.sub(known, hint))


def _both(name: str, names: Mapping[str, str]) -> str:
    return f"“{short(names[name], 50)}” ({name})" if name in names else f"“{name}”"


def undone(rule: Rule) -> str:
    """How people undo what an import decided."""
    return _table().imported.get(rule.code, rule.to_do)


@dataclass(frozen=True, slots=True)
class Table:
    """What words/advice.yaml says."""

    here: Mapping[str, str]
    """By the codes of rules."""
    by_hand: tuple[str, ...]
    """Codes, or their beginnings with a star."""
    imported: Mapping[str, str]
    """By the codes of what an import decided."""


@cache
def _table() -> Table:
    read = yaml.safe_load(FILE.read_text("utf-8"))
    return Table(read["here"], tuple(read["by-hand"]), read["imported"])
