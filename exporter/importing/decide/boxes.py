"""Boxes to tick: a question and its answers, where it is clear that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, takewhile
from typing import Literal, TypeGuard

from exporter.importing.decide.lists import start_of, without_start
from exporter.importing.walk.pieces import Block, Para, Shown, Told, words_of

_BOX = re.compile(r"^\s*[☐☑☒□❏❑❒▢⬜]\s*")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and what can be ticked under it, without the boxes; or lines to write on."""

    words: Para
    kind: Literal["one", "several", "lines"]
    answers: tuple[Para, ...] = ()
    lines: int = 0

    @property
    def length(self) -> int:
        """How many pieces it is."""
        return 1 + len(self.answers) + bool(self.lines)


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
    if not words.asks and (not said.endswith("?") or _is_box(words)):
        return None
    first = next(below, None)
    boxes = takewhile(_is_box, () if first is None else chain((first,), below))
    answers = tuple(_without_box(one) for one in boxes if isinstance(one, Para))
    if words.asks and not answers and isinstance(first, Para) and not words_of(first.inlines):
        return Asked(words, "lines", lines=first.lines) if first.lines else None
    return Asked(words, words.asks or "several", answers) if len(answers) >= _LEAST else None


def _is_box(block: Block) -> TypeGuard[Para]:
    if not isinstance(block, Para) or block.role != "plain" or not _BOX.match(start_of(block)):
        return False
    return any(map(str.isalnum, words_of(block.inlines)))


def _without_box(block: Para) -> Para:
    """An answer: the sign, the field that it was and a picture that decorates are gone."""
    match = _BOX.match(start_of(block))
    cut = without_start(block, match.end() if match else 0)
    kept = tuple(one for one in cut.inlines if not _is_of_form(one))
    return replace(cut, inlines=kept, item=None)


def _is_of_form(inline: object) -> bool:
    if isinstance(inline, Shown):
        return inline.decorative
    return isinstance(inline, Told) and inline.code == "form-field"
