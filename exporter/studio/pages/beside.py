"""A text that has changed, and its easy read, side by side: does the one still say the other?"""

from __future__ import annotations

from exporter.studio.forms import Part, as_name
from exporter.studio.pages.frame import button, form, hidden, notice
from exporter.studio.saying import say
from exporter.studio.wrapping import unwrapped
from exporter.web_page.markup import Html, element, escape


def beside(name: str, section: str, part: Part, today: str) -> Html:
    """Both texts of a part, and how an author says that they fit again."""
    typed = [text for _, text in part.prose if text] + [one.heading for one in part.parts]
    words = [element("p", escape(unwrapped(text)), class_="as-typed") for text in typed]
    rows = [element("p", escape(row.text), class_="as-typed") for row in part.rows if row.text]
    anchor = as_name((*part.path, "easy_read"))
    return element(
        "div",
        notice(say("text-changed")),
        element(
            "div",
            element("div", element("strong", escape(say("the-text"))), *words),
            element("div", element("strong", escape(say("easy-read-rows"))), *rows),
            class_="beside",
            tabindex="0",
            role="region",
            aria_label=say("both-texts"),
        ),
        form(
            f"/d/{name}/matches",
            hidden("sections", part.name or section),
            hidden("when", today),
            hidden("back", f"/d/{name}/s/{section}#{anchor}-rows"),
            button(say("i-have-looked")),
        ),
    )
