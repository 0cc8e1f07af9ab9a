"""Every picture of a document where it stands, with the width that it will have on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from exporter.checks.reading import Reading
from exporter.checks.rule import Finding
from exporter.diagnostics import NOWHERE, Place
from exporter.edition import Edition, Theme
from exporter.known import known
from exporter.model import Block, Document, Figure, Picture, PictureRow, Section
from exporter.source import SourcePicture
from exporter.walk import blocks_within, parts, plain_text, sections_within

Role: TypeAlias = Literal["cover", "section", "row", "figure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A picture in its place. `width` in points is 0 where the edition does not show it."""

    picture: Picture
    role: Role
    width: float
    place: Place
    section: str = ""
    words: str = ""
    """The words beside or under it: of the row, or the caption."""
    label: str = ""


def placed_pictures(reading: Reading) -> tuple[Placed, ...]:
    """Every picture in reading order; one that is used twice comes twice."""
    assert reading.document is not None
    assert reading.edition is not None
    return _placed(reading.document, reading.edition)


@known
def _placed(document: Document, edition: Edition) -> tuple[Placed, ...]:
    return tuple(_in_order(document, edition.theme))


def _in_order(document: Document, theme: Theme) -> Iterator[Placed]:
    if document.cover:
        yield Placed(
            picture=document.cover, role="cover", width=theme.page.text_width * 0.7, place=NOWHERE
        )
    for section in sections_within(document.sections):
        if section.picture and theme.section_picture_width:
            yield Placed(
                picture=section.picture,
                role="section",
                width=theme.section_picture_width,
                place=section.place,
                section=section.anchor,
            )
        yield from _in_blocks(section, theme.page.text_width, theme.row_picture_width)


def at_the_end(reading: Reading) -> Iterator[Placed]:
    """The pictures that the program shows beside its own words after the last part."""
    assert reading.document is not None
    assert reading.edition is not None
    theme = reading.edition.theme
    for furniture in reading.document.end:
        for block in blocks_within(furniture.blocks):
            if isinstance(block, PictureRow):
                for picture in block.pictures:
                    yield Placed(
                        picture=picture, role="row", width=theme.row_picture_width,
                        place=NOWHERE, words=words_of_row(block),
                    )  # fmt: skip


def _in_blocks(section: Section, text_width: float, row_width: float) -> Iterator[Placed]:
    for block in blocks_within(section.blocks):
        # how a chart goes on over a page is told by its first picture
        pictures = (block.picture,) if isinstance(block, Figure) else parts(block).pictures
        if not pictures:
            continue
        place = block.place if block.place != NOWHERE else section.place
        row = isinstance(block, PictureRow)
        words = words_of_row(block) if isinstance(block, PictureRow) else _own_words(block)
        for picture in pictures:
            yield Placed(
                picture=picture,
                role="row" if row else "figure",
                width=row_width if row else text_width,
                place=place,
                section=section.anchor,
                words=words,
                label=block.label if isinstance(block, Figure) else "",
            )


def _own_words(block: Block) -> str:
    return " ".join(map(plain_text, parts(block).inlines))


def words_of_row(row: PictureRow) -> str:
    """The words beside the pictures of a row."""
    blocks = blocks_within(row.blocks)
    return " ".join(filter(None, (words for block in blocks for words in _words_of(block))))


def _words_of(block: Block) -> Iterator[str]:
    for part in parts(block).content:
        match part:
            case str():
                yield part
            case tuple():
                yield plain_text(part)
            case _:
                pass


def provenance(reading: Reading) -> dict[str, SourcePicture]:
    """What the author said of each picture, by its name."""
    if reading.source is None:
        return {}
    return {known.picture.name: known for known in reading.source.pictures}


def each_once(reading: Reading) -> Iterator[Placed]:
    """Each picture once, where it first stands."""
    seen: set[str] = set()
    for placed in placed_pictures(reading):
        if placed.picture.name not in seen:
            seen.add(placed.picture.name)
            yield placed


def defined_at(reading: Reading, placed: Placed, message: str, *words: str) -> Finding:
    """A finding about what the author wrote of a picture, told where that stands."""
    finding = found_at(placed, message, *words)
    known = provenance(reading).get(placed.picture.name)
    return replace(finding, place=known.place) if known and known.place != NOWHERE else finding


def found_at(placed: Placed, message: str, words: str = "", suggestion: str = "") -> Finding:
    return Finding(
        message=message,
        place=placed.place,
        section=placed.section,
        words=words or placed.picture.name,
        suggestion=suggestion,
    )
