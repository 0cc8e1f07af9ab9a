"""Lists: those of Word, and those that somebody typed with signs and numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exporter.importing.decide.decisions import Decisions
from exporter.importing.walk.pieces import Block, Counted, Para, Run, words_of
from exporter.model import Delimiter, ListStyle

DEEPEST = 3
_BULLET = re.compile(
    r"^\s*([•·▪●◦‣○■□➢➤►✓✔❖\uf0b7\uf0a7\uf0d8*–—-])(?:\s+|(?<=[•▪●◦‣■\uf0b7])(?=\w))"
)
_CIRCLE = re.compile(r"\s*o\s+(?=\S)")
_TYPED = re.compile(
    r"^\s*(?:\((?P<inside>[A-Za-z]|\d{1,2}|[ivx]{1,4})\)|(?P<word>[A-Za-z]|\d{1,2}|[ivx]{1,4})(?P<end>[.)]))\s+(?=\S)"
)


def typed(blocks: tuple[Block, ...], decisions: Decisions) -> tuple[Block, ...]:
    """Paragraphs that begin with a sign or a number of a list become items; each is told."""
    result = list(blocks)
    for index, block in enumerate(blocks):
        if isinstance(block, Para) and _is_plain(block):
            match = _BULLET.match(start_of(block))
            if match:
                decisions.add("typed-bullet", words_of(block.inlines), block.number)
                item = Counted("bullet", thread="typed")
                result[index] = replace(without_start(block, match.end()), item=item, level=1)
    _circles(result, decisions)
    index = 0
    while index < len(result):
        run = _counted_run(result, index)
        for offset, (para, marker, length) in enumerate(run):
            words = words_of(para.inlines)
            decisions.add("typed-number", words, para.number, start_of(para)[:length])
            result[index + offset] = replace(without_start(para, length), item=marker, level=1)
        index += max(1, len(run))
    return tuple(result)


def _circles(blocks: list[Block], decisions: Decisions) -> None:
    """The letter o as Word's second bullet, right below an item: it is also a word in Welsh, so one
    that stands alone and at the margin stays."""
    for index, block in enumerate(blocks):
        above = blocks[index - 1] if index else None
        match = _circle(block)
        if match is None or not isinstance(above, Para) or above.item is None:
            continue
        assert isinstance(block, Para)
        below = blocks[index + 1] if index + 1 < len(blocks) else None
        if not (above.item.thread == "o" or match.group()[0].isspace() or _circle(below)):
            continue
        decisions.add("typed-bullet", words_of(block.inlines), block.number, "o")
        level = above.level if above.item.thread == "o" else min(max(above.level, 1) + 1, DEEPEST)
        item = Counted("bullet", thread="o")
        blocks[index] = replace(without_start(block, match.end()), item=item, level=level)


def _circle(block: Block | None) -> re.Match[str] | None:
    if not isinstance(block, Para) or not _is_plain(block):
        return None
    return _CIRCLE.match(start_of(block))


def _is_plain(block: Para) -> bool:
    return block.role in ("plain", "caption") and block.role == "plain" and block.item is None


def start_of(block: Para) -> str:
    """The words at the beginning of a paragraph, as they were typed."""
    return "".join(one.text for one in block.inlines if isinstance(one, Run))[:40]


def _counted_run(blocks: Sequence[Block], index: int) -> list[tuple[Para, Counted, int]]:
    """The paragraphs from here that count on, one by one: two or more."""
    found: list[tuple[Para, Counted, int]] = []
    for block in blocks[index:]:
        match = (
            _TYPED.match(start_of(block)) if isinstance(block, Para) and _is_plain(block) else None
        )
        if match is None:
            break
        assert isinstance(block, Para)
        due = [one for one in _readings(match) if not found or _follows(found[-1][1], one)]
        if not due:
            break
        found.append((block, due[0], match.end()))
    if found and (found[0][1].value != 1 or len(found) < 2):
        return []
    return found


def _follows(before: Counted, one: Counted) -> bool:
    return (one.style, one.value, one.delimiter) == (
        before.style, before.value + 1, before.delimiter,
    )  # fmt: skip


def _readings(match: re.Match[str]) -> Iterator[Counted]:
    word = match["inside"] or match["word"]
    delimiter: Delimiter = "()" if match["inside"] else ")" if match["end"] == ")" else "."
    if word.isdigit():
        yield Counted("number", int(word), delimiter, "typed")
        return
    if word.lower() in _ROMAN:
        roman: ListStyle = "lower-roman" if word.islower() else "upper-roman"
        numeral = Counted(roman, _ROMAN.index(word.lower()) + 1, delimiter, "typed")
        if word.lower() == "i":
            yield numeral
    if len(word) == 1:
        letter: ListStyle = "lower-letter" if word.islower() else "upper-letter"
        yield Counted(letter, ord(word.lower()) - ord("a") + 1, delimiter, "typed")
    if word.lower() in _ROMAN and word.lower() != "i":
        yield numeral


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def without_start(block: Para, length: int) -> Para:
    """The paragraph without its first letters."""
    kept = []
    for one in block.inlines:
        if length and isinstance(one, Run):
            cut = min(length, len(one.text))
            length -= cut
            one = replace(one, text=one.text[cut:])
        kept.append(one)
    return replace(block, inlines=tuple(kept))


# ---- items into lists ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Items:
    """The items of one list: what counts them, and what each holds after its words."""

    first: Counted
    items: tuple[tuple[Para, tuple[Block | Items, ...]], ...]


def gathered(blocks: Sequence[Block]) -> Iterator[Block | Items]:
    """The blocks with those that are items put together, lists in lists too."""
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if isinstance(block, Para) and block.item is not None:
            end = index + 1
            while end < len(blocks) and _goes_on(blocks[end]):
                end += 1
            yield from _lists(list(blocks[index:end]), 1)
            index = end
        else:
            yield block
            index += 1


def _goes_on(block: Block) -> bool:
    return isinstance(block, Para) and (block.item is not None or block.continues_item)


def _lists(blocks: list[Block], level: int) -> Iterator[Items]:
    """The lists of one level; what is deeper belongs to the item above it."""
    least = min(_level(one) for one in blocks if isinstance(one, Para) and one.item)
    groups: list[list[Block]] = []
    for block in blocks:
        own = isinstance(block, Para) and block.item is not None and _level(block) <= least
        if own or not groups:
            groups.append([block])
        else:
            groups[-1].append(block)
    current: list[tuple[Para, tuple[Block | Items, ...]]] = []
    first: Counted | None = None
    for group in groups:
        head, rest = group[0], group[1:]
        assert isinstance(head, Para)
        item = head.item or Counted("bullet")
        if first is not None and not _same_list(current, first, item, level):
            yield Items(first, tuple(current))
            current, first = [], None
        first = first or item
        current.append((head, tuple(_inside(rest, _level(head)))))
    if first is not None:
        yield Items(first, tuple(current))


def _inside(blocks: list[Block], level: int) -> Iterator[Block | Items]:
    """What stands in an item below its first words."""
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if isinstance(block, Para) and block.item is not None:
            end = index + 1
            while end < len(blocks) and not _continues(blocks[end], level):
                end += 1
            yield from _lists(blocks[index:end], level + 1)
            index = end
        else:
            yield block
            index += 1


def _continues(block: Block, level: int) -> bool:
    """Whether a paragraph goes on with the item of this level, and not with one inside it."""
    return isinstance(block, Para) and block.item is None and _level(block) <= level


def _level(block: Para) -> int:
    return max(1, block.level)


def _same_list(
    current: list[tuple[Para, tuple[Block | Items, ...]]], first: Counted, item: Counted, level: int
) -> bool:
    del level
    if (item.style, item.delimiter) != (first.style, first.delimiter):
        return False
    if item.style == "bullet":
        return True
    return item.value in (0, first.value + len(current)) if first.value else item.value == 0
