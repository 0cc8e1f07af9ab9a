"""Documents as they are typed now: read from the sources, changed by place, looked at.

Every change is tried on the files as they are on disk at that moment, so what an editor or another
window wrote meanwhile is never lost. It is written at once where the document still loads, and kept
as a draft where it does not.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from exporter.authored.files import MOST_TEXT
from exporter.authored.located import Path as DataPath
from exporter.diagnostics import Diagnostic, SourceError
from exporter.fingerprint import write_whole
from exporter.making.documents import Loaded, load_document
from exporter.making.order import HOUSE
from exporter.making.publisher import contact_of, shows_publisher
from exporter.model import Picture
from exporter.saving import NotSaved, Text, Yaml, read_text
from exporter.studio.changes import Change, Put, Remove, changed, value_at
from exporter.studio.forms import as_name, as_path
from exporter.studio.store import Draft, Step, Store
from exporter.studio.wrapping import unwrapped, wrapped
from exporter.styles.brands import load_brand
from exporter.styles.folder import Styles

T = TypeVar("T")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_FILE = re.compile(r"document\.yaml|sections/[a-z0-9][a-z0-9-]{0,79}\.yaml")


class Unknown(Exception):
    """There is no such document or file: no name from a browser is joined to a path unseen."""


class Conflict(Exception):
    """The field says something else than its page shows. `now` is what it says."""

    def __init__(self, now: str) -> None:
        super().__init__("Somebody else changed these words meanwhile.")
        self.now = now


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a change. `why` it is only a draft; empty when it stands in its file."""

    why: str = ""

    @property
    def saved(self) -> bool:
        return not self.why


@dataclass(frozen=True, slots=True)
class View:
    """A document as it is typed now, drafts included. `loaded` is the last that could be read."""

    name: str
    loaded: Loaded | None = field(repr=False)
    faults: tuple[Diagnostic, ...]
    """Why it cannot be read as it is."""
    drafts: tuple[Draft, ...]
    number: int
    """A greater one whenever anything has changed."""


@dataclass
class _Known:
    """What was last read of a document."""

    texts: Mapping[str, str]
    view: View


