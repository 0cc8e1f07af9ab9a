"""Rules on numbers, dates and times."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.checks.number_words import number_words_in
from exporter.checks.reading import Reading
from exporter.checks.rule import (
    FOR_INFORMATION,
    MUST_FIX,
    PLEASE_ANSWER,
    Finding,
    at,
    rule,
)
from exporter.checks.word_sets import word_set
from exporter.rules import ENGLISH, EVERY_LANGUAGE

_DIGITS_WHY = "A digit is found at a glance and looks the same in every text."


@rule(
    "number-in-words",
    title="Numbers are digits: 4, not four.",
    reason=_DIGITS_WHY,
    to_do="Write the digits.",
    cites=("S22 A", "S24 A", "S25 B", "S27 A"),
    languages=ENGLISH,
    easy_read=MUST_FIX,
)
def number_in_words(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        for found, digits in number_words_in(sentence):
            yield at(
                sentence,
                f"The number “{found}” is written in words.",
                words=found,
                suggestion=digits,
            )


_ROMAN = re.compile(
    r"\b(?:(?:part|chapter|section|phase|stage|type|level|appendix|volume|grade|step|world war|"
    r"table|figure|unit|schedule|tier|band) )(?:[IVX]+)\b|\b(?:[IVX]{2,}|[VX]I{1,3}|I[VX])\b",
    re.IGNORECASE,
)
_ROMAN_VALUE = {"i": 1, "v": 5, "x": 10}
_MONARCHS = re.compile(
    r"\b(?:King|Queen|Pope|Henry|Edward|George|Charles|Elizabeth|James|William|Richard|Louis) "
    r"(?:\w+ )?$"
)


@rule(
    "roman-numeral",
    title="There are no Roman numerals.",
    reason="Few people read them with ease, and a screen reader says letters.",
    to_do="Write the digits.",
    cites=("S20 A", "S1 C"),
    languages=ENGLISH,
    easy_read=MUST_FIX,
    prints=FOR_INFORMATION,
)
def roman_numeral(reading: Reading) -> Iterator[Finding]:
    for passage in reading.passages:
        if passage.kind in ("quote", "cited", "source", "contact"):
            continue
        for match in _ROMAN.finditer(passage.text):
            numeral = match.group().split()[-1]
            alone = " " not in match.group()
            if not (numeral.isascii() and numeral.isupper()) or (
                alone and numeral in ("XX", "XXX", "VIP")
            ):
                continue
            if _MONARCHS.search(passage.text, max(0, match.start() - 80), match.start()):
                continue
            yield at(
                passage,
                f"“{match.group()}” has a Roman numeral.",
                words=match.group(),
                suggestion=match.group()[: -len(numeral)] + str(_roman(numeral)),
            )


def _roman(numeral: str) -> int:
    values = [_ROMAN_VALUE[letter] for letter in numeral.lower()]
    return sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )


_PER_CENT = re.compile(r"(?<!\d)(\d++(?:\.\d++)?)\s?(?:%|per ?cent\b)", re.IGNORECASE)
_IN_WORDS = re.compile(r"(?:\b\w+ )?\bper ?cent(?:age)?s?\b|%", re.IGNORECASE)


@rule(
    "percentage",
    title="Shares are told in people, not in percent: 1 in 4, not 25%.",
    reason="A percentage is a fraction of a hundred things that nobody sees. People can be seen.",
    to_do="Say it in people: “1 in 4 people”. Make sure that it still says the same.",
    cites=("S22 A", "S25 B", "S1 B"),
    languages=ENGLISH,
    easy_read=MUST_FIX,
)
def percentage(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        told = list(_PER_CENT.finditer(sentence.text))
        for match in told:
            yield at(
                sentence,
                f"“{match.group()}” is a percentage.",
                words=match.group(),
                suggestion=in_people(float(match.group(1))),
            )
        unsaid = _IN_WORDS.search(sentence.text)
        if not told and unsaid:
            yield at(sentence, f"“{unsaid.group()}” is a percentage.", words=unsaid.group())


_SHARES = {
    0: "none", 1: "1 in 100", 2: "1 in 50", 5: "1 in 20", 10: "1 in 10", 20: "1 in 5",
    25: "1 in 4", 33: "1 in 3", 50: "half", 66: "2 in 3", 67: "2 in 3", 75: "3 in 4", 100: "all",
}  # fmt: skip


def in_people(share: float) -> str:
    """A percentage as people would say it; "about" where it is not exact."""
    if share > 100:
        return ""
    if share in _SHARES:
        exact = share not in (33, 66, 67)
        return ("" if exact else "about ") + _SHARES[int(share)]
    if share < 4:
        return f"about {max(1, round(share))} in 100"
    if share % 10 == 0:
        return f"{int(share) // 10} in 10"
    if share > 95:
        return f"about {round(share)} in 100"
    return f"about {max(1, round(share / 10))} in 10"


_GROUPED = re.compile(r"(?<![\w£$€.,/:-])\d{1,3}(?:,\d{3})+(?![\d])")
_COUNTING = re.compile(
    r"(?<![\w£$€.,/:+#-])(\d{4,12})(?![\w/:.-]*\d) (?!\w*ly\b)(?P<thing>[a-z]{3,})"
)
"""A number without commas counts something if what it counts follows: 12600 people.

