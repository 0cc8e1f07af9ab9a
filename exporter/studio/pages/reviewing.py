"""People and the easy read: who has looked, what changed since, and saying so."""

from __future__ import annotations

from exporter.review import PartStatus, ReviewStatus
from exporter.studio.pages.frame import (
    Said,
    button,
    form,
    heading,
    link,
    notice,
    page,
    paragraph,
    told,
    way_of,
)
from exporter.studio.saying import say
from exporter.studio.view import View
from exporter.web_page.markup import Html, element, escape


def reviewing(view: View, standing: ReviewStatus, checked: str, today: str, said: Said) -> str:
    """How the easy read stands, part by part; and how people say that they have looked."""
    base = f"/d/{view.name}"
    parts = [heading(1, say("people")), told(said), paragraph(say("people-how"))]
    parts.append(notice(checked or say("not-checked-yet")))
    if standing.parts:
        heads = [element("th", escape(say(f"part-{one}")), scope="col") for one in _COLUMNS]
        rows = [_part(view.name, one) for one in standing.parts]
        table = element(
            "table",
            element("caption", escape(say("parts"))),
            element("thead", element("tr", *heads)),
            element("tbody", *rows),
        )
        parts.append(
            element(
                "div", table, class_="grid", tabindex="0", role="region", aria_label=say("parts")
            )
        )
    parts += [_by_author(base, today), _by_group(base, today), _pack(base)]
    return page(say("people"), *parts, way=way_of(view))


_COLUMNS = ("name", "text", "rows")


def _part(name: str, one: PartStatus) -> Html:
    where = link(f"/d/{name}/s/{_file_of(one)}", one.heading)
    return element(
        "tr",
        element("th", where, scope="row"),
        element("td", escape(say(f"text-{one.text.replace(' ', '-')}"))),
        element("td", escape(say(f"rows-{one.rows.replace(' ', '-')}"))),
    )


def _file_of(one: PartStatus) -> str:
    """The section file in which a part stands."""
    return one.place.file.rpartition("/")[2].removesuffix(".yaml") or one.name


def _when(name: str, today: str) -> tuple[Html, Html]:
    label = element("label", escape(say("when")), for_=name)
    return label, element("input", type="text", id=name, name="when", value=today, required=True)


def _by_author(base: str, today: str) -> Html:
    return element(
        "section",
        heading(2, say("author-looked"), id="author"),
        paragraph(say("author-looked-how")),
        form(
            f"{base}/matches",
            element("label", escape(say("your-name")), for_="author-name"),
            element("input", type="text", id="author-name", name="who"),
            *_when("author-when", today),
            button(say("i-have-looked")),
        ),
        aria_labelledby="author",
    )


def _by_group(base: str, today: str) -> Html:
    named = [
        element(
            "label",
            element("input", type="radio", name="named", value=value, required=True),
            escape(say(f"named-{value}")),
            class_="choice-line",
        )
        for value in ("yes", "no")
    ]
    return element(
        "section",
        heading(2, say("group-looked"), id="group"),
        paragraph(say("group-looked-how")),
        form(
            f"{base}/checked",
            element("label", escape(say("group-name")), for_="group-name"),
            element("input", type="text", id="group-name", name="who", required=True),
            element("fieldset", element("legend", escape(say("may-be-named"))), *named),
            element("label", escape(say("group-said")), for_="group-said"),
            element("textarea", id="group-said", name="said", rows="3"),
            *_when("group-when", today),
            button(say("keep-record")),
        ),
        aria_labelledby="group",
    )


def _pack(base: str) -> Html:
    return element(
        "section",
        heading(2, say("review-pack"), id="pack"),
        paragraph(say("review-pack-how")),
        form(f"{base}/pack", button(say("make-review-pack"))),
        aria_labelledby="pack",
    )
