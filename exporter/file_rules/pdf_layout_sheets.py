"""The whole file as it is judged: the lines of each page, what is running text, how large it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from exporter.file_rules.pdf_layout_lines import Line, lines_of, paragraphs_of
from exporter.file_rules.pdf_layout_objects import File, Page, Run

EDGE = 0.13
"""The share of a page at its top and bottom where running lines and page numbers stand."""
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

    def at_edge(self, line: Line) -> bool:
        return not EDGE * self.page.height < line.baseline < (1 - EDGE) * self.page.height


@dataclass(frozen=True, slots=True)
class Sheets:
    pages: tuple[Sheet, ...]
    count: int
    body_size: float
    """The size of most of the running text; 0 where there is no text."""
    paragraphs: tuple[tuple[Line, ...], ...]

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
    running = _running(drafts)
    pages = tuple(
        Sheet(page, lines, tuple(line for line in lines if not _runs_along(page, line, running)))
        for page, lines in drafts
    )
    return Sheets(
        pages=pages,
        count=file.count,
        body_size=_body_size(pages),
        paragraphs=tuple(chain for sheet in pages for chain in paragraphs_of(sheet.body)),
    )


def _running(drafts: list[tuple[Page, tuple[Line, ...]]]) -> set[str]:
    """What comes back at the edges of untagged pages, numbers aside."""
    seen: Counter[str] = Counter()
    for page, lines in drafts:
        if not page.blocks:
            seen.update({_bare(line) for line in lines if _at_edge(page, line)})
    return {words for words, count in seen.items() if count >= max(2, min(_OFTEN, len(drafts)))}


def _runs_along(page: Page, line: Line, running: set[str]) -> bool:
    if line.artifact or page.blocks:
        return line.artifact
    return len(running) > 0 and _at_edge(page, line) and _bare(line) in running


def _at_edge(page: Page, line: Line) -> bool:
    return not EDGE * page.height < line.baseline < (1 - EDGE) * page.height


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
