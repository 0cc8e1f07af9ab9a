"""Where a block stands, and which styles its words have there.

The names are a public contract (ARCHITECTURE.md, "The marks"); a style that only looks different
in its place keeps the contract's name in front: `List Bullet Box` is a `List Bullet`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, assert_never

from exporter.model import BoxKind, Delimiter, ListStyle

Place: TypeAlias = Literal["text", "box", "light", "row", "alone", "cell", "furniture"]
"""In the text; in a tinted box; in a box with a bar only; beside the picture of an easy-read row;
in an easy-read row without a picture; in a cell of a table; among the program's own words."""

ListPlace: TypeAlias = Literal["text", "box", "alone"]
LIST_PLACES: tuple[ListPlace, ...] = ("text", "box", "alone")
LIST_STYLES: tuple[ListStyle, ...] = ("bullet", "number", "plain")
"""The kinds of list that every file has; others are made where a document needs them."""

_PARAGRAPHS: dict[Place, str] = {
    "text": "Body Text",
    "box": "Box Text",
    "light": "Box Text Light",
    "row": "Row Text",
    "alone": "Row Text Alone",
    "cell": "Table Text",
    "furniture": "Furniture Text",
}
_LISTS: dict[ListStyle, str] = {
    "bullet": "List Bullet",
    "number": "List Number",
    "lower-letter": "List Number",
    "upper-letter": "List Number",
    "lower-roman": "List Number",
    "upper-roman": "List Number",
    "plain": "List Plain",
}
_TINTED: frozenset[BoxKind] = frozenset({"activity", "note", "warning", "example", "story"})


@dataclass(frozen=True, slots=True)
class Position:
    """Where a block stands; `level` is the depth of the lists around it, 0 for none."""

    place: Place = "text"
    level: int = 0
    in_definition: bool = False
    large: bool = False
    """Among the program's own words: for whoever cannot read the rest (COV-05)."""


def paragraph_style(position: Position) -> str:
    """The style of an ordinary paragraph."""
    if position.place == "furniture":
        return _furniture(position)
    if position.level or position.in_definition:
        return "List Continue" + _variant(position.place, max(1, position.level), deepest=3)
    return _PARAGRAPHS[position.place]


def list_style(style: ListStyle, position: Position) -> str:
    """The style of an item; `position` is that of the item's words."""
    if position.place == "furniture":
        return "Furniture List" if position.large else "Furniture List Small"
    return _LISTS[style] + _variant(position.place, position.level, deepest=1)


def quotation_style(position: Position, *, source: bool = False) -> str:
    if position.place == "furniture":
        return _furniture(position)
    return "Quotation Source" if source else "Quotation"


def list_template(style: ListStyle, place: Place) -> int:
    """The number of the abstract list that every file has: which marker, indented from where."""
    return LIST_PLACES.index(list_place(place)) * len(LIST_STYLES) + LIST_STYLES.index(style)


@dataclass(frozen=True, slots=True)
class Markers:
    """A kind of list that only some files have: lettered, Roman, or with brackets."""

    style: ListStyle
    delimiter: Delimiter
    place: ListPlace


def list_place(place: Place) -> ListPlace:
    match place:
        case "box" | "light":
            return "box"
        case "alone":
            return "alone"
        case "text" | "row" | "cell" | "furniture":
            return "text"
        case _:
            assert_never(place)


def box_place(kind: BoxKind) -> Place:
    """How a box is set off: tint and bar, a quiet bar, or only its label."""
    if kind in _TINTED:
        return "box"
    return "light" if kind in ("description", "media", "organisation") else "text"


def box_styles(kind: BoxKind, position: Position) -> tuple[str, str]:
    """The styles of a box's label and of its words."""
    if position.place == "furniture":
        return "Furniture Label", _furniture(position)
    match kind:
        case "note":
            return "Label Box", "Box Text"
        case "activity" | "warning" | "example" | "story":
            return f"Label {kind.capitalize()}", "Box Text"
        case "description" | "media" | "organisation":
            return "Label Light", "Box Text Light"
        case "number":
            return "Label Number", "Box Text Plain"
        case "contact":
            return "Label Contact", "Box Text Plain"
        case _:
            assert_never(kind)


def _furniture(position: Position) -> str:
    return "Furniture Text" if position.large else "Furniture Text Small"


def _variant(place: Place, level: int, deepest: int) -> str:
    """What follows the contract's name of a list style in this place, at this level."""
    match place:
        case "box":
            return " Box" if level == 1 else " Box 2"
        case "light":
            return " Light" if level == 1 else " Light 2"
        case "alone" if deepest > 1:
            return " Alone"
        case "text" | "row" | "cell" | "furniture" | "alone":
            depth = min(level, deepest)
            return f" {depth}" if depth > 1 else ""
        case _:
            assert_never(place)
