"""What is shown at each address: the desk is asked, and a page is made of what it says."""

from __future__ import annotations

import datetime
import json
from typing import TypeAlias

from exporter.authored.files import MOST_TEXT, bytes_of
from exporter.changes import Change
from exporter.changes import read as read_back
from exporter.diagnostics import PERSON_DECIDES, Diagnostic, SourceError, Unreadable
from exporter.edition import Edition
from exporter.formats import FORMATS, Settings
from exporter.importing import report
from exporter.making.words import Check, check, found_in_words
from exporter.saving import NotSaved, Yaml
from exporter.studio.desk import Desk, Unknown, View
from exporter.studio.fields import Fields
from exporter.studio.forms import Part, field_at, part_of
from exporter.studio.matching import suggestions
from exporter.studio.pages import bringing_in, coming_back, describing, frame, reviewing
from exporter.studio.pages import document as document_page
from exporter.studio.pages import documents as documents_page
from exporter.studio.pages import findings as findings_page
from exporter.studio.pages import section as section_page
from exporter.studio.pages.document import Listed
from exporter.studio.pages.section import Sheet, Shown
from exporter.studio.saying import say
from exporter.styles.brands import load_brand
from exporter.styles.editions import editions

Bytes: TypeAlias = tuple[bytes, str, Fields]
"""Bytes, their kind, and headers of their own."""

_SEALED = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
BESIDE = {"Content-Security-Policy": f"{_SEALED}; frame-ancestors 'self'"}
"""A page in a frame of ours runs nothing, asks nobody, and has no origin."""
_ASIDE = {"Content-Security-Policy": _SEALED, "Content-Disposition": "attachment"}


# ---- pages -------------------------------------------------------------------------------------


def documents(desk: Desk, asked: Fields) -> str:
    return documents_page.documents(tuple(map(desk.view, desk.names())), asked.get("said", ""))


def document(desk: Desk, asked: Fields) -> str:
    name = asked["name"]
    view = desk.view(name)
    yaml = _yaml(desk.text(name, "document.yaml"))
    texts = {one.path: one.value for one in yaml.scalars} if yaml else {}
    names = [value for path, value in texts.items() if path[:1] == ("sections",) and len(path) == 2]
    listed = tuple(_listed(desk, name, one) for one in names)
    return document_page.document(
        view,
        texts.get(("title",), name),
        texts.get(("status",), "released"),
        listed,
        desk.store(name).at(),
        asked.get("said", ""),
        {one: desk.unused(name, one) for one in view.faults},
    )


def _listed(desk: Desk, name: str, section: str) -> Listed:
    try:
        return Listed(section, _part(desk, name, section).heading, True)
    except Unknown:
        return Listed(section, "", False)
    except NotSaved:
        return Listed(section, section, True)


def section(desk: Desk, asked: Fields) -> str:
    name, section = asked["name"], asked["section"]
    view = desk.view(name)
    try:
        part = _part(desk, name, section)
    except NotSaved:
        return source(desk, asked)
    shown = tuple(Shown(one.name, one.alt or one.name) for one in _described(desk, name))
    line = asked.get("line", "")
    text = desk.text(name, _file(section))
    sheet = Sheet(
        view=view,
        title=view.loaded.source.title if view.loaded else name,
        section=section,
        part=part,
        pictures=shown,
        suggested=suggestions(part, shown),
        editions=tuple((one.name, _called(one, view)) for one in _editions(desk, view)),
        field=field_at(text, int(line)) if line.isdecimal() and len(line) < 9 else "",
        said=asked.get("said", ""),
    )
    return section_page.section(sheet)


def source(desk: Desk, asked: Fields) -> str:
    name, section = asked["name"], asked["section"]
    view = desk.view(name)
    text = desk.text(name, _file(section))
    said = asked.get("said", "")
    return section_page.source(view, _title(view), section, text, said)


def findings(desk: Desk, asked: Fields) -> str:
    view = desk.view(asked["name"])
    found = (*view.faults, *(_found(desk, view) if not view.faults else ()))
    ordered = tuple(sorted(found, key=lambda one: (one.severity, one.place, one.code)))
    return findings_page.findings(
        view.name, _title(view), ordered, PERSON_DECIDES, asked.get("said", "")
    )


def pictures(desk: Desk, asked: Fields) -> str:
    view = desk.view(asked["name"])
    described = _described(desk, view.name)
    return describing.pictures(view, _title(view), described, asked.get("said", ""))


def imported(desk: Desk, asked: Fields) -> str:
    """What became of somebody's file, as a list of things to do."""
    view = desk.view(asked["name"])
    file = desk.folder(view.name) / report.JSON
    try:
        data = bytes_of(file) if file.stat().st_size <= MOST_TEXT else b""
        told = json.loads(data)
    except (OSError, ValueError, RecursionError):
        raise Unknown from None
    return bringing_in.imported(view, _title(view), bringing_in.read(told))


