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

from exporter.edition import Theme
from exporter.model import Document
from exporter.writers.docx import measures
from exporter.writers.docx.inlines import language_mark
from exporter.writers.docx.markup import DECLARATION, NAMESPACES, twips
from exporter.writers.docx.numbering import (
    BOX_BORDER_SPACE,
    BOX_INDENT,
    MOST_BORDER_SPACE,
    hanging,
    item_indent,
)
from exporter.writers.docx.places import list_template
from exporter.writers.docx.style_sheet import (
    Border,
    Side,
    Style,
    line_xml,
    shade_xml,
    size_xml,
    style_xml,
)
from exporter.writers.docx.theme_part import theme_colours

_FONT = (
    '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" '
    'w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/>'
)
_SINGLE = 240
_LARGE = 16.0
"""From this size on, note marks are set as large as the text (UKAAF: superscripts too)."""


def styles_xml(document: Document, theme: Theme) -> str:
    colours = theme_colours(theme)
    every = all_styles(theme, turned=document.right_to_left)
    styles = "".join(style_xml(style, colours) for style in every)
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
        f"{_NORMAL_TABLE}{_NO_LIST}{_tables(colours)}</w:styles>"
    )


def all_styles(theme: Theme, *, turned: bool = False) -> tuple[Style, ...]:
    return (
        Style(name="Normal", bidi=turned),
        *_headings(theme),
        *_text(theme, turned),
        *_lists(theme),
        *_boxes(theme, turned),
        *_labels(theme),
        *_figures_and_tables(theme),
        *_easy_read(theme),
        *_furniture(theme),
        *_characters(theme),
    )


def _headings(theme: Theme) -> Iterator[Style]:
    line = measures.line_multiple(1.18, theme.word_family)
    for level, size in enumerate(theme.headings, 1):
        yield Style(
            name=f"Heading {level}",
            next="Body Text",
            size=size,
            bold=True,
            colour="accent1",
            before=size * (1.6 if level == 2 else 1.3) if level > 1 else 96 - 2 * theme.size,
            after=size * 0.3 if level == 1 else theme.paragraph_space * 0.6,
            line=line,
            outline=level - 1,
            keep_next=True,
            keep_lines=True,
            new_page=level == 2 and theme.section_on_new_page,
        )


def _text(theme: Theme, turned: bool) -> Iterator[Style]:
    space = theme.paragraph_space
    start: Side = "right" if turned else "left"
    bar = Border(side=start, width=3, space=BOX_BORDER_SPACE, colour="accent2")
    yield Style(name="Body Text", before=space)
    yield Style(name="Lead", based_on="Body Text", colour="accent1")
    yield Style(name="Subtitle", next="Body Text", size=theme.headings[2], colour="text2", before=0)
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


def _boxes(theme: Theme, turned: bool) -> Iterator[Style]:
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


def _list_in_box(
    name: str, variant: str, box: Style, ground: str, theme: Theme, turned: bool
) -> Iterator[Style]:
    """The styles of a list in a box, and of one inside it: the tint keeps its edge for both."""
    continued = name == "List Continue"
    for level, suffix in ((1, ""), (2, " 2")):
        indent = item_indent(level, "box", theme)
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


def _labels(theme: Theme) -> Iterator[Style]:
    space = theme.paragraph_space
    label = Style(name="", next="Box Text Plain", bold=True, keep_next=True, before=space)
    yield replace(
        label,
        name="Label Number",
        colour="accent1",
        size=theme.headings[0],
        before=space * 1.3,
        line=_SINGLE,
    )
    yield replace(label, name="Label Contact")
    yield replace(label, name="Label Records", next="Caption", colour="accent1", before=space * 1.3)
    yield Style(name="Box Text Plain")


_BOXES = (
    ("Box", "background2", "accent4", "accent2"),
    ("Light", "background1", "", "accent3"),
)
_HAIR = 0.25


def _frame(ground: str, turned: bool, space: float = BOX_BORDER_SPACE) -> tuple[Border, ...]:
    """Lines in the colour of the ground: they hold the space around the words of a box."""
    start: Side = "right" if turned else "left"
    end: Side = "left" if turned else "right"
    sides: list[tuple[Side, float]] = [
        (start, min(MOST_BORDER_SPACE, space) + _BAR - _HAIR),
        ("top", 4),
        ("bottom", 5),
        (end, BOX_BORDER_SPACE),
        ("between", 4),
    ]
    return tuple(
        Border(side=side, width=_HAIR, space=min(MOST_BORDER_SPACE, room), colour=ground)
        for side, room in sides
    )


def _label_frame(ground: str, bar: str, turned: bool) -> tuple[Border, ...]:
    """The same, with the bar at the side."""
    start: Side = "right" if turned else "left"
    plain = [line for line in _frame(ground, turned) if line.side != start]
    return (*plain, Border(side=start, width=_BAR, space=BOX_BORDER_SPACE, colour=bar))


_BAR = 4.5


