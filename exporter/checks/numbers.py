"""Rules on numbers, dates and times."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from exporter.checks.number_words import number_words_in
from exporter.checks.reading import Reading, Sentence
from exporter.checks.rule import (
    FOR_INFORMATION,
    MUST_FIX,
    PLEASE_ANSWER,
    Finding,
    at,
    rule,
)

_DIGITS_WHY = "A digit is found at a glance and looks the same in every text."


@rule(
    "number-in-words",
    title="Numbers are digits: 4, not four.",
    reason=_DIGITS_WHY,
    to_do="Write the digits.",
    cites=("S22 A", "S24 A", "S25 B", "S27 A"),
    easy_read=MUST_FIX,
)
def number_in_words(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        for found, digits in number_words_in(sentence):
            yield at(sentence, f"“{found}” is written in words.", words=found, suggestion=digits)


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
            if not numeral.isupper() or (alone and numeral in ("XX", "XXX", "VIP")):
                continue
            if _MONARCHS.search(passage.text[: match.start()]):
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


_PER_CENT = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|per ?cent\b)", re.IGNORECASE)
_IN_WORDS = re.compile(r"(?:\b\w+ )?\bper ?cent(?:age)?s?\b|%", re.IGNORECASE)


@rule(
    "percentage",
    title="Shares are told in people, not in percent: 1 in 4, not 25%.",
    reason="A percentage is a fraction of a hundred things that nobody sees. People can be seen.",
    to_do="Say it in people: “1 in 4 people”. Please make sure that the new words still say the same.",
    cites=("S22 A", "S25 B", "S1 B"),
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
        match = _IN_WORDS.search(sentence.text)
        if not told and match:
            yield at(sentence, f"“{match.group()}” is a percentage.", words=match.group())


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


_BIG = re.compile(
    r"(?<![\w£$€.,/:-])\d{1,3}(?:,\d{3})+(?![\d])|(?<![\w£$€.,/:+-])\d{4,}(?![\w/:.-]*\d)"
)
_MILLIONS = re.compile(r"(?<![£$€\d.,])\b\d[\d.,]* (?:thousand|million|billion|trillion)\b")
_PHONE = re.compile(r"(?<!\w)(?:\+?\d[\d ()-]{7,}\d|\b0\d{9,10}\b|\b116 ?\d{3}\b)")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b")


@rule(
    "big-number",
    title="Big numbers are left out, or made easy to picture.",
    reason="Nobody can picture 12,600 people. “As many as live in a small town” can be pictured.",
    to_do="Leave it out, round it, or compare it with something that your readers know.",
    cites=("S22 A", "S20 A", "S1 C"),
    easy_read=PLEASE_ANSWER,
)
def big_number(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        text = _PHONE.sub(lambda match: " " * len(match.group()), sentence.text)
        text = _POSTCODE.sub(lambda match: " " * len(match.group()), text)
        for match in (*_BIG.finditer(text), *_MILLIONS.finditer(text)):
            number = match.group()
            if any(
                word.kind == "address" and word.start <= match.start() < word.end
                for word in sentence.words
            ):
                continue
            year = len(number) == 4 and number.isdigit() and 1000 <= int(number) <= 2100
            if not year:
                yield at(sentence, f"“{number}” is a big number.", words=number)


_PHONE_RUN = re.compile(r"(?<![\w.,/])(?:\+44|0)\d{8,12}(?!\w)")


@rule(
    "phone-number-in-one",
    title="Phone numbers stand in groups.",
    reason="Eleven digits in a row can not be read out or dialled without a mistake.",
    to_do="Set spaces as people say it: 01632 960 123.",
    cites=("S20 A", "S7 A"),
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


MONTHS = (
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
)
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTH = "|".join(f"{month}|{month[:3]}" for month in MONTHS)
_FIGURES = re.compile(
    r"(?<![\w/.:-])(?:(?P<d>\d{1,2})(?P<s>[/.-])(?P<m>\d{1,2})(?P=s)(?P<y>\d{4}|\d{2})"
    r"|(?P<y2>\d{4})-(?P<m2>\d{2})-(?P<d2>\d{2}))(?![\w/-])"
)
_FULL = re.compile(
    rf"(?:\b(?P<day>{'|'.join(f'{day}|{day[:3]}' for day in DAYS)})\b\.?,? (?:the )?)?"
    rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<m>{_MONTH})\b\.?,? (?P<y>\d{{4}})\b",
    re.IGNORECASE,
)


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _in_full(date: datetime.date) -> str:
    return f"{DAYS[date.weekday()]} {date.day} {MONTHS[date.month - 1]} {date.year}"


@rule(
    "date-in-figures",
    title="Dates are written in full: Saturday 14 March 2026.",
    reason="14/03/26 must be worked out, and 04/03/26 is two different days in two countries.",
    to_do="Write the day of the week, the day, the month in letters and the year.",
    cites=("S25 B", "S22 A", "S1 C"),
    easy_read=MUST_FIX,
    prints=FOR_INFORMATION,
)
def date_in_figures(reading: Reading) -> Iterator[Finding]:
    american = reading.language.lower() == "en-us"
    for sentence in reading.own:
        for match in _FIGURES.finditer(sentence.text):
            parts = match.groupdict()
            day, month = int(parts["d"] or parts["d2"]), int(parts["m"] or parts["m2"])
            year = int(parts["y"] or parts["y2"])
            if american and parts["d"]:
                day, month = month, day
            date = _date(year + 2000 if year < 100 else year, month, day)
            if date is None and not (1 <= month <= 31 and 1 <= day <= 31):
                continue
            yield at(
                sentence,
                f"“{match.group()}” is a date in figures.",
                words=match.group(),
                suggestion=_in_full(date) if date else "",
            )


def _full_dates(reading: Reading) -> Iterator[tuple[Sentence, re.Match[str], datetime.date | None]]:
    for sentence in reading.own:
        for match in _FULL.finditer(sentence.text):
            month = next(
                number
                for number, name in enumerate(MONTHS, 1)
                if name.lower().startswith(match["m"].lower()[:3])
            )
            yield sentence, match, _date(int(match["y"]), month, int(match["d"]))


@rule(
    "weekday-wrong",
    title="The day of the week belongs to the date.",
    reason="With a wrong day, half of the readers come on the wrong day.",
    to_do="Look at a calendar: is the day wrong, or the date?",
    cites=("S25 B", "S22 A"),
    easy_read=MUST_FIX,
    prints=PLEASE_ANSWER,
)
def weekday_wrong(reading: Reading) -> Iterator[Finding]:
    for sentence, match, date in _full_dates(reading):
        if date is None:
            yield at(sentence, f"There is no “{match.group()}”.", words=match.group())
        elif match["day"] and not DAYS[date.weekday()].lower().startswith(match["day"].lower()[:3]):
            yield at(
                sentence,
                f"{match['d']} {match['m']} {match['y']} is a {DAYS[date.weekday()]}.",
                words=match.group(),
                suggestion=_in_full(date),
            )


@rule(
    "weekday-missing",
    title="A date has its day of the week.",
    reason="Many people plan by the day: “on Tuesdays I go swimming”.",
    to_do="If this is a day that readers should keep free, add the day of the week.",
    cites=("S25 B", "S22 A"),
    easy_read=FOR_INFORMATION,
)
def weekday_missing(reading: Reading) -> Iterator[Finding]:
    for sentence, match, date in _full_dates(reading):
        if date is not None and not match["day"]:
            yield at(
                sentence,
                f"“{match.group()}” has no day of the week.",
                words=match.group(),
                suggestion=_in_full(date),
            )


_TIME = re.compile(
    r"(?<![\w:.,£$€])(\d{1,2})([:.])(\d{2})(?![\w:%]|\.\d)( ?(?:am|pm|a\.m\.|p\.m\.))?"
)


@rule(
    "time-hard-to-read",
    title="Times are those of a clock with 12 hours: 2:30 pm.",
    reason="Readers look from the page to the clock on the wall, and it has no 14.",
    to_do="Write 2:30 pm and 9:00 am, without a nought in front.",
    cites=("S22 A",),
    easy_read=PLEASE_ANSWER,
)
def time_hard_to_read(reading: Reading) -> Iterator[Finding]:
    for sentence in reading.own:
        for match in _TIME.finditer(sentence.text):
            hour, minute = int(match[1]), int(match[3])
            if hour > 23 or minute > 59 or (match[2] == "." and not _is_clock(sentence, match)):
                continue
            if hour >= 13 or match[1].startswith("0"):
                half = "am" if hour < 12 else "pm"
                twelve = (hour - 1) % 12 + 1
                yield at(
                    sentence,
                    f"“{match.group()}” is not how a clock on the wall says it.",
                    words=match.group(),
                    suggestion=f"{twelve}:{match[3]} {half}",
                )


def _is_clock(sentence: Sentence, match: re.Match[str]) -> bool:
    before = sentence.text[: match.start()].lower().split()
    return bool(match[4]) or (bool(before) and before[-1] in ("at", "from", "until", "till", "by"))


_YEAR = re.compile(r"(?<![\w£$€.,/-])(1[0-9]{3}|20[0-9]{2})(?![\w,/-]|\.\d)")
LONG_AGO = 30


@rule(
    "year-long-ago",
    title="Years of long ago are told as time: “more than 40 years ago”.",
    reason="A year from before a reader was born says little. How long ago it was says more.",
    to_do="Say “a long time ago”, or how many years ago, if the year itself does not matter.",
    cites=("S22 A", "S1 C"),
    easy_read=FOR_INFORMATION,
)
def year_long_ago(reading: Reading) -> Iterator[Finding]:
    now = 2026
    if reading.document is not None and reading.document.date[:4].isdigit():
        now = int(reading.document.date[:4])
    for sentence in reading.own:
        for match in _YEAR.finditer(sentence.text):
            ago = now - int(match[1])
            if ago > LONG_AGO:
                yield at(
                    sentence,
                    f"{match[1]} is long ago.",
                    words=match[1],
                    suggestion=f"about {ago // 10 * 10} years ago",
                )


_MEASURE = re.compile(
    r"\b\d[\d.,]*\s?(?:kilometres?|kilometers?|km|metres?|centimetres?|cm|millimetres?|mm|miles?|"
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
                yield at(sentence, f"“{match.group()}” has no comparison.", words=match.group())
