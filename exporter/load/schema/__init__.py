"""The shapes of document.yaml and of a section file, for pydantic and for editors.

Every value arrives as text. What is wrong leaves as `Fault`s; no other folder knows pydantic.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, WithJsonSchema

from exporter.load.schema.door import Fault, Model, json_schema, validate
from exporter.load.schema.values import (
    Date,
    Email,
    Language,
    Line,
    Minutes,
    Name,
    Plain,
    Prose,
    Signed,
    Web,
    YesNo,
    YesNoOpen,
)
from exporter.source import ChartKind

_NONE_SCHEMA = WithJsonSchema({"const": "none"})


def _kind(value: object) -> str:
    return "many" if isinstance(value, list) else "one"


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class PersonShape(_Shape):
    """An author."""

    name: Plain
    role: Plain = ""
    email: Email = ""


class ContactShape(_Shape):
    """A contact: whom to ask, and how."""

    name: Plain
    email: Email = ""
    phone: Plain = ""
    web: Web = ""
    social: Plain = ""
    post: list[Plain] = Field(default=[], description="The lines of the postal address, as a list.")


class OrganisationShape(_Shape):
    """An organisation that paid, helped or published."""

    name: Plain
    role: Name = Field(description="What it is here, in one word: funder, partner, publisher.")
    logo: Name = Field(default="", description="The name of a picture.")


class PictureShape(_Shape):
    """A picture: what it shows is said once, here."""

    file: Plain = Field(default="", description="A file in the document's folder: pictures/x.svg")
    drawing: Plain = Field(
        default="", description="The name of a drawing that comes with the program: bus"
    )
    symbol: Plain = Field(default="", description="The code of an OpenMoji picture: 2696")
    alt: Plain = Field(
        default="", description="What the picture means, in a sentence. Plain text, no marks."
    )
    decorative: YesNo = Field(
        default=False, description="true: it only decorates, and says nothing."
    )
    description: Prose = Field(
        default="", description="A long description, for those who cannot see it."
    )
    credit: Plain = Field(default="", description="Who made it.")
    licence: Plain = ""
    source: Plain = Field(default="", description="Where it comes from.")
    consent: Plain = Field(
        default="",
        description="Of a photo: who agreed to be shown, how and when. Or: nobody is to be seen.",
    )
    diagram: Any = Field(default=None, description="It stands under charts: in its section.")
    chart: Any = Field(default=None, description="It stands under charts: in its section.")
    items: Any = Field(default=None, description="Part of a chart, in its section.")
    values: Any = Field(default=None, description="Part of a chart, in its section.")
    parts: Any = Field(default=None, description="Part of a chart, in its section.")


class ReferenceShape(_Shape):
    """A work in the list of references."""

    cite: Plain = Field(description="How the text calls it: Nesta, 2013")
    text: Line = Field(
        description="The entry in the list. *The title of the work* stands in stars."
    )
    link: Web = ""


class GlossaryShape(_Shape):
    """A word of the glossary."""

    word: Plain = Field(default="", description="The word, if it is not the key.")
    also: list[Plain] = Field(default=[], description="Other forms of the word.")
    forms: list[Plain] = Field(
        default=[], description="How the word is spelt in a sentence: “gyd-gynhyrchu” in Welsh."
    )
    meaning: Line
    easy: Line = Field(default="", description="What it means, in easy words.")
    picture: Name = Field(default="", description="The name of a picture.")


OneOrMore = Annotated[
    Annotated[Plain, Tag("one")] | Annotated[list[Plain], Tag("many"), Field(min_length=1)],
    Discriminator(_kind),
]


class WordShape(_Shape):
    """One word for one thing, everywhere."""

    say: Plain = Field(description="The word that you keep to: support team")
    instead_of: OneOrMore = Field(
        description="The words that you do not use for it: [help team, assistance group]"
    )


class AcceptShape(_Shape):
    """An answer to a finding."""

    rule: Plain = Field(description="The rule's name, as the finding gives it.")
    because: Plain = Field(description="Why it is right here.")


Accept = Annotated[
    Annotated[AcceptShape, Tag("one")] | Annotated[list[AcceptShape], Tag("many")],
    Discriminator(_kind),
]


class DocumentShape(_Shape):
    """The file document.yaml."""

    title: Plain = Field(description="The title. Plain text, no marks.")
    subtitle: Plain = Field(default="", description="Plain text, no marks.")
    easy_subtitle: Plain = Field(
        default="", description="The subtitle of the easy read, which has no other."
    )
    language: Language
    languages: list[Language] = Field(
        default=[], description="Its translations: cy is in the folder cy beside this file."
    )
    version: Plain = ""
    date: Date = ""
    updated: Date = ""
    status: Annotated[Literal["draft", "released"], Field(description="draft or released")] = (
        "released"
    )
    description: Plain = Field(default="", description="One or two sentences for search engines.")
    keywords: list[Plain] = []
    cover: Name = Field(
        default="",
        description="The name of a picture; or none: the title needs no page of its own.",
    )
    contents: Annotated[
        Literal["", "none"], Field(description="none: a leaflet needs no contents.")
    ] = ""
    page_size: Annotated[
        Literal["", "a4", "a5"], Field(description="a5: a leaflet on small pages, or folded A4.")
    ] = ""
    part_links: YesNo = Field(
        default=False, description="true: each part ends with links to the parts around it."
    )
    authors: list[PersonShape] = []
    contacts: dict[Name, ContactShape] = {}
    imprint: Plain = ""
    published: Web = Field(default="", description="Where people get it on the web.")
    organisations: dict[Name, OrganisationShape] = {}
    abbreviations: dict[str, Plain] = Field(default={}, description="PPI: the words it stands for")
    pictures: dict[Name, PictureShape] = {}
    references: dict[Name, ReferenceShape] = {}
    glossary: dict[Name, GlossaryShape] = {}
    words: list[WordShape] = Field(
        default=[], description="The same word for the same thing: which words you keep to."
    )
    formats: list[Name] = Field(
        default=[], description="What files to build: pdf, docx, html, epub. None: the first three."
    )
    sections: list[Name] = Field(min_length=1, description="Names of files in sections/, in order.")
    accept: Accept = []
    allow: Accept = Field(default=[], description="The same as accept.")


RowPicture = Annotated[
    Annotated[Name, Tag("one")]
    | Annotated[list[Name], Tag("many"), Field(min_length=1, max_length=2)],
    Discriminator(_kind),
]


class RowShape(_Shape):
    """One row of easy read: one idea."""

    text: Prose = Field(default="", description="One to three short sentences. No bold marks.")
    picture: RowPicture = Field(default="", description="One or two names of pictures, or none.")
    number: Plain = Field(default="", description="A big number instead of a picture.")
    word: Name = Field(default="", description="A word of the glossary.")
    media: Name = Field(default="", description="The name of a film or a recording.")
    contact: Name = Field(default="", description="The name of a contact.")
    chart: Name = Field(default="", description="The name of a chart: a row for each value.")
    question: Plain = Field(
        default="", description="Readers answer the text: one, several, yes-no, or lines 4."
    )
    answers: list[Prose] = Field(default=[], description="What they may choose from.")
    spoken: YesNo = Field(
        default=True, description="no: the picture only repeats the words, so nobody hears both."
    )


class TableShape(_Shape):
    """A table: one form for each row."""

    columns: dict[Name, Plain] = Field(default={}, description="key: Words of the header")
    rows: list[dict[Name, Prose]] = Field(default=[], description="One form for each row.")
    file: Plain = Field(default="", description="Instead of rows: a CSV file, tables/x.csv")
    header_column: Plain = Field(default="", description="none: the first column heads no rows.")
    show_as: Literal["table", "rows", "auto"] = "auto"


PluralForm = Literal["zero", "one", "two", "few", "many", "other"]
Unit = Annotated[
    Annotated[Plain, Tag("one")]
    | Annotated[dict[PluralForm, Plain], Tag("many"), Field(min_length=1)],
    Discriminator(lambda value: "many" if isinstance(value, dict) else "one"),
]


class ChartShape(_Shape):
    """A chart or a diagram, drawn from its data in each edition."""

    kind: ChartKind
    labels: Plain = Field(default="", description="What the labels are, in a word: Day")
    unit: Unit = Field(
        default="", description="What is counted: people, %, £. Or {one: person, other: people}"
    )
    whole: Plain = Field(default="", description="What all parts add up to: 20")
    series: dict[Name, Plain] = Field(default={}, description="key: Words for each line or bar")
    values: list[dict[Name, Plain]] = Field(
        default=[], description="One form for each bar, point, part, event or step: label, value."
    )
    file: Plain = Field(default="", description="Instead of values: a CSV file, charts/x.csv")
    data: Annotated[
        Literal["", "table", "list"], Field(description="How the data are said: table or list.")
    ] = ""
    alt: Plain = Field(
        default="", description="Instead of the alternative text that is made of the data."
    )


class NumberShape(_Shape):
    """A number and what it counts."""

    value: Plain
    label: Line
    parts: list[NumberShape] = Field(default=[], description="Numbers that add up to this one.")


class MediaShape(_Shape):
    """A film or a recording."""

    kind: Literal["video", "audio", "webinar"]
    link: Web
    title: Plain = ""
    minutes: Minutes = ""
    captions: YesNoOpen = None
    signed: Signed = "no"
    described: YesNo = Field(default=False, description="A voice says what is to be seen.")
    transcript: Web = Field(default="", description="Where the words of it can be read.")
    picture: Name = Field(default="", description="The name of a picture.")


EasyRead = Annotated[
    Annotated[list[RowShape], Tag("many")] | Annotated[Literal["none"], Tag("none"), _NONE_SCHEMA],
    Discriminator(lambda value: "none" if value == "none" else "many"),
]


class _SectionShape(_Shape):
    heading: Plain = Field(description="Plain text, no marks: the same in every edition.")
    picture: Name = Field(default="", description="The name of a picture, or none.")
    summary: Prose = Field(default="", description="A few sentences that say the most important.")
    body: Prose = Field(default="", description="The text. Write it after  body: |")
    detail: Prose = Field(default="", description="More, for those who want it.")
    easy_read: EasyRead = []
    numbered: YesNo = Field(default=False, description="true: its sub-sections get 1, 2, 3.")
    tables: dict[Name, TableShape] = {}
    charts: dict[Name, ChartShape] = {}
    numbers: dict[Name, list[NumberShape]] = {}
    media: dict[Name, MediaShape] = {}
    sections: list[PartShape] = Field(default=[], description="Its sub-sections.")
    accept: Accept = []
    allow: Accept = Field(default=[], description="The same as accept.")


class PartShape(_SectionShape):
    """A sub-section, inside its section's file."""

    id: Name = Field(description="Its name, for [](#name).")


class SectionShape(_SectionShape):
    """A section file."""

    appendix: YesNo = Field(default=False, description="true: the program writes “Appendix 1:”.")


__all__ = [
    "AcceptShape",
    "ChartShape",
    "ContactShape",
    "DocumentShape",
    "Fault",
    "GlossaryShape",
    "MediaShape",
    "Model",
    "NumberShape",
    "OrganisationShape",
    "PartShape",
    "PersonShape",
    "PictureShape",
    "ReferenceShape",
    "RowShape",
    "SectionShape",
    "TableShape",
    "WordShape",
    "json_schema",
    "validate",
]
