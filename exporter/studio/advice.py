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

from exporter.diagnostics import Diagnostic
from exporter.load.schema import DocumentShape, SectionShape, json_schema
from exporter.rules import Rule
from exporter.studio.saying import say

FILE = Path(__file__).parent / "words" / "advice.yaml"
_SENTENCES = re.compile(r"(?<=[.?!”])\s+(?=[A-Z“])")
_NAMED = ("Did you mean", "Known here")
"""How the sentences begin that name what there is: they say something everywhere."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What to do, paragraph by paragraph."""

    words: tuple[str, ...] = ()
    by_hand: bool = False
    """Whether there is no field for it, so that the file itself must be opened."""


def advice(one: Diagnostic) -> Advice:
    """What the studio says of a finding besides its message."""
    table = _table()
    hint = "" if "\n" in one.hint else one.hint
    of_files = _of_files()
    if any(fnmatchcase(one.code, like) for like in table.by_hand):
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


def advised(one: Diagnostic) -> str:
    """What is wrong and what to do, on one line."""
    return " ".join((one.message, *advice(one).words))


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
