"""Names of what is new here: made of what people typed, and taken by nothing yet."""

from __future__ import annotations

import re
from collections.abc import Callable

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
"""What a folder or file of the user's may be called to be reached from a browser."""
_SECTION = re.compile(r"sections/([a-z0-9][a-z0-9-]{0,79})\.yaml")
_SIGNS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
"""Signs that nobody types into a title, and that no file of ours can hold."""


def section_of(file: str) -> str:
    """The name of the section in a file of a document; empty for another file."""
    found = _SECTION.fullmatch(file)
    return found[1] if found else ""


def one_line(words: str) -> str:
    """A title as it is kept: on one line, without signs that cannot be typed."""
    return " ".join(_SIGNS.sub(" ", words).split())


def free(name: str, taken: Callable[[str], bool]) -> str:
    """The name, or the first one like it that is free: club, club-2, club-3 …"""
    number, found = 1, name
    while taken(found):
        number += 1
        found = f"{name}-{number}"
    return found
