"""Who made a change, and what people wrote beside the words, with its place in the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from exporter.changes.aligning import Pair
from exporter.changes.change import Change
from exporter.changes.three_way import Compared
from exporter.changes.tracing import Comment, Trace, authors_of
from exporter.changes.units import Unit
from exporter.diagnostics import NOWHERE
from exporter.saving.words import folded, tokens_of


def with_author(change: Change, every: Sequence[Trace]) -> Change:
    """A change with who made it, where it is tracked."""
    texts = [(change.old, change.new)]
    if change.theirs is not None and change.theirs.cells:
        texts += [(cell.text, cell.text) for cell in change.theirs.cells]
    elif change.kind == "row":
        texts += [(cell, cell) for cell in change.old.split(" | ")]
    for old, new in texts:
        trace = authors_of(old, new, every)
        if trace is not None:
            return replace(change, author=trace.names, date=trace.date)
    return change


def remarks(written: Sequence[Comment], pairs: Sequence[Pair], compared: Compared) -> list[Change]:
    """Every comment, at the line of the words that it is about."""
    things = list(_their_things(pairs, compared))
    told = []
    for comment in written:
        now = _thing_of(comment, things)
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


def _their_things(pairs: Sequence[Pair], compared: Compared) -> list[tuple[str, Unit | None]]:
    """The words of each thing in their file, with where it is now, or what stands before it."""
    found: list[tuple[str, Unit | None]] = []
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
            found.append((part.words, last))
    return found


def _thing_of(comment: Comment, things: Sequence[tuple[str, Unit | None]]) -> Unit | None:
    """The thing that has the words around a comment, or nearly those: a file has words that are
    no thing's, as the page of a reference."""
    around = folded(comment.around)
    for words, unit in things:
        if words == around and words:
            return unit
    wanted = Counter(one.folded for one in tokens_of(comment.around))
    best: tuple[float, Unit | None] = (0.5, None)
    for words, unit in things:
        counts = Counter(one.folded for one in tokens_of(words))
        total = sum(counts.values()) + sum(wanted.values())
        share = 2 * sum((counts & wanted).values()) / total if total else 0.0
        if share > best[0]:
            best = share, unit
    return best[1]
