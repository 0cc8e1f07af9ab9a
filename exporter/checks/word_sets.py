"""Words written on one line, as a set or a list: easier to read than a column of them."""

from __future__ import annotations


def spaced(text: str) -> list[str]:
    """The words of a text, in order."""
    return text.split()


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())
