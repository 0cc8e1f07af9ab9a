"""Who made a change, and what people wrote beside the words, with its place in the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporter.changes.aligning import Pair
from exporter.changes.change import Change
from exporter.changes.three_way import Compared
from exporter.changes.tracing import Comment, Traces
from exporter.changes.units import Unit
from exporter.diagnostics import NOWHERE
from exporter.saving.words import folded, tokens_of


def with_author(change: Change, every: Traces) -> Change:
    """A change with who made it, where it is tracked."""
    texts = [(change.old, change.new)]
    if change.theirs is not None and change.theirs.cells:
        texts += [(cell.text, cell.text) for cell in change.theirs.cells]
    elif change.kind == "row":
        texts += [(cell, cell) for cell in change.old.split(" | ")]
    for old, new in texts:
        trace = every.of(old, new)
        if trace is not None:
            return replace(change, author=trace.names, date=trace.date)
    return change


def remarks(written: Sequence[Comment], pairs: Sequence[Pair], compared: Compared) -> list[Change]:
    """Every comment, at the line of the words that it is about."""
    things = _Things(pairs, compared)
    told = []
    for comment in written:
        now = things.of(comment)
        told.append(
            Change(
                kind="comment",
                old=comment.about,
                new=comment.says,
                place=compared.sources.where(now) if now else NOWHERE,
                author=comment.author.name,
                date=comment.author.date,
                state="for a person",
                why="A person answers it.",
            )
        )
    return told


_MOST_GUESSED = 100
"""Comments whose words stand in no thing as they are; for so many the likest thing is sought."""


class _Things:
    """What stands in their file, with what each is in the source, or what stands before it."""

    def __init__(self, pairs: Sequence[Pair], compared: Compared) -> None:
        self._every = list(_things(pairs, compared))
        self._exact = {part.words: now for part, now in reversed(self._every) if part.words}
        self._guessed = 0

    def of(self, comment: Comment) -> Unit | None:
        """The thing that has the words around a comment, or nearly those: a file has words that
        are no thing's, as the page of a reference."""
        around = folded(comment.around)
        if around in self._exact or self._guessed == _MOST_GUESSED:
            return self._exact.get(around)
        self._guessed += 1
        wanted = Counter(one.folded for one in tokens_of(comment.around))
        best: tuple[float, Unit | None] = (_ALIKE, None)
        for part, now in self._every:
            total = part.counts.total() + wanted.total()
            share = 2 * (part.counts & wanted).total() / total if total else 0.0
            if share > best[0]:
                best = share, now
        return best[1]


_ALIKE = 0.5


def _things(pairs: Sequence[Pair], compared: Compared) -> Iterator[tuple[Unit, Unit | None]]:
    last: Unit | None = None
    for pair in pairs:
        if pair.after is None:
            continue
        parts = pair.after.parts()
        bases: tuple[Unit | None, ...] = (None,) * len(parts)
        if pair.before is not None and len(pair.before.parts()) == len(parts):
            bases = pair.before.parts()
        for part, base in zip(parts, bases, strict=True):
            last = (compared.now.get(id(base)) if base else None) or last
            yield part, last
