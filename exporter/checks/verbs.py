"""Rules on verbs: who acts, in which tense, with how many a “not”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from exporter.checks.passive import passive_in
from exporter.checks.reading import Reading, Sentence
from exporter.checks.rule import (
    FOR_INFORMATION,
    MUST_FIX,
    PLEASE_ANSWER,
    Finding,
    at,
    rule,
)
from exporter.checks.word_lists import words
from exporter.checks.word_sets import word_set
from exporter.rules import ENGLISH


@rule(
    "passive-voice",
    title="Sentences say who does what.",
    reason="“The form is sent by us” hides who acts and turns the order of events round. "
    "“We send the form” is shorter and clearer.",
    to_do="Say who does it, and begin with them.",
    cites=("S3 A", "S5 A", "S20 A", "S22 A", "S17 A"),
    languages=ENGLISH,
    easy_read=PLEASE_ANSWER,
)
def passive_voice(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        for words_there in passive_in(sentence):
            by = f"{words_there} by " in sentence.text
            told = "says only at the end who acts" if by else "does not say who acts"
            yield at(sentence, f"“{words_there}” {told}.", words=words_there)


@rule(
    "passive-often",
    title="At most one sentence in ten is in the passive, in print one in five.",
    reason="One passive sentence can be right. Many together make a text of no people.",
    to_do="Begin with the sentences that tell the reader to do something.",
    cites=("S3 A", "S5 A", "S22 A", "S17 A"),
    languages=ENGLISH,
    easy_read=MUST_FIX,
    prints=FOR_INFORMATION,
)
def passive_often(reading: Reading) -> Iterator[Finding]:
    own = reading.own
    passive = sum(1 for sentence in own if any(True for _ in passive_in(sentence)))
    one_in, named = (10, "ten") if reading.rules == "easy-read" else (5, "five")
    if passive > 3 and passive > len(own) / one_in:
        yield Finding(
            message=f"{passive} of {len(own)} sentences do not begin with who acts. "
            f"One in {named} is enough."
        )


_HARD_TENSES = re.compile(
    r"\b(?:would|could|might|should|must|may)(?:n['’]t| not)? have (?:\w+ly )?\w+"
    r"|\bhad(?:n['’]t| not)? (?:\w+ly )?been\b"
    r"|\bwill have (?:been|\w+ed)\b|\b(?:were|was) to have\b|\bhaving been\b",
    re.IGNORECASE,
)


@rule(
    "hard-tense",
    title="Verbs are in a simple tense.",
    reason="“Would have been” asks the reader to picture something that did not happen.",
    to_do="Say what happens, or what happened: “we did not send it”, not “it might have gone”.",
    cites=("S20 A", "S22 A", "S25 B"),
    languages=ENGLISH,
    easy_read=PLEASE_ANSWER,
)
def hard_tense(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        for match in _HARD_TENSES.finditer(sentence.text):
            yield at(sentence, f"“{match.group()}” is a hard tense.", words=match.group())


_NEGATIVE = word_set("not no never nobody nothing nowhere none neither nor cannot")
_HALF_NEGATIVE = word_set("without unless hardly barely scarcely rarely seldom")


def _negatives(sentence: Sentence) -> list[str]:
    """Each "not" of a sentence; where there is one, also words that hold a "not" inside."""
    found = []
    lower = sentence.lower
    for index, word in enumerate(lower):
        following = lower[index + 1] if index + 1 < len(lower) else ""
        before = lower[index - 1] if index else ""
        if word == "no" and (
            sentence.text[sentence.words[index].end :][:1] == "," or before == "or"
        ):
            continue
        if word == "not" and (following == "only" or before in ("or", "why")):
            continue
        if word in _NEGATIVE or word.endswith("n't"):
            found.append(word)
    if found:
        inside = _HALF_NEGATIVE | words("negative_words")
        found.extend(word for word in lower if word in inside)
    return found


@rule(
    "double-negative",
    title="A sentence has one “no” or “not” at most.",
    reason="“Do not go unless you have not eaten” must be turned round twice. Readers who miss "
    "one of the two understand the opposite.",
    to_do="Say what is so, or what to do. Take great care that the meaning stays the same.",
    cites=("S5 A", "S20 A", "S22 A"),
    languages=ENGLISH,
    easy_read=MUST_FIX,
    prints=FOR_INFORMATION,
)
def double_negative(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        found = _negatives(sentence)
        if len(found) < 2 or _two_choices(sentence):
            continue
        listed = " and ".join(f"“{word}”" for word in found)
        yield at(sentence, f"{listed} stand in one sentence.")


def _two_choices(sentence: Sentence) -> bool:
    """ "neither … nor" and "no … and no …" say one no of two things."""
    lower = sentence.lower
    pairs = set(pairwise(lower))
    return "neither" in lower or bool({("and", "no"), ("or", "no"), ("and", "not")} & pairs)


@rule(
    "negative-wording",
    title="Sentences say what to do, rather than what not to do.",
    reason="“Not” is a small word, easily missed. A program must never change it for you.",
    to_do="If you can, say it the other way round. If the “not” protects somebody, keep it, and "
    "let the picture show it too.",
    cites=("S5 A", "S20 A", "S22 A"),
    languages=ENGLISH,
    easy_read=FOR_INFORMATION,
)
def negative_wording(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        found = _negatives(sentence)
        if len(found) == 1 or (found and _two_choices(sentence)):
            yield at(sentence, f"This sentence says what is not so (“{found[0]}”).")
