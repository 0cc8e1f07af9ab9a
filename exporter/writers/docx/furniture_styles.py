"""The styles of what the program adds: cover lines, contents, running lines, end matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporter.edition import Theme, one_sheet
from exporter.model import ContentsEntry
from exporter.writers.docx import measures
from exporter.writers.docx.contents_spaced import Spaced, above_entry, entry_indent
from exporter.writers.docx.numbering import BOX_INDENT
from exporter.writers.docx.style_sheet import SINGLE, Border, Style

_NUMBER = 8.5
"""The width of “Page 20 of 120” with the space after it, in sizes."""
FORMATS_SIZE = 16.0
"""The least size of “this document is also available as” (COV-05 of the easy-read standards)."""


def furniture(theme: Theme, contents: Spaced) -> Iterator[Style]:
    space, close = theme.paragraph_space, one_sheet(theme)
    cover = theme.size * (0.2 if close else 1)
    """Not the space of paragraphs: in extra spacing that pushes the logo off the cover."""
    right = measures.word_page(theme.page).text_width
    own = FORMATS_SIZE if theme.size < FORMATS_SIZE else 0
    yield Style(name="Furniture Text", size=own, before=space * (0.3 if close else 0.6))
    yield Style(name="Furniture List", based_on="Furniture Text", number=1)
    yield Style(name="Furniture Text Small", before=space * 0.6)
    yield Style(name="Furniture List Small", based_on="Furniture Text Small", number=1)
    yield Style(name="Furniture Label", based_on="Furniture Text", bold=True, keep_next=True)
    yield Style(name="Furniture Figure", before=space, line=SINGLE)
    code = Style(
        name="Furniture Code", before=space * 0.6, line=SINGLE, keep_next=True, shown=False
    )
    words = Style(name="Furniture Code Words", before=space * 0.3, keep_lines=True, shown=False)
    for style in (code, words):
        yield style
        yield Style(name=f"{style.name} Box", based_on=style.name, left=BOX_INDENT, shown=False)
    yield Style(
        name="Furniture Heading", next="Furniture Text", size=theme.headings[2], bold=True,
        colour="accent1", before=theme.headings[2] * (0.48 if close else 1.4),
        keep_next=True, keep_lines=True,
        line=measures.line_multiple(1.18, theme.word_family), outline=1,
    )  # fmt: skip
    for level in range(3, 7):
        yield Style(
            name=f"Furniture Heading {level}", based_on="Furniture Heading",
            next="Furniture Text", outline=level - 1, shown=False,
        )  # fmt: skip
    yield Style(
        name="Furniture Notes",
        bold=True,
        colour="accent1",
        before=space * 1.5,
        keep_next=True,
        outline=2,
    )
    yield Style(name="Furniture Cover", colour="text2", before=cover * 0.4)
    yield Style(
        name="Furniture Edition", size=_edition_size(theme), bold=True,
        colour="accent1", line=SINGLE, keep_next=True,
    )  # fmt: skip
    yield Style(name="Furniture Cover Line", colour="accent1", before=cover * 0.7)
    yield Style(name="Furniture Publisher", bold=True, before=cover * 0.6)
    yield Style(name="Furniture Logo", before=cover * 0.8, line=SINGLE)
    # The lines of a contact belong together: closer to each other, and on one page.
    yield Style(
        name="Furniture Contact", based_on="Furniture Text", before=space * 0.25, keep_next=True,
        size=theme.size if close else 0,
    )  # fmt: skip
    yield Style(name="Furniture Legal", colour="text2", before=space * 1.5)
    yield Style(name="Furniture Gap", line=160, exact=True, shown=False)
    yield Style(
        name="TOC Heading", next="TOC 2", size=theme.headings[1], bold=True, colour="accent1",
        keep_next=True, new_page=True, after=space * 0.5, outline=1,
    )  # fmt: skip
    closer = contents.pitch != theme.pitch
    line = measures.line_multiple(contents.pitch, theme.word_family) if closer else 0
    for level in range(1, 7):
        yield Style(
            name=f"TOC {level}", before=above_entry(theme, level) * contents.share, shown=False,
            line=line,
            left=entry_indent(theme, level), right=0, tabs=(("right", right),),
        )  # fmt: skip
    below = Border(side="bottom", width=0.5, space=4, colour="accent3")
    above = Border(side="top", width=0.25, space=6, colour="accent3")
    yield Style(
        name="Header", colour="text2", borders=(below,), tabs=(("right", right),), shown=False
    )
    yield Style(
        name="Footer", colour="text2", borders=(above,), tabs=(("right", right),), shown=False
    )
    beside = theme.size * _NUMBER
    yield Style(
        name="Footer Long", based_on="Footer", left=beside, hanging=beside,
        tabs=(("left", beside),), shown=False,
    )  # fmt: skip


def _edition_size(theme: Theme) -> float:
    """Which edition it is stands large above the title; on a sheet it is one line of the head."""
    if one_sheet(theme):
        return theme.headings[2]
    return max(30, min(theme.headings[0], 38))


def pictured_contents(contents: Sequence[ContentsEntry], theme: Theme) -> Iterator[Style]:
    """The entries of parts beside a picture, which only the contents of easy read have."""
    if any(entry.picture for entry in contents):
        indent = measures.contents_picture_box(contents, theme)[0] + theme.size
        right = measures.word_page(theme.page).text_width
        yield Style(
            name="TOC 2", bold=True, before=theme.size * 0.6, line=SINGLE, left=indent, right=0,
            hanging=indent, centred=True, keep_lines=True, shown=False,
            tabs=(("left", indent), ("right", right)),
        )  # fmt: skip
