"""numbering.xml: the markers of lists, and a number of its own for each list that counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from exporter.edition import Theme
from exporter.model import ListStyle
from exporter.writers.docx import measures
from exporter.writers.docx.ledger import ListNumber
from exporter.writers.docx.markup import DECLARATION, twips
from exporter.writers.docx.places import LIST_PLACES, LIST_STYLES, ListPlace, Markers

FIRST_LIST = len(LIST_PLACES) * len(LIST_STYLES) + 1
"""The numbers below belong to the templates themselves."""

BOX_INDENT = 14.0
"""From the margin to the words of a box; its bar stands in between."""
BOX_BORDER_SPACE = 9.0
BAR = 4.5
"""The width of the bar beside a box's label."""
MOST_BORDER_SPACE = 31.0
"""The most that Word allows between a border and its words."""

_LEVELS = 9
_BULLETS = ("•", "–", "•")
_FORMATS: dict[ListStyle, str] = {
    "number": "decimal",
    "lower-letter": "lowerLetter",
    "upper-letter": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
}


def numbering_xml(lists: Iterable[ListNumber], kinds: Iterable[Markers], theme: Theme) -> str:
    """`kinds` are those that this file has beside the usual ones."""
    usual = [Markers(style, ".", place) for place in LIST_PLACES for style in LIST_STYLES]
    templates = "".join(
        _template(number, kind, theme) for number, kind in enumerate((*usual, *kinds))
    )
    own = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number - 1}"/></w:num>'
        for number in range(1, FIRST_LIST)
    )
    # All abstract lists before all numbers, or Word repairs the file.
    return (
        f'{DECLARATION}<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/'
        f'2006/main">{templates}{own}{"".join(map(_number, lists))}</w:numbering>'
    )


def _number(entry: ListNumber) -> str:
    return (
        f'<w:num w:numId="{entry.number}"><w:abstractNumId w:val="{entry.template}"/>'
        f'<w:lvlOverride w:ilvl="{entry.level}"><w:startOverride w:val="{entry.start}"/>'
        "</w:lvlOverride></w:num>"
    )


def _template(number: int, kind: Markers, theme: Theme) -> str:
    levels = "".join(_levels(kind, theme))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
        f"{levels}</w:abstractNum>"
    )


def _levels(kind: Markers, theme: Theme) -> Iterator[str]:
    hang = hanging(theme)
    for level in range(_LEVELS):
        name, text = _marker(kind, level)
        yield (
            f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{name}"/>'
            f'<w:suff w:val="{"nothing" if kind.style == "plain" else "tab"}"/>'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{twips(item_indent(level + 1, kind.place, theme))}" '
            f'w:hanging="{twips(hang)}"/></w:pPr></w:lvl>'
        )


def _marker(kind: Markers, level: int) -> tuple[str, str]:
    """What Word calls the marker, and its text with the sign after or around it."""
    match kind.style:
        case "bullet":
            return "bullet", _BULLETS[level % 3]
        case "plain":
            return "none", ""
        case "number" | "lower-letter" | "upper-letter" | "lower-roman" | "upper-roman":
            before, after = ("(", ")") if kind.delimiter == "()" else ("", kind.delimiter)
            return _FORMATS[kind.style], f"{before}%{level + 1}{after}"
        case _:
            assert_never(kind.style)


def hanging(theme: Theme) -> float:
    """From a marker to its words: room for "10." in the edition's size."""
    return 1.6 * theme.size


def item_indent(level: int, place: ListPlace, theme: Theme) -> float:
    """Where the words of an item begin; `level` counts from 1."""
    hang = hanging(theme)
    match place:
        case "text":
            return hang * level
        case "box":
            return BOX_INDENT + hang + (level > 1) * _second_level_in_box(theme)
        case "alone":
            return measures.words_indent(theme) + hang * level


def _second_level_in_box(theme: Theme) -> float:
    """How far a list in a list of a box steps in: the bar must stay where it is."""
    return min(hanging(theme), MOST_BORDER_SPACE - BOX_BORDER_SPACE - BAR)
