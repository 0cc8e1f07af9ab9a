"""Rules on pictures: one for every idea, sharp, with one meaning, and allowed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.checks.placed_pictures import Placed, placed_pictures, provenance, words_of_row
from exporter.checks.reading import Reading
from exporter.checks.rule import (
    FOR_INFORMATION,
    MUST_FIX,
    PLEASE_ANSWER,
    Finding,
    rule,
)
from exporter.checks.same_picture import likeness
from exporter.checks.svg import smallest_words, stretched
from exporter.diagnostics import NOWHERE, Place
from exporter.model import Box, Picture, PictureRow, Section
from exporter.walk import blocks_within, sections_within


def _rows(reading: Reading) -> Iterator[tuple[Section, PictureRow, Place]]:
    assert reading.document is not None
    for section in sections_within(reading.document.sections):
        for block in blocks_within(section.blocks):
            if isinstance(block, PictureRow):
                yield section, block, block.place if block.place != NOWHERE else section.place


_DETAIL = re.compile(
    r"@|https?://|www\.|\b\d[\d ]{6,}\d\b|\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|\b\d{1,2}:\d{2}\b"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" \d{4}\b"
)


@rule(
    "row-without-picture",
    title="Every idea of easy read has a picture.",
    reason="The picture is how many readers get into the words.",
    to_do="Choose a picture: exporter pictures search WORD. An address or a date needs none.",
    cites=("S4 B", "S28 A"),
    easy_read=PLEASE_ANSWER,
    needs="document",
)
def row_without_picture(reading: Reading) -> Iterator[Finding]:
    for section, row, place in _rows(reading):
        words = words_of_row(row)
        known = any(isinstance(block, Box) for block in row.blocks)
        if (
            not row.pictures
            and not row.number
            and words
            and not known
            and not _DETAIL.search(words)
        ):
            yield Finding(
                message="This row has no picture.",
                place=place,
                section=section.anchor,
                words=words,
            )


@rule(
    "row-many-pictures",
    title="A row has one picture, or two if its idea has two parts.",
    reason="With three pictures nobody knows which words belong to which.",
    to_do="Make two rows of it.",
    cites=("S4 B", "S28 A"),
    easy_read=PLEASE_ANSWER,
    needs="document",
)
def row_many_pictures(reading: Reading) -> Iterator[Finding]:
    for section, row, place in _rows(reading):
        if len(row.pictures) > 2:
            yield Finding(
                message=f"This row has {len(row.pictures)} pictures.",
                place=place,
                section=section.anchor,
                words=words_of_row(row),
            )


@rule(
    "row-without-words",
    title="Every picture of easy read has words beside it.",
    reason="Pictures help with words. Alone, everybody sees something else in them.",
    to_do="Write one short sentence.",
    cites=("S4 B", "S28 A"),
    easy_read=MUST_FIX,
    needs="document",
)
def row_without_words(reading: Reading) -> Iterator[Finding]:
    for section, row, place in _rows(reading):
        if row.pictures and not words_of_row(row):
            yield Finding(
                message="This row has a picture and no words.",
                place=place,
                section=section.anchor,
                words=", ".join(picture.name for picture in row.pictures),
            )


def each_once(reading: Reading) -> Iterator[Placed]:
    """Each picture once, where it first stands."""
    seen: set[str] = set()
    for placed in placed_pictures(reading):
        if placed.picture.name not in seen:
            seen.add(placed.picture.name)
            yield placed


@rule(
    "picture-with-two-meanings",
    title="A picture always means the same thing.",
    reason="Readers learn a picture like a word. If it changes its meaning, they can not trust it.",
    to_do="Choose another picture for one of the two, or give both the same alternative text.",
    cites=("S1 C",),
    easy_read=MUST_FIX,
    needs="document",
)
def picture_with_two_meanings(reading: Reading) -> Iterator[Finding]:
    first: dict[str, Picture] = {}
    for placed in each_once(reading):
        picture = placed.picture
        known = first.setdefault(likeness(picture), picture)
        if known.alt and picture.alt and known.alt.lower() != picture.alt.lower():
            yield found_at(
                placed,
                f"“{picture.name}” and “{known.name}” are the same picture with two meanings: "
                f"“{picture.alt}” and “{known.alt}”.",
            )


@rule(
    "meaning-with-two-pictures",
    title="The same thing always has the same picture.",
    reason="A new picture says: here is something new.",
    to_do="Use the first picture again.",
    cites=("S1 C",),
    easy_read=PLEASE_ANSWER,
    needs="document",
)
def meaning_with_two_pictures(reading: Reading) -> Iterator[Finding]:
    first: dict[str, Picture] = {}
    for placed in each_once(reading):
        picture = placed.picture
        if not picture.alt or placed.role == "cover":
            continue
        known = first.setdefault(picture.alt.lower().strip(" ."), picture)
        if known is not picture and likeness(known) != likeness(picture):
            yield found_at(
                placed, f"“{picture.name}” and “{known.name}” show the same: “{picture.alt}”."
            )


def found_at(placed: Placed, message: str, words: str = "", suggestion: str = "") -> Finding:
    return Finding(
        message=message,
        place=placed.place,
        section=placed.section,
        words=words or placed.picture.name,
        suggestion=suggestion,
    )


@rule(
    "picture-styles-mixed",
    title="The pictures are of one kind.",
    reason="Photos beside cartoons look as if they came from two booklets, and distract.",
    to_do="Keep to photos, to drawings or to one set of symbols.",
    cites=("S4 B", "S1 C"),
    easy_read=PLEASE_ANSWER,
    needs="document",
)
def picture_styles_mixed(reading: Reading) -> Iterator[Finding]:
    kinds: dict[str, list[Placed]] = {}
    for placed in each_once(reading):
        if placed.role == "row":
            kinds.setdefault(_kind(placed.picture), []).append(placed)
    if len(kinds) > 1:
        counted = ", ".join(f"{len(several)} {kind}" for kind, several in kinds.items())
        rarest = min(kinds.values(), key=len)
        yield found_at(
            rarest[0],
            f"The rows mix kinds of pictures: {counted}.",
            ", ".join(placed.picture.name for placed in rarest),
        )


def _kind(picture: Picture) -> str:
    """Photos, or the bank that a drawing comes from, or drawings of one's own."""
    if picture.media == "jpeg":
        return "photos"
    for bank in ("OpenMoji", "Mulberry", "ARASAAC", "Photosymbols", "Widgit", "Makaton"):
        if bank.lower() in f"{picture.credit} {picture.licence}".lower():
            return f"symbols of {bank}"
    return "drawings"


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
    to_do="Find the picture in a larger size.",
    cites=("S28 A", "S1 C"),
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
                f"“{placed.picture.name}” has {sharpness:.0f} pixels for an inch. "
                f"It needs {SHARP}, that is {placed.width / 72 * SHARP:.0f} pixels across.",
            )


