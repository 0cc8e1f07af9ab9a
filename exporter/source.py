"""What an author wrote: one folder, loaded and valid, not yet adapted to any edition.

Prose is already in the blocks and inlines of the model; what an edition decides is still open:
things are *called* by name (`Call`), references may have no words yet (`Reference.children`
empty), notes have no numbers.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeAlias

from exporter.diagnostics import NOWHERE, Place
from exporter.model import Block, Blocks, Delimiter, Inlines, ListStyle, PageSize, Picture, Question
from exporter.walk import blocks_within

TO_WRITE = "TO WRITE"
"""What a place begins with that an import left to be written: only a person can."""

CallKind: TypeAlias = Literal[
    "figure", "chart", "table", "numbers", "media", "contact", "organisations",  # by name
    "contents", "glossary", "references", "credits", "formats",  # lists; name is empty
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Call:
    """`::: figure cycle`: shows a thing here. `caption` are the words inside the fence."""

    kind: CallKind
    name: str = ""
    caption: Inlines = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class SourceItem:
    """An item of a list with something called in it. Its first block is always a Paragraph."""

    blocks: SourceBlocks


@dataclass(frozen=True, slots=True)
class SourceList:
    """A list with something called in it: a picture in a step. Any other is a List already."""

    style: ListStyle
    items: tuple[SourceItem, ...]
    start: int = 1
    delimiter: Delimiter = "."
    place: Place = field(default=NOWHERE, compare=False, repr=False)


SourceBlocks: TypeAlias = tuple[Block | Call | SourceList, ...]


def questions_in(section: SourceSection) -> tuple[list[Question], list[Question]]:
    """The questions of a section's own text, and those of its easy read."""
    layers = (*section.summary, *section.body, *section.detail)
    rows = [row.question for row in section.easy_read if row.question]
    return list(questions_within(layers)), rows


def questions_within(blocks: SourceBlocks) -> Iterator[Question]:
    """Every question in some blocks, in reading order."""
    for block in blocks:
        match block:
            case Call():
                pass
            case SourceList():
                for item in block.items:
                    yield from questions_within(item.blocks)
            case _:
                within = blocks_within((block,))
                yield from (one for one in within if isinstance(one, Question))


def calls_in(blocks: SourceBlocks) -> Iterator[Call]:
    """Every call in some blocks, in reading order."""
    for block in blocks:
        match block:
            case Call():
                yield block
            case SourceList():
                for item in block.items:
                    yield from calls_in(item.blocks)
            case _:
                pass


@dataclass(frozen=True, slots=True)
class SourceTable:
    """Records: `columns` are (key, words); each row holds one cell for each column, as blocks."""

    name: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Blocks, ...], ...]
    header_column: bool = True
    show_as: Literal["table", "rows", "auto"] = "auto"
    place: Place = field(default=NOWHERE, compare=False, repr=False)


