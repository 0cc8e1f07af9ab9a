"""What an import decided: each thing with a code that `explain` knows, its words and its place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from exporter.importing.rules import KINDS


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision. `number` counts paragraphs (or lines) of the imported file; 0: all of it."""

    code: str
    words: str = ""
    number: int = 0
    gone: str = ""
    """Those of the words that are not in the sources any more."""
    file: str = ""
    """The file of the source where it shows; empty where it shows nowhere."""
    line: int = 0


@dataclass(slots=True)
class Decisions:
    """Collects decisions as they are made."""

    _made: list[Decision] = field(default_factory=list)

    def add(self, code: str, words: str = "", number: int = 0, gone: str = "") -> None:
        """Words that follow one another and were decided alike are one decision.

        What is left out is gone as a whole; else `gone` says which of the words are.
        """
        words = " ".join(words.split())
        gone = gone or (words if code in _GONE or KINDS[code] == "left out" else "")
        last = self._made[-1] if self._made else None
        if last and last.code == code and last.number == number and code in _JOINED:
            words, gone = f"{last.words} {words}".strip(), f"{last.gone} {gone}".strip()
            self._made[-1] = Decision(code, words, number, gone)
        elif code not in _ONCE or all(one.code != code for one in self._made):
            self._made.append(Decision(code, words, number, gone))

    def __iter__(self) -> Iterator[Decision]:
        return iter(self._made)


_GONE = frozenset(
    ("change-rejected", "label-dropped", "picture-without-alt", "text-repaired", "letter-lost",
     "reference-counted", "heading-of-easy-read")
)  # fmt: skip
_JOINED = frozenset(
    ("colour-meaning", "hidden-words", "struck-words", "small-words", "sign-dropped")
)
_ONCE = frozenset(("contents-dropped", "columns", "landscape"))