def _figures_and_tables(theme: Theme) -> Iterator[Style]:
    space = theme.paragraph_space
    # Single line spacing: a multiple would also stretch the height of the picture.
    yield Style(name="Figure", next="Body Text", before=space * 1.2, line=_SINGLE)
    yield Style(name="Figure with Caption", based_on="Figure", next="Caption", keep_next=True)
    yield Style(
        name="Section Picture", next="Body Text", before=space * 0.8, line=_SINGLE, keep_next=True
    )
    yield Style(name="Cover Picture", next="Body Text", before=space, line=_SINGLE)
    yield Style(
        name="Caption", colour="text2", before=space * 0.8, after=4, keep_next=True, keep_lines=True
    )
    yield Style(name="Table Text", before=2, after=2)
    yield Style(name="Table Header", bold=True, before=2, after=2)


def _easy_read(theme: Theme) -> Iterator[Style]:
    space = theme.paragraph_space
    beside = theme.rows == "side-by-side"
    yield Style(name="Row Text", before=0 if beside else space, after=space * 0.4)
    yield Style(
        name="Row Text Alone", before=space, after=space * 0.4, left=measures.words_indent(theme)
    )
    yield Style(name="Row Picture", next="Row Text", after=space * 0.4, line=_SINGLE)
    yield Style(name="Row Picture Above", before=space * 1.3, line=_SINGLE, keep_next=True)


def _furniture(theme: Theme) -> Iterator[Style]:
    space = theme.paragraph_space
    right = measures.word_page(theme.page).text_width
    yield Style(name="Furniture Text", before=space * 0.6)
    yield Style(name="Furniture List", based_on="Furniture Text", number=1)
    yield Style(name="Furniture Label", based_on="Furniture Text", bold=True, keep_next=True)
    yield Style(name="Furniture Figure", before=space, line=_SINGLE)
    yield Style(
        name="Furniture Heading", next="Furniture Text", size=theme.headings[2], bold=True,
        colour="accent1", before=theme.headings[2] * 1.4, keep_next=True, keep_lines=True,
        line=measures.line_multiple(1.18, theme.word_family),
    )  # fmt: skip
    yield Style(
        name="Furniture Notes", bold=True, colour="accent1", before=space * 1.5, keep_next=True
    )
    yield Style(name="Furniture Cover", colour="text2", before=space * 0.4)
    yield Style(name="Furniture Cover Line", colour="accent1", before=space * 1.2)
    yield Style(name="Furniture Publisher", bold=True, before=space)
    yield Style(name="Furniture Logo", before=space, line=_SINGLE)
    yield Style(name="Furniture Legal", colour="text2", before=space * 1.5)
    yield Style(name="Furniture Gap", line=160, exact=True, shown=False)
    yield Style(
        name="TOC Heading", next="TOC 2", size=theme.headings[1], bold=True, colour="accent1",
        keep_next=True, new_page=True, after=space * 0.5,
    )  # fmt: skip
    for level in range(1, 7):
        yield Style(
            name=f"TOC {level}", before=space * (0.7 if level <= 2 else 0.25), shown=False,
            left=max(0, level - 2) * hanging(theme), right=0, tabs=(("right", right),),
        )  # fmt: skip
    line = Border(side="bottom", width=0.5, space=4, colour="accent3")
    above = Border(side="top", width=0.25, space=6, colour="accent3")
    yield Style(
        name="Header", colour="text2", borders=(line,), tabs=(("right", right),), shown=False
    )
    yield Style(
        name="Footer", colour="text2", borders=(above,), tabs=(("right", right),), shown=False
    )


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
    yield replace(base, name="Web Address", colour="text2", shown=False)
    yield replace(base, name="Page Reference", colour="text2", shown=False)


def _tables(colours: dict[str, str]) -> str:
    """Quiet tables: thin lines between rows, a tint behind the header.

    Bold stands in the paragraph style `Table Header` alone: in both it would cancel itself out,
    because bold is a toggle (ISO 29500-1, 17.7.3).
    """
    inside = line_xml("insideH", 0.5, 0, "accent3", colours)
    bottom = line_xml("bottom", 0.5, 0, "accent3", colours)
    top = line_xml("top", 0.5, 0, "accent3", colours)
    ruled = line_xml("bottom", 1.5, 0, "accent2", colours)
    shade = shade_xml("background2", colours)
    side = twips(6)
    margins = (
        f'<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="40" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
    )
    made = []
    for name, part in (("Data Table", "firstRow"), ("Record Table", "firstCol")):
        edge = f"<w:tcBorders>{ruled}</w:tcBorders>" if part == "firstRow" else ""
        made.append(
            f'<w:style w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
            f'<w:name w:val="{name}"/><w:basedOn w:val="NormalTable"/><w:uiPriority w:val="1"/>'
            f"<w:qFormat/><w:tblPr><w:tblBorders>{top}{bottom}{inside}</w:tblBorders>{margins}"
            f'</w:tblPr><w:tblStylePr w:type="{part}"><w:tblPr/><w:tcPr>{edge}{shade}</w:tcPr>'
            "</w:tblStylePr></w:style>"
        )
    return "".join(made)


_CHARACTER_DEFAULT = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
    "<w:unhideWhenUsed/></w:style>"
)
_NORMAL_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="NormalTable"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)
_NO_LIST = (
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>'
)
