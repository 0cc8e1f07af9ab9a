"""Markdown → blocks of the model. The doors: a text, a passage of a body, one paragraph."""

from __future__ import annotations

from typing import cast

from markdown_it.token import Token

from exporter.authored.findings import Findings
from exporter.authored.located import Lines
from exporter.diagnostics import short
from exporter.load.block_reader import BlockReader, InnerFence
from exporter.load.fences import Passage
from exporter.load.lettered import Marker, as_figures, lettered
from exporter.load.lists import Counting
from exporter.load.looks import headings_by_look, items_by_look, sub_section
from exporter.load.parser import LONGEST_TEXT, Gathered, Kind, parser
from exporter.load.pasted import as_table, name_of_table, pasted_tables
from exporter.load.unread import HEADING
from exporter.model import Blocks, Inlines, Paragraph
from exporter.source import SourceBlocks
from exporter.walk import plain_text


def read_blocks(
    text: str, where: Lines, kind: Kind, findings: Findings, gathered: Gathered, line: int = 0
) -> Blocks:
    """The blocks of a text whose first line is the line numbered `line` of `where`."""
    blocks = _read(text, where, kind, findings, gathered, line, Counting(), None)
    tell_looks(blocks, findings)
    return cast("Blocks", blocks)


def read_passage(
    passage: Passage,
    where: Lines,
    kind: Kind,
    findings: Findings,
    gathered: Gathered,
    counting: Counting,
    inner_fence: InnerFence,
) -> SourceBlocks:
    """The blocks of a text between two `:::` blocks of a body, whose lists count through it."""
    return _read(passage.text, where, kind, findings, gathered, passage.line, counting, inner_fence)


def _read(
    text: str,
    where: Lines,
    kind: Kind,
    findings: Findings,
    gathered: Gathered,
    line: int,
    counting: Counting,
    inner_fence: InnerFence | None,
) -> SourceBlocks:
    if len(text) > LONGEST_TEXT:
        message = "This text is as long as a book."
        findings.add("text-too-long", where.place(line), message, "Split the section.")
        return ()
    lines = text.split("\n")
    if kind.lists:
        _tell_pasted(lines, where, findings, line)
    tokens, markers = _tokens(text, lines)
    reader = BlockReader(tokens, lines, where, kind, findings, gathered, line)
    reader.markers, reader.inner_fence = markers, inner_fence
    return reader.blocks("", counting)


def tell_looks(blocks: SourceBlocks, findings: Findings) -> None:
    """Tell of bold lines that stand for headings, and of paragraphs that stand for items."""
    for block in items_by_look(blocks):
        words = short(plain_text(block.children), 40)
        message = f"This paragraph looks like an item of a list, but is none. “{words}”"
        findings.add("list-mark", block.place, message, _ITEM)
    for block in headings_by_look(blocks):
        words = plain_text(block.children).strip()
        message = f"The bold line “{short(words, 40)}” looks like a heading, and is none."
        hint = f"{HEADING} In a box write its title after the word:  ::: note Its title"
        findings.add("heading-by-look", block.place, message, hint, suggestion=sub_section(words))


def _tell_pasted(lines: list[str], where: Lines, findings: Findings, line: int) -> None:
    """Tell of rows that were pasted from Word or a spreadsheet, with the table that they are."""
    for pasted in pasted_tables(lines):
        first = short(" ".join(pasted.rows[0]), 40)
        message = f"Here a table was pasted, and its cells would run together: “{first}”."
        hint = _AS_TABLE.format(name_of_table(pasted)) if len(pasted.rows) > 1 else _ROW
        table = as_table(pasted) if len(pasted.rows) > 1 else ""
        place = where.place(line + pasted.line)
        findings.add("table-pasted", place, message, hint, suggestion=table)


_ITEM = "Begin an item with a hyphen and a space: - words. Numbers and letters go up one by one."
_AS_TABLE = (
    "Write  ::: table {}  and  :::  in their place, and this below the body, at the left margin:"
)
_ROW = "Write it as a table, under  tables:  below the body. Or put commas in place of the tabs."


def _tokens(text: str, lines: list[str]) -> tuple[list[Token], dict[int, Marker]]:
    """The tokens of a text; and the markers of its lettered items, which Markdown does not know."""
    markers = lettered(lines)
    while markers:
        tokens = parser().parse(as_figures(lines, markers))
        items = {one.map[0] for one in tokens if one.type == "list_item_open" and one.map}
        if items >= set(markers):
            return tokens, markers
        markers = {line: marker for line, marker in markers.items() if line in items}
    return parser().parse(text), {}


def read_inlines(
    text: str, where: Lines, kind: Kind, findings: Findings, gathered: Gathered, line: int = 0
) -> Inlines:
    """The inlines of a text that is one paragraph."""
    blocks = read_blocks(text, where, kind, findings, gathered, line)
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    if len(paragraphs) > 1:
        message = f"There is more than one paragraph in {kind.what}."
        findings.add("paragraphs-too-many", paragraphs[1].place, message, "Write one paragraph.")
    return paragraphs[0].children if paragraphs else ()
