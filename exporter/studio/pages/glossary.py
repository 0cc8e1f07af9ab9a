"""Hard words with their meanings, and the sections that use each of them."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.studio.forms import as_name
from exporter.studio.pages.about import FILE
from exporter.studio.pages.field import Fields, Shown
from exporter.studio.pages.frame import (
    FOUND,
    Said,
    button,
    form,
    heading,
    hidden,
    link,
    page,
    paragraph,
    steps_back,
    told,
    way_of,
)
from exporter.studio.saying import say
from exporter.studio.view import View
from exporter.web_page.markup import NOTHING, Html, element, escape, join

LINES, TEXTS = ("word", "also"), ("meaning", "easy")


@dataclass(frozen=True, slots=True)
class Explained:
    """A word of the glossary as it is typed; `used` are names and headings of sections."""

    name: str
    word: str
    also: str
    meaning: str
    easy: str
    picture: str
    used: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Glossary:
    """All that the page needs."""

    view: View
    words: tuple[Explained, ...]
    pictures: tuple[Shown, ...]
    steps: tuple[int, int]
    field: str = ""
    """The field that a finding led to."""


def glossary(shown: Glossary, said: Said) -> str:
    """The page of hard words."""
    view = shown.view
    base, fields = f"/d/{view.name}", Fields.of(view, FILE, f"/d/{view.name}/glossary")
    items = [_word(base, fields, shown, one) for one in shown.words]
    listed = element(
        "ul", *items, class_="cards", data_save=f"{base}/put", data_file=FILE, data_go=shown.field
    )
    return page(
        say("glossary"),
        heading(1, say("glossary")),
        told(said),
        fields.summary(listed),
        paragraph(say("glossary-how")),
        element("div", steps_back(base, shown.steps, f"{base}/glossary"), class_="tools"),
        listed if items else paragraph(say("no-words"), class_="quiet"),
        _one_more(base),
        way=way_of(view),
        more=FOUND,
    )


def _word(base: str, fields: Fields, shown: Glossary, one: Explained) -> Html:
    path, place = ("glossary", one.name), as_name(("glossary", one.name))
    out = form(
        f"{base}/take-out",
        hidden("file", FILE),
        hidden("field", place),
        hidden("back", f"{base}/glossary"),
        button(say("take-word-out", word=one.word), class_="quiet-button"),
    )
    return element(
        "li",
        heading(2, one.word, id=f"{place}-word"),
        _used(base, one),
        *(
            fields.line((*path, key), say(f"word-{key}"), getattr(one, key), _hint(key))
            for key in LINES
        ),
        *(
            fields.text((*path, key), say(f"word-{key}"), getattr(one, key), rows=2)
            for key in TEXTS
        ),
        fields.picture((*path, "picture"), say("field-picture"), one.picture, shown.pictures),
        out,
        class_="card",
    )


def _hint(key: str) -> str:
    return say("word-also-how") if key == "also" else ""


def _used(base: str, one: Explained) -> Html:
    """Where the word stands, as ways there."""
    if not one.used:
        return paragraph(say("word-unused"), class_="wrong")
    ways = [
        join(escape(", " if at else ""), link(f"{base}/s/{name}", words))
        for at, (name, words) in enumerate(one.used)
    ]
    return element("p", escape(f"{say('word-used')} "), *ways)


def _one_more(base: str) -> Html:
    fields = [
        join(
            element("label", escape(say(f"word-{key}")), for_=f"new-{key}"),
            paragraph(say("word-easy-how"), id="new-easy-hint", class_="quiet hint")
            if key == "easy"
            else NOTHING,
            element("input", type="text", id="new-word", name="word", required=True)
            if key == "word"
            else element(
                "textarea", NOTHING, id=f"new-{key}", name=key, rows="2",
                required=key == "meaning",
                aria_describedby="new-easy-hint" if key == "easy" else "",
            ),
        )
        for key in ("word", "meaning", "easy")
    ]  # fmt: skip
    return element(
        "section",
        heading(2, say("new-word"), id="new"),
        form(f"{base}/words", *fields, button(say("add-word"))),
        aria_labelledby="new",
    )
