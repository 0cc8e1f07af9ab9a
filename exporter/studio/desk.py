"""Documents as they are typed now: read from the sources, changed by place, looked at.

Every change is tried on the files as they are on disk at that moment, so what an editor or another
window wrote meanwhile is never lost. It is written at once where the document still loads, and kept
as a draft (`drafts`) where it does not.
"""

from __future__ import annotations

import contextlib
import re
import stat
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias, TypeVar

from exporter.authored.files import MOST_TEXT
from exporter.authored.located import Path as DataPath
from exporter.diagnostics import Diagnostic, SourceError
from exporter.fingerprint import sha256, take_link_away, write_whole
from exporter.load.parser import LONGEST_TEXT
from exporter.making.documents import Loaded, load_document
from exporter.making.order import HOUSE
from exporter.making.publisher import contact_of, shows_publisher
from exporter.model import Picture
from exporter.saving import NotSaved, Text, Yaml, read_text
from exporter.studio.changes import Change, Put, Remove, changed, value_at
from exporter.studio.drafts import (
    WHOLE,
    Draft,
    Standing,
    anchored,
    as_shown,
    followed,
    left,
    overlaid,
    standing,
    with_drafts,
)
from exporter.studio.forms import as_name, as_path, is_name
from exporter.studio.naming import NAME
from exporter.studio.saying import say
from exporter.studio.store import Going, Step, Store
from exporter.studio.wrapping import unwrapped, wrapped
from exporter.styles.brands import load_brand
from exporter.styles.folder import Styles

T = TypeVar("T")
Reading: TypeAlias = tuple[Loaded | None, tuple[Diagnostic, ...]]
"""What was read of a document, and what is wrong with it."""
_FILE = re.compile(r"document\.yaml|sections/[a-z0-9][a-z0-9-]{0,79}\.yaml")


class Unknown(Exception):
    """There is no such document or file: no name from a browser is joined to a path unseen."""


