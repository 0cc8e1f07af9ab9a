"""A document begun, copied, put away or brought back: the parts of pages that ask for it."""

from __future__ import annotations

from exporter.studio.pages.frame import button, form, heading, hidden, paragraph
from exporter.studio.saying import say, sentences
from exporter.web_page.markup import NOTHING, Html, element, escape


def begin(templates: tuple[str, ...]) -> Html:
    """A new document of a template."""
    options = [element("option", escape(_called(one)), value=one) for one in templates]
    return element(
        "section",
        heading(2, say("new-document"), id="new-document"),
        form(
            "/new",
            element("label", escape(say("its-title")), for_="new-title"),
            element("input", type="text", id="new-title", name="title", required=True),
            element("label", escape(say("begin-with")), for_="new-template"),
            element("select", *options, id="new-template", name="template"),
            button(say("begin")),
        ),
        aria_labelledby="new-document",
        class_="card",
    )


def _called(template: str) -> str:
    """What people call a template."""
    if f"template-{template}" in sentences():
        return say(f"template-{template}")
    return template.replace("-", " ").capitalize()


def archived(names: tuple[str, ...]) -> Html:
    """What was put away, each with the way back; nothing where there is none."""
    items = [
        element(
            "li",
            form(
                "/bring-back",
                hidden("document", one),
                element("span", escape(f"{one} ")),
                button(say("bring-back"), aria_label=say("bring-back-document", name=one),
                       class_="quiet-button"),
            ),
        )
        for one in names
    ]  # fmt: skip
    if not items:
        return NOTHING
    summary = element("summary", escape(say("put-away-documents")))
    return element("details", summary, element("ul", *items, class_="files"))


def copy_or_put_away(base: str, title: str) -> Html:
    """A document once more, or out of the way."""
    return element(
        "section",
        heading(2, say("copy-or-put-away"), id="copy-or-put-away"),
        form(
            f"{base}/copy",
            element("label", escape(say("title-of-copy")), for_="copy-title"),
            paragraph(say("copy-how"), class_="quiet", id="copy-how"),
            element("input", type="text", id="copy-title", name="title", required=True,
                    value=say("copy-of", title=title), aria_describedby="copy-how"),
            button(say("copy"), class_="quiet-button"),
            class_="row-form",
        ),
        paragraph(say("put-away-how"), class_="quiet"),
        form(f"{base}/put-away", button(say("put-away"), class_="quiet-button")),
        aria_labelledby="copy-or-put-away",
    )  # fmt: skip
