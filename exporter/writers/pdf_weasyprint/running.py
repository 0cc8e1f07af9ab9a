"""The line above the text of each page: the part that the page goes on with, and the box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from exporter.model import Words

NAME = "running"
"""The named string in which style sheets find the line."""
_PART = "part"
_WIDEST_LETTER = 0.6
"""How wide letters are at most, on an average line, for a size of 1."""


@dataclass(frozen=True, slots=True)
class Running:
    """How the line is told."""

    words: Words
    between: str
    """What stands between part and box: a new line, where the margin has room for two."""
    letters: int
    """As many letters have room on a line."""

    def told(self, pages: Iterable[Any]) -> Iterator[Any]:
        """The pages as WeasyPrint lays them out, each with its line.

        CSS cannot ask whether a box was begun on an earlier page.
        """
        begun: set[Any] = set()
        part = ""
        for page in pages:
            root = page.children[0]
            boxes = list(root.descendants())
            parts = [text for box in boxes for text in _part(box)]
            line = _beginning(_first_part(root) or part, self.letters)
            met = [box.element for box in boxes if _is_labelled(box.element)]
            goes_on = next((element for element in met if element in begun), None)
            if goes_on is not None:
                line = self._with(line, self._continued(_label(goes_on)))
            root.string_set = [(NAME, line)]
            part = parts[-1] if parts else part
            begun.update(met)
            yield page

    def _continued(self, label: str) -> str:
        """That a box, a record or a table goes on; of a long label, its beginning."""
        room = self.letters - len(self.words("continued", label=""))
        return self.words("continued", label=_beginning(label, room))

    def _with(self, part: str, box: str) -> str:
        """Both, or the box alone where there is no room: words of the text would be under it."""
        both = f"{part}{self.between}{box}" if part else box
        return both if all(len(line) <= self.letters for line in both.splitlines()) else box


def letters_within(width: float, size: float) -> int:
    """How many letters of a size have room within a width, both in points."""
    return int(width / (size * _WIDEST_LETTER))


def _part(box: Any) -> list[str]:
    return [text for name, text in box.string_set or () if name == _PART]


def _first_part(root: Any) -> str:
    """The part that begins at the head of the page, if one does."""
    box = root
    while box is not None:
        for text in _part(box):
            return text
        box = next(iter(getattr(box, "children", ())), None)
    return ""


def _is_labelled(element: Any) -> bool:
    return element is not None and bool(_label(element))


def _label(element: Any) -> str:
    """What a box is called, in its first paragraph; a record or a table, in its caption."""
    first = next(iter(element), None)
    if first is None:
        return ""
    boxed = element.get("data-box") is not None and first.get("data-label") is not None
    if boxed or (element.tag == "table" and first.tag == "caption"):
        return " ".join("".join(first.itertext()).split())
    return ""


def _beginning(words: str, room: int) -> str:
    """As many of the words as there is room for: one that ran on would lie under the text."""
    if len(words) <= room:
        return words
    cut = words[: max(room - 2, 1)]
    return f"{cut.rpartition(' ')[0] or cut} …"
