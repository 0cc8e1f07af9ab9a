"""Rules on signs: & and /, brackets, dashes, commas."""

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
from exporter.checks.writing import short
from exporter.rules import ENGLISH, EVERY_LANGUAGE

_FOR_A_WORD = re.compile(r"\w{0,40}\s?&\s?\w{0,40}|\w{1,40} ?/ ?\w{1,40}")
_NAME = re.compile(r"[A-Z]&[A-Z]")
"""A&E, R&B, M&S: better known so than in words."""
_KNOWN = {"and/or": "or", "n/a": "does not apply", "24/7": "all day, every day", "&": "and"}
_CIRCLES = re.compile(r"^[\d.:]++/[\d.:]++$")


@rule(
    "sign-for-a-word",
    title="“And” and “or” are words, not & and /.",
    reason="“He/she” can be read in three ways, and a screen reader says “slash”.",
    to_do="Write “and” or “or”.",
    cites=("S22 C", "S1 C"),
    languages=EVERY_LANGUAGE,
    easy_read=MUST_FIX,
)
def sign_for_a_word(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        for match in _FOR_A_WORD.finditer(sentence.text):
            found = match.group().strip()
            if _NAME.fullmatch(found):
                continue
            if _CIRCLES.match(found) and found != "24/7":
                continue
            plain = found.lower()
            suggestion = (
                _KNOWN.get(plain)
                or re.sub(r" ?/ ?", " or ", re.sub(r"\s?&\s?", " and ", found)).strip()
            )
            yield at(
                sentence,
                f"“{found}” has a sign where a word belongs.",
                words=found,
                suggestion=suggestion,
            )


_SPECIAL = re.compile(r"[<>#\\§*=~^_|{}\[\]†‡©®™→←↑↓•]")


@rule(
    "special-character",
    title="There are no signs that must be learned: # § * < >.",
    reason="Many people do not know what they are called, and a screen reader skips them or "
    "says something odd.",
    to_do="Use a word, or leave the sign out.",
    cites=("S22 C", "S1 C"),
    languages=ENGLISH,
    easy_read=PLEASE_ANSWER,
)
def special_character(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        for match in _SPECIAL.finditer(sentence.text):
            sign = match.group()
            yield at(sentence, f"“{sign}” is a sign that many people do not know.", words=sign)
            break


_FIGURES = re.compile(r"[\d.,*()£€$ ]+")
_TIMES = re.compile(r"(?<=[\d)])\s?\*\s?(?=[\d(£€$])")


@rule(
    "star-for-times",
    title="Between two figures stands the sign ×.",
    reason="A star between figures is a habit of computers. A screen reader says “star”, and in a "
    "dose or a size somebody may take it for a note.",
    to_do="Write × with a space on both sides. Or say it in words: two tablets of 500 mg.",
    cites=("S-own",),
    languages=EVERY_LANGUAGE,
    easy_read=FOR_INFORMATION,
    prints=FOR_INFORMATION,
)
def star_for_times(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        if "*" not in sentence.text:
            continue
        for match in _FIGURES.finditer(sentence.text):
            begun = match.group().lstrip(".,*) ")
            found = begun.rstrip(".,*(£€$ ")
            if _TIMES.search(found):
                meant = _TIMES.sub("\u00a0× ", found)
                yield at(
                    sentence, f"“{found}” has a star for “times”.", words=found, suggestion=meant
                )


_HARD = {
    ";": "a semicolon", "(": "brackets", "–": "a dash", "—": "a dash", " - ": "a dash",
    "…": "dots", "...": "dots",
}  # fmt: skip
_BULLET = re.compile(r"^\([a-z\d]{1,2}\) ")
"""A typed number is another rule's business."""
_RANGE = re.compile(r"(\d) ?[–—-] ?(\d)")


@rule(
    "hard-punctuation",
    title="Sentences need only full stops, question marks and a comma or two.",
    reason="Brackets, dashes and semicolons put one thought inside another.",
    to_do="Make a sentence of what stands between the signs. Write “5 to 10”, not “5–10”.",
    cites=("S22 C", "S25 B", "S29 A"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
)
def hard_punctuation(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        text = _BULLET.sub("", sentence.text)
        name = next((name for sign, name in _HARD.items() if sign in text), "")
        spread = _RANGE.search(text)
        if name:
            yield at(
                sentence,
                f"This sentence has {name}.",
                suggestion=_RANGE.sub(r"\1 to \2", text) if spread and name == "a dash" else "",
            )


@rule(
    "many-commas",
    title="A sentence has one comma at most.",
    reason="Every comma is a place to get lost. Three things in a row are a list.",
    to_do="Make a list of it, or two sentences.",
    cites=("S22 C", "S25 B"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
)
def many_commas(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        commas = len(re.findall(r",(?!\d)", sentence.text))
        if commas > 1:
            yield at(sentence, f"This sentence has {commas} commas; one is enough.")


_QUOTED = re.compile(r"[“\"‘][^”\"’]{1,400}+[”\"’]")


@rule(
    "quotation-marks",
    title="Quotation marks are only for what somebody said.",
    reason="Around a word they hint that it means something else, and many readers miss the hint.",
    to_do="Leave them out, or set somebody’s words as a quote.",
    cites=("S22 C", "S25 B"),
    languages=EVERY_LANGUAGE,
    easy_read=FOR_INFORMATION,
)
def quotation_marks(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        match = _QUOTED.search(sentence.text)
        if match:
            found = sentence.shown[match.start() : match.end()]
            yield at(sentence, f"{short(found, 40)} stands in quotation marks.", words=found)
