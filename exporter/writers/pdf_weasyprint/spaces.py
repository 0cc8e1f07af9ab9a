"""The spaces that line breaks eat: put back, so that tagged text never reads "canuse".

WeasyPrint drops the space at which it breaks a line, and draws no run that is only a space.
`white-space: pre-wrap` would keep them, but breaks lines in wrong places. So after layout the runs
of text are laid along the words of the page again, and every space that no run has is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

_WHITE = re.compile("[ \t\n\r\f]+")


@dataclass(slots=True)
class Missing:
    """Runs (WeasyPrint's text boxes) that stand beside a space that is not there."""

    after: set[Any] = field(default_factory=set)
    """A space should follow these."""
    before: set[Any] = field(default_factory=set)
    """A space should stand before these; what is before them is no words (a note's mark)."""
    alone: set[Any] = field(default_factory=set)
    """These are a space and nothing else."""


@dataclass(slots=True)
class _Words:
    """A stretch of words between two tags, and the runs that were made of it."""

    index: int
    rest: str
    """What has not been met in a run yet."""
    told: bool
    """Whether they are words of the document, not a note's mark or a page number."""
    pieces: list[Any] = field(default_factory=list)
    """Its runs in order; None stands for a space that no run has."""

    def take(self, run: Any) -> bool:
        """Whether this run goes on where the last one ended; if so, step over its words."""
        text = run.text.strip(" ")
        rest = self.rest.lstrip(" ")
        if not rest.startswith(text):
            return False
        if rest != self.rest and not run.text.startswith(" "):
            self.pieces.append(None)
        self.pieces.append(run)
        self.rest = rest[len(text) :]
        return True

    def take_blank(self, run: Any, reached: int) -> bool:
        """Whether this run, only a space, is this stretch."""
        if self.rest != " " or self.pieces or self.index < reached:
            return False
        self.pieces.append(run)
        self.rest = ""
        return True


def find(page: Any, runs: Iterable[Any]) -> Missing:
    """What is missing on a page (its body), given all its runs of text in order."""
    order, stretches = _stretches(page)
    missing = Missing()
    reached = 0
    for run in runs:
        _, _, side = run.element_tag.partition("::")
        mine = stretches.get((run.element, side), [])
        if side:
            for around in mine:
                around.pieces.append(run)
                reached = around.index
        elif run.text.strip(" "):
            reached = next((words.index for words in mine if words.take(run)), reached)
        elif any(words.take_blank(run, reached) for words in mine):
            missing.alone.add(run)
    _compare(order, missing)
    return missing


def _compare(order: list[_Words], missing: Missing) -> None:
    last: Any = None
    told = lost = False
    for words in order:
        for piece in (*words.pieces, *((None,) if words.rest.startswith(" ") else ())):
            if piece is None:
                if not words.told:
                    continue  # the space before "(page 7)" is no more words than the rest of it
                if told and last is not None and not last.text.endswith(" "):
                    missing.after.add(last)
                lost = True
                continue
            if lost and not told and words.told and not piece.text.startswith(" "):
                missing.before.add(piece)
            last, told, lost = piece, words.told, False


def _stretches(page: Any) -> tuple[list[_Words], dict[tuple[Any, str], list[_Words]]]:
    """Every stretch of words in the order of the page, and the same by their element; also what a
    style sheet may set before and after the words of an element."""
    order: list[_Words] = []
    by_element: dict[tuple[Any, str], list[_Words]] = {}

    def add(element: Any, told: bool, text: str | None, side: str = "") -> None:
        words = _WHITE.sub(" ", (text or "").replace("\u00ad", ""))
        stretch = _Words(len(order), words, told)
        order.append(stretch)
        by_element.setdefault((element, side), []).append(stretch)

    def walk(element: Any, told: bool) -> None:
        told = told and not _is_no_words(element)
        add(element, told, "", "before")
        add(element, told, " " if element.tag == "br" else element.text)
        for child in element:
            walk(child, told)
            add(element, told, child.tail)
        add(element, told, "", "after")

    walk(page, True)
    return order, by_element


def _is_no_words(element: Any) -> bool:
    if element.get("role") in ("doc-noteref", "doc-backlink"):
        return True
    return element.get("class") in ("page-ref", "web-address")
