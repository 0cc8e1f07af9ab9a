"""Rules on explained words: the glossary, bold words, and the document's list of short forms."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.authored.rules import GLOSSARY_UNUSED
from exporter.checks.bold_terms import is_term
from exporter.checks.explaining import NEAR, explained
from exporter.checks.reading import Reading
from exporter.checks.rule import (
    FOR_INFORMATION,
    MUST_FIX,
    PLEASE_ANSWER,
    Finding,
    at,
    finds,
    rule,
)
from exporter.languages.spellings import plainly, spelling
from exporter.rules import ENGLISH, EVERY_LANGUAGE
from exporter.source import GlossaryEntry
from exporter.walk import plain_text


def _entry(reading: Reading, word: str) -> GlossaryEntry | None:
    if reading.source is None:
        return None
    wanted = spelling(word).strip(" .:,")
    return next(
        (
            entry
            for entry in reading.source.glossary
            if wanted in map(spelling, (entry.word, *entry.also))
        ),
        None,
    )


def _names_for(entry: GlossaryEntry | None, word: str) -> tuple[str, ...]:
    return tuple({word.lower(), *((entry.word.lower(), *entry.also) if entry else ())})


@rule(
    "bold-word-not-explained",
    title="A bold word is explained in the same sentence or in the next two.",
    reason="Bold promises an explanation. It must come before the reader turns the page.",
    to_do="Add a row “word: …” after this one, or say what it means in the next sentence.",
    cites=("S3 A", "S1 A", "S26 A", "S27 A"),
    languages=ENGLISH,
    easy_read=MUST_FIX,
)
def bold_word_not_explained(reading: Reading) -> Iterator[Finding]:
    sentences = reading.sentences
    seen: set[str] = set()
    for passage in reading.prose():
        for bold in () if passage.kind == "quote" else passage.bold:
            word = bold.text.strip(" .:,")
            if word.lower() in seen or not is_term(bold, passage):
                continue
            seen.add(word.lower())
            index = next(
                (
                    number
                    for number, sentence in enumerate(sentences)
                    if sentence.place == passage.place
                    and sentence.section == passage.section
                    and word.lower() in sentence.text.lower()
                ),
                0,
            )
            entry = _entry(reading, word)
            meaning = plain_text(entry.easy) if entry else ""
            near = " ".join(sentence.text for sentence in sentences[index : index + 1 + NEAR + 1])
            if meaning and meaning.split(".")[0].strip() in near:
                continue
            if not any(
                explained(name, sentences, index) for name in _names_for(entry, word.lower())
            ):
                yield at(passage, f"“{word}” is bold, but not explained close by.", words=word)


@rule(
    "glossary-not-easy",
    title="A word of the glossary that stands in easy read has an easy meaning.",
    reason="The meaning for professionals is often harder than the word.",
    to_do="Add a line to the word in document.yaml, for example “easy: a group that decides”.",
    cites=("S3 A", "S1 A"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    needs="source",
)
def glossary_not_easy(reading: Reading) -> Iterator[Finding]:
    told: set[str] = set()
    for passage in reading.prose():
        for bold in passage.bold:
            entry = _entry(reading, bold.text) if bold.term else None
            if entry and not entry.easy and entry.name not in told:
                told.add(entry.name)
                yield at(
                    passage,
                    f"“{entry.word}” has no easy meaning in the glossary.",
                    words=entry.word,
                )


@finds(GLOSSARY_UNUSED, needs="source")
def glossary_unused(reading: Reading) -> Iterator[Finding]:
    assert reading.source is not None
    text = _every_word(reading)
    for entry in reading.source.glossary:
        used = any(
            re.search(rf"(?<!\w){re.escape(spelling(form))}s?(?!\w)", text)
            for form in (entry.word, *entry.also)
        )
        if not used:
            yield Finding(
                message=f"“{entry.word}” is in the glossary, but not in the text.",
                place=entry.place,
                words=entry.word,
            )


def _every_word(reading: Reading) -> str:
    """All that the document says, but the glossary's own list."""
    return "\n".join(
        spelling(passage.shown) for passage in reading.passages if passage.kind != "label"
    )


@rule(
    "abbreviation-unused",
    title="Every short form in the list of the document is used.",
    reason="A list that is longer than it needs to be is soon out of date.",
    to_do="Take it out of “abbreviations” in document.yaml.",
    cites=("S-own", "WCAG 3.1.4"),
    languages=EVERY_LANGUAGE,
    clear_print=FOR_INFORMATION,
    needs="source",
)
def abbreviation_unused(reading: Reading) -> Iterator[Finding]:
    assert reading.source is not None
    text = "\n".join(plainly(passage.shown) for passage in reading.passages)
    for short, long in reading.source.abbreviations:
        if not re.search(rf"(?<!\w){re.escape(plainly(short))}s?(?!\w)", text):
            yield Finding(
                message=f"“{short}” ({long}) is in the list of short forms, but not in the text.",
                place=reading.source.place,
                words=short,
            )
