"""Lines of a file, each with the number of the paragraph that it was made of."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TypeAlias

Line: TypeAlias = tuple[str, int]
"""The text, and the number of the paragraph in the imported file; 0: of none."""

_PLAIN = re.compile(r"[^\W\d_][^:#,\[\]{}\"'\\&*!|>%@`?\n]*")
_IN_PROSE = re.compile(r"[\w–(“‘£€][^:#,\[\]{}\"'\\&*!|>%@`?\n]*")
"""Prose is always words to the loader, so it may begin with a figure."""
_WORDS_OF_YAML = frozenset(["true", "false", "yes", "no", "on", "off", "null", "none", "y", "n"])


def moved(lines: Iterable[Line], indent: str, first: str = "") -> list[Line]:
    """The lines further to the right; `first` stands before the first one in place of that."""
    result: list[Line] = []
    for text, number in lines:
        lead = first if first and not result else indent
        result.append((f"{lead}{text}" if text else "", number))
    return result


def value(text: str) -> str:
    """A value on one line, in quotation marks where YAML could take it for something else."""
    if _PLAIN.fullmatch(text) and text == text.strip() and text.lower() not in _WORDS_OF_YAML:
        return text
    return json.dumps(text, ensure_ascii=False)


def plain(key: str, text: str, number: int = 0) -> list[Line]:
    """`key: words`; nothing where there are no words."""
    return [(f"{key}: {value(text)}", number)] if text else []


def prose(key: str, lines: list[Line]) -> list[Line]:
    """`key: |` and the text below it; on one line where it is short and has no marks."""
    if not lines:
        return []
    text, number = lines[0]
    if len(lines) == 1 and len(text) < 90 and _IN_PROSE.fullmatch(text):
        return [(f"{key}: {text}", number)]
    return [(f"{key}: |", 0), *moved(lines, "  ")]
