"""Where the pages of the PDF begin, as marks in the text of an e-book.

A web page has none: then nothing here costs anything. A mark stands at a block, or among inlines
before the first word of its page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from exporter.web_page.markup import NOTHING, Html, join

_WORD = re.compile(r"\S+")


@dataclass(slots=True)
class Waiting:
    """Marks that wait for their word: how many letters stand before each. Empty is false."""

    marks: list[tuple[int, Html]] = field(default_factory=list)
    _letters: int = 0
    _open: bool = True
    """Whether a word may begin here: at the beginning, or after a space."""
    _held: bool = False

    def __bool__(self) -> bool:
        return bool(self.marks)

    def before(self) -> Html:
        """The marks whose word begins here."""
        due = NOTHING
        while self.marks and self._open and not self._held and self._letters >= self.marks[0][0]:
            due = join(due, self.marks.pop(0)[1])
        return due

    def among(self, text: str, spell: Callable[[str], Html]) -> Html:
        """Words with the marks that stand between them."""
        pieces, written, end = [], 0, 0
        for word in _WORD.finditer(text):
            self._open = self._open or word.start() > end
            due = self.before()
            if due:
                pieces += [spell(text[written : word.start()]), due]
                written = word.start()
            self._letters += sum(map(str.isalnum, word[0]))
            self._open, end = False, word.end()
        self._open = self._open or end < len(text)
        return join(*pieces, spell(text[written:]))

    @contextmanager
    def held(self) -> Iterator[None]:
        """Inside an element that no mark may stand in."""
        before, self._held = self._held, True
        yield
        self._held = before

    def rest(self) -> Html:
        """Marks whose word never came."""
        marks, self.marks = self.marks, []
        return join(*(mark for _, mark in marks))


@dataclass(slots=True)
class PageMarks:
    """The marks of a whole document, each to be taken once, by the object that it belongs to."""

    _at: dict[int, list[tuple[int, Html]]] = field(default_factory=dict)

    def add(self, source: object, letters: int, mark: Html) -> None:
        """A mark at a section or a block, or in inlines after so many letters and figures."""
        self._at.setdefault(id(source), []).append((letters, mark))

    def before(self, source: object) -> Html:
        """The marks that stand before a section or a block."""
        return join(*(mark for _, mark in self._at.pop(id(source), ()))) if self._at else NOTHING

    def within(self, inlines: object) -> Waiting:
        """The marks that stand somewhere among inlines."""
        return Waiting(self._at.pop(id(inlines), [])) if self._at else _NONE


_NONE = Waiting()
