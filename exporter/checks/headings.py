"""Rules on headings, which are the same in every edition."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.checks.explaining import explained
from exporter.checks.hard_words import spoken_of
from exporter.checks.hardness import is_hard, simpler
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
from exporter.checks.word_sets import word_set
from exporter.rules import ENGLISH, EVERY_LANGUAGE

LONGEST = 10


@rule(
    "heading-says-nothing",
    title="A heading says what its part is about.",
    reason="“Information” could stand over every page. A question, or the answer, helps to choose.",
    to_do="Say what readers find here: “Why we wrote this”, “How to get help”.",
    cites=("S19 B", "S22 A", "WCAG 2.4.6"),
    languages=ENGLISH,
    easy_read=FOR_INFORMATION,
    prints=FOR_INFORMATION,
)
def heading_says_nothing(reading: Reading) -> Iterator[Finding]:
    for heading in reading.headings():
        if heading.text.lower().strip(" .:") in words("empty_headings"):
            yield at(heading, f"The heading “{heading.shown}” does not say what comes.")


@rule(
    "heading-capitals",
    title="Headings are not written in CAPITALS.",
    reason="Words in capitals lose their outline, and some screen readers spell them out.",
    to_do="Write it like a sentence: one capital at the start.",
    cites=("S11 A", "S31 A", "S7 A"),
    languages=EVERY_LANGUAGE,
    easy_read=MUST_FIX,
    prints=MUST_FIX,
)
def heading_capitals(reading: Reading) -> Iterator[Finding]:
    for heading in _titles(reading):
        letters = [letter for letter in heading.text if letter.isalpha()]
        # “NHS 111” and “A & E” are names, and no shouting
        spelt_out = [one for one in heading.text.split() if sum(map(str.isalpha, one)) > 1]
        several = len(spelt_out) > 1 or len(letters) > 6
        if several and letters and all(letter.isupper() for letter in letters):
            yield at(
                heading,
                f"The heading “{heading.shown}” is in capitals.",
                suggestion=heading.shown.capitalize(),
            )


def _titles(reading: Reading) -> Iterator[Passage]:
    return (passage for passage in reading.passages if passage.kind in ("heading", "title"))


@rule(
    "heading-too-long",
    title=f"A heading has {LONGEST} words at most.",
    reason="A heading is read at a glance, and again in the contents.",
    to_do="Keep the words that people look for. The rest can be the first sentence.",
    cites=("S11 A", "S31 A", "S20 A"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=FOR_INFORMATION,
)
def heading_too_long(reading: Reading) -> Iterator[Finding]:
    for heading in reading.headings():
        count = len(words_of(heading.text))
        if count > LONGEST:
            yield at(heading, f"This heading has {count} words; {LONGEST} is the most.")


@rule(
    "heading-hard-word",
    title="Headings have everyday words.",
    reason="A heading stands in the contents, far from any explanation.",
    to_do="Use an everyday word, or explain the word at once below the heading.",
    cites=("S1 A", "S22 A", "WCAG 2.4.6"),
    languages=ENGLISH,
    easy_read=PLEASE_ANSWER,
    word_list=True,
)
def heading_hard_word(reading: Reading) -> Iterator[Finding]:
    known = set(spoken_of(reading))
    for heading in _titles(reading):
        first = next(
            (
                index
                for index, sentence in enumerate(reading.sentences)
                if sentence.section == heading.section
            ),
            0,
        )
        for word in words_of(heading.text):
            plain = word.lower.removesuffix("'s")
            name = word.text[:1].isupper() and word.start > 0
            if word.kind != "word" or name or plain in known or not is_hard(plain):
                continue
            known.add(plain)
            if not explained(plain, reading.sentences, first):
                yield at(
                    heading,
                    f"“{word.text}” in this heading may be a hard word.",
                    words=word.text,
                    suggestion=simpler(plain),
                )


_SMALL = word_set("a an the and or of in on to for with by at from as but is")


@rule(
    "heading-title-case",
    title="Headings are written like a sentence: one capital at the start.",
    reason="Capitals Within a Heading make every word look like a name.",
    to_do="Keep the capital of the first word and of names.",
    cites=("S11 A", "S31 A"),
    languages=ENGLISH,
    easy_read=FOR_INFORMATION,
    prints=FOR_INFORMATION,
)
def heading_title_case(reading: Reading) -> Iterator[Finding]:
    for heading in reading.headings():
        later = [
            word.text
            for word in words_of(heading.text)[1:]
            if word.kind == "word" and word.lower not in _SMALL and not word.text.isupper()
        ]
        capital = [word for word in later if word[:1].isupper()]
        if len(capital) >= 2 and len(capital) > len(later) * 0.6 and capital == later:
            yield at(
                heading,
                f"The heading “{heading.shown}” has a capital at every word.",
                suggestion=heading.shown.capitalize(),
            )


@rule(
    "heading-repeated",
    title="Two parts do not have the same heading.",
    reason="In a list of headings nobody can tell them apart.",
    to_do="Say in each what is special about it: “Help by phone”, “Help at home”.",
    cites=("WCAG 2.4.6",),
    languages=EVERY_LANGUAGE,
    easy_read=FOR_INFORMATION,
    prints=FOR_INFORMATION,
)
def heading_repeated(reading: Reading) -> Iterator[Finding]:
    seen: set[str] = set()
    for heading in reading.headings():
        words_there = heading.text.lower()
        if words_there in seen:
            yield at(heading, f"“{heading.shown}” is the heading of an earlier part too.")
        seen.add(words_there)


@rule(
    "heading-too-deep",
    title="There are three levels of headings at most, the title among them; four in print.",
    reason="A part of a part of a part of a part is a maze.",
    to_do="Make the deepest parts paragraphs, or give them a part of their own.",
    cites=("S11 A", "S25 B", "S31 A"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=FOR_INFORMATION,
)
def heading_too_deep(reading: Reading) -> Iterator[Finding]:
    deepest = 3 if reading.rules == "easy-read" else 4
    for heading in reading.headings():
        if heading.level > deepest:
            message = f"This heading is at level {heading.level}; {deepest} is the deepest."
            yield at(heading, message)


@rule(
    "title-too-long",
    title="The title is short and clear.",
    reason="People look for the title on a shelf and in a list, and say it on the telephone.",
    to_do="Shorten it. The subtitle can say the rest.",
    cites=("S32 A",),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=FOR_INFORMATION,
)
def title_too_long(reading: Reading) -> Iterator[Finding]:
    for passage in reading.passages:
        if passage.kind != "title" or passage.level != 1:
            continue
        count = len(words_of(passage.text))
        if count > LONGEST:
            yield at(passage, f"The title has {count} words; {LONGEST} is the most.")
