"""What the program adds around the author's words: whether all of it is in a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from exporter.compare.difference import finding, short
from exporter.diagnostics import Diagnostic
from exporter.outline import TOLD_AGAIN, Entry, Outline

Words = tuple[int, str]
"""The level of a heading, 0 for other words; and the words."""


def as_met(furniture: Outline) -> tuple[Words, ...]:
    """What must be equal: the words, and which of them are headings of which level.

    Whether a line of credits is a paragraph or an item is left to each format.
    """
    return tuple(
        (entry.level if entry.role == "heading" else 0, entry.text)
        for entry in furniture
        if entry.text and entry.role not in TOLD_AGAIN
    )


def missing_furniture(expected: Outline, found: Outline) -> tuple[Diagnostic, ...]:
    """What should have been added and is not there, as often as it should be.

    A file may say more around its words: a brand's, and what only its format needs.
    """
    return (*_missing(expected, found), *_unmarked(expected, found))


def _missing(expected: Outline, found: Outline) -> Iterator[Diagnostic]:
    there = Counter(as_met(found))
    texts = {text for _, text in there}
    for words in as_met(expected):
        if there[words] > 0:
            there[words] -= 1
            continue
        level, text = words
        what = f"heading of level {level}" if level else "words"
        lost = f"The {what} “{short(text)}” that the program adds"
        if level and text in texts:
            message = f"{lost} should be a heading of that level, and is not."
        else:
            message = f"{lost} {'is' if level else 'are'} missing."
        yield finding("furniture-missing", Entry("paragraph").place, message, text)


def _unmarked(expected: Outline, found: Outline) -> Iterator[Diagnostic]:
    """Words in another language than the document that do not say so (WCAG 2.2, 3.1.2)."""
    there = Counter(_marked(found))
    for words in _marked(expected):
        if there[words] > 0:
            there[words] -= 1
            continue
        language, text = words
        message = f"The words “{short(text)}” that the program adds do not say they are {language}."
        yield finding("furniture-unmarked", Entry("paragraph").place, message, text)


def _marked(furniture: Outline) -> Iterator[tuple[str, str]]:
    """Words that say their language, be it as a whole block or as a run in it."""
    return ((entry.language, entry.text) for entry in furniture if entry.language)
