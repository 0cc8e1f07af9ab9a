"""What stands on every page around the text: the section's name above, the page's number below.

All of it is an artifact of the kind Pagination: read once it is useful, read on every page it
is noise (ISO 14289-1, 7.8).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from exporter.edition import MM
from exporter.writers.part_marks import PALE, WIDTH, marks_of
from exporter.writers.pdf_reportlab.look import accent, second
from exporter.writers.pdf_reportlab.painting import Painter
from exporter.writers.pdf_reportlab.words import Word
from exporter.writers.pdf_reportlab.workshop import Workshop

_CLEAR = 20.0
"""Of the band at the foot of the last page: no baseline is lower on any."""
_ASCENT, _APART = 0.75, 0.5
"""Of the upper of two lines, and of the text above it, in sizes of the running words."""
_OVER_EDGE = 20.0
"""How far the mark of a part stands beyond the edge of the page, for the bleed."""
_TINTS = (accent(), second(), accent(PALE), second(PALE))


@dataclass(frozen=True, slots=True)
class Frame:
    """The running lines of one document."""

    shop: Workshop
    total: int
    lines: dict[float, list[list[Word]]] = field(default_factory=dict)
    """The running words by the room that is left for them."""

    def left(self, page: int) -> float:
        """Where the text begins: with two-sided printing the binding edge changes sides."""
        options, measures = self.shop.look.options, self.shop.theme.page
        if options is None or not options.two_sided:
            return measures.inner
        shift = min(options.binding * MM, measures.outer / 2)
        return measures.outer - shift if page % 2 == 1 else measures.inner + shift

    def index(self, painter: Painter, page: int, parts: Sequence[int]) -> None:
        """The marks of the parts of a page, at its outer edge."""
        marks, options = marks_of(self.shop.document, self.shop.theme), self.shop.look.options
        if marks is None:
            return
        left = bool(options and options.two_sided and page % 2 == 1)
        for part in parts:
            x = -_OVER_EDGE if left else marks.width - WIDTH
            colour = _TINTS[part % len(_TINTS)]
            painter.ground(x, marks.foot(part), WIDTH + _OVER_EDGE, marks.height, colour)

    @property
    def foot(self) -> float:
        """How high the margin at the foot is at least, so that the text keeps its distance from
        running words in two lines."""
        style = self.shop.look.running
        lines = self._running(self._room(self._numbered(self.total - 1)))
        return 0.0 if len(lines) < 2 else _CLEAR + style.size * (1.2 + _ASCENT + _APART)

    def paint(self, painter: Painter, page: int, section: str) -> None:
        """`page` counts from 0; the cover has no running lines."""
        look = self.shop.look
        style, measures = look.running, look.theme.page
        left, width = self.left(page), look.theme.page.text_width
        painter.mute(True)
        if section:
            words = self._fitting(section, width)
            baseline = measures.height - measures.top * 0.62
            painter.line(words, left, baseline)
        numbered = self._numbered(page)
        outer_left = bool(look.options and look.options.two_sided and page % 2 == 1)
        # the head of a leaflet has said on this page what it is, and which version
        headed = page == 0
        lines = [] if headed else self._running(self._room(numbered))
        # two lines go further down than up: the text above them ends where the margin begins
        down = measures.bottom * 0.5 + style.size * 0.35 * (len(lines) - 1)
        down = max(down, _CLEAR + style.size * 1.2 * (len(lines) - 1))
        painter.line(numbered, left if outer_left else left + width - _width(numbered), down)
        for words in filter(None, lines):
            painter.line(words, left + width - _width(words) if outer_left else left, down)
            down -= style.size * 1.2
        painter.mute(False)

    def _numbered(self, page: int) -> list[Word]:
        return self._plain(self.shop.document.words("page-of", number=page + 1, total=self.total))

    def _room(self, numbered: list[Word]) -> float:
        look = self.shop.look
        return look.theme.page.text_width - _width(numbered) - look.running.size * 1.5

    def _running(self, room: float) -> list[list[Word]]:
        """The running words beside the number."""
        if room not in self.lines:
            self.lines[room] = self._parted(room)
        return self.lines[room]

    def _parted(self, room: float) -> list[list[Word]]:
        """The running words in two lines at most; rather parted at a comma."""
        text = self.shop.document.running
        whole = self._plain(text)
        if _width(whole) <= room:
            return [whole]
        for comma in re.finditer("[,،] ", text):
            lines = [self._plain(text[: comma.end() - 1]), self._plain(text[comma.end() :])]
            if max(map(_width, lines)) <= room:
                return lines
        count = len(whole) - 1
        while count > 1 and _width(whole[:count]) > room:
            count -= 1
        first, rest = (
            " ".join(word.text for word in part) for part in (whole[:count], whole[count:])
        )
        return [self._fitting(first, room), self._fitting(rest, room)]

    def _plain(self, text: str) -> list[Word]:
        return self.shop.setter.plain(text, self.shop.look.running, None)

    def _fitting(self, text: str, width: float) -> list[Word]:
        """As many words as there is room for; a running line is a help, not the text."""
        words = self.shop.setter.plain(text, self.shop.look.running, None)
        while len(words) > 1 and _width(words) > width:
            words = self.shop.setter.plain(
                " ".join(word.text for word in words[:-1]).rstrip(",;:–— ") + "…",
                self.shop.look.running,
                None,
            )
        return words


def _width(words: list[Word]) -> float:
    return sum(word.width + word.space for word in words) - (words[-1].space if words else 0)
