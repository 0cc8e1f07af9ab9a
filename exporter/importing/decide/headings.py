"""Headings: by style, by outline level, and by their look; levels without a gap."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from exporter.importing.decide import typed_numbers
from exporter.importing.decide.decisions import Decisions
from exporter.importing.walk.pieces import Apart, Block, Grid, Para, Remark, Run, Shown, words_of
from exporter.load.plain import typed_number_in

DEEPEST = 5
"""Levels below the title: headings go down to level 6, and the title is 1."""
_LONGEST = 80
_ENDS = (".", ",", ";", ":", "!", "?", "…")
_LARGER = 1.15
_NUMBER = re.compile(r"^\s*\d+(?:\.\d+)+\.?\s+(?=\S)")
_APPENDIX = re.compile(r"^\s*appendix\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. `para` is that which it was made of."""

    para: Para
    level: int
    words: str
    appendix: bool = False
    typed: str = ""
    """What somebody typed before it to count it, where only its neighbours tell so."""


def proposed(blocks: tuple[Block, ...], decisions: Decisions) -> tuple[Block, ...]:
    """Lines that only look like headings become headings; each is told."""
    usual = _usual_size(blocks)
    styled = [one.level for one in blocks if isinstance(one, Para) and one.role == "heading"]
    looks = {
        index: _rank(block, usual)
        for index, block in enumerate(blocks)
        if isinstance(block, Para) and _looks_so(blocks, index, usual)
    }
    ranks = sorted(set(looks.values()), reverse=True)
    result = list(blocks)
    around = 0
    for index, block in enumerate(blocks):
        if isinstance(block, Para) and block.role == "heading" and words_of(block.inlines):
            around = block.level
        elif index in looks:
            assert isinstance(block, Para)
            rank = ranks.index(looks[index])
            level = around + 1 if styled else rank + 1
            result[index] = replace(block, role="heading", level=level)
            decisions.add("heading-by-look", words_of(block.inlines), block.number)
    return tuple(result)


def _usual_size(blocks: tuple[Block, ...]) -> float:
    """The size of most words of the text."""
    letters: Counter[float] = Counter()
    for block in blocks:
        if isinstance(block, Para) and block.role == "plain":
            letters[block.size] += len(words_of(block.inlines))
    return letters.most_common(1)[0][0] if letters else 0.0


def _looks_so(blocks: tuple[Block, ...], index: int, usual: float) -> bool:
    """Whether a line stands out like a heading, and has something under it."""
    block = blocks[index]
    assert isinstance(block, Para)
    words = words_of(block.inlines)
    if block.role != "plain" or block.item or block.boxed or block.continues_item:
        return False
    if not any(sign.isalpha() for sign in words) or len(words) > _LONGEST:
        return False
    if words.endswith(_ENDS) or any(isinstance(one, Shown) for one in block.inlines):
        return False
    larger = usual > 0 and block.size >= usual * _LARGER
    capitals = words.isupper() and len(words) > 3 and not words.replace(" ", "").isdigit()
    if not (larger or capitals or _is_bold(block)):
        return False
    after = next((one for one in blocks[index + 1 :] if not _is_empty(one)), None)
    if after is None or (isinstance(after, Para) and after.role in ("heading", "title")):
        return False
    if isinstance(after, Para) and after.role == "plain" and not after.item:
        return (block.size, _is_bold(block)) != (after.size, _is_bold(after)) and not (
            words_of(after.inlines).isupper() and capitals and not larger
        )
    return True


def _is_empty(block: Block) -> bool:
    match block:
        case Para():
            return not words_of(block.inlines) and not any(
                isinstance(one, Shown) for one in block.inlines
            )
        case Remark():
            return True
        case Grid() | Apart():
            return False


def _is_bold(block: Para) -> bool:
    """Whether all words of a paragraph are bold."""
    runs = [one for one in block.inlines if isinstance(one, Run) and one.text.strip()]
    return bool(runs) and all(one.bold or (block.bold and not one.italic) for one in runs)


def _rank(block: Para, usual: float) -> tuple[float, bool]:
    return (max(block.size, usual), words_of(block.inlines).isupper())


def closed(blocks: tuple[Block, ...], decisions: Decisions) -> Iterator[Block | Heading]:
    """Headings with levels that skip none, and without the numbers that somebody typed."""
    levels: list[int] = []
    numbers = typed_numbers.counted(
        one for one in blocks if isinstance(one, Para) and one.role == "heading"
    )
    for block in blocks:
        if not (isinstance(block, Para) and block.role == "heading"):
            yield block
            continue
        words = words_of(block.inlines)
        if not words:
            shown = tuple(one for one in block.inlines if isinstance(one, Shown))
            decisions.add("heading-empty", "", block.number)
            if shown:
                yield replace(block, role="plain", level=0)
            continue
        while levels and levels[-1] >= block.level:
            levels.pop()
        levels.append(block.level)
        level = min(len(levels), DEEPEST)
        if level != block.level:
            told = f"{words} ({block.level} → {level})"
            decisions.add("level-closed", told, block.number)
        number = numbers.get(block.number, "")
        bare = without_number(words.removeprefix(number))
        if bare != words:
            typed = words[: len(words) - len(bare)].strip()
            decisions.add("typed-heading-number", f"{typed} {bare}", block.number, typed)
        appendix = bool(_APPENDIX.match(words)) and level == 1
        yield Heading(block, level, bare, appendix, number)


def without_number(words: str) -> str:
    """A heading without the numbers that somebody typed before it; never without any words."""
    while typed := _typed(words):
        bare = words[len(typed) :].lstrip(" :.–—-")
        if not any(sign.isalnum() for sign in bare):
            return _spelt(words)
        words = bare
    return words


def _typed(words: str) -> str:
    """The number before a heading: “3. ”, “2.1 ”, “Part 3: ”."""
    typed = typed_number_in(words)
    match = _NUMBER.match(words)
    return match.group() if match and len(match.group()) > len(typed) else typed


def _spelt(words: str) -> str:
    """A heading that is nothing but a number keeps it: "Part 3" becomes "Part no. 3"."""
    kept = words.strip(" .:)–—-")
    return re.sub(r"^(\w+)\s+(\S+)$", r"\1 no. \2", kept)
