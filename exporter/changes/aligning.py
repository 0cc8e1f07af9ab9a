"""Which thing of one Outline is which of another: the same, reworded, moved, gone or new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from exporter.changes.units import Unit

_ALIKE = 0.4
"""The share of words that a reworded paragraph keeps."""
_SCARCE = ("heading", "figure", "note", "row", "caption", "label", "term", "table")
"""Kinds of which there are few: one in the place of another is the same thing, with other words."""
_MOST_COMPARED = 20_000
_MOST_TWINS = 3_000_000
"""Pairs of equal things; more of them only files have that somebody made to keep us busy."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A thing before and after; None where it is new or gone. `moved`: it stands elsewhere."""

    before: Unit | None
    after: Unit | None
    moved: bool = False


def aligned(
    before: Sequence[Unit], after: Sequence[Unit], moved_words: Collection[str] = ()
) -> list[Pair]:
    """Every thing of both, once, in the order of `after`; what is gone stands where it stood.

    Where two change places, either may be the one that was moved; `moved_words` say which.
    """
    matcher = SequenceMatcher(
        None,
        [(one.key, one.words in moved_words) for one in before],
        [(one.key, False) for one in after],
        autojunk=_twins(before, after) > _MOST_TWINS,
    )
    codes = matcher.get_opcodes()
    gone = [one for kind, a, b, _, _ in codes if kind != "equal" for one in before[a:b]]
    new = [one for kind, _, _, a, b in codes if kind != "equal" for one in after[a:b]]
    moved = dict(_moves(gone, new))
    sources = {id(one) for one in moved.values()}
    pairs: list[Pair] = []
    for kind, first, last, begin, end in codes:
        if kind == "equal":
            pairs += map(Pair, before[first:last], after[begin:end])
            continue
        left = [one for one in before[first:last] if id(one) not in sources]
        right = list(after[begin:end])
        matched = _matched(left, [one for one in right if one not in moved])
        pairs += _with_moved(matched, right, moved)
    return pairs


def _with_moved(
    matched: Sequence[Pair], right: Sequence[Unit], moved: dict[Unit, Unit]
) -> Iterator[Pair]:
    """The pairs of a stretch, with those that were moved where they now stand."""
    waiting = iter(right)
    for pair in matched:
        while pair.after is not None and (one := next(waiting)) is not pair.after:
            yield Pair(moved[one], one, moved=True)
        yield pair
    for one in waiting:
        yield Pair(moved[one], one, moved=True)


def _twins(before: Sequence[Unit], after: Sequence[Unit]) -> int:
    counts, others = (Counter(one.key for one in units) for units in (before, after))
    return sum(count * others[key] for key, count in counts.items())


def _moves(gone: Sequence[Unit], new: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """The things that are there and gone with the same words, once each."""
    was, now = (Counter(one.key for one in units) for units in (gone, new))
    by_key = {one.key: one for one in gone}
    for one in new:
        if now[one.key] == was[one.key] == 1 and len(one.words) > 1:
            yield one, by_key[one.key]


def _matched(before: list[Unit], after: list[Unit]) -> list[Pair]:
    """Reworded things matched, in order; the best sum of likenesses wins."""
    if not before or not after or len(before) * len(after) > _MOST_COMPARED:
        return [*(Pair(one, None) for one in before), *(Pair(None, one) for one in after)]
    likeness = [[_likeness(one, other) for other in after] for one in before]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for row in range(len(before) - 1, -1, -1):
        for column in range(len(after) - 1, -1, -1):
            together = likeness[row][column] and likeness[row][column] + best[row + 1][column + 1]
            best[row][column] = max(together, best[row + 1][column], best[row][column + 1])
    pairs: list[Pair] = []
    row = column = 0
    while row < len(before) and column < len(after):
        alike = likeness[row][column]
        if alike and best[row][column] == alike + best[row + 1][column + 1]:
            pairs.append(Pair(before[row], after[column]))
            row, column = row + 1, column + 1
        elif best[row][column] == best[row + 1][column]:
            pairs.append(Pair(before[row], None))
            row += 1
        else:
            pairs.append(Pair(None, after[column]))
            column += 1
    pairs += [Pair(one, None) for one in before[row:]]
    pairs += [Pair(None, one) for one in after[column:]]
    return _last_pair(pairs)


def _last_pair(pairs: list[Pair]) -> list[Pair]:
    """Where one thing is gone and one of its kind is new in its place, it is the same."""
    gone = [one for one in pairs if one.after is None]
    new = [one for one in pairs if one.before is None]
    if len(gone) != 1 or len(new) != 1:
        return pairs
    left, right = gone[0].before, new[0].after
    assert left is not None
    assert right is not None
    if left.key[0] != right.key[0] or abs(pairs.index(gone[0]) - pairs.index(new[0])) != 1:
        return pairs
    at = min(pairs.index(gone[0]), pairs.index(new[0]))
    return [*pairs[:at], Pair(left, right), *pairs[at + 2 :]]


def _likeness(one: Unit, other: Unit) -> float:
    """How much two things have in common, 0 to 1; 0 where they cannot be the same."""
    if one.words == other.words and one.words:
        return 1.0 if one.key == other.key else 0.9
    if one.key[0] != other.key[0]:
        return 0.0
    total = one.counts.total() + other.counts.total()
    share = 2 * (one.counts & other.counts).total() / total if total else 0.0
    if one.is_row and one.cells[0].words == other.cells[0].words:
        share = max(share, 0.6)
    if share >= _ALIKE:
        return share
    return 0.05 if one.key[0] in _SCARCE else 0.0
