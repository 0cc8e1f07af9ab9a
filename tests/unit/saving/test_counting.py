"""Items of lists that count: one more, less or elsewhere, and the others say what they then are."""

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
body: |
  1. one
     goes on
  2. two
     - within
  3. three

  Between.

  4. four

  a) apple
  b) pear
  c) plum

  (ii) not from the beginning

  (iii) roman

  (iv) numeral

  1. same
  1. again
     - 9. deeper
       lines
     - 10. deepest

  A. Smith wrote this.
other: 4. words
"""


def at(words: str, begins: str = "", text: str = TEXT) -> Passage:
    line = next(n for n, one in enumerate(text.split("\n"), 1) if (begins or words) in one)
    return passage_at(Yaml(text), line, words)


def replaced(*pairs: tuple[str, str], text: str = TEXT) -> str:
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def test_the_items_after_a_new_one_count_on_and_so_does_a_list_that_goes_on() -> None:
    wanted = replaced(("3. three", "4. three"), ("4. four", "5. four"))
    new = replaced(("  4. three", "  3. new\n  4. three"), text=wanted)
    assert with_block(TEXT, at("three", "3. three"), "new", item=True, above=True) == new
    first = replaced(("1. one", "1. new\n  2. one"), ("2. two", "3. two"), text=wanted)
    assert with_block(TEXT, at("one goes on", "1. one"), "new", item=True, above=True) == first
    last = replaced(("  4. four\n", "  4. four\n  5. new\n"))
    assert with_block(TEXT, at("four", "4. four"), "new", item=True) == last


def test_letters_and_numerals_count_too() -> None:
    assert with_block(TEXT, at("pear", "b) pear"), "fig", item=True) == replaced(
        ("  c) plum", "  c) fig\n  d) plum")
    )
    assert with_block(TEXT, at("roman", "(iii)"), "more", item=True) == replaced(
        ("  (iv) numeral", "  (iv) more\n\n  (v) numeral")
    )


def test_signs_that_are_all_the_same_stay_so() -> None:
    assert with_block(TEXT, at("same", "1. same"), "new", item=True) == replaced(
        ("  1. same\n", "  1. same\n  1. new\n")
    )


def test_the_items_after_one_that_is_gone_close_up() -> None:
    assert without_block(TEXT, at("one goes on", "1. one")) == replaced(
        ("  1. one\n     goes on\n", ""),
        ("2. two", "1. two"),
        ("3. three", "2. three"),
        ("4. four", "3. four"),
    )
    assert without_block(TEXT, at("plum", "c) plum")) == replaced(("  c) plum\n", ""))


def test_an_item_that_moves_counts_where_it_stands() -> None:
    one, three, four = (
        at("one goes on", "1. one"),
        at("three", "3. three"),
        at("four", "4. four"),
    )
    assert with_moved_block(TEXT, three, one, above=True) == replaced(
        ("  3. three\n", ""),
        ("2. two", "3. two"),
        ("  1. one", "  1. three\n  2. one"),
    )
    assert with_moved_block(TEXT, one, four) == replaced(
        ("  1. one\n     goes on\n", ""),
        ("2. two", "1. two"),
        ("3. three", "2. three"),
        ("4. four\n", "3. four\n  4. one\n     goes on\n"),
    )
    assert with_moved_block(TEXT, one, at("roman", "(iii)")) == replaced(
        ("  1. one\n     goes on\n", ""),
        ("2. two", "1. two"),
        ("3. three", "2. three"),
        ("4. four", "3. four"),
        ("  (iv) numeral", "  (iv) one\n       goes on\n\n  (v) numeral"),
    )


def test_further_lines_of_an_item_stand_under_its_words_when_its_number_grows() -> None:
    text = "body: |\n" + "".join(f"  {n}. w{n}\n     - in {n}\n" for n in range(7, 11))
    text = text.replace("     - in 10", "      - in 10")
    made = with_block(text, at("w8", "8. w8", text), "new", item=True, above=True)
    assert "  8. new\n  9. w8\n     - in 8\n  10. w9\n      - in 9\n  11. w10\n      - in" in made
    again = without_block(made, at("new", "8. new", made))
    assert again == text


def test_what_is_out_of_order_or_no_list_is_for_a_person() -> None:
    text = "body: |\n  1. one\n  3. three\n"
    with pytest.raises(NotSaved, match="not in order"):
        with_block(text, at("one", "1. one", text), "new", item=True)
    quoted = "body: |\n  > 1. one\n  > 2. two\n"
    with pytest.raises(NotSaved):
        with_block(quoted, at("one", "1. one", quoted), "new", item=True)
    letters = "body: |\n" + "".join(f"  {chr(97 + n)}) w{n}\n" for n in range(26))
    with pytest.raises(NotSaved, match="more items"):
        with_block(letters, at("w3", ") w3", letters), "new", item=True)
