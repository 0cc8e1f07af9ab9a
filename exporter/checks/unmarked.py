"""A rule on words in another language than the document's: a screen reader must be told."""

from __future__ import annotations

from collections.abc import Iterator

from exporter import languages
from exporter.checks.reading import PROSE, Passage, Reading
from exporter.checks.rule import PLEASE_ANSWER, Finding, rule
from exporter.diagnostics import short
from exporter.languages import pseudo
from exporter.languages.recognising import name_of, recognised
from exporter.rules import EVERY_LANGUAGE

_ENGLISH = "en"


@rule(
    "english-unmarked",
    title="English words in a document of another language are marked as English.",
    reason="A screen reader says them with the voice of the document’s language, and nobody "
    "understands them. Words that `exporter init` began with are English until you write yours.",
    to_do="Write them in the language of the document. What stays English gets a mark, as in "
    "“[Good morning]{lang=en}”.",
    cites=("WCAG 3.1.2",),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="document",
)
def english_unmarked(reading: Reading) -> Iterator[Finding]:
    """Once a document: in one that was just begun every passage is English."""
    if languages.primary(reading.language) == _ENGLISH or pseudo.is_pseudo(reading.language):
        return
    among = languages.primary(reading.language)
    found = [
        one
        for one in reading.passages
        if one.kind in PROSE and recognised(_unmarked(one), among=among) == _ENGLISH
    ]
    if not found:
        return
    first, more = found[0], len(found) - 1
    and_more = (
        f", and {more:,} more texts are" if more > 1 else ", and one more is" if more else " is"
    )
    yield Finding(
        message=f"“{short(first.shown.strip(' .?!…'), 40)}”{and_more} in English, not in "
        f"{name_of(reading.language)}, and no mark says so.",
        place=first.place,
        section=first.section,
        words=first.shown,
    )


def _unmarked(passage: Passage) -> str:
    """The words of a passage less those that are marked as in another language, or are code."""
    text = passage.shown
    for one in reversed(passage.apart):
        text = text[: one.start] + " " + text[one.end :]
    return text