class Desk:
    """Every document of a folder of sources, and one change at a time."""

    def __init__(self, sources: Path, styles: Styles | None, output: Path) -> None:
        self.sources, self.styles, self.output = sources, styles, output
        self._lock = threading.RLock()
        self._known: dict[str, _Known] = {}
        self._last: dict[str, Loaded] = {}
        self._pictures: dict[str, dict[str, Picture]] = {}

    # ---- what there is -------------------------------------------------------------------------

    def names(self) -> tuple[str, ...]:
        """The documents of the folder, by the names of their own folders."""
        found = (one.parent for one in self.sources.glob("*/document.yaml"))
        return tuple(sorted(one.name for one in found if _NAME.fullmatch(one.name)))

    def folder(self, name: str) -> Path:
        """The folder of a document. Raises Unknown."""
        folder = self.sources / name if _NAME.fullmatch(name) else None
        if folder is None or not (folder / "document.yaml").is_file():
            raise Unknown
        return folder

    def file(self, name: str, file: str) -> Path:
        """A file of a document that can be changed here. Raises Unknown."""
        path = self.folder(name) / file
        if not _FILE.fullmatch(file) or not path.resolve().is_relative_to(self.sources.resolve()):
            raise Unknown
        return path

    def store(self, name: str) -> Store:
        """What is kept of a document between two runs."""
        self.folder(name)
        return Store(self.output / ".state" / "studio" / name)

    def text(self, name: str, file: str) -> str:
        """A file as it is typed now, with those drafts in it that its YAML can hold."""
        with self._lock:
            path = self.file(name, file)
            if not path.is_file():
                raise Unknown
            drafts = [one for one in self.store(name).drafts() if one.file == file]
            return _with_drafts(read_text(path).text, drafts)

    def view(self, name: str) -> View:
        """The document as it is typed now."""
        with self._lock:
            texts, drafts = self._texts(name), self.store(name).drafts()
            known = self._known.get(name)
            if known and known.texts == texts and known.view.drafts == drafts:
                return known.view
            overlay = _overlay(texts, drafts)
            loaded, faults = self._load(name, overlay)
            if loaded:
                self._last[name] = loaded
            number = known.view.number + 1 if known else 1
            view = View(name, self._last.get(name), faults, drafts, number)
            self._known[name] = _Known(texts, view)
            return view

    def _load(
        self, name: str, unsaved: Mapping[str, str]
    ) -> tuple[Loaded | None, tuple[Diagnostic, ...]]:
        """The document, and what is wrong with it. What is only never shown stops no work here."""
        try:
            return self._read(name, unsaved), ()
        except SourceError as error:
            faults = tuple(error.findings)
        if not all(_is_unused(one) for one in faults):
            return None, faults
        try:
            return self._read(name, self._without_unused(name, unsaved, faults)), faults
        except (SourceError, NotSaved):
            return None, faults

    def _read(self, name: str, unsaved: Mapping[str, str]) -> Loaded:
        loaded = load_document(self.folder(name), self.styles, unsaved)
        if shows_publisher(loaded.source):
            loaded = loaded.given_out_by(contact_of(load_brand(HOUSE, self.styles)))
        pictures = {one.picture.name: one.picture for one in loaded.source.pictures}
        self._pictures.setdefault(name, {}).update(pictures)
        return loaded

    def _without_unused(
        self, name: str, unsaved: Mapping[str, str], faults: tuple[Diagnostic, ...]
    ) -> dict[str, str]:
        """The texts without what nothing shows. Raises NotSaved where it cannot be taken out."""
        texts = {**self._texts(name), **unsaved}
        folder = self.folder(name).as_posix()
        for one in sorted(faults, key=lambda fault: -fault.place.line):
            file = one.place.file.removeprefix(f"{folder}/")
            texts[file] = changed(texts[file], Remove(_path_at(texts[file], one.place.line)))
        return texts

    def unused(self, name: str, fault: Diagnostic) -> str:
        """The name of the field that can be taken out because nothing shows it; or nothing."""
        file = fault.place.file.removeprefix(f"{self.folder(name).as_posix()}/")
        if not _is_unused(fault) or not _FILE.fullmatch(file):
            return ""
        try:
            return as_name(_path_at(self.text(name, file), fault.place.line))
        except NotSaved:
            return ""

    def picture(self, name: str, picture: str) -> Picture:
        """A picture of a document, also one that nothing shows at the moment. Raises Unknown."""
        self.view(name)
        found = self._pictures.get(name, {}).get(picture)
        if found is None:
            raise Unknown
        return found

    def _texts(self, name: str) -> dict[str, str]:
        """The files that can be changed here, as they are on disk."""
        folder = self.folder(name)
        files = [folder / "document.yaml", *sorted((folder / "sections").glob("*.yaml"))]
        found = {one.relative_to(folder).as_posix(): one for one in files}
        return {
            file: read_text(path).text
            for file, path in found.items()
            if _FILE.fullmatch(file) and path.is_file() and path.stat().st_size <= MOST_TEXT
        }

    # ---- changes -------------------------------------------------------------------------------

    def put(self, name: str, file: str, typed: str, value: str, was: str | None) -> Answer:
        """Other words in the field `typed`, a name as `forms.as_name` writes it.

        Words are shown, and come back, without the breaks that only keep lines short. `was` is
        what the page showed before; without it, whatever stands there gives way. Raises Conflict
        when the field says something else now; ValueError for the name of no field.
        """
        with self._lock:
            path = as_path(typed)
            now = self._now(name, file, typed)
            if was is not None and unwrapped(now) not in (was, value):
                raise Conflict(unwrapped(now))
            return self.change(name, file, Put(path, wrapped(now, value)))

    def _now(self, name: str, file: str, typed: str) -> str:
        """What a field says now: what was typed last, be it only a draft."""
        for one in self.store(name).drafts():
            if (one.file, one.field) == (file, typed):
                return one.typed
        return value_at(read_text(self.file(name, file)).text, as_path(typed))

    def change(self, name: str, file: str, change: Change) -> Answer:
        """Make a change, and with it what waits as drafts, where the document loads with both.

        Raises NotSaved where a row or part cannot be added, moved or taken out; words that cannot
        be saved become a draft instead.
        """
        with self._lock:
            self.view(name)  # so that what nothing shows any more is still known
            typed = as_name(change.path)
            store = self.store(name)
            waiting = tuple(d for d in store.drafts() if (d.file, d.field) != (file, typed))
            try:
                self._save(name, file, change, waiting)
            except NotSaved as error:
                if not isinstance(change, Put):
                    raise
                _keep(store, (*waiting, Draft(file, typed, change.value, str(error))))
                return Answer(str(error))
            return Answer()

    def keep(self, name: str, file: str, typed: str, value: str, why: str) -> None:
        """Keep words for a field that is not there yet; without words, forget what was kept."""
        with self._lock:
            self.file(name, file)
            store = self.store(name)
            others = tuple(d for d in store.drafts() if (d.file, d.field) != (file, typed))
            _keep(store, (*others, Draft(file, typed, value, why)) if value else others)

    def _save(self, name: str, file: str, change: Change, waiting: tuple[Draft, ...]) -> None:
        """Write a change into its file. Raises NotSaved where the document would not load then."""
        text = read_text(self.file(name, file))
        alone = {file: changed(text.text, change)}
        together = _overlay(alone, waiting)
        for texts in (together, alone) if together != alone else (alone,):
            faults = self._worse(name, texts)
            if not faults:
                self._write(name, as_name(change.path), {file: text}, texts)
                _keep(self.store(name), _not_in(texts, waiting))
                return
        raise NotSaved(faults[0].message)

    def _worse(self, name: str, texts: Mapping[str, str]) -> tuple[Diagnostic, ...]:
        """What would be wrong with the document that is not wrong on disk."""
        loaded, faults = self._load(name, texts)
        if loaded is not None:
            return ()
        _, before = self._load(name, {})
        known = {(one.code, one.message) for one in before}
        return tuple(one for one in faults if (one.code, one.message) not in known)

    def _write(
        self, name: str, what: str, before: Mapping[str, Text], after: Mapping[str, str]
    ) -> None:
        """Write files whole, and keep the step. Where one of them changed meanwhile, nothing is."""
        for file, read in before.items():
            if self.file(name, file).read_bytes() != read.data:
                raise NotSaved(f"{file} was changed by somebody else meanwhile.")
        was = {file: before[file].text if file in before else None for file in after}
        if was == dict(after):
            return
        for file, text in after.items():
            path = self.file(name, file)
            path.parent.mkdir(exist_ok=True)
            write_whole(path, before.get(file, Text("")).with_text(text).data)
        self.store(name).add(Step(f"{next(iter(after))} {what}" if what else "", was, after))

    def around(self, name: str, what: str, act: Callable[[], T]) -> T:
        """Let somebody else change files of a document, as one step that can be taken back."""
        with self._lock:
            before = self._texts(name)
            done = act()
            after = self._texts(name)
            differing = {file for file in {*before, *after} if before.get(file) != after.get(file)}
            if differing:
                was = {file: before.get(file) for file in sorted(differing)}
                now = {file: after.get(file) for file in sorted(differing)}
                self.store(name).add(Step(what, was, now))
            return done

    def write_files(self, name: str, after: Mapping[str, str]) -> Answer:
        """Write whole files at once, new ones too, where the document loads with them.

        Raises NotSaved where it does not.
        """
        with self._lock:
            before = {
                file: read_text(self.file(name, file))
                for file in after
                if self.file(name, file).is_file()
            }
            faults = self._worse(name, after)
            if faults:
                raise NotSaved(faults[0].message)
            self._write(name, "", before, after)
            return Answer()

    # ---- steps back ----------------------------------------------------------------------------

    def forget(self, name: str) -> None:
        """Read a document anew: something beside its texts has changed."""
        with self._lock:
            self._known.pop(name, None)

    def undo(self, name: str) -> Answer:
        """Take the last step back. Raises NotSaved where its files were changed elsewhere."""
        with self._lock:
            store = self.store(name)
            done, _ = store.at()
            step = store.step(done) if done else None
            if step is None:
                raise NotSaved("There is nothing to take back.")
            self._go(name, step.after, step.before)
            store.went(done - 1)
            return Answer()

    def redo(self, name: str) -> Answer:
        """Do a step again that was taken back. Raises NotSaved."""
        with self._lock:
            store = self.store(name)
            done, every = store.at()
            step = store.step(done + 1) if done < every else None
            if step is None:
                raise NotSaved("There is nothing to do again.")
            self._go(name, step.before, step.after)
            store.went(done + 1)
            return Answer()

    def _go(
        self, name: str, here: Mapping[str, str | None], there: Mapping[str, str | None]
    ) -> None:
        files = {file: self.file(name, file) for file in there}
        texts = {file: read_text(path) if path.is_file() else None for file, path in files.items()}
        if {file: text and text.text for file, text in texts.items()} != dict(here):
            raise NotSaved("The file was changed elsewhere since then.")
        for file, wanted in there.items():
            if wanted is None:
                files[file].unlink()
            else:
                write_whole(files[file], (texts[file] or Text("")).with_text(wanted).data)


