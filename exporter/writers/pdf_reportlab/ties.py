"""Words that a line must not part: numbers and units, dates, sums, telephone numbers.

The words themselves are not changed (no no-break spaces), only where a line may end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Protocol


class Tied(Protocol):
    """A word, and whether no line breaks after it."""

    text: str
    tied: bool
    last: bool


_MONTHS = (
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
)
_UNITS = (
    "% pt mm cm m km kg g p pence per am pm million billion thousand GB MB kB KB °C hours hour "
    "minutes minute years year days day weeks week months month"
)
_LEADS = (
    "part parts page pages figure figures table tables appendix note notes section sections step "
    "steps version number no. chapter £ € $ +"
)
_AFTER_NUMBER = frozenset(f"{_UNITS} {_MONTHS}".split())
_BEFORE_NUMBER = frozenset(f"{_LEADS} {_MONTHS}".lower().split())
_DASHES = frozenset("–—+−×=÷&")
_TITLES = frozenset({"Dr", "Mr", "Mrs", "Ms", "Mx", "Professor", "Prof", "St"})
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}")
_OUTER = "()[]{}“”‘’\"',.;:!?"
_END = (".", ",", ";", ":")


def tie(words: Sequence[Tied]) -> None:
    """Mark the words after which no line may end."""
    for word, after in pairwise(words):
        if _is_plain(word.text) and _is_plain(after.text):
            word.tied = False  # most are
            continue
        apart = word.last or word.text == "" or after.text == ""
        word.tied = not apart and tied(word.text, after.text)


@lru_cache(maxsize=8192)
def _is_plain(word: str) -> bool:
    """Whether a word is tied to no other such word."""
    odd = word in _DASHES or word in _TITLES or word.endswith(_HYPHENS)
    return not odd and not any(map(str.isdigit, (*word[:2], *word[-1:])))


_HYPHENS = ("-", "\u2010", "\u2011")


def tied(first: str, then: str) -> bool:
    """Whether two words in a row stay on one line."""
    if then in _DASHES or first in _TITLES:
        return True
    if first.endswith(_HYPHENS):
        return True  # "short- and long-term": at the end of a line it would look like one word
    if first in _DASHES:
        return then[0].isdigit()
    if then[0].isdigit() or (len(then) > 1 and then[1].isdigit()):
        return _leads(first, then)
    if first[0].isdigit() or first[-1].isdigit():
        house = first.isdigit() and len(first) < 4 and then[0].isupper()
        unit = then.strip(_OUTER) in _AFTER_NUMBER and not first.endswith(_END)
        return house or unit
    return False


def _leads(first: str, number: str) -> bool:
    """Whether a word belongs to the number after it."""
    lead = first.strip(_OUTER)
    if lead.isdigit():
        return not first.endswith(_END)
    postcode = _POSTCODE.fullmatch(f"{lead} {number.strip(_OUTER)}") is not None
    return lead.lower() in _BEFORE_NUMBER or lead.startswith("+") or postcode
