"""The first page: every document of the folder, and how to begin another."""

from __future__ import annotations

from exporter.studio.pages import keeping
from exporter.studio.pages.frame import (
    NO_WORDS,
    Said,
    button,
    form,
    heading,
    link,
    page,
    paragraph,
    told,
)
from exporter.studio.saying import count, say
from exporter.studio.view import View
from exporter.web_page.markup import NOTHING, Html, element, escape

_WAYS = ("partners", "brands")


def documents(
    views: tuple[View, ...],
    said: Said = NO_WORDS,
    templates: tuple[str, ...] = (),
    archived: tuple[str, ...] = (),
) -> str:
    """The list of documents, each with its status and a way in, and how to begin another."""
    parts = [heading(1, say("documents")), told(said)]
    if views:
        parts.append(element("ul", *map(_card, views), class_="cards"))
    else:
        parts.append(paragraph(say("no-documents")))
    ways = element("p", *(link(f"/{one}", say(one), class_="button") for one in _WAYS))
    return page(
        say("documents"),
        *parts,
        ways,
        _from_word(),
        keeping.begin(templates),
        keeping.archived(archived),
    )


def _card(view: View) -> Html:
    lines = [_cover(view), heading(2, view.title)]
    if view.loaded:
        lines.append(paragraph(say(f"status-{view.loaded.source.status}"), class_="quiet"))
        if view.loaded.out_of_date:
            lines.append(paragraph(say("easy-read-old"), class_="quiet"))
    if view.drafts:
        lines.append(paragraph(count("drafts-wait", len(view.drafts)), class_="quiet"))
    if view.faults:
        lines.append(paragraph(count("cannot-be-read", len(view.faults)), class_="wrong"))
        lines.append(paragraph(view.faults[0].message, class_="quiet"))
    lines.append(link(f"/d/{view.name}", say("open", title=view.title), class_="button"))
    return element("li", *lines, class_="card")


def _cover(view: View) -> Html:
    """The picture on the cover, for those who find a document by its look: the title says it."""
    source = view.loaded.source if view.loaded else None
    if source is None or not any(one.picture.name == source.cover for one in source.pictures):
        return NOTHING
    return element("img", src=f"/d/{view.name}/picture/{source.cover}", alt="", class_="cover")


def _from_word() -> Html:
    return element(
        "section",
        heading(2, say("from-word"), id="from-word"),
        paragraph(say("from-word-how")),
        form(
            "/import",
            element("label", escape(say("word-file")), for_="word-file"),
            element("input", type="file", id="word-file", name="file", required=True),
            button(say("bring-in")),
            enctype="multipart/form-data",
        ),
        aria_labelledby="from-word",
        class_="card",
    )
