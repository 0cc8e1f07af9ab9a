"""How close the lines of the contents stand: a few too many for a page are closed up."""

from __future__ import annotations

import math
from dataclasses import dataclass

from exporter.edition import Theme
from exporter.model import ContentsEntry, Document
from exporter.writers.docx import measures
from exporter.writers.docx.numbering import hanging

_CLOSER = 0.1
"""What the pitch of the lines may lose of itself."""
_LEAST_SHARE, _SPARE = 0.2, 1.0
"""The least share of the space above an entry; and the line that is left, for lengths of lines
are estimated."""


@dataclass(frozen=True, slots=True)
class Spaced:
    """The pitch of the lines of contents, and the share of the usual space above an entry."""

    pitch: float
    share: float = 1.0


def spaced(document: Document, theme: Theme) -> Spaced:
    """As usual, or so close that the contents are one page where that is enough."""
    page = measures.word_page(theme.page)
    room = page.height - page.top - page.bottom - theme.headings[1] * theme.pitch
    room -= theme.paragraph_space * 0.5
    lines = sum(_lines(entry, theme) for entry in document.contents)
    above = sum(above_entry(theme, entry.level) for entry in document.contents)
    pitch = theme.pitch - _CLOSER
    left = room - (lines + _SPARE) * theme.size * pitch
    if lines * theme.size * theme.pitch + above <= room or left < above * _LEAST_SHARE:
        return Spaced(theme.pitch)
    return Spaced(pitch, min(1.0, left / above))


def above_entry(theme: Theme, level: int) -> float:
    """The usual space above an entry, in points."""
    return theme.paragraph_space * (0.7 if level <= 2 else 0.25)


def entry_indent(theme: Theme, level: int) -> float:
    return max(0, level - 2) * hanging(theme)


def _lines(entry: ContentsEntry, theme: Theme) -> int:
    room = measures.word_page(theme.page).text_width - entry_indent(theme, entry.level)
    return math.ceil(measures.estimated(entry.text) * theme.size / room)
