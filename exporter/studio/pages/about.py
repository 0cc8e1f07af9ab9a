"""What a document says of itself: its title, its date, who made it and whom to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exporter.authored.located import Path
from exporter.load.json_schema import meaning_of
from exporter.load.schema import DocumentShape
from exporter.studio.forms import as_name
from exporter.studio.pages.field import Fields, Shown
from exporter.studio.pages.frame import (
    FOUND,
    NO_WORDS,
    Said,
    button,
    form,
    heading,
    hidden,
    link,
    page,
    told,
    way_of,
)
from exporter.studio.saying import say
from exporter.studio.view import View
from exporter.web_page.markup import NOTHING, Html, element, escape, join

FILE = "document.yaml"
LINES = ("title", "subtitle", "language", "version", "date", "updated")
TEXTS = ("description", "imprint")
PEOPLE = {
    "authors": ("name", "role", "email"),
    "contacts": ("name", "phone", "email", "web", "social"),
}
"""Lists of people, and what is said of each."""


@dataclass(frozen=True, slots=True)
class About:
    """What stands in document.yaml, by path; and the people in it, each by the path of theirs."""

    texts: Mapping[Path, str]
    people: Mapping[str, tuple[Path, ...]]
    pictures: tuple[Shown, ...]
    field: str = ""
    """The field that a finding led to."""


def is_here(field: str) -> bool:
    """Whether the page has this field."""
    first, _, rest = field.partition(".")
    return field in (*LINES, *TEXTS, "cover") or (
        first in PEOPLE and rest.rpartition(".")[2] in PEOPLE[first]
    )


def about(view: View, shown: About, said: Said = NO_WORDS) -> str:
    """The page about a document."""
    base, fields = f"/d/{view.name}", Fields.of(view, FILE, f"/d/{view.name}/about")
    own = [
        fields.line((key,), say(f"about-{key}"), shown.texts.get((key,), ""), _hint(key))
        for key in LINES
    ]
    cover = shown.texts.get(("cover",), "")
    own.append(fields.picture(("cover",), say("about-cover"), cover, shown.pictures))
    own += [
        fields.text((key,), say(f"about-{key}"), shown.texts.get((key,), ""), _hint(key))
        for key in TEXTS
    ]
    writing = element(
        "div",
        *own,
        *(_people(base, fields, shown, key) for key in PEOPLE),
        data_save=f"{base}/put",
        data_file=FILE,
        data_go=shown.field,
    )
    parts = (heading(1, say("about")), told(said), fields.summary(writing), writing)
    source = element("p", link(f"{base}/source", say("document-source")))
    return page(say("about"), *parts, source, way=way_of(view), more=FOUND)


def _hint(key: str) -> str:
    """What the schema says of a key, where that is more than its label."""
    if key == "language":
        return say("about-language-how")
    return meaning_of(DocumentShape, (key,)) if key in _EXPLAINED else ""


_EXPLAINED = ("date", "updated", "description")


def _people(base: str, fields: Fields, shown: About, listed: str) -> Html:
    """A list of people, each with their fields; and how one more comes into it."""
    items = [
        _person(base, fields, shown, listed, path, number)
        for number, path in enumerate(shown.people.get(listed, ()), 1)
    ]
    name = f"new-{listed}"
    ways = ("name",) if listed == "authors" else ("name", "way")
    adding = form(
        f"{base}/person",
        hidden("list", listed),
        *(
            join(
                element("label", escape(say(f"person-{key}")), for_=f"{name}-{key}"),
                element(
                    "input",
                    type="text",
                    id=f"{name}-{key}",
                    name="name-of" if key == "name" else key,
                    required=True,
                ),
            )
            for key in ways
        ),
        button(say(f"add-{listed}")),
    )
    return element(
        "section",
        heading(2, say(f"about-{listed}"), id=listed),
        element("ul", *items, class_="cards") if items else NOTHING,
        element("details", element("summary", escape(say(f"add-{listed}"))), adding),
        aria_labelledby=listed,
    )


def _person(base: str, fields: Fields, shown: About, listed: str, path: Path, number: int) -> Html:
    lines = [
        fields.line((*path, key), say(f"person-{key}"), shown.texts.get((*path, key), ""))
        for key in PEOPLE[listed]
    ]
    who = shown.texts.get((*path, "name"), str(number))
    out = form(
        f"{base}/take-out",
        hidden("file", FILE),
        hidden("field", as_name(path)),
        hidden("back", f"{base}/about"),
        button(say("take-person-out", name=who), class_="quiet-button"),
    )
    return element("li", *lines, out, class_="card")