def back(desk: Desk, asked: Fields) -> str:
    """What is different in the Word file that came back."""
    view = desk.view(asked["name"])
    data = desk.store(view.name).word()
    found: tuple[Diagnostic, ...] = ()
    told: tuple[Change, ...] | None = None
    said = asked.get("said", "")
    if data is not None:
        try:
            came = read_back(data, desk.sources, desk.styles)
            told, found = came.changes, came.findings
            if came.folder.name != view.name:
                told, said = None, say("other-document", name=came.folder.name)
        except SourceError as error:
            found = tuple(error.findings)
        except Unreadable as error:
            found = (Diagnostic(code="file-unreadable", message=str(error), hint=error.hint),)
    return coming_back.coming_back(view, _title(view), told, found, said)


def people(desk: Desk, asked: Fields) -> str:
    """Who has looked at the easy read, and what has changed since."""
    view = desk.view(asked["name"])
    if view.loaded is None:
        return findings(desk, asked)
    today = datetime.date.today().isoformat()
    standing, checked = view.loaded.standing, view.loaded.checked
    said = asked.get("said", "")
    return reviewing.reviewing(view, _title(view), standing, checked, today, said)


def nothing() -> str:
    return frame.page(say("nothing"), frame.heading(1, say("nothing")),
                      frame.paragraph(say("nothing-here")))  # fmt: skip


def broken() -> str:
    return frame.page(say("broken"), frame.heading(1, say("broken")),
                      frame.paragraph(say("broken-how")))  # fmt: skip


# ---- bytes -------------------------------------------------------------------------------------


def preview(desk: Desk, asked: Fields) -> Bytes:
    """An edition as readers will get it: the real web page, drafts and all."""
    view = desk.view(asked["name"])
    edition = next((one for one in _editions(desk, view) if one.name == asked["edition"]), None)
    if edition is None or view.loaded is None:
        raise Unknown
    return _preview(desk, view, edition), "text/html; charset=utf-8", BESIDE


def _preview(desk: Desk, view: View, edition: Edition) -> bytes:
    assert view.loaded is not None
    every = tuple(one for one in editions(desk.styles) if one.default)
    offers = view.loaded.offers(every)
    document = view.loaded.adapted(edition, offers, view.loaded.formats)
    shown = next(one for one in FORMATS.values() if one.default and one.medium == "screen")
    engine = shown.engine(Settings(styles=desk.styles), document)
    brand = load_brand("house", desk.styles)
    return engine.stamp(engine.compile(document, edition.theme), brand)


def picture(desk: Desk, asked: Fields) -> Bytes:
    found = desk.picture(asked["name"], asked["picture"])
    kind = {"svg": "image/svg+xml", "png": "image/png", "jpeg": "image/jpeg"}[found.media]
    return found.data, kind, _ASIDE


# ---- what the desk knows -----------------------------------------------------------------------


def _file(section: str) -> str:
    return f"sections/{section}.yaml"


def _part(desk: Desk, name: str, section: str) -> Part:
    return part_of(desk.text(name, _file(section)))


def _yaml(text: str) -> Yaml | None:
    try:
        return Yaml(text)
    except NotSaved:
        return None


def _title(view: View) -> str:
    return view.loaded.source.title if view.loaded else view.name


def _described(desk: Desk, name: str) -> tuple[describing.Described, ...]:
    """The pictures of a document as they are typed, with what is said of each."""
    yaml = _yaml(desk.text(name, "document.yaml"))
    texts = {one.path: one.value.strip() for one in yaml.scalars} if yaml else {}
    names = dict.fromkeys(str(path[1]) for path in texts if path[0] == "pictures" and len(path) > 1)
    return tuple(
        describing.Described(
            one,
            texts.get(("pictures", one, "alt"), ""),
            texts.get(("pictures", one, "decorative"), "") == "true",
        )
        for one in names
    )


def _called(edition: Edition, view: View) -> str:
    words = dict(view.loaded.words.entries) if view.loaded else {}
    return words.get(f"formats-{edition.name}", edition.title)


def _editions(desk: Desk, view: View) -> tuple[Edition, ...]:
    """Those that everybody gets and for which the document has words."""
    every = (one for one in editions(desk.styles) if one.default)
    return tuple(one for one in every if view.loaded and view.loaded.supplies(one))


def _found(desk: Desk, view: View) -> tuple[Diagnostic, ...]:
    """Everything that `exporter check` would tell of the document."""
    if view.loaded is None:
        return ()
    chosen = _editions(desk, view)
    adapted = {one.name: view.loaded.adapted(one) for one in chosen}
    checked = [check(Check(adapted[one.name], one, view.loaded.source)) for one in chosen]
    return found_in_words(view.loaded.standing, checked, adapted, chosen)
