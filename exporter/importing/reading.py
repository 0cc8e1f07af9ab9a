"""Which road a file goes: what it is by its name, who walks it, and who reads it again."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from exporter.diagnostics import Diagnostic, Place, SourceError, Unreadable
from exporter.importing import converted
from exporter.importing.beside import pictures_beside
from exporter.importing.walk.pieces import Walked
from exporter.importing.walk.word_words import Changes
from exporter.outline import Outline
from exporter.rules import FILE_UNREADABLE

WORD = (".docx", ".dotx", ".docm")
TEXTS = (".md", ".markdown", ".txt", ".text")
PAGES = (".html", ".htm", ".xhtml")
SUFFIXES = (*WORD, *TEXTS, *PAGES, *converted.SUFFIXES)
_MOST_TEXT = 5_000_000


@dataclass(frozen=True, slots=True)
class Data:
    """A file as it is read: `suffix` is the kind that its bytes have now."""

    file: Path
    suffix: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it was walked, and what a reader of it meets by another road."""

    walked: Walked
    outline: Outline = field(repr=False)


def prepared(file: Path, data: bytes) -> Data:
    """A file of a kind that can be walked: LibreOffice makes one of others. Raises SourceError."""
    suffix = file.suffix.lower()
    if suffix not in SUFFIXES:
        raise SourceError([_unknown(file)])
    if suffix in converted.SUFFIXES:
        return Data(file, ".docx", converted.as_word(file, data))
    return Data(file, suffix, data)


def opened(file: Data, changes: Changes = "accept") -> Opened:
    """Walk a file. Raises Unreadable with one sentence where it cannot be read.

    Whoever walks it is loaded then: a Word file needs no reader of web pages.
    """
    name = file.file.name
    if file.suffix in PAGES:
        from exporter.importing.walk import web
        from exporter.readback import html

        walked = web.walk(file.data, name, pictures_beside(file.file))
        return Opened(walked, html.read_back(file.data))
    if file.suffix in TEXTS:
        return _text(file)
    from exporter.importing.walk import word
    from exporter.readback import docx

    walked = word.walk(file.data, name, changes)
    return Opened(walked, docx.read_back(file.data))


def _text(file: Data) -> Opened:
    from exporter.importing import marked_text
    from exporter.importing.walk import markdown
    from exporter.web_page.encodings import decoded

    if len(file.data) > _MOST_TEXT:
        raise Unreadable("This text is larger than 5 MB.", "too large", "Part it into several.")
    text = decoded(file.data).replace("\r\n", "\n").replace("\r", "\n")
    walked = markdown.walk(text, file.file.name, pictures_beside(file.file))
    return Opened(walked, marked_text.outline_of(text))


def unreadable(file: Path, message: str, hint: str = "") -> Diagnostic:
    """What is told of a file that cannot be read."""
    place = Place(str(file))
    return Diagnostic(code=FILE_UNREADABLE.code, message=message, place=place, hint=hint)


def _unknown(file: Path) -> Diagnostic:
    return Diagnostic(
        code="import-kind-unknown",
        message=f"A file that ends in “{file.suffix}” cannot be imported.",
        place=Place(str(file)),
        hint="Open it in the program that made it, and save it as a Word document (.docx).",
    )
