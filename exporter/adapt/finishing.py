"""The end of a document, and its lists of credits and formats wherever they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from exporter.adapt import furniture
from exporter.adapt.questions import named
from exporter.model import Document, Furniture, Section
from exporter.source import Source
from exporter.walk import pictures_of, pictures_within

Lists: TypeAlias = Mapping[str, Furniture]
"""The lists that only the whole document can tell, by their headings."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A top section, with what it was finished by."""

    made: Section = field(repr=False)
    lists: Lists = field(repr=False)
    asked: int
    """Questions before it."""
    section: Section = field(repr=False)
    placed: frozenset[str]
    """The lists that stand in it."""
    asked_then: int

    def serves(self, made: Section, lists: Lists, asked: int) -> bool:
        """Whether it would be finished again just so."""
        return self.made is made and self.asked == asked and self.lists == lists


@dataclass(slots=True)
class FinishedBefore:
    """The sections of one edition of one document as they were finished last, by anchor."""

    last: Mapping[str, Finished] = field(default_factory=dict, repr=False)


def finished(
    source: Source,
    document: Document,
    formats: Furniture,
    beside: furniture.Beside,
    before: FinishedBefore,
) -> Document:
    """The document with the furniture at its end, and its lists of credits and formats true."""
    words = document.words
    contacts = (picture for _, picture in document.contact_pictures)
    used = (*pictures_of(document), *pictures_within((*document.end, formats)), *contacts)
    credits = furniture.credits_of(source, words, used, beside)
    lists = {words("credits"): credits, words("formats"): formats}
    made: dict[str, Finished] = {}
    asked = 0
    for section in document.sections:
        known = before.last.get(section.anchor)
        if known is None or not known.serves(section, lists, asked):
            known = _finished(section, lists, asked)
        made[section.anchor], asked = known, known.asked_then
    before.last = made
    placed = frozenset().union(*(one.placed for one in made.values()))
    end = [*document.end]
    end += [part for heading, part in lists.items() if part.blocks and heading not in placed]
    return replace(document, sections=tuple(one.section for one in made.values()), end=tuple(end))


def _finished(section: Section, lists: Lists, asked: int) -> Finished:
    placed: set[str] = set()

    def true(section: Section) -> Section:
        blocks = []
        for block in section.blocks:
            if isinstance(block, Furniture):
                placed.add(block.heading)
                block = lists[block.heading]
                if not block.blocks:
                    continue
            blocks.append(block)
        return replace(section, blocks=tuple(blocks), sections=tuple(map(true, section.sections)))

    whole, then = named(true(section), asked)
    return Finished(section, lists, asked, whole, frozenset(placed), then)
