"""One paragraph, character or table style, and how it is written in styles.xml."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from exporter.writers.docx.markup import style_id, twips

SINGLE = 240
"""Single line spacing. Pictures have it: a multiple would stretch their height too."""

Side: TypeAlias = Literal["top", "left", "bottom", "right", "between"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Border:
    """A line at one side of a paragraph. `colour` is a theme colour; lengths in points."""

    side: Side
    width: float
    space: float
    colour: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A style. None and 0 inherit. `size` is left out wherever words have the size of Normal."""

    name: str
    kind: Literal["paragraph", "character"] = "paragraph"
    based_on: str = "Normal"
    next: str = ""
    size: float = 0
    bold: bool = False
    colour: str = ""
    underline: bool = False
    raised: float = 0
    superscript: bool = False
    before: float | None = None
    after: float | None = None
    line: int = 0
    exact: bool = False
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    borders: tuple[Border, ...] = ()
    shade: str = ""
    tabs: tuple[tuple[Literal["left", "right"], float], ...] = ()
    lines: float = 0
    """The width of the lines to write on that tabs draw."""
    number: int = 0
    outline: int | None = None
    centred: bool = False
    """Whether words stand at the middle of a line that a picture makes high, not at its foot."""
    keep_next: bool = False
    ends_keeping: bool = False
    """Not kept with the next paragraph, though the style it is based on is."""
    keep_lines: bool = False
    new_page: bool = False
    bidi: bool = False
    shown: bool = True
    """Whether Word offers it in its gallery of styles."""


def style_xml(style: Style, colours: dict[str, str]) -> str:
    own = style.name not in _BUILT_IN
    custom = ' w:customStyle="1"' if own else ""
    default = ' w:default="1"' if style.name == "Normal" else ""
    based = style.based_on if style.name != "Normal" else ""
    parts = [
        f'<w:style w:type="{style.kind}"{default}{custom} w:styleId="{style_id(style.name)}">',
        f'<w:name w:val="{_BUILT_IN.get(style.name, style.name)}"/>',
        f'<w:basedOn w:val="{style_id(based)}"/>' if based else "",
        f'<w:next w:val="{style_id(style.next)}"/>' if style.next else "",
        '<w:uiPriority w:val="1"/><w:qFormat/>'
        if style.shown
        else '<w:uiPriority w:val="99"/><w:unhideWhenUsed/>',
        _paragraph(style, colours) if style.kind == "paragraph" else "",
        _run(style, colours),
        "</w:style>",
    ]
    return "".join(parts)


def _paragraph(style: Style, colours: dict[str, str]) -> str:
    """The paragraph's properties, in the order of the schema."""
    parts = [
        "<w:keepNext/>" if style.keep_next else "",
        '<w:keepNext w:val="0"/>' if style.ends_keeping else "",
        "<w:keepLines/>" if style.keep_lines else "",
        "<w:pageBreakBefore/>" if style.new_page else "",
        f'<w:numPr><w:numId w:val="{style.number}"/></w:numPr>' if style.number else "",
        _borders(style.borders, colours),
        shade_xml(style.shade, colours) if style.shade else "",
        _tabs(style),
        "<w:bidi/>" if style.bidi else "",
        _spacing(style),
        _indent(style),
        '<w:textAlignment w:val="center"/>' if style.centred else "",
        f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else "",
    ]
    content = "".join(parts)
    return f"<w:pPr>{content}</w:pPr>" if content else ""


def _run(style: Style, colours: dict[str, str]) -> str:
    parts = [
        "<w:b/><w:bCs/>" if style.bold else "",
        colour_xml(style.colour, colours) if style.colour else "",
        f'<w:position w:val="{round(style.raised * 2)}"/>' if style.raised else "",
        size_xml(style.size) if style.size else "",
        '<w:u w:val="single"/>' if style.underline else "",
        '<w:vertAlign w:val="superscript"/>' if style.superscript else "",
    ]
    content = "".join(parts)
    return f"<w:rPr>{content}</w:rPr>" if content else ""


def size_xml(points: float) -> str:
    """A size, for all scripts; Word counts half points."""
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def colour_xml(name: str, colours: dict[str, str]) -> str:
    """Word shows the theme's colour and LibreOffice the value, so both are given."""
    return f'<w:color w:val="{colours[name]}" w:themeColor="{name}"/>'


def shade_xml(name: str, colours: dict[str, str]) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{colours[name]}" w:themeFill="{name}"/>'


def line_xml(side: str, width: float, space: float, name: str, colours: dict[str, str]) -> str:
    """A border; its width in eighths of a point."""
    return (
        f'<w:{side} w:val="single" w:sz="{round(width * 8)}" w:space="{round(space)}" '
        f'w:color="{colours[name]}" w:themeColor="{name}"/>'
    )


def _borders(borders: tuple[Border, ...], colours: dict[str, str]) -> str:
    order = ("top", "left", "bottom", "right", "between")
    lines = "".join(
        line_xml(border.side, border.width, border.space, border.colour, colours)
        for border in sorted(borders, key=lambda border: order.index(border.side))
    )
    return f"<w:pBdr>{lines}</w:pBdr>" if lines else ""


def _tabs(style: Style) -> str:
    stops = "".join(f'<w:tab w:val="{kind}" w:pos="{twips(at)}"/>' for kind, at in style.tabs)
    if style.lines:
        at = twips(style.lines)
        stops += f'<w:tab w:val="right" w:leader="underscore" w:pos="{at}"/>'
    return f"<w:tabs>{stops}</w:tabs>" if stops else ""


def _spacing(style: Style) -> str:
    parts = [
        f'w:before="{twips(style.before)}"' if style.before is not None else "",
        f'w:after="{twips(style.after)}"' if style.after is not None else "",
        f'w:line="{style.line}"' if style.line else "",
        f'w:lineRule="{"exact" if style.exact else "auto"}"' if style.line else "",
    ]
    content = " ".join(filter(None, parts))
    return f"<w:spacing {content}/>" if content else ""


def _indent(style: Style) -> str:
    parts = [
        f'w:left="{twips(style.left)}"' if style.left is not None else "",
        f'w:right="{twips(style.right)}"' if style.right is not None else "",
        f'w:hanging="{twips(style.hanging)}"' if style.hanging is not None else "",
    ]
    content = " ".join(filter(None, parts))
    return f"<w:ind {content}/>" if content else ""


# Word knows these styles itself, and writes some of their names in small letters.
_BUILT_IN = {
    name: name
    for name in (
        "Normal", "Body Text", "Subtitle", "Strong", "Emphasis", "Hyperlink", "List Bullet",
        "List Number", "List Continue", "List Continue 2", "List Continue 3", "TOC Heading",
    )
} | {f"Heading {level}": f"heading {level}" for level in range(1, 10)} | {
    f"TOC {level}": f"toc {level}" for level in range(1, 10)
} | {
    "Header": "header",
    "Footer": "footer",
    "Caption": "caption",
    "Endnote Text": "endnote text",
    "Endnote Reference": "endnote reference",
}  # fmt: skip
