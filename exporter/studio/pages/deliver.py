"""What was built of a document, to be downloaded; and what is being built."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.diagnostics import Diagnostic, Severity
from exporter.formats import viewed_as
from exporter.studio.advice import advised
from exporter.studio.deliver.runs import Seen
from exporter.studio.pages import making
from exporter.studio.pages.frame import (
    NO_WORDS,
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
from exporter.studio.saying import count, say
from exporter.studio.view import View
from exporter.web_page.markup import NOTHING, Html, element, escape, join


@dataclass(frozen=True, slots=True)
class Download:
    """A finished file. `size` is in bytes."""

    name: str
    size: int


def files(
    view: View,
    downloads: tuple[Download, ...],
    seen: Seen | None = None,
    said: Said = NO_WORDS,
    *,
    still: bool = False,
) -> str:
    """The files of a document, each to be downloaded, or all in one."""
    base = f"/d/{view.name}"
    title = say("files-of", title=view.title)
    parts = [heading(1, title), told(said)]
    if seen and seen.going:
        parts.append(making.going(seen, base, still=still))
    else:
        parts += [
            *(_told(seen, base) if seen else ()),
            form(f"{base}/build", button(say("make-files"))),
        ]
    parts += listed(base, downloads, f"{view.name}.zip", f"{base}/pages") or [
        paragraph(say("no-files"))
    ]
    return page(
        title,
        *parts,
        way=way_of(view),
        more=making.head(seen, still=still),
    )


def listed(
    base: str, downloads: tuple[Download, ...], together: str, pages: str = ""
) -> list[Html]:
    """A list of files below an address, and the way to all of them as one zip; the pages of a PDF
    are shown below the address `pages`, if there is one."""
    if not downloads:
        return []
    items = [
        element(
            "li",
            link(f"{base}/file/{one.name}", one.name, download=True),
            escape(f" ({size(one.size)})"),
            _pages(pages, one.name),
        )
        for one in downloads
    ]
    whole = link(f"{base}/zip/{together}", say("all-as-zip"), class_="button", download=True)
    return [element("ul", *items, class_="files"), element("p", whole)]


def _pages(pages: str, name: str) -> Html:
    if not pages or not viewed_as(name):
        return NOTHING
    return join(Html(" "), link(f"{pages}/{name}", say("see-pages", file=name), target="_blank"))


def size(number: int) -> str:
    """Bytes as people say them."""
    return f"{number / 1_000_000:.1f} MB" if number >= 1_000_000 else f"{-(-number // 1000)} KB"


def _told(seen: Seen, base: str) -> list[Html]:
    """What came of the last build."""
    trouble = making.ended(seen)
    if trouble:
        return [trouble]
    report = seen.told
    records = [one for one in rows(report.get("files")) if isinstance(one.get("file"), str)]
    made = len(texts(report.get("made"))) + len(texts(report.get("kept")))
    same = sum(one.get("says_the_same") is True for one in records)
    failed = texts(report.get("failed"))
    parts = [notice(count("files-made", made)), notice(count("files-same", same))] if made else []
    if failed:
        parts.append(notice(count("files-failed", len(failed)), "wrong"))
        parts.append(element("p", link(f"{base}/findings", say("look-at-findings"))))
    must = Severity.MUST_FIX.label
    musts = [one for one in rows(report.get("findings")) if one.get("severity") == must]
    lines = [element("li", escape(_sentence(one))) for one in musts]
    if lines:
        parts.append(element("ul", *dict.fromkeys(lines), class_="wrong"))
    if lines and not failed:
        parts.append(element("p", link(f"{base}/findings", say("look-at-findings"))))
    return parts


def _sentence(finding: dict[str, object]) -> str:
    code, message, hint = (str(finding.get(key) or "") for key in ("rule", "message", "hint"))
    return advised(Diagnostic(code=code, message=message, hint=hint))


def rows(value: object) -> list[dict[str, object]]:
    """The mappings of a list that a command told."""
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def texts(value: object) -> list[str]:
    """The texts of a list that a command told."""
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
