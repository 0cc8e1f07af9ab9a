"""The names that Unicode gives to pictures of OpenMoji that nobody of us has judged."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

_NOISE = ("FACE WITH ", " FACE", " SIGN", "SMILING ", "BLACK ", "WHITE ", "HEAVY ")


def unjudged_names(codes: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Code and name of every picture that is one character of Unicode."""
    for code in sorted(codes):
        try:
            name = unicodedata.name(chr(int(code.removesuffix("-FE0F"), 16)))
        except ValueError:
            continue
        for noise in _NOISE:
            name = name.replace(noise, " ")
        yield code, " ".join(name.split()).lower()
