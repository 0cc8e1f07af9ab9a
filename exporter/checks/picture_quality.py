"""Rules on how pictures print: sharp, of the right shape, with words large enough."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.checks.placed_pictures import Placed, each_once, found_at
from exporter.checks.reading import Reading
from exporter.checks.rule import (
    FOR_INFORMATION,
    MUST_FIX,
    PLEASE_ANSWER,
    Finding,
    rule,
)
from exporter.checks.svg import smallest_words, stretched
from exporter.rules import EVERY_LANGUAGE

SHARP, TOO_COARSE = 150, 100
"""Pixels for each inch on the page: fine from 150, not to be printed under 100."""


def _pixels_an_inch(placed: Placed) -> float | None:
    if placed.picture.media == "svg" or not placed.width:
        return None
    return placed.picture.width / (placed.width / 72)


@rule(
    "picture-blurred",
    title="Pictures are sharp in print.",
    reason="A blurred picture must be guessed at.",
    to_do="Ask whoever made it for the original, which is often larger. A small picture that is "
    "made larger stays blurred.",
    cites=("S28 A", "S1 C"),
    languages=EVERY_LANGUAGE,
    easy_read=MUST_FIX,
    prints=PLEASE_ANSWER,
    needs="document",
)
def picture_blurred(reading: Reading) -> Iterator[Finding]:
    for placed in each_once(reading):
        sharpness = _pixels_an_inch(placed)
        if sharpness is not None and sharpness < TOO_COARSE:
            yield found_at(
                placed,
                f"“{placed.picture.name}” is blurred at this size: {sharpness:.0f} pixels an inch. "
                f"It needs {SHARP}, that is {placed.width / 72 * SHARP:.0f} pixels across.",
            )


@rule(
    "picture-soft",
    title=f"Pictures have {SHARP} pixels an inch on the page, best 200.",
    reason="Under that, edges look soft in print.",
    to_do="If you have a larger copy, use that.",
    cites=("S28 A", "S1 C"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=FOR_INFORMATION,
    needs="document",
)
def picture_soft(reading: Reading) -> Iterator[Finding]:
    for placed in each_once(reading):
        sharpness = _pixels_an_inch(placed)
        if sharpness is not None and TOO_COARSE <= sharpness < SHARP:
            yield found_at(
                placed,
                f"“{placed.picture.name}” has {sharpness:.0f} pixels an inch, so it looks soft.",
            )


@rule(
    "picture-distorted",
    title="Pictures keep their shape.",
    reason="A stretched face is not a face that one knows.",
    to_do="Export the picture again with its own proportions.",
    cites=("S-own",),
    languages=EVERY_LANGUAGE,
    easy_read=MUST_FIX,
    prints=PLEASE_ANSWER,
    needs="document",
)
def picture_distorted(reading: Reading) -> Iterator[Finding]:
    for placed in each_once(reading):
        share = stretched(placed.picture)
        if share > 0.02:
            yield found_at(
                placed, f"“{placed.picture.name}” is stretched by {share:.0%} in one direction."
            )


@rule(
    "picture-words-small",
    title="Words inside a picture are as large as the words around it.",
    reason="A chart in large print with small letters is not large print.",
    to_do="Draw it with larger letters, or say in the description what they say.",
    cites=("S16 B", "S40 A", "WCAG 1.4.5"),
    languages=EVERY_LANGUAGE,
    large_print=PLEASE_ANSWER,
    clear_print=FOR_INFORMATION,
    needs="document",
)
def picture_words_small(reading: Reading) -> Iterator[Finding]:
    assert reading.edition is not None
    least = 16.0 if reading.rules == "large-print" else 9.0
    for placed in each_once(reading):
        size = smallest_words(placed.picture)
        if size is not None and placed.picture.width:
            printed = size * placed.width / placed.picture.width
            if printed < least - 0.5:
                yield found_at(
                    placed,
                    f"Words in “{placed.picture.name}” are {printed:.0f} points high here; "
                    f"{least:.0f} is the least.",
                )


@rule(
    "picture-holds-words",
    title="The pictures of easy read hold no words.",
    reason="Two texts compete, and the words in the picture grow with nobody’s print.",
    to_do="Use a picture without words. Say the words beside it.",
    cites=("S4 B", "S19 B", "WCAG 1.4.5"),
    languages=EVERY_LANGUAGE,
    easy_read=FOR_INFORMATION,
    needs="document",
)
def picture_holds_words(reading: Reading) -> Iterator[Finding]:
    for placed in each_once(reading):
        if placed.role == "row" and smallest_words(placed.picture) is not None:
            yield found_at(placed, f"There are words in the picture “{placed.picture.name}”.")


@rule(
    "picture-first-only",
    title="A picture is one picture.",
    reason="Paper shows nothing that moves, and moving pictures tire many readers. Of a picture "
    "that moves, or of a file with several pages, the first one is shown in every format.",
    to_do="Look whether the first says enough. If another one says it better, save that as PNG. A "
    "film can be a link: README.md, “How to write”.",
    cites=("WCAG 2.2.2",),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="source",
)
def picture_first_only(reading: Reading) -> Iterator[Finding]:
    assert reading.source is not None
    for known in reading.source.pictures:
        if known.first_of:
            more = "moves" if known.first_of == "frames" else "has several pages"
            yield Finding(
                message=f"“{known.picture.name}” {more}. Only the first is shown.",
                place=known.place,
                words=known.picture.name,
            )
