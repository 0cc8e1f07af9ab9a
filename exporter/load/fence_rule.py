"""`:::` blocks that stand inside a text: a picture in an item, the lines of an address.

Those at the left edge are found before any Markdown is read (fences.py). Inside an item, a box or
a quotation only the parser knows where an edge is. A rule for markdown-it.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

LINES = "lines"
"""`::: lines`: each line stays a line."""

_BEGIN = re.compile(r":::[ \t]+(?P<word>[^\s:]+)[ \t]*(?P<title>.*)")


def inner_fence(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A block between `::: word` and `:::`, begun in the column of the words around it."""
    if state.is_code_block(start):
        return False
    match = _BEGIN.fullmatch(_line(state, start))
    if not match or (match["word"] != LINES and not state.blkIndent):
        return False
    close = _closing(state, start + 1, end)
    if close is None:
        return False
    if not silent:
        token = state.push("inner_fence", "", 0)
        token.map = [start, close + 1]
        token.meta = {"word": match["word"], "title": match["title"].strip()}
        token.content = state.getLines(start + 1, close, state.sCount[start], False)
        state.line = close + 1
    return True


def _closing(state: StateBlock, first: int, end: int) -> int | None:
    """The line that ends a block, before the item around it ends; lines may stand in a box."""
    inside = 0
    for line in range(first, end):
        text = _line(state, line)
        if text and state.sCount[line] < state.blkIndent:
            return None
        if text == ":::" and not inside:
            return line
        inside += 1 if _BEGIN.fullmatch(text) else -(text == ":::")
    return None


def _line(state: StateBlock, line: int) -> str:
    begin = state.bMarks[line] + state.tShift[line]
    return state.src[begin : state.eMarks[line]].rstrip()
