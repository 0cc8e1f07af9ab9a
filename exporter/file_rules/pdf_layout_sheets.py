"""The whole file as it is judged: the lines of each page, what is running text, how large it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from exporter.file_rules.pdf_layout_lines import Line, lines_of, paragraphs_of
from exporter.file_rules.pdf_layout_numbers import Shift, at_edge, counting, shifts
from exporter.file_rules.pdf_layout_page import File, Page, Run

_OFTEN = 3
"""A line that comes back on so many pages is a running line."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page. `body` are the lines that belong to the text; the others run along."""

    page: Page
    lines: tuple[Line, ...]
    body: tuple[Line, ...]

    @property
    def number(self) -> int:
        return self.page.number

    @property
    def tagged(self) -> bool:
        return bool(self.page.blocks)

    def shifts(self) -> set[Shift]:
        return {shift for line in self.lines for shift in shifts(self.page, line)}


@dataclass(frozen=True, slots=True)
class Sheets:
    pages: tuple[Sheet, ...]
    count: int
    body_size: float
    """The size of most of the running text; 0 where there is no text."""
    paragraphs: tuple[tuple[Line, ...], ...]
    counting: frozenset[Shift]
    """The page numbers of the file, as shifts from the place of a page."""

    def runs(self) -> Iterator[tuple[Page, Run]]:
        """All words that can be seen."""
        for sheet in self.pages:
            for run in sheet.page.runs:
                if not run.hidden:
                    yield sheet.page, run

    def body(self) -> Iterator[Line]:
        for sheet in self.pages:
            yield from sheet.body


def sheets_of(file: File) -> Sheets:
    drafts = [(page, lines_of(page)) for page in file.pages]
    counted = counting(drafts)
    running = _running(drafts)
    pages = tuple(
        Sheet(page, lines, _body(page, lines, running, counted)) for page, lines in drafts
    )
    return Sheets(
        pages=pages,
        count=file.count,
        body_size=_body_size(pages),
        paragraphs=tuple(chain for sheet in pages for chain in paragraphs_of(sheet.body)),
        counting=counted,
    )


def _body(
    page: Page, lines: tuple[Line, ...], running: set[str], counted: frozenset[Shift]
) -> tuple[Line, ...]:
    """The lines that are not marked as furniture; without tags, those that do not look so."""
    if page.blocks:
        return tuple(line for line in lines if not line.artifact)
    return tuple(
        line
        for line in lines
        if not line.artifact
        and not (at_edge(page, line) and (_bare(line) in running or shifts(page, line) & counted))
    )


def _running(drafts: list[tuple[Page, tuple[Line, ...]]]) -> set[str]:
    """What comes back at the edges of untagged pages, numbers aside."""
    seen: Counter[str] = Counter()
    for page, lines in drafts:
        if not page.blocks:
            seen.update({_bare(line) for line in lines if at_edge(page, line)})
    return {words for words, count in seen.items() if count >= max(2, min(_OFTEN, len(drafts)))}


def _bare(line: Line) -> str:
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", line.words.lower())


def _body_size(pages: tuple[Sheet, ...]) -> float:
    """The size of most letters of running text; of all text where none is running text."""
    plain: Counter[float] = Counter()
    every: Counter[float] = Counter()
    for sheet in pages:
        for line in sheet.lines:
            every[round(line.size, 1)] += line.characters
        for line in sheet.body:
            if not line.is_heading and not line.is_aside:
                plain[round(line.size, 1)] += line.characters
    sizes = plain or every
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)
