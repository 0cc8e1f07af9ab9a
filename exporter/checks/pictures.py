"""Rules on pictures: one for every idea, sharp, with one meaning, and allowed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from exporter.checks.placed_pictures import Placed, each_once, found_at, words_of_row
from exporter.checks.reading import Reading
from exporter.checks.rule import (
    FOR_INFORMATION,
    MUST_FIX,
    PLEASE_ANSWER,
    Finding,
    rule,
)
from exporter.checks.same_picture import alike
from exporter.diagnostics import NOWHERE, Place
from exporter.drawings import meant_by
from exporter.model import Box, Paragraph, Picture, PictureRow, Section, Term
from exporter.rules import EVERY_LANGUAGE
from exporter.source import Source
from exporter.styles.concepts import ideas_without_symbol
from exporter.walk import blocks_within, plain_text, sections_within


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
    languages=EVERY_LANGUAGE,
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
            and not row.contact
            and not _DETAIL.search(words)
        ):
            yield Finding(
                message="This row has no picture.",
                place=place,
                section=section.anchor,
                words=words,
                suggestion=_drawing_for(row, reading.source),
            )


def _drawing_for(row: PictureRow, source: Source | None) -> str:
    """For a word of the glossary the lines of document.yaml that give it the drawing of the house
    for it, if there is one; its author decides."""
    first = row.blocks[0]
    explained = isinstance(first, Paragraph) and first.children[:1] and first.children[0]
    if source is None or not isinstance(explained, Term):
        return ""
    word = plain_text(explained.children).casefold()
    entry = next((one for one in source.glossary if one.word.casefold() == word), None)
    meaning = meant_by(word) if entry else None
    if entry is None or meaning is None:
        return ""
    name, known = meaning.name, {one.picture.name for one in source.pictures}
    alt = json.dumps(meaning.alt, ensure_ascii=False)
    drawn = f"pictures:\n  {name}:\n    drawing: {name}\n    alt: {alt}\n"
    return f"{'' if name in known else drawn}glossary:\n  {entry.name}:\n    picture: {name}"


@rule(
    "row-many-pictures",
    title="A row has one picture, or two if its idea has two parts.",
    reason="With three pictures nobody knows which words belong to which.",
    to_do="Make two rows of it, each with its own words.",
    cites=("S4 B", "S28 A"),
    languages=EVERY_LANGUAGE,
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
    languages=EVERY_LANGUAGE,
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


@rule(
    "picture-with-two-meanings",
    title="A picture always means the same thing.",
    reason="Readers learn a picture like a word. If it changes its meaning, they cannot trust it.",
    to_do="Choose another picture for one of the two, or give both the same alternative text.",
    cites=("S1 C",),
    languages=EVERY_LANGUAGE,
    easy_read=MUST_FIX,
    needs="document",
)
def picture_with_two_meanings(reading: Reading) -> Iterator[Finding]:
    different: list[Picture] = []
    for placed in each_once(reading):
        picture = placed.picture
        known = next((one for one in different if alike(one, picture)), picture)
        if known is picture:
            different.append(picture)
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
    to_do="Use one of the two in both places.",
    cites=("S1 C",),
    languages=EVERY_LANGUAGE,
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
        if known is not picture and not alike(known, picture):
            both = f"“{known.name}” and “{picture.name}”"
            yield found_at(placed, f"{both} are two pictures of one thing: “{picture.alt}”.")


@rule(
    "picture-styles-mixed",
    title="The pictures are of one kind.",
    reason="Photos beside cartoons look as if they came from two booklets, and distract.",
    to_do="Keep to photos, to drawings or to one set of symbols.",
    cites=("S4 B", "S1 C"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    needs="document",
)
def picture_styles_mixed(reading: Reading) -> Iterator[Finding]:
    kinds: dict[str, list[Placed]] = {}
    for placed in each_once(reading):
        if placed.role == "row":
            kinds.setdefault(_kind(placed.picture), []).append(placed)
    if len(kinds) > 1:
        counted = ", ".join(_counted(kind, len(several)) for kind, several in kinds.items())
        rarest = min(kinds.values(), key=len)
        yield found_at(
            rarest[0],
            f"The rows mix kinds of pictures: {counted}.",
            ", ".join(placed.picture.name for placed in rarest),
        )


def _counted(kind: str, number: int) -> str:
    """ "3 photos", "1 photo", "1 symbol of OpenMoji"."""
    return f"{number} " + (re.sub(r"s\b", "", kind, count=1) if number == 1 else kind)


def _kind(picture: Picture) -> str:
    """Photos, or the bank that a drawing comes from, or drawings of one's own."""
    if picture.media == "jpeg":
        return "photos"
    for bank in ("OpenMoji", "Mulberry", "ARASAAC", "Photosymbols", "Widgit", "Makaton"):
        if bank.lower() in f"{picture.credit} {picture.licence}".lower():
            return f"symbols of {bank}"
    return "drawings"


@rule(
    "picture-needs-a-real-one",
    title="Ideas such as “equal” or “rights” have a picture of the real people or place.",
    reason="No symbol says them well: scales say “law” to one reader and “kitchen” to another.",
    to_do="Ask your group for a photo or a drawing. Until then keep the symbol.",
    cites=("S4 B", "S-own"),
    languages=EVERY_LANGUAGE,
    easy_read=FOR_INFORMATION,
    needs="document",
)
def picture_needs_a_real_one(reading: Reading) -> Iterator[Finding]:
    for placed in each_once(reading):
        symbol = "openmoji" in placed.picture.credit.lower()
        if symbol and placed.picture.name.lower() in ideas_without_symbol():
            yield found_at(
                placed, f"“{placed.picture.name}” is a symbol, and a hard one to understand."
            )
