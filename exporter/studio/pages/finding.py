"""Another picture: search all banks, or bring one in; its words are asked at once."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from exporter.studio.fields import KINDS, TAKEN
from exporter.studio.pages import making
from exporter.studio.pages.frame import (
    button,
    form,
    heading,
    hidden,
    notice,
    page,
    paragraph,
    way_of,
)
from exporter.studio.saying import say
from exporter.studio.view import View
from exporter.web_page.markup import NOTHING, Html, element, escape


@dataclass(frozen=True, slots=True)
class Offered:
    """A picture of a bank. `key` is by what it is known again, `data` the bytes of its file."""

    key: str
    called: str
    bank: str
    alt: str
    note: str
    media: str
    data: bytes

    @property
    def src(self) -> str:
        """The picture itself, as an address that asks nobody."""
        return f"data:{KINDS[self.media]};base64,{base64.b64encode(self.data).decode()}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where the picture is wanted: a field of a section, or only in the document."""

    file: str
    field: str
    back: str


def finding(
    view: View,
    place: Place,
    row: str,
    words: str,
    offered: tuple[Offered, ...] | None,
    said: str = "",
) -> str:
    """The page. `row` is what the row says, `offered` what was found; None: nobody asked yet."""
    base = f"/d/{view.name}"
    parts = [heading(1, say("find-picture"))]
    if said:
        parts.append(notice(said, "wrong"))
    if row:
        parts += [paragraph(say("for-this-row")), element("blockquote", escape(row))]
    parts.append(_search(base, place, words))
    if offered is not None:
        items = [_offered(base, place, words, at, one) for at, one in enumerate(offered)]
        parts.append(
            element("ul", *items, class_="pictures offered")
            if items
            else paragraph(say("found-no-picture"))
        )
    parts.append(_bring_in(base, place))
    way = (*way_of(view), (place.back, say("back-to-place")))
    return page(say("find-picture"), *parts, way=way, more=making.SCRIPT)


def _search(base: str, place: Place, words: str) -> Html:
    return element(
        "form",
        element("label", escape(say("search-words")), for_="words"),
        element("input", type="text", id="words", name="words", value=words, required=True),
        _where(place),
        button(say("search-banks")),
        method="get",
        action=f"{base}/find",
        role="search",
    )


def _where(place: Place) -> Html:
    return Html(hidden("file", place.file) + hidden("field", place.field))


def _offered(base: str, place: Place, words: str, at: int, one: Offered) -> Html:
    name = f"alt-{at}"
    note = paragraph(one.note, class_="quiet") if one.note else NOTHING
    return element(
        "li",
        element("img", src=one.src, alt=one.alt or one.called),
        paragraph(f"{one.called} – {one.bank}", class_="quiet"),
        note,
        form(
            f"{base}/take-picture",
            hidden("words", words),
            hidden("key", one.key),
            _where(place),
            element("label", escape(say("what-it-shows")), for_=name),
            element("textarea", escape(one.alt), id=name, name="alt", rows="2", required=True),
            button(say("take-picture"), aria_label=say("take-this-picture", name=one.called)),
        ),
        class_="card",
    )


def _bring_in(base: str, place: Place) -> Html:
    return element(
        "section",
        heading(2, say("bring-picture"), id="bring-picture"),
        form(
            f"{base}/bring-picture",
            _where(place),
            element("label", escape(say("picture-file")), for_="picture-file"),
            paragraph(say("picture-file-how"), class_="quiet", id="picture-file-how"),
            element(
                "input", type="file", id="picture-file", name="file", required=True, accept=TAKEN,
                aria_describedby="picture-file-how",
            ),
            element("label", escape(say("what-it-shows")), for_="picture-alt"),
            element("textarea", id="picture-alt", name="alt", rows="2"),
            element(
                "div",
                element("input", type="checkbox", id="adds-nothing", name="decorative",
                        value="yes"),
                element("label", escape(say("adds-nothing")), for_="adds-nothing"),
                class_="choice-line",
            ),
            button(say("take-picture")),
            enctype="multipart/form-data",
            data_drop=True,
        ),
        aria_labelledby="bring-picture",
        class_="card",
    )  # fmt: skip
