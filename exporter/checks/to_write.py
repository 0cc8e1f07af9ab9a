"""Rules on places that wait for an author: an import leaves them where only a person can write."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.checks.placed_pictures import defined_at, each_once
from exporter.checks.reading import Reading
from exporter.checks.rule import MUST_FIX, PLEASE_ANSWER, Finding, at, rule
from exporter.rules import EVERY_LANGUAGE
from exporter.source import TO_WRITE


@rule(
    "to-write",
    title="Nothing waits to be written.",
    reason="Where the imported file said nothing, for example what a picture shows, the import "
    "wrote “TO WRITE”. Readers would meet these words.",
    to_do="Write what belongs there, in the place of “TO WRITE” and all that follows it.",
    cites=("S41 B", "WCAG 1.1.1"),
    languages=EVERY_LANGUAGE,
    easy_read=MUST_FIX,
    prints=MUST_FIX,
    needs="source",
)
def to_write(reading: Reading) -> Iterator[Finding]:
    """In a draft each is a question; what is released must hold none."""
    assert reading.source is not None
    severity = None if reading.source.status == "released" else PLEASE_ANSWER
    for placed in each_once(reading):
        alt = placed.picture.alt
        if alt.startswith(TO_WRITE):
            found = defined_at(reading, placed, f"Nobody has written yet {_what(alt)}.", alt)
            yield Finding(
                message=found.message,
                place=found.place,
                section=found.section,
                words=alt,
                hint="Write it after “alt:”, or “decorative: true” if the picture only decorates.",
                severity=severity,
            )
    for passage in reading.passages:
        if passage.text.startswith(TO_WRITE):
            message = f"Nobody has written yet {_what(passage.text)}."
            yield at(passage, message, severity=severity)


def _what(words: str) -> str:
    return words.removeprefix(TO_WRITE).lstrip(": ").rstrip(". ") or "what belongs here"
