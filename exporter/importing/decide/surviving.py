"""That words survive being typed: each paragraph is written, read again, and must be the same.

Where it is not, it is written plainer, until it is: first without bold, then without other marks,
at last with its words alone.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal, cast

from exporter.authored.findings import Findings
from exporter.authored.located import Lines
from exporter.importing.decide.draft import Draft
from exporter.importing.decide.signs import bare
from exporter.importing.decide.words import lines_of
from exporter.importing.write.blocks import blocks as typed_lines
from exporter.importing.write.words import has_lines, paragraph
from exporter.load.body import read_body
from exporter.load.looks import headings_by_look, items_by_look
from exporter.load.markdown import read_inlines
from exporter.load.parser import BODY, CELL, ROW, Gathered, Kind
from exporter.markers import marker_with_sign
from exporter.model import (
    Block,
    Blocks,
    Foreign,
    Inline,
    Inlines,
    Item,
    Link,
    List,
    NoteMark,
    Paragraph,
    Reference,
    Stress,
    Strong,
    Text,
)
from exporter.source import Call, SourceBlocks, SourceList
from exporter.walk import plain_text

Where = Literal["text", "box", "cell", "row", "note"]
_KINDS: dict[Where, Kind] = {"text": BODY, "box": BODY, "cell": CELL, "row": ROW, "note": BODY}
_SIMPLE = re.compile(r"[\w(“‘£€][^\\*_\[\]<>`~|{}^&:$#=+%@]*")
_SIGNS = re.compile(r"[\\*_\[\]<>`~|{}^&$#=+%@]|--|\.\.|!!|::|://")
_ROUGH = re.compile(r"[\s()<>\\*_\[\]]|[^\x21-\x7e]")
_MARKER = re.compile(r"\(?\w{1,6}[.)]\s")
"""What could begin an item. It must begin the words: no line is wrapped before such a thing."""
_STOPS = frozenset(".,;:!?")
"""Signs with which words between marks may end, where a blank or another sign follows."""
_RUNS = re.compile(r"--|\.\.|!!!")


def words(inlines: Inlines, number: int, draft: Draft, where: Where) -> Inlines:
    """The words as they can be typed; what they lose is told."""
    if number in draft.bare:
        text = bare(plain_text(inlines))
        draft.decisions.add("signs-lost", plain_text(inlines), number)
        return (Text(text),) if text else ()
    if _is_simple(inlines) or _are_simple(inlines):
        return inlines
    tried = inlines
    for plainer, code in ((None, ""), (_without_weight, "bold-dropped"), (_plain, "marks-dropped")):
        tried = plainer(tried) if plainer else tried
        if _survives(tried, where):
            if code:
                draft.decisions.add(code, plain_text(inlines), number)
            return tried
    draft.decisions.add("signs-lost", plain_text(inlines), number)
    text = bare(plain_text(inlines))
    return (Text(text),) if text else ()


def _is_simple(inlines: Inlines) -> bool:
    """Whether nothing in the words could be taken for a mark."""
    if len(inlines) != 1 or not isinstance(inlines[0], Text):
        return False
    text = inlines[0].text
    return _SIMPLE.fullmatch(text) is not None and not _looks_like_a_mark(text)


def _looks_like_a_mark(text: str) -> bool:
    return _MARKER.match(text) is not None or _RUNS.search(text) is not None


def _are_simple(inlines: Inlines) -> bool:
    """Whether marks stand around simple words, with blanks or stops beside them."""
    for index, one in enumerate(inlines):
        match one:
            case Text(text):
                if _SIGNS.search(text) or (index == 0 and not _SIMPLE.fullmatch(text)):
                    return False
                if index == 0 and _looks_like_a_mark(text):
                    return False
            case Strong(children) | Foreign(children) | Link(children) | Reference(children):
                if isinstance(one, Link) and _ROUGH.search(one.url):
                    return False
                if len(children) != 1 or not isinstance(children[0], Text):
                    return False
                words = children[0].text
                if _SIGNS.search(words) or not words[:1].isalnum():
                    return False
                if not words[-1:].isalnum() and words[-1:] not in _STOPS:
                    return False
                if not (_ends(inlines, index) and _begins(inlines, index)):
                    return False
            case NoteMark():
                pass
            case _:
                return False
    return True


def _begins(inlines: Inlines, index: int) -> bool:
    before = inlines[index - 1] if index else None
    return before is None or (isinstance(before, Text) and before.text[-1:] in " (“‘")


def _ends(inlines: Inlines, index: int) -> bool:
    after = inlines[index + 1] if index + 1 < len(inlines) else None
    return after is None or (isinstance(after, Text) and after.text[:1] in " .,;:!?)”’")


def _survives(inlines: Inlines, where: Where) -> bool:
    if has_lines(inlines):
        return all(_survives(line, where) for line in lines_of(inlines) if line)
    findings = Findings()
    text = "\n".join(paragraph(inlines))
    read = read_inlines(text, Lines("", 1), _KINDS[where], findings, Gathered())
    told = [one for one in findings if one.code not in _LATER]
    return not told and _one(read) == _one(inlines)


_LATER = frozenset(("list-mark", "heading-by-look"))
"""What depends on what stands beside a paragraph: `together` looks at it."""


def _one(inlines: Inlines) -> Inlines:
    """The inlines with neighbouring texts joined, and no blank at either end."""
    result: list[Inline] = []
    for one in inlines:
        match one:
            case Strong() | Stress() | Foreign() | Link() | Reference():
                one = replace(one, children=_one(one.children))
            case _:
                pass
        if isinstance(one, Text) and result and isinstance(result[-1], Text):
            result[-1] = Text(result[-1].text + one.text)
        elif one != Text(""):
            result.append(one)
    return tuple(result)


def _without_weight(inlines: Inlines) -> Inlines:
    result: list[Inline] = []
    for one in inlines:
        match one:
            case Strong(children) | Stress(children):
                result += _without_weight(children)
            case Foreign() | Link() | Reference():
                result.append(replace(one, children=_without_weight(one.children)))
            case _:
                result.append(one)
    return _one(tuple(result))


def _plain(inlines: Inlines) -> Inlines:
    """The words and the marks of notes."""
    result: list[Inline] = []
    for one in inlines:
        match one:
            case Strong(children) | Stress(children) | Foreign(children) | Link(children):
                result += _plain(children)
            case Reference(children):
                result += _plain(children)
            case _:
                result.append(one)
    return _one(tuple(result))


# ---- what stands side by side --------------------------------------------------------------------


def together(made: SourceBlocks, draft: Draft) -> SourceBlocks:
    """Blocks that do not make headings or items of one another."""
    made = tuple(_list(one, draft) if isinstance(one, List) else one for one in made)
    made = _in_order(made, draft)
    look_like_items = {id(one) for one in items_by_look(made)}
    made = tuple(
        _as_item(one, draft) if id(one) in look_like_items and isinstance(one, Paragraph) else one
        for one in made
    )
    look_like_headings = {id(one) for one in headings_by_look(made)}
    return tuple(
        _light(one, draft) if id(one) in look_like_headings and isinstance(one, Paragraph) else one
        for one in made
    )


def _as_item(block: Paragraph, draft: Draft) -> List:
    """A paragraph that begins as an item does, and counts on from nothing: an item."""
    draft.decisions.add("number-kept", plain_text(block.children), block.place.line)
    return List("bullet", (Item((block,)),), place=block.place)


def _light(block: Paragraph, draft: Draft) -> Paragraph:
    """A bold line with text under it would be taken for a heading."""
    draft.decisions.add("bold-line", plain_text(block.children), block.place.line)
    return replace(block, children=_without_weight(block.children))


def _list(block: List, draft: Draft, *, inner: bool = False) -> List:
    """A list that counts as it did, or has its numbers among its words."""
    block = replace(block, items=tuple(_item(item, draft) for item in block.items))
    if block.style == "plain":
        return replace(block, style="bullet")
    if block.style == "bullet":
        return block
    refused = any(item.blocks[0].place.line in draft.bare for item in block.items)
    if refused or (inner and block.start != 1) or not _counts(block):
        return _with_numbers(block, draft)
    return block


def _item(item: Item, draft: Draft) -> Item:
    """An item whose own lists count as they did."""
    inside = tuple(
        _list(one, draft, inner=True) if isinstance(one, List) else one for one in item.blocks
    )
    return Item(cast("Blocks", _in_order(inside, draft)))


def _counts(block: List) -> bool:
    """Whether a list is read as it is written."""
    probe = List(
        block.style,
        tuple(Item((Paragraph((Text("x"),)),)) for _ in block.items),
        1,
        block.delimiter,
    )
    findings = Findings()
    text = "\n".join(line for line, _ in typed_lines((probe,)))
    return read_body(text, Lines("", 1), findings, Gathered()) == (probe,) and not len(findings)


def _with_numbers(block: List, draft: Draft) -> List:
    """A list with bullets, each item with its number among its words."""
    draft.decisions.add("number-kept", marker_with_sign(block, 0), block.place.line)
    items = []
    for index, item in enumerate(block.items):
        first = item.blocks[0]
        assert isinstance(first, Paragraph)
        marker = Text(f"{marker_with_sign(block, index)} ")
        words = _one((marker, *first.children))
        items.append(Item((replace(first, children=words), *item.blocks[1:])))
    return List("bullet", tuple(items), place=block.place)


def _in_order(made: SourceBlocks, draft: Draft) -> SourceBlocks:
    """Lists that begin with 1, or go on with the one above; two that touch differ in their sign."""
    result: list[Block | Call | SourceList] = []
    last: dict[tuple[str, str], int] = {}
    for one in made:
        if not isinstance(one, List) or one.style in ("bullet", "plain"):
            result.append(one)
            continue
        before = result[-1] if result else None
        if (
            isinstance(before, List)
            and (before.style, before.delimiter) == (one.style, one.delimiter)
            and one.style not in ("bullet", "plain")
        ):
            one = replace(one, delimiter=")" if one.delimiter != ")" else ".")
        key = (one.style, one.delimiter)
        if one.start != 1 and last.get(key) != one.start - 1:
            result.append(_with_numbers(one, draft))
            continue
        last[key] = one.start + len(one.items) - 1
        result.append(one)
    return tuple(result)


def cites(inlines: Inlines) -> bool:
    return any(isinstance(one, NoteMark) for one in inlines)
