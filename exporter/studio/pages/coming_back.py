"""A Word file that came back: what is different in it, and which of it is taken over."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePath

from exporter.changes import Change
from exporter.diagnostics import Diagnostic
from exporter.fingerprint import sha256
from exporter.studio.advice import advised
from exporter.studio.pages.frame import (
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
from exporter.web_page.markup import NOTHING, Html, element, escape


def coming_back(
    view: View,
    changes: Sequence[Change] | None,
    findings: Sequence[Diagnostic],
    said: Said,
) -> str:
    """The changes of a file, each with its place; None: no file has come back yet."""
    base = f"/d/{view.name}"
    parts = [heading(1, say("came-back")), told(said)]
    parts += [notice(advised(one), "wrong") for one in findings]
    if changes is not None:
        parts.append(paragraph(count("changes", len(changes))))
    if changes:
        items = [element("li", _change(view.name, n, one)) for n, one in enumerate(changes, 1)]
        parts.append(
            form(
                f"{base}/take-over",
                hidden("seen", key_of_changes(changes)),
                element("ol", *items, class_="findings"),
                button(say("take-over")),
            )
        )
    parts.append(
        form(
            f"{base}/came-back",
            element("label", escape(say("word-back")), for_="word-back"),
            element("input", type="file", id="word-back", name="file", required=True),
            button(say("look-at-word-back")),
            enctype="multipart/form-data",
        )
    )
    return page(say("came-back"), *parts, way=way_of(view))


def key_of_changes(changes: Sequence[Change]) -> str:
    """What a list of changes says, as one hash: whoever chooses by number saw this list."""
    told = [one.as_json(number) for number, one in enumerate(changes, 1)]
    return sha256(json.dumps(told, sort_keys=True).encode())


def _change(name: str, number: int, one: Change) -> Html:
    """One change: what it was, what it is, who made it, and whether it can be taken over."""
    who = ", ".join(filter(None, (one.author, one.date[:10])))
    lines = [paragraph(say(f"change-{one.kind}") + (f" ({who})" if who else ""))]
    if one.typed_old:
        lines.append(element("p", element("del", escape(one.typed_old))))
    if one.typed_new and one.kind != "moved":
        lines.append(element("p", element("ins", escape(one.typed_new))))
    if one.why:
        lines.append(paragraph(one.why, class_="quiet"))
    lines.append(_way(name, one))
    if one.state == "open":
        field = f"take-{number}"
        box = element("input", type="checkbox", id=field, name=field, value="yes", checked=True)
        label = element("label", escape(say("take-this", number=number)), for_=field)
        lines.append(element("div", box, label, class_="choice-line"))
    else:
        lines.append(paragraph(say(f"state-{one.state.replace(' ', '-')}"), class_="quiet"))
    return element("div", *lines, class_="finding")


def _way(name: str, one: Change) -> Html:
    parts = PurePath(one.place.file).parts
    if parts[-2:-1] != ("sections",):
        return NOTHING
    section = PurePath(one.place.file).stem
    return element("p", link(f"/d/{name}/s/{section}?line={one.place.line}", say("go-there")))
