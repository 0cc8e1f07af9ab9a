"""Words and sentences of a piece of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, TypeAlias

from exporter.checks.apart import ADDRESS, AFTER_ADDRESS, HIDDEN
from exporter.checks.word_sets import word_set

WordKind: TypeAlias = Literal["word", "number", "address", "apart"]

_TOKEN = re.compile(
    rf"(?P<address>{ADDRESS})|(?P<apart>{HIDDEN}+)"
    r"|(?P<number>[£$€]?\d[\d.,:/]*\d(?:st|nd|rd|th|am|pm|%)?(?![^\W\d_])"
    r"|[£$€]?\d(?:st|nd|rd|th|am|pm|%)?(?![^\W\d_]))"
    r"|(?P<word>(?:(?:[A-Za-z]\.){2,20}+(?!\w))|\w+(?:['’&-]\w+)*['’]?(?<!['’]))"
)

_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’)\]]*+(?=\s|$)")
_NEXT = re.compile(r"(?<!\s)\s++[\"'“‘(\[]*(\S)")
_LETTERS = re.compile(r"\w+")
_NEAR = 100
"""So far back from a full stop its last word is looked for."""
_TITLES = word_set(
    "dr mr mrs ms mx prof rev st sr jr fr hon gen col capt sgt lt fig figs vol vols ed eds "
    "pp p cf al ca approx tel ext inc ltd co dept est nos vs viz e.g i.e eg ie ref para "
    "sect"
)
"""Short forms after which a sentence goes on, whatever comes next."""
_MAYBE = word_set(
    "etc a.m p.m am pm no u.k u.s u.s.a e.u ph.d jan feb mar apr jun jul aug sep sept oct "
    "nov dec mon tue tues wed thu thur thurs fri sat sun"
)
"""Short forms after which a sentence may end: it does if a word follows that often begins one."""
_STARTERS = word_set(
    "the a an this that these those it he she they we you i there here if when in on at to "
    "for but and so please your our my their his her its some many all most each every no "
    "not what who why how where which do does did is are was were can could will would "
    "should may bring come ask call tell write use then after before as by with from people"
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence. `lower` has small letters and straight apostrophes."""

    text: str
    lower: str
    start: int
    kind: WordKind

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@lru_cache(maxsize=20_000)
def words_of(text: str) -> tuple[Word, ...]:
    """Every word, number and address, with where it starts.

    Remembered: the printed editions hold the same sentences.
    """
    found = []
    for match in _TOKEN.finditer(text):
        kind: WordKind = "word"
        if match.lastgroup == "number":
            kind = "number"
        elif match.lastgroup == "address":
            kind = "address"
        elif match.lastgroup == "apart":
            kind = "apart"
        token = match.group().rstrip(AFTER_ADDRESS) if kind == "address" else match.group()
        found.append(Word(token, token.lower().replace("’", "'"), match.start(), kind))
    return tuple(found)


def sentences_of(text: str) -> Iterator[tuple[int, str]]:
    """Each sentence with where it starts; survives "Dr. Shah", "2.5", "e.g." and "p.m."."""
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if end < len(text) and not _ends_here(text, start, match):
            continue
        piece = text[start:end]
        stripped = piece.strip()
        if stripped:
            yield start + len(piece) - len(piece.lstrip()), stripped
        start = end
    rest = text[start:].strip()
    if rest:
        yield start + len(text[start:]) - len(text[start:].lstrip()), rest


def _ends_here(text: str, start: int, end: re.Match[str]) -> bool:
    following = _NEXT.match(text, end.end())
    if following is None:
        return True
    first = following.group(1)
    if first.islower():
        return False
    mark = end.group()
    if mark[0] != "." or len(mark.rstrip("\"'”’)]")) > 1:
        return True
    before = text[max(start, end.start() - _NEAR) : end.start()].rsplit(None, 1)
    last = before[-1].lower().lstrip("(\"'“‘[") if before else ""
    if last in _TITLES:
        return False
    if len(before) <= 1 and last.isdigit():
        return False
    if last in _MAYBE or (len(last) == 1 and last.isalpha() and last != "i"):
        after = _LETTERS.match(text, following.start(1))
        return after is not None and after.group().lower() in _STARTERS
    return True
