"""What saving a change does to a text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Patch:
    """One patch: the file by its name in the document's folder, and what becomes of its text."""

    name: str
    line: int
    """From which line on it changes the text. Nothing above is touched."""
    key: tuple[object, ...]
    """Two changes with one key are one patch: an alternative text that is shown five times."""
    make: Callable[[str], str]
    above: bool = False
    """Whether it puts something above that line; several such follow one another as they come."""
