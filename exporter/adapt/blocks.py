"""Prose of a section into the blocks that a reader gets: calls become the things they call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from exporter.adapt import furniture, tables
from exporter.adapt.films import film_box
from exporter.adapt.inlines import Filler
from exporter.adapt.questions import with_own_words
from exporter.diagnostics import NOWHERE, Place
from exporter.languages import collation
from exporter.model import (
    Block,
    Blocks,
    Box,
    BoxKind,
    Definition,
    Definitions,
    Figure,
    Inlines,
    Item,
    LineBreak,
    Link,
    List,
    PageNumber,
    Paragraph,
    Picture,
    Question,
    Reference,
    Text,
)
from exporter.source import (
    Call,
    CitedWork,
    Contact,
    KeyNumber,
    Source,
    SourceBlocks,
    SourceList,
    SourceSection,
)
from exporter.walk import Change, changed


@dataclass(frozen=True, slots=True)
class Builder:
    """Makes the blocks of one section."""

    section: SourceSection
    filler: Filler
    pictures: dict[str, Picture]

    def blocks(self, blocks: SourceBlocks) -> Blocks:
        made: list[Block] = []
        for block in blocks:
            match block:
                case Call():
                    made.extend(self._call(block))
                case SourceList():
                    made.append(self._list(block))
                case _:
                    made.append(self.block(block))
        return tuple(made)

    def _list(self, block: SourceList) -> List:
        items = tuple(Item(self.blocks(item.blocks)) for item in block.items)
        return List(block.style, items, block.start, block.delimiter, place=block.place)

    def block(self, block: Block) -> Block:
        """One block of prose with its inlines filled in."""
        if isinstance(block, Box) and not block.label:
            plan = self.filler.plan
            other = plan.other(block.kind)
            block = replace(block, label=plan.words(block.kind), label_language=other)
        made = changed(block, Change(words=self.filler.fill, blocks=self.prose))
        return with_own_words(made, self.filler.plan) if isinstance(made, Question) else made

    def prose(self, blocks: Blocks) -> Blocks:
        return tuple(self.block(block) for block in blocks)

    def _call(self, call: Call) -> Blocks:
        plan = self.filler.plan
        match call.kind:
            case "figure":
                return self._figure(call)
            case "chart":
                from exporter.adapt.charts import chart_blocks, chart_named  # few have one

                chart = chart_named(call.name, self.section.charts)
                return chart_blocks(chart, call, self.filler)
            case "table":
                return (self._table(call),)
            case "numbers":
                numbers = dict(self.section.numbers)[call.name]
                return (*self._introduction(call), *map(self._number, numbers))
            case "media":
                media = next(media for media in self.section.media if media.name == call.name)
                return (*self._introduction(call), film_box(media, self.filler))
            case "contact":
                contact = contact_named(call.name, plan.source)
                return (*self._introduction(call), *contact_boxes(contact, self.filler))
            case "organisations":
                return (*self._introduction(call), *self._organisations(call))
            case "contents":
                return (self._contents(),)
            case "glossary":
                return (self._glossary(),)
            case "references":
                return (self._references(),)
            case "credits":
                pictures = tuple(self.pictures.values())
                return (furniture.credits_of(plan.source, plan.words, pictures),)
            case "formats":
                return (furniture.formats_of(plan.source, plan.words, {}, plan.edition),)
            case _:
                assert_never(call.kind)

    def _introduction(self, call: Call) -> Blocks:
        words = self.filler.fill(call.caption)
        return (Paragraph(words, place=call.place),) if words else ()

    def _figure(self, call: Call) -> Blocks:
        plan = self.filler.plan
        shown = next(p for p in plan.source.pictures if p.picture.name == call.name)
        label = plan.things[call.name] if call.caption or shown.description else ""
        figure = Figure(
            shown.picture,
            label or plan.things[call.name],
            self.filler.fill(call.caption),
            call.name,
            plan.other("figure"),
            place=call.place,
        )
        if not shown.description:
            return (figure,)
        description = self.prose(shown.description)
        box = self._own_box("description", "description", description, place=shown.place)
        return (figure, box)

    def _table(self, call: Call) -> Block:
        plan = self.filler.plan
        table = next(table for table in self.section.tables if table.name == call.name)
        caption = self.filler.fill(call.caption)
        cells = [[self.prose(cell) for cell in row] for row in table.rows]
        label = plan.things[call.name]
        return replace(
            tables.table_block(table, cells, plan.edition, label, caption),
            label_language=plan.other("table"),
            place=call.place,
        )

    def _number(self, number: KeyNumber) -> Block:
        blocks: Blocks = (Paragraph(self.filler.fill(number.label)),)
        if number.parts:
            parts = tuple(
                Item((Paragraph((Text(f"{part.value} "), *self.filler.fill(part.label))),))
                for part in number.parts
            )
            blocks = (*blocks, List("bullet", parts))
        return Box("number", number.value, blocks)

    def _own_box(self, kind: BoxKind, key: str, blocks: Blocks, place: Place = NOWHERE) -> Box:
        """A box under a label that is the program's own."""
        plan = self.filler.plan
        return Box(kind, plan.words(key), blocks, label_language=plan.other(key), place=place)

    def _organisations(self, call: Call) -> Blocks:
        chosen = [o for o in self.filler.plan.source.organisations if o.role == call.name]
        names = [Paragraph((Text(one.name),), place=call.place) for one in chosen]
        logos = tuple(Figure(self.pictures[o.logo]) for o in chosen if o.logo)
        return (_listed(names, call.place), *logos)

    def _contents(self) -> Block:
        targets = self.filler.plan.targets
        entries = [
            Paragraph((Reference((Text(sub.heading),), sub.name), PageNumber(sub.name)))
            for sub in self.section.sections
            if targets[sub.name].present
        ]
        return _listed(entries)

    def _glossary(self) -> Block:
        language = self.filler.plan.source.language
        glossary = self.filler.plan.source.glossary
        entries = sorted(glossary, key=lambda entry: collation.key(entry.word, language))
        return Definitions(
            tuple(
                Definition(
                    (Text(_capital(entry.word)),),
                    (Paragraph(self.filler.fill(entry.meaning), place=entry.place),),
                    entry.name,
                    entry.place,
                )
                for entry in entries
            )
        )

    def _references(self) -> Block:
        language = self.filler.plan.source.language
        cited = self.filler.plan.source.references
        works = sorted(cited, key=lambda work: collation.key(work.cite, language))
        return Definitions(
            tuple(
                Definition(
                    (Text(work.cite),),
                    (Paragraph(self.filler.fill(_linked(work)), place=work.place),),
                    work.name,
                    work.place,
                )
                for work in works
            )
        )


