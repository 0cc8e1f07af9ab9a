"""What is shown at each address: the desk is asked, and a page is made of what it says."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from dataclasses import replace

from exporter.authored.files import MOST_TEXT
from exporter.authored.located import Path
from exporter.changes import Change
from exporter.changes import read as read_back
from exporter.diagnostics import PERSON_DECIDES, Diagnostic, SourceError, Unreadable
from exporter.fingerprint import read_kept
from exporter.importing import report
from exporter.saving import NotSaved, Yaml
from exporter.starter import kinds
from exporter.studio import explaining, previewing
from exporter.studio.desk import Desk
from exporter.studio.fields import Fields
from exporter.studio.fixing import knows
from exporter.studio.forms import Part, field_at, part_of
from exporter.studio.keeping import archived
from exporter.studio.pages import about as about_page
from exporter.studio.pages import bringing_in, coming_back, describing, frame, reviewing
from exporter.studio.pages import document as document_page
from exporter.studio.pages import documents as documents_page
from exporter.studio.pages import findings as findings_page
from exporter.studio.pages import glossary as glossary_page
from exporter.studio.pages import section as section_page
from exporter.studio.pages import source as source_page
from exporter.studio.pages.document import Listed
from exporter.studio.pages.field import Shown
from exporter.studio.pages.frame import Said, said_in
from exporter.studio.pages.section import Sheet
from exporter.studio.pictures.offering import suggested
from exporter.studio.previewing import called, for_everybody
from exporter.studio.saying import say
from exporter.studio.view import Unknown, View

# ---- pages -------------------------------------------------------------------------------------


def documents(desk: Desk, asked: Fields) -> str:
    views = tuple(map(desk.view, desk.names()))
    return documents_page.documents(views, said_in(asked), kinds(), archived(desk))


def document(desk: Desk, asked: Fields) -> str:
    name = asked["name"]
    view = desk.view(name)
    texts = _texts(desk, name)
    names = [value for path, value in texts.items() if path[:1] == ("sections",) and len(path) == 2]
    listed = tuple(_listed(desk, name, one) for one in names)
    return document_page.document(
        view,
        texts.get(("title",), name),
        texts.get(("status",), "released"),
        listed,
        desk.store(name).at(),
        said_in(asked),
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
    view = _judged(desk, asked)
    try:
        part = _part(desk, name, section)
    except NotSaved:
        return source(desk, asked)
    texts = _texts(desk, name)
    shown = tuple(Shown(one.name, one.alt or one.name) for one in _described(texts))
    editions = previewing.shown(view, for_everybody(desk.styles))
    sheet = Sheet(
        view=view,
        section=section,
        part=part,
        pictures=shown,
        suggested=suggested(part, shown, texts, desk.styles),
        editions=tuple((one.name, called(one, view)) for one in editions),
        field=_field_asked(desk, name, _file(section), asked),
        outdated=_outdated(view),
        today=datetime.date.today().isoformat(),
        said=said_in(asked),
        steps=desk.store(name).at(),
    )
    return section_page.section(sheet)


def _outdated(view: View) -> frozenset[str]:
    """The parts whose text has changed since somebody said that their easy read fits."""
    parts = view.loaded.standing.parts if view.loaded else ()
    return frozenset(one.name for one in parts if one.text == "out of date")


def about(desk: Desk, asked: Fields) -> str:
    """What the document says of itself; or the page on which the line is that somebody asks for."""
    name = asked["name"]
    view = _judged(desk, asked)
    field = _field_asked(desk, name, "document.yaml", asked)
    if field.startswith("pictures."):
        return pictures(desk, {**asked, "field": field})
    if field.startswith(f"{explaining.PAGE}."):
        return glossary(desk, {**asked, "field": field})
    texts = _texts(desk, name)
    if not texts or (asked.get("line") and not about_page.is_here(field)):
        return source(desk, asked)
    people = {
        key: tuple(dict.fromkeys(path[:2] for path in texts if path[:1] == (key,)))
        for key in about_page.PEOPLE
    }
    shown = tuple(Shown(one.name, one.alt or one.name) for one in _described(texts))
    return about_page.about(view, about_page.About(texts, people, shown, field), said_in(asked))


def glossary(desk: Desk, asked: Fields) -> str:
    """The hard words of the document with their meanings."""
    name = asked["name"]
    view, texts = _judged(desk, asked), _texts(desk, name)
    if not texts:
        return source(desk, asked)
    shown = glossary_page.Glossary(
        view,
        explaining.explained(desk.text(name, "document.yaml"), _sections(view, texts)),
        tuple(Shown(one.name, one.alt or one.name) for one in _described(texts)),
        desk.store(name).at(),
        asked.get("field", ""),
    )
    return glossary_page.glossary(shown, said_in(asked))


def _sections(view: View, texts: Mapping[Path, str]) -> dict[str, str]:
    """The texts of the section files, in the order of the document."""
    names = [_file(said) for path, said in texts.items() if path[:-1] == ("sections",)]
    return {file: view.texts[file] for file in names if file in view.texts}


def source(desk: Desk, asked: Fields) -> str:
    """A file as it is typed: that of a section, or of the document itself."""
    name, section = asked["name"], asked.get("section")
    view, base = desk.view(name), f"/d/{name}"
    here = f"{base}/s/{section}" if section else base
    file = _file(section) if section else "document.yaml"
    typed = desk.text(name, file)
    form = here if section else f"{base}/about"
    shown = source_page.Source(
        file, desk.on_disk(name, file), typed, f"{here}/source", form if _yaml(typed) else ""
    )
    return source_page.source(view, shown, said_in(asked))


def findings(desk: Desk, asked: Fields) -> str:
    """Everything that `exporter check` tells of the document."""
    view = desk.view(asked["name"])
    found = desk.judge.found(view)
    fixable = frozenset(
        one
        for one in found
        if (file := findings_page.file_of(one)) and knows(view.texts.get(file, ""), one)
    )
    return findings_page.findings(view, found, PERSON_DECIDES, said_in(asked), fixable)


def _judged(desk: Desk, asked: Fields) -> View:
    """A document with what was found in it, if that is known; looked for now if somebody asks."""
    view = desk.view(asked["name"])
    look = desk.judge.found_meanwhile if asked.get("findings") else desk.judge.known
    told = view.faults and view.drafts  # then each field says itself why it is not saved
    return replace(view, found=() if told else look(view))


def pictures(desk: Desk, asked: Fields) -> str:
    view = _judged(desk, asked)
    described = _described(_texts(desk, view.name))
    field = asked.get("field", "")
    return describing.pictures(view, described, field, said_in(asked))


def imported(desk: Desk, asked: Fields) -> str:
    """What became of somebody's file, as a list of things to do."""
    view = desk.view(asked["name"])
    file = desk.folder(view.name) / report.JSON
    try:
        told = json.loads(read_kept(file, MOST_TEXT) or b"")
    except (ValueError, RecursionError):
        raise Unknown from None
    return bringing_in.imported(view, bringing_in.read(told))


