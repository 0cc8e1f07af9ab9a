"""Rules on words that are not written in full: e.g., Sept, don’t."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from exporter.checks.reading import Reading, Sentence
from exporter.checks.rule import FOR_INFORMATION, MUST_FIX, PLEASE_ANSWER, Finding, at, rule
from exporter.checks.word_lists import mapping
from exporter.checks.word_sets import word_set
from exporter.checks.writing import like
from exporter.rules import ENGLISH


@cache
def _short_forms() -> re.Pattern[str]:
    longest_first = sorted(mapping("abbreviations"), key=len, reverse=True)
    return re.compile(
        rf"(?<![\w.])(?:{'|'.join(re.escape(short) for short in longest_first)})(?!\w)",
        re.IGNORECASE,
    )


_ONLY_BESIDE_NUMBERS = word_set("mar dec jan oct sat sun wed no. st. pa max fig ext para")
_ALSO_IN_CAPITALS = word_set("asap fyi rsvp tbc tbd eg ie e.g i.e etc")


@rule(
    "abbreviation",
    title="Words are written in full.",
    reason="Short forms such as “e.g.” must be learned, sound odd aloud, and are easily missed.",
    to_do="Write the words in full.",
    cites=("S26 A", "S22 A", "S24 A", "WCAG 3.1.4"),
    languages=ENGLISH,
    easy_read=MUST_FIX,
    prints=FOR_INFORMATION,
)
def abbreviation(reading: Reading) -> Iterator[Finding]:
    table = mapping("abbreviations")
    for sentence in reading.own:
        for match in _short_forms().finditer(sentence.text):
            short = match.group()
            if short.lower() not in table or _is_a_word(sentence, match):
                continue  # a pattern that ignores case takes ı for i
            dotted = f"{short}." if sentence.text[match.end() : match.end() + 1] == "." else short
            yield at(
                sentence,
                f"“{dotted}” is a short form.",
                words=dotted if match.end() + 1 < len(sentence.text) else short,
                suggestion=table[short.lower()],
            )


_THEN_A_NUMBER = re.compile(r"\.?\s?\d")


def _is_a_word(sentence: Sentence, match: re.Match[str]) -> bool:
    """ "Sat", "Max" and "no" are words; "Sat 5 May", "max 5" and "no. 5" are short forms."""
    short = match.group()
    if short.isupper() and short.lower() not in _ALSO_IN_CAPITALS:
        return True
    if short.lower() not in _ONLY_BESIDE_NUMBERS:
        return False
    after = _THEN_A_NUMBER.match(sentence.text, match.end())
    before = sentence.text[max(0, match.start() - 3) : match.start()].rstrip()[-1:].isdigit()
    is_day_or_month = short.lower() in word_set("mar dec jan oct sat sun wed")
    return not (after or before) or (is_day_or_month and short.islower())


_CONTRACTION = re.compile(
    r"\b\w+n['’]t\b|\b(?:should|would|could|might|must)['’]ve\b|\b(?:I|you|we|they|he|she|it|that|there|who|what|here|let|where|how)"
    r"['’](?:ll|ve|re|d|s|m)\b",
    re.IGNORECASE,
)
_IRREGULAR = {"can't": "cannot", "won't": "will not", "shan't": "shall not", "let's": "let us"}
_LONG = {"ll": " will", "ve": " have", "re": " are", "d": " would", "m": " am", "s": " is"}


@rule(
    "contraction",
    title="Two words are not joined into one: “do not”, rather than “don’t”.",
    reason="The “n’t” is the smallest part of the word and turns the meaning round.",
    to_do="Write both words.",
    cites=("S26 A",),
    languages=ENGLISH,
    easy_read=PLEASE_ANSWER,
)
def contraction(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        for match in _CONTRACTION.finditer(sentence.text):
            short = match.group()
            plain = short.lower().replace("’", "'")
            head, _, tail = plain.partition("'")
            if plain in _IRREGULAR:
                full = _IRREGULAR[plain]
            elif plain.endswith("n't"):
                full = f"{plain[:-3]} not"
            elif tail in _LONG:
                full = head + _LONG[tail]
            else:
                continue  # “ſ”, which a pattern that ignores case takes for “s”
            yield at(
                sentence,
                f"“{short}” is two words in one.",
                words=short,
                suggestion=like(short, full),
            )
