"""Rules on the length of the whole, and on what easy read leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from exporter import languages
from exporter.checks.reading import Reading
from exporter.checks.rule import FOR_INFORMATION, PLEASE_ANSWER, Finding, rule
from exporter.checks.syllables import grade_of
from exporter.languages.recognising import name_of
from exporter.outline import outline_of
from exporter.rules import ENGLISH, EVERY_LANGUAGE
from exporter.source import Source, SourceSection

MOST_WORDS = 1000
HIGHEST_GRADE = 6


@rule(
    "document-too-long",
    title=f"Easy read has about {MOST_WORDS:,} words at most.",
    reason="A thick booklet is put down. Two thin ones are read.",
    to_do="Take out what does not help readers to decide, or make two booklets of it.",
    cites=("S5 A", "S3 A", "S4 B"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
)
def document_too_long(reading: Reading) -> Iterator[Finding]:
    if reading.words > MOST_WORDS:
        rows = 1 + max((passage.row for passage in reading.passages), default=-1)
        pages = f", which is about {max(1, round(rows / 4))} pages" if rows else ""
        yield Finding(
            message=f"This text has {reading.words:,} words{pages}. About "
            f"{MOST_WORDS:,} are enough."
        )


@rule(
    "headlines-too-long",
    title="The headlines fit on two pages.",
    reason="Who asks for the headlines has time for one sheet.",
    to_do="Shorten the summaries, or leave out those of sub-sections: then their headings go, too.",
    cites=("S-own",),
    languages=EVERY_LANGUAGE,
    prints=FOR_INFORMATION,
    needs="document",
)
def headlines_too_long(reading: Reading) -> Iterator[Finding]:
    if reading.document is None or not (reading.edition and reading.edition.is_of_summaries):
        return
    every = [one for one in outline_of(reading.document) if one.role in _IN_HEADLINES]
    headings = sum(one.role == "heading" for one in every)
    words = sum(len(one.text.split()) for one in every)
    room = _ON_TWO_PAGES - _FOR_HEADING * headings
    if words > room:
        yield Finding(
            message=f"The headlines have {words:,} words under {headings:,} headings, "
            f"{words - room:,} more than fit on two pages."
        )


_IN_HEADLINES = frozenset(("heading", "paragraph", "item"))
_ON_TWO_PAGES, _FOR_HEADING = 600, 12
"""Words, and words for which there is room where a heading stands: counted on pages of A4 in the
type of the edition, with head and contact (`tests/test_headlines.py`)."""


@rule(
    "reading-grade",
    title=f"The text suits somebody with {HIGHEST_GRADE} years of school.",
    reason="A formula counts words and syllables. It knows nothing of meaning, so this is a hint "
    "and never a pass mark.",
    to_do="Look at the longest sentences and words first.",
    cites=("S26 A", "WCAG 3.1.5"),
    languages=ENGLISH,
    easy_read=FOR_INFORMATION,
)
def reading_grade(reading: Reading) -> Iterator[Finding]:
    if reading.words >= 100:
        grade = grade_of(reading.counted)
        if grade > HIGHEST_GRADE:
            yield Finding(
                message=f"By the Flesch-Kincaid formula this text takes {grade:.0f} years of "
                f"school; {HIGHEST_GRADE} is the aim."
            )


@rule(
    "easy-read-missing",
    title="Every part of the guide has its easy read, or a decision to have none.",
    reason="A part that nobody thought of is the one that somebody needs.",
    to_do="Write “easy_read:” in this part, or “easy_read: none” if it is not for these readers.",
    cites=("S-idea B", "S3 A"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    needs="source",
)
def easy_read_missing(reading: Reading) -> Iterator[Finding]:
    source = reading.source
    assert source is not None
    if not any(_has_easy_read(section) for section in source.sections):
        return
    for section in source.sections:
        if not _has_easy_read(section) and not section.easy_read_none:
            yield Finding(
                message=f"The part “{section.heading}” has no easy read.",
                place=section.place,
                section=section.name,
                words=section.heading,
            )


def _has_easy_read(section: SourceSection) -> bool:
    return bool(section.easy_read) or any(_has_easy_read(part) for part in section.sections)


@rule(
    "easy-read-leaves-out",
    title="The easy read says which parts of the guide it leaves out.",
    reason="Readers have complained that eighty pages became seven, without a word about the rest.",
    to_do="Look at the list: does anything in these parts change a decision that readers make?",
    cites=("S-idea B",),
    languages=EVERY_LANGUAGE,
    easy_read=FOR_INFORMATION,
    needs="source",
)
def easy_read_leaves_out(reading: Reading) -> Iterator[Finding]:
    source: Source | None = reading.source
    assert source is not None
    left_out = [section.heading for section in source.sections if section.easy_read_none]
    if left_out:
        listed = "; ".join(left_out)
        yield Finding(
            message=f"These parts have no easy read, as you decided: {listed}.",
            place=source.place,
            words=listed,
        )


@rule(
    "language-not-known",
    title="The checks know the language of the text.",
    reason="We know hard words, the passive, idioms and numbers in words in English only.",
    to_do="Let somebody who writes easy read in this language look at the words.",
    cites=("S-own",),
    languages=EVERY_LANGUAGE,
    easy_read=FOR_INFORMATION,
    needs="document",
)
def language_not_known(reading: Reading) -> Iterator[Finding]:
    if languages.primary(reading.language) != "en":
        yield Finding(
            message=f"This text is in {name_of(reading.language)}. Lengths, pictures and "
            "structure were checked; its words were not.",
            words=reading.language,
        )
