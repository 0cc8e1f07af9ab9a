"""Boxes to tick: a question and its answers, where it is clear that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, takewhile
from typing import Literal, TypeGuard

from exporter.importing.decide.lists import start_of, without_start
from exporter.importing.walk.pieces import MOST_LINES, Block, Para, Shown, Told, words_of
from exporter.outline import clean

_BOX = re.compile(r"^\s*[☐☑☒□❏❑❒▢⬜]\s*")
_ROUND = re.compile(r"^\s*[○◯⚪◉⦿🔘]\s*")
"""A list may have such signs too, so they are boxes only where a file of ours says that it asks,
or where they are fields."""
_QUESTION = re.compile(r"\?\s*(?:\([^()]*\))?$")
_ASKS = re.compile(r"[?:]\s*(?:\([^()]*\))?$")
"""Over lines to write on, “Your name:” asks as well."""
_ONE = re.compile(r"\b(?:tick|choose|select|mark|pick|circle)\b[^()?]*\bone\b", re.IGNORECASE)
_RULED = re.compile(r"[_.…‥ ]*(?:_{5}|\.{10}|…{3}|‥{5})[_.…‥ ]*")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and what can be ticked under it, without the boxes; or lines to write on."""

    words: Para
    kind: Literal["one", "several", "yes-no", "lines"]
    answers: tuple[Para, ...] = ()
    lines: int = 0
    room: int = 0
    """How many pieces the lines to write on are."""

    @property
    def length(self) -> int:
        """How many pieces it is."""
        return 1 + len(self.answers) + self.room


def parted(pieces: Sequence[Block]) -> Iterator[Asked | tuple[Block, ...]]:
    """The pieces in order, those apart that are a question with boxes below it."""
    begun = index = 0
    while index < len(pieces):
        below = (pieces[number] for number in range(index + 1, len(pieces)))
        asked = _asked(pieces[index], below)
        if asked is None:
            index += 1
            continue
        if begun < index:
            yield tuple(pieces[begun:index])
        yield asked
        begun = index = index + asked.length
    if begun < len(pieces):
        yield tuple(pieces[begun:])


def _asked(words: Block, below: Iterator[Block]) -> Asked | None:
    """A file of ours says what is a question. In others it is only what has a question mark: under
    other words boxes may be a list of things to do."""
    if not isinstance(words, Para) or words.role != "plain" or words.item is not None:
        return None
    said = words_of(words.inlines).rstrip()
    if not words.asks and (not _ASKS.search(said) or _is_box(words)):
        return None
    first = next(below, None)
    if words.asks and isinstance(first, Para) and first.lines and not words_of(first.inlines):
        return Asked(words, "lines", lines=first.lines, room=1)
    near = () if first is None else chain((first,), below)
    if _is_ruled(first):
        room = sum(1 for _ in takewhile(_is_ruled, near))
        return Asked(words, "lines", lines=min(room, MOST_LINES), room=room)
    boxes = [one for one in takewhile(partial(_is_answer, words), near) if isinstance(one, Para)]
    if len(boxes) < _LEAST or not (words.asks or _QUESTION.search(said)):
        return None
    answers = tuple(_without_box(one, said) for one in boxes)
    if words.answers and words.answers == tuple(map(_said, answers)):
        return Asked(words, "yes-no", answers)
    if words.asks == "one" or all(_ROUND.match(start_of(box)) for box in boxes):
        return Asked(words, "one", answers)
    return Asked(words, words.asks or ("one" if _ONE.search(said) else "several"), answers)


def _said(answer: Para) -> str:
    return clean(words_of(answer.inlines))


def _is_ruled(block: Block | None) -> bool:
    """Whether it is a line to write on, typed."""
    if not isinstance(block, Para) or block.role != "plain" or block.item is not None:
        return False
    return _RULED.fullmatch(words_of(block.inlines)) is not None


def _is_answer(question: Para, block: Block) -> bool:
    if _is_box(block):
        return True
    if not isinstance(block, Para) or block.role != "plain" or not _ROUND.match(start_of(block)):
        return False
    fields = (one for one in block.inlines if isinstance(one, Told) and one.code == "form-field")
    return bool(question.asks) or any(fields)


def _is_box(block: Block) -> TypeGuard[Para]:
    if not isinstance(block, Para) or block.role != "plain" or not _BOX.match(start_of(block)):
        return False
    return any(map(str.isalnum, words_of(block.inlines)))


def _without_box(block: Para, question: str) -> Para:
    """An answer: the sign, the field that it was and a picture that decorates are gone. A field
    that says more than question and answer do is told."""
    start = start_of(block)
    match = _BOX.match(start) or _ROUND.match(start)
    cut = without_start(block, match.end() if match else 0)
    words = frozenset(f"{question} {words_of(cut.inlines)}".split())
    kept = tuple(one for one in cut.inlines if not _is_of_form(one, words))
    return replace(cut, inlines=kept, item=None)


def _is_of_form(inline: object, words: frozenset[str]) -> bool:
    if isinstance(inline, Shown):
        return inline.decorative
    if not isinstance(inline, Told) or inline.code != "form-field":
        return False
    return words.issuperset(inline.words.removeprefix("…").split()) or inline.words.startswith("…")
