"""A table, a chart or a film more in a section file: its block in a text, and what it is below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from exporter.authored.located import Path
from exporter.load.lettered import lettered
from exporter.saving import Yaml, with_added
from exporter.saving.adding import Value
from exporter.studio.changes import Put, changed, value_at
from exporter.studio.wrapping import unwrapped, wrapped

HELD_BY = ("body", "detail")
"""The texts in which such a thing can stand."""
_BEGIN, _END = re.compile(r":::[ \t]+\S.*"), ":::"
_CODE = ("```", "~~~")
_GOES_ON = re.compile(r"[ \t]|[-+*] |\d{1,9}[.)] |: |> ?")
"""How a line begins that belongs to what stands above the empty line before it."""
_ABOVE = ("picture", "summary", "body", "detail", "tables", "charts", "numbers")
"""The keys of a section below which one with such things stands."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What comes into a section: under which key, by what name, and what stands in its block."""

    key: Literal["tables", "charts", "media"]
    name: str
    value: Value
    caption: str = ""

    @property
    def block(self) -> str:
        called = {"tables": "table", "charts": "chart", "media": "media"}[self.key]
        return "\n".join(filter(None, (f"::: {called} {self.name}", self.caption, ":::")))


def placed(text: str, field: Path, thing: Thing, at: int | None = None) -> str:
    """The text of a section file with a thing more.

    It stands in `field`, below the block that holds the sign `at` (counted from 0 as the field
    shows it), else at its end. Raises NotSaved.
    """
    made = with_block(text, field, thing.block, at)
    listed = (*field[:-1], thing.key)
    if listed in Yaml(made).items:
        return with_added(made, (*listed, thing.name), thing.value)
    return with_added(made, listed, {thing.name: thing.value}, _ABOVE)


def with_block(text: str, field: Path, block: str, at: int | None = None) -> str:
    """The text of a section file with a block more in one of its fields. Raises NotSaved."""
    now = value_at(text, field)
    shown = unwrapped(now).rstrip()
    place = _below(shown, len(shown) if at is None else at)
    parts = (shown[:place].rstrip(), block, shown[place:].lstrip("\n"))
    return changed(text, Put(field, wrapped(now, "\n\n".join(one for one in parts if one))))


def _below(shown: str, at: int) -> int:
    """Where the first block ends that does so at this sign or behind it: between two blocks."""
    return next((place for place in _between(shown) if place >= at), len(shown))


def _between(shown: str) -> Iterator[int]:
    """The end of each block that stands at the left edge, with all that belongs to it."""
    depth, code, end = 0, "", 0
    lines = shown.split("\n")
    items = lettered(lines)
    for number, (line, after) in enumerate(zip(lines, [*lines[1:], ""], strict=True)):
        end += len(line)
        if code:
            code = "" if line.startswith(code) else code
        elif line.startswith(_CODE):
            code = line[:3]
        elif line.rstrip() == _END:
            depth = max(0, depth - 1)
        elif _BEGIN.fullmatch(line):
            depth += 1
        ends = line.strip() and not after.strip()
        if ends and not depth and not code:
            below = next((at for at in range(number + 1, len(lines)) if lines[at].strip()), 0)
            if below not in items and not _GOES_ON.match(lines[below] if below else ""):
                yield end
        end += 1
