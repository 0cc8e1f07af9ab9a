"""A file of a document as it is typed, for those who like it so."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.fingerprint import sha256
from exporter.studio.drafts import WHOLE
from exporter.studio.pages.frame import (
    NO_WORDS,
    Said,
    button,
    form,
    heading,
    hidden,
    link,
    notice,
    page,
    told,
    way_of,
)
from exporter.studio.saying import say
from exporter.studio.view import View
from exporter.web_page.markup import NOTHING, element, escape


@dataclass(frozen=True, slots=True)
class Source:
    """A file, and the page that shows it as a form."""

    file: str
    on_disk: str
    typed: str
    """The same with what waits to be saved."""
    address: str
    """Of this page."""
    form: str
    """Of the page with the form; empty where the file is no YAML."""


def source(view: View, shown: Source, said: Said = NO_WORDS) -> str:
    """The page of a file. What was typed and could not be saved is there again."""
    kept = next((d for d in view.drafts if (d.file, d.field) == (shown.file, WHOLE)), None)
    text = kept.typed if kept else shown.typed
    parts = [heading(1, say("source-of", file=shown.file)), told(said)]
    if kept and not said.wrong:
        parts.append(notice(say("not-saved-yet", why=kept.why), "wrong"))
    parts.append(
        form(
            f"/d/{view.name}/source",
            hidden("file", shown.file),
            hidden("seen", sha256(shown.on_disk.encode())),
            hidden("back", shown.address),
            element("label", escape(shown.file), for_="source"),
            element(
                "textarea", escape("\n" + text), id="source", name="text", rows="40",
                spellcheck="false", class_="code",
            ),
            button(say("save-source")),
        )
    )  # fmt: skip
    to_form = link(shown.form, say("as-form")) if shown.form else NOTHING
    parts.append(element("p", to_form))
    return page(shown.file, *parts, way=way_of(view))
