"""Where a Word file of ours comes from, kept inside it: so that it can come back with changes.

Of which document, edition and version it is, and all that a reader met when it was made (the
*base*), with the place of each thing. A hash could say that something is different, but not what.
It stands in a custom XML part, which Word and LibreOffice keep as it is (ISO 29500-1, 15.2.5). The
brand's name and words are beside it, in a place of their own, for they differ by partner.

Places are names of files inside the document's folder, never of folders on anybody's computer.
"""

from __future__ import annotations

import base64
import binascii
import json
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, get_args

from exporter.diagnostics import NOWHERE, Place
from exporter.outline import Entry, Outline, Role

NAMESPACE = "urn:x-exporter:origin"
SAID_BETWEEN = "|"
"""Between the answers that the program has set under a question."""
_VERSION = 1
_LEVEL = 6
_MOST = 30_000_000
"""Bytes of a base, unpacked; the largest guides have half a million."""
_MOST_ENTRIES = 100_000
_ROLES = frozenset(get_args(Role))


class NoOrigin(ValueError):
    """What stands where the origin should be cannot be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Of what a file was made. `brand`, `publisher` and `brand_words` are its
    partner's, or the house's own."""

    document: str
    edition: str
    version: str
    base: Outline
    furniture: Outline = ()
    """What the program said around the author's words."""
    one_answer: frozenset[str] = frozenset()
    """The questions to which one answer was asked for: a box of Word keeps nobody from two."""
    brand: str = ""
    publisher: str = ""
    brand_words: tuple[str, ...] = ()


def packed(base: Outline, furniture: Outline, document: Place) -> str:
    """Two Outlines as signs that XML can hold; the same ones always give the same.

    `document` is the place of document.yaml; what stands outside its folder has no place.
    """
    files = {file: _within(file, document) for file in {entry.place.file for entry in base}}
    value = {
        "version": _VERSION,
        "base": [_as_json(entry, files[entry.place.file]) for entry in base],
        "furniture": [entry.as_json() for entry in furniture],
    }
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return base64.b64encode(zlib.compress(text.encode(errors="ignore"), _LEVEL)).decode()


def unpacked(text: str) -> tuple[Outline, Outline]:
    """The two Outlines. Raises NoOrigin where somebody changed them, or they have no end."""
    try:
        packer = zlib.decompressobj()
        data = packer.decompress(base64.b64decode(text, validate=False), _MOST)
        if not packer.eof:
            raise NoOrigin("It is too large, or a part of it is lost.")
        value = json.loads(data)
        base = tuple(_entry(one) for one in _list(value, "base"))
        return base, tuple(_entry(one) for one in _list(value, "furniture"))
    except (
        binascii.Error, zlib.error, ValueError, KeyError, TypeError, AttributeError, OverflowError,
        RecursionError,
    ) as error:  # fmt: skip
        raise NoOrigin(str(error)) from error


def _as_json(entry: Entry, file: str) -> dict[str, object]:
    return entry.as_json() | ({"file": file, "line": entry.place.line} if file else {})


def _within(file: str, document: Place) -> str:
    """A file by its name inside the document's folder; empty where it is outside."""
    folder = PurePosixPath(document.file).parent
    if not document.file or not file:
        return ""
    path = PurePosixPath(file)
    return path.relative_to(folder).as_posix() if path.is_relative_to(folder) else ""


def _list(value: Mapping[str, Any], key: str) -> Iterable[Mapping[str, Any]]:
    entries = value[key]
    if not isinstance(entries, list) or len(entries) > _MOST_ENTRIES:
        raise NoOrigin("It holds too many things.")
    return entries


def _entry(value: Mapping[str, Any]) -> Entry:
    role = value["role"]
    if role not in _ROLES:
        raise NoOrigin("It holds things that we do not know.")
    file, line = str(value.get("file", "")), int(value.get("line", 0))
    return Entry(
        role=role,
        text=str(value.get("text", "")),
        level=int(value.get("level", 0)),
        language=str(value.get("language", "")),
        headers=tuple(map(str, value.get("headers", ()))),
        target=str(value.get("target", "")),
        marker=str(value.get("marker", "")),
        kind=str(value.get("kind", "")),
        value=str(value.get("value", "")),
        choices=tuple(map(str, value.get("choices", ()))),
        place=Place(file, line) if file and not _leads_out(file) else NOWHERE,
    )


def _leads_out(file: str) -> bool:
    path = PurePosixPath(file)
    return path.is_absolute() or ".." in path.parts or "\\" in file
