"""Words as they must be typed in a source, so that no sign in them is taken for a mark.

A backslash stands only where it is needed: what people are going to edit should look like words.
"""

from __future__ import annotations

import re

ESCAPABLE = frozenset("*_[]<>#-+.)(`|~:{}!^=$&")
"""Signs that can be marks. A backslash before one of these is no sign itself, before others it is;
three in a row are one that is meant, and five are two."""

_ALWAYS = frozenset("[]<`~|{}^")
_IN_WORDS = frozenset("*_")
"""Marks, but not between two letters or figures: 2*500, first_name."""
_IF_TWICE = frozenset("-=+")
_AFTER_A_NOTE = frozenset("(:")
"""With the mark of a note before it, one would make a link of it, the other the note itself."""
_ENTITY = re.compile(r"&(?=#\d|#[xX][0-9a-fA-F]|[A-Za-z]\w*;)")
_EMOJI = re.compile(r"(?<![\w:]):(?=[a-z][a-z0-9_+-]*[a-z0-9]:(?![\w:]))")
_BARE_LINK = re.compile(r"(?<=http):(?=//\S)|(?<=https):(?=//\S)")

_AT_START = re.compile(
    r"(?P<whole>\#|>|[-+*](?=\s|$)|-(?=[^\W\d])|[-=]{2,}|[-=](?=$)|:|\.\.|!!!|\((?=[A-Za-z0-9]{1,6}\)))"
    r"|(?P<head>\d{1,9}|[A-Za-z]|[ivxlIVXL]{2,6})(?P<end>[.)])(?=\s|$)"
)


def as_words(text: str, before: str = "", after: str = "") -> str:
    """Words of a paragraph. `before` and `after` are the signs that stand beside them."""
    if before[-1:] == "]" and text and text[0] in _AFTER_A_NOTE:
        return f"\\{text[0]}{as_words(text[1:], text[0], after)}"
    if not _MAY_NEED.search(text):
        return text
    written: list[str] = []
    dollars = text.count("$") > 1
    special = {match.start() for pattern in _SPECIAL for match in pattern.finditer(text)}
    at = 0
    while at < len(text):
        sign = text[at]
        if sign == "\\":
            count = len(text) - at - len(text[at:].lstrip("\\"))
            at += count
            follower = text[at : at + 1]
            in_path = count == 1 and follower.isalpha() and _IN_PATH.search(text, 0, at - 1)
            written.append("\\" if in_path else "\\" * (2 * count + 1))
            if follower and follower in ESCAPABLE:
                written.append(follower)
                at += 1
            continue
        left = text[at - 1] if at else before[-1:]
        right = text[at + 1] if at + 1 < len(text) else after[:1]
        if _is_mark(sign, left, right) or at in special or (sign == "$" and dollars):
            written.append("\\")
        written.append(sign)
        at += 1
    return "".join(written)


def at_start(line: str) -> str:
    """A line as it must begin, so that it is no heading, item, quotation or the like."""
    match = _AT_START.match(line)
    if match is None:
        return line
    if match["whole"]:
        return f"\\{line}"
    return f"{match['head']}\\{line[match.start('end') :]}"


def _is_mark(sign: str, left: str, right: str) -> bool:
    if sign in _ALWAYS:
        return True
    if sign in _IN_WORDS:
        return not (left.isalnum() and right.isalnum())
    if sign in _IF_TWICE:
        return sign in (left, right)
    return sign == ":" and ":" in (left, right)


_IN_PATH = re.compile(r"(?:[\w/.]|\w:)\Z")
_SPECIAL = (_ENTITY, _EMOJI, _BARE_LINK)
_MAY_NEED = re.compile(r"[\\*_\[\]<`~|{}^&:$]|--|==|\+\+")
