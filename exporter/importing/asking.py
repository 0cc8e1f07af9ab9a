"""A stranger's file, imported in a process of its own, whose memory and time are bounded.

What comes back from there is data: files, decisions and findings as JSON.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import replace
from pathlib import Path

from exporter import languages
from exporter.apart import FaultError, OutOfBoundsError, asked_apart
from exporter.authored.files import bytes_of
from exporter.diagnostics import Diagnostic, SourceError, Unreadable
from exporter.importing.document import Files, Imported, imported
from exporter.importing.reading import Data, opened, prepared, unreadable
from exporter.importing.walk.word_words import Changes
from exporter.records import MisshapenError, from_json, to_json
from exporter.styles.folder import Styles
from exporter.styles.words import load_words

_FAULT = (
    "This program fell over the file ({}), and nothing was written. Please tell those who look "
    "after it."
)
_TOO_MUCH = "This file takes more memory or time than a file may; it was put away unread."


def bring(
    file: Path,
    name: str,
    *,
    changes: Changes = "accept",
    easy_read: Path | None = None,
    styles: Styles | None = None,
) -> Imported:
    """The document that a file becomes; nothing is written. Raises SourceError, with one sentence
    where a file cannot be read."""
    try:
        data = prepared(file, bytes_of(file))
        easy = prepared(easy_read, bytes_of(easy_read)) if easy_read else None
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise SourceError([unreadable(Path(error.filename or file), f"{reason}.")]) from error

    def question() -> bytes:
        return json.dumps(_answer(data, name, changes, easy, styles)).encode()

    load_words(languages.HOUSE, styles)  # here: the proof needs them there, the report here
    size = len(data.data) + (len(easy.data) if easy else 0)
    try:
        answer = json.loads(asked_apart(question, size))
        return _imported(answer)
    except FaultError as error:
        raise SourceError([unreadable(file, _FAULT.format(error))]) from error
    except OSError:
        raise
    except (OutOfBoundsError, MisshapenError, KeyError, TypeError, ValueError) as error:
        raise SourceError([unreadable(file, _TOO_MUCH)]) from error


def _answer(
    data: Data, name: str, changes: Changes, easy: Data | None, styles: Styles | None
) -> dict[str, object]:
    try:
        second = opened(easy, changes) if easy else None
        document = imported(opened(data, changes), name, styles, second)
    except SourceError as error:
        return {"findings": to_json(error.findings)}
    except Unreadable as error:
        return {"findings": to_json((unreadable(data.file, str(error), error.hint),))}
    except OSError as error:
        return {"system": [error.errno, error.strerror, str(error.filename or "")]}
    bare = replace(document, files=(), brand=())
    return {
        "document": to_json(bare),
        "files": _packed(document.files),
        "brand": _packed(document.brand),
    }


def _packed(files: Files) -> dict[str, str]:
    return {name: b64encode(data).decode() for name, data in files}


def _imported(answer: dict[str, object]) -> Imported:
    if "system" in answer:
        raise OSError(*answer["system"])  # type: ignore[misc]
    if "findings" in answer:
        findings = from_json(tuple[Diagnostic, ...], answer["findings"])
        raise SourceError(findings)
    document = from_json(Imported, answer["document"])
    return replace(document, files=_unpacked(answer["files"]), brand=_unpacked(answer["brand"]))


def _unpacked(files: object) -> Files:
    if not isinstance(files, dict):
        raise TypeError
    return tuple((_name(name), b64decode(data)) for name, data in files.items())


def _name(name: str) -> str:
    """A name of a file as we make them: below the folder, and nowhere else."""
    if Path(name).is_absolute() or ".." in Path(name).parts:
        raise ValueError
    return name
