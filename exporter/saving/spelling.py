"""New words as they must be typed, so that the file and the dialect read them as those words."""

from __future__ import annotations

import re

import yaml

from exporter.saving.signs import ESCAPABLE

_MARKS = re.compile(r"[*_`\[\]{}<>|]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_DOUBLED = re.compile(r"(?<=~)~|(?<==)=|(?<=\+)\+|(?<=:):|(?<=\$)\$")
_SPELT = re.compile(rf"\\(?=[{re.escape(''.join(sorted(ESCAPABLE)))}])")
_HEAD = re.compile(
    r"(?P<word>\d{1,9}(?=[.)](?:\s|$))|\(?(?:\d{1,3}|[A-Za-z]|[IVXLCivxlc]{1,6})(?=[.)]\s))|"
    r"(?P<sign>[-+#>:~=])"
)
_PLAIN_FIRST = re.compile(r"[\w(“‘£€$.]")
_PLAIN_NEVER = re.compile(r": |:$| #|[\x00-\x1f\x7f-\x9f\u2028\u2029]|^\s|\s$|^\.\.\.|^---")


def as_prose(words: str, *, first: bool) -> str:
    """Words for a text in which marks are read. `first`: they begin a line.

    A sign that could be a mark has a backslash before it, as authors type it.
    """
    typed = _SPELT.sub(lambda _: "\\\\", words) if "\\" in words else words
    typed = _MARKS.sub(lambda found: f"\\{found[0]}", typed)
    typed = _ENTITY.sub(r"\\&", typed)
    typed = _DOUBLED.sub(lambda found: f"\\{found[0]}", typed)
    return with_head(typed) if first else typed


def with_head(typed: str) -> str:
    """What begins a line, with a backslash where it would begin an item or a quotation."""
    head = _HEAD.match(typed)
    if head is None:
        return typed
    at = head.end() if head["word"] else head.start()
    return f"{typed[:at]}\\{typed[at:]}"


def within(style: str, words: str) -> str:
    """Words as they are typed inside a value of this style: "", "'", '"', "|" or ">"."""
    match style:
        case "'":
            return words.replace("'", "''")
        case '"':
            return words.replace("\\", "\\\\").replace('"', '\\"')
        case _:
            return words


def quoted(typed: str) -> str:
    """What is typed of a plain value, between quotation marks; its lines stay as they are."""
    return f"'{typed.replace(chr(39), chr(39) * 2)}'"


def as_value(words: str, *, flow: bool) -> str:
    """A value on one line, plain where YAML reads it as words, else between quotation marks."""
    if _is_plain(words, flow=flow):
        return words
    if any(ord(sign) < 32 for sign in words):
        escaped = words.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped.replace(chr(10), chr(92) + "n").replace(chr(9), chr(92) + "t")}"'
    if "'" in words and '"' not in words and "\\" not in words:
        return f'"{words}"'
    return quoted(words)


def _is_plain(words: str, *, flow: bool) -> bool:
    if not _PLAIN_FIRST.match(words) or _PLAIN_NEVER.search(words):
        return False
    if flow and re.search(r"[\[\]{},]", words):
        return False
    try:
        read = yaml.safe_load(words)
    except yaml.YAMLError:
        return False
    return isinstance(read, str) and read == words
