"""A table, a chart, a picture or a film more, below the paragraph in which somebody writes.

Each press is one step, and what is begun loads at once, ready to be filled.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import get_args

from exporter.authored import values
from exporter.authored.located import Path
from exporter.load.chart_kinds import KINDS
from exporter.load.looks import name_of
from exporter.model import Words
from exporter.saving import NotSaved, Yaml
from exporter.saving.adding import Value
from exporter.source import ChartKind
from exporter.studio.desk import Desk
from exporter.studio.fields import Done, Fields, value_of
from exporter.studio.forms import as_name, as_path
from exporter.studio.grids.new_cells import new_words
from exporter.studio.grids.placing import HELD_BY, Thing, placed, with_block
from exporter.studio.naming import free, one_line, section_of
from exporter.studio.pages.about import FILE as DOCUMENT
from exporter.studio.saying import say
from exporter.studio.view import View


def begin(desk: Desk, asked: Fields) -> Done:
    """A small table."""
    words, name = new_words(desk.view(asked["name"]), desk.styles), _name_of(desk, asked, "table")
    thing = Thing("tables", name, new_table(words), words("new-table-caption"))
    return _placed(desk, asked, thing, ("columns", "first")), say("table-begun")


def begin_chart(desk: Desk, asked: Fields) -> Done:
    """A small chart of the kind that was chosen."""
    kind = next((one for one in get_args(ChartKind) if one == value_of(asked, "kind")), None)
    if kind is None:
        raise ValueError(say("no-row"))
    words, name = new_words(desk.view(asked["name"]), desk.styles), _name_of(desk, asked, "chart")
    chart = new_chart(kind, words, datetime.date.today().year)
    thing = Thing("charts", name, chart, words("new-chart-caption"))
    first = KINDS[kind].row_keys(())[0]
    return _placed(desk, asked, thing, ("values", 0, first)), say("chart-begun")


def begin_film(desk: Desk, asked: Fields) -> Done:
    """A film or a recording; its address is asked for first, for without one there is none."""
    link, title = one_line(value_of(asked, "link")), one_line(asked.get("title", ""))
    if values.web(link) is None:
        raise ValueError(say("film-needs-link"))
    value = {"kind": "video", "link": link, **({"title": title} if title else {})}
    thing = Thing("media", _name_of(desk, asked, "film"), value)
    return _placed(desk, asked, thing, ("title" if title else "link",)), say("film-begun")


def begin_figure(desk: Desk, asked: Fields) -> Done:
    """A picture of the document in the text, with the words below it."""
    name, file, path, at = _place(desk, asked)
    picture, caption = value_of(asked, "picture"), one_line(asked.get("caption", ""))
    if ("pictures", picture) not in Yaml(desk.text(name, DOCUMENT)).items:
        raise ValueError(say("choose-a-picture"))
    block = "\n".join(filter(None, (f"::: figure {picture}", caption, ":::")))
    desk.write_files(name, {file: with_block(desk.on_disk(name, file), path, block, at)})
    return f"/d/{name}/s/{section_of(file)}#{as_name(path)}", say("figure-begun")


# ---- what it says at first ---------------------------------------------------------------------


def new_table(words: Words) -> Mapping[str, Value]:
    """Two columns and two rows, in the language of the document."""
    keys = ("first", "second")
    return {
        "columns": {key: words("new-table-column", number=n) for n, key in enumerate(keys, 1)},
        "rows": [
            {"first": words("new-table-row", number=n), "second": words("new-table-cell")}
            for n in (1, 2)
        ],
    }


def new_chart(kind: ChartKind, words: Words, year: int) -> Mapping[str, Value]:
    """A chart that loads, with as little in it as its kind can have."""
    rule = KINDS[kind]
    series = ("first", "second") if rule.needs_series else ()
    keys = rule.row_keys(series)
    said: dict[str, Value] = {"kind": kind}
    if "unit" in rule.keys:
        said["unit"] = words("new-chart-unit")
    if "whole" in rule.keys:
        said["whole"] = "2"
    if series:
        said["series"] = {
            key: words("new-table-column", number=n) for n, key in enumerate(series, 1)
        }
    said["values"] = [
        {key: _new_value(key, number, rule.words, words, year) for key in keys} for number in (1, 2)
    ]
    return said


def _new_value(key: str, number: int, of_words: bool, words: Words, year: int) -> str:
    match key:
        case "label":
            return words("new-chart-label", number=number)
        case "date":
            return str(year)
        case _:
            return words("new-chart-words") if of_words else "1"


# ---- where it stands ---------------------------------------------------------------------------


def _name_of(desk: Desk, asked: Fields, kind: str) -> str:
    """A name that stands nowhere in the document yet."""
    known = "\n".join(desk.view(asked["name"]).texts.values())
    section = section_of(value_of(asked, "file"))
    return free(name_of(f"{section}-{kind}", kind), lambda one: _stands(one, known))


def _stands(name: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) is not None


def _placed(desk: Desk, asked: Fields, thing: Thing, first: Path) -> str:
    """Write it below the paragraph in which somebody writes; gives the way to its first field."""
    name, file, path, at = _place(desk, asked)
    made = placed(desk.on_disk(name, file), path, thing, at)
    desk.write_files(name, {file: made})
    focus = (*path[:-1], thing.key, thing.name, *first)
    line = next(one.key_line for one in Yaml(made).scalars if one.path == focus)
    return f"/d/{name}/s/{section_of(file)}?line={line}"


def _place(desk: Desk, asked: Fields) -> tuple[str, str, Path, int | None]:
    """The document, the file, the text and the sign in it below whose paragraph something comes.

    Raises ValueError for no such place, NotSaved where words of it wait.
    """
    name, file, field = asked["name"], value_of(asked, "file"), value_of(asked, "field")
    path, at = as_path(field), asked.get("at", "")
    if path[-1] not in HELD_BY or not section_of(file) or not re.fullmatch("[0-9]{0,7}", at):
        raise ValueError(say("no-row"))
    if _waits(desk.view(name), file, field):
        raise NotSaved(say("table-waits"))
    return name, file, path, int(at) if at else None


def _waits(view: View, file: str, field: str) -> bool:
    return any((one.file, one.field) == (file, field) for one in view.drafts)
