"""Fill in what an author left open in a sentence: references, note numbers, abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import assert_never

from exporter.adapt.selection import Plan
from exporter.adapt.unbroken import unbroken
from exporter.addresses import is_said
from exporter.languages import signs
from exporter.languages.spellings import pattern, plainly
from exporter.model import (
    Abbreviation,
    Address,
    Foreign,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    NoteMark,
    PageNumber,
    Reference,
    Stress,
    Strong,
    Term,
    Text,
)
from exporter.source import SourceNote, SourceSection
from exporter.walk import plain_text


@dataclass(slots=True)
class NoteBook:
    """The notes met so far: numbers run through the document, notes gather by top section."""

    numbers: dict[str, int] = field(default_factory=dict)
    current: list[Note] = field(default_factory=list)

    def turn_page(self) -> tuple[Note, ...]:
        """The notes of the top section that ends here."""
        notes, self.current = tuple(self.current), []
        return notes


@dataclass(frozen=True, slots=True)
class Filler:
    """Fills in the inlines of one section. `notes` are those that the section may cite."""

    plan: Plan
    book: NoteBook
    notes: dict[str, SourceNote]

    def within(self, section: SourceSection) -> Filler:
        """The filler of a sub-section: its own notes and those of the sections around it."""
        own = {note.name: note for note in section.notes}
        return Filler(self.plan, self.book, {**self.notes, **own})

    def fill(self, inlines: Inlines) -> Inlines:
        """The inlines with every reference, note and abbreviation decided."""
        filled: list[Inline] = []
        depth = 0
        for inline in inlines:
            filled.extend(self._one(inline, within=depth > 0))
            words = plain_text((inline,))
            depth = max(0, depth + words.count("(") - words.count(")"))
        return tuple(filled)

    def _one(self, inline: Inline, *, within: bool) -> Inlines:
        """One inline; `within` brackets that the author has opened and not closed yet."""
        match inline:
            case Text(text):
                return self._abbreviated(text)
            case Strong(children):
                return (Strong(self.fill(children)),)
            case Stress(children):
                return (Stress(self.fill(children)),)
            case Term(children):
                return (Term(self.fill(children)),)
            case Foreign(children, language):
                return (Foreign(_without_sign_words(self.fill(children)), language),)
            case Link(children, url):
                link = Link(self._plain(children), url)
                said = is_said(plain_text(children), url)
                return (link,) if said else (link, Address(url, within))
            case Reference(children, target):
                return self._reference(children, target, within=within)
            case NoteMark(name):
                return (self._note(name),)
            case Abbreviation() | PageNumber() | Address() | LineBreak():
                return (inline,)
            case _:
                assert_never(inline)

    def _abbreviated(self, text: str) -> Inlines:
        text = unbroken(text, self.plan.source.language)
        expansions = {plainly(one): said for one, said in self.plan.source.abbreviations}
        if not expansions:
            return tuple(self._with_signs(text))
        pieces = _any_of(tuple(expansions)).split(text)
        filled: list[Inline] = []
        for index, piece in enumerate(pieces):
            if index % 2:
                filled.append(Abbreviation(piece, expansions[plainly(piece)]))
            elif piece:
                filled.extend(self._with_signs(piece))
        return tuple(filled)

    def _with_signs(self, text: str) -> Iterator[Inline]:
        """Each sign with its words, as an abbreviation has them: ☎ is heard as “phone”."""
        for index, piece in enumerate(signs.parted(text, self.plan.source.language)):
            if index % 2:
                yield Abbreviation(piece, signs.called(piece))
            elif piece:
                yield Text(piece)

    def _plain(self, inlines: Inlines) -> Inlines:
        """The words of a link; marks inside it stay, abbreviations are not explained there."""
        return tuple(
            Text(unbroken(inline.text, self.plan.source.language))
            if isinstance(inline, Text)
            else inline
            for inline in inlines
        )

    def _reference(self, children: Inlines, name: str, *, within: bool) -> Inlines:
        target = self.plan.targets[name]
        words = children or target.words
        paged = target.kind in ("section", "figure", "table", "question")
        if target.present:
            reference = Reference(words, name)
            return (reference, PageNumber(name, within)) if paged else (reference,)
        if not paged:
            return words
        # Never a dead link: the words stay, and say where the place can be found.
        language = self.plan.source.language
        return self.plan.words.around(language, "in-full-guide", words, words="\0")

    def _note(self, name: str) -> NoteMark:
        """A note is numbered at its first mark. Its name is unique in a section only."""
        source = self.notes[name]
        key = f"{source.place}:{name}"
        if key not in self.book.numbers:
            number = len(self.book.numbers) + 1
            self.book.numbers[key] = number
            place = len(self.book.current)
            children = self.fill(source.children)
            note = Note(number, f"note-{number}", children, source.place)
            self.book.current.insert(place, note)
        number = self.book.numbers[key]
        return NoteMark(f"note-{number}", number)


@lru_cache(maxsize=8)
def _without_sign_words(inlines: Inlines) -> Inlines:
    """The words of signs are in the language of the document, and foreign words are not."""
    return tuple(
        Text(inline.text)
        if isinstance(inline, Abbreviation) and signs.is_sign(inline.text)
        else inline
        for inline in inlines
    )


@lru_cache(maxsize=8)
def _any_of(abbreviations: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(abbreviations, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(pattern, longest_first))})\b")
