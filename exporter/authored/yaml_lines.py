"""Lines of YAML as people type them, and what it is to put one right."""

from __future__ import annotations

import re
from dataclasses import dataclass

KEY = re.compile(r"^\s*(?:- +)*[a-z][a-z0-9_-]*:(?:\s|$)")
HEAD_OF_TEXT = re.compile(r"[|>][-+0-9]*\s*(#.*)?$")


@dataclass(frozen=True, slots=True)
class Repair:
    """A fault of YAML, and the whole text with the fault put right (or "")."""

    line: int
    code: str
    message: str
    hint: str = ""
    text: str = ""


def is_mark_of_a_line(line: str) -> bool:
    """Whether a line of a text begins an item, a quotation, a meaning or a block."""
    return re.match(r"^\s*(?:[-*+•]\s|\d{1,3}[.)]\s|>|:\s|:::)", line) is not None


def spaces(count: int) -> str:
    return "1 space" if count == 1 else f"{count} spaces"


def indent_of(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def replaced(lines: list[str], index: int, new: list[str]) -> str:
    return "\n".join([*lines[:index], *new, *lines[index + len(new) :]])
