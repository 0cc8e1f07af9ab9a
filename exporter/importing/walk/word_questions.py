"""Questions of a Word file of ours: its styles name them, and the file says how many answers each
asks for, since a box of Word keeps nobody from ticking two."""

from __future__ import annotations

from typing import Literal

from exporter.importing.walk.pieces import MOST_LINES, Inline, words_of
from exporter.origin import NAMESPACE
from exporter.outline import clean
from exporter.word_file.names import Element, W
from exporter.word_file.opening import WordFile
from exporter.word_file.styles import Style

ASKED = "label question"
"""How the styles of a question's words begin."""
_LINES = "answer lines"
_O = f"{{{NAMESPACE}}}"


def one_answer(file: WordFile) -> frozenset[str]:
    """The questions to which one answer is asked for."""
    parts = (file.part(name) for name in file.of_kind("customXml"))
    roots = (root for root in parts if root is not None and root.tag == f"{_O}origin")
    return frozenset(one.text or "" for root in roots for one in root.findall(f"{_O}one"))


def asks(
    style: Style, words: tuple[Inline, ...], one: frozenset[str]
) -> Literal["", "one", "several"]:
    """Whether a paragraph in that style is a question, and how many answers it asks for."""
    if not style.name.startswith(ASKED):
        return ""
    return "one" if clean(words_of(words)) in one else "several"


def lines_in(element: Element, style: Style) -> int:
    """How many lines to write on a paragraph is: each but the last ends with a break."""
    if not style.name.startswith(_LINES):
        return 0
    return min(sum(1 for _ in element.iter(f"{W}br")) + 1, MOST_LINES)
