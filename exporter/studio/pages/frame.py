"""What stands around every page: head, banner, the way to the main part, and small parts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exporter.studio.saying import LANGUAGE, say
from exporter.studio.view import View
from exporter.web_page.markup import NOTHING, Html, element, escape, join

DOCTYPE = Html("<!DOCTYPE html>\n")


@dataclass(frozen=True, slots=True)
class Said:
    """What an action told, one sentence a line. `wrong`: it did not do what was asked."""

    words: str = ""
    wrong: bool = False


NO_WORDS = Said()


def said_in(asked: Mapping[str, str]) -> Said:
    """What an address says that an action told (`answering.with_words`)."""
    return Said(asked.get("said", ""), wrong="wrong" in asked)


FOUND = element("script", src="/static/found.js", defer=True)
"""Brings what was found to its fields."""


def page(
    title: str,
    *main: Html,
    wide: bool = False,
    way: tuple[tuple[str, str], ...] = (),
    more: Html = NOTHING,
) -> str:
    """A whole page. `way` leads back to where the reader came from: address and words; `more`
    stands in its head."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", escape(f"{title} – {say('studio')}")),
        element("link", rel="stylesheet", href="/static/studio.css"),
        element("link", rel="icon", href="/static/icon.svg", type="image/svg+xml"),
        element("script", src="/static/studio.js", defer=True),
        more,
    )
    body = element(
        "body",
        element("a", escape(say("skip")), href="#main", class_="skip"),
        element("header", _banner(way), class_="banner"),
        element("main", *main, id="main", class_="wide" if wide else "", tabindex="-1"),
        element("p", id="said", role="status", class_="said"),
        data_not_reached=say("not-reached"),
        data_not_known=say("not-known"),
        data_not_taken=say("not-taken"),
        data_keep_mine=say("keep-mine"),
        data_take_theirs=say("take-theirs"),
        data_working=say("working"),
        data_kept=say("all-is-kept"),
        data_keeping=say("keeping"),
        data_not_kept=say("not-all-is-kept"),
    )
    return DOCTYPE + element("html", head, body, lang=LANGUAGE)


def _banner(way: tuple[tuple[str, str], ...]) -> Html:
    home = link("/", say("studio"), class_="home")
    steps = [element("li", link(address, words)) for address, words in way]
    trail = element("nav", element("ol", *steps), aria_label=say("way")) if steps else Html("")
    return join(home, trail)


def way_of(view: View) -> tuple[tuple[str, str], ...]:
    """The way to a page of a document."""
    return (("/", say("documents")), (f"/d/{view.name}", view.title))


def link(address: str, words: str, **attributes: str | bool) -> Html:
    """A link."""
    return element("a", escape(words), href=address, **attributes)


def button(words: str, **attributes: str | bool) -> Html:
    """A button; it sends its form unless `type` says otherwise."""
    return element("button", escape(words), **{"type": "submit", **attributes})


def form(action: str, *parts: Html, **attributes: str | bool) -> Html:
    """A form that is sent to an address of the studio, and works without scripts."""
    return element("form", *parts, method="post", action=action, **attributes)


def hidden(name: str, value: str) -> Html:
    """A value that goes with a form. An empty one is sent as such."""
    return element("input", type="hidden", name=name, value=value)


def heading(level: int, words: str, **attributes: str | bool) -> Html:
    return element(f"h{level}", escape(words), **attributes)


def paragraph(words: str, **attributes: str | bool) -> Html:
    return element("p", escape(words), **attributes)


def steps_back(base: str, steps: tuple[int, int], here: str = "") -> Html:
    """Undo and redo. `steps`: how many changes were made, and how many there are; `here`: the page
    that is shown then."""
    done, every = steps
    there = hidden("back", here) if here else NOTHING
    undo = button(say("undo"), disabled=done == 0, class_="quiet-button")
    redo = button(say("redo"), disabled=done >= every, class_="quiet-button")
    return join(form(f"{base}/undo", there, undo), form(f"{base}/redo", there, redo))


def told(said: Said) -> Html:
    """What an action told, where the reader begins."""
    kind = "wrong" if said.wrong else ""
    return join(*(notice(line, kind) for line in said.words.split("\n") if line))


def notice(words: str, kind: str = "") -> Html:
    """A sentence that has to be seen."""
    return element("div", paragraph(words), class_=f"notice {kind}".strip())