def contact_boxes(contact: Contact, filler: Filler) -> Blocks:
    """One box for each way to reach somebody; its label is the kind."""
    plan = filler.plan
    return tuple(
        Box(
            "contact",
            plan.words(f"contact-{kind}"),
            (Paragraph(filler.fill(line)),),
            label_language=plan.other(f"contact-{kind}"),
        )
        for kind, line in contact_lines(contact)
    )


def contact_named(name: str, source: Source) -> Contact:
    """A contact of a source. Of a publisher whom nobody knows yet there is nothing to say."""
    return dict(source.contacts).get(name) or Contact(name="")


def contact_lines(contact: Contact) -> list[tuple[str, Inlines]]:
    """(kind, words) for each way that the contact has, in the order people use them."""
    lines: list[tuple[str, Inlines]] = [("name", (Text(contact.name),))] if contact.name else []
    if contact.phone:
        number = "".join(contact.phone.split())
        whole = Text("\u00a0".join(contact.phone.split()))  # kept on one line (UKAAF G003)
        lines.append(("phone", (Link((whole,), f"tel:{number}"),)))
    if contact.email:
        lines.append(("email", (Link((Text(contact.email),), f"mailto:{contact.email}"),)))
    if contact.web:
        bare = contact.web.removeprefix("https://").removeprefix("http://").rstrip("/")
        lines.append(("web", (Link((Text(bare),), contact.web),)))
    if contact.social:
        lines.append(("social", (Text(contact.social),)))
    if contact.post:
        lines.append(("post", in_lines(contact.post)))
    return lines


def in_lines(lines: tuple[str, ...]) -> Inlines:
    """The lines of an address, each on its own line."""
    ends = [piece for line in lines for piece in (LineBreak(), Text(line))]
    return tuple(ends[1:])


def _linked(work: CitedWork) -> Inlines:
    """The text of a cited work; its title in quotation marks is the link, else all of it."""
    if not work.link:
        return work.text
    for index, inline in enumerate(work.text):
        if isinstance(inline, Text) and "“" in inline.text and "”" in inline.text:
            before, rest = inline.text.split("“", 1)
            title, after = rest.rsplit("”", 1)
            linked = (Text(before), Link((Text(f"“{title}”"),), work.link), Text(after))
            kept = tuple(piece for piece in linked if piece != Text(""))
            return (*work.text[:index], *kept, *work.text[index + 1 :])
    return (Link(work.text, work.link),)


def _listed(lines: Sequence[Paragraph], place: Place = NOWHERE) -> Block:
    """A list that the program makes; one line alone is no list."""
    if len(lines) == 1:
        return lines[0]
    return List("bullet", tuple(Item((line,)) for line in lines), place=place)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
