"""The words of a section's text, without places, marks or white space."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import assert_never

from exporter.model import Blocks
from exporter.source import (
    Call,
    Contact,
    KeyNumber,
    Source,
    SourceBlocks,
    SourceChart,
    SourceList,
    SourceSection,
    SourceTable,
)
from exporter.walk import plain_text, words_of

_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_QUOTES = str.maketrans("‘’“”", "''\"\"")


def joined(texts: Iterable[str]) -> str:
    """One line of words, the same whichever way it was typed.

    Not the Outline's `clean`: fingerprints made today must still be the same in ten years.
    """
    text = _INVISIBLE.sub("", " ".join(texts)).translate(_QUOTES)
    return " ".join(unicodedata.normalize("NFC", text).split())


def words_of_section(source: Source, section: SourceSection) -> str:
    """All that the section itself says, with its tables, captions, pictures' words and notes."""
    return joined(_section(source, section))


def _section(source: Source, section: SourceSection) -> Iterator[str]:
    for layer in (section.summary, section.body, section.detail):
        yield from _blocks(layer, source, section)
    for note in section.notes:
        yield plain_text(note.children)


def _blocks(blocks: SourceBlocks, source: Source, section: SourceSection) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Call):
            yield plain_text(block.caption)
            yield from _called(block, source, section)
        elif isinstance(block, SourceList):
            for item in block.items:
                yield from _blocks(item.blocks, source, section)
        else:
            yield from words_of(block)


def words_of_blocks(blocks: Blocks) -> Iterator[str]:
    """The words of blocks, in reading order."""
    for block in blocks:
        yield from words_of(block)


# ---- what a section calls by name ------------------------------------------------------------


def _called(call: Call, source: Source, section: SourceSection) -> Iterator[str]:
    match call.kind:
        case "table":
            for table in section.tables:
                if table.name == call.name:
                    yield from (words for _, words in table.columns)
                    yield from words_of_blocks(_every_block(table))
        case "chart":
            for chart in section.charts:
                if chart.name == call.name:
                    yield from words_of_chart(chart)
        case "numbers":
            yield from _numbers(dict(section.numbers).get(call.name, ()))
        case "media":
            for media in section.media:
                if media.name == call.name:
                    yield from (media.title, media.kind, media.minutes)
        case "contents" | "credits" | "formats":
            pass  # the program's own words
        case "figure" | "contact" | "organisations" | "glossary" | "references":
            yield from _of_document(call, source)
        case _:
            assert_never(call.kind)


def _of_document(call: Call, source: Source) -> Iterator[str]:
    """The words of things that belong to the whole document."""
    match call.kind:
        case "figure":
            for shown in source.pictures:
                if shown.picture.name == call.name:
                    yield shown.picture.alt
                    yield from words_of_blocks(shown.description)
        case "contact":
            contact = dict(source.contacts).get(call.name)  # the publisher's is each brand's own
            yield from (words for _, words in ways_to_reach(contact)) if contact else ()
        case "organisations":
            yield from (one.name for one in source.organisations if one.role == call.name)
        case "glossary":
            for entry in source.glossary:
                yield from (entry.word, plain_text(entry.meaning))
        case "references":
            for work in source.references:
                yield from (work.cite, plain_text(work.text))
        case _:
            raise AssertionError(call.kind)


def _every_block(table: SourceTable) -> Blocks:
    return tuple(block for row in table.rows for cell in row for block in cell)


def words_of_chart(chart: SourceChart) -> Iterator[str]:
    """All that a chart says."""
    yield from (chart.kind, chart.alt, chart.labels, chart.unit, *chart.series)
    yield chart.whole.text if chart.whole else ""
    for row in chart.rows:
        yield from (row.date, row.label, *(cell.text for cell in row.cells))


def _numbers(numbers: tuple[KeyNumber, ...]) -> Iterator[str]:
    for number in numbers:
        yield from (number.value, plain_text(number.label))
        yield from _numbers(number.parts)


def ways_to_reach(contact: Contact) -> Iterator[tuple[str, str]]:
    """(kind, words) of a contact; the kinds are those of its pictures in easy read."""
    yield "", contact.name
    yield "phone", contact.phone
    yield "email", contact.email
    yield "website", contact.web
    yield "", contact.social
    yield "post", ", ".join(contact.post)
