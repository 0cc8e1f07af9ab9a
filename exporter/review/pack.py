"""The reading group's pack: the easy read once more, one row to a page, with room for answers.

It is a Document like any other, so the same writers make it, and it is read back like the rest.
Each row has a heading with its number ("Row 7: Getting started"), so that a group can speak about
it and a screen reader finds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from exporter.adapt.blocks import contact_lines
from exporter.edition import Edition
from exporter.model import (
    Block,
    Blocks,
    ContentsEntry,
    Document,
    Figure,
    Inlines,
    Item,
    List,
    Paragraph,
    PictureRow,
    Section,
    Text,
    heading_text,
)
from exporter.review.drawings import tick_box, writing_lines
from exporter.review.targets import retarget
from exporter.source import Contact
from exporter.walk import part_picture, sections_within

_LINES_FOR_A_ROW = 3
_LINES_AT_THE_END = 3


def pack(document: Document, contact: Contact | None = None) -> Document:
    """The pack for one easy-read document. `contact` is whom the group gives it back to."""
    return _Maker(document, contact).pack()


def pack_edition(edition: Edition) -> Edition:
    """The easy-read edition as a pack is set in: every row begins a page of its own.

    It is judged as large print: with a page for each row it has more pages than easy read may have.
    """
    theme = replace(edition.theme, section_on_new_page=True)
    return replace(edition, theme=theme, rules="large-print")


@dataclass(slots=True)
class _Maker:
    document: Document
    contact: Contact | None
    entries: list[ContentsEntry] = field(default_factory=list)
    number: int = 0
    moved: dict[str, str] = field(default_factory=dict)
    """Where the sections of the document are now: each at the first of its rows."""

    def pack(self) -> Document:
        document, words = self.document, self.document.words
        start = self.own("start", "pack-start", *self.start())
        rows = [one for section in document.sections for one in self.rows(section)]
        end = self.own("end", "pack-end", *self.whole())
        who = self.own("who", "pack-who", *self.who())
        about = words("pack-about", title=f"“{document.title}”")
        version = words("version", version=document.version) if document.version else ""
        running = ", ".join(filter(None, (document.title, version.lower())))
        return replace(
            document,
            title=words("pack-title"),
            subtitle=about,
            cover_lines=tuple(filter(None, (words("easy-read"), version))),
            contents=tuple(self.entries),
            sections=(start, *(retarget(row, self.moved) for row in rows), end, who),
            end=tuple(part for part in document.end if part.heading == words("credits")),
            running=f"{words('pack-title')}: {running}",
            description=about,
        )

    # ---- the rows ----

    def rows(self, section: Section) -> Iterator[Section]:
        """A section for each row, with its number and room for answers.

        Authors' sections are not here any more, so the names of ours cannot meet theirs.
        """
        waiting: list[Section] = []
        for part in sections_within((section,)):
            waiting.append(part)
            for block in part.blocks:
                if not isinstance(block, PictureRow):
                    continue
                asked = self.row(block, part)
                for one in waiting:
                    self.moved[one.anchor] = asked.anchor
                if section in waiting:
                    title, picture = heading_text(section), part_picture(section)
                    entry = ContentsEntry(2, title, asked.anchor, picture)
                    self.entries.append(entry)
                waiting.clear()
                yield asked

    def row(self, row: PictureRow, section: Section) -> Section:
        self.number += 1
        choices = ["pack-clear", "pack-not-clear"]
        choices += ["pack-change-picture"] if row.pictures else []
        return Section(
            anchor=f"row-{self.number}",
            heading=section.heading,
            label=self.words("pack-row", number=self.number),
            level=2,
            blocks=(row, *self.boxes(*choices), *self.room("pack-your-words", _LINES_FOR_A_ROW)),
            place=row.place,
        )

    def boxes(self, *keys: str) -> Blocks:
        """Boxes to tick, each with its words beside it."""
        box = tick_box(self.words("pack-box"))
        return tuple(PictureRow((box,), (Paragraph(self.text(key)),)) for key in keys)

    def room(self, key: str, lines: int) -> Blocks:
        """Words, and below them room to write."""
        return (Paragraph(self.text(key)), Figure(writing_lines(lines)))

    # ---- before and after ----

    def start(self) -> Blocks:
        """What this is, what to do, and whom to give it back to."""
        steps = ("look", "clear", "not-clear", "change-picture", "write")
        listed = tuple(Item((Paragraph(self.text(f"pack-how-{step}")),)) for step in steps)
        title = f"“{self.document.title}”"
        return (
            Paragraph((Text(self.words("pack-what", title=title)),)),
            Paragraph(self.text("pack-ask")),
            Paragraph(self.text("pack-how")),
            List("number", listed),
            Paragraph(self.text("pack-free")),
            Paragraph(self.text("pack-help")),
            Paragraph(self.text("pack-computer")),
            *self.give_back(),
        )

    def give_back(self) -> Blocks:
        ways = contact_lines(self.contact) if self.contact else []
        if not ways:
            return (Paragraph(self.text("pack-give-back")),)
        return (
            Paragraph(self.text("pack-give-back-to")),
            List("plain", tuple(Item((Paragraph(line),)) for _, line in ways)),
        )

    def whole(self) -> Blocks:
        """What they think of all of it."""
        questions = ("pack-good", "pack-hard", "pack-missing")
        return tuple(block for key in questions for block in self.room(key, _LINES_AT_THE_END))

    def who(self) -> Blocks:
        """Who they are, and whether the document may say so."""
        return (
            *self.room("pack-group", 1),
            *self.room("pack-date", 1),
            Paragraph(self.text("pack-name-question")),
            *self.boxes("pack-name-yes", "pack-name-no"),
            Paragraph(self.text("pack-thanks")),
        )

    # ---- small things ----

    def own(self, name: str, key: str, *blocks: Block) -> Section:
        """A section of the pack itself, with its line in the contents."""
        made = Section(anchor=name, heading=self.words(key), level=2, blocks=blocks)
        self.entries.append(ContentsEntry(2, made.heading, made.anchor))
        return made

    def words(self, key: str, **values: object) -> str:
        return self.document.words(key, **values)

    def text(self, key: str) -> Inlines:
        return (Text(self.words(key)),)
