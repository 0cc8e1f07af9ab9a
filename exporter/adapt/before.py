"""What was adapted before: a section for which nothing has changed is not adapted again.

A top section depends on itself, on what holds for the whole document and edition (`Around`), on how
many notes come before it, and on which words of the glossary were met. A section is the same one
only if it is the same object, as `load` gives it while its file has not changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from exporter.adapt.finishing import FinishedBefore
from exporter.adapt.selection import Plan
from exporter.model import Section
from exporter.source import SourceSection

Around: TypeAlias = tuple[Plan, Mapping[str, int]]
"""All that a section is adapted by and that stands in no section: the plan with a source that has
none, and the pages of the whole."""


def around(plan: Plan, pages: Mapping[str, int]) -> Around:
    return replace(plan, source=replace(plan.source, sections=())), pages


@dataclass(frozen=True, slots=True)
class Made:
    """A top section, with the state in which it was adapted and the one that it left."""

    source: SourceSection = field(repr=False)
    notes_before: int
    words_before: Mapping[str, str]
    section: Section = field(repr=False)
    numbers: Mapping[str, int]
    """Notes that were numbered in it, by their keys."""
    words_after: Mapping[str, str]

    def serves(self, source: SourceSection, notes: int, words: Mapping[str, str]) -> bool:
        """Whether it would be made again just so."""
        return self.source is source and self.notes_before == notes and self.words_before == words


@dataclass(slots=True)
class AdaptedBefore:
    """The sections of one edition of one document as they were adapted last, and no more.

    Everything is replaced at once, so that threads beside one another never meet half of it.
    """

    last: tuple[Around, Mapping[str, Made]] | None = field(default=None, repr=False)
    finished: FinishedBefore = field(default_factory=FinishedBefore, repr=False)

    def known(self, now: Around) -> Mapping[str, Made]:
        """The sections that may serve, by name: none where anything around them has changed."""
        last = self.last
        return last[1] if last is not None and last[0] == now else {}
