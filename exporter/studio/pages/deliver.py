"""What was built of a document, to be downloaded."""

from __future__ import annotations

from exporter.studio.desk import View
from exporter.studio.pages.frame import button, form, heading, link, notice, page, paragraph
from exporter.studio.saying import say
from exporter.web_page.markup import element


def files(view: View, title: str, names: tuple[str, ...], said: str) -> str:
    """The files of a document, each to be downloaded."""
    base = f"/d/{view.name}"
    parts = [heading(1, say("files-of", title=title))]
    if said:
        parts += [notice(line) for line in said.split("\n")]
    if names:
        items = [element("li", link(f"{base}/file/{name}", name, download=True)) for name in names]
        parts.append(element("ul", *items, class_="files"))
    else:
        parts.append(paragraph(say("no-files")))
    parts.append(form(f"{base}/build", button(say("make-files"))))
    return page(say("files-of", title=title), *parts, way=(("/", say("documents")), (base, title)))
