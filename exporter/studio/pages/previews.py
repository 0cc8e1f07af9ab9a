"""What readers get, beside what is typed: each edition in a frame of its own."""

from __future__ import annotations

from urllib.parse import urlencode

from exporter.studio.pages.frame import button, form, hidden
from exporter.studio.saying import say
from exporter.web_page.markup import Html, element, escape

PAGES = "pages"
"""What "Make the PDF" asks for alone."""


def previews(base: str, section: str, editions: tuple[tuple[str, str], ...]) -> Html:
    """The editions of a document, by name and title, each in a frame that begins with a section;
    and the way to the real pages. `base` is the address of the document."""
    frames = [
        element(
            "figure",
            element("figcaption", escape(title)),
            element(
                "iframe",
                title=say("preview-of", edition=title),
                sandbox="allow-same-origin",
                data_preview=f"{base}/preview/{name}",
                data_anchor=section,
            ),
            element(
                "noscript",
                element(
                    "iframe",
                    src=f"{base}/preview/{name}?{urlencode({'only': section})}",
                    title=say("preview-of", edition=title),
                    sandbox=True,
                ),
            ),
            class_="preview",
        )
        for name, title in editions
    ]
    label = say("previews")
    real = form(
        f"{base}/build", hidden("only", PAGES), button(say("make-pdf"), class_="quiet-button")
    )
    return element("section", real, *frames, class_="previews", aria_label=label, tabindex="0")
