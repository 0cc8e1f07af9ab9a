"""Languages: what is true of a language, wherever the program must know it.

Tags are BCP 47 ("cy", "en-GB", "pa-Arab"). All comes from CLDR. Dates, plural
forms, numbers and letters have modules of their own.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from exporter.languages import pseudo
from exporter.languages.table import ROOT, Locale, locale, scripts

HOUSE = "en-GB"
"""The language of the program's own words, wherever there are no others."""

Direction = Literal["ltr", "rtl"]

_RIGHT_TO_LEFT = frozenset(
    ("Adlm", "Arab", "Aran", "Hebr", "Mand", "Mani", "Mend", "Nkoo", "Rohg", "Samr", "Sogd", "Syrc",
     "Thaa", "Yezi")
)  # fmt: skip
_EAST_ASIAN = frozenset(("Bopo", "Hang", "Hani", "Hans", "Hant", "Hira", "Jpan", "Kana", "Kore"))


def primary(tag: str) -> str:
    """The language alone: "en" of "en-GB"."""
    return tag.replace("_", "-").split("-")[0].lower()


def same(tag: str, other: str) -> bool:
    """Whether two tags are one language to a reader: en and en-GB are, pa and pa-Arab not."""
    return primary(tag) == primary(other) and script(tag) == script(other)


def knows(languages: Iterable[str], tag: str) -> bool:
    """Whether what is made for some `languages` ("en") may be asked of text in `tag` ("en-GB")."""
    wanted = _normal(tag)
    return any(
        wanted == language or wanted.startswith(f"{language}-")
        for language in map(_normal, languages)
    )


@lru_cache(maxsize=256)
def script(tag: str) -> str:
    """The script that a language is written in, in ISO 15924: "Latn", "Arab".

    A tag may say it itself ("ur-Latn"); else CLDR says what is likely there.
    """
    parts = _normal(tag).split("-")
    own = next((part for part in parts[1:] if len(part) == 4 and part.isalpha()), "")
    if own:
        return own
    region = next((part for part in parts[1:] if len(part) == 2), "")
    known = scripts()
    return known.get(f"{parts[0]}-{region}") or known.get(parts[0], "Latn")


def direction(tag: str) -> Direction:
    """Which way the words of a language run."""
    return "rtl" if script(tag) in _RIGHT_TO_LEFT else "ltr"


def right_to_left(tag: str) -> bool:
    return direction(tag) == "rtl"


def direction_within(tag: str, around: Direction) -> Direction | Literal[""]:
    """What has to be said of words in a language among others: nothing where both run one way."""
    own = direction(tag)
    return "" if own == around else own


def east_asian(tag: str) -> bool:
    """Whether Word sets the language with its typeface for East Asia."""
    return script(tag) in _EAST_ASIAN


def direction_of_text(text: str) -> Direction | Literal[""]:
    """Which way some words run, by their first letter; "" if they have no letter."""
    for sign in text:
        kind = unicodedata.bidirectional(sign)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return ""


@lru_cache(maxsize=256)
def of(tag: str) -> Locale:
    """What CLDR knows of a language; of one that it does not have, what is true of all."""
    if pseudo.is_pseudo(tag):
        return pseudo.like(of(HOUSE), tag)
    parts = _normal(tag).split("-")
    region = [
        part for part in parts[1:] if (len(part) in (2, 3) and part.isupper()) or part.isdigit()
    ]
    written = [parts[0], script(tag)] if script(tag) != script(parts[0]) else [parts[0]]
    for name in ("-".join((*written, *region)), "-".join(written)):
        if found := locale(name):
            return found
    root = locale(ROOT)
    assert root is not None
    return root


def called(tag: str) -> str:
    """What those who speak a language call it, as they write it: Cymraeg, اردو; else its tag."""
    return of(tag).called or tag


def _normal(tag: str) -> str:
    """A tag as CLDR writes it: zh-Hant-TW."""
    first, *rest = tag.replace("_", "-").split("-")
    turned = [part.title() if len(part) == 4 else part.upper() for part in rest]
    return "-".join((first.lower(), *turned))
