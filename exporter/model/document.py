"""Sections, and the document that they make."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias
from urllib.parse import quote

from exporter.diagnostics import NOWHERE, Place
from exporter.model.blocks import Blocks, Furniture, Picture
from exporter.model.inlines import Inlines, Text, in_language
from exporter.model.words import Words


@dataclass(frozen=True, slots=True)
class Note:
    """One note, one paragraph. It is set at the end of its top section, linked there and back."""

    number: int
    anchor: str
    children: Inlines
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the document. `level` 2 is a top section (the title is 1), 6 the deepest."""

    anchor: str
    heading: str
    level: int
    label: str = ""
    """"3." or "Appendix 1:", set before the heading; empty where parts are not numbered."""
    picture: Picture | None = None
    blocks: Blocks = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    """Only in top sections; the notes cited in it and in its sub-sections, in order."""
    label_language: str = ""
    """That of the label, where it is another than the document's."""
    more: bool = False
    """Whether the whole document says more of it than this, a document of summaries."""
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    level: int
    text: str
    anchor: str
    picture: Picture | None = None
    """Of a part of easy read: decoration here, for the words say which part it is."""


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """The same document in another language: what its readers are told, in theirs."""

    words: str
    language: str
    page: str = ""
    """The file of its web page in this edition, from where this one lies; empty: none is made."""
    files: tuple[str, ...] = ()
    """Its files in this edition that readers can get, in any format, from where this one lies."""

    def addresses(self, suffix: str) -> tuple[str, ...]:
        """Those whose names end so (".pdf"), as addresses."""
        return tuple(quote(one) for one in self.files if one.endswith(suffix))


@dataclass(frozen=True, slots=True)
class EditionPage:
    """The web page of another edition, made beside this one: what it is called, and its file."""

    words: str
    file: str
    language: str = ""
    """That of the words, where it is another than the page's."""


_NONE = Words(())
PageSize: TypeAlias = Literal["a4", "a5"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One source adapted to one edition."""

    name: str
    edition: str
    language: str
    title: str
    subtitle: str = ""
    cover: Picture | None = None
    cover_page: bool = True
    """Whether the title has a page of its own; a leaflet begins with it, without a picture."""
    cover_lines: tuple[str, ...] = ()
    """Furniture of the cover, in order: edition in plain words, draft, version and date."""
    cover_language: str = ""
    """That of these lines and of the running one, where it is another than the document's."""
    contents: tuple[ContentsEntry, ...] = ()
    sections: tuple[Section, ...] = ()
    end: tuple[Furniture, ...] = ()
    """Furniture after the last section: credits, how it was checked, other formats."""
    contact_pictures: tuple[tuple[str, Picture], ...] = ()
    """Of easy read: beside the ways to reach whoever gives it out, by their kinds. Decoration."""
    page_size: PageSize = "a4"
    """What the author asks for; an edition of large words keeps the size of its pages."""
    part_links: bool = False
    """Whether each part ends with ways to the others in PDF and e-book, as on the web."""
    pages: tuple[EditionPage, ...] = ()
    """Where a web page leads to the same in another edition. Furniture, of that format only."""
    languages: tuple[OtherLanguage, ...] = ()
    """In which languages else there is this document."""
    whole: str = ""
    """The file of the web page that has all of this document of summaries, beside its own."""
    running: str = ""
    """Short title and version for the running line, so that loose sheets can be sorted."""
    description: str = ""
    keywords: tuple[str, ...] = ()
    date: str = ""
    """The date of the source as written: 2026, 2026-11 or 2026-11-22."""
    version: str = ""
    right_to_left: bool = False
    words: Words = _NONE
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    """That of the file which the folder of the source is named by."""

    def says(self, key: str, **values: object) -> Inlines:
        """Words of the program's own, marked where they are not in the document's language."""
        return self.words.among(self.language, key, **values)

    def cover_words(self, line: str) -> Inlines:
        """A cover line, or the running one: all of it is the program's own but the title."""
        other = self.cover_language
        if not other:
            return (Text(line),)
        before, title, after = line.partition(self.title)
        return (*in_language(before, other), *in_language(title, ""), *in_language(after, other))


def heading_text(section: Section) -> str:
    """The heading as a reader meets it, with its part number."""
    return f"{section.label} {section.heading}".strip()


def heading_words(section: Section) -> Inlines:
    """The same, with the language of a label that is the program's own ("Appendix 1:")."""
    if not section.label_language:
        return (Text(heading_text(section)),)
    label = in_language(section.label, section.label_language)
    return (*label, Text(f" {section.heading}"))
