"""Words that are in no file yet: those that wait in their fields, and those without a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from exporter.studio.drafts import WHOLE, Draft
from exporter.studio.forms import as_path
from exporter.studio.naming import section_of
from exporter.studio.pages.frame import button, form, heading, hidden, link, notice, paragraph
from exporter.studio.saying import count, say, sentences
from exporter.studio.wrapping import unwrapped
from exporter.web_page.markup import NOTHING, Html, element, escape, join


def waiting(name: str, drafts: tuple[Draft, ...], headings: Mapping[str, str]) -> Html:
    """That there are words which wait, and the way to each of them; `headings` are those of the
    sections, by their names."""
    if not drafts:
        return NOTHING
    ways = [element("li", link(_address(name, one), _words_of(one, headings))) for one in drafts]
    return join(notice(count("drafts-wait", len(drafts))), element("ul", *ways))


def without_place(name: str, drafts: tuple[Draft, ...], headings: Mapping[str, str]) -> Html:
    """Words whose place says something else now, or is gone: to be copied, or forgotten."""
    every = [
        (one, _words_of(one, headings), link(_address(name, one), say("go-there")))
        for one in drafts
    ]
    return lost(f"/d/{name}/forget", every)


def lost(forget: str, every: list[tuple[Draft, str, Html]]) -> Html:
    """Words without a place; of each where it stood, and the way there. Nothing without any."""
    if not every:
        return NOTHING
    items = [
        element(
            "li",
            paragraph(called, class_="quiet"),
            element("blockquote", escape(unwrapped(one.typed)), class_="typed", tabindex="0"),
            way,
            form(
                forget,
                hidden("draft", one.key),
                button(say("forget-draft"), class_="quiet-button"),
            ),
            class_="finding",
        )
        for one, called, way in every
    ]
    return element(
        "section",
        heading(2, say("drafts-lost"), id="drafts-lost"),
        paragraph(say("drafts-lost-how")),
        element("ul", *items, class_="findings"),
        aria_labelledby="drafts-lost",
    )


def _words_of(one: Draft, headings: Mapping[str, str]) -> str:
    """Where a draft stands, or stood, in words: Welcome, number 2, words of this row."""
    section = section_of(one.file)
    if one.field == WHOLE:
        return say("whole-file", file=one.file)
    return ", ".join((headings.get(section, section) or say("about"), *_steps(one.field)))


def _steps(field: str) -> Iterator[str]:
    """A path, step by step, as people say it; what no page shows as a field, as it is typed."""
    known = sentences()
    for step in as_path(field):
        if isinstance(step, int):
            yield say("number-of", number=step + 1)
        elif step not in ("sections", "text"):
            key = next((f"{one}-{step}" for one in _NAMED if f"{one}-{step}" in known), "")
            yield _SAID.get(step) or (say(key) if key else step)


_NAMED = ("field", "about", "person")
_SAID = {"easy_read": say("easy-read-rows"), "pictures": say("alternative-texts")}


def _address(name: str, one: Draft) -> str:
    """The page on which the field of a draft is, or would be."""
    section = section_of(one.file)
    if one.field == WHOLE:
        return f"/d/{name}/s/{section}/source" if section else f"/d/{name}/source"
    if section:
        return f"/d/{name}/s/{section}#{one.field}"
    return f"/d/{name}/{'pictures' if one.field.startswith('pictures.') else 'about'}#{one.field}"
