"""The styles of boxes, of lists in boxes, and of labels."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporter.edition import Theme
from exporter.writers.docx import measures
from exporter.writers.docx.numbering import (
    BAR,
    BOX_BORDER_SPACE,
    BOX_INDENT,
    MOST_BORDER_SPACE,
    hanging,
    item_indent,
)
from exporter.writers.docx.style_sheet import SINGLE, Border, Side, Style

_BOXES = (
    ("Box", "background2", "accent4", "accent2"),
    ("Light", "background1", "", "accent3"),
)
_HAIR, _RULE = 0.25, 2.25


def boxes(theme: Theme, turned: bool) -> Iterator[Style]:
    """Boxes are paragraphs with a tint, and a bar beside their label: no text boxes, no tables.

    Word joins paragraphs in one frame only when borders and indents are the same; between others
    it leaves white. So no box style has space before or after: the distance is the space to
    borders at the top and bottom (and between) in the colour of the ground. The bar stands beside
    the label alone, because between paragraphs LibreOffice cuts it.
    """
    for variant, ground, band, bar in _BOXES:
        text = "Box Text" if variant == "Box" else "Box Text Light"
        box = Style(
            name=text,
            left=BOX_INDENT,
            right=BOX_BORDER_SPACE,
            shade=ground if variant == "Box" else "",
            borders=_frame(ground, turned),
            keep_lines=True,
        )
        yield box
        # Another tint: between paragraphs of the same one the space before would be tinted too.
        yield replace(
            box,
            name=f"Label {variant}",
            next=text,
            bold=True,
            keep_next=True,
            shade=band,
            before=theme.paragraph_space * 1.3,
            borders=_label_frame(band or ground, bar, turned),
        )
        for name in ("List Bullet", "List Number", "List Plain", "List Continue"):
            yield from _list_in_box(name, variant, box, ground, theme, turned)
        if variant == "Box":
            yield from _question_in_box(box, theme)
    yield from _labels_of_kinds(turned)


def _labels_of_kinds(turned: bool) -> Iterator[Style]:
    """The kinds of box can be told in grey by their labels: white on dark, between two rules, in a
    frame, or with a bar twice as wide; a note has the plain one."""
    label = Style(name="", based_on="Label Box", next="Box Text", shown=True)
    yield replace(
        label, name="Label Warning", colour="background1", shade="accent1",
        borders=_label_frame("accent1", "accent1", turned),
    )  # fmt: skip
    ruled = [
        replace(line, colour="accent1", width=_RULE) if line.side in ("top", "bottom") else line
        for line in _frame("accent4", turned)
    ]
    yield replace(label, name="Label Activity", borders=tuple(ruled))
    yield replace(
        label, name="Label Example", shade="background1",
        borders=_label_frame("accent3", "accent3", turned, 1, 1),
    )  # fmt: skip
    yield replace(
        label, name="Label Story", shade="background1",
        borders=_label_frame("background1", "accent2", turned, 2 * BAR),
    )  # fmt: skip


def _list_in_box(
    name: str, variant: str, box: Style, ground: str, theme: Theme, turned: bool
) -> Iterator[Style]:
    """The styles of a list in a box, and of one inside it: the tint keeps its edge for both."""
    continued = name == "List Continue"
    for level, suffix in ((1, ""), (2, " 2")):
        indent = item_indent(level, "box", theme)
        if continued:  # no further than a border may be from its words, or the tint is notched
            indent = min(indent, BOX_INDENT + MOST_BORDER_SPACE - BOX_BORDER_SPACE - BAR)
        marker = indent - (0 if continued else hanging(theme))
        yield replace(
            box,
            name=f"{name} {variant}{suffix}",
            based_on=name,
            shown=False,
            before=0,
            left=indent if continued else None,
            borders=_frame(ground, turned, BOX_BORDER_SPACE + marker - BOX_INDENT),
        )


def _question_in_box(box: Style, theme: Theme) -> Iterator[Style]:
    """A question in a box, without a break in its tint."""
    asked = replace(box, shown=False, keep_next=True)
    yield replace(asked, name="Label Question Box", based_on="Label Question", bold=True, before=0)
    yield replace(asked, name="Question Hint Box", based_on="Question Hint", before=0)
    width = measures.word_page(theme.page).text_width
    yield replace(
        box, name="Answer Lines Box", based_on="Answer Lines", shown=False, before=0,
        lines=width - BOX_INDENT - BOX_BORDER_SPACE,
    )  # fmt: skip


def labels(theme: Theme) -> Iterator[Style]:
    space = theme.paragraph_space
    label = Style(name="", next="Box Text Plain", bold=True, keep_next=True, before=space)
    yield replace(
        label,
        name="Label Number",
        colour="accent1",
        size=theme.headings[0],
        before=space * 1.3,
        line=SINGLE,
    )
    yield replace(label, name="Label Contact")
    yield replace(label, name="Label Question", next="Question Hint", before=space * 1.5)
    # In the colour of every other caption, of which it is one.
    yield replace(label, name="Label Records", next="Caption", colour="text2", before=space * 1.3)
    yield Style(name="Box Text Plain")


def _frame(ground: str, turned: bool, space: float = BOX_BORDER_SPACE) -> tuple[Border, ...]:
    """Lines in the colour of the ground: they hold the space around the words of a box."""
    start: Side = "right" if turned else "left"
    end: Side = "left" if turned else "right"
    sides: list[tuple[Side, float]] = [
        (start, space + BAR - _HAIR),
        ("top", 4),
        ("bottom", 5),
        (end, BOX_BORDER_SPACE),
        ("between", 4),
    ]
    return tuple(
        Border(side=side, width=_HAIR, space=min(MOST_BORDER_SPACE, room), colour=ground)
        for side, room in sides
    )


def _label_frame(
    ground: str, bar: str, turned: bool, wide: float = BAR, line: float = _HAIR
) -> tuple[Border, ...]:
    """The same, with the bar at the side; the words begin at the same place beside any bar."""
    start: Side = "right" if turned else "left"
    plain = [replace(one, width=line) for one in _frame(ground, turned) if one.side != start]
    space = BOX_BORDER_SPACE + BAR - wide
    return (*plain, Border(side=start, width=wide, space=space, colour=bar))
