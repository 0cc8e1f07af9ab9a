"""Questions of a Word file of ours: its styles name them, and the file says how many answers each
asks for, since a box of Word keeps nobody from ticking two."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from exporter.importing.walk.pieces import MOST_LINES, Inline, words_of
from exporter.origin import NAMESPACE, SAID_BETWEEN
from exporter.outline import clean
from exporter.word_file.names import Element, W
from exporter.word_file.opening import WordFile
from exporter.word_file.styles import Style

ASKED = "label question"
"""How the styles of a question's words begin."""
_LINES = "answer lines"
_O = f"{{{NAMESPACE}}}"


@dataclass(frozen=True, slots=True)
class Asks:
    """How many answers a question asks for, and those that the program had set."""

    kind: Literal["", "one", "several"] = ""
    answers: tuple[str, ...] = ()


def one_answer(file: WordFile) -> dict[str, tuple[str, ...]]:
    """The questions to which one answer is asked for, each with the answers that were set for
    yes, no and not sure; none where the author typed them."""
    parts = (file.part(name) for name in file.of_kind("customXml"))
    roots = (root for root in parts if root is not None and root.tag == f"{_O}origin")
    asked = (one for root in roots for one in root.findall(f"{_O}one"))
    return {one.text or "": _said(one.get("answers", "")) for one in asked}


def _said(answers: str) -> tuple[str, ...]:
    return tuple(answers.split(SAID_BETWEEN)) if answers else ()


def asks(style: Style, words: tuple[Inline, ...], one: Mapping[str, tuple[str, ...]]) -> Asks:
    """Whether a paragraph in that style is a question, and how many answers it asks for."""
    if not style.name.startswith(ASKED):
        return Asks()
    said = clean(words_of(words))
    return Asks("one", one[said]) if said in one else Asks("several")


def lines_in(element: Element, style: Style) -> int:
    """How many lines to write on a paragraph is: each but the last ends with a break."""
    if not style.name.startswith(_LINES):
        return 0
    return min(sum(1 for _ in element.iter(f"{W}br")) + 1, MOST_LINES)
