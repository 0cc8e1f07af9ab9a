"""Documents as they are typed now: read from the sources, changed by place, looked at.

Every change is tried on the files as they are on disk at that moment, so what an editor or another
window wrote meanwhile is never lost. It is written at once where the document still loads, and kept
as a draft (`drafts`) where it does not.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from exporter.authored.files import MOST_TEXT
from exporter.diagnostics import Diagnostic
from exporter.fingerprint import sha256
from exporter.load.parser import LONGEST_TEXT
from exporter.making.documents import Loaded
from exporter.model import Picture
from exporter.saving import NotSaved, read_text
from exporter.studio.changes import Change, Put, changed
from exporter.studio.drafts import (
    WHOLE,
    Draft,
    Standing,
    as_shown,
    followed,
    left,
    overlaid,
    standing,
    with_drafts,
)
from exporter.studio.folder import Files, Folder
from exporter.studio.forms import as_name, as_path
from exporter.studio.judging import Judge
from exporter.studio.previewing import Pages
from exporter.studio.putting_aside import add, aside, typed_last
from exporter.studio.reading import Reader, field_on, is_unused, why, why_not
from exporter.studio.saying import say
from exporter.studio.sending import Sent
from exporter.studio.store import Step, Store
from exporter.studio.translating import Originals
from exporter.studio.view import Answer, Conflict, Unknown, View
from exporter.studio.wrapping import unwrapped, wrapped
from exporter.styles.folder import Styles

T = TypeVar("T")


@dataclass
class _Known:
    """What was last read of a document."""

    files: Files
    kept: tuple[Draft, ...]
    view: View


class Desk:
    """Every document of a folder of sources, and one change at a time."""

    def __init__(self, sources: Path, styles: Styles | None, output: Path) -> None:
        self.sources, self.styles, self.output = sources, styles, output
        self._lock = threading.RLock()
        self._folder = Folder(sources, output)
        self._reader = Reader(self._folder, styles)
        self._known: dict[str, _Known] = {}
        self._last: dict[str, Loaded] = {}
        self._originals = Originals(self._folder)
        self.pages = Pages()
        self.sent = Sent()
        self.judge = Judge(self._folder, styles)

    # ---- what there is -------------------------------------------------------------------------

    def names(self) -> tuple[str, ...]:
        """The documents of the folder, by the names of their own folders."""
        return self._folder.names()

    def folder(self, name: str) -> Path:
        """The folder of a document. Raises Unknown."""
        return self._folder.of(name)

    def file(self, name: str, file: str) -> Path:
        """A file of a document that can be changed here. Raises Unknown."""
        return self._folder.file(name, file)

    def store(self, name: str) -> Store:
        """What is kept of a document between two runs."""
        return self._folder.store(name)

    def text(self, name: str, file: str) -> str:
        """A file as it is typed now, with those drafts in it that its YAML can hold."""
        with self._lock:
            path = self.file(name, file)
            if not path.is_file():
                raise Unknown
            text, drafts = read_text(path).text, self._folder.kept(name)
            placed = standing({file: text}, [one for one in drafts if one.file == file]).placed
            return with_drafts(text, placed)

    def on_disk(self, name: str, file: str) -> str:
        """The same without drafts: what a page has shown when it comes back."""
        return self._folder.text(name, file).text

    def view(self, name: str) -> View:
        """The document as it is typed now."""
        with self._lock:
            texts, kept = self._folder.texts(name), self._folder.kept(name)
            files = self._folder.files(name, texts)
            known = self._known.get(name)
            if known and known.files == files and known.kept == kept:
                return known.view
            now = standing(texts, kept)
            loaded, faults = self._reader.shown(name, overlaid(texts, now.placed))
            if loaded:
                self._last[name] = loaded
            number = known.view.number + 1 if known else 1
            view = View(
                name,
                self._last.get(name),
                faults,
                now.placed,
                number,
                now.lost,
                texts,
                self._originals.of(name),
            )
            self._known[name] = _Known(files, kept, view)
            return view

    def translations(self, name: str) -> tuple[str, ...]:
        """The names of a document's translations; none of a translation."""
        return self._folder.translations(name)

    def beside(self, name: str, act: Callable[[], T]) -> T:
        """Let somebody else write what is kept beside the texts of a document: no step of it."""
        with self._lock:
            done = act()
            self._folder.settle(name)
            self.forget(name)
            return done

    def unused(self, name: str, fault: Diagnostic) -> str:
        """The name of the field that can be taken out because nothing shows it; or nothing."""
        file = self._reader.file_of(name, fault)
        try:
            return field_on(self.text(name, file), fault.place.line) if file else ""
        except NotSaved:
            return ""

    def picture(self, name: str, picture: str) -> Picture:
        """A picture of a document, also one that nothing shows at the moment. Raises Unknown."""
        self.view(name)
        found = self._reader.pictures(name).get(picture)
        if found is None:
            raise Unknown
        return found

    def forget(self, name: str) -> None:
        """Read a document anew: something beside its texts has changed."""
        with self._lock:
            self._known.pop(name, None)
            self._reader.forget(name)

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
                now = typed_last(self._folder, name, file, typed)
            except NotSaved:  # then it becomes a draft
                now = was or ""
            if was is not None and as_shown(now) not in (as_shown(was), as_shown(value)):
                raise Conflict(unwrapped(now), aside(self._folder, name, file, typed, value, was))
            return self.change(name, file, Put(path, wrapped(now, value)), typed=True)

    def change(self, name: str, file: str, change: Change, *, typed: bool = False) -> Answer:
        """Make a change, and with it what waits as drafts, where the document loads with both.

        It is a step of its own, but for words that somebody goes on typing: those are one.
        Raises NotSaved where a row or part cannot be added, moved or taken out; words that cannot
        be saved become a draft instead.
        """
        with self._lock:
            self.view(name)  # so that what nothing shows any more is still known
            field = as_name(change.path)
            waiting = self._folder.standing(name).without(file, field)
            try:
                self._save(name, file, change, waiting, field if typed else "")
            except NotSaved as error:
                if not isinstance(change, Put):
                    raise
                draft = Draft(file, field, change.value, str(error))
                add(self._folder, name, waiting, draft)
                return Answer(str(error))
            return Answer()

    def keep(self, name: str, file: str, typed: str, value: str, why: str, seen: str = "") -> None:
        """Keep words for a field that is not there yet, or for a whole file.

        `seen` is the hash of the file that its page showed.
        """
        with self._lock:
            draft = Draft(file, typed, value, why, seen)
            add(self._folder, name, self._folder.standing(name).without(file, typed), draft)

    def drop(self, name: str, key: str) -> None:
        """Forget a draft, because somebody says so."""
        with self._lock:
            kept = self._folder.kept(name)
            self._folder.keep(name, (one for one in kept if one.key != key))

    def _save(self, name: str, file: str, change: Change, waiting: Standing, what: str) -> None:
        """Write a change into its file. Raises NotSaved where the document would not load then."""
        if isinstance(change, Put) and len(change.value) > LONGEST_TEXT:
            raise NotSaved(say("far-too-long"))
        text = self._folder.text(name, file)
        alone = {file: changed(text.text, change)}
        after = followed(waiting.placed, file, change)
        together = overlaid(alone, after.placed)
        for texts in (together, alone) if together != alone else (alone,):
            faults = self._reader.worse(name, texts)
            if not faults:
                self._folder.write(name, what, {file: text}, texts)
                kept = (*waiting.lost, *after.lost, *left(texts, after.placed))
                self._folder.keep(name, kept)
                return
        raise NotSaved(why_not(change, faults[0], self._last.get(name)))

    def worse_without(self, name: str, texts: dict[str, str], gone: str) -> list[Diagnostic]:
        """What would be wrong with these texts if the section file `gone` were not there."""
        with self._lock:
            faults = self._reader.worse(name, texts)
            return [d for d in faults if not (is_unused(d) or d.place.file.endswith(f"/{gone}"))]

    def around(self, name: str, what: str, act: Callable[[], T], tag: str = "") -> T:
        """Let somebody else change files of a document, and of its translation into the language
        `tag`, as one step that can be taken back."""
        with self._lock:
            before = self._folder.texts_with(name, tag)
            done = act()
            after = self._folder.texts_with(name, tag)
            self._folder.settle(name)
            differing = {file for file in {*before, *after} if before.get(file) != after.get(file)}
            if differing:
                was = {file: before.get(file) for file in sorted(differing)}
                now = {file: after.get(file) for file in sorted(differing)}
                self.store(name).add(Step(what, was, now))
            return done

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
            faults = self._reader.worse(name, after)
            if faults:
                raise NotSaved(why(faults[0], self._last.get(name)))
            waiting = self._folder.standing(name)
            wholes = [d.key for file in after if (d := waiting.at(file, WHOLE))]
            self._folder.write(name, "", before, after)
            self._folder.settle(name, wholes)
            return Answer()

    # ---- steps back ----------------------------------------------------------------------------

    def undo(self, name: str) -> Answer:
        """Take the last step back. Raises NotSaved where its files were changed elsewhere."""
        with self._lock:
            self._folder.go(name, self.store(name).back())
            return Answer()

    def redo(self, name: str) -> Answer:
        """Do a step again that was taken back. Raises NotSaved."""
        with self._lock:
            self._folder.go(name, self.store(name).again())
            return Answer()
