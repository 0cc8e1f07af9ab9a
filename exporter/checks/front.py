"""Rules on what a reader needs before and after the text: who, when, how to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.checks.reading import Reading
from exporter.checks.rule import FOR_INFORMATION, MUST_FIX, PLEASE_ANSWER, Finding, rule
from exporter.rules import ENGLISH, EVERY_LANGUAGE


@rule(
    "contact-missing",
    title="Readers can ask somebody.",
    reason="A reader with a question, or who needs another format, must know whom to ask.",
    to_do="Add “contacts:” to document.yaml, with a name, a phone number and an email address: "
    "README.md, “How to write”, has an example.",
    cites=("S32 A", "S22 C", "S36 A"),
    languages=EVERY_LANGUAGE,
    easy_read=MUST_FIX,
    prints=PLEASE_ANSWER,
    needs="source",
)
def contact_missing(reading: Reading) -> Iterator[Finding]:
    assert reading.source is not None
    if not reading.source.contacts:
        yield Finding(message="This document does not say whom to ask.", place=reading.source.place)


@rule(
    "contact-one-way",
    title="Readers can ask in two ways at least.",
    reason="Not everybody can use a phone, and not everybody has email.",
    to_do="Add another way to “contacts:” in document.yaml: phone, email or post.",
    cites=("S32 A", "S22 C"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=FOR_INFORMATION,
    needs="source",
)
def contact_one_way(reading: Reading) -> Iterator[Finding]:
    assert reading.source is not None
    ways = {
        way
        for _, contact in reading.source.contacts
        for way in ("phone", "email", "post")
        if getattr(contact, way)
    }
    if len(ways) == 1:
        only = next(iter(ways), "web")
        yield Finding(
            message=f"Readers can ask only by {only}.", place=reading.source.place, words=only
        )


@rule(
    "date-missing",
    title="The document says when it was made.",
    reason="Without a date nobody knows whether the phone number still holds.",
    to_do="Add “date:” to document.yaml, for example “date: March 2026”. A year is enough.",
    cites=("S32 A", "S-own"),
    languages=EVERY_LANGUAGE,
    easy_read=MUST_FIX,
    prints=PLEASE_ANSWER,
    needs="document",
)
def date_missing(reading: Reading) -> Iterator[Finding]:
    assert reading.document is not None
    if not reading.document.date:
        yield Finding(message="This document has no date.")


@rule(
    "version-missing",
    title="The document has a version.",
    reason="The editions of one text belong together only if they say which version they are.",
    to_do='Add “version:” to document.yaml, for example version: "1.0".',
    cites=("S32 A", "S-own"),
    languages=EVERY_LANGUAGE,
    easy_read=FOR_INFORMATION,
    prints=FOR_INFORMATION,
    needs="document",
)
def version_missing(reading: Reading) -> Iterator[Finding]:
    assert reading.document is not None
    if not reading.document.version:
        yield Finding(message="This document has no version.")


@rule(
    "cover-picture-missing",
    title="The cover of easy read has a picture.",
    reason="The picture on the cover says what the booklet is about before a word is read.",
    to_do="Add “cover:” to document.yaml, with the name of a picture.",
    cites=("S32 A",),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    needs="document",
)
def cover_picture_missing(reading: Reading) -> Iterator[Finding]:
    assert reading.document is not None
    if reading.document.cover is None and reading.document.cover_page:
        yield Finding(message="The cover has no picture.")


_WE = frozenset(("we", "us", "our", "we're", "we'll", "we've"))
_WHO = re.compile(
    r"\b(?:we are|we're|our (?:name is|group is|team is|organisation is)|called us|by us,"
    r"|(?:this|it) (?:booklet|guide|book|leaflet|information|document) (?:is|was) "
    r"(?:from|by|made by|written by)|wrote this|made this|written by)\b|\bwe \(",
    re.IGNORECASE,
)


@rule(
    "we-not-explained",
    title="The text says who “we” are.",
    reason="“We want to hear from you”: who does?",
    to_do="Write near the beginning who you are: “We are the Monday Group”.",
    cites=("S35 A", "S17 A"),
    languages=ENGLISH,
    easy_read=PLEASE_ANSWER,
)
def we_not_explained(reading: Reading) -> Iterator[Finding]:
    own = reading.own
    first = next((s for s in own if _WE & set(s.lower)), None)
    if first is None:
        return
    if not any(_WHO.search(sentence.text) for sentence in own[:40]):
        yield Finding(
            message="The text says “we”, and not who that is.",
            place=first.place,
            section=first.section,
            words=first.text,
        )
