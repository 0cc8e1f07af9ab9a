"""One document: its sections in order, what is to do, and the way to its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exporter.diagnostics import Diagnostic
from exporter.studio.pages.findings import NONE, fault_list
from exporter.studio.pages.frame import (
    NO_WORDS,
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
)
from exporter.studio.pages.keeping import copy_or_put_away
from exporter.studio.pages.languages import translates
from exporter.studio.pages.waiting import waiting, without_place
from exporter.studio.saying import say
from exporter.studio.view import View
from exporter.web_page.markup import NOTHING, Html, element, escape, join


@dataclass(frozen=True, slots=True)
class Listed:
    """A section in the list."""

    name: str
    heading: str
    is_there: bool
    """Whether its file is."""


def document(
    view: View, title: str, status: str, sections: tuple[Listed, ...], steps: tuple[int, int],
    said: Said = NO_WORDS, unused: Mapping[Diagnostic, str] = NONE,
) -> str:  # fmt: skip
    """The page of a document. `steps`: how many changes were made, and how many there are."""
    base = f"/d/{view.name}"
    parts = [heading(1, title), told(said), translates(view)]
    called = {one.name: one.heading or one.name for one in sections}
    parts += [waiting(view.name, view.drafts, called), without_place(view.name, view.lost, called)]
    parts += [
        _tools(base, steps),
        fault_list(view, unused),
        _sections(base, sections),
    ]
    parts += [_status(base, status), _deliver(base)]
    if view.original is None:
        parts.append(copy_or_put_away(base, title))
    return page(title, *parts, way=(("/", say("documents")),))


def _tools(base: str, steps: tuple[int, int]) -> Html:
    look = link(f"{base}/findings", say("look-at-findings"), class_="button")
    pictures = link(f"{base}/pictures", say("alternative-texts"), class_="button")
    people = link(f"{base}/people", say("people"), class_="button")
    words = link(f"{base}/glossary", say("glossary"), class_="button")
    languages = link(f"{base}/languages", say("languages"), class_="button")
    about = link(f"{base}/about", say("about"), class_="button")
    back = steps_back(base, steps)
    ways = (look, pictures, words, people, languages, about)
    return element("div", *ways, back, class_="tools")


def _sections(base: str, sections: tuple[Listed, ...]) -> Html:
    items = [_section(base, one, at, len(sections)) for at, one in enumerate(sections)]
    adding = form(
        f"{base}/sections",
        element("label", escape(say("new-section")), for_="new-section"),
        element("input", type="text", id="new-section", name="heading", required=True),
        button(say("add-section")),
        class_="row-form",
    )
    return element(
        "section",
        heading(2, say("sections"), id="sections"),
        element("ol", *items, class_="sections", data_sortable=f"{base}/order"),
        adding,
        aria_labelledby="sections",
    )


def _section(base: str, one: Listed, at: int, count_: int) -> Html:
    words = one.heading or one.name
    way = (
        link(f"{base}/s/{one.name}", words)
        if one.is_there
        else paragraph(say("file-missing", name=one.name), class_="wrong")
    )
    up = _move(base, at, at - 1, say("move-up", heading=words), "↑", disabled=at == 0)
    down = _move(base, at, at + 1, say("move-down", heading=words), "↓", disabled=at + 1 == count_)
    out = form(
        f"{base}/section-out",
        hidden("section", one.name),
        button("×", aria_label=say("take-section-out", heading=words),
               title=say("take-section-out", heading=words), class_="quiet-button"),
        class_="inline",
    )  # fmt: skip
    moves = element("span", up, down, out if count_ > 1 else NOTHING, class_="moves")
    return element("li", way, moves, data_at=str(at))


def _move(base: str, at: int, to: int, words: str, sign: str, *, disabled: bool) -> Html:
    return form(
        f"{base}/order",
        hidden("at", str(at)),
        hidden("to", str(max(to, 0))),
        button(sign, aria_label=words, title=words, disabled=disabled, class_="quiet-button"),
        class_="inline",
    )


def _status(base: str, status: str) -> Html:
    options = [
        element("option", escape(say(f"status-{one}")), value=one, selected=one == status)
        for one in ("draft", "released")
    ]
    return element(
        "section",
        heading(2, say("status"), id="status"),
        form(
            f"{base}/status",
            element("label", escape(say("status-label")), for_="status-is"),
            element("select", *options, id="status-is", name="status"),
            button(say("change-status")),
            class_="row-form",
        ),
        aria_labelledby="status",
    )


def _deliver(base: str) -> Html:
    return element(
        "section",
        heading(2, say("deliver"), id="deliver"),
        paragraph(say("deliver-how")),
        join(
            form(f"{base}/build", button(say("make-files"))),
            link(f"{base}/files", say("see-files")),
            element("p", link(f"{base}/back", say("came-back"))),
        ),
        aria_labelledby="deliver",
    )
