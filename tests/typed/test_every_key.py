"""Every key that is for readers changes what they get, in every format; a desk key changes nothing.

The table of kinds is the list: a key without an example here is named by the first test.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from exporter.adapt import adapt, supplies
from exporter.formats import FORMATS, Settings
from exporter.load import load
from exporter.model import Document
from exporter.styles.brands import load_brand
from exporter.styles.editions import editions, load_edition
from exporter.styles.words import load_words
from exporter.typed.kinds import DOCUMENT, SECTION, Kind
from tests.typed.folders import RING

Tree = dict[str, Any]
OTHER = RING.replace('r="4"', 'r="3"')

GUIDE: Tree = {
    "title": "A small guide",
    "subtitle": "For you",
    "easy_subtitle": "Easy for you",
    "language": "en-GB",
    "version": "1.0",
    "date": "2026-10",
    "updated": "2026-11",
    "status": "draft",
    "description": "What it is about.",
    "keywords": ["tea"],
    "cover": "ring",
    "authors": [{"name": "Ann", "role": "Writer", "email": "ann@example.org"}],
    "contacts": {
        "main": {
            "name": "The desk",
            "email": "desk@example.org",
            "phone": "01632 960123",
            "web": "https://desk.example.org",
            "social": "@desk",
            "post": ["1 Mill Lane"],
        }
    },
    "imprint": "Charity 1234.",
    "published": "https://example.org/guide",
    "organisations": {
        "trust": {"name": "River Trust", "role": "funder", "logo": "square"},
        "mill": {"name": "Mill House", "role": "partner", "logo": "phone"},
    },
    "abbreviations": {"GP": "general practitioner"},
    "pictures": {
        "ring": {
            "file": "pictures/ring.svg",
            "alt": "A ring",
            "description": "It is round.",
            "credit": "Ann",
            "licence": "CC BY 4.0",
            "source": "a shelf",
            "consent": "nobody is to be seen",
        },
        "square": {"file": "pictures/square.svg", "alt": "A square"},
        "phone": {"drawing": "phone", "alt": "A phone"},
    },
    "references": {
        "nesta": {"cite": "Nesta, 2013", "text": "Nesta. A book.", "link": "https://example.org/b"}
    },
    "glossary": {
        "carer": {
            "word": "family carer",
            "also": ["carers"],
            "meaning": "Somebody who cares.",
            "easy": "A person who helps.",
            "picture": "square",
        },
        "cup": {"forms": ["cups"], "meaning": "It holds tea.", "easy": "It holds tea."},
    },
    "words": [{"say": "team", "instead_of": ["crew"]}],
    "sections": ["first", "second"],
    "accept": [{"rule": "passive-voice", "because": "It is right here."}],
}
BODY = """\
Ask your GP, and see [](#nesta) or [](#carer).

::: figure ring
A figure.
:::

::: table days
Days.
:::

::: table sheet
A sheet.
:::

::: chart days-busy
Busy days.
:::

::: chart before-after
Before and after.
:::

::: chart answers
Answers.
:::

::: chart counted
Counted.
:::

::: numbers facts
:::

::: media film
:::

::: contact main
:::

::: organisations funder
:::

::: organisations partner
:::
"""


def _part(value: str, label: str) -> Tree:
    return {"value": value, "label": label}


FIRST: Tree = {
    "heading": "The first part",
    "picture": "ring",
    "summary": "In short.",
    "body": BODY,
    "detail": "In detail.",
    "numbered": False,
    "tables": {
        "days": {
            "columns": {"day": "Day", "what": "What"},
            "rows": [{"day": "Monday", "what": "Tea"}],
            "show_as": "table",
        },
        "sheet": {"file": "tables/sheet.csv"},
    },
    "charts": {
        "days-busy": {
            "kind": "bar",
            "labels": "Day",
            "unit": "visits",
            "values": [
                {"label": "Monday", "value": "2"},
                {"label": "Friday", "value": "3"},
            ],
            "data": "table",
            "alt": "Bars",
        },
        "before-after": {
            "kind": "comparison",
            "series": {"before": "Before", "after": "After"},
            "values": [{"label": "Tea", "before": "Cold", "after": "Hot"}],
        },
        "answers": {
            "kind": "parts",
            "unit": {"one": "person", "other": "people"},
            "whole": "1",
            "values": [{"label": "Yes", "value": "1"}, {"label": "No", "value": "0"}],
        },
        "counted": {"kind": "bar", "unit": "mugs", "file": "charts/counted.csv"},
    },
    "numbers": {
        "facts": [
            {"value": "7", "label": "mugs"},
            {"value": "5", "label": "cups", "parts": [_part("2", "green"), _part("3", "red")]},
        ]
    },
    "media": {
        "film": {
            "kind": "video",
            "link": "https://example.org/film",
            "title": "The film",
            "minutes": "4",
            "captions": False,
            "signed": False,
            "described": False,
            "transcript": "https://example.org/words",
            "picture": "square",
        }
    },
    "easy_read": [
        {"picture": "ring", "spoken": True, "text": "Two carers make tea."},
        {"picture": ["ring", "square"], "text": "It is hot."},
        {"number": "5", "text": "There are 5 cups."},
        {"word": "carer"},
        {"media": "film"},
        {"contact": "main"},
        {"chart": "answers"},
        {
            "picture": "ring",
            "text": "Do you want tea?",
            "question": "several",
            "answers": ["With milk", "With sugar"],
        },
    ],
    "sections": [{"id": "inner", "heading": "An inner part", "body": "Inner words."}],
    "accept": [{"rule": "passive-voice", "because": "It is right here."}],
}
SECOND: Tree = {
    "heading": "The second part",
    "picture": "none",
    "body": "Words.\n\n::: references\n:::\n\n::: glossary\n:::\n",
    "easy_read": "none",
}

CHANGED: dict[str, Any] = {
    "language": "en-US",
    "date": "2026-09",
    "updated": "2026-12",
    "status": "released",
    "cover": "square",
    "contents": "none",
    "page_size": "a5",
    "published": "https://example.org/zebra",
    "part_links": True,
    "sections.[]": "second",
    "organisations.*.role": "partner",
    "organisations.*.logo": "ring",
    "pictures.*.file": "pictures/square.svg",
    "pictures.*.drawing": "doctor",
    "references.*.link": "https://example.org/c",
    "glossary.*.also.[]": "carer",
    "glossary.*.forms.[]": "hot",
    "glossary.*.picture": "ring",
    "picture": "square",
    "easy_read.[].picture": "square",
    "easy_read.[].picture.[]": "phone",
    "easy_read.[].number": "There",
    "easy_read.[].spoken": False,
    "easy_read": [{"picture": "ring", "text": "Two carers make tea."}],
    "numbered": True,
    "tables.*.file": "tables/other.csv",
    "charts.*.kind": "line",
    "charts.*.whole": "1.0",
    "charts.*.file": "charts/other.csv",
    "charts.*.data": "list",
    "easy_read.[].chart": "days-busy",
    "easy_read.[].question": "one",
    "tables.*.header_column": "none",
    "tables.*.show_as": "rows",
    "media.*.kind": "audio",
    "media.*.link": "https://example.org/other",
    "media.*.transcript": "https://example.org/others",
    "media.*.minutes": "5",
    "media.*.captions": True,
    "media.*.signed": "bsl",
    "media.*.described": True,
    "media.*.picture": "phone",
    "appendix": True,
    "contacts.*.email": "zebra@example.org",
    "contacts.*.web": "https://zebra.example.org",
    "authors.[].email": "zebra@example.org",
    "contacts.*.phone": "01632 960124",
    "numbers.*.[].value": "8",
    "numbers.*.[].parts.[].value": "1",
}
"""What the value becomes, where it is no text to which a word can be added."""

OTHERWISE = {
    "languages.[]": "lists documents of their own: tests/translations",
    "formats.[]": "says which files there are: tests/test_build.py",
    "pictures.*.symbol": "needs the extra: tests/unit/pictures",
    "pictures.*.decorative": "goes without words: below",
    "easy_read.[].word": "there is one word only, and rows name it",
    "easy_read.[].media": "there is one film only",
    "easy_read.[].contact": "there is one contact only",
    "sections.[].id": "the name of a part is where links lead: below",
    **dict.fromkeys(
        (f"pictures.*.{key}" for key in ("diagram", "chart", "items", "values", "parts")),
        "the loader says that it cannot be had yet",
    ),
}
"""Keys that are looked at elsewhere, and where."""


UNKNOWN_THERE = {("abbreviations.*", "docx"), ("part_links", "docx"), ("part_links", "html")}
"""Word has no mark for what an abbreviation stands for (ISO 29500-1): the text must say it; it has
a pane of its own to go from part to part, and on the web every document has such links."""


def readers_keys() -> list[tuple[str, str]]:
    """("document" or "section", key) for each that is for readers; sub-sections have the same."""
    tables = (("document", DOCUMENT), ("section", SECTION))
    return [
        (name, key)
        for name, table in tables
        for key, kind in table.items()
        if kind is not Kind.DESK
        and key not in OTHERWISE
        and not (name == "section" and key.startswith("sections.[]."))
    ]


def desk_keys() -> list[tuple[str, str]]:
    tables = (("document", DOCUMENT), ("section", SECTION))
    known = [
        (name, key) for name, table in tables for key, kind in table.items() if kind is Kind.DESK
    ]
    return [
        one for one in known if ".allow" not in f".{one[1]}" and not one[1].startswith("sections")
    ]


def places(tree: Any, path: tuple[str, ...]) -> Iterator[tuple[Any, Any]]:
    """(holder, key) of each value at a path of the table of kinds."""
    first, *rest = path
    keys: list[Any]
    match first, tree:
        case "[]", list():
            keys = list(range(len(tree)))
        case "*", dict():
            keys = list(tree)
        case _, dict():
            keys = [first] if first in tree else []
        case _:
            keys = []
    for key in keys:
        if rest:
            yield from places(tree[key], tuple(rest))
        else:
            yield tree, key


def changed(name: str, key: str) -> tuple[Tree, Tree]:
    """The guide and its first section with one value changed."""
    guide, first = copy.deepcopy(GUIDE), copy.deepcopy(FIRST)
    tree = guide if name == "document" else first
    for absent in ("appendix", "contents", "page_size", "part_links", "tables.*.header_column"):
        if key == absent:
            holder = tree["tables"]["days"] if "." in key else tree
            holder[key.rpartition(".")[2]] = ""
    if key.startswith("accept.") and "[]" not in key:
        tree["accept"] = tree["accept"][0]
    found = list(places(tree, tuple(key.split("."))))
    if key == "easy_read.[].picture":
        found = [(holder, last) for holder, last in found if isinstance(holder[last], str)]
    assert found, f"there is no example for {key}"
    holder, last = found[0]
    holder[last] = CHANGED[key] if key in CHANGED else f"{holder[last]} zebra"
    match key:  # what else must be changed with it, or it would be no document
        case "sections.[]":
            guide["sections"] = ["second", "first"]
        case "organisations.*.role":
            first["body"] = first["body"].replace("::: organisations funder\n:::\n", "")
        case "numbers.*.[].parts.[].value":
            first["numbers"]["facts"][1]["parts"][1]["value"] = "4"
    return guide, first


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines after `|`, as people do."""


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    ),
)


