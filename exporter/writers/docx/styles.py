"""styles.xml: the whole look of the file. Nothing is formatted anywhere else.

Words of the text, of lists, tables, captions, notes and running lines all have the size of
`Normal`, which is the document's default: who changes that one style changes them all. Only
headings and the subtitle have sizes of their own (Word knows no relative sizes).

Space stands *before* paragraphs, never after: so the first paragraph below a table or a box has its
distance too, which neither of them could give it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporter.edition import Theme, one_sheet
from exporter.model import Document
from exporter.writers.docx import measures
from exporter.writers.docx.box_styles import boxes, labels
from exporter.writers.docx.contents_spaced import Spaced, spaced
from exporter.writers.docx.furniture_styles import furniture, pictured_contents
from exporter.writers.docx.inlines import language_mark
from exporter.writers.docx.keeping import kept_styles
from exporter.writers.docx.markup import DECLARATION, NAMESPACES
from exporter.writers.docx.numbering import BOX_BORDER_SPACE, BOX_INDENT, hanging, item_indent
from exporter.writers.docx.places import list_template
from exporter.writers.docx.style_sheet import SINGLE, Border, Side, Style, size_xml, style_xml
from exporter.writers.docx.table_styles import NORMAL_TABLE, tables
from exporter.writers.docx.theme_part import theme_colours

_FONT = (
    '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" '
    'w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>'
)
_LARGE = 16.0
"""From this size on, note marks are set as large as the text (UKAAF: superscripts too)."""


_TO_WRITE_ON = 2.2
"""From one line that readers write on to the next, in sizes of the text."""
_SIDES: tuple[Side, ...] = ("left", "top", "bottom", "right")
_WIDE_FIELD, _CLOSE_FIELD = (
    tuple(Border(side=side, width=3, space=space, colour="accent1") for side in _SIDES)
    for space in (22, 8)
)
"""The field of colour of title and subtitle: the same for both, or Word leaves white between."""


def styles_xml(document: Document, theme: Theme) -> str:
    colours = theme_colours(theme)
    contents = spaced(document, theme)
    usual = all_styles(theme, contents, turned=document.right_to_left)
    every = {one.name: one for one in usual}
    every |= {one.name: one for one in pictured_contents(document.contents, theme)}
    styles = "".join(style_xml(style, colours) for style in every.values())
    line = measures.line_multiple(theme.pitch, theme.word_family)
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_FONT}"
        f'<w:color w:val="{colours["text1"]}" w:themeColor="text1"/>{size_xml(theme.size)}'
        f"{language_mark(document.language)}</w:rPr></w:rPrDefault>"
        f'<w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0" '
        f'w:line="{line}" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )
    return (
        f"{DECLARATION}<w:styles {NAMESPACES}>{defaults}{styles}{_CHARACTER_DEFAULT}"
        f"{NORMAL_TABLE}{_NO_LIST}{tables(colours)}</w:styles>"
    )


def all_styles(theme: Theme, contents: Spaced, *, turned: bool = False) -> tuple[Style, ...]:
    return (
        Style(name="Normal", bidi=turned),
        *_headings(theme),
        *_text(theme, turned),
        *_lists(theme),
        *boxes(theme, turned),
        *labels(theme),
        *_figures_and_tables(theme),
        *_easy_read(theme),
        *furniture(theme, contents),
        *kept_styles(),
        *_characters(theme),
    )


def _headings(theme: Theme) -> Iterator[Style]:
    line, close = measures.line_multiple(1.18, theme.word_family), one_sheet(theme)
    above = theme.size / 2 if close else max(theme.size, 144 - 7 * theme.size)
    yield Style(
        name="Heading 1", next="Subtitle", size=theme.headings[0], bold=True,
        colour="background1", shade="accent1", borders=_field(theme), line=line, outline=0,
        keep_next=True, keep_lines=True, before=above,
    )  # fmt: skip
    for level, size in enumerate(theme.headings[1:], 2):
        opens = level == 2 and theme.section_on_new_page  # Word keeps a space above it there
        yield Style(
            name=f"Heading {level}",
            next="Body Text",
            size=size,
            bold=True,
            colour="accent1",
            before=0 if opens else size * (0.48 if close else 1.6 if level == 2 else 1.3),
            after=0 if close else theme.paragraph_space * 0.6,
            line=line,
            outline=level - 1,
            keep_next=True,
            keep_lines=True,
            new_page=opens,
        )


def _field(theme: Theme) -> tuple[Border, ...]:
    return _CLOSE_FIELD if one_sheet(theme) else _WIDE_FIELD


def _text(theme: Theme, turned: bool) -> Iterator[Style]:
    space, width = theme.paragraph_space, measures.word_page(theme.page).text_width
    start: Side = "right" if turned else "left"
    bar = Border(side=start, width=3, space=BOX_BORDER_SPACE, colour="accent2")
    yield Style(name="Body Text", before=space / 2 if one_sheet(theme) else space)
    # With the text below it: heading, picture and lead alone at a page's foot say nothing yet.
    yield Style(name="Lead", based_on="Body Text", colour="accent1", keep_next=True)
    yield Style(
        name="Subtitle", next="Body Text", size=theme.headings[2], colour="background1",
        shade="accent1", borders=_field(theme), before=6,
        line=measures.line_multiple(1.3, theme.word_family),
    )  # fmt: skip
    yield Style(
        name="Quotation", before=space, left=BOX_INDENT, right=BOX_INDENT, borders=(bar,),
        keep_next=True, keep_lines=True,
    )  # fmt: skip
    yield Style(
        name="Quotation Source",
        based_on="Quotation",
        colour="text2",
        before=space / 3,
        ends_keeping=True,
    )
    yield Style(name="Question Hint", next="List Plain", before=space / 3, keep_next=True)
    yield Style(
        name="Answer Lines", before=space / 2, colour="text2", keep_lines=True, lines=width,
        line=measures.line_multiple(_TO_WRITE_ON, theme.word_family),
    )  # fmt: skip
    yield Style(
        name="Answer Lines Row", based_on="Answer Lines", shown=False,
        lines=width - measures.words_indent(theme),
    )  # fmt: skip
    yield Style(name="Term", next="Definition", bold=True, before=space, keep_next=True)
    yield Style(name="Definition", before=0, left=hanging(theme))
    yield Style(
        name="Endnote Text", before=space / 2, left=hanging(theme), hanging=hanging(theme),
        tabs=(("left", hanging(theme)),),
    )  # fmt: skip


def _lists(theme: Theme) -> Iterator[Style]:
    space = theme.paragraph_space / 2
    for name, kind in (("Bullet", "bullet"), ("Number", "number"), ("Plain", "plain")):
        template = list_template(kind, "text")  # type: ignore[arg-type]
        yield Style(name=f"List {name}", before=space, number=template + 1)
    yield Style(name="List Continue", before=space, left=hanging(theme))
    yield Style(
        name="List Continue 2", based_on="List Continue", left=hanging(theme) * 2, shown=False
    )
    yield Style(
        name="List Continue 3", based_on="List Continue", left=hanging(theme) * 3, shown=False
    )
    yield Style(
        name="List Continue Alone", based_on="List Continue", shown=False,
        left=item_indent(1, "alone", theme),
    )  # fmt: skip


def _figures_and_tables(theme: Theme) -> Iterator[Style]:
    space = theme.paragraph_space
    # Single line spacing: a multiple would also stretch the height of the picture.
    # Not "Figure": LibreOffice makes tags of the names of styles, and then all its figures are P.
    alone = Style(name="Figure Alone", next="Body Text", before=space * 1.2, line=SINGLE)
    yield alone
    yield replace(
        alone, name="Figure with Caption", based_on=alone.name, next="Caption", keep_next=True
    )
    yield Style(
        name="Section Picture", next="Body Text", before=space * 0.8, line=SINGLE, keep_next=True
    )
    yield Style(
        name="Cover Picture", next="Body Text", before=max(10, 80 - 4 * theme.size), line=SINGLE
    )
    # Under a figure; only a table's caption keeps with what follows, or figures were a chain.
    below = Style(name="Caption", colour="text2", before=space * 0.8, after=4, keep_lines=True)
    yield below
    yield replace(below, name="Caption Above", based_on=below.name, keep_next=True)
    yield Style(name="Table Text", before=2, after=2)
    header = Style(name="Table Header", bold=True, before=2, after=2)
    yield header
    yield replace(
        header, name="Table Header Kept", based_on="Table Header", keep_next=True, shown=False
    )


def _easy_read(theme: Theme) -> Iterator[Style]:
    space = theme.paragraph_space
    beside = theme.rows == "side-by-side"
    yield Style(name="Row Text", before=0 if beside else space, after=space * 0.4)
    yield Style(
        name="Row Text Alone", before=space, after=space * 0.4,
        left=measures.words_indent(theme), keep_lines=True,
    )  # fmt: skip
    yield Style(name="Row Picture", next="Row Text", line=SINGLE)
    yield Style(
        name="Row Picture Below", based_on="Row Picture", next="Row Text", before=space * 0.4,
        shown=False,
    )  # fmt: skip
    # Further from the words above than from its own below.
    above = max(space, theme.row_space) * 1.4
    yield Style(name="Row Picture Above", before=above, line=SINGLE, keep_next=True)


def _characters(theme: Theme) -> Iterator[Style]:
    large = theme.size >= _LARGE
    base = Style(name="", kind="character", based_on="Default Paragraph Font")
    yield replace(base, name="Strong", bold=True)
    # Stress is bold, never italic: slanted words are hard to read (UKAAF, EMP-01).
    yield replace(base, name="Emphasis", bold=True)
    yield replace(base, name="Glossary Word", bold=True)
    yield replace(base, name="Hyperlink", colour="hyperlink", underline=True)
    yield replace(base, name="Strong Hyperlink", based_on="Hyperlink", bold=True)
    yield replace(
        base, name="Endnote Reference", colour="accent1", bold=large, superscript=not large,
        raised=theme.size * 0.2 if large else 0, shown=False,
    )  # fmt: skip
    yield replace(base, name="Tick Box", size=theme.size * 1.3, shown=False)
    yield replace(base, name="Web Address", colour="text2", shown=False)
    yield replace(base, name="Page Reference", colour="text2", shown=False)


_CHARACTER_DEFAULT = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
    "<w:unhideWhenUsed/></w:style>"
)
_NO_LIST = (
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)
