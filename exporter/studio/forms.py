"""A section file as the fields of a form: what is typed there, and at which path it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from exporter.authored.located import Path
from exporter.load.json_schema import keys_of
from exporter.load.schema import DocumentShape, SectionShape
from exporter.saving import Yaml
from exporter.studio.grids.grid import Chart, Grid, chart_of, table_of
from exporter.studio.saying import say
from exporter.studio.values import Values

PROSE = ("summary", "body", "detail")
ORDER = ("heading", "appendix", "numbered", "picture", *PROSE)
"""The keys of a section in the order in which authors type them."""
LISTS = ("also",)
"""Lists of names that are one field, with commas between them."""
ROW = ("picture", "number", "word", "media", "contact", "text")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of easy read; `pictures` are one, two or none."""

    path: Path
    pictures: tuple[str, ...]
    text: str
    also: tuple[tuple[str, str], ...] = ()
    """What stands there instead of a picture or of words: a number, a word of the glossary …"""


@dataclass(frozen=True, slots=True)
class Film:
    """A film or a recording, as it is typed, by key."""

    path: Path
    name: str
    said: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Part:
    """A section, or a part of one."""

    path: Path
    name: str
    """Its id; empty for the section itself."""
    heading: str
    picture: str
    prose: tuple[tuple[str, str], ...]
    """Key and words; all three, also those that are not typed yet."""
    rows: tuple[Row, ...]
    no_rows: bool
    """The author left this part out of the easy read."""
    grids: tuple[Grid, ...]
    charts: tuple[Chart, ...]
    films: tuple[Film, ...]
    parts: tuple[Part, ...]


def part_of(text: str) -> Part:
    """The form of a section file. Raises NotSaved when it is no YAML."""
    return _part(Values(Yaml(text)), ())


def _part(values: Values, path: Path) -> Part:
    rows = (*path, "easy_read")
    return Part(
        path=path,
        name=values.text((*path, "id")),
        heading=values.text((*path, "heading")),
        picture=values.text((*path, "picture")),
        prose=tuple((key, values.text((*path, key))) for key in PROSE),
        rows=tuple(_row(values, one) for one in values.below(rows)),
        no_rows=values.text(rows) == "none",
        grids=tuple(table_of(values, one) for one in values.below((*path, "tables"))),
        charts=tuple(chart_of(values, one) for one in values.below((*path, "charts"))),
        films=tuple(_film(values, one) for one in values.below((*path, "media"))),
        parts=tuple(_part(values, one) for one in values.below((*path, "sections"))),
    )


_ALSO = ("number", "word", "media", "contact", "chart", "question")


def _row(values: Values, path: Path) -> Row:
    also = [(key, values.text((*path, key))) for key in _ALSO]
    also.append(("answers", " / ".join(values.texts((*path, "answers")))))
    return Row(
        path=path,
        pictures=values.texts((*path, "picture")),
        text=values.text((*path, "text")),
        also=tuple(one for one in also if one[1]),
    )


_FILM = ("kind", "link", "title", "minutes", "captions", "signed", "described", "transcript",
         "picture")  # fmt: skip


def _film(values: Values, path: Path) -> Film:
    return Film(path, str(path[-1]), {key: values.text((*path, key)) for key in _FILM})


def as_name(path: Path) -> str:
    """A path as the name of a field: easy_read.0.text"""
    return ".".join(str(step) for step in path)


def as_path(name: str) -> Path:
    """The path of the name of a field. Raises ValueError for what is none.

    It begins with a key that a section or a document can have, and each step is written in one way
    only: no page of ours makes another name, and what was kept under one would never be seen.
    """
    steps = name.split(".")
    if (
        len(steps) > _DEEPEST
        or steps[0] not in _first_keys()
        or not all(map(_STEP.fullmatch, steps))
    ):
        raise ValueError(say("no-field"))
    return tuple(int(step) if step[0].isdigit() else step for step in steps)


def is_name(name: str) -> bool:
    """Whether it is the name of a field."""
    try:
        return bool(as_path(name))
    except ValueError:
        return False


_DEEPEST = 12
_STEP = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,79}|0|[1-9][0-9]{0,5}")


@cache
def _first_keys() -> frozenset[str]:
    return frozenset((*keys_of(SectionShape, ()), *document_keys()))


@cache
def document_keys() -> tuple[str, ...]:
    """The keys of document.yaml in the order in which authors type them."""
    return keys_of(DocumentShape, ())


def field_at(text: str, line: int) -> str:
    """The name of the field in which a line of a file stands; empty where it is in none.

    The line of a key that holds several fields is that of the first of them.
    """
    yaml = Yaml(text)
    held = [path for path, start in yaml.keys.items() if path and yaml.line_of(start) == line]
    around = min(held, key=len, default=())
    first = [one.path for one in yaml.scalars if around and one.path[: len(around)] == around]
    lined = [(one.key_line, one.path) for one in yaml.scalars if one.key_line <= line]
    path = first[0] if first else max(lined)[1] if lined else ()
    return as_name(path[:-1] if path[-2:-1] and path[-2] in LISTS else path)
