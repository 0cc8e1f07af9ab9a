"""The parts of a document that have easy read, with the text that it speaks for, and their
fingerprints: the same for ever while their words and pictures are the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from exporter.fingerprint import sha256
from exporter.model import Picture, Question
from exporter.review.plain import (
    joined,
    ways_to_reach,
    words_of_blocks,
    words_of_chart,
    words_of_section,
)
from exporter.source import GlossaryEntry, Media, Source, SourceRow, SourceSection
from exporter.walk import plain_text, words_of


@dataclass(frozen=True, slots=True)
class Part:
    """A section with easy read in it. `text` are the sections that its easy read speaks for."""

    section: SourceSection
    text: tuple[SourceSection, ...]


def parts_of(source: Source) -> tuple[Part, ...]:
    """Every part, in reading order. Each text belongs to one part, or to none."""
    return tuple(part for section in source.sections for part in _parts(section))


def left_out(source: Source) -> tuple[str, ...]:
    """Headings of the top sections that have no easy read, because somebody said so or not."""
    return tuple(section.heading for section in source.sections if not _has_rows(section))


def _has_rows(section: SourceSection) -> bool:
    return bool(section.easy_read) or any(map(_has_rows, section.sections))


def _parts(section: SourceSection) -> Iterator[Part]:
    if not _has_rows(section):
        return
    if not section.easy_read_none:
        yield Part(section, tuple(_spoken_for(section)))
    for sub in section.sections:
        yield from _parts(sub)


def _spoken_for(section: SourceSection) -> Iterator[SourceSection]:
    """The section, and those below it without rows of their own that are not left out."""
    yield section
    for sub in section.sections:
        if not _has_rows(sub) and not sub.easy_read_none:
            yield from _spoken_for(sub)


# ---- fingerprints ----------------------------------------------------------------------------


def code_of(value: object) -> str:
    """The fingerprint of a value that JSON can write: 16 hexadecimal digits."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode())[:16]


def text_code(source: Source, part: Part) -> str:
    """The fingerprint of the text that the easy read of a part speaks for."""
    return code_of(
        [[joined((section.heading,)), words_of_section(source, section)] for section in part.text]
    )


def rows_code(source: Source, part: Part) -> str:
    """The fingerprint of a part's rows: words, pictures with their bytes, and what they call."""
    looker = _Looker.of(source)
    return code_of([looker.row(row, part.section) for row in part.section.easy_read])


def picture_code(picture: Picture) -> str:
    """The fingerprint of a picture: its bytes and its alternative text."""
    return code_of([sha256(picture.data), joined((picture.alt,))])


def row_pictures(source: Source) -> dict[str, str]:
    """Every picture that easy-read rows show, with its fingerprint, in reading order."""
    looker = _Looker.of(source)
    found: dict[str, str] = {}
    for part in parts_of(source):
        for row in part.section.easy_read:
            for name in looker.names(row, part.section.media):
                if name not in found:
                    found[name] = looker.picture(name)
    return found


@dataclass(frozen=True, slots=True)
class _Looker:
    """Looks at rows as their readers see them. Only pictures that they show are hashed."""

    pictures: dict[str, Picture]
    glossary: dict[str, GlossaryEntry]
    source: Source

    @classmethod
    def of(cls, source: Source) -> _Looker:
        pictures = {one.picture.name: one.picture for one in source.pictures}
        return cls(pictures, {entry.name: entry for entry in source.glossary}, source)

    def row(self, row: SourceRow, section: SourceSection) -> dict[str, object]:
        """What one row says and shows. Keys without a value are left out, so that a later kind of
        row does not change the fingerprints of today's."""
        seen: dict[str, object] = {
            "words": joined(words_of_blocks(row.blocks)),
            "number": joined((row.number,)),
            "pictures": [self.picture(name) for name in self.names(row, section.media)],
            "word": self._word(row.word),
            "media": self._media(row.media, section.media),
            "contact": self._contact(row.contact),
            "chart": [
                [*words_of_chart(chart), *(form for _, form in chart.unit_forms)]
                for chart in section.charts
                if chart.name == row.chart
            ],
            "question": _asked(row.question) if row.question else [],
        }
        return {key: value for key, value in seen.items() if value}

    def picture(self, name: str) -> str:
        """Its fingerprint; nothing where there is no such picture."""
        return picture_code(self.pictures[name]) if name in self.pictures else ""

    def names(self, row: SourceRow, media: tuple[Media, ...]) -> tuple[str, ...]:
        """The pictures of a row, those of the things that it calls among them."""
        if row.contact:
            kinds = (kind for kind, words in self._ways(row.contact) if kind and words)
            return tuple(kind for kind in kinds if kind in self.pictures)
        if row.pictures:
            return row.pictures
        if row.word in self.glossary:
            shown = self.glossary[row.word].picture
        else:
            shown = next((one.picture for one in media if one.name == row.media), "")
        return (shown,) if shown else ()

    def _word(self, name: str) -> list[str]:
        entry = self.glossary.get(name)
        return [entry.word, joined((plain_text(entry.easy or entry.meaning),))] if entry else []

    def _media(self, name: str, media: tuple[Media, ...]) -> list[str]:
        return next(([one.title, one.kind] for one in media if one.name == name), [])

    def _contact(self, name: str) -> list[str]:
        return [joined((words,)) for kind, words in self._ways(name) if kind and words]

    def _ways(self, name: str) -> list[tuple[str, str]]:
        contact = dict(self.source.contacts).get(name)
        return list(ways_to_reach(contact)) if contact else []


def _asked(question: Question) -> list[str]:
    """What a question is: its kind, its words and answers, and the room for words of their own."""
    return [question.kind, str(question.lines), *words_of(question)]
