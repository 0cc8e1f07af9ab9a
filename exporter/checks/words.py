"""Rules on single words and phrases: hard, foreign, wordy, shortened, or a picture in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.checks.hard_words import hard_words_in, spoken_of
from exporter.checks.hardness import is_hard
from exporter.checks.reading import Reading
from exporter.checks.rule import (
    FOR_INFORMATION,
    PLEASE_ANSWER,
    Finding,
    at,
    rule,
)
from exporter.checks.word_lists import frequency, mapping, phrases_in, words
from exporter.checks.word_sets import word_set
from exporter.checks.writing import like
from exporter.extras import with_extra
from exporter.rules import ENGLISH


@rule(
    "hard-word",
    title="Words are everyday words, or are explained.",
    reason="The guides ask for the few thousand words that people meet every day. One hard word "
    "can close a whole page.",
    to_do="Use an everyday word. If this is the word that people need to know, put it in the "
    "glossary, or say in the next sentence what it means.",
    cites=("S1 A", "S5 A", "S20 A", "WCAG 3.1.3"),
    languages=ENGLISH,
    easy_read=PLEASE_ANSWER,
    word_list=True,
)
def hard_word(reading: Reading) -> Iterator[Finding]:
    for hard in hard_words_in(reading):
        yield at(
            hard.sentence,
            f"“{hard.word}” may be a hard word"
            + (f"; it stands here {hard.times} times." if hard.times > 1 else "."),
            words=hard.word,
            suggestion=hard.simpler,
        )


@rule(
    "long-word",
    title="Words are short.",
    reason="A long word takes a slow reader several looks, even when they know it.",
    to_do="Look for a shorter word. If there is none, keep it.",
    cites=("S22 A", "S17 A"),
    languages=ENGLISH,
    easy_read=FOR_INFORMATION,
    word_list=True,
)
def long_word(reading: Reading) -> Iterator[Finding]:
    told = set(spoken_of(reading))
    for sentence in reading.own:
        for word in sentence.words:
            plain = "-" not in word.text and word.lower.isalpha()
            everyday = word.lower in words("everyday_words") or word.lower in told
            if len(word.lower) >= 12 and plain and not everyday and word.text.islower():
                told.add(word.lower)
                if frequency(word.lower) < 5.2 and not is_hard(word.lower):
                    yield at(
                        sentence,
                        f"“{word.text}” is a long word ({len(word.text)} letters).",
                        words=word.text,
                    )


def _replaced(reading: Reading, name: str, message: str) -> Iterator[Finding]:
    """A finding for each phrase of data/<name>.yaml, with the words that it gives instead."""
    table = mapping(name)
    for sentence in reading.own:
        for match in phrases_in(name, sentence.lower):
            found = sentence.piece(match.start, match.end)
            yield at(
                sentence,
                message.format(words=found),
                words=found,
                suggestion=like(found, table[match.phrase]),
            )


@rule(
    "wordy-phrase",
    title="Nothing is said in three words that can be said in one.",
    reason="“For a period of 14 days” says no more than “for 14 days”.",
    to_do="Use fewer words.",
    cites=("S3 A",),
    languages=ENGLISH,
    easy_read=PLEASE_ANSWER,
    prints=FOR_INFORMATION,
)
def wordy_phrase(reading: Reading) -> Iterator[Finding]:
    yield from _replaced(reading, "wordy_phrases", "“{words}” can be said in fewer words.")


@rule(
    "foreign-word",
    title="There are no words from other languages, unless everybody knows them.",
    reason="“Per annum” shuts out everyone who was not taught it.",
    to_do="Use the English word.",
    cites=("S1 A", "S22 A"),
    languages=ENGLISH,
    easy_read=PLEASE_ANSWER,
)
def foreign_word(reading: Reading) -> Iterator[Finding]:
    yield from _replaced(reading, "foreign_words", "“{words}” comes from another language.")
    for passage in reading.prose():
        for found in passage.foreign:
            yield at(passage, f"“{found}” is in another language.", words=found)


@rule(
    "idiom",
    title="Words mean what they say.",
    reason="Many readers take words as they stand. “We will touch base” has no base in it.",
    to_do="Say plainly what you mean: “easy”, rather than “a piece of cake”.",
    cites=("S1 A", "S20 A"),
    languages=ENGLISH,
    easy_read=PLEASE_ANSWER,
)
def idiom(reading: Reading) -> Iterator[Finding]:
    yield from _replaced(reading, "idioms", "“{words}” does not mean what its words say.")


_LIKE = re.compile(
    r"\bas (\w+) as (?:a|an|the) \w+"
    r"|\b(?:is|are|feels?|felt|was|were|looks?|sounds?|works?) (?:a bit |just |more )?like an? \w+",
    re.IGNORECASE,
)
_REAL_COMPARISON = word_set("soon much many long far well often little few big small")


@rule(
    "comparison",
    title="A comparison is one that everybody can see.",
    reason="“Like a door that opens” may be taken for a real door.",
    to_do="Say it without the comparison, or explain it.",
    cites=("S1 A", "S20 A"),
    languages=ENGLISH,
    easy_read=FOR_INFORMATION,
)
def comparison(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        match = _LIKE.search(sentence.text)
        if match and (match.group(1) or "").lower() not in _REAL_COMPARISON:
            yield at(sentence, f"“{match.group()}” compares two things.", words=match.group())


_FROM_VERB = re.compile(r"\b(?:the|an?) (\w{4,}(?:tion|sion|ment|ance|ence)s?) of\b", re.IGNORECASE)
_REAL_NOUNS = word_set(
    "question section station version mention information attention condition position "
    "apartment department government moment document statement audience sentence experience "
    "science difference distance ambulance chance pension mission television profession "
    "nation"
)


@rule(
    "noun-from-verb",
    title="Verbs stay verbs.",
    reason="“The completion of the form” hides who does it. “You fill in the form” shows it.",
    to_do="Look for the verb inside the word, and say who does it: “you fill in the form”.",
    cites=("S22 A",),
    languages=ENGLISH,
    easy_read=FOR_INFORMATION,
)
def noun_from_verb(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        for match in _FROM_VERB.finditer(sentence.text):
            if match.group(1).lower() not in _REAL_NOUNS:
                yield at(sentence, f"“{match.group()}” hides who does what.", words=match.group())


@rule(
    "word-lists-missing",
    title="The lists of everyday words are there.",
    reason="Without them nobody can say which words are hard.",
    to_do=with_extra("easy-read"),
    cites=("S-own",),
    languages=ENGLISH,
    easy_read=PLEASE_ANSWER,
)
def word_lists_missing(reading: Reading) -> Iterator[Finding]:
    from importlib.util import find_spec

    if find_spec("wordfreq") is None:
        yield Finding(
            message="Hard words and long words were not checked: wordfreq is not installed."
        )
