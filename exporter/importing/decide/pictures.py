"""Pictures: upright, of a kind that can be printed, with words; each file once."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal

from exporter.authored.drawing_parts import read_drawing
from exporter.authored.picture_fault import PictureFault
from exporter.authored.raster import read_raster
from exporter.authored.svg import looks_like_svg
from exporter.diagnostics import Place, Unreadable
from exporter.importing.decide.decisions import Decisions
from exporter.importing.decide.names import Names
from exporter.importing.decide.signs import plain, proper
from exporter.importing.walk.pieces import Shown, Walked
from exporter.importing.write.files import picture_file
from exporter.load.pictures import LARGEST_SVG, says_nothing
from exporter.model import Picture
from exporter.source import TO_WRITE, SourcePicture

MOST_PICTURES = 500
ALT = f"{TO_WRITE}: what this picture shows"
_ELSEWHERE = re.compile(r"(?:[a-z]+:)?//", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"\.(?:emf|wmf|emz|wmz)$", re.IGNORECASE)
_BY_MACHINE = re.compile(r".*\b(?:description )?automatically generated", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Bytes:
    media: Literal["svg", "png", "jpeg"]
    data: bytes = field(repr=False)
    width: float
    height: float
    first: bool = False
    """Whether its file holds more frames or pages."""


@dataclass(slots=True)
class Pictures:
    """The pictures of a document, as they are met."""

    walked: Walked
    names: Names
    decisions: Decisions
    made: list[SourcePicture] = field(default_factory=list)
    _read: dict[str, _Bytes | None] = field(default_factory=dict)
    _files: dict[str, str] = field(default_factory=dict)
    """The file of each picture by the hash of its bytes."""
    _in_rows: dict[tuple[str, str], str] = field(default_factory=dict)

    def shown(self, shown: Shown, number: int, *, in_row: bool = False) -> str:
        """The name of a picture; nothing where it cannot be used, which is told.

        A figure has a name of its own; in rows of easy read a picture may come again and again.
        """
        key = (shown.part, shown.alt)
        if in_row and key in self._in_rows:
            return self._in_rows[key]
        read = self._bytes(shown, number)
        if read is None:
            return ""
        if len(self.made) == MOST_PICTURES:
            raise Unreadable(
                f"This file has more than {MOST_PICTURES} pictures; that is too many for one "
                "document.",
                "too large",
                "Part it into several files, and import each.",
            )
        alt = self._alt(shown, number)
        words = alt if alt and alt != ALT else _stem(shown.part)
        name = self.names.new(" ".join(words.split()[:5]), "picture")
        digest = hashlib.sha256(read.data).hexdigest()
        file = self._files.setdefault(digest, picture_file(name, read.media))
        picture = Picture(
            name=name,
            media=read.media,
            data=read.data,
            alt=alt,
            width=read.width,
            height=read.height,
        )
        self.made.append(SourcePicture(picture=picture, file=file, place=Place(line=number)))
        if in_row:
            self._in_rows[key] = name
        return name

    def drop(self, name: str) -> None:
        """Forget the picture that was made last."""
        self.made = [one for one in self.made if one.picture.name != name]

    def _alt(self, shown: Shown, number: int) -> str:
        if shown.decorative:
            return ""
        alt = plain(proper(shown.alt, self.decisions, number), self.decisions, number)
        if not alt or says_nothing(alt, shown.part):
            self.decisions.add("picture-without-alt", alt, number)
            return ALT
        if _BY_MACHINE.match(alt):
            self.decisions.add("alt-by-machine", alt, number)
        return alt

    def _bytes(self, shown: Shown, number: int) -> _Bytes | None:
        if shown.part not in self._read:
            parts = filter(None, (shown.part, shown.bitmap))
            usable = (_usable(data) for part in parts if (data := self.walked.picture(part)))
            self._read[shown.part] = next((one for one in usable if one is not None), None)
            if (read := self._read[shown.part]) and read.first:
                self.decisions.add("picture-first-kept", shown.alt or _stem(shown.part), number)
        found = self._read[shown.part]
        if found is None:
            if _ELSEWHERE.match(shown.part):
                self.decisions.add("picture-elsewhere", f"{shown.alt} ({shown.part})", number)
                return None
            kind = "picture-kind-lost" if _NOT_SHOWN.search(shown.part) else "picture-lost"
            named = f"{shown.alt} ({_stem(shown.part)})".strip()
            self.decisions.add(kind, named, number)
        return found


def _stem(part: str) -> str:
    """What a picture is called where it has no words: the name of its file."""
    return "picture" if part.startswith("data:") else PurePosixPath(part).stem


def _usable(data: bytes) -> _Bytes | None:
    """The picture as it can be printed: upright, and without what a camera notes about it."""
    try:
        if looks_like_svg(data):
            if len(data) > LARGEST_SVG:
                return None
            drawing = read_drawing(data)
            return _Bytes("svg", data, drawing.width, drawing.height)
        raster = read_raster(data)
        first = bool(raster.first_of)
        return _Bytes(raster.media, raster.data, raster.width, raster.height, first)
    except PictureFault:
        return None
