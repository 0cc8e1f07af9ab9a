"""Words that cannot stand in a file yet: kept as drafts, each by what stood at its place."""

from __future__ import annotations

from dataclasses import replace

from exporter.saving import NotSaved
from exporter.studio.changes import value_at
from exporter.studio.drafts import Draft, Standing, anchored, as_shown
from exporter.studio.folder import Folder
from exporter.studio.forms import as_path
from exporter.studio.saying import say


def typed_last(folder: Folder, name: str, file: str, typed: str) -> str:
    """What a field says now: what was typed last, be it only a draft. Raises NotSaved."""
    draft = folder.standing(name).at(file, typed)
    if draft is not None:
        return draft.typed
    return value_at(folder.text(name, file).text, as_path(typed))


def aside(folder: Folder, name: str, file: str, typed: str, value: str, was: str) -> str:
    """Keep words that came too late, in place of those that came so before; gives their key."""
    now = _anchored(folder, name, Draft(file, typed, value, say("conflict-kept")))
    draft = replace(now, was=as_shown(was))
    same = (file, typed, draft.was)
    others = tuple(d for d in folder.kept(name) if (d.file, d.field, d.was) != same)
    folder.keep(name, (draft, *others))  # before all, so that it covers no other draft
    return draft.key


def add(folder: Folder, name: str, waiting: Standing, draft: Draft) -> None:
    """Keep a draft after those that wait."""
    known = draft if draft.was else _anchored(folder, name, draft)
    folder.keep(name, (*waiting.every, known))


def _anchored(folder: Folder, name: str, draft: Draft) -> Draft:
    try:
        return anchored(draft, folder.text(name, draft.file).text)
    except NotSaved:  # nobody can say what stood there: it will be told as one without a place
        return draft
