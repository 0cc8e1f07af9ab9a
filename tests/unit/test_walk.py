"""Whoever looks for words or pictures finds them in every kind of block, at any depth."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from exporter.adapt.easy_read import FirstUses, mark_first_uses
from exporter.adapt.furniture import credits_of
from exporter.checks import check
from exporter.compare import alternative_texts, editions_agree
from exporter.model import Box, Document, Figure, Item, List, Paragraph, PictureRow, Term, Text
from exporter.reports.evidence.pictures import uses
from exporter.source import Source
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from exporter.walk import (
    Change,
    blocks_within,
    changed,
    inlines_of,
    parts,
    pictures_of,
    plain_text,
    words_of,
)
from tests import build
from tests.any_block import BLOCKS, WORDS, block_of, pictures_in, words_in

PICTURE = replace(build.picture("poster", ""), credit="Drawn by Ada", licence="CC BY 4.0")
FIGURE = Figure(PICTURE)


def _document(kind: Any, deep: Any = None) -> Document:
    """A document whose only block holds a picture; with `deep` inside a block of that type."""
    inner = block_of(deep, FIGURE, PICTURE) if deep else FIGURE
    return build.document(block_of(kind, inner, PICTURE))


HOLDERS = [kind for kind in BLOCKS if list(pictures_in(block_of(kind, FIGURE, PICTURE)))]
EVERY_PAIR = [
    pytest.param(kind, deep, id=f"{kind.__name__}-{deep.__name__ if deep else 'figure'}")
    for kind in HOLDERS
    for deep in (None, *HOLDERS)
]


def test_there_are_blocks_that_hold_pictures() -> None:
    assert {kind.__name__ for kind in HOLDERS} >= {"Figure", "PictureRow", "Box", "List", "Table"}


def test_what_a_block_holds_is_found_once() -> None:
    box = block_of(Box, FIGURE, PICTURE)
    assert parts(box) is parts(box)
    assert parts(replace(box)) is not parts(box)


SOURCE = Source(name="x", title="x", language="en-GB")


@pytest.mark.parametrize(("kind", "deep"), EVERY_PAIR)
def test_a_picture_in_any_block_is_met_credited_and_compared(kind: Any, deep: Any) -> None:
    document = _document(kind, deep)
    there = list(pictures_in(document))
    assert list(pictures_of(document)) == there != []
    [credit] = credits_of(SOURCE, load_words("en-GB"), tuple(pictures_of(document))).blocks
    assert credit == Paragraph((Text("Drawn by Ada. CC BY 4.0."),))
    assert uses((document,)) == {"poster": {("1. First part", False): ["standard"]}}
    assert alternative_texts(document) == {"poster": ""}


@pytest.mark.parametrize(("kind", "deep"), EVERY_PAIR)
def test_a_picture_in_any_block_is_asked_for_its_alternative_text(kind: Any, deep: Any) -> None:
    document = _document(kind, deep)
    found = check(document, load_edition("standard"), SOURCE)
    asked = [one for one in found if one.code == "figure-alt-missing"]
    # the pictures of a row of easy read may only decorate: its words say the same
    rows = [one for one in blocks_within(document.sections[0].blocks) if type(one) is PictureRow]
    decorating = sum(len(row.pictures) for row in rows)
    # and of a chart that goes on over a page the first speaks for all
    figures = [one for one in blocks_within(document.sections[0].blocks) if type(one) is Figure]
    decorating += sum(len(one.more) for one in figures)
    assert len(asked) == len(list(pictures_in(document))) - decorating


@pytest.mark.parametrize("kind", HOLDERS)
def test_a_picture_in_any_block_says_the_same_in_every_edition(kind: Any) -> None:
    said, other = (
        build.document(block_of(kind, Figure(picture), picture), edition=edition)
        for edition, picture in (
            ("standard", replace(PICTURE, alt="A poster")),
            ("easy-read", replace(PICTURE, alt="A film")),
        )
    )
    layers = {"standard": ("body",), "easy-read": ("easy_read",)}
    found = editions_agree({"standard": said, "easy-read": other}, layers)
    assert [one.code for one in found if one.code == "picture-words-differ"] == [
        "picture-words-differ"
    ]


@pytest.mark.parametrize("kind", BLOCKS)
def test_the_words_of_any_block_are_found_each_once(kind: Any) -> None:
    inner = Paragraph((Text(WORDS),))
    block = block_of(kind, inner, PICTURE)
    computed = _computed(block)
    assert list(words_of(block)).count(WORDS) == words_in(block) - computed
    inlines = [one for each in blocks_within((block,)) for one in inlines_of(each)]
    assert all(one == Text(WORDS) for one in inlines)


def _computed(thing: Any) -> int:
    """Names of places and languages, addresses, numbers ("573"): texts, but no author's words."""
    mine = sum(
        words_in(getattr(one, name, ""))
        for one in blocks_within((thing,))
        for name in ("anchor", "number", "label_language", "heading_language", "url", "name")
    )
    return mine + sum(words_in(entry.anchor) for entry in getattr(thing, "entries", ()))


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_change_of_nothing_leaves_every_block_as_it_was(kind: Any) -> None:
    block = block_of(kind, FIGURE, PICTURE)
    assert changed(block, Change()) == block


@pytest.mark.parametrize("kind", BLOCKS)
def test_every_part_of_a_block_can_be_changed(kind: Any) -> None:
    block = block_of(kind, FIGURE, PICTURE)
    new = Paragraph((Text("New"),))
    change = Change(
        words=lambda _: (Text("new"),),
        blocks=lambda inside: tuple(
            one if one.__class__.__name__ == "Table" else new for one in inside
        ),
        picture=lambda picture: replace(picture, name="new"),
        name=lambda _: "new",
        anchor=lambda _: "new",
    )
    after = parts(changed(block, change))
    assert len(after.content) == len(parts(block).content)
    assert all(plain_text(words) == "new" for words in after.inlines)
    assert all(picture.name == "new" for picture in after.pictures)
    assert set(after.anchors) <= {"new"}


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_glossary_word_is_marked_once_in_any_block(kind: Any) -> None:
    inner = Paragraph((Text("A carer and a carer."),))
    block = block_of(kind, inner, PICTURE)
    if kind is Paragraph:
        block = inner
    uses = FirstUses({"carer": "carer"})
    [marked] = mark_first_uses((block,), uses)
    terms = [
        one for each in blocks_within((marked,)) for one in inlines_of(each)
        if isinstance(one, Term)
    ]  # fmt: skip
    there = any(one == inner for one in blocks_within((block,)))
    assert terms == [Term((Text("carer"),))] * there


def test_words_in_boxes_lists_and_definitions_are_met_in_the_order_of_reading() -> None:
    box = Box("note", "Note", (build.para("One"), List("bullet", (Item((build.para("Two"),)),))))
    assert list(words_of(box)) == ["Note", "One", "Two"]
