"""Boxes to tick: a question and its answers, where it is clear that they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TypeGuard

from exporter.importing.decide.lists import start_of, without_start
from exporter.importing.walk.pieces import Block, Para, Shown, Told, words_of

_BOX = re.compile(r"^\s*[☐☑☒□❏❑❒▢⬜]\s*")
_LEAST = 2


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and what can be ticked under it, without the boxes."""

    words: Para
    answers: tuple[Para, ...]


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
        begun = index = index + 1 + len(asked.answers)
    if begun < len(pieces):
        yield tuple(pieces[begun:])


def _asked(words: Block, below: Iterable[Block]) -> Asked | None:
    """Only under a question mark: under other words boxes may be a list of things to do."""
    if not isinstance(words, Para) or words.role != "plain" or words.item is not None:
        return None
    if not words_of(words.inlines).rstrip().endswith("?") or _is_box(words):
        return None
    boxes = [one for one in takewhile(_is_box, below) if isinstance(one, Para)]
    return Asked(words, tuple(map(_without_box, boxes))) if len(boxes) >= _LEAST else None


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
