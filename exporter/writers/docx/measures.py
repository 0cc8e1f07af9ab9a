"""Lengths of the Word file, in points: the page, the columns, the printed size of pictures.

Pictures and columns do not depend on the edition, so that large print is a change of styles only:
document.xml of standard and large print are the same but for tables set as rows, and charts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from exporter import fonts
from exporter.edition import MM, WORD_FOOT, WORD_MARGIN, Page, Theme, chart_height, one_sheet
from exporter.model import ContentsEntry, Picture

_LARGE = 16.0
"""The least size of large print: nobody needs to enlarge an edition that has it."""
_SHEET_TOP, _SHEET_BOTTOM, _SHEET_LOGO = 20 * MM, 20 * MM, 0.7
"""Running lines have room in them; and of a logo, how much of its size it has there."""

FIGURE_HEIGHT = 320.0
SIGN = (16.0, 16.0)
"""Of a box, beside its label."""
_COVER_WIDTH = 450.0
_COVER_HEIGHT, _SMALLER_COVER_HEIGHT = 170.0, 110.0
_GIANT = 20.0
_MANY_COVER_LINES, _LEAST_COVER_HEIGHT = 4, 88.0
SECTION_PICTURE_WIDTH = 150.0
SECTION_PICTURE_HEIGHT = 150.0
"""As wide as the pictures of easy read, so that both share one PNG of a picture: to draw one takes
more time than all the rest of a page."""
ROW_PICTURE_LEAST = 50 * MM
"""Easy read: pictures at least 5 cm wide (easy-read-standards.md, section 2)."""
_ROW_HIGH, _ROW_LONGEST = 0.82, 0.935
"""The height of such a picture, for one unit of its column; and the least of its longer side."""
_CONTENTS_LARGEST, _CONTENTS_SMALLEST, _CONTENTS_ACROSS = 62.0, 40.0, 1.35
"""The height of a picture in the contents of easy read, and its width for a unit of that."""
_BOLD = 1.15
"""How much wider bold words are, also where Arial is missing."""
CONTACT_PICTURE, CONTACT_GAP = (52.0, 40.0), 14.0
"""Of easy read, beside a way to reach whoever gives it out; and between the two."""
_POINTS_PER_PIXEL = 0.75

_NARROW, _WIDE = frozenset("fijlrtI .,:;'’()[]!|-"), frozenset("mwMW@%–—…")

_ARIAL_LINE = 2355 / 2048
"""Ascent, descent and line gap of Arial: what Word calls single line spacing."""
_ARIAL_DESCENT = 434 / 2048


def word_page(page: Page) -> Page:
    """The page with margins that suit every edition."""
    return Page(
        width=page.width,
        height=page.height,
        top=max(page.top, WORD_MARGIN),
        bottom=max(page.bottom, WORD_FOOT),
        inner=max(page.inner, WORD_MARGIN),
        outer=max(page.outer, WORD_MARGIN),
    )


def sheet(theme: Theme) -> Page:
    """The page of a section. That of the headlines is fuller, so that they are one sheet; that of
    an edition which is large already is as high as on paper, so that four rows of easy read and
    their heading have room on it."""
    page = word_page(theme.page)
    if not one_sheet(theme) and theme.size < _LARGE:
        return page
    top, bottom = max(theme.page.top, _SHEET_TOP), max(theme.page.bottom, _SHEET_BOTTOM)
    return replace(page, top=min(page.top, top), bottom=min(page.bottom, bottom))


def logo_box(theme: Theme) -> tuple[float, float]:
    """The room of a logo, in points."""
    share = _SHEET_LOGO if one_sheet(theme) else 1
    return theme.logo.width * share, theme.logo.height * share


def row_picture_width(theme: Theme) -> float:
    return max(theme.row_picture_width, ROW_PICTURE_LEAST)


def row_picture(picture: Picture, theme: Theme) -> tuple[float, float]:
    """The printed size of a picture of easy read. One that is round or tall is less wide, so that
    more rows stand on a page; its longer side has six centimetres all the same."""
    width, shape = row_picture_width(theme), picture.height / picture.width
    tall = max(_ROW_HIGH, _ROW_LONGEST * min(1.0, shape))
    if shape <= 1:
        tall = max(tall, ROW_PICTURE_LEAST / width * shape)
    return fitted(picture, width, width * tall)


def words_indent(theme: Theme) -> float:
    """Where the words of an easy-read row begin."""
    return row_picture_width(theme) + theme.row_gap


def row_space(theme: Theme) -> float:
    """Between two easy-read rows; below a picture its line has its descent, which is part of it."""
    return max(0.0, theme.row_space - _ARIAL_DESCENT * theme.size)


def contents_picture_box(contents: Sequence[ContentsEntry], theme: Theme) -> tuple[float, float]:
    """The room of a picture in the contents: all on one page, if that leaves them large enough.
    Where the words of an entry need a second line, it stands below the picture."""
    page, largest = sheet(theme), _CONTENTS_LARGEST * _CONTENTS_ACROSS
    width = (page.text_width - largest - theme.size) / theme.size
    more = sum(_BOLD * estimated(entry.text) // width for entry in contents) * 1.4 * theme.size
    height = page.height - page.top - page.bottom - 2 * theme.headings[1] - more
    high = min(_CONTENTS_LARGEST, height / len(contents) - 1.2 * theme.size)
    high = high if high >= _CONTENTS_SMALLEST else _CONTENTS_LARGEST
    return high * _CONTENTS_ACROSS, high


def fitted(picture: Picture, width: float, height: float) -> tuple[float, float]:
    """The printed size of a picture in a box; a photograph is not blown up past 96 dpi."""
    if picture.media != "svg":
        width = min(width, picture.width * _POINTS_PER_PIXEL)
    scale = min(width / picture.width, height / picture.height)
    return picture.width * scale, picture.height * scale


def figure(picture: Picture, room: float, theme: Theme) -> tuple[float, float]:
    """The printed size of a figure. A chart is drawn for the edition: its words have the size of
    the text, so it is as high as it must be, up to a page less two lines of caption."""
    if not picture.ems:
        return fitted(picture, room, FIGURE_HEIGHT)
    return fitted(picture, min(room, picture.ems * theme.size), chart_height(theme))


def cover_box(theme: Theme, lines: int) -> tuple[float, float]:
    """Room for the cover's picture, so that the rest of the cover stays on it in giant print, and
    where a short edition and a draft say so in `lines` of their own."""
    height = _COVER_HEIGHT if theme.size < _GIANT else _SMALLER_COVER_HEIGHT
    if lines >= _MANY_COVER_LINES:
        height = min(height, _LEAST_COVER_HEIGHT)
    return _COVER_WIDTH, height


@cache
def natural_line(family: str) -> float:
    """Single line spacing of a family, divided by its size."""
    if family not in fonts.FAMILIES:
        return _ARIAL_LINE
    return fonts.natural_line(family)


def line_multiple(pitch: float, family: str) -> int:
    """Word's `w:line` (240 is single) for a baseline distance of `pitch` sizes."""
    return round(240 * pitch / natural_line(family))


def estimated(words: str) -> float:
    """The width in Arial, in sizes. To ask a font would take as long as to write the guide."""
    return sum(
        0.29 if sign in _NARROW else 0.86 if sign in _WIDE else 0.69 if sign.isupper() else 0.54
        for sign in words
    )
