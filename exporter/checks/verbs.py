"""Rules on verbs: who acts, in which tense, with how many a “not”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.checks.passive import looks_like_participle, passive_in
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
            told = "says only at the end who does it" if by else "does not say who does it"
            yield at(sentence, f"“{words_there}” {told}.", words=words_there)


@rule(
    "passive-often",
    title="At most one sentence in ten is in the passive, in print one in five.",
    reason="One passive sentence can be right. In a text of many, nobody does anything.",
    to_do="Begin with the sentences that tell readers what to do: “send the form”, rather than "
    "“the form must be sent”.",
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
            message=f"{passive} of {len(own)} sentences do not begin with who does it. "
            f"One in {named} is enough."
        )


_HARD_TENSES = re.compile(
    r"\b(?:would|could|might|should|must|may|will)(?:n['’]t| not)?(?: have|['’]ve)"
    r" (?:(?:\w+ly|also|never|still) )?(?P<participle>\w+)"
    r"|\bhad(?:n['’]t| not)? (?:\w+ly )?been\b"
    r"|\b(?:were|was) to have\b|\bhaving been\b",
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
            participle = match["participle"]
            if participle and not looks_like_participle(participle.lower()):
                continue  # "You must have a key" is as simple as can be
            yield at(
                sentence,
                f"“{match.group()}” is a tense that is hard to follow.",
                words=match.group(),
            )


_CLAUSE = word_set(
    "if when because although though while since so and but or which who where whether as until "
    "then"
)
_BREAK = re.compile(r"[,;:–—(]")
_UN = re.compile(r"un(?!(?:less|til|to|der|ion|ite|ity|iq|if|iv))[a-z]{4,}$")
_NEGATIVE = word_set("not no never nobody nothing nowhere none neither nor cannot")
_HALF_NEGATIVE = word_set("without unless hardly barely scarcely rarely seldom")


def _negatives(sentence: Sentence, first: int = 0, last: int | None = None) -> list[str]:
    """Each "not" of some words; where there is one, also words that hold a "not" inside."""
    found = []
    lower = sentence.lower
    end = len(lower) if last is None else last
    for index in range(first, end):
        word = lower[index]
        following = lower[index + 1] if index + 1 < end else ""
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
        found.extend(word for word in lower[first:end] if word in inside)
        found.extend(
            word
            for index, word in enumerate(lower[first:end], first)
            if _turned_after_not(lower, index) and word not in inside
        )
    return found


def _turned_after_not(lower: tuple[str, ...], index: int) -> bool:
    """ "not unusual", "not very dissatisfied"."""
    if not (_UN.match(lower[index]) or lower[index] in words("turned_words")):
        return False
    return any(word == "not" or word.endswith("n't") for word in lower[max(0, index - 2) : index])


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
        found = _cancelling(sentence)
        if found:
            listed = " and ".join(f"“{word}”" for word in found)
            yield at(sentence, f"{listed} stand in one sentence.")


def _cancelling(sentence: Sentence) -> list[str]:
    """Negative words of which one turns the other round; none where each has its own clause.

    “If you cannot come, do not worry” says two things that are not so, and both stay so.
    """
    lower = sentence.lower
    if "neither" in lower or not any(word in _NEGATIVE or word.endswith("n't") for word in lower):
        return []
    before: list[str] = []
    for first, last in _clauses(sentence):
        here = _negatives(sentence, first, last)
        if len(here) > 1:
            return here
        if before and sentence.lower[first] == "unless":
            return [*before, "unless"]
        before = [word for word in here if word not in _HALF_NEGATIVE]
    return []


def _clauses(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """The clauses of a sentence, from the first of its words to before the last."""
    first = 0
    for index, word in enumerate(sentence.words):
        if index == first:
            continue
        between = sentence.text[sentence.words[index - 1].end : word.start]
        if word.lower in _CLAUSE or word.lower == "unless" or _BREAK.search(between):
            yield first, index
            first = index
    if sentence.words:
        yield first, len(sentence.words)


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
        if found and not _cancelling(sentence):
            yield at(sentence, f"This sentence says what is not so (“{found[0]}”).")
