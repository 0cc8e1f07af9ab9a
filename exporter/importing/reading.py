"""Which road a file goes: what it is by its name, who walks it, and who reads it again."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from exporter.authored.files import bytes_of
from exporter.diagnostics import Diagnostic, Place, SourceError, Unreadable
from exporter.formats import FORMATS
from exporter.importing import converted, marked_text
from exporter.importing.beside import pictures_beside
from exporter.importing.walk import markdown, web, word
from exporter.importing.walk.pieces import Walked
from exporter.importing.walk.word_words import Changes
from exporter.outline import Outline
from exporter.rules import FILE_UNREADABLE
from exporter.web_page.encodings import decoded

WORD = (".docx", ".dotx", ".docm")
TEXTS = (".md", ".markdown", ".txt", ".text")
PAGES = (".html", ".htm", ".xhtml")
SUFFIXES = (*WORD, *TEXTS, *PAGES, *converted.SUFFIXES)
_MOST_TEXT = 5_000_000


@dataclass(frozen=True, slots=True)
class Opened:
    """A file as it was walked, and what a reader of it meets by another road."""

    walked: Walked
    outline: Outline = field(repr=False)


def opened(file: Path, changes: Changes = "accept") -> Opened:
    """Walk a file. Raises SourceError with one sentence where it cannot be read."""
    suffix = file.suffix.lower()
    if suffix not in SUFFIXES:
        raise SourceError([_unknown(file)])
    try:
        data = bytes_of(file)
        if suffix in PAGES:
            walked = web.walk(data, file.name, pictures_beside(file))
            return Opened(walked, FORMATS["html"].read_back(data))
        if suffix in TEXTS:
            return _text(data, file)
        if suffix in converted.SUFFIXES:
            data = converted.as_word(file)
        walked = word.walk(data, file.name, changes)
        return Opened(walked, FORMATS["docx"].read_back(data))
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise SourceError([_unreadable(file, f"{reason}.", "")]) from error
    except Unreadable as error:
        raise SourceError([_unreadable(file, str(error), error.hint)]) from error


def _text(data: bytes, file: Path) -> Opened:
    if len(data) > _MOST_TEXT:
        raise Unreadable("This text is larger than 5 MB.", "too large", "Part it into several.")
    text = decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    walked = markdown.walk(text, file.name, pictures_beside(file))
    return Opened(walked, marked_text.outline_of(text))


def _unreadable(file: Path, message: str, hint: str) -> Diagnostic:
    place = Place(str(file))
    return Diagnostic(code=FILE_UNREADABLE.code, message=message, place=place, hint=hint)


def _unknown(file: Path) -> Diagnostic:
    return Diagnostic(
        code="import-kind-unknown",
        message=f"A file that ends in “{file.suffix}” cannot be imported.",
        place=Place(str(file)),
        hint="Open it in the program that made it, and save it as a Word document (.docx).",
    )