@rule(
    "picture-soft",
    title=f"Pictures have {SHARP} pixels for each inch on the page, best 200.",
    reason="Under that, edges look soft in print.",
    to_do="If you have it larger, use the larger one.",
    cites=("S28 A", "S1 C"),
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
                f"“{placed.picture.name}” has {sharpness:.0f} pixels for an inch, and is soft.",
            )


@rule(
    "picture-distorted",
    title="Pictures keep their shape.",
    reason="A stretched face is not a face that one knows.",
    to_do="Export the picture again with its own proportions.",
    cites=("S-own",),
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
    easy_read=FOR_INFORMATION,
    needs="document",
)
def picture_holds_words(reading: Reading) -> Iterator[Finding]:
    for placed in each_once(reading):
        if placed.role == "row" and smallest_words(placed.picture) is not None:
            yield found_at(placed, f"There are words in the picture “{placed.picture.name}”.")


@rule(
    "picture-licence-missing",
    title="Of every photo, and of every picture by somebody else, we know the licence.",
    reason="Whoever prints a picture must be allowed to. In two years nobody will remember.",
    to_do="Add “credit:” and “licence:” to the picture in document.yaml.",
    cites=("S2 A", "S-idea B"),
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="document",
)
def picture_licence_missing(reading: Reading) -> Iterator[Finding]:
    known = provenance(reading)
    for placed in each_once(reading):
        picture = placed.picture
        said = known.get(picture.name)
        foreign = picture.media != "svg" or bool(picture.credit) or bool(said and said.source)
        if foreign and not (picture.credit and picture.licence):
            missing = " and ".join(
                word
                for word, value in (("credit", picture.credit), ("licence", picture.licence))
                if not value
            )
            yield found_at(placed, f"“{picture.name}” has no {missing}.")


@rule(
    "pictures-drawn-by-you",
    title="Pictures without a credit are your own.",
    reason="The document says “the pictures were drawn for this document”. That should be true.",
    to_do="If somebody else made one of them, add “credit:” and “licence:” to it.",
    cites=("S2 A", "S-own"),
    easy_read=FOR_INFORMATION,
    prints=FOR_INFORMATION,
    needs="document",
)
def pictures_drawn_by_you(reading: Reading) -> Iterator[Finding]:
    known = provenance(reading)
    own = []
    for placed in each_once(reading):
        said = known.get(placed.picture.name)
        drawn = placed.picture.media == "svg" and not (said and said.source)
        if drawn and not placed.picture.credit and not placed.picture.licence:
            own.append(placed)
    if own:
        yield found_at(
            own[0],
            f"{len(own)} drawings name nobody who made them, so the document says that they were "
            "drawn for it.",
            ", ".join(placed.picture.name for placed in own),
        )


_NOT_FREE = re.compile(r"\bNC\b|\bND\b|non-?commercial|no ?deriv|arasaac", re.IGNORECASE)


@rule(
    "picture-licence-narrow",
    title="The licence of a picture fits what you do with it.",
    reason="Under an NC licence nobody may sell the booklet; under ND nobody may change the picture.",
    to_do="Ask the maker, or choose another picture, if you sell, are paid for it, or change it.",
    cites=("S-idea B",),
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="document",
)
def picture_licence_narrow(reading: Reading) -> Iterator[Finding]:
    for placed in each_once(reading):
        match = _NOT_FREE.search(f"{placed.picture.licence} {placed.picture.credit}")
        if match:
            yield found_at(
                placed,
                f"The licence of “{placed.picture.name}” does not allow everything: "
                f"{placed.picture.licence or placed.picture.credit}.",
            )
