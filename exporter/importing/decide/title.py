"""The title of a document and its subtitle, wherever the file has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from exporter.importing.decide.decisions import Decisions
from exporter.importing.walk.pieces import (
    Anchor,
    Block,
    NoteHere,
    Para,
    Remark,
    Shown,
    Told,
    Walked,
    words_of,
)

_LONGEST_LINE = 80
_JUNK = re.compile(r"^(?:microsoft word|untitled|document\d*|\S+\.(?:docx?|odt|rtf|html?))", re.I)


@dataclass(frozen=True, slots=True)
class Titled:
    """What was found. `blocks` are those that are left."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    number: int = 0
    names: tuple[str, ...] = ()
    """The names that lead to the title."""


def titled(walked: Walked, blocks: tuple[Block, ...], decisions: Decisions) -> Titled:
    """The title by its style; else the one highest heading; else the properties of the file."""
    paras = [one for one in blocks if isinstance(one, Para) and words_of(one.inlines)]
    title = next((one for one in paras if one.role == "title"), None) or _only_heading(paras)
    if title is None and walked.title and not _JUNK.match(walked.title):
        decisions.add("title-from-properties", walked.title)
        return Titled(" ".join(walked.title.split()), "", _lowered(blocks))
    if title is None:
        title = next((one for one in paras[:3] if one.role == "heading"), None)
        if title is not None:
            decisions.add("title-proposed", words_of(title.inlines), title.number)
    if title is None:
        name = PurePosixPath(walked.file).stem.replace("_", " ").replace("-", " ").strip()
        decisions.add("title-from-file", name)
        return Titled(name or "A document", "", _lowered(blocks))
    rest = tuple(_rest_of(one) if one is title else one for one in blocks)
    subtitle = next((one for one in paras if one.role == "subtitle"), None)
    if subtitle is None and title.role == "heading":
        subtitle = _line_below(paras, title)
        if subtitle is not None:
            decisions.add("subtitle-proposed", words_of(subtitle.inlines), subtitle.number)
    rest = tuple(_rest_of(one) if one is subtitle and subtitle else one for one in rest)
    names = tuple(one.name for one in title.inlines if isinstance(one, Anchor))
    words = words_of(subtitle.inlines) if subtitle else ""
    if title.role == "heading":
        rest = tuple(_raised(rest))
    return Titled(words_of(title.inlines), words, _lowered(rest), title.number, names)


def _rest_of(para: Para) -> Para:
    """What stands in a title beside its words: pictures, marks of notes, what is to be told."""
    kept = tuple(one for one in para.inlines if isinstance(one, Shown | NoteHere | Told))
    return replace(para, role="plain", level=0, inlines=kept)


def _line_below(paras: list[Para], title: Para) -> Para | None:
    """A line right below a title by look that has a heading below it, and so no text of its own."""
    at = paras.index(title)
    below = paras[at + 1 : at + 3]
    if len(below) < 2 or below[1].role != "heading" or below[0].role not in ("heading", "plain"):
        return None
    words = words_of(below[0].inlines)
    short = len(words) <= _LONGEST_LINE and not words.endswith((".", "!", "?", ":", ";", ","))
    return below[0] if short and below[0].item is None else None


def _only_heading(paras: list[Para]) -> Para | None:
    """The one heading of the highest level, where it stands before all other headings."""
    headings = [one for one in paras if one.role == "heading"]
    if len(headings) < 2 or sum(one.level == headings[0].level for one in headings) > 1:
        return None
    highest = min(one.level for one in headings)
    first = headings[0]
    before = paras[: paras.index(first)]
    return (
        first
        if first.level == highest and sum(len(words_of(p.inlines)) for p in before) < 200
        else None
    )


def _raised(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Headings one level higher, since the highest is the title."""
    for block in blocks:
        if isinstance(block, Para) and block.role == "heading" and block.level > 1:
            yield replace(block, level=block.level - 1)
        else:
            yield block


def _lowered(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Further titles and subtitles are headings and paragraphs like any other."""
    return tuple(
        replace(one, role="heading", level=1)
        if isinstance(one, Para) and one.role == "title"
        else replace(one, role="plain")
        if isinstance(one, Para) and one.role == "subtitle"
        else one
        for one in blocks
        if not isinstance(one, Remark) or one.told.code
    )
