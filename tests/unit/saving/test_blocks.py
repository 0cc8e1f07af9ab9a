"""A paragraph or an item more, less or elsewhere, in a text below a bar."""

from __future__ import annotations

import pytest

from exporter.saving import (
    NotSaved,
    Passage,
    Yaml,
    passage_at,
    with_block,
    with_moved_block,
    without_block,
)

TEXT = """\
heading: One
body: |
  First paragraph, which
  goes on.

  Second paragraph.

  - alpha
  - beta goes
    on
  - gamma

  1. one
  2. two

  ::: note Please note
  In a box.
  :::

  Last paragraph.

# a comment
picture: none
"""


def at(words: str, begins: str = "") -> Passage:
    line = next(n for n, one in enumerate(TEXT.split("\n"), 1) if (begins or words) in one)
    return passage_at(Yaml(TEXT), line, words)


def test_a_paragraph_is_put_below_another_one_or_above() -> None:
    first = at("First paragraph, which goes on.", "First")
    assert with_block(TEXT, first, "A * new one: it's here.", item=False) == TEXT.replace(
        "  Second", "  A \\* new one: it's here.\n\n  Second"
    )
    assert with_block(TEXT, first, "1. new", item=False, above=True) == TEXT.replace(
        "  First", "  1\\. new\n\n  First"
    )
    assert with_block(TEXT, at("Last paragraph."), "New.", item=False) == TEXT.replace(
        "Last paragraph.\n", "Last paragraph.\n\n  New.\n"
    )
    assert with_block(TEXT, at("In a box."), "New.", item=False) == TEXT.replace(
        "In a box.\n", "In a box.\n\n  New.\n"
    )


def test_an_item_has_the_sign_of_the_one_beside_it() -> None:
    assert with_block(TEXT, at("beta goes on", "beta"), "new", item=True) == TEXT.replace(
        "    on\n", "    on\n  - new\n"
    )
    assert with_block(TEXT, at("two", "2. two"), "three", item=True) == TEXT.replace(
        "  2. two\n", "  2. two\n  3. three\n"
    )
    with pytest.raises(NotSaved, match="no list"):
        with_block(TEXT, at("Second paragraph."), "new", item=True)


def test_a_paragraph_cannot_part_a_list() -> None:
    with pytest.raises(NotSaved, match="part a list"):
        with_block(TEXT, at("alpha"), "new", item=False)


def test_a_block_is_taken_out_with_one_of_the_empty_lines_around_it() -> None:
    assert without_block(TEXT, at("Second paragraph.")) == TEXT.replace(
        "  Second paragraph.\n\n", ""
    )
    assert without_block(TEXT, at("First paragraph, which goes on.", "First")) == TEXT.replace(
        "  First paragraph, which\n  goes on.\n\n", ""
    )
    assert without_block(TEXT, at("Last paragraph.")) == TEXT.replace("\n  Last paragraph.\n", "")
    assert without_block(TEXT, at("beta goes on", "beta")) == TEXT.replace(
        "  - beta goes\n    on\n", ""
    )


def test_a_text_never_loses_its_last_words() -> None:
    text = "body: |\n  Only one.\nz: 1\n"
    with pytest.raises(NotSaved, match="Nothing would be left"):
        without_block(text, passage_at(Yaml(text), 2, "Only one."))
    line = "summary: Only one line.\n"
    with pytest.raises(NotSaved, match="one line"):
        without_block(line, passage_at(Yaml(line), 1, "Only one line."))


def test_a_moved_block_keeps_its_lines() -> None:
    first, last = at("First paragraph, which goes on.", "First"), at("Last paragraph.")
    assert with_moved_block(TEXT, first, last) == TEXT.replace(
        "  First paragraph, which\n  goes on.\n\n", ""
    ).replace("  Last paragraph.\n", "  Last paragraph.\n\n  First paragraph, which\n  goes on.\n")
    assert with_moved_block(TEXT, last, first, above=True) == TEXT.replace(
        "\n  Last paragraph.\n", ""
    ).replace("  First", "  Last paragraph.\n\n  First")
    beta, gamma = at("beta goes on", "beta"), at("gamma")
    assert with_moved_block(TEXT, beta, gamma) == TEXT.replace(
        "  - beta goes\n    on\n  - gamma\n", "  - gamma\n  - beta goes\n    on\n"
    )


def test_ends_of_lines_are_those_of_the_file() -> None:
    text = TEXT.replace("\n", "\r\n")
    passage = passage_at(Yaml(text), 6, "Second paragraph.")
    made = with_block(text, passage, "New.", item=False)
    assert made == text.replace("  Second paragraph.\r\n", "  Second paragraph.\r\n\r\n  New.\r\n")
