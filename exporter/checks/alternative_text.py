"""Rules on alternative text: what a picture is for those who do not see it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from exporter.authored.rules import FIGURE_ALT_MISSING
from exporter.checks.placed_pictures import defined_at, each_once, found_at, placed_pictures
from exporter.checks.reading import Reading
from exporter.checks.rule import (
    MUST_FIX,
    PLEASE_ANSWER,
    Finding,
    finds,
    rule,
)
from exporter.diagnostics import short
from exporter.rules import ENGLISH, EVERY_LANGUAGE

LONGEST = 150


@finds(FIGURE_ALT_MISSING, needs="document")
def figure_alt_missing(reading: Reading) -> Iterator[Finding]:
    for placed in placed_pictures(reading):
        if placed.role == "figure" and not placed.picture.alt.strip():
            named = placed.label or f"“{placed.picture.name}”"
            yield found_at(placed, f"{named} has no alternative text.")


_FILE = re.compile(
    r"^[\w.-]+\.(?:png|jpe?g|svg|gif|webp|tiff?)$|^(?:IMG|DSC|image)[_ -]?\d+$", re.I
)


@rule(
    "alt-is-a-file-name",
    title="Alternative text is words, not the name of a file.",
    reason="“IMG underscore 2041 dot J P G” tells nobody anything.",
    to_do="Say what the picture shows.",
    cites=("S41 B", "WCAG 1.1.1"),
    languages=EVERY_LANGUAGE,
    easy_read=MUST_FIX,
    prints=MUST_FIX,
    needs="document",
)
def alt_is_a_file_name(reading: Reading) -> Iterator[Finding]:
    for placed in each_once(reading):
        if _FILE.match(placed.picture.alt.strip()):
            yield defined_at(
                reading,
                placed,
                f"The alternative text “{placed.picture.alt}” is a file name.",
                placed.picture.alt,
            )


_IMAGE_OF = re.compile(
    r"^(?:an? |the )?(?:image|picture|photo|photograph|graphic|icon|illustration|drawing|"
    r"screenshot)s? (?:of|showing|that shows|shows)\b\s*",
    re.IGNORECASE,
)


@rule(
    "alt-says-image-of",
    title="Alternative text does not begin with “image of”.",
    reason="A screen reader has said so already.",
    to_do="Begin with what is to be seen.",
    cites=("S41 B",),
    languages=ENGLISH,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="document",
)
def alt_says_image_of(reading: Reading) -> Iterator[Finding]:
    for placed in each_once(reading):
        alt = placed.picture.alt
        match = _IMAGE_OF.match(alt)
        if match:
            rest = alt[match.end() :]
            yield defined_at(
                reading,
                placed,
                f"The alternative text begins with “{match.group().strip()}”, which need not be "
                "said.",
                alt,
                rest[:1].upper() + rest[1:],
            )


@rule(
    "alt-too-long",
    title=f"Alternative text has {LONGEST} letters at most.",
    reason="It is read in one breath, and nobody can stop in the middle.",
    to_do="Keep one sentence. What is left can stand in the picture’s “description:”.",
    cites=("S41 B",),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="document",
)
def alt_too_long(reading: Reading) -> Iterator[Finding]:
    for placed in each_once(reading):
        length = len(placed.picture.alt)
        if length > LONGEST:
            message = f"This alternative text has {length} letters; {LONGEST} is the most."
            yield defined_at(reading, placed, message, placed.picture.alt)


_EMPTY = re.compile(
    r"^(?:an? |the |our )?(?:image|picture|photo|photograph|graphic|icon|logo|diagram|chart|graph|"
    r"figure|illustration|drawing|decorative|symbol|alt|text|untitled|placeholder)(?: \d+)?\.?$",
    re.IGNORECASE,
)


@rule(
    "alt-says-nothing",
    title="Alternative text says what this picture shows.",
    reason="“Diagram” could be said of every diagram.",
    to_do="Say what it shows: “Three steps: ask, listen, decide”. If it adds nothing to the words, "
    "write “decorative: true”.",
    cites=("S41 B", "WCAG 1.1.1"),
    languages=ENGLISH,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="document",
)
def alt_says_nothing(reading: Reading) -> Iterator[Finding]:
    for placed in each_once(reading):
        alt = placed.picture.alt
        if alt and (_EMPTY.match(alt.strip()) or not alt.strip()):
            message = f"The alternative text “{alt}” does not say what the picture shows."
            yield defined_at(reading, placed, message, alt)


def _alike(first: str, second: str) -> bool:
    one, two = (re.sub(r"\W+", " ", text).lower().strip() for text in (first, second))
    return bool(one) and SequenceMatcher(None, one, two).ratio() > 0.8


@rule(
    "alt-repeats-caption",
    title="Alternative text and caption say different things.",
    reason="Somebody who listens would hear the same sentence twice.",
    to_do="Let the alternative text say what is to be seen, and the caption what it means.",
    cites=("S41 B",),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="document",
)
def alt_repeats_caption(reading: Reading) -> Iterator[Finding]:
    for placed in placed_pictures(reading):
        if placed.role == "figure" and placed.words and _alike(placed.picture.alt, placed.words):
            message = f"The alternative text of “{placed.picture.name}” repeats the caption."
            yield found_at(placed, message, placed.picture.alt)


@rule(
    "alt-repeats-sentence",
    title="In easy read, alternative text adds something to the words beside the picture.",
    reason="A screen reader says both: “An email. You can email us.” Who listens to a whole "
    "document hears much of it twice.",
    to_do="Write “spoken: no” in the row, and only its words are read aloud. Or say in the "
    "alternative text what the picture adds.",
    cites=("S41 B",),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    needs="document",
)
def alt_repeats_sentence(reading: Reading) -> Iterator[Finding]:
    for placed in placed_pictures(reading):
        alt = placed.picture.alt
        if placed.role == "row" and (_alike(alt, placed.words) or _is_said(alt, placed.words)):
            message = f"The alternative text “{short(alt)}” only says again what the row says."
            yield found_at(placed, message, alt)


_WORD = re.compile(r"[^\W\d_]{4,}|\d+")
_STEM = 4
"""Letters by which a word is known in its other forms: email, emails; listen, listening."""


def _is_said(alt: str, words: str) -> bool:
    """Whether each word of some length in an alternative text is in the words too, in any form."""
    told = {word[:_STEM] for word in _WORD.findall(words.casefold())}
    asked = {word[:_STEM] for word in _WORD.findall(alt.casefold())}
    return bool(asked) and asked <= told
