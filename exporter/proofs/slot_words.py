"""What a stamped file says in its slots, read by others than those who wrote it.

The words of a brand are furniture, so they are not in the Outline that is read back. Each format
reads them in its own module here (`said`); what they should be is asked in this one.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from exporter.brand import Brand
from exporter.languages.unseen import seen


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says on its cover and at its end, without white space, and where it links."""

    cover: str
    end: str
    links: frozenset[str]
    as_painted: bool = False
    """Lines from right to left come in the order in which they are painted, not read."""


def fault_of(said: Said, brand: Brand, right_to_left: bool = False) -> str:
    """What of a brand's words a file does not say; empty when it says them all."""

    def holds(text: str, words: str) -> bool:
        turned = said.as_painted and (right_to_left or any(map(_turns, words)))
        return _same_letters(text, bare(words)) if turned else bare(words) in text

    for slot, words in _on_cover(brand):
        if not holds(said.cover, words):
            return f"the words of {slot} are not on the cover: “{words}”"
    for slot, words in _at_end(brand):
        if not holds(said.end, words):
            return f"the words of {slot} are not at the end: “{words}”"
    for line in brand.contact:
        # addresses with other letters are written in several good ways
        if line.url.isascii() and line.url and line.url not in said.links:
            return f"there is no link for “{line.words}”"
    return ""


def _on_cover(brand: Brand) -> Iterator[tuple[str, str]]:
    yield "publisher", brand.publisher
    yield "cover_line", brand.cover_line


def _at_end(brand: Brand) -> Iterator[tuple[str, str]]:
    yield from (("contact", line.words) for line in brand.contact)
    yield "legal_line", brand.legal_line


def bare(words: str) -> str:
    """Only the letters and signs that are printed: no spaces, no marks that nobody sees.

    Hyphens go too: at the end of a line pdfium takes them for hyphenation, and one that does not
    break is no letter in Word.
    """
    composed = unicodedata.normalize("NFC", seen(words))
    kept = (c for c in composed if c not in _HYPHENS and unicodedata.category(c) not in _UNSEEN)
    return "".join(kept)


_HYPHENS = "-\u2010\u2011\ufffe"
_UNSEEN = {"Zs", "Zl", "Zp", "Cc", "Cf"}


def _turns(letter: str) -> bool:
    """Whether it is read from right to left, in a document of whatever language."""
    return unicodedata.bidirectional(letter) in ("R", "AL")


def _same_letters(text: str, words: str) -> bool:
    """Whether all letters are there, in whatever order (Arabic, Hebrew)."""
    return Counter(words) <= Counter(text)