Others name something: an account, a case, a flight, a place."""
_MILLIONS = re.compile(r"(?<![£$€\d.,])\b\d[\d.,]* (?:thousand|million|billion|trillion)\b")
_PHONE = re.compile(r"(?<!\w)(?:\+?\d[\d ()-]{7,}\d|\b0\d{9,10}\b|\b116 ?\d{3}\b)")
_NO_THINGS = word_set(
    "after and are before but can does during for from has have here how if into its just may "
    "must not now only out per that the then there this until was were what when where which "
    "who why will with you your"
)


@rule(
    "big-number",
    title="Big numbers are left out, or made easy to picture.",
    reason="Nobody can picture 12,600 people. “As many as live in a small town” can be pictured.",
    to_do="Leave it out, round it, or compare it with something that your readers know.",
    cites=("S22 A", "S20 A", "S1 C"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
)
def big_number(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        text = _PHONE.sub(lambda match: " " * len(match.group()), sentence.text)
        for match in (*_GROUPED.finditer(text), *_MILLIONS.finditer(text)):
            yield at(sentence, f"“{match.group()}” is a big number.", words=match.group())
        for match in _COUNTING.finditer(text):
            number = match[1]
            year = len(number) == 4 and 1000 <= int(number) <= 2100
            if not year and match["thing"] not in _NO_THINGS and not _is_named(text, match):
                yield at(sentence, f"“{number}” is a big number.", words=number)


def _is_named(text: str, number: re.Match[str]) -> bool:
    """Whether a number belongs to the name before it: "Order 12866 says", "case 20418 is"."""
    *earlier, before = text[max(0, number.start(1) - 60) : number.start(1)].split() or [""]
    name = bool(earlier) and (before[:1].isupper() or before.endswith("."))
    return name or before.lower() in _NAMED_BY


_NAMED_BY = word_set("account bus case claim code flight form line number order ref reference room")
_PHONE_RUN = re.compile(r"(?<![\w.,/])(?:\+44|0)\d{8,12}(?!\w)")


@rule(
    "phone-number-in-one",
    title="Phone numbers stand in groups.",
    reason="Nobody reads out or dials eleven digits in a row without a mistake.",
    to_do="Put a space where people pause: 01632 960 123.",
    cites=("S20 A", "S7 A"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=FOR_INFORMATION,
)
def phone_number_in_one(reading: Reading) -> Iterator[Finding]:
    for passage in reading.passages:
        for match in _PHONE_RUN.finditer(passage.text):
            number = match.group()
            grouped = f"{number[:5]} {number[5:8]} {number[8:]}"
            yield at(
                passage,
                f"The digits of “{number}” run together.",
                words=number,
                suggestion=grouped if number.startswith("0") else "",
            )


_MEASURE = re.compile(
    r"\b\d[\d.,]{0,40}+\s?(?:kilometres?|kilometers?|km|metres?|centimetres?|cm|millimetres?|mm|miles?|"
    r"kilograms?|kilos?|kg|grams?|litres?|millilitres?|ml|acres?|hectares?|square \w+|"
    r"degrees?|calories|°[CF])(?!\w)",
    re.IGNORECASE,
)


@rule(
    "measure-without-comparison",
    title="A measure comes with something that people know.",
    reason="“2 litres” is hard to picture; “about 8 glasses” is not.",
    to_do="Add a comparison: “1 litre is about 3 cans”.",
    cites=("S27 A",),
    languages=ENGLISH,
    easy_read=FOR_INFORMATION,
)
def measure_without_comparison(reading: Reading) -> Iterator[Finding]:
    for index, sentence in enumerate(reading.own):
        match = _MEASURE.search(sentence.text)
        if match:
            near = " ".join(other.text.lower() for other in reading.own[index : index + 2])
            if not re.search(
                r"\b(?:about|like|same as|as \w+ as|that is|more than|less than)\b", near
            ):
                yield at(
                    sentence, f"“{match.group()}” has no comparison beside it.", words=match.group()
                )
