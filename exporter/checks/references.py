"""Rules on notes and on sending the reader to other places."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.checks.reading import Reading
from exporter.checks.rule import (
    FOR_INFORMATION,
    MUST_FIX,
    PLEASE_ANSWER,
    Finding,
    at,
    rule,
)
from exporter.rules import ENGLISH, EVERY_LANGUAGE
from exporter.walk import plain_text, sections_within


@rule(
    "note-in-easy-read",
    title="Easy read has no notes.",
    reason="A note sends the reader away in the middle of a thought. Few come back.",
    to_do="Say it in a row of its own, or leave it out.",
    cites=("S22 A", "S24 A", "S1 C"),
    languages=EVERY_LANGUAGE,
    easy_read=MUST_FIX,
    needs="document",
)
def note_in_easy_read(reading: Reading) -> Iterator[Finding]:
    assert reading.document is not None
    for section in sections_within(reading.document.sections):
        for note in section.notes:
            yield Finding(
                message="There is a note here, and easy read has none.",
                place=note.place,
                section=section.anchor,
                words=plain_text(note.children),
            )


_ELSEWHERE = re.compile(
    r"\bsee (?:also )?(?:page|section|part|chapter|appendix|above|below|overleaf|opposite|the next|"
    r"figure|table)\b|\b(?:as )?(?:mentioned|described|explained|shown|said|listed) "
    r"(?:above|below|earlier|before|overleaf|opposite)\b|\b(?:above|following)[- ]mentioned\b"
    r"|\bturn to page\b|\bsee below\b",
    re.IGNORECASE,
)


@rule(
    "see-elsewhere",
    title="Readers are not sent to another place.",
    reason="To turn to another page and back needs a good memory. “Above” may be on another page.",
    to_do="Say it again here, in a few words.",
    cites=("S22 A", "S24 A", "S1 C"),
    languages=ENGLISH,
    easy_read=PLEASE_ANSWER,
)
def see_elsewhere(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        match = _ELSEWHERE.search(sentence.text)
        if match:
            yield at(sentence, f"“{match.group()}” sends the reader away.", words=match.group())


_PAGE = re.compile(
    r"\b(?:page|(?:see|on|to|at) pages|p\.|pp\.) ?\d+(?:\s?[–-]\s?\d+)?", re.IGNORECASE
)


@rule(
    "page-number-typed",
    title="Nobody types the page number of their own document.",
    reason="Page 7 of the printed guide is page 11 in large print, and page 3 in easy read.",
    to_do="Point at the place by its name, for example [](#name-of-the-part). The program adds the "
    "right page.",
    cites=("S11 A", "S40 A"),
    languages=ENGLISH,
    easy_read=MUST_FIX,
    prints=PLEASE_ANSWER,
)
def page_number_typed(reading: Reading) -> Iterator[Finding]:
    listed = reading.source.references if reading.source else ()
    works, entries = {work.name for work in listed}, {work.place for work in listed}
    ours = _where_more_is(reading)
    for passage in reading.prose():
        cites = any(link.inside and link.target in works for link in passage.links)
        outside = any(not link.inside for link in passage.links)
        if passage.kind == "quote" or cites or outside or passage.place in entries:
            continue
        for match in _PAGE.finditer(ours.sub("", passage.text)):
            yield at(
                passage,
                f"“{match.group()}” is typed, and will be wrong in other editions.",
                words=match.group(),
            )


def _where_more_is(reading: Reading) -> re.Pattern[str]:
    """What the program itself says of pages, in an edition of summaries; it counts them."""
    known = dict(reading.document.words.entries) if reading.document else {}
    said = (known.get(f"{key}-on-page", "") for key in ("more-in-part", "more-there"))
    holes = (re.sub(r"\\{\w+\\}", r"\\d+", re.escape(one)) for one in said if one)
    return re.compile("|".join(holes) or r"(?!)")


@rule(
    "reference-in-easy-read",
    title="Easy read points to few other places.",
    reason="Every link is a choice: go, or read on?",
    to_do="Keep it if readers need it. If not, say here what they would find there.",
    cites=("S22 A", "S24 A"),
    languages=EVERY_LANGUAGE,
    easy_read=FOR_INFORMATION,
)
def reference_in_easy_read(reading: Reading) -> Iterator[Finding]:
    for passage in reading.prose():
        for link in passage.links:
            if link.inside:
                yield at(passage, f"This row points to “{link.text}”.", words=link.text)
