"""Whether the cover fits its page, and the words of a brand their boxes. Nothing is ever cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from exporter.brand import Brand, DoesNotFit

_TOLERANCE = 0.5
_WORDED = ("contact", "cover_line", "legal_line")


def check(pages: Iterable[Any], brand: Brand) -> None:
    """Raise DoesNotFit for the first slot whose content is higher or wider than its box."""
    for page in pages:
        for box in _boxes(page):
            element: Any = getattr(box, "element", None)
            slot = "" if element is None else element.get("data-slot") or ""
            if slot in _WORDED and box.element_tag == element.tag and _overflows(box):
                raise DoesNotFit(slot, _words(slot, brand))


def cover_spills(pages: list[Any]) -> bool:
    """Whether the cover needs more than its page."""
    return len(pages) > 1 and any(
        element is not None and element.get("class") == "cover"
        for element in (getattr(box, "element", None) for box in _boxes(pages[1]._page_box))
    )


def _boxes(box: Any) -> Iterator[Any]:
    yield box
    for child in getattr(box, "children", ()):
        yield from _boxes(child)


def _overflows(box: Any) -> bool:
    bottom = box.content_box_y() + box.height + _TOLERANCE
    right = box.content_box_x() + box.width + _TOLERANCE
    return any(
        line.position_y + line.height > bottom or line.position_x + line.width > right
        for line in _boxes(box)
        if type(line).__name__ == "LineBox"
    )


def _words(slot: str, brand: Brand) -> str:
    match slot:
        case "contact":
            return "; ".join(line.words for line in brand.contact)
        case "cover_line":
            return brand.cover_line
        case "legal_line":
            return brand.legal_line
        case _:
            return ""
