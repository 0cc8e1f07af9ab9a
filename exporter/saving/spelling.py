"""New words as they must be typed, so that the file and the dialect read them as those words."""

from __future__ import annotations

import re

import yaml

from exporter.authored.spelling import as_words, at_start

_PLAIN_FIRST = re.compile(r"[\w(“‘£€$.]")
_PLAIN_NEVER = re.compile(r": |:$| #|[\x00-\x1f\x7f-\x9f\u2028\u2029]|^\s|\s$|^\.\.\.|^---")


def as_prose(words: str, *, first: bool) -> str:
    """Words for a text in which marks are read. `first`: they begin a line."""
    typed = as_words(words)
    return at_start(typed) if first else typed


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
