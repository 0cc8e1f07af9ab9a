"""The spaces that line breaks eat: put back, so that tagged text never reads "canuse".

WeasyPrint drops the space at which it breaks a line (and draws no run that is only a space).
`white-space: pre-wrap` would keep it, but breaks lines in wrong places. So after layout the runs
are laid along the words of the page again; where a space is missing, the run before it gets one
more glyph at its end, which moves nothing and which nobody sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

_WHITE = re.compile("[ \t\n\r\f]+")


@dataclass(slots=True)
class _Words:
    """A stretch of words between two tags, and the runs that were made of it."""

    rest: str
    """What has not been met in a run yet."""
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

    def told(self) -> list[Any]:
        """Its runs and lost spaces, with the one at its end."""
        return [*self.pieces, None] if self.rest.startswith(" ") else self.pieces


def missing(page: Any, runs: Iterable[Any]) -> set[Any]:
    """The runs (WeasyPrint's text boxes, in order) that a space should follow but does not."""
    order: list[_Words] = []
    stretches: dict[tuple[Any, str], list[_Words]] = {}
    _collect(page, order, stretches)
    for run in runs:
        _, _, side = run.element_tag.partition("::")
        if side:
            for around in stretches.get((run.element, side), ()):
                around.pieces.append(run)
        elif run.text.strip(" "):  # a run that is only a space is not drawn: its space is lost
            any(stretch.take(run) for stretch in stretches.get((run.element, ""), ()))
    found: set[Any] = set()
    last = None
    for stretch in order:
        for piece in stretch.told():
            if piece is not None:
                last = piece
            elif last is not None and not last.text.endswith(" "):
                found.add(last)
    return found


def _collect(
    element: Any, order: list[_Words], stretches: dict[tuple[Any, str], list[_Words]]
) -> None:
    """Every stretch of words in the order of the page; also what a style sheet may set before and
    after the words of an element."""

    def add(text: str | None, side: str = "") -> None:
        stretch = _Words(_WHITE.sub(" ", (text or "").replace("\u00ad", "")))
        order.append(stretch)
        stretches.setdefault((element, side), []).append(stretch)

    add("", "before")
    if element.text:
        add(element.text)
    for child in element:
        _collect(child, order, stretches)
        if child.tail:
            add(child.tail)
    add("", "after")
