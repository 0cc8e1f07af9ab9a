"""Up to three pictures that may fit a row, each a button: of the document, or of a bank."""

from __future__ import annotations

from exporter.studio.pages.field import Fields, Shown
from exporter.studio.pages.finding import Offered
from exporter.studio.pages.frame import form, hidden, paragraph
from exporter.studio.saying import say
from exporter.web_page.markup import NOTHING, Html, element


def suggested(fields: Fields, name: str, back: str, offered: tuple[Shown | Offered, ...]) -> Html:
    """The buttons of the row `name`; one of a bank comes into the document with its words."""
    if not offered:
        return NOTHING
    buttons = [
        _own(fields, name, back, one) if isinstance(one, Shown) else _of_bank(fields, name, one)
        for one in offered
    ]
    return element("div", paragraph(say("pictures-that-fit"), class_="quiet"), *buttons)


def _own(fields: Fields, name: str, back: str, one: Shown) -> Html:
    return form(
        f"/d/{fields.view.name}/put",
        hidden("file", fields.file),
        hidden("field", f"{name}.picture"),
        hidden("value", one.name),
        hidden("back", back),
        _button(fields.image(one.name), one.alt or one.name, one.alt),
        class_="inline",
    )


def _of_bank(fields: Fields, name: str, one: Offered) -> Html:
    return form(
        f"/d/{fields.view.name}/take-picture",
        hidden("words", one.called),
        hidden("key", one.key),
        hidden("file", fields.file),
        hidden("field", f"{name}.picture"),
        hidden("alt", one.alt),
        _button(element("img", src=one.src, alt=""), one.alt, f"{one.alt} – {one.bank}"),
        class_="inline",
    )


def _button(image: Html, alt: str, title: str) -> Html:
    label = say("use-picture", alt=alt)
    return element("button", image, type="submit", aria_label=label, title=title, class_="choice")
