"""Questions: what the program says about them, and the names of their fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import assert_never

from exporter.adapt.selection import Plan
from exporter.model import Answer, Blocks, Mood, Question, Section
from exporter.walk import Change, changed

_MOODS: tuple[Mood, ...] = ("yes", "no", "not-sure")


def with_own_words(block: Question, plan: Plan) -> Question:
    """The question with what the program says: how many to choose; yes, no and not sure."""
    match block.kind:
        case "one":
            return replace(block, hint=plan.says("question-one"))
        case "several":
            return replace(block, hint=plan.says("question-several"))
        case "yes-no":
            answers = tuple(Answer(plan.says(f"answer-{mood}"), mood) for mood in _MOODS)
            return replace(block, hint=plan.says("question-one"), answers=answers)
        case "lines":
            return block
        case _:
            assert_never(block.kind)


def named(section: Section, asked: int) -> tuple[Section, int]:
    """The section with each question named by its number, in reading order, after as many as were
    `asked` before it; and how many were asked then."""
    numbers = count(asked + 1)
    whole = _named_section(section, numbers)
    return whole, next(numbers) - 1


def _named_section(section: Section, numbers: Iterator[int]) -> Section:
    blocks = _named_blocks(section.blocks, numbers)
    inner = tuple(_named_section(one, numbers) for one in section.sections)
    return replace(section, blocks=blocks, sections=inner)


def _named_blocks(blocks: Blocks, numbers: Iterator[int]) -> Blocks:
    change = Change(blocks=lambda inside: _named_blocks(inside, numbers))
    return tuple(
        replace(block, name=f"question-{next(numbers)}")
        if isinstance(block, Question)
        else changed(block, change)
        for block in blocks
    )
