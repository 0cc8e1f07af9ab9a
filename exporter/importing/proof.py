"""The proof of an import: every word of the file is in the sources or in the report, as often.

The file is read a second time by the reader that `verify` uses, which shares nothing with the walk;
the sources are loaded and adapted as for a build. So what an import loses is told by others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exporter.importing.decide.decisions import Decision
from exporter.importing.decide.signs import MARKS_OF_LETTERS
from exporter.outline import TOLD_AGAIN, Outline, clean

_LETTERS = rf"[\w{MARKS_OF_LETTERS}]+"
_WORD = re.compile(rf"{_LETTERS}(?:[’'\u2011-]{_LETTERS})*")
_UNWRITTEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
"""What no source can hold, and nobody sees: it parts no word on either side."""
_AT_THE_EDGE = re.compile(r"(?<![^\W_])_+|_+(?![^\W_])")
"""An underscore that stands between no two letters is a mark, and no part of a word."""
_SMALL = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉ⁿ’", "01234567890123456789n'")


@dataclass(frozen=True, slots=True)
class Proof:
    """What was met in the file, and where it is now. All are numbers of words or of entries."""

    words: int
    in_sources: int
    in_report: int
    lost: tuple[str, ...]
    """Words that are in neither, each with the words beside it."""
    entries: int
    same: int
    """How many things that a reader meets have the same words in the sources."""

    @property
    def good(self) -> bool:
        return not self.lost


def proof_of(
    file: Outline,
    sources: Iterable[Outline],
    decisions: Iterable[Decision],
    shown: Iterable[str] = (),
) -> Proof:
    """Compare what the file says with what the sources say and the report tells. `shown` are words
    of the sources that readers see and no Outline has."""
    met = [entry for outline in sources for entry in outline]
    there = Counter(words_in(entry.text for entry in met if entry.role not in TOLD_AGAIN))
    there.update(words_in(shown))
    told = Counter(words_in(one.gone for one in decisions))
    texts = {" ".join(_words(entry.text)) for entry in met}
    entries = [entry for entry in file if entry.text and entry.role not in TOLD_AGAIN]
    same = sum(" ".join(_words(entry.text)) in texts for entry in entries)
    count = in_report = 0
    lost: list[str] = []
    for entry in entries:
        words = _words(entry.text)
        for index, word in enumerate(words):
            count += 1
            if there[word] > 0:
                there[word] -= 1
            elif told[word] > 0:
                told[word] -= 1
                in_report += 1
            else:
                around = " ".join(words[max(0, index - 2) : index + 3])
                lost.append(f"{word} ({around})" if around != word else word)
    return Proof(count, count - in_report - len(lost), in_report, tuple(lost), len(entries), same)


def words_in(texts: Iterable[str]) -> Iterator[str]:
    """The words of some texts as they are compared."""
    for text in texts:
        yield from _words(text)


def _words(text: str) -> list[str]:
    text = _AT_THE_EDGE.sub(" ", clean(_UNWRITTEN.sub("", text)))
    return _WORD.findall(text.translate(_SMALL).casefold())
