"""Lists that count: what stands before their items is counted anew where one is more or less.

The items after a new one say one more, and those after one that is gone one less, as a person
would type them; a later list that goes on from the last of them too. Lists whose signs are all the
same are left to the program, as the loader leaves them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from exporter.markers import letters, roman
from exporter.saving.passages import Passage
from exporter.saving.refusal import NotSaved
from exporter.saving.scalars import Yaml

_ITEM = re.compile(
    r"(?P<lead> *)(?P<open>\(?)"
    r"(?P<sign>\d{1,9}|[a-z]|[A-Z]|[ivxlc]{2,8}|[IVXLC]{2,8})(?P<close>[.)])[ \t]+"
)
_MOST = 400
"""Items that are counted in letters or numerals, at most."""
_LETTERS = {letters(number): number for number in range(1, 27)}
_NUMERALS = {roman(number): number for number in range(1, _MOST)}


@dataclass(frozen=True, slots=True)
class Cut:
    """What becomes of a text from `start` to `end`: other words stand there."""

    start: int
    end: int
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """An item: the line on which it begins and its last one, and where its sign stands."""

    first: int
    last: int
    start: int
    end: int
    sign: str


@dataclass(frozen=True, slots=True)
class Counting:
    """A list that counts, from `begin` on: its items, and those of lists that it goes on from, or
    that go on from it.

    `kind` says in what it counts: "number", "letter" or "roman"; `same`: in nothing.
    """

    items: tuple[Counted, ...]
    kind: str
    begin: int
    same: bool

    def number_of(self, line: int) -> int:
        """Which item begins on a line, from 0. Raises NotSaved."""
        for number, one in enumerate(self.items):
            if one.first == line:
                return number
        raise NotSaved("The items of this list are not in order.")

    def sign(self, number: int) -> str:
        """What an item says, by its number from 0."""
        if self.same:
            return self.items[0].sign
        value = self.begin + number
        if self.kind == "number":
            return str(value)
        if value > (26 if self.kind == "letter" else _MOST):
            raise NotSaved("The list would have more items than its letters can count.")
        typed = letters(value) if self.kind == "letter" else roman(value)
        return typed.upper() if self.items[0].sign.isupper() else typed


def counting_at(yaml: Yaml, passage: Passage) -> Counting | None:
    """The list that counts whose item a passage is; None where it is of another kind.

    Raises NotSaved where its signs are not in order, so that nobody knows what comes next.
    """
    last = yaml.line_of(max(passage.scalar.end - 1, 0))
    every = list(_alike(yaml, passage.first, passage.scalar.line, last))
    if not every:
        return None
    at = next(n for n, (one, _) in enumerate(every) if one.first == passage.first)
    begin, end = at, at + 1
    while begin and not every[begin][1]:
        begin -= 1
    while end < len(every) and not every[end][1]:
        end += 1
    items = [one for one, _ in every[begin:end]]
    if len(items) > 1 and len({one.sign for one in items}) == 1:
        return Counting(tuple(items), "number", 1, same=True)
    for kind in ("number", "letter", "roman"):
        values = [_value(one.sign, kind) for one in items]
        if values[0] and all(now == was + 1 for was, now in pairwise(values)):
            above = list(_going_on([one for one, _ in every[:begin][::-1]], kind, values[0], -1))
            below = _going_on([one for one, _ in every[end:]], kind, values[-1], 1)
            first = values[0] - len(above)
            return Counting((*above[::-1], *items, *below), kind, first, same=False)
    raise NotSaved("The items of this list are not in order.")


def _value(sign: str, kind: str) -> int:
    """What a sign counts; 0 where it is none of this kind."""
    if kind == "number":
        return int(sign) if sign.isdigit() else 0
    return (_LETTERS if kind == "letter" else _NUMERALS).get(sign.lower(), 0)


def _going_on(others: Sequence[Counted], kind: str, last: int, step: int) -> Iterator[Counted]:
    """The items of lists above that a list goes on from, or of those below that go on from it."""
    for one in others:
        last += step
        if not last or _value(one.sign, kind) != last:
            return
        yield one


def _alike(yaml: Yaml, line: int, first: int, last: int) -> Iterator[tuple[Counted, bool]]:
    """The items of a text that look like the one on a line, which may be of its list.

    With each, whether something else stands between it and the one before.
    """
    like = _ITEM.match(_line(yaml, line))
    if like is None:
        return
    looks = _looks(like)
    parted, begun = True, -1
    found: list[tuple[Counted, bool]] = []
    for number in range(first, last + 1):
        typed = _line(yaml, number)
        match = _ITEM.match(typed)
        if match and _looks(match) == looks:
            at = yaml.starts[number - 1]
            item = Counted(number, number, at + match.start("sign"), at + match.end("sign"),
                           match["sign"])  # fmt: skip
            found.append((item, parted))
            parted, begun = False, number
        elif typed.strip() and _column(typed) <= len(like["lead"]):
            parted = True
        elif typed.strip() and found and not parted:
            one, apart = found[-1]
            found[-1] = (Counted(one.first, number, one.start, one.end, one.sign), apart)
    yield from found if begun >= 0 else ()


def _looks(match: re.Match[str]) -> tuple[str, str, str, str]:
    """By what items of one list are alike: where they begin, brackets, figures or letters."""
    sign = match["sign"]
    return match["lead"], match["open"], match["close"], "figures" if sign.isdigit() else (
        "small" if sign.islower() else "capital"
    )  # fmt: skip


def _line(yaml: Yaml, number: int) -> str:
    return yaml.text[yaml.starts[number - 1] : yaml.after(number)].rstrip("\r\n")


def _column(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def counted_anew(yaml: Yaml, counting: Counting, numbers: Mapping[int, int]) -> Iterator[Cut]:
    """The signs of some items as they will be: for the number of an item that which it will have.

    Where a sign is longer or shorter, the further lines of its item stand under its words again.
    """
    for number, then in numbers.items():
        item, sign = counting.items[number], counting.sign(then)
        if sign == item.sign:
            continue
        yield Cut(item.start, item.end, sign)
        wider = len(sign) - len(item.sign)
        for line in range(item.first + 1, item.last + 1) if wider else ():
            start = yaml.starts[line - 1]
            if not _line(yaml, line).strip():
                continue
            yield Cut(start, start, " " * wider) if wider > 0 else Cut(start, start - wider)
