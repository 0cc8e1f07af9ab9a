"""Documents read with what is typed in them laid over; what was read once is not read again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from exporter.authored.located import Path as DataPath
from exporter.diagnostics import Diagnostic, SourceError
from exporter.load import ReadBefore
from exporter.making.documents import Loaded, load_document
from exporter.making.order import HOUSE
from exporter.making.publisher import contact_of, shows_publisher
from exporter.model import Picture
from exporter.saving import NotSaved, Yaml
from exporter.studio.advice import advised, names_in
from exporter.studio.changes import Change, Put, Remove, changed
from exporter.studio.folder import Files, Folder, is_file
from exporter.studio.forms import as_name
from exporter.studio.saying import say
from exporter.styles.brands import load_brand
from exporter.styles.folder import Styles

Reading: TypeAlias = tuple[Loaded | None, tuple[Diagnostic, ...]]
"""What was read of a document, and what is wrong with it."""
_MOST_TRIED = 3
"""So many readings of a document are kept: as it is, as it would be, and as it was before."""


class Reader:
    """Reads the documents of a folder."""

    def __init__(self, folder: Folder, styles: Styles | None) -> None:
        self._folder, self._styles = folder, styles
        self._tried: dict[str, tuple[tuple[Files, Reading], ...]] = {}
        self._pictures: dict[str, dict[str, Picture]] = {}
        self._before: dict[str, ReadBefore] = {}

    def load(self, name: str, unsaved: Mapping[str, str]) -> Reading:
        """The document, and what is wrong with it. The same files are read once.

        So a change that was tried, and is then written, is not read again to be shown.
        """
        files = self._folder.files(name, {**self._folder.texts(name), **unsaved})
        tried = self._tried.get(name, ())
        found = next((reading for known, reading in tried if known == files), None)
        if found is None:
            found = self._load_anew(name, unsaved)
            self._tried[name] = ((files, found), *tried[: _MOST_TRIED - 1])
        return found

    def shown(self, name: str, unsaved: Mapping[str, str]) -> Reading:
        """The same with words that wait. With those that stop it, readers get what is saved: each
        field says itself why it waits."""
        told = self.load(name, unsaved)
        saved = told if told[0] or not unsaved else self.load(name, {})
        return saved if saved[0] else told

    def worse(self, name: str, texts: Mapping[str, str]) -> tuple[Diagnostic, ...]:
        """What would be wrong with the document that is not wrong on disk.

        What is only never shown comes last: alone it would stop nothing, so it is not the reason.
        """
        loaded, faults = self.load(name, texts)
        if loaded is not None:
            return ()
        _, before = self.load(name, {})
        known = {(one.code, one.message) for one in before}
        new = (one for one in faults if (one.code, one.message) not in known)
        return tuple(sorted(new, key=is_unused))

    def forget(self, name: str) -> None:
        """Read a document anew: something beside its texts has changed."""
        self._tried.pop(name, None)
        self._before.pop(name, None)

    def pictures(self, name: str) -> Mapping[str, Picture]:
        """The pictures of a document that were read so far, also those that nothing shows now."""
        return self._pictures.get(name, {})

    def _load_anew(self, name: str, unsaved: Mapping[str, str]) -> Reading:
        """What is only never shown stops no work here."""
        try:
            return self._read(name, unsaved), ()
        except SourceError as error:
            faults = tuple(error.findings)
        except OSError as error:
            message = say("cannot-be-opened", why=error.strerror or str(error))
            return None, (Diagnostic(code="file-unreadable", message=message),)
        if not all(is_unused(one) for one in faults):
            return None, faults
        try:
            return self._read(name, self._without_unused(name, unsaved, faults)), faults
        except (SourceError, NotSaved):
            return None, faults

    def _read(self, name: str, unsaved: Mapping[str, str]) -> Loaded:
        before = self._before.setdefault(name, ReadBefore())
        loaded = load_document(self._folder.of(name), self._styles, unsaved, before)
        if shows_publisher(loaded.source):
            loaded = loaded.given_out_by(contact_of(load_brand(HOUSE, self._styles)))
        pictures = {one.picture.name: one.picture for one in loaded.source.pictures}
        self._pictures.setdefault(name, {}).update(pictures)
        return loaded

    # ---- what nothing shows --------------------------------------------------------------------

    def file_of(self, name: str, fault: Diagnostic) -> str:
        """The file with what nothing shows, by its name in the document; empty for any other."""
        file = fault.place.file.removeprefix(f"{self._folder.of(name).as_posix()}/")
        return file if is_unused(fault) and is_file(file) else ""

    def _without_unused(
        self, name: str, unsaved: Mapping[str, str], faults: tuple[Diagnostic, ...]
    ) -> dict[str, str]:
        """The texts without what nothing shows. Raises NotSaved where it cannot be taken out."""
        texts = {**self._folder.texts(name), **unsaved}
        folder = self._folder.of(name).as_posix()
        for one in sorted(faults, key=lambda fault: -fault.place.line):
            file = one.place.file.removeprefix(f"{folder}/")
            texts[file] = changed(texts[file], Remove(_path_at(texts[file], one.place.line)))
        return texts


def is_unused(fault: Diagnostic) -> bool:
    """Whether all that is wrong with something is that nothing shows it."""
    return fault.code.endswith("-unused")


def why(fault: Diagnostic, loaded: Loaded | None) -> str:
    """What is wrong and what to do, on one line, for a document as it was read last."""
    return advised(fault, names_in(loaded, fault.code))


def why_not(change: Change, fault: Diagnostic, loaded: Loaded | None) -> str:
    """Why a change cannot be saved. Whoever emptied a field is not told that there is none."""
    emptied = isinstance(change, Put) and not change.value.strip()
    return say("field-empty") if emptied and fault.code == "key-missing" else why(fault, loaded)


def field_on(text: str, line: int) -> str:
    """The name of the field whose key is on a line. Raises NotSaved where there is none."""
    return as_name(_path_at(text, line))


def _path_at(text: str, line: int) -> DataPath:
    """The path of the key on a line. Raises NotSaved where there is none."""
    yaml = Yaml(text)
    found = [path for path, start in yaml.keys.items() if path and yaml.line_of(start) == line]
    if not found:
        raise NotSaved("There is nothing at this place.")
    return min(found, key=len)
