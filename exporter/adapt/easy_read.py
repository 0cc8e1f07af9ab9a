"""Easy read: the rows that people wrote, with glossary words bold at their first use."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import assert_never

from exporter.adapt.blocks import Builder, contact_lines, contact_named
from exporter.adapt.films import film_in_easy_read
from exporter.adapt.furniture import CONTACTS, own_or_house
from exporter.languages import primary
from exporter.languages.spellings import spelling, spelt
from exporter.model import (
    Abbreviation,
    Address,
    Block,
    Blocks,
    Foreign,
    Inline,
    Inlines,
    LineBreak,
    Link,
    NoteMark,
    PageNumber,
    Paragraph,
    Picture,
    PictureRow,
    Reference,
    Stress,
    Strong,
    Term,
    Text,
)
from exporter.source import PUBLISHER, GlossaryEntry, Media, SourceRow, SourceSection
from exporter.walk import Change, changed, words_of

_SENTENCES = {
    "phone": ("phone-us", "phone-them"),
    "email": ("email-us", "email-them"),
    "post": ("write-to-us", "write-to-them"),
    "web": ("visit-web", "visit-web-them"),
}
"""Of the publisher, and of anybody else: what may be somebody else's is not called ours."""


@dataclass(slots=True)
class FirstUses:
    """The glossary words not met so far: each becomes a Term once (WRD-04)."""

    forms: dict[str, str] = field(default_factory=dict)
    """Form, as words are compared → name of its entry."""

    @classmethod
    def of(cls, glossary: tuple[GlossaryEntry, ...]) -> FirstUses:
        forms: dict[str, str] = {}
        for entry in glossary:
            if entry.easy:
                forms |= {spelling(form): entry.name for form in (entry.word, *entry.also)}
        return cls(forms)

    def mark(self, inlines: Inlines) -> Inlines:
        marked: list[Inline] = []
        for inline in inlines:
            match inline:
                case Text(text):
                    marked.extend(self._text(text))
                case Strong(children) | Stress(children):
                    marked.append(replace(inline, children=self.mark(children)))
                case Term() | Abbreviation() | Foreign() | Link() | Reference():
                    marked.append(inline)
                case LineBreak() | NoteMark() | PageNumber() | Address():
                    marked.append(inline)
                case _:
                    assert_never(inline)
        return tuple(marked)

    def _text(self, text: str) -> list[Inline]:
        if not self.forms:
            return [Text(text)]
        longest = sorted(self.forms, key=len, reverse=True)
        pattern = rf"\b(?:{'|'.join(map(re.escape, longest))})\b"
        read = spelt(text)
        found = re.search(pattern, read.text)
        if not found:
            return [Text(text)]
        self.met(self.forms[found.group()])
        typed = read.typed(found.start(), found.end())
        before, after = text[: typed.start], text[typed.stop :]
        rest = self._text(after) if after else []
        start: list[Inline] = [Text(before)] if before else []
        return [*start, Term((Text(text[typed]),)), *rest]

    def met(self, name: str) -> None:
        self.forms = {form: entry for form, entry in self.forms.items() if entry != name}


def rows_of(section: SourceSection, builder: Builder, uses: FirstUses) -> Blocks:
    """The picture rows of one section."""
    made: list[Block] = []
    for row in section.easy_read:
        made.extend(_row(row, builder, uses))
    return tuple(made)


def _row(row: SourceRow, builder: Builder, uses: FirstUses) -> Blocks:
    pictures = _heard(row, builder, *(builder.pictures[name] for name in row.pictures))
    if row.word:
        return (_word_row(row, builder, uses, pictures),)
    if row.chart:
        from exporter.adapt.charts import chart_named, easy_rows

        return easy_rows(chart_named(row.chart, builder.section.charts), builder.filler)
    if row.contact:
        return _contact_rows(row, builder)
    asked = (row.question,) if row.question else ()
    blocks = mark_first_uses(builder.prose((*row.blocks, *asked)), uses)
    if row.media:
        media = _media(row.media, builder)
        shown = media.picture and not pictures
        pictures = _heard(row, builder, builder.pictures[media.picture]) if shown else pictures
        said = " ".join(words for block in row.blocks for words in words_of(block))
        blocks = (*blocks, *film_in_easy_read(media, said, builder.filler))
    return (PictureRow(pictures, blocks, row.number, place=row.place),)


def _word_row(
    row: SourceRow, builder: Builder, uses: FirstUses, pictures: tuple[Picture, ...]
) -> Block:
    """A word and its easy meaning; the wording is the glossary's, the same for ever."""
    entry = next(e for e in builder.filler.plan.source.glossary if e.name == row.word)
    uses.met(entry.name)
    if entry.picture and not pictures:
        pictures = _heard(row, builder, builder.pictures[entry.picture])
    word = Term((Text(entry.word[:1].upper() + entry.word[1:]),))
    meaning = builder.filler.fill(entry.easy or entry.meaning)
    words = (Paragraph((word, Text(":"))), Paragraph(meaning))
    return PictureRow(pictures, words, place=row.place)


def _contact_rows(row: SourceRow, builder: Builder) -> Blocks:
    """One row for each way to reach us, each with its own picture: never a run-on line."""
    plan = builder.filler.plan
    contact = contact_named(row.contact, plan.source)
    whose = 0 if row.contact == PUBLISHER else 1
    made = []
    for kind, line in contact_lines(contact):
        if kind not in _SENTENCES:
            continue
        picture = own_or_house(builder.pictures, CONTACTS[kind])
        name = within_sentence(contact.name, plan.source.language)
        key = _SENTENCES[kind][whose]
        said = plan.words.around(plan.source.language, key, line, words="\0", name=name)
        pictures = _heard(row, builder, picture)
        made.append(PictureRow(pictures, (Paragraph(said),), contact=True, place=row.place))
    return tuple(made)


def within_sentence(name: str, language: str) -> str:
    """A name as it stands within a sentence: “the guide team”."""
    article = name.startswith("The ") and primary(language) == "en"
    return f"the {name[4:]}" if article else name


def _media(name: str, builder: Builder) -> Media:
    return next(media for media in builder.section.media if media.name == name)


def _heard(row: SourceRow, builder: Builder, *pictures: Picture) -> tuple[Picture, ...]:
    """The pictures as the row and the edition have them: spoken, or decorative beside their words,
    so that nobody hears the same thing twice (ALT-02)."""
    if row.spoken and builder.filler.plan.edition.row_pictures == "spoken":
        return pictures
    return tuple(replace(picture, alt="") for picture in pictures)


def mark_first_uses(blocks: Blocks, uses: FirstUses) -> Blocks:
    """The blocks with each glossary word marked where it first stands, however deep."""
    change = Change(words=uses.mark, blocks=lambda inside: mark_first_uses(inside, uses))
    return tuple(changed(block, change) for block in blocks)
