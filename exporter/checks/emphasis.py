"""Rules on bold and on capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.checks.bold_terms import MOST_WORDS, is_label, is_term
from exporter.checks.explaining import explained
from exporter.checks.reading import Passage, Reading
from exporter.checks.rule import (
    FOR_INFORMATION,
    MUST_FIX,
    PLEASE_ANSWER,
    Finding,
    at,
    rule,
)
from exporter.checks.splitting import words_of
from exporter.checks.word_lists import words
from exporter.rules import EVERY_LANGUAGE

SHOUTED = re.compile(r"\b[A-Z][A-Z’'-]{1,40}+(?:[ ,]{1,9}+[A-Z][A-Z’'-]{0,40}+)+\b|\b[A-Z]{8,}+\b")


@rule(
    "capitals",
    title="Words are not written in CAPITALS.",
    reason="We know words by their outline. In capitals every word is a box.",
    to_do="Write small letters. What matters most can stand first, or in a box.",
    cites=("S7 A", "S8 A", "S9 A", "S11 A", "S31 A"),
    languages=EVERY_LANGUAGE,
    easy_read=MUST_FIX,
    prints=PLEASE_ANSWER,
)
def capitals(reading: Reading) -> Iterator[Finding]:
    for passage in reading.passages:
        if passage.kind in ("heading", "title", "contact", "cited", "source"):
            continue
        for match in SHOUTED.finditer(passage.text):
            found = match.group()
            if not _is_shouting(found):
                continue
            yield at(
                passage,
                f"“{found}” is in capitals.",
                words=found,
                suggestion=found.capitalize() if match.start() == 0 else found.lower(),
            )


def _is_shouting(found: str) -> bool:
    """Three words, or two of four letters, or a long one.

    A word or two in capitals are taken by the guides as they are: "KEEP OUT".
    """
    spoken = [
        word
        for word in found.replace(",", " ").split()
        if len(word) > 1 and word not in words("acronyms_known")
    ]
    if " " not in found.replace(", ", ",") and "," in found:
        return False  # "NASA, FBI": one after the other, none of them in a sentence
    long = sum(1 for word in spoken if len(word) >= 4)
    return long > 0 and (len(spoken) >= 3 or long >= 2 or len(spoken[0]) >= 8)


@rule(
    "bold-too-long",
    title="Bold is for a few words.",
    reason="Bold stands out because the rest is not bold.",
    to_do="Choose the two or three words that matter, or put the whole in a box.",
    cites=("S3 A", "S28 A"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=FOR_INFORMATION,
)
def bold_too_long(reading: Reading) -> Iterator[Finding]:
    for passage in reading.passages:
        for bold in passage.bold:
            count = len(words_of(bold.text))
            if count > 8:
                yield at(
                    passage, f"{count} words in a row are bold; 8 is the most.", words=bold.text
                )


@rule(
    "bold-too-often",
    title="At most one word in ten is bold.",
    reason="Where much is bold, nothing is.",
    to_do="Keep bold for the words that you explain.",
    cites=("S3 A", "S28 A"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=FOR_INFORMATION,
)
def bold_too_often(reading: Reading) -> Iterator[Finding]:
    bold = sum(len(words_of(span.text)) for passage in reading.prose() for span in passage.bold)
    if bold > 10 and bold > reading.words / 10:
        yield Finding(message=f"{bold} of {reading.words} words are bold. One in ten is the most.")


@rule(
    "bold-again",
    title="A hard word is bold once, where it is explained.",
    reason="Bold says “here is a new word”. Twice, it says so of a word that is known.",
    to_do="Keep the first, and let the others be plain.",
    cites=("S27 A", "S35 A"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
)
def bold_again(reading: Reading) -> Iterator[Finding]:
    seen: set[str] = set()
    for passage in reading.prose():
        for bold in passage.bold:
            word = bold.text.lower().strip(" .:,")
            if is_label(bold, passage) and not bold.term:
                continue
            if word in seen:
                yield at(passage, f"“{bold.text}” is bold a second time.", words=bold.text)
            elif is_term(bold, passage) or _is_explained(word, passage):
                seen.add(word)


def _is_explained(word: str, passage: Passage) -> bool:
    """Whether bold words are a term because the passage says what they mean."""
    spoken = 0 < len(words_of(word)) <= MOST_WORDS
    return spoken and explained(word, passage.sentences, 0)
