"""Signs that cannot stand in a source, or that nobody sees: put right before words are used."""

from __future__ import annotations

import re
import unicodedata

from exporter import fonts
from exporter.authored.damaged import is_garbled, meant_by, repaired
from exporter.authored.deceiving import deceits, named
from exporter.importing.decide.decisions import Decisions
from exporter.load.unread import plain_marks, shown_in_plain

MARKS_OF_LETTERS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0900-\u0963\u0966-\u0df3\u0e31-\u0e4e\u0eb1-\u0ece"
    "\u0f18-\u0fbc\u102b-\u109d\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\ufe20-\ufe2f"
)
"""Accents and vowel signs that are no letters to `\\w`, and part no word: for a class of signs."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_ENDS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_MARKS = re.compile(
    r"[*`\[\]{}<>^|~\\=$]|(?<!\w)_+|_+(?!\w)|:::+|^\s*#+|^(?:\.\.|!!!|%%)|&(?=#?\w+;)|"
    r"(?<![\w:]):(?=[a-z][\w+-]*:)"
)


def proper(text: str, decisions: Decisions, number: int) -> str:
    """The text with signs that a source cannot hold left out, or put right; each is told."""
    if text.isascii() and text.isprintable():
        return text
    text = _CONTROL.sub("", _ENDS.sub(" ", text))
    text = re.sub(r"(?<=\w)[\ue000-\uf8ff](?=\w)", r"\g<0> ", text)
    if "\ufffd" in text:
        decisions.add("letter-lost", text, number)
        text = text.replace("\ufffd", "?")
    if is_garbled(text):
        decisions.add("text-repaired", text, number)
        text = repaired(text)
    if _PRIVATE.search(text):
        text = _PRIVATE.sub(lambda match: _meant(match.group(), decisions, number), text)
    for sign in _unprintable(text):
        decisions.add("sign-not-printed", f"{sign} ({named(sign)})", number)
        text = re.sub(rf"(?<=\w){re.escape(sign)}(?=\w)", " ", text).replace(sign, "")
    for one in sorted(deceits(text), key=lambda deceit: -deceit.start):
        if one.code != "address-lookalike" and not one.harmless:
            decisions.add("sign-dropped", named(one.words), number)
            text = text[: one.start] + text[one.start + 1 :]
    return text


def _unprintable(text: str) -> list[str]:
    """Signs, not letters, that none of our typefaces has."""
    signs = {one for one in text if unicodedata.category(one) in ("So", "Sk", "Sm", "Cn", "Co")}
    return sorted(one for one in signs if fonts.lacking(one, (*fonts.FAMILIES, *fonts.SIGNS)))


def _meant(sign: str, decisions: Decisions, number: int) -> str:
    meant = meant_by(sign)
    if not meant:
        decisions.add("symbol-lost", f"U+{ord(sign):04X}", number)
    return meant


def plain(text: str, decisions: Decisions, number: int) -> str:
    """Words without signs that would be marks where there are none: headings, alternative texts."""
    text = " ".join(text.split())
    if plain_marks(text) or shown_in_plain(text):
        decisions.add("marks-dropped", text, number)
        text = " ".join(_MARKS.sub(" ", text).split())
        if plain_marks(text) or shown_in_plain(text):
            text = bare(text)
    return text


def bare(text: str) -> str:
    """Words and little else, for a paragraph whose signs cannot be typed."""
    return " ".join(_LITTLE.sub(" ", text).split())


_LITTLE = re.compile(
    rf"[^\w\s.,;!?'’“”()£€%–/{MARKS_OF_LETTERS}-]|(?<!\w)_+|_+(?!\w)|--+|%%+|^[\s–/-]+"
)
