"""What was written before: a section for which nothing has changed is not written again.

A top section depends on itself, on what holds for the whole page (`around`), on how many ids and
marks of notes were written before it, and on the parts to which its end leads.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from exporter.model import Document, Inlines, Section
from exporter.web_page.markup import Html
from exporter.writers.html.inlines import Counted, Setting

Around: TypeAlias = tuple[object, ...]


def around(document: Document, setting: Setting) -> Around:
    """All that a section is written by and that stands in no section."""
    return (
        setting,
        document.name,
        document.language,
        document.words,
        document.whole,
        document.part_links,
    )


@dataclass(frozen=True, slots=True)
class Written:
    """A top section as it was written, and the counts before it and after it."""

    section: Section = field(repr=False)
    ways: tuple[Inlines, ...] = field(repr=False)
    before: Counted
    html: Html = field(repr=False)
    after: Counted

    def serves(self, section: Section, ways: tuple[Inlines, ...], before: Counted) -> bool:
        """Whether it would be written again just so. What has not changed is mostly the same
        object, so that comparing is quick."""
        return (self.before, self.ways, self.section) == (before, ways, section)


@dataclass(slots=True)
class WrittenBefore:
    """The sections of one page as they were written last, and no more.

    Everything is replaced at once, so that threads beside one another never meet half of it.
    """

    last: tuple[Around, Mapping[str, Written]] | None = field(default=None, repr=False)

    def known(self, now: Around) -> Mapping[str, Written]:
        """The sections that may serve, by anchor: none where anything around them has changed."""
        last = self.last
        return last[1] if last is not None and last[0] == now else {}
