"""In which order the signs of a line are drawn where some of its words run to the left.

Unicode's bidirectional algorithm (UAX #9) for one line of plain words. Signs that embed or isolate
are passed over: where people type, they are told (authored/deceiving.py).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby, pairwise

from exporter.languages import Direction

_PASSED = frozenset(("BN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))
_BLANK = frozenset(("WS", "B", "S"))
_STRONG = frozenset(("L", "R"))
_OPEN, _CLOSE = "([{⁅⁽₍❨❪❬❮❰❲❴⟦⟨⟪⟬⟮「『【〈《〔", ")]}⁆⁾₎❩❫❭❯❱❳❵⟧⟩⟫⟭⟯」』】〉》〕"
_MOST_OPEN = 63
"""Brackets open at once (UAX #9, BD16)."""


def visual_runs(words: str, base: Direction) -> list[tuple[str, bool]]:
    """The words in runs, from the left of the line to its right; whether each runs to the left.

    The signs of a run stand in the order in which they are typed.
    """
    found = levels(words, base)
    runs: list[tuple[int, str]] = []
    start = 0
    for level, group in groupby(found):
        end = start + len(list(group))
        runs.append((level, words[start:end]))
        start = end
    for least in range(max(found, default=0), 0, -1):  # L2
        runs = list(_turned(runs, least))
    return [(text, level % 2 == 1) for level, text in runs]


def _turned(runs: list[tuple[int, str]], least: int) -> Iterator[tuple[int, str]]:
    for deep, group in groupby(runs, key=lambda run: run[0] >= least):
        several = list(group)
        yield from reversed(several) if deep else several


def levels(words: str, base: Direction) -> list[int]:
    """The level of each sign: an odd one runs to the left."""
    own = 1 if base == "rtl" else 0
    every = [unicodedata.bidirectional(sign) or "L" for sign in words]
    heard = [at for at, kind in enumerate(every) if kind not in _PASSED]  # X9
    kinds = [every[at] for at in heard]
    outside = "R" if own else "L"
    _weak(kinds, outside)
    _brackets([words[at] for at in heard], kinds, outside, [every[at] for at in heard])
    _neutral(kinds, outside)
    found = [own] * len(words)
    for at, kind in zip(heard, kinds, strict=True):
        found[at] = _level(kind, own)
    for at, kind in enumerate(every):
        if kind in _PASSED and at:
            found[at] = found[at - 1]
    for at in range(len(words) - 1, -1, -1):  # L1
        if every[at] not in _BLANK | _PASSED:
            break
        found[at] = own
    return found


def _level(kind: str, own: int) -> int:
    """I1, I2."""
    if own:
        return 1 if kind == "R" else 2
    return {"L": 0, "R": 1}.get(kind, 2)


def _weak(kinds: list[str], outside: str) -> None:
    """Numbers, and the signs beside them (W1 to W7)."""
    before = strong = outside
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[at] = kind = before
        before = kind
        if kind == "EN" and strong == "AL":
            kinds[at] = "AN"
        elif kind in ("L", "R", "AL"):
            strong = kind
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]
    for at in range(1, len(kinds) - 1):
        left, kind, right = kinds[at - 1 : at + 2]
        if left == right and (
            (kind == "CS" and left in ("EN", "AN")) or (kind == "ES" and left == "EN")
        ):
            kinds[at] = left
    _signs_of_numbers(kinds)
    strong = outside
    for at, kind in enumerate(kinds):
        if kind in _STRONG:
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[at] = "L"
        elif kind in ("ES", "ET", "CS"):
            kinds[at] = "ON"


def _signs_of_numbers(kinds: list[str]) -> None:
    """Signs before and after a number are part of it (W5)."""
    for order in (range(len(kinds)), range(len(kinds) - 1, -1, -1)):
        for at, to in pairwise(order):
            if kinds[at] == "EN" and kinds[to] == "ET":
                kinds[to] = "EN"


def _brackets(signs: list[str], kinds: list[str], outside: str, typed: list[str]) -> None:
    """Brackets run as what is in them (N0)."""
    for start, end in sorted(_pairs(signs, kinds)):
        inside = {_as_strong(kind) for kind in kinds[start + 1 : end]} & _STRONG
        if not inside:
            continue
        before = next((k for k in map(_as_strong, kinds[start - 1 :: -1]) if k in _STRONG), "")
        around = (before if start else "") or outside
        chosen = outside if outside in inside else around
        for at in (start, end):
            kinds[at] = chosen
            for after in range(at + 1, len(kinds)):
                if typed[after] != "NSM":
                    break
                kinds[after] = chosen


def _pairs(signs: list[str], kinds: list[str]) -> Iterator[tuple[int, int]]:
    waiting: list[tuple[str, int]] = []
    for at, (sign, kind) in enumerate(zip(signs, kinds, strict=True)):
        if kind != "ON":
            continue
        if sign in _OPEN:
            if len(waiting) == _MOST_OPEN:
                return
            waiting.append((_CLOSE[_OPEN.index(sign)], at))
        elif sign in _CLOSE:
            for place in range(len(waiting) - 1, -1, -1):
                if waiting[place][0] == sign:
                    yield waiting[place][1], at
                    del waiting[place:]
                    break


def _neutral(kinds: list[str], outside: str) -> None:
    """Spaces and signs run as the words on both sides do, else as the line (N1, N2)."""
    at = 0
    for neutral, group in groupby(list(kinds), key=lambda kind: kind in {"ON", *_BLANK}):
        end = at + len(list(group))
        if neutral:
            left = _as_strong(kinds[at - 1]) if at else outside
            right = _as_strong(kinds[end]) if end < len(kinds) else outside
            kinds[at:end] = [left if left == right else outside] * (end - at)
        at = end


def _as_strong(kind: str) -> str:
    """Numbers count as words that run to the left."""
    return "R" if kind in ("EN", "AN") else kind
