"""Translations in the studio: begun, looked at part by part, and said to be translated."""

from __future__ import annotations

from exporter.authored.folders import name_of
from exporter.diagnostics import SourceError
from exporter.saving import NotSaved
from exporter.studio.advice import advised
from exporter.studio.desk import Desk
from exporter.studio.fields import Done, Fields, value_of
from exporter.studio.pages import languages as pages
from exporter.studio.pages.frame import said_in
from exporter.studio.pages.languages import Translation
from exporter.studio.saying import count, say
from exporter.studio.view import View
from exporter.translations import PartState, record, states_of
from exporter.translations.starting import start


def languages(desk: Desk, asked: Fields) -> str:
    """The translations of a document; of a translation what of it waits."""
    view, said = desk.view(asked["name"]), said_in(asked)
    if view.original:
        return pages.translation(_translation(desk, view), said)
    views = map(desk.view, desk.translations(view.name))
    return pages.languages(view, tuple(_translation(desk, one) for one in views), said)


def _translation(desk: Desk, view: View) -> Translation:
    return Translation(view, desk.folder(view.name).name, _parts(desk, view))


def _parts(desk: Desk, view: View) -> tuple[PartState, ...] | None:
    if view.loaded is None or view.faults:
        return None
    try:
        return states_of(desk.folder(view.name), view.loaded.source)
    except SourceError:  # with the original, which tells it itself
        return None


def begin(desk: Desk, asked: Fields) -> Done:
    """A translation with the words of the original, to be written over: a step of the original."""
    name, tag = asked["name"], value_of(asked, "language").strip()
    folder = desk.folder(name)
    try:
        written = desk.around(name, "", lambda: start(folder, tag), tag)
    except SourceError as error:
        raise NotSaved(advised(error.findings[0])) from error
    there = f"/d/{name_of(folder / tag)}"
    return there, say("language-begun") if written else say("language-there")


def say_so(desk: Desk, asked: Fields) -> Done:
    """That a part says what the original says; or that all do that have words of their own."""
    name, part = asked["name"], value_of(asked, "part")
    folder = desk.folder(name)
    waited = {one.part.name for one in _parts(desk, desk.view(name)) or () if one.state != "done"}
    try:
        recorded, _ = desk.beside(name, lambda: record(folder, (part,) if part else ()))
    except SourceError as error:
        raise NotSaved(advised(error.findings[0])) from error
    except ValueError as error:
        raise NotSaved(say("no-row")) from error
    there, done = f"/d/{name}/languages", waited.intersection(recorded)
    return there, count("parts-recorded", len(done)) if done else say("nothing-recorded")
