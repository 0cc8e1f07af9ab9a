"""Captions: the words under a picture or over a table, and what they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from exporter.importing.decide.tables import EasyRow, Matrix
from exporter.importing.walk.pieces import Anchor, Block, Inline, Para, Run, Shown, words_of

_LABEL = re.compile(
    r"^\s*(?P<word>figure|fig\.?|image|photo|picture|table|illustration|chart|diagram|ffigur|tabl)"
    r"(?:\s+(?:\d+(?:[.–-]\d+)*|[A-Z]\b))?\s*(?:[:.–—-]\s*)?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\s*(?:figure|fig\.?|table|ffigur|tabl)\s+\d", re.IGNORECASE)
_CALLED = re.compile(r"^\s*(?:photo|picture|image|figure|illustration)\s*:", re.IGNORECASE)
_WORDS = ("photo", "picture", "image", "illustration")
"""What may be a word of the caption: “Photo: Ann Lee”."""
_TABLES = ("table", "tabl")


@dataclass(frozen=True, slots=True)
class Captioned:
    """A picture or a table with its caption, which may have no words."""

    thing: Shown | Matrix
    caption: tuple[Inline, ...]
    number: int
    names: tuple[str, ...] = ()
    """The names that lead to it."""


Piece = Block | EasyRow | Matrix | Captioned


def split(pieces: Sequence[Block | EasyRow | Matrix]) -> list[Piece]:
    """Pictures and tables by themselves, with the captions that stand beside them."""
    parted: list[Piece] = []
    for one in pieces:
        parted += _parted(one) if isinstance(one, Para) else [_table(one)]
    result: list[Piece] = []
    index = 0
    while index < len(parted):
        piece = parted[index]
        after = parted[index + 1] if index + 1 < len(parted) else None
        if isinstance(piece, Para) and _is_caption(piece, result[-1] if result else None, after):
            before = result[-1] if result else None
            if _of_table(piece) and _is_bare(after, Matrix):
                assert isinstance(after, Captioned)
                result.append(_with(after, piece))
                index += 2
                continue
            if _is_bare(before, Shown if not _of_table(piece) else Matrix):
                assert isinstance(before, Captioned)
                result[-1] = _with(before, piece)
                index += 1
                continue
            if _is_bare(after, Shown) or _is_bare(after, Matrix):
                assert isinstance(after, Captioned)
                result.append(_with(after, piece))
                index += 2
                continue
        result.append(piece)
        index += 1
    return result


def _table(piece: Block | EasyRow | Matrix) -> Piece:
    return Captioned(piece, (), piece.number) if isinstance(piece, Matrix) else piece


def _parted(para: Para) -> list[Piece]:
    """A paragraph with pictures in it: its words, and each picture before or after them."""
    shown = [one for one in para.inlines if isinstance(one, Shown)]
    if not shown or para.item is not None:
        return [para]
    words = tuple(one for one in para.inlines if not isinstance(one, Shown))
    first = next(
        (n for n, one in enumerate(para.inlines) if isinstance(one, Run) and one.text.strip()), None
    )
    if first is None:
        rest: list[Piece] = [replace(para, inlines=words)] if words else []
        return [*rest, *(Captioned(one, (), para.number) for one in shown)]
    before = [one for one in para.inlines[:first] if isinstance(one, Shown)]
    after = [one for one in para.inlines[first:] if isinstance(one, Shown)]
    return [
        *(Captioned(one, (), para.number) for one in before),
        replace(para, inlines=words),
        *(Captioned(one, (), para.number) for one in after),
    ]


def _is_caption(para: Para, before: Piece | None, after: Piece | None) -> bool:
    words = words_of(para.inlines)
    if not words or para.item is not None:
        return False
    if para.role == "caption":
        return True
    near = _is_bare(before, Shown) or _is_bare(after, Matrix) or _is_bare(before, Matrix)
    named = _NUMBERED.match(words) or (_is_bare(before, Shown) and _CALLED.match(words))
    return para.role == "plain" and near and bool(named)


def _of_table(para: Para) -> bool:
    match = _LABEL.match(words_of(para.inlines))
    return match is not None and match["word"].lower() in _TABLES


def _is_bare(piece: Piece | None, kind: type) -> bool:
    return isinstance(piece, Captioned) and isinstance(piece.thing, kind) and not piece.caption


def _with(thing: Captioned, para: Para) -> Captioned:
    names = tuple(one.name for one in para.inlines if isinstance(one, Anchor))
    return replace(thing, caption=para.inlines, names=names)


def label_in(words: str) -> str:
    """The label that somebody typed before a caption: “Figure 3: ”. Nothing where it is words."""
    match = _LABEL.match(words)
    if match is None or not re.search(r"\d|[:.–—-]\s*$", match.group()):
        return ""
    if match["word"].lower() in _WORDS and not re.search(r"\d", match.group()):
        return ""
    return match.group() if len(match.group()) < len(words.rstrip()) else words
