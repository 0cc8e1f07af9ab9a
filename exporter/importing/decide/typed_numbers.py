"""Numbers that somebody typed before headings without a sign after them: “1 Purpose”.

One alone may be a word of the heading (“7 ways to help”). Where the headings of one level count,
the program counts them itself. A first appendix counts alone, for the program calls it so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from exporter.importing.walk.pieces import Para, words_of

_WAYS = tuple(
    re.compile(way)
    for way in (
        r"()(\d{1,2})\s+(?=[^\W\d])",
        r"()([A-Z])[.)]\s+(?=\w)",
        r"()([IVX]{1,5})[.)]\s+(?=\w)",
        r"((?i:appendix|annex|schedule|section|chapter|part))\s+(\d{1,2}|[A-Z])\s+(?=[^\W\d])",
    )
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV",
          "XV", "XVI", "XVII", "XVIII", "XIX", "XX")  # fmt: skip
_LEAST = 2


def counted(headings: Iterable[Para]) -> dict[int, str]:
    """What stands before each heading that is counted with others, by its paragraph's number."""
    found: dict[int, str] = {}
    every = tuple(headings)
    top = min((one.level for one in every), default=0)
    for way, pattern in enumerate(_WAYS):
        groups: dict[tuple[int, str], list[tuple[Para, str, str]]] = {}
        for one in every:
            if match := pattern.match(words_of(one.inlines)):
                key = (one.level, match[1].casefold())
                groups.setdefault(key, []).append((one, match.group(), match[2]))
        for (level, word), group in groups.items():
            if word == "appendix" and level != top:
                continue  # only at the top the program calls it so
            values = list(_values([typed for _, _, typed in group], roman=way == 2))
            enough = _LEAST if word != "appendix" else 1
            if len(group) >= enough and _count(values):
                found |= {one.number: typed for one, typed, _ in group if one.number not in found}
    return found


def _values(typed: list[str], *, roman: bool) -> Iterator[int]:
    for one in typed:
        if one.isdecimal():
            yield int(one)
        elif roman:
            yield _ROMAN.index(one) + 1 if one in _ROMAN else 0
        else:
            yield ord(one) - ord("A") + 1


def _count(values: list[int]) -> bool:
    """Whether each is one more than that before it, or begins anew."""
    return all(now in (before + 1, 1) for before, now in zip([0, *values], values, strict=False))
