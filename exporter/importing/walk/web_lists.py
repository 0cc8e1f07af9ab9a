"""How browsers count the items of a list, and how ours can count them."""

from __future__ import annotations

from dataclasses import dataclass, field

from exporter.attributes import whole_number
from exporter.importing.walk.pieces import Counted
from exporter.markers import marker_with_sign
from exporter.model import List, ListStyle
from exporter.web_page.tree import DIGITS, Element

_MOST_LETTERS = 26
_COUNTED: dict[str, ListStyle] = {
    "a": "lower-letter", "A": "upper-letter", "i": "lower-roman", "I": "upper-roman",
}  # fmt: skip


@dataclass(slots=True)
class Numbers:
    """Counts the items of a list as browsers do."""

    element: Element
    thread: str
    value: int = field(init=False)

    def __post_init__(self) -> None:
        items = sum(one.tag == "li" for one in self.element.elements())
        self.value = whole_number(
            self.element.get("start"), items if self._backwards else 1, DIGITS
        )

    @property
    def _backwards(self) -> bool:
        return self.element.has("reversed")

    def next(self, item: Element) -> tuple[Counted, str]:
        """What counts this item; and its number, where none of our lists counts so.

        They count upwards from 1, and their letters end with z.
        """
        if self.element.tag != "ol":
            return Counted("bullet", thread=self.thread), ""
        value = whole_number(item.get("value"), self.value, DIGITS)
        self.value = value - 1 if self._backwards else value + 1
        style = _COUNTED.get(self.element.get("type"), "number")
        if style.endswith("letter") and value > _MOST_LETTERS:
            style = "number"
        if self._backwards or value < 1:
            sign = marker_with_sign(List(style, (), value, "."), 0) if value > 0 else f"{value}."
            return Counted("bullet", thread=self.thread), sign
        return Counted(style, value, ".", self.thread), ""
