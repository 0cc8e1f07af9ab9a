"""A picture more in a document: its file, its words, and the row that shows it, as one step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from os.path import lexists
from pathlib import Path, PurePath

import yaml

from exporter.authored.files import bytes_of
from exporter.authored.other_photos import FirstOf
from exporter.authored.picture_fault import PictureFault
from exporter.diagnostics import Diagnostic
from exporter.fingerprint import write_whole
from exporter.load.looks import name_of
from exporter.load.pictures import LARGEST_RASTER, bytes_of_picture, says_nothing
from exporter.pictures.searching import search
from exporter.saving import NotSaved, Yaml, read_text, with_added
from exporter.saving.adding import Value
from exporter.studio.advice import advised
from exporter.studio.changes import Put, changed
from exporter.studio.desk import Desk
from exporter.studio.forms import as_path
from exporter.studio.naming import free
from exporter.studio.pictures.offering import key_of
from exporter.studio.saying import say

_SUFFIX = {"svg": "svg", "png": "png", "jpeg": "jpg"}


@dataclass(frozen=True, slots=True)
class Taken:
    """A picture that is in the document now."""

    name: str
    first_of: FirstOf = ""
    """What its file held more of."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where a picture is to be shown, and what is said of it."""

    file: str = ""
    """The file of a section; empty where the document only is to have it."""
    field: str = ""
    alt: str = ""
    decorative: bool = False

    def words(self) -> dict[str, Value]:
        """What the document says of the picture. Raises ValueError where nothing was chosen."""
        alt = " ".join(self.alt.split())
        if self.decorative and not alt:
            return {"decorative": True}
        if alt and says_nothing(alt, ""):
            raise ValueError(say("words-say-nothing", words=alt[:60]))
        if alt and not self.decorative:
            return {"alt": alt}
        raise ValueError(say("words-or-nothing"))


def take(desk: Desk, name: str, words: str, key: str, wanted: Wanted) -> Taken:
    """A picture of a bank, found by these words; `key` is by which it was shown.

    Raises ValueError where it is not found any more; NotSaved where the document would not load.
    """
    found = next((one for one in search(words, styles=desk.styles) if key_of(one) == key), None)
    if found is None or not found.use:
        raise ValueError(say("picture-gone"))
    said = wanted.words()
    ((called, told),) = yaml.safe_load(found.use).items()
    facts = {key: str(value) for key, value in told.items() if key not in ("alt", "decorative")}
    if "file" not in facts:
        return Taken(_add(desk, name, str(called), {**facts, **said}, wanted))
    if found.picture.path is None:
        raise ValueError(say("picture-gone"))
    data = bytes_of(found.picture.path, LARGEST_RASTER)
    return _add_file(desk, name, str(called), data, {**facts, **said}, wanted)


def bring_in(desk: Desk, name: str, called: str, data: bytes, wanted: Wanted) -> Taken:
    """A picture that somebody chose; `called` is the name of its file where it was.

    Only what it shows is kept, under a name that nothing has yet. Raises ValueError where it is no
    picture of a kind that we take; NotSaved where the document would not load.
    """
    said = wanted.words()
    if len(data) > LARGEST_RASTER:
        raise ValueError(say("picture-too-large"))
    stem = PurePath(called.replace("\\", "/")).stem
    return _add_file(desk, name, name_of(stem, "picture"), data, said, wanted)


def _add_file(
    desk: Desk, name: str, called: str, data: bytes, facts: Mapping[str, Value], wanted: Wanted
) -> Taken:
    """Keep the bytes of a picture beside the document, and tell the document."""
    try:
        read = bytes_of_picture(data, called)
    except PictureFault as fault:
        found = Diagnostic(code=fault.code, message=fault.message, hint=fault.hint)
        raise ValueError(advised(found)) from fault
    folder = desk.folder(name) / "pictures"
    if not folder.resolve().is_relative_to(desk.folder(name).resolve()):
        raise NotSaved(say("file-leads-elsewhere"))
    file = _free(folder, called, _SUFFIX[read.media])
    write_whole(file, read.data)
    try:
        told = {**facts, "file": f"pictures/{file.name}"}
        return Taken(_add(desk, name, called, told, wanted), read.first_of)
    except BaseException:
        file.unlink(missing_ok=True)
        raise


def _free(folder: Path, called: str, suffix: str) -> Path:
    stem = free(called, lambda one: lexists(folder / f"{one}.{suffix}"))
    return folder / f"{stem}.{suffix}"


def _add(desk: Desk, name: str, called: str, facts: Mapping[str, Value], wanted: Wanted) -> str:
    """Tell the document of a picture, and the row that shows it. Gives the picture's name."""
    text = read_text(desk.file(name, "document.yaml")).text
    there = Yaml(text).items
    called = free(called, lambda one: ("pictures", one) in there)
    first = ("file", "drawing", "symbol")
    ordered = {key: facts[key] for key in sorted(facts, key=lambda one: (one not in first, one))}
    after = {"document.yaml": _with_picture(text, called, ordered)}
    if wanted.file:
        section = read_text(desk.file(name, wanted.file)).text
        after[wanted.file] = changed(section, Put(as_path(wanted.field), called))
    desk.write_files(name, after)
    return called


def _with_picture(text: str, called: str, facts: Mapping[str, Value]) -> str:
    if ("pictures",) in Yaml(text).items:
        return with_added(text, ("pictures", called), facts)
    return with_added(text, ("pictures",), {called: facts})
