"""A picture stands for one thing, wherever it is used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from exporter.checks.placed_pictures import Placed, at_the_end, found_at, placed_pictures
from exporter.checks.reading import Reading
from exporter.checks.rule import FOR_INFORMATION, PLEASE_ANSWER, Finding, rule
from exporter.checks.same_picture import alike
from exporter.diagnostics import short
from exporter.model import Picture
from exporter.rules import EVERY_LANGUAGE
from exporter.walk import sections_within

_WORD = re.compile(r"[^\W\d_]{4,}")
_EVERYWHERE = 5
"""A word beside a fifth of all pictures says nothing of one of them."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A picture in one place, and what it stands for there."""

    placed: Placed
    stands_for: str
    stems: frozenset[str]
    of_the_program: bool = False
    """Whether the program shows it beside words of its own, where an author can change neither."""


@rule(
    "picture-for-two-things",
    title="A picture stands for one thing in the whole document.",
    reason="Readers learn a picture like a word. If it stands beside another idea, they look there "
    "for the first one.",
    to_do="Choose another picture for one of the two: exporter pictures search WORD.",
    cites=("S1 C",),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=FOR_INFORMATION,
    needs="document",
)
def picture_for_two_things(reading: Reading) -> Iterator[Finding]:
    """Rows, ways to reach somebody, films, words of the glossary, figures, heads of parts, cover,
    and what the program shows beside its own words at the end.

    Two uses are of one thing if their words share a stem that few other uses have.
    """
    known: list[tuple[Picture, list[_Use]]] = []
    for use in _uses(reading):
        picture = use.placed.picture
        before = next((uses for one, uses in known if alike(one, picture)), None)
        if before is None:
            known.append((picture, [use]))
            continue
        if not any(use.stems & other.stems for other in before):
            message = (
                f"“{picture.name}” stands for two things: {_quoted(before[0])} and {_quoted(use)}."
            )
            at = before[0] if use.of_the_program else use
            yield found_at(at.placed, message, at.placed.words)
        before.append(use)


def _quoted(use: _Use) -> str:
    """What a picture stands for, in marks; without the full stop of a sentence."""
    return f"“{short(use.stands_for, 60).rstrip('.')}”"


def _uses(reading: Reading) -> tuple[_Use, ...]:
    """Every use that has words, in reading order."""
    assert reading.document is not None
    headings = {
        section.anchor: section.heading for section in sections_within(reading.document.sections)
    }
    told = []
    for placed in placed_pictures(reading):
        of_place = {"cover": reading.document.title, "section": headings.get(placed.section, "")}
        told.append((placed, of_place.get(placed.role, placed.words)))
    told = [(placed, words) for placed, words in told if words]
    ours = len(told)
    told += [(placed, placed.words) for placed in at_the_end(reading)]
    beside = [_stems(words, placed.picture.name) for placed, words in told]
    often = Counter(stem for stems in beside for stem in stems)
    most = max(_EVERYWHERE, len(told) / _EVERYWHERE)
    return tuple(
        _Use(placed, words, frozenset(s for s in stems if often[s] < most), index >= ours)
        for index, ((placed, words), stems) in enumerate(zip(told, beside, strict=True))
    )


def _stems(words: str, name: str) -> frozenset[str]:
    """The first letters of each longer word ("decide" and "decision" are one), and the word that a
    picture is called by, however short: "ask"."""
    called = {name} if name in re.findall(r"\w+", words.casefold()) else set()
    return frozenset(word[:5].casefold() for word in _WORD.findall(words)) | called
