"""The colour that stands behind words: of their paragraph, their cell, their table or the page."""

from __future__ import annotations

from exporter.file_rules.docx.look import WHITE
from exporter.file_rules.docx.story import Paragraph, Story
from exporter.word_file.names import Element, W, value


def behind(story: Story, paragraph: Paragraph) -> str:
    """The colour behind a paragraph: its own, else its cell's, else the table's, else paper."""
    own = paragraph.look.get("shade", "")
    if own:
        return own
    looks = story.looks
    cell = next(paragraph.element.iterancestors(f"{W}tc"), None)
    while cell is not None:
        given = cell.find(f"{W}tcPr/{W}shd")
        shade = looks.colour(given, "fill", "themeFill") if given is not None else ""
        shade = shade or _behind_cell(story, cell)
        if shade:
            return shade
        cell = next(cell.iterancestors(f"{W}tc"), None)
    page = story.package.document.find(f"{W}background")
    if page is not None:
        given_page = page.get(f"{W}color", "").upper()
        return given_page if len(given_page) == 6 else WHITE
    return WHITE


def _behind_cell(story: Story, cell: Element) -> str:
    """What a table's style paints behind its first row and first column."""
    row = cell.getparent()
    table = next(cell.iterancestors(f"{W}tbl"), None)
    if table is None or row is None:
        return ""
    parts = []
    if table.find(f"{W}tr") is row:
        parts.append("firstRow")
    if row.find(f"{W}tc") is cell:
        parts.append("firstCol")
    shown = {
        "firstRow": _look_flag(table, "firstRow"), "firstCol": _look_flag(table, "firstColumn"),
    }  # fmt: skip
    for style in story.looks.chain(value(table, "tblPr", "tblStyle")):
        for part in style.element.findall(f"{W}tblStylePr"):
            kind = part.get(f"{W}type", "")
            shade = part.find(f"{W}tcPr/{W}shd")
            if kind in parts and shown[kind] and shade is not None:
                return story.looks.colour(shade, "fill", "themeFill")
    return ""


def _look_flag(table: Element, name: str) -> bool:
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return False
    given = look.get(f"{W}{name}")
    if given is None:
        bit = 0x20 if name == "firstRow" else 0x80
        try:
            return bool(int(look.get(f"{W}val", "0"), 16) & bit)
        except ValueError:
            return False
    return given in ("1", "true", "on")
