"""The marks of a text as buttons above its field, for those who do not know them by heart."""

from __future__ import annotations

from exporter.studio.saying import say
from exporter.web_page.markup import Html, element, escape

_TOOLS = (
    ("bold", "**"),
    ("link", "link"),
    ("list", "- "),
    ("numbers", "1. "),
    ("box", "box"),
    ("note", "note"),
    ("question", "question"),
)


def toolbar(name: str, *more: Html) -> Html:
    """The marks of the text as buttons, and more of them; without scripts it stays hidden."""
    tools = [
        element(
            "button", escape(say(f"tool-{key}")), type="button", data_mark=mark, aria_controls=name
        )
        for key, mark in _TOOLS
    ]
    label = say("toolbar")
    return element(
        "div", *tools, *more, class_="toolbar", role="group", aria_label=label, hidden=True
    )
