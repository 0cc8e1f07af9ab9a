"""Rules on whose the pictures are, and on the people in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.checks.placed_pictures import defined_at, each_once, provenance
from exporter.checks.reading import Reading
from exporter.checks.rule import (
    FOR_INFORMATION,
    PLEASE_ANSWER,
    Finding,
    rule,
)
from exporter.rules import EVERY_LANGUAGE


@rule(
    "picture-licence-missing",
    title="Of every photo, and of every picture by somebody else, we know the licence.",
    reason="Whoever prints a picture must be allowed to. In two years nobody will remember.",
    to_do="Add to the picture in document.yaml who made it and what you may do with it, for "
    "example “credit: Photo by Ann Lee” and “licence: CC BY 4.0”.",
    cites=("S2 A", "S-idea B"),
    languages=EVERY_LANGUAGE,
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
            yield defined_at(reading, placed, f"“{picture.name}” has no {missing}.")


@rule(
    "pictures-drawn-by-you",
    title="Pictures without a credit are by the people who made the document.",
    reason="Of a picture without a credit the document says nothing: readers take it for yours.",
    to_do="If somebody else made one of them, add “credit:” and “licence:” to it.",
    cites=("S2 A", "S-own"),
    languages=EVERY_LANGUAGE,
    easy_read=FOR_INFORMATION,
    prints=FOR_INFORMATION,
    needs="source",
)
def pictures_drawn_by_you(reading: Reading) -> Iterator[Finding]:
    """Asked of the source and not of what an edition shows, so that it is told once."""
    assert reading.source is not None
    own = [
        known.picture.name
        for known in reading.source.pictures
        if known.picture.media == "svg"
        and not (known.drawing or known.source)
        and not (known.picture.credit or known.picture.licence)
    ]
    if own:
        which = "1 drawing" if len(own) == 1 else f"{len(own)} drawings"
        yield Finding(
            message=f"Nothing says who made {which} of this document.",
            words=", ".join(own),
        )


@rule(
    "photo-without-consent",
    title="The people in a photo have agreed to be shown.",
    reason="A photo tells who is ill, poor or disabled to everybody who knows the face. And it is "
    "theirs: they may say no, and they may change their mind.",
    to_do="Ask them, and add a line to the picture in document.yaml, for example “consent: all "
    "three, on paper, May 2026”. Or “consent: nobody is to be seen”.",
    cites=("UK GDPR 4 C",),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="source",
)
def photo_without_consent(reading: Reading) -> Iterator[Finding]:
    """Photos are JPEGs: drawings and symbols are not saved so. No program sees faces in them."""
    assert reading.source is not None
    for known in reading.source.pictures:
        said = known.consent.lower().strip(" .")
        if known.picture.media == "jpeg" and said in ("", "no", "false", "not yet", "none"):
            what = "has no record of consent" if not said else f"says “consent: {said}”"
            yield Finding(
                message=f"The photo “{known.picture.name}” {what}.",
                place=known.place,
                words=known.picture.name,
            )


_NOT_FREE = re.compile(r"\bNC\b|\bND\b|non-?commercial|no ?deriv|arasaac", re.IGNORECASE)


@rule(
    "picture-licence-narrow",
    title="The licence of a picture fits what you do with it.",
    reason="Under an NC licence nobody may sell the booklet; under ND nobody may change a picture.",
    to_do="If you sell the document, are paid for it or change the picture, ask its maker first, "
    "or choose another picture.",
    cites=("S-idea B",),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="document",
)
def picture_licence_narrow(reading: Reading) -> Iterator[Finding]:
    for placed in each_once(reading):
        match = _NOT_FREE.search(f"{placed.picture.licence} {placed.picture.credit}")
        if match:
            yield defined_at(
                reading,
                placed,
                f"The licence of “{placed.picture.name}” forbids some uses: "
                f"{placed.picture.licence or placed.picture.credit}.",
            )
