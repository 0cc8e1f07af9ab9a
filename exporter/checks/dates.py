"""Rules on dates and times."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from exporter.checks.reading import Reading, Sentence
from exporter.checks.rule import (
    FOR_INFORMATION,
    MUST_FIX,
    PLEASE_ANSWER,
    Finding,
    at,
    rule,
)
from exporter.checks.word_sets import spaced
from exporter.rules import ENGLISH

MONTHS = spaced(
    "January February March April May June July August September October November December"
)
DAYS = spaced("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
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
    languages=ENGLISH,
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
                # As a title, for a pattern that ignores case takes ſ for s.
                if name.startswith(match["m"].title()[:3])
            )
            yield sentence, match, _date(int(match["y"]), month, int(match["d"]))


@rule(
    "weekday-wrong",
    title="The day of the week belongs to the date.",
    reason="With a wrong day, half of the readers come on the wrong day.",
    to_do="Look at a calendar: is the day wrong, or the date?",
    cites=("S25 B", "S22 A"),
    languages=ENGLISH,
    easy_read=MUST_FIX,
    prints=PLEASE_ANSWER,
)
def weekday_wrong(reading: Reading) -> Iterator[Finding]:
    for sentence, match, date in _full_dates(reading):
        if date is None:
            yield at(sentence, f"“{match.group()}” is no day in the calendar.", words=match.group())
        elif match["day"] and not DAYS[date.weekday()].lower().startswith(match["day"].lower()[:3]):
            told = f"{match['d']} {match['m']} {match['y']}"
            yield at(
                sentence,
                f"{told} is a {DAYS[date.weekday()]}, not a {match['day']}.",
                words=match.group(),
                suggestion=_in_full(date),
            )


@rule(
    "weekday-missing",
    title="A date has its day of the week.",
    reason="Many people plan by the day: “on Tuesdays I go swimming”.",
    to_do="If this is a day that readers should keep free, add the day of the week.",
    cites=("S25 B", "S22 A"),
    languages=ENGLISH,
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
    languages=ENGLISH,
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
    before = sentence.text[max(0, match.start() - 9) : match.start()].lower().split()
    return bool(match[4]) or (bool(before) and before[-1] in ("at", "from", "until", "till", "by"))


_YEAR = re.compile(r"(?<![\w£$€.,/-])(1[0-9]{3}|20[0-9]{2})(?![\w,/-]|\.\d)")
LONG_AGO = 30


@rule(
    "year-long-ago",
    title="Years of long ago are told as time: “more than 40 years ago”.",
    reason="A year from before a reader was born says little. How long ago it was says more.",
    to_do="Say “a long time ago”, or how many years ago, if the year itself does not matter.",
    cites=("S22 A", "S1 C"),
    languages=ENGLISH,
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
                    f"The year {match[1]} is long ago.",
                    words=match[1],
                    suggestion=f"about {ago // 10 * 10} years ago",
                )