def as_yaml(tree: Tree) -> str:
    return yaml.dump(tree, Dumper=_Dumper, sort_keys=False, allow_unicode=True)


def write(folder: Path, guide: Tree, first: Tree) -> Path:
    files = {
        "document.yaml": as_yaml(guide),
        "sections/first.yaml": as_yaml(first),
        "sections/second.yaml": as_yaml(SECOND),
        "pictures/ring.svg": RING,
        "pictures/square.svg": OTHER,
        "pictures/phone.svg": RING.replace('r="4"', 'r="2"'),
        "charts/counted.csv": "Day,Mugs\nMonday,2\nFriday,3\n",
        "charts/other.csv": "Day,Mugs\nMonday,2\nFriday,4\n",
        "tables/sheet.csv": "a,b\n1,2\n",
        "tables/other.csv": "a,b\n1,3\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def documents(folder: Path) -> dict[str, Document]:
    source = load(folder)
    words = load_words(source.language)
    return {one.name: adapt(source, one, words) for one in editions() if supplies(source, one)}


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    return documents(write(tmp_path_factory.mktemp("small") / "g", GUIDE, FIRST))


_FILES: dict[tuple[str, str], bytes] = {}


def file_of(document: Document, name: str) -> bytes:
    engine = FORMATS[name].engine(Settings(), document)
    theme = load_edition(document.edition).theme
    return engine.stamp(engine.compile(document, theme), load_brand("house"))


def base_file(base: dict[str, Document], edition: str, name: str) -> bytes:
    if (edition, name) not in _FILES:
        _FILES[edition, name] = file_of(base[edition], name)
    return _FILES[edition, name]


@pytest.mark.parametrize(("name", "key"), readers_keys())
def test_a_key_for_readers_changes_what_they_get_in_every_format(
    name: str, key: str, base: dict[str, Document], tmp_path: Path
) -> None:
    found = documents(write(tmp_path / "g", *changed(name, key)))
    differ = [edition for edition, document in found.items() if document != base[edition]]
    assert differ, f"{key} reaches nobody"
    for one in (one for one in FORMATS if (key, one) not in UNKNOWN_THERE):
        assert file_of(found[differ[0]], one) != base_file(base, differ[0], one), one


@pytest.mark.parametrize(("name", "key"), desk_keys())
def test_a_key_for_the_desk_reaches_nobody(
    name: str, key: str, base: dict[str, Document], tmp_path: Path
) -> None:
    assert documents(write(tmp_path / "g", *changed(name, key))) == base
