"""Reading the files of a document: only inside its folder, only so large, only proper text."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice
from pathlib import Path, PurePosixPath

from exporter.authored.damaged import repaired, tell_garbled, tell_private
from exporter.authored.deceiving import deceits
from exporter.authored.findings import MOST_OF_ONE_KIND, Findings, did_you_mean, nearest
from exporter.diagnostics import Place

MOST_TEXT = 2_000_000
"""Bytes of one text file."""

_URL = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]+://")
_NOT_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_DAMAGED = re.compile("\ufffd+")
_SHOWS_NOTHING = re.compile("[\ufe00-\ufe0f\ufeff\u034f\u180e]")
"""Signs about the sign before them, and marks of byte order in the midst of a text. They come with
emoji and by copying, no typeface has them, and no reader misses them."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder of one document. `unsaved` are texts that somebody is writing: by the names of
    their files in the folder, in place of what is on disk."""

    path: Path
    unsaved: Mapping[str, str] = field(default_factory=dict, repr=False)
    original: Path | None = None
    """Of a translation, the folder of the document whose pictures stand in for its own."""
    asked: dict[str, bytes] | None = field(default=None, compare=False, repr=False)
    """The names of all files that were asked for, each with a hash of its bytes (none of one that
    could not be read), where somebody keeps account of them."""

    def file(self, name: str) -> str:
        """A file of the folder as findings call it."""
        return (self.path / name).as_posix()

    def place(self, name: str) -> Place:
        return Place(self.file(name))

    def read(self, name: str, most: int, findings: Findings, asked: Place) -> bytes | None:
        """The bytes of a file inside the folder; `asked` is where it is named."""
        data = self._bounded(name, most, findings, asked)
        if self.asked is not None:
            self.asked[name] = b"" if data is None else sha256(data).digest()
        return data

    def _bounded(self, name: str, most: int, findings: Findings, asked: Place) -> bytes | None:
        fault = _fault_of_name(name)
        if fault:
            findings.add("file-outside", asked, f"“{name}” {fault}", _INSIDE, words=name)
            return None
        try:
            text = self.unsaved.get(PurePosixPath(name).as_posix())
            data = self._read(name, most, findings, asked) if text is None else text.encode()
        except (OSError, ValueError, RuntimeError) as error:
            reason = getattr(error, "strerror", None) or "its name cannot be used"
            findings.add(
                "file-unreadable", asked, f"“{name}” cannot be read: {reason}.", words=name
            )
            return None
        if data is not None and len(data) > most:
            message = f"“{name}” is larger than {_size(most)}."
            findings.add("file-too-large", asked, message, _SMALLER, words=name)
            return None
        return data

    def read_picture(self, name: str, most: int, findings: Findings, asked: Place) -> bytes | None:
        """The same of a picture: one that a translation has not is that of the original."""
        if self.original is None or _fault_of_name(name) or _is_there(self.path / name):
            return self.read(name, most, findings, asked)
        return Folder(self.original, asked=self.asked).read(name, most, findings, asked)

    def _read(self, name: str, most: int, findings: Findings, asked: Place) -> bytes | None:
        path = self.path / name
        real = path.resolve()
        if not real.is_relative_to(self.path.resolve()):
            message = f"“{name}” is a link to a place outside this document's folder."
            findings.add("file-outside", asked, message, _INSIDE, words=name)
            return None
        if path.is_dir():
            message = f"“{name}” is a folder, and not a file."
            findings.add("file-absent", asked, message, "Write the file's name, too.", words=name)
            return None
        if path.exists() and not path.is_file():
            message = f"“{name}” is a pipe or a device, and no file."
            findings.add("file-absent", asked, message, words=name)
            return None
        if not path.is_file():
            message = f"The file “{name}” is not there."
            findings.add("file-absent", asked, message, self._nearby(name), words=name)
            return None
        with path.open("rb") as stream:
            return stream.read(most + 1)

    def _nearby(self, name: str) -> str:
        """What lies where the file was looked for."""
        parent = PurePosixPath(name).parent
        folder = self.path / parent
        if elsewhere := self._elsewhere(PurePosixPath(name).name):
            return f"It lies in another folder. Write  {elsewhere}"
        if not folder.is_dir():
            return f"There is no folder “{parent}” either."
        there = sorted(entry.name for entry in os.scandir(folder) if entry.is_file())[:2000]
        stems = {PurePosixPath(one).stem: one for one in there}
        match = stems.get(nearest(PurePosixPath(name).stem, stems), "")
        return f"Did you mean “{match}”?" if match else did_you_mean(name, there)

    def _elsewhere(self, name: str) -> str:
        """Where in the document's folders a file of this name lies."""
        folders = [one for one in sorted(self.path.glob("*")) if one.is_dir()][:100]
        found = [one / name for one in [*folders, self.path] if (one / name).is_file()]
        return found[0].relative_to(self.path).as_posix() if found else ""


