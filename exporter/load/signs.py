"""Signs that are only signs: stars between figures, backslashes in paths. Rules for markdown-it.

CommonMark makes stress of the two stars in “2*500 mg and 1*500 mg”, and readers get 2500 mg. Here
a star between letters or figures, and one with space around it, is the star that was typed.
"""

from __future__ import annotations

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.emphasis import tokenize as read_as_mark
from markdown_it.rules_inline.escape import escape as read_as_escape

from exporter.authored.spelling import ESCAPABLE

_BEFORE = frozenset(")%°²³½¼¾")
_AFTER = frozenset("(£€$½¼¾")
_OPENING = frozenset("([“‘\"'")
_CLOSING = frozenset(")]”’\"'")
_ENDS = frozenset(",.;:!?")


def stars(state: StateInline, silent: bool) -> bool:
    """In the place of `emphasis`: a star that is only a sign marks nothing."""
    start = state.pos
    if silent or state.src[start] != "*":
        return read_as_mark(state, silent)
    end = start
    while end < state.posMax and state.src[end] == "*":
        end += 1
    before = state.src[start - 1] if start else " "
    after = state.src[end] if end < state.posMax else " "
    if end - start == 1 and _is_sign(before, after):
        token = state.push("text_special", "", 0)
        token.content = token.markup = "*"
        token.info = "sign"
    elif (
        (before.isalnum() and after.isalnum())
        or _figures_around(state.src, start, end)
        or (before in _OPENING - _CLOSING and after in _CLOSING | {"_"})
    ):
        state.push("text", "", 0).content = state.src[start:end]
    else:
        return read_as_mark(state, silent)
    state.pos = end
    return True


def _is_sign(before: str, after: str) -> bool:
    """Whether one star between these two signs can be no mark."""
    if before.isspace():
        return after.isspace() or after in _ENDS or after in _CLOSING - _OPENING
    if before.isalnum() and after.isalnum():
        return True
    figures = before.isdigit() or before in _BEFORE, after.isdigit() or after in _AFTER
    return all(figures) or (before in _OPENING and after in _CLOSING)


def _figures_around(text: str, start: int, end: int) -> bool:
    """ "1* 500": after a figure and before another one a star ends no stress, it is told."""
    rest = text[end:].lstrip(" ")
    return text[start - 1 : start].isdigit() and len(rest) < len(text) - end and rest[:1].isdigit()


def backslashes(state: StateInline, silent: bool) -> bool:
    """In the place of `escape`: only before a sign that can be a mark is a backslash taken away."""
    if state.src[state.pos] != "\\":
        return False
    sign = state.src[state.pos + 1 : min(state.pos + 2, state.posMax)]
    if sign == "\n" or sign in ESCAPABLE:
        return read_as_escape(state, silent) if sign else False
    if (count := _odd_backslashes(state)) > 2:
        return _read_backslashes(state, count, silent)
    width = 2 if sign == "\\" else 1
    if not silent:
        state.pending += "\\" * width
    state.pos += width
    return True


def _odd_backslashes(state: StateInline) -> int:
    """How many backslashes stand here in a row; 0 for an even number, or in the midst of a row."""
    if state.pos and state.src[state.pos - 1] == "\\":
        return 0
    row = state.src[state.pos : state.posMax]
    count = len(row) - len(row.lstrip("\\"))
    return count if count % 2 else 0


def _read_backslashes(state: StateInline, count: int, silent: bool) -> bool:
    """Three are one, and five are two, that are meant: so any words can be written."""
    if not silent:
        token = state.push("text_special", "", 0)
        token.content = token.markup = "\\" * (count // 2)
        token.info = "sign"
    after = state.src[state.pos + count : state.pos + count + 1]
    # the last one belongs to the sign after it, where that could be a mark
    state.pos += count - (1 if after in ESCAPABLE and after else 0)
    return True
