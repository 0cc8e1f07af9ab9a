"""The round of alternative texts: picture by picture, until none is left without."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.source import TO_WRITE
from exporter.studio.pages.frame import Said, heading, link, notice, page, paragraph, told, way_of
from exporter.studio.saying import count, say
from exporter.studio.view import View
from exporter.studio.wrapping import unwrapped
from exporter.web_page.markup import Html, element, escape


@dataclass(frozen=True, slots=True)
class Described:
    """A picture of the document, and what is said of it."""

    name: str
    alt: str
    decorative: bool

    @property
    def is_done(self) -> bool:
        """Whether nobody has to write words for it: those of an import only say what to write."""
        return self.decorative or (bool(self.alt) and not self.alt.startswith(TO_WRITE))


def pictures(view: View, described: tuple[Described, ...], field: str, said: Said) -> str:
    """Every picture with its words; those without come first."""
    left = [one for one in described if not one.is_done]
    done = [one for one in described if one.is_done]
    parts = [heading(1, say("alternative-texts")), told(said)]
    parts.append(paragraph(say("alternative-texts-how")))
    parts.append(notice(count("pictures-left", len(left)) if left else say("pictures-done")))
    parts.append(element("p", link(f"/d/{view.name}/find", say("find-picture"), class_="button")))
    items = [_picture(view, one) for one in (*left, *done)]
    parts.append(
        element(
            "ul", *items, class_="pictures", data_save=f"/d/{view.name}/put",
            data_file="document.yaml", data_go=field,
        )
    )  # fmt: skip
    return page(say("alternative-texts"), *parts, way=way_of(view))


def _picture(view: View, one: Described) -> Html:
    name = f"pictures.{one.name}.alt"
    known = view.loaded.source.pictures if view.loaded else ()
    there = any(each.picture.name == one.name for each in known)
    shown = [
        element("img", src=f"/d/{view.name}/picture/{one.name}", alt=one.alt or one.name)
    ] if there else []  # fmt: skip
    typed, why = unwrapped(one.alt), ""
    for draft in view.drafts:
        if (draft.file, draft.field) == ("document.yaml", name):
            typed, why = unwrapped(draft.typed), draft.why
    told = [paragraph(say("not-saved-yet", why=why), class_="wrong")] if why else []
    field = (
        paragraph(say("is-decorative"), class_="quiet")
        if one.decorative
        else element(
            "div",
            element("label", escape(say("alt-of", name=one.name)), for_=name),
            element(
                "textarea", escape(typed), id=name, name=name, rows="2",
                aria_describedby=f"{name}-why",
            ),
            element("div", *told, id=f"{name}-why", class_="why"),
            class_="field",
            data_field=name,
        )
    )  # fmt: skip
    return element("li", *shown, field, class_="card")