def back(desk: Desk, asked: Fields) -> str:
    """What is different in the Word file that came back."""
    view = desk.view(asked["name"])
    data = desk.store(view.name).word()
    found: tuple[Diagnostic, ...] = ()
    told: tuple[Change, ...] | None = None
    said = said_in(asked)
    if data is not None:
        try:
            came = read_back(data, desk.sources, desk.styles)
            told, found = came.changes, came.findings
            if came.folder.name != view.name:
                told, said = None, Said(say("other-document", name=came.folder.name), wrong=True)
        except SourceError as error:
            found = tuple(error.findings)
        except Unreadable as error:
            found = (Diagnostic(code="file-unreadable", message=str(error), hint=error.hint),)
    return coming_back.coming_back(view, told, found, said)


def people(desk: Desk, asked: Fields) -> str:
    """Who has looked at the easy read, and what has changed since."""
    view = desk.view(asked["name"])
    if view.loaded is None:
        return findings(desk, asked)
    today = datetime.date.today().isoformat()
    standing, checked = view.loaded.standing, view.loaded.checked
    return reviewing.reviewing(view, standing, checked, today, said_in(asked))


def nothing() -> str:
    return frame.page(say("nothing"), frame.heading(1, say("nothing")),
                      frame.paragraph(say("nothing-here")))  # fmt: skip


def not_shown(why: str) -> str:
    """A page instead of one that cannot be shown, or of an answer to what cannot be read."""
    return frame.page(say("not-shown"), frame.heading(1, say("not-shown")), frame.paragraph(why))


def broken() -> str:
    return frame.page(say("broken"), frame.heading(1, say("broken")),
                      frame.paragraph(say("broken-how")))  # fmt: skip


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


def _texts(desk: Desk, name: str) -> dict[Path, str]:
    """What document.yaml says, by path; nothing where it cannot be read."""
    try:
        yaml = Yaml(desk.text(name, "document.yaml"))
    except NotSaved:
        return {}
    return {one.path: one.value.strip() for one in yaml.scalars}


def _field_asked(desk: Desk, name: str, file: str, asked: Fields) -> str:
    """The field in which the line stands to which a finding leads; or nothing."""
    line = asked.get("line", "")
    if not re.fullmatch("[0-9]{1,8}", line):
        return ""
    try:
        return field_at(desk.text(name, file), int(line))
    except NotSaved:
        return ""


def _described(texts: Mapping[Path, str]) -> tuple[describing.Described, ...]:
    """The pictures of a document as they are typed, with what is said of each."""
    names = dict.fromkeys(
        str(path[1]) for path in texts if path[:1] == ("pictures",) and len(path) > 1
    )
    return tuple(
        describing.Described(
            one,
            texts.get(("pictures", one, "alt"), ""),
            texts.get(("pictures", one, "decorative"), "") == "true",
            {key: texts.get(("pictures", one, key), "") for key in describing.FACTS},
        )
        for one in names
    )
