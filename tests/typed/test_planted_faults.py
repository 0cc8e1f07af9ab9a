"""One fault is planted in a Document: the second proof names it, at its file and line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from exporter.model import (
    Block,
    Box,
    Cell,
    Document,
    Figure,
    Inlines,
    Item,
    Link,
    List,
    Note,
    Paragraph,
    PictureRow,
    Section,
    Strong,
    Table,
    Text,
)
from tests.typed.folders import document_of, everything_in, proof_of, written

DOCUMENT = """\
title: How to take your tablets
subtitle: For you and your family
language: en-GB
version: "2"
date: 2026-11
cover: ring
keywords: [tablets]
description: What to do each day.
abbreviations: {GP: general practitioner}
contacts:
  main: {name: The clinic, phone: 01632 960123, post: [1 Mill Lane, Riverton]}
pictures:
  ring: {file: pictures/ring.svg, alt: A ring}
  post: {file: pictures/post.svg, alt: A letter, description: It lies on a mat.}
  phone: {file: pictures/phone.svg, alt: Somebody phones}
references:
  nesta: {cite: "Nesta, 2013", text: "Nesta (2013) *By us, for us*.", link: https://example.org/n}
glossary:
  side-effect: {meaning: Something else that a medicine does., easy: It can make you ill.}
"""
DAYS = """\
heading: Each day
picture: none
summary: Take one tablet in the morning.
body: |
  You must not take more than 2 tablets. See [](#side-effect) and [](#times), or
  [](#nesta), or
  [the map](https://example.org/map). Ask your GP[^why].

  1. Wash your hands.
  2. Drink some water.
  3. Swallow the tablet.

  > I never forget it.
  >
  > -- Ann, a patient

  ::: warning Stop and ask
  Stop if you feel ill.
  :::

  ::: table times
  When to take it.
  :::

  ::: figure post
  A letter for you.
  :::

  ::: contact main
  Here is who to ask.
  :::

  [^why]: A GP knows you.
tables:
  times:
    columns: {day: Day, when: When, much: How much}
    rows:
      - {day: Monday, when: In the morning, much: 1 tablet}
      - {day: Friday, when: In the evening, much: 2 tablets}
easy_read:
  - picture: ring
    text: You must not take too many. A side effect can hurt.
  - word: side-effect
  - picture: ring
    spoken: no
    text: Ask before you take more.
  - contact: main
"""
LISTS = """\
heading: Words and works
picture: none
body: |
  ::: glossary
  :::

  ::: references
  :::
easy_read: none
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("tablets"), DOCUMENT, days=DAYS, lists=LISTS)


def test_a_document_that_is_as_it_was_typed_has_no_finding_in_any_edition(folder: Path) -> None:
    assert everything_in(folder) == []


# ---- faults ------------------------------------------------------------------------------------

Spoil = Callable[[Document], Document]


def in_blocks(spoil: Callable[[Block], tuple[Block, ...]]) -> Spoil:
    """A fault in some block of the first section, at any depth of sections."""

    def section(one: Section) -> Section:
        blocks = tuple(made for block in one.blocks for made in spoil(block))
        return replace(one, blocks=blocks, sections=tuple(map(section, one.sections)))

    return lambda document: replace(document, sections=tuple(map(section, document.sections)))


def words_changed(old: str, new: str) -> Spoil:
    """A fault in the words of a paragraph."""

    def said(inlines: Inlines) -> Inlines:
        return tuple(
            Text(one.text.replace(old, new)) if isinstance(one, Text) else one for one in inlines
        )

    def spoil(block: Block) -> tuple[Block, ...]:
        if isinstance(block, Paragraph):
            return (replace(block, children=said(block.children)),)
        if isinstance(block, Box | PictureRow):
            return (replace(block, blocks=tuple(b for one in block.blocks for b in spoil(one))),)
        return (block,)

    return in_blocks(spoil)


def items_changed(change: Callable[[tuple[Item, ...]], tuple[Item, ...]]) -> Spoil:
    return in_blocks(
        lambda block: (
            replace(block, items=change(block.items))
            if isinstance(block, List) and block.style == "number"
            else block,
        )
    )


def cells_swapped(block: Block) -> tuple[Block, ...]:
    if not isinstance(block, Table):
        return (block,)
    first, second = block.rows
    rows = ((first[0], second[1], first[2]), (second[0], first[1], second[2]))
    return (replace(block, rows=rows),)


def cell_lost(block: Block) -> tuple[Block, ...]:
    if not isinstance(block, Table):
        return (block,)
    empty = Cell((Paragraph((Text("None"),)),))
    return (replace(block, rows=((*block.rows[0][:2], empty), block.rows[1])),)


def note_lost(document: Document) -> Document:
    sections = tuple(replace(section, notes=()) for section in document.sections)
    return replace(document, sections=sections)


def note_changed(document: Document) -> Document:
    first, *others = document.sections
    (note,) = first.notes
    changed = Note(note.number, note.anchor, (Text("A GP does not know you."),), note.place)
    return replace(document, sections=(replace(first, notes=(changed,)), *others))


def without(kind: type[Block]) -> Spoil:
    return in_blocks(lambda block: () if isinstance(block, kind) else (block,))


def sections_reversed(document: Document) -> Document:
    return replace(document, sections=document.sections[::-1])


def alt_changed(block: Block) -> tuple[Block, ...]:
    if not isinstance(block, Figure):
        return (block,)
    return (replace(block, picture=replace(block.picture, alt="A cat")),)


def link_changed(block: Block) -> tuple[Block, ...]:
    if not isinstance(block, Paragraph):
        return (block,)
    children = tuple(
        replace(one, url="https://elsewhere.example") if isinstance(one, Link) else one
        for one in block.children
    )
    return (replace(block, children=children),)


LOST, MADE_UP = "words-lost", "words-made-up"


def line_of(words: str) -> str:
    """Where these words were typed: file and line."""
    files = {"document.yaml": DOCUMENT, "sections/days.yaml": DAYS, "sections/lists.yaml": LISTS}
    (place,) = (
        f"{file}:{number}"
        for file, text in files.items()
        for number, line in enumerate(text.split("\n"), 1)
        if words in line
    )
    return place


FAULTS: dict[str, tuple[Spoil, str, str]] = {
    "a not is dropped": (
        words_changed("must not take more", "must take more"),
        LOST,
        "You must not take more",
    ),
    "a dose is changed": (words_changed("2 tablets", "3 tablets"), LOST, "You must not take more"),
    "two words are joined": (words_changed("than 2", "than2"), LOST, "You must not take more"),
    "an item is lost": (items_changed(lambda items: items[1:]), LOST, "1. Wash"),
    "an item is doubled": (items_changed(lambda items: (*items, items[1])), MADE_UP, ""),
    "two items are swapped": (
        items_changed(lambda items: (items[1], items[0], items[2])),
        LOST,
        "1. Wash",
    ),
    "two cells are swapped": (in_blocks(cells_swapped), LOST, "day: Monday"),
    "a cell is lost": (in_blocks(cell_lost), LOST, "day: Monday"),
    "a note is lost": (note_lost, LOST, "[^why]: A GP"),
    "a note is changed": (note_changed, LOST, "[^why]: A GP"),
    "a box is lost": (without(Box), LOST, "Stop if you feel"),
    "a picture is lost": (without(Figure), LOST, "alt: A letter"),
    "an alternative text is changed": (in_blocks(alt_changed), LOST, "alt: A letter"),
    "a table is lost": (without(Table), LOST, "day: Monday"),
    "sections change places": (sections_reversed, LOST, "heading: Words and works"),
    "a section is lost": (
        lambda document: replace(document, sections=document.sections[:1]),
        LOST,
        "heading: Words and works",
    ),
    "an address is changed": (in_blocks(link_changed), LOST, "You must not take more"),
    "the title is changed": (lambda d: replace(d, title="Tablets"), LOST, "title: How"),
    "the subtitle is lost": (lambda d: replace(d, subtitle=""), LOST, "subtitle:"),
    "the version is lost": (
        lambda d: replace(d, cover_lines=(), running=d.title),
        LOST,
        "version:",
    ),
    "a keyword is lost": (lambda d: replace(d, keywords=()), LOST, "keywords:"),
    "the description is lost": (lambda d: replace(d, description=""), LOST, "description: What"),
    "a sentence is added": (
        in_blocks(
            lambda b: (b, Paragraph((Text("Take it twice."),))) if isinstance(b, List) else (b,)
        ),
        MADE_UP,
        "",
    ),
    "a strong word is added": (
        in_blocks(
            lambda b: (
                replace(b, children=(*b.children, Strong((Text(" Never."),))))
                if isinstance(b, Paragraph)
                else b,
            )
        ),
        MADE_UP,
        "",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_the_fault_is_named_at_its_line(name: str, folder: Path) -> None:
    spoil, code, place = FAULTS[name]
    good = document_of(folder)
    bad = spoil(good)
    assert bad != good
    start = f"{folder.as_posix()}/"
    found = {
        (one.code, f"{one.place.file.removeprefix(start)}:{one.place.line}")
        for one in proof_of(folder, bad)
    }
    assert code in {one for one, _ in found}
    if place:
        assert (code, line_of(place)) in found


def test_a_not_that_is_dropped_in_easy_read_is_named(folder: Path) -> None:
    good = document_of(folder, "easy-read")
    bad = words_changed("must not take", "must take")(good)
    (one, *_) = proof_of(folder, bad)
    assert one.code == LOST
    assert f"sections/days.yaml:{one.place.line}" == line_of("text: You must not take too many")
    assert "must not take too many" in one.message
    assert "must take too many" in one.hint


def test_a_row_that_is_lost_or_stands_twice_is_named(folder: Path) -> None:
    good = document_of(folder, "easy-read")
    rows = in_blocks(lambda block: () if isinstance(block, PictureRow) else (block,))(good)
    assert {one.code for one in proof_of(folder, rows)} == {LOST}
    twice = in_blocks(lambda block: (block, block))(good)
    assert {one.code for one in proof_of(folder, twice)} == {MADE_UP}


def test_a_glossary_word_may_stand_in_the_meaning_of_a_word_before_it(tmp_path: Path) -> None:
    """Readers get the words sorted: “A side effect that hurts” comes before “Side effect”."""
    document = DOCUMENT + "  ache: {meaning: A side effect that hurts.}\n"
    days = DAYS.replace("Ask your GP", "An [](#ache) may come. Ask your GP")
    assert everything_in(written(tmp_path, document, days=days, lists=LISTS)) == []


def test_a_heading_of_numbers_is_not_taken_for_the_number_of_its_part(tmp_path: Path) -> None:
    """Part 2 is called “2 2”: readers get “2. 2 2”."""
    first = "heading: First\npicture: none\nbody: |\n  Words.\neasy_read: none\n"
    here = written(tmp_path, "title: T\nlanguage: en-GB", a=first, b=first.replace("First", "2 2"))
    assert everything_in(here) == []


def test_words_that_yaml_takes_for_a_comment_are_named_by_the_proof_too(tmp_path: Path) -> None:
    """The loader refuses such a line. Were it to let one through, this would not."""
    folder = written(tmp_path, DOCUMENT, days=DAYS, lists=LISTS)
    document = document_of(folder)
    file = folder / "sections/days.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("in the morning.", "in room #5.", 1), "utf-8")
    found = [one for one in proof_of(folder, document) if "#5." in one.message]
    assert [one.place.line for one in found] == [3]
    assert found[0].hint.endswith('Write  "Take one tablet in room #5."')


@pytest.mark.parametrize(
    "typed",
    [
        "'\n  .. ?\n  +\n  2. co-production",
        "a) + ”",
        "a\n\n  a. + dose",
        "a. - one two",
        "i. * one",
        "- A. B. Smith\n  - I. M. Pei",
        "::: question one\n  Who?\n\n  - A. B. Smith\n  - X. Y. Z.\n  :::",
        "::: note\n  A. B. Smith helps.\n  :::",
        "- Words\n\n    ::: note\n    - I.\n    - II. B. C.\n    :::",
        "1. One\n\n     ::: question yes-no\n     (a) D. H. Lawrence?\n     :::\n  2. Two",
    ],
)
def test_signs_alone_in_a_paragraph_are_signs_of_it(typed: str, tmp_path: Path) -> None:
    text = f"Start\n\n  {typed}\n\n  The end.\n"
    section = f"heading: First\npicture: none\nbody: |\n  {text}easy_read: none\n"
    here = written(tmp_path, "title: T\nlanguage: en-GB", a=section)
    (here / "pictures/ring.svg").unlink()
    assert everything_in(here) == []


@pytest.mark.parametrize("typed", ["C. difficile", "(b) one", "i. v. drip", "a)", "A. B. Smith"])
def test_what_begins_like_an_item_and_is_none_stands_in_a_cell(typed: str, tmp_path: Path) -> None:
    table = "tables:\n  t:\n    columns: {k: Key, v: Value}\n    rows:\n"
    rows = f"      - {{k: {typed}, v: x y}}\n      - {{k: One, v: {typed}}}\n"
    section = (
        "heading: First\npicture: none\neasy_read: none\nbody: |\n  ::: table t\n  Words\n  :::\n"
    )
    here = written(tmp_path, "title: T\nlanguage: en-GB", a=section + table + rows)
    (here / "pictures/ring.svg").unlink()
    assert everything_in(here) == []


def test_a_note_and_an_item_after_it_may_say_the_same(tmp_path: Path) -> None:
    text = "Come.[^n]\n\n  [^n]: Some words.\n\n  - Some words.\n  - Others.\n"
    section = f"heading: First\npicture: none\nbody: |\n  {text}easy_read: none\n"
    here = written(tmp_path, "title: T\nlanguage: en-GB", a=section)
    (here / "pictures/ring.svg").unlink()
    assert everything_in(here) == []
