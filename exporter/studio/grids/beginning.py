"""A table more, below the paragraph in which somebody writes. Each press is one step."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from exporter.authored.located import Path
from exporter.load.lettered import lettered
from exporter.load.looks import name_of
from exporter.model import Words
from exporter.saving import NotSaved, Yaml, with_added
from exporter.saving.adding import Value
from exporter.studio.changes import Put, changed, value_at
from exporter.studio.desk import Desk
from exporter.studio.fields import Done, Fields, value_of
from exporter.studio.forms import as_path
from exporter.studio.grids.new_words import new_words
from exporter.studio.naming import free, section_of
from exporter.studio.saying import say
from exporter.studio.wrapping import unwrapped, wrapped

HELD_BY = ("body", "detail")
"""The texts in which a table can stand."""
_BEGIN, _END = re.compile(r":::[ \t]+\S.*"), ":::"
_CODE = ("```", "~~~")
_GOES_ON = re.compile(r"[ \t]|[-+*] |\d{1,9}[.)] |: |> ?")
"""How a line begins that belongs to what stands above the empty line before it."""


def begin(desk: Desk, asked: Fields) -> Done:
    """A small table below the paragraph in which somebody writes, ready to be filled."""
    name, file, field = asked["name"], value_of(asked, "file"), value_of(asked, "field")
    path, section, at = as_path(field), section_of(file), asked.get("at", "")
    if path[-1] not in HELD_BY or not section or not re.fullmatch("[0-9]{0,7}", at):
        raise ValueError(say("no-row"))
    view = desk.view(name)
    if any((one.file, one.field) == (file, field) for one in view.drafts):
        raise NotSaved(say("table-waits"))
    known = "\n".join(view.texts.values())
    table = free(name_of(f"{section}-table", "table"), lambda one: _stands(one, known))
    words = new_words(view, desk.styles)
    made = begun(desk.on_disk(name, file), path, table, words, int(at) if at else None)
    desk.write_files(name, {file: made})
    first = (*path[:-1], "tables", table, "columns", "first")
    line = next(one.key_line for one in Yaml(made).scalars if one.path == first)
    return f"/d/{name}/s/{section}?line={line}", say("table-begun")


def begun(text: str, field: Path, table: str, words: Words, at: int | None = None) -> str:
    """The text of a section file with a table of two columns and two rows more.

    What it says is in the language of the document. It stands in `field`, below the block that
    holds the sign `at` (counted from 0 as the field shows it), else at its end. Raises NotSaved.
    """
    now = value_at(text, field)
    shown = unwrapped(now).rstrip()
    place = _below(shown, len(shown) if at is None else at)
    block = f"::: table {table}\n{words('new-table-caption')}\n:::"
    parts = (shown[:place].rstrip(), block, shown[place:].lstrip("\n"))
    made = changed(text, Put(field, wrapped(now, "\n\n".join(one for one in parts if one))))
    keys = ("first", "second")
    value: Mapping[str, Value] = {
        "columns": {key: words("new-table-column", number=n) for n, key in enumerate(keys, 1)},
        "rows": [
            {"first": words("new-table-row", number=n), "second": words("new-table-cell")}
            for n in (1, 2)
        ],
    }
    tables = (*field[:-1], "tables")
    if tables in Yaml(made).items:
        return with_added(made, (*tables, table), value)
    return with_added(made, tables, {table: value}, ("picture", "summary", "body", "detail"))


def _stands(name: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) is not None


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