def _is_unused(fault: Diagnostic) -> bool:
    return fault.code.endswith("-unused")


def _path_at(text: str, line: int) -> DataPath:
    """The path of the key on a line. Raises NotSaved where there is none."""
    yaml = Yaml(text)
    found = [path for path, start in yaml.keys.items() if path and yaml.line_of(start) == line]
    if not found:
        raise NotSaved("There is nothing at this place.")
    return min(found, key=len)


def _keep(store: Store, drafts: tuple[Draft, ...]) -> None:
    if store.drafts() != drafts:
        store.keep_drafts(drafts)


def _overlay(texts: Mapping[str, str], drafts: tuple[Draft, ...]) -> dict[str, str]:
    return {
        file: _with_drafts(text, [one for one in drafts if one.file == file])
        for file, text in texts.items()
    }


def _with_drafts(text: str, drafts: list[Draft]) -> str:
    """A text with the drafts that its YAML can hold; the others wait."""
    for one in drafts:
        try:
            text = changed(text, Put(as_path(one.field), one.typed))
        except (NotSaved, ValueError):
            continue
    return text


def _not_in(texts: Mapping[str, str], drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
    """The drafts that are in none of these texts."""
    return tuple(
        one
        for one in drafts
        if one.file not in texts or value_at(texts[one.file], as_path(one.field)) != one.typed
    )
