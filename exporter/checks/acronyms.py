"""Rules on initials: BBC, NHS, PPIE."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.checks.reading import Reading, Sentence
from exporter.checks.rule import FOR_INFORMATION, MUST_FIX, Finding, at, rule
from exporter.checks.word_lists import ExtraMissing, frequency, words
from exporter.checks.word_sets import word_set
from exporter.rules import ENGLISH

_INITIALS = re.compile(
    r"(?<![\w@/.#&-])(?:(?:[A-Z][a-z]?){0,2}[A-Z]{2,}[a-z]?(?:&[A-Z])?|[A-Z][a-z]{1,2}[A-Z])s?"
    r"(?![\w@&]|\.[A-Z])"
)
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")
_SHORT_FORMS = word_set("ASAP FYI RSVP TBC TBD EG IE ETC")
"""Capitals for words, which the rule on abbreviations tells of."""
_SMALL = word_set("of and for the in on to with a an & at by")
_SAYS = r"(?:stands? for|means?|is short for|are short for|, or|is the)"


@rule(
    "acronym",
    title="Names and terms are written in full, not in initials.",
    reason="Initials are a code. Readers who do not know it cannot guess it. A few that everybody "
    "knows better than the full words (NHS, TV, UK) are fine.",
    to_do="Write the full words. If people will meet the initials elsewhere, give both the first "
    "time, the full words before: “integrated care board, or ICB”.",
    cites=("S1 A", "S3 A", "S26 A", "S27 A", "WCAG 3.1.4"),
    languages=ENGLISH,
    easy_read=MUST_FIX,
    prints=FOR_INFORMATION,
)
def acronym(reading: Reading) -> Iterator[Finding]:
    known = set(words("acronyms_known"))
    expansions = dict(reading.source.abbreviations) if reading.source else {}
    for passage in reading.passages:
        expansions.update(passage.expansions)
    if reading.rules != "easy-read":
        known.update(expansions)
    for sentence in reading.own:
        for found in initials_in(sentence):
            if found in known or found in _SHORT_FORMS:
                continue
            known.add(found)
            if not _spelt_out(found, sentence.text):
                yield at(
                    sentence,
                    f"“{found}” are initials that not everybody knows.",
                    words=found,
                    suggestion=expansions.get(found, ""),
                )


def initials_in(sentence: Sentence) -> Iterator[str]:
    """Each run of capitals that is no shouted word, no Roman numeral and no address."""
    if not _INITIALS.search(sentence.text):
        return
    letters = [character for character in sentence.text if character.isalpha()]
    if len(letters) > 12 and sum(map(str.isupper, letters)) > len(letters) * 0.7:
        return
    for match in _INITIALS.finditer(sentence.text):
        found = match.group()
        if found.endswith("s") and found[:-1].isupper():
            found = found[:-1]
        if _ROMAN.match(found) or len(found) > 7:
            continue
        if found.isupper() and _shouted(sentence.text, match):
            continue
        yield found


def _shouted(text: str, match: re.Match[str]) -> bool:
    """Whether it is a word in capitals, as "NEVER", or one among others: "WET PAINT"."""
    found = match.group().lower()
    if found in words("shouted_words") or (len(found) >= _LONG and _is_common(found)):
        return True
    before = text[max(0, match.start() - _NEAR) : match.start()].split()[-1:]
    after = text[match.end() : match.end() + _NEAR].split()[:1]
    if text[match.end() : match.end() + 1] == ",":
        after = []  # "NASA, UNICEF": one after the other, and no sentence
    beside = [word.strip(".:;!?") for word in (*before, *after)]
    return any(_in_capitals(word, 4) for word in beside if len(found) >= 4) or (
        _is_common(found)
        and any(_in_capitals(word, 2) and _is_common(word.lower()) for word in beside)
    )


def _in_capitals(word: str, least: int) -> bool:
    return len(word) >= least and word.isascii() and word.isalpha() and word.isupper()


def _is_common(word: str) -> bool:
    """Whether many texts have this word; without the lists of words nobody knows."""
    if word in words("shouted_words"):
        return True
    try:
        return bool(_VOWEL.search(word)) and frequency(word) >= _COMMON
    except ExtraMissing:
        return False


_VOWEL = re.compile(r"[aeiouy]")
_LONG = 6
"""Letters of a word that is no initials if it is common: "SUMMARY"."""
_COMMON = 4.3
"""On the Zipf scale; initials that are as common as that stand in `acronyms_known`."""
_NEAR = 50
"""So many signs around a word its neighbours are looked for."""


def _spelt_out(short: str, text: str) -> bool:
    """ "Full Words (FW)", "FW (full words)", "FW stands for full words"."""
    if re.search(rf"\b{re.escape(short)}s? {_SAYS}", text):
        return True
    if re.search(rf"\(\s*(?:or |called )?{re.escape(short)}s?\s*\)", text) or re.search(
        rf"(?:, or|or|called) {re.escape(short)}s?\b", text
    ):
        before = text[: text.index(short)]
        return _same_initials(short, re.findall(r"[A-Za-z]+", before))
    inside = re.search(rf"\b{re.escape(short)}s? \(([^)]{{1,300}})\)", text)
    return inside is not None and _same_initials(short, re.findall(r"[A-Za-z]+", inside.group(1)))


def _same_initials(short: str, before: list[str]) -> bool:
    """Whether the last words before a short form begin with its letters."""
    wanted = [letter for letter in short.lower() if letter.isalpha()]
    position = len(before) - 1
    for letter in reversed(wanted):
        while position >= 0 and before[position][0].lower() != letter:
            if before[position].lower() not in _SMALL:
                return False
            position -= 1
        if position < 0:
            return False
        position -= 1
    return True