_INSIDE = (
    "Copy the file into the document's folder and write the way from there: pictures/cycle.svg"
)
_SMALLER = "Save a smaller copy of it."


def _is_there(path: Path) -> bool:
    """Whether anything has this name, be it a link that leads to nothing."""
    try:
        return os.path.lexists(path)
    except ValueError:  # a sign that no name can have
        return True


def _fault_of_name(name: str) -> str:
    """What is wrong with a file name as an author typed it, as the end of a sentence."""
    if _URL.match(name) or name.startswith("//"):
        return "is an address on the web, and we only read files of the document."
    if "\\" in name:
        return "has a backslash. Write / between folder and file."
    if name.startswith(("/", "~")) or re.match(r"^[A-Za-z]:", name):
        return "begins at the top of one computer, so it works on no other."
    if ".." in PurePosixPath(name).parts:
        return "leads out of the document's folder (..)."
    return ""


def _size(count: int) -> str:
    return f"{count // 1_000_000} MB" if count >= 1_000_000 else f"{count // 1000} KB"


def text_of(data: bytes, file: str, findings: Findings) -> str | None:
    """The text of a file, if it is UTF-8 without signs that nobody can see."""
    if kind := next((kind for head, kind in _NO_TEXTS if data.lstrip().startswith(head)), ""):
        message = f"This is {kind}, and no plain text."
        findings.add("text-other-kind", Place(file), message, _PLAIN_TEXT)
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        findings.add(
            "text-not-utf-8",
            Place(file, line),
            "This file is not saved as UTF-8, so some letters cannot be read.",
            "In your editor choose “Save with encoding” and then “UTF-8”.",
        )
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    tell_private(text, file, findings)
    _tell_deceits(text, file, findings)
    if tell_garbled(text, file, findings):
        text = repaired(text)
    return None if _has_hidden_signs(text, file, findings) else _SHOWS_NOTHING.sub("", text)


_NO_TEXTS = (
    (b"PK\x03\x04", "a Word file or another packed file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "a file in Rich Text Format"),
    (b"%PDF-", "a PDF file"),
    (b"<!DOCTYPE html", "a web page"),
    (b"<html", "a web page"),
)
_PLAIN_TEXT = (
    "Another name makes no text of it. Open it, copy its words, and paste them into a new file of "
    "a plain text editor."
)


def _has_hidden_signs(text: str, file: str, findings: Findings) -> bool:
    hidden = list(islice(_NOT_TEXT.finditer(text), MOST_OF_ONE_KIND))
    for match in hidden:
        code = f"U+{ord(match.group()):04X}"
        findings.add(
            "text-control-character",
            _place_in(text, match.start(), file),
            f"There is an invisible control character here ({code}).",
            "Delete the line, and type it again without copying.",
        )
    for match in islice(_DAMAGED.finditer(text), MOST_OF_ONE_KIND):
        findings.add(
            "text-damaged",
            _place_in(text, match.start(), file),
            "A letter was lost here when the file was saved (�).",
            "Type the word again.",
        )
    return bool(hidden)


def _tell_deceits(text: str, file: str, findings: Findings) -> None:
    """Tell of signs that turn letters or show nothing, and of addresses that look like others."""
    seen = _SHOWS_NOTHING.sub(lambda match: " " * len(match.group()), text)
    told = (one for one in deceits(seen) if not one.harmless)
    for one in islice(told, MOST_OF_ONE_KIND):
        place = _place_in(text, one.start, file)
        findings.add(one.code, place, one.message, one.hint, words=one.words)


def _place_in(text: str, position: int, file: str) -> Place:
    line = text.count("\n", 0, position) + 1
    return Place(file, line, position - text.rfind("\n", 0, position))


MOST_FILE = 300_000_000
"""Bytes of one file that somebody names on the command line."""


def bytes_of(file: Path, most: int = MOST_FILE) -> bytes:
    """The bytes of a file that somebody named.

    Raises OSError, also for pipes and devices, and for a file of more than `most` bytes.
    """
    about = file.stat()
    if not (stat.S_ISREG(about.st_mode) or stat.S_ISDIR(about.st_mode)):
        raise OSError(errno.EINVAL, "this is a pipe or a device, and no file", str(file))
    with file.open("rb") as stream:
        data = stream.read(most + 1) if about.st_size <= most else b""
    if len(data) > most or about.st_size > most:
        raise OSError(errno.EFBIG, f"it is larger than {_size(most)}", str(file))
    return data


def hidden_sign(text: str) -> str:
    """The first control character in a text, as its code: it may be written with a backslash."""
    match = _NOT_TEXT.search(text)
    return f"U+{ord(match.group()):04X}" if match else ""


def without_hidden_signs(text: str) -> str:
    """The text without its control characters: what else is wrong in it can be told too."""
    return _NOT_TEXT.sub("", text)
