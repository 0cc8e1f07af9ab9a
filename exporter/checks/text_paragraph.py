"""A paragraph of any text, with its place."""

from __future__ import annotations

from typing import NamedTuple

from exporter.checks.apart import Stretch
from exporter.checks.reading import PassageKind
from exporter.diagnostics import Place

LONGEST = 10_000
"""Signs of one paragraph that are read; more is a fault of the file, or an attack."""
MOST_SIGNS = 1_200_000
"""Of all paragraphs together: more than a thousand pages."""


class TextParagraph(NamedTuple):
    """A paragraph: its words, its place, what it is; with its bold words and its links.

    `apart` is its code, and what is marked as words in another language; `language` that of the
    whole paragraph where the text says it, else "". `set_in` is the language that Word set most of
    it in, which often nobody chose.
    """

    text: str
    place: Place
    kind: PassageKind
    level: int = 0
    bold: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    apart: tuple[Stretch, ...] = ()
    language: str = ""
    set_in: str = ""


class NotReadable(ValueError):
    """A file that cannot be read as a text; its words say why, for people, and what to do."""

    def __init__(self, message: str, hint: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.hint = hint
        self.line = line