ChartKind: TypeAlias = Literal[
    "bar", "grouped", "line", "parts", "pictograms",  # of numbers
    "timeline", "steps", "comparison",  # of words
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChartCell:
    """What a chart shows of one thing, as it was typed; its amount, if it is a number."""

    text: str
    amount: Decimal = Decimal(0)
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ChartRow:
    """One bar, point, part, event or step; one cell for each series (none for an event or a step).

    `date` is that of an event: 2026, 2026-11 or 2026-11-22.
    """

    label: str
    cells: tuple[ChartCell, ...] = ()
    date: str = ""
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChart:
    """A chart or a diagram as data. Each edition draws it anew, in its own size of type."""

    name: str
    kind: ChartKind
    labels: str = ""
    """What the labels are: Day. It heads their column in the table of the data."""
    unit: str = ""
    """What is counted: people, %, £."""
    unit_forms: tuple[tuple[str, str], ...] = ()
    """Its forms by plural category: one person, other people."""
    whole: ChartCell | None = None
    """What the parts add up to, or how many the pictograms are counted out of."""
    series: tuple[str, ...] = ()
    """The words for each series, where there are some to be told apart."""
    rows: tuple[ChartRow, ...] = ()
    data: Literal["table", "list"] = "table"
    """How its data are said in words."""
    alt: str = ""
    """The author's own alternative text; else one is made of the data."""
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class KeyNumber:
    """A number with its label; `parts` add up to it."""

    value: str
    label: Inlines
    parts: tuple[KeyNumber, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    name: str
    kind: Literal["video", "audio", "webinar"]  # a word of styles/locales "media-<kind>"
    link: str
    minutes: str = ""
    captions: bool | None = None
    """None where the author does not say."""
    signed: Literal["no", "yes", "bsl", "isl"] = "no"
    """Whether it has sign language; British or Irish Sign Language, where the author says which."""
    described: bool = False
    """Whether a voice says what is to be seen."""
    transcript: str = ""
    picture: str = ""
    title: str = ""
    place: Place = field(default=NOWHERE, compare=False, repr=False)


PUBLISHER = "publisher"
"""The contact of whoever gives the document out: each brand's own, with nothing to write."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    name: str
    email: str = ""
    phone: str = ""
    web: str = ""
    social: str = ""
    post: tuple[str, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    name: str
    role: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    name: str
    role: str
    logo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcePicture:
    """A picture of the document: what it shows is said once, here."""

    picture: Picture
    """`alt` is empty exactly when the author says `decorative: true`."""
    description: Blocks = ()
    source: str = ""
    consent: str = ""
    """Who agreed to be shown, or that nobody is to be seen; in the author's words."""
    file: str = ""
    drawing: str = ""
    """The name of the drawing of the house that it is."""
    first_of: Literal["", "frames", "pages"] = ""
    """What its file holds more of: only the first is shown."""
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedWork:
    """A work in the list of references. `text` has the title in quotation marks already."""

    name: str
    cite: str
    text: Inlines
    link: str = ""
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class GlossaryEntry:
    """`word` is the key with hyphens as spaces, or `word:` where the author gives it."""

    name: str
    word: str
    also: tuple[str, ...] = ()
    meaning: Inlines
    easy: Inlines = ()
    picture: str = ""
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenWord:
    """The one word that the authors keep to for a thing, and those that they do not use."""

    say: str
    instead_of: tuple[str, ...]
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """One row of easy read: at most one of text+pictures+number, word, media, contact,
    chart, question+pictures."""

    pictures: tuple[str, ...] = ()
    """Names; empty for `picture: none`."""
    blocks: Blocks = ()
    number: str = ""
    word: str = ""
    media: str = ""
    contact: str = ""
    chart: str = ""
    question: Question | None = None
    spoken: bool = True
    """Whether its pictures add something for those who listen; else they are decorative there."""
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """`accept: {rule: …, because: …}`: the author's answer to a finding of a rule."""

    rule: str
    because: str


@dataclass(frozen=True, slots=True)
class FormatName:
    """A format that `formats:` names. Whether there is one is known to those who make files."""

    name: str
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNote:
    name: str
    children: Inlines
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSection:
    name: str
    heading: str
    picture: str = ""
    """A picture's name; empty for `picture: none` or, in a sub-section, none given."""
    summary: Blocks = ()
    body: SourceBlocks = ()
    detail: SourceBlocks = ()
    easy_read: tuple[SourceRow, ...] = ()
    easy_read_none: bool = False
    """The author said `easy_read: none`."""
    appendix: bool = False
    foreword: bool = False
    """A partner's own first section: it has no number."""
    numbered: bool = False
    tables: tuple[SourceTable, ...] = ()
    charts: tuple[SourceChart, ...] = ()
    numbers: tuple[tuple[str, tuple[KeyNumber, ...]], ...] = ()
    media: tuple[Media, ...] = ()
    notes: tuple[SourceNote, ...] = ()
    sections: tuple[SourceSection, ...] = ()
    accept: tuple[Acceptance, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document folder. Tuples of named things are in the author's order."""

    name: str
    title: str
    subtitle: str = ""
    easy_subtitle: str = ""
    """That of the easy read, which goes without rather than with one that is not easy."""
    language: str
    languages: tuple[str, ...] = ()
    """Those that it is translated into: each has a folder in its own."""
    version: str = ""
    date: str = ""
    updated: str = ""
    status: Literal["draft", "released"] = "released"
    description: str = ""
    keywords: tuple[str, ...] = ()
    cover: str = ""
    cover_page: bool = True
    """False where the author said `cover: none`: the title stands at the head of the first page."""
    contents: bool = True
    page_size: PageSize = "a4"
    """The pages of the editions whose words have the usual size; the others keep theirs."""
    part_links: bool = False
    """Whether each part ends with ways to the others in PDF and e-book too, as on the web."""
    authors: tuple[Person, ...] = ()
    contacts: tuple[tuple[str, Contact], ...] = ()
    imprint: str = ""
    published: str = ""
    """The address of the web where people get it in every edition."""
    organisations: tuple[Organisation, ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    pictures: tuple[SourcePicture, ...] = ()
    references: tuple[CitedWork, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    words: tuple[ChosenWord, ...] = ()
    formats: tuple[FormatName, ...] = ()
    """What files there are of it where nobody asks for others; empty: those of every document."""
    sections: tuple[SourceSection, ...] = ()
    accept: tuple[Acceptance, ...] = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)


def every_section(sections: tuple[SourceSection, ...]) -> Iterator[SourceSection]:
    """Each section and its sub-sections, in reading order."""
    for section in sections:
        yield section
        yield from every_section(section.sections)


def contacts_in(
    sections: tuple[SourceSection, ...], leave_out: Container[str] = ()
) -> Iterator[str]:
    """The name of each contact that some sections show, as often as they show it."""
    for section in (one for one in sections if one.name not in leave_out):
        for blocks in (section.body, section.detail):
            yield from (call.name for call in calls_in(blocks) if call.kind == "contact")
        yield from (row.contact for row in section.easy_read if row.contact)
        yield from contacts_in(section.sections, leave_out)
