"""The languages of a document: how each translation stands, and how one is begun."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from exporter.languages import called
from exporter.studio.pages.findings import way
from exporter.studio.pages.frame import (
    Said,
    button,
    form,
    heading,
    hidden,
    link,
    page,
    paragraph,
    told,
    way_of,
)
from exporter.studio.saying import count, say
from exporter.studio.view import View
from exporter.translations import PartState, State
from exporter.web_page.markup import NOTHING, Html, element, escape

STATES: tuple[State, ...] = ("to-do", "out-of-date", "changed")
"""What there is to do in a translation, the most urgent first."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A translation, and how each of its parts stands; None where that cannot be said."""

    view: View
    tag: str
    parts: tuple[PartState, ...] | None


def languages(view: View, there: tuple[Translation, ...], said: Said) -> str:
    """The page of an original: its translations, and one more."""
    base = f"/d/{view.name}"
    listed = element("ul", *map(_card, there), class_="cards")
    return page(
        say("languages"),
        heading(1, say("languages")),
        told(said),
        paragraph(say("languages-how")),
        listed if there else paragraph(say("no-languages"), class_="quiet"),
        _one_more(base),
        way=way_of(view),
    )


def _card(one: Translation) -> Html:
    base, own = f"/d/{one.view.name}", called(one.tag)
    return element(
        "li",
        element(
            "h2", element("span", escape(own), lang=one.tag, dir="auto"), escape(f" ({one.tag})")
        ),
        *_standing(one.parts),
        link(base, say("open", title=f"{one.view.title} ({one.tag})"), class_="button"),
        link(f"{base}/languages", say("translation-of", language=own)),
        class_="card",
    )


def _standing(parts: tuple[PartState, ...] | None) -> list[Html]:
    """How many parts wait, in sentences."""
    if parts is None:
        return [paragraph(say("translation-unread"), class_="wrong")]
    counted = Counter(one.state for one in parts)
    left = [
        paragraph(count(f"parts-{state}", counted[state]), class_="" if at < 2 else "quiet")
        for at, state in enumerate(STATES)
        if counted[state]
    ]
    return left or [paragraph(say("translation-done"))]


def _one_more(base: str) -> Html:
    return element(
        "section",
        heading(2, say("new-language"), id="new"),
        paragraph(say("new-language-how")),
        form(
            f"{base}/translate",
            element("label", escape(say("about-language")), for_="new-language"),
            paragraph(say("about-language-how"), id="new-language-hint", class_="quiet hint"),
            element(
                "input", type="text", id="new-language", name="language", required=True,
                aria_describedby="new-language-hint", autocapitalize="none",
            ),
            button(say("begin-language")),
        ),
        aria_labelledby="new",
    )  # fmt: skip


def translation(one: Translation, said: Said) -> str:
    """The page of a translation: what of it waits, part by part."""
    view, original = one.view, one.view.original
    base = f"/d/{view.name}"
    title = say("translation-of", language=called(one.tag))
    back = (
        paragraph_with_link(say("translation-from"), f"/d/{original.name}", original.title)
        if original
        else NOTHING
    )
    left = [part for state in STATES for part in one.parts or () if part.state == state]
    every = form(f"{base}/translated", hidden("part", ""), button(say("all-translated")))
    return page(
        title,
        heading(1, title),
        told(said),
        back,
        *_standing(one.parts),
        paragraph(say("translation-how")) if left else NOTHING,
        every if any(part.state == "to-do" for part in left) else NOTHING,
        element("ul", *(_part(view, part) for part in left), class_="findings"),
        link(f"{base}/findings", say("look-at-findings"), class_="button"),
        way=way_of(view),
    )


def _part(view: View, one: PartState) -> Html:
    words = part_words(one)
    return element(
        "li",
        element("p", element("strong", escape(words)), escape(f" – {say(f'part-{one.state}')}")),
        way(one.part.place, view.name),
        form(
            f"/d/{view.name}/translated",
            hidden("part", one.part.name),
            button(
                say("part-translated"), aria_label=f"{say('part-translated')}: {words}",
                class_="quiet-button",
            ),
        ),
        class_="finding please-answer",
    )  # fmt: skip


def part_words(one: PartState) -> str:
    """What people call a part: the heading of a section; else what the field is for."""
    kind, _, rest = one.part.name.partition("/")
    if kind == "sections":
        return one.original.called
    key, _, name = rest.partition("/")
    return say(f"part-is-{key.replace('_', '-')}") + (f": {name}" if name else "")


def paragraph_with_link(words: str, address: str, title: str) -> Html:
    return element("p", escape(f"{words} "), link(address, title))


def translates(view: View) -> Html:
    """At the head of the pages of a translation: of what it is one, and how it stands."""
    if view.original is None:
        return NOTHING
    ways = element(
        "p",
        escape(f"{say('translation-from')} "),
        link(f"/d/{view.original.name}", view.original.title),
        escape(" "),
        link(f"/d/{view.name}/languages", say("languages")),
    )
    return element("div", ways, class_="notice")