class Conflict(Exception):
    """The field says something else than its page shows. `now` is what it says.

    The words that came are kept as a draft without a place; `kept` is its key.
    """

    def __init__(self, now: str, kept: str) -> None:
        super().__init__("Somebody else changed these words meanwhile.")
        self.now, self.kept = now, kept


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
    """Those that have a place, each called as its field is now."""
    number: int
    """A greater one whenever anything has changed."""
    lost: tuple[Draft, ...] = ()
    """Those whose place says something else now, or is gone."""
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The files that can be changed here, as they are on disk."""

    @property
    def title(self) -> str:
        """The title that could be read last; else the name."""
        return self.loaded.source.title if self.loaded else self.name


@dataclass
class _Known:
    """What was last read of a document."""

    files: Files
    kept: tuple[Draft, ...]
    view: View


@dataclass(frozen=True, slots=True)
class Files:
    """A document as it was read: the texts that can be changed, and what else lies beside them."""

    texts: Mapping[str, str]
    beside: tuple[tuple[str, int, int], ...]
    """Name, time of the last change and size of each other file."""


_MOST_TRIED = 3
"""So many readings of a document are kept: as it is, as it would be, and as it was before."""


class Desk:
    """Every document of a folder of sources, and one change at a time."""

    def __init__(self, sources: Path, styles: Styles | None, output: Path) -> None:
        self.sources, self.styles, self.output = sources, styles, output
        self._lock = threading.RLock()
        self._known: dict[str, _Known] = {}
        self._last: dict[str, Loaded] = {}
        self._tried: dict[str, tuple[tuple[Files, Reading], ...]] = {}
        self._pictures: dict[str, dict[str, Picture]] = {}

    # ---- what there is -------------------------------------------------------------------------

    def names(self) -> tuple[str, ...]:
        """The documents of the folder, by the names of their own folders."""
        found = (one.parent for one in self.sources.glob("*/document.yaml"))
        return tuple(sorted(one.name for one in found if NAME.fullmatch(one.name)))

    def folder(self, name: str) -> Path:
        """The folder of a document. Raises Unknown."""
        folder = self.sources / name if NAME.fullmatch(name) else None
        if folder is None or not (folder / "document.yaml").is_file():
            raise Unknown
        return folder

    def file(self, name: str, file: str) -> Path:
        """A file of a document that can be changed here. Raises Unknown."""
        path = self.folder(name) / file
        try:
            inside = path.resolve().is_relative_to(self.sources.resolve())
        except (OSError, RuntimeError):  # links that lead to one another
            raise Unknown from None
        if not _FILE.fullmatch(file) or not inside:
            raise Unknown
        return path

    def store(self, name: str) -> Store:
        """What is kept of a document between two runs: never through somebody's link."""
        self.folder(name)
        for ours in (".state", ".state/studio", f".state/studio/{name}"):
            take_link_away(self.output / ours)
        return Store(self.output / ".state" / "studio" / name)

    def _kept(self, name: str) -> tuple[Draft, ...]:
        """The drafts that a page of ours can have made."""
        every = self.store(name).drafts()
        return tuple(
            d for d in every if _FILE.fullmatch(d.file) and (d.field == WHOLE or is_name(d.field))
        )

    def _standing(self, name: str) -> Standing:
        return standing(self._texts(name), self._kept(name))

    def text(self, name: str, file: str) -> str:
        """A file as it is typed now, with those drafts in it that its YAML can hold."""
        with self._lock:
            path = self.file(name, file)
            if not path.is_file():
                raise Unknown
            text, drafts = read_text(path).text, self._kept(name)
            placed = standing({file: text}, [one for one in drafts if one.file == file]).placed
            return with_drafts(text, placed)

    def on_disk(self, name: str, file: str) -> str:
        """The same without drafts: what a page has shown when it comes back."""
        return self._read_text(name, file).text

    def view(self, name: str) -> View:
        """The document as it is typed now."""
        with self._lock:
            texts, kept = self._texts(name), self._kept(name)
            files = self._files(name, texts)
            known = self._known.get(name)
            if known and known.files == files and known.kept == kept:
                return known.view
            now = standing(texts, kept)
            loaded, faults = self._load(name, overlaid(texts, now.placed))
            if loaded:
                self._last[name] = loaded
            number = known.view.number + 1 if known else 1
            view = View(name, self._last.get(name), faults, now.placed, number, now.lost, texts)
            self._known[name] = _Known(files, kept, view)
            return view

    def _load(self, name: str, unsaved: Mapping[str, str]) -> Reading:
        """The document, and what is wrong with it. The same files are read once.

        So a change that was tried, and is then written, is not read again to be shown.
        """
        files = self._files(name, self._texts(name), unsaved)
        tried = self._tried.get(name, ())
        found = next((reading for known, reading in tried if known == files), None)
        if found is None:
            found = self._load_anew(name, unsaved)
            self._tried[name] = ((files, found), *tried[: _MOST_TRIED - 1])
        return found

    def _load_anew(self, name: str, unsaved: Mapping[str, str]) -> Reading:
        """What is only never shown stops no work here."""
        try:
            return self._read(name, unsaved), ()
        except SourceError as error:
            faults = tuple(error.findings)
        except OSError as error:
            message = say("cannot-be-opened", why=error.strerror or str(error))
            return None, (Diagnostic(code="file-unreadable", message=message),)
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
        """The files that can be changed here, as they are on disk.

        One that is no text, too large, or for nobody to read is left out: the loader tells.
        """
        folder = self.folder(name)
        found: dict[str, str] = {}
        for path in [folder / "document.yaml", *sorted((folder / "sections").glob("*.yaml"))]:
            file = path.relative_to(folder).as_posix()
            with contextlib.suppress(NotSaved, OSError):
                if _FILE.fullmatch(file) and path.is_file() and path.stat().st_size <= MOST_TEXT:
                    found[file] = read_text(path).text
        return found

    def _files(
        self, name: str, texts: Mapping[str, str], unsaved: Mapping[str, str] | None = None
    ) -> Files:
        """All that is read of a document: its texts, and by date what lies beside them."""
        folder = self.folder(name)
        found = []
        for path in sorted(folder.rglob("*")):
            file = path.relative_to(folder).as_posix()
            with contextlib.suppress(OSError):
                about = path.stat()
                if file not in texts and stat.S_ISREG(about.st_mode):
                    found.append((file, about.st_mtime_ns, about.st_size))
        return Files({**texts, **(unsaved or {})}, tuple(found))

    # ---- changes -------------------------------------------------------------------------------

    def put(self, name: str, file: str, typed: str, value: str, was: str | None) -> Answer:
        """Other words in the field `typed`, a name as `forms.as_name` writes it.

        Words are shown, and come back, without the breaks that only keep lines short. `was` is
        what the page showed before; without it, whatever stands there gives way. Raises Conflict
        when the field says something else now: then the words are kept aside. ValueError for the
        name of no field, or for more than a file can hold.
        """
        with self._lock:
            path = as_path(typed)
            if len(value) > MOST_TEXT:
                raise ValueError(say("too-long"))
            value = value.replace("\r\n", "\n").replace("\r", "\n")
            try:
                now = self._now(name, file, typed)
            except NotSaved:  # then it becomes a draft
                now = was or ""
            if was is not None and as_shown(now) not in (as_shown(was), as_shown(value)):
                raise Conflict(unwrapped(now), self._aside(name, file, typed, value, was))
            return self.change(name, file, Put(path, wrapped(now, value)), typed=True)

    def _now(self, name: str, file: str, typed: str) -> str:
        """What a field says now: what was typed last, be it only a draft."""
        draft = self._standing(name).at(file, typed)
        if draft is not None:
            return draft.typed
        return value_at(self._read_text(name, file).text, as_path(typed))

    def _read_text(self, name: str, file: str) -> Text:
        """A file as it is on disk. Raises NotSaved, also where it is not there any more."""
        try:
            return read_text(self.file(name, file))
        except OSError as error:
            raise NotSaved(say("file-gone", name=file)) from error

    def _aside(self, name: str, file: str, typed: str, value: str, was: str) -> str:
        """Keep words that came too late, in place of those that came so before; gives their key."""
        now = self._anchored(name, Draft(file, typed, value, say("conflict-kept")))
        draft = replace(now, was=as_shown(was))
        same = (file, typed, draft.was)
        others = tuple(d for d in self._kept(name) if (d.file, d.field, d.was) != same)
        _keep(self.store(name), (draft, *others))  # before all, so that it covers no other draft
        return draft.key

    def change(self, name: str, file: str, change: Change, *, typed: bool = False) -> Answer:
        """Make a change, and with it what waits as drafts, where the document loads with both.

        It is a step of its own, but for words that somebody goes on typing: those are one.
        Raises NotSaved where a row or part cannot be added, moved or taken out; words that cannot
        be saved become a draft instead.
        """
        with self._lock:
            self.view(name)  # so that what nothing shows any more is still known
            field = as_name(change.path)
            waiting = self._standing(name).without(file, field)
            try:
                self._save(name, file, change, waiting, field if typed else "")
            except NotSaved as error:
                if not isinstance(change, Put):
                    raise
                self._add(name, waiting, Draft(file, field, change.value, str(error)))
                return Answer(str(error))
            return Answer()

    def keep(self, name: str, file: str, typed: str, value: str, why: str, seen: str = "") -> None:
        """Keep words for a field that is not there yet, or for a whole file.

        `seen` is the hash of the file that its page showed.
        """
        with self._lock:
            waiting = self._standing(name).without(file, typed)
            self._add(name, waiting, Draft(file, typed, value, why, seen))

    def _add(self, name: str, waiting: Standing, draft: Draft) -> None:
        known = draft if draft.was else self._anchored(name, draft)
        _keep(self.store(name), (*waiting.every, known))

    def _anchored(self, name: str, draft: Draft) -> Draft:
        try:
            return anchored(draft, self._read_text(name, draft.file).text)
        except NotSaved:  # nobody can say what stood there: it will be told as one without a place
            return draft

    def drop(self, name: str, key: str) -> None:
        """Forget a draft, because somebody says so."""
        with self._lock:
            kept = self._kept(name)
            _keep(self.store(name), tuple(one for one in kept if one.key != key))

    def _save(self, name: str, file: str, change: Change, waiting: Standing, what: str) -> None:
        """Write a change into its file. Raises NotSaved where the document would not load then."""
        if isinstance(change, Put) and len(change.value) > LONGEST_TEXT:
            raise NotSaved(say("far-too-long"))
        text = self._read_text(name, file)
        alone = {file: changed(text.text, change)}
        after = followed(waiting.placed, file, change)
        together = overlaid(alone, after.placed)
        for texts in (together, alone) if together != alone else (alone,):
            faults = self._worse(name, texts)
            if not faults:
                self._write(name, what, {file: text}, texts)
                kept = (*waiting.lost, *after.lost, *left(texts, after.placed))
                _keep(self.store(name), kept)
                return
        raise NotSaved(_why(faults[0]))

    def _worse(self, name: str, texts: Mapping[str, str]) -> tuple[Diagnostic, ...]:
        """What would be wrong with the document that is not wrong on disk.

        What is only never shown comes last: alone it would stop nothing, so it is not the reason.
        """
        loaded, faults = self._load(name, texts)
        if loaded is not None:
            return ()
        _, before = self._load(name, {})
        known = {(one.code, one.message) for one in before}
        new = (one for one in faults if (one.code, one.message) not in known)
        return tuple(sorted(new, key=_is_unused))

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
            self._settle(name)
            differing = {file for file in {*before, *after} if before.get(file) != after.get(file)}
            if differing:
                was = {file: before.get(file) for file in sorted(differing)}
                now = {file: after.get(file) for file in sorted(differing)}
                self.store(name).add(Step(what, was, now))
            return done

    def _settle(self, name: str, saved: Iterable[str] = ()) -> None:
        """After files were changed whole: a draft that one of them says now is none any more.

        Nor is one of the whole of a file that was saved after all.
        """
        now = self._standing(name)
        _keep(self.store(name), tuple(d for d in now.every if d.key not in saved))

    def write_files(self, name: str, after: Mapping[str, str], seen: str = "") -> Answer:
        """Write whole files at once, new ones too, where the document loads with them.

        `seen` is the hash of the one file that its page showed. Raises NotSaved where the document
        does not load, or where the file was changed meanwhile.
        """
        with self._lock:
            before = {
                file: read_text(self.file(name, file))
                for file in after
                if self.file(name, file).is_file()
            }
            if seen and seen not in (sha256(one.text.encode()) for one in before.values()):
                raise NotSaved(say("changed-meanwhile"))
            faults = self._worse(name, after)
            if faults:
                raise NotSaved(_why(min(faults, key=_is_unused)))
            waiting = self._standing(name)
            wholes = [d.key for file in after if (d := waiting.at(file, WHOLE))]
            self._write(name, "", before, after)
            self._settle(name, wholes)
            return Answer()

    # ---- steps back ----------------------------------------------------------------------------

    def forget(self, name: str) -> None:
        """Read a document anew: something beside its texts has changed."""
        with self._lock:
            self._known.pop(name, None)
            self._tried.pop(name, None)

    def undo(self, name: str) -> Answer:
        """Take the last step back. Raises NotSaved where its files were changed elsewhere."""
        with self._lock:
            self._go(name, self.store(name).back())
            return Answer()

    def redo(self, name: str) -> Answer:
        """Do a step again that was taken back. Raises NotSaved."""
        with self._lock:
            self._go(name, self.store(name).again())
            return Answer()

    def _go(self, name: str, going: Going) -> None:
        files = {file: self.file(name, file) for file in going.there}
        texts = {file: read_text(path) if path.is_file() else None for file, path in files.items()}
        if {file: text and text.text for file, text in texts.items()} != dict(going.here):
            raise NotSaved(say("changed-elsewhere"))
        for file, wanted in going.there.items():
            if wanted is None:
                files[file].unlink(missing_ok=True)
            else:
                write_whole(files[file], (texts[file] or Text("")).with_text(wanted).data)
        self._settle(name)
        self.store(name).went(going.done)


def _why(fault: Diagnostic) -> str:
    """What is wrong and what to do, on one line."""
    hint = "" if "\n" in fault.hint else fault.hint
    return f"{fault.message} {hint}".strip()


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
    kept = tuple(dict.fromkeys(drafts))
    if store.drafts() != kept:
        store.keep_drafts(kept)
