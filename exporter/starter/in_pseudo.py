"""A document in a pseudo-language: its words in other letters, its marks and settings as typed.

Which values are words, the closed table of the second proof says. Changed where they stand, so
that comments and line breaks stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from exporter.languages import pseudo
from exporter.typed.kinds import DOCUMENT, SECTION, Kind, kind_of
from exporter.typed.pieces import BOXES

_NO_WORDS = re.compile(
    rf"(:::\s*(?:{'|'.join(BOXES)})\b|:::[^\n]*|\]\([^)]*\)|\[\^[^\]]*\]|\{{[^}}]*\}}|<[^>]*>"
    r"|https?://\S+|www\.\S+|\S+@\S+|\\.)"
)


def turn(folder: Path, tag: str) -> None:
    """Turn the words of a document's files into a pseudo-language."""
    for file in (folder / "document.yaml", *sorted((folder / "sections").glob("*.yaml"))):
        table = DOCUMENT if file.name == "document.yaml" else SECTION
        file.write_text(_turned(file.read_text("utf-8"), table, tag), "utf-8", newline="\n")


def _turned(text: str, table: dict[str, Kind], tag: str) -> str:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    spans = sorted(_spans(root, (), table))
    done, at = [], 0
    for start, end in spans:
        done += [text[at:start], _words(text[start:end], tag)]
        at = end
    return "".join((*done, text[at:]))


def _spans(node: Any, path: tuple[str, ...], table: dict[str, Kind]) -> Iterator[tuple[int, int]]:
    """Where the words of readers begin and end, and the abbreviations that stand as keys."""
    match node:
        case yaml.MappingNode(value=pairs):
            for key, value in pairs:
                if path == ("abbreviations",):
                    yield key.start_mark.index, key.end_mark.index
                yield from _spans(value, (*path, str(key.value)), table)
        case yaml.SequenceNode(value=items):
            for item in items:
                yield from _spans(item, (*path, "[]"), table)
        case yaml.ScalarNode() if _is_words(path, table):
            yield node.start_mark.index, node.end_mark.index


def _is_words(path: tuple[str, ...], table: dict[str, Kind]) -> bool:
    if path[:1] == ("glossary",) and path[2:] in (("also", "[]"), ("forms", "[]")):
        return True
    return kind_of(path, table) in (Kind.PROSE, Kind.WORDS)


def _words(typed: str, tag: str) -> str:
    parts = _NO_WORDS.split(typed)
    return "".join(part if at % 2 else pseudo.turned(part, tag) for at, part in enumerate(parts))
