"""What the parts of one file must agree on: bookmark names, relationships, ids, lists, notes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from exporter.model import Blocks, Document, Note, Section
from exporter.walk import blocks_within, parts, sections_within
from exporter.writers.docx.places import Markers
from exporter.writers.docx.references import Named

_LONGEST_NAME = 40
"""Word cuts longer bookmark names, and then a link to one leads nowhere."""

_OURS = re.compile(r"(?:title|columntitle|rowtitle)\d*", re.IGNORECASE)
"""Names that say to JAWS which headers a table has; see blocks.py."""


@dataclass(slots=True)
class Links:
    """The addresses outside that one part links to; one relationship for each address."""

    prefix: str
    ids: dict[str, str] = field(default_factory=dict)

    def to(self, url: str) -> str:
        """The relationship id of an address."""
        return self.ids.setdefault(url, f"{self.prefix}{len(self.ids) + 1}")


@dataclass(frozen=True, slots=True)
class Media:
    """A picture file of the package."""

    relationship: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ListNumber:
    """A list's own `w:num`, which says where it starts; `template` is its abstract list."""

    number: int
    template: int
    level: int
    start: int


@dataclass(slots=True)
class Ledger:
    """Filled while the body is written; the other parts are made from it."""

    names: dict[str, str]
    named_targets: dict[str, Named] = field(default_factory=dict)
    bitmaps: Path | None = None
    """The folder in which drawn bitmaps are kept."""

    counts: dict[str, int] = field(default_factory=dict)
    """The last number of each sequence of captions."""

    links: Links = field(default_factory=lambda: Links("rIdLink"))
    note_links: Links = field(default_factory=lambda: Links("rIdLink"))
    media: dict[tuple[str, bytes], Media] = field(default_factory=dict)
    lists: list[ListNumber] = field(default_factory=list)
    kinds: list[Markers] = field(default_factory=list)
    """The kinds of list that this file has beside the usual ones."""
    notes: dict[str, tuple[int, Note]] = field(default_factory=dict)
    drawings: int = 0
    bookmarks: int = 0
    tables: int = 0
    controls: int = 1
    """The number of the last content control; the first is that of the contents."""

    def picture_file(self, suffix: str, data: bytes) -> Media:
        """The package's file for these bytes; the same bytes are stored once."""
        key = (suffix, data)
        if key not in self.media:
            number = len(self.media) + 1
            self.media[key] = Media(f"rIdMedia{number}", f"media/picture{number}.{suffix}", data)
        return self.media[key]

    def next_drawing(self) -> int:
        self.drawings += 1
        return self.drawings

    def new_list(self, template: int, level: int, start: int, first: int) -> int:
        """The number of a new list; `first` is the first number not used by the templates."""
        number = first + len(self.lists)
        self.lists.append(ListNumber(number, template, level, start))
        return number

    def next_control(self) -> int:
        self.controls += 1
        return self.controls

    def kind_of_list(self, kind: Markers, first: int) -> int:
        """The abstract list of an unusual kind; `first` is the first number not used by others."""
        if kind not in self.kinds:
            self.kinds.append(kind)
        return first + self.kinds.index(kind)

    def bookmark(self, anchor: str, content: str) -> str:
        """`content` with the bookmark of an anchor around it."""
        return self.named(self.names[anchor], content) if anchor else content

    def named_target(self, anchor: str, content: str) -> str:
        """`content` with the bookmark that references to an anchor show the words of."""
        target = self.named_targets.get(anchor)
        return self.named(target.bookmark, content) if target else content

    def count(self, sequence: str, number: int) -> str:
        """The instruction of a number that Word counts; it restarts where ours leave some out."""
        expected = self.counts.get(sequence, 0) + 1
        self.counts[sequence] = number
        restart = "" if number == expected else f" \\r {number}"
        return f"SEQ {sequence} \\* ARABIC{restart}"

    def named(self, name: str, content: str) -> str:
        self.bookmarks += 1
        start = f'<w:bookmarkStart w:id="{self.bookmarks}" w:name="{name}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{self.bookmarks}"/>'


def bookmark_names(document: Document) -> dict[str, str]:
    """A bookmark name for every anchor: letters, digits and `_`, at most 40, none twice.

    Word compares bookmark names without regard to capitals.
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for anchor in anchors_of(document):
        plain = re.sub(r"\W", "_", anchor)
        if not plain[:1].isalpha():
            plain = f"x_{plain}"
        known = plain.casefold() in taken or _OURS.fullmatch(plain)
        if len(plain) > _LONGEST_NAME or known:
            digest = hashlib.sha256(anchor.encode()).hexdigest()[:8]
            plain = f"{plain[: _LONGEST_NAME - 9]}_{digest}"
        taken.add(plain.casefold())
        names[anchor] = plain
    return names


def anchors_of(document: Document) -> Iterator[str]:
    """Every anchor of a document that a reference may point at, in reading order."""
    for section in sections_within(document.sections):
        yield section.anchor
        yield from _anchors_within(section.blocks)
    yield from _anchors_within(document.end)


def _anchors_within(blocks: Blocks) -> Iterator[str]:
    for block in blocks_within(blocks):
        yield from parts(block).anchors


def notes_of(section: Section) -> dict[str, Note]:
    return {note.anchor: note for note in section.notes}
