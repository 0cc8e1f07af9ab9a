"""The folder of the user: which documents and files there are, and nothing else is reached."""

from __future__ import annotations

import contextlib
import os
import re
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from exporter.authored import values
from exporter.authored.files import MOST_TEXT
from exporter.authored.folders import is_document, name_of, original_of, translations_in
from exporter.fingerprint import take_link_away, write_whole
from exporter.saving import NotSaved, Text, read_text
from exporter.studio.drafts import WHOLE, Draft, Standing, standing
from exporter.studio.forms import is_name
from exporter.studio.naming import NAME
from exporter.studio.saying import say
from exporter.studio.store import Going, Step, Store
from exporter.studio.view import Unknown

_FILE = re.compile(r"document\.yaml|sections/[a-z0-9][a-z0-9-]{0,79}\.yaml")


@dataclass(frozen=True, slots=True)
class Files:
    """A document as it was read: the texts that can be changed, and what else lies beside them."""

    texts: Mapping[str, str]
    beside: tuple[tuple[str, int, int], ...]
    """Name, time of the last change and size of each other file."""


class Folder:
    """Sources and what is kept of them, reached by names that a browser may send."""

    def __init__(self, sources: Path, output: Path) -> None:
        self.sources, self.output = sources, output

    # ---- what there is -------------------------------------------------------------------------

    def names(self) -> tuple[str, ...]:
        """The documents of the folder, by the names of their own folders."""
        found = (one.parent for one in self.sources.glob("*/document.yaml"))
        return tuple(sorted(one.name for one in found if NAME.fullmatch(one.name)))

    def of(self, name: str) -> Path:
        """The folder of a document; a translation guide-cy has guide/cy. Raises Unknown."""
        if not NAME.fullmatch(name):
            raise Unknown
        folder = self.sources / name
        return folder if is_document(folder) else self._translation(name)

    def _translation(self, name: str) -> Path:
        for at in (at for at, sign in enumerate(name) if sign == "-"):
            around, tag = self.sources / name[:at], name[at + 1 :]
            folder = around / tag
            is_one = values.language_tag(tag) == tag and is_document(folder)
            if is_one and not folder.is_symlink() and original_of(folder) == around:
                return folder
        raise Unknown

    def translations(self, name: str) -> tuple[str, ...]:
        """The translations of a document, by the names under which they are reached."""
        folders = translations_in(self.of(name)) if self.original(name) is None else ()
        return tuple(name_of(one) for one in folders if self._reaches(one))

    def _reaches(self, folder: Path) -> bool:
        """Whether its name is its own, and not that of another document."""
        try:
            return self.of(name_of(folder)) == folder
        except Unknown:
            return False

    def original(self, name: str) -> str | None:
        """The name of the document of which another is a translation; None of others."""
        folder = self.of(name)
        return folder.parent.name if folder.parent != self.sources else None

    def file(self, name: str, file: str) -> Path:
        """A file of a document that can be changed here. Raises Unknown."""
        path = self.of(name) / file
        try:
            inside = path.resolve().is_relative_to(self.sources.resolve())
        except (OSError, RuntimeError):  # links that lead to one another
            raise Unknown from None
        if not is_file(file) or not inside:
            raise Unknown
        return path

    def store(self, name: str) -> Store:
        """What is kept of a document between two runs: never through somebody's link."""
        self.of(name)
        for ours in (".state", ".state/studio", f".state/studio/{name}"):
            take_link_away(self.output / ours)
        return Store(self.output / ".state" / "studio" / name)

    def text(self, name: str, file: str) -> Text:
        """A file as it is on disk. Raises NotSaved, also where it is not there any more."""
        try:
            return read_text(self.file(name, file))
        except OSError as error:
            raise NotSaved(say("file-gone", name=file)) from error

    def texts_with(self, name: str, tag: str) -> dict[str, str]:
        """The same, and below its tag those of one language into which it is translated."""
        found = self.texts(name)
        if values.language_tag(tag) == tag and not (self.of(name) / tag).is_symlink():
            within = _texts_in(self.of(name) / tag)
            found |= {f"{tag}/{file}": text for file, text in within.items()}
        return found

    def texts(self, name: str) -> dict[str, str]:
        """The files that can be changed here, as they are on disk.

        One that is no text, too large, or for nobody to read is left out: the loader tells.
        """
        return _texts_in(self.of(name))

    def _of_step(self, name: str, file: str) -> Path:
        """A file of a step: of the document, or of a translation that was begun. Raises Unknown."""
        tag, _, own = file.partition("/")
        if is_file(file) or values.language_tag(tag) != tag or not is_file(own):
            return self.file(name, file)
        path = self.of(name) / file
        if not path.resolve().is_relative_to(self.of(name).resolve()):
            raise Unknown
        return path

    def files(self, name: str, texts: Mapping[str, str]) -> Files:
        """All that is read of a document: its texts, and by date what lies beside them, in its
        original and translations too."""
        folder, original = self.of(name), self.original(name)
        around = self.of(original) if original else folder
        found = []
        for path in sorted(around.rglob("*")):
            file = Path(os.path.relpath(path, folder)).as_posix()
            with contextlib.suppress(OSError):
                about = path.stat()
                if file not in texts and stat.S_ISREG(about.st_mode):
                    found.append((file, about.st_mtime_ns, about.st_size))
        return Files(dict(texts), tuple(found))

    # ---- words that wait -----------------------------------------------------------------------

    def kept(self, name: str) -> tuple[Draft, ...]:
        """The drafts that a page of ours can have made."""
        every = self.store(name).drafts()
        return tuple(d for d in every if is_file(d.file) and (d.field == WHOLE or is_name(d.field)))

    def keep(self, name: str, drafts: Iterable[Draft]) -> None:
        """Keep these, each once, in place of all that waited."""
        store, kept = self.store(name), tuple(dict.fromkeys(drafts))
        if store.drafts() != kept:
            store.keep_drafts(kept)

    def standing(self, name: str) -> Standing:
        """Which of them have a place in the files as they are on disk."""
        return standing(self.texts(name), self.kept(name))

    def settle(self, name: str, saved: Iterable[str] = ()) -> None:
        """After files were changed whole: a draft that one of them says now is none any more.

        Nor is one of the whole of a file that was saved after all.
        """
        now = self.standing(name)
        self.keep(name, (d for d in now.every if d.key not in saved))

    # ---- files written whole -------------------------------------------------------------------

    def write(
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

    def go(self, name: str, going: Going) -> None:
        """A step back, or one that is done again. Raises NotSaved where a file says otherwise."""
        files = {file: self._of_step(name, file) for file in going.there}
        texts = {file: read_text(path) if path.is_file() else None for file, path in files.items()}
        if {file: text and text.text for file, text in texts.items()} != dict(going.here):
            raise NotSaved(say("changed-elsewhere"))
        for file, wanted in going.there.items():
            if wanted is None:
                files[file].unlink(missing_ok=True)
                _without_folders(files[file].parent, self.of(name))
            else:
                write_whole(files[file], (texts[file] or Text("")).with_text(wanted).data)
        self.settle(name)
        self.store(name).went(going.done)


def _texts_in(folder: Path) -> dict[str, str]:
    """The files of a folder that can be changed here, by their names from there."""
    found: dict[str, str] = {}
    for path in [folder / "document.yaml", *sorted((folder / "sections").glob("*.yaml"))]:
        file = path.relative_to(folder).as_posix()
        with contextlib.suppress(NotSaved, OSError):
            if is_file(file) and path.is_file() and path.stat().st_size <= MOST_TEXT:
                found[file] = read_text(path).text
    return found


def _without_folders(folder: Path, document: Path) -> None:
    """Take away the folders of a translation in which nothing is left; those of a document stay."""
    with contextlib.suppress(OSError):
        while document in folder.parents and folder != document / "sections":
            folder.rmdir()
            folder = folder.parent


def is_file(file: str) -> bool:
    """Whether a file of a document may be changed here, by its name."""
    return bool(_FILE.fullmatch(file))
