"""The round of alternative texts: picture by picture, until none is left without."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from exporter.source import TO_WRITE
from exporter.studio.pages.field import Fields
from exporter.studio.pages.frame import (
    FOUND,
    Said,
    button,
    form,
    heading,
    hidden,
    link,
    notice,
    page,
    paragraph,
    told,
    way_of,
)
from exporter.studio.saying import count, say
from exporter.studio.view import View
from exporter.web_page.markup import Html, element, escape

FACTS = ("credit", "licence", "consent")
"""What else is said of a picture: who made it, what its maker allows, who agreed to be shown."""


@dataclass(frozen=True, slots=True)
class Described:
    """A picture of the document, and what is said of it."""

    name: str
    alt: str
    decorative: bool
    facts: Mapping[str, str] = field(default_factory=dict)
    """Who made it and the like, by the keys of `FACTS`."""

    @property
    def is_done(self) -> bool:
        """Whether nobody has to write words for it: those of an import only say what to write."""
        return self.decorative or (bool(self.alt) and not self.alt.startswith(TO_WRITE))


def pictures(view: View, described: tuple[Described, ...], go: str, said: Said) -> str:
    """Every picture with its words; those without come first."""
    left = [one for one in described if not one.is_done]
    done = [one for one in described if one.is_done]
    parts = [heading(1, say("alternative-texts")), told(said)]
    parts.append(paragraph(say("alternative-texts-how")))
    parts.append(notice(count("pictures-left", len(left)) if left else say("pictures-done")))
    parts.append(element("p", link(f"/d/{view.name}/find", say("find-picture"), class_="button")))
    fields = Fields.of(view, "document.yaml", f"/d/{view.name}/pictures")
    items = [_picture(fields, one) for one in (*left, *done)]
    listed = element(
        "ul", *items, class_="pictures", data_save=f"/d/{view.name}/put",
        data_file="document.yaml", data_go=go,
    )  # fmt: skip
    parts += [fields.summary(listed), listed]
    return page(say("alternative-texts"), *parts, way=way_of(view), more=FOUND)


def _picture(fields: Fields, one: Described) -> Html:
    view = fields.view
    known = view.loaded.source.pictures if view.loaded else ()
    there = any(each.picture.name == one.name for each in known)
    shown = [
        element("img", src=f"/d/{view.name}/picture/{one.name}", alt=one.alt or one.name)
    ] if there else []  # fmt: skip
    path = ("pictures", one.name)
    if one.decorative:
        words = paragraph(say("is-decorative"), class_="quiet")
    else:
        words = fields.text((*path, "alt"), say("alt-of", name=one.name), one.alt, rows=2)
    more = [
        fields.line((*path, key), say(f"picture-{key}"), one.facts.get(key, "")) for key in FACTS
    ]
    facts = element(
        "details", element("summary", escape(say("picture-facts", name=one.name))), *more
    )
    return element("li", *shown, words, _decorates(view, one), facts, class_="card")


def _decorates(view: View, one: Described) -> Html:
    """That a picture only decorates; or that it does say something."""
    words = say("it-says-something") if one.decorative else say("it-only-decorates")
    return form(
        f"/d/{view.name}/decorates",
        hidden("picture", one.name),
        hidden("decorative", "" if one.decorative else "yes"),
        button(words, aria_label=f"{words}: {one.name}", class_="quiet-button"),
    )
