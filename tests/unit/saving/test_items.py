"""A row, an item or a key more, less or elsewhere; and the files that hold them."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.saving import (
    NotSaved,
    read_text,
    save,
    with_item,
    with_keys,
    with_moved_item,
    with_moved_key,
    without_item,
    without_keys,
)

TEXT = """\
sections: [one, two]
keywords:
  - care
  # about places
  - places   # all of them

tables:
  who:
    columns:
      who: Who
      what: What
    rows:
      - who: A
        what: |
          Words of A.

      # the second
      - who: B
        what: |
          Words of B,
          and more.
    show_as: rows
picture: none
"""
ROWS = ("tables", "who", "rows")


def test_an_item_is_typed_as_its_neighbours_are() -> None:
    assert with_item(TEXT, ("sections", 1), "half") == TEXT.replace("one, two", "one, half, two")
    assert with_item(TEXT, ("sections", 0), "zero, #") == TEXT.replace("[one", "['zero, #', one")
    assert with_item(TEXT, ("keywords", 1), "a: b") == TEXT.replace(
        "  - care\n", "  - care\n  - 'a: b'\n"
    )
    assert with_item(TEXT, ("keywords", 2), "last") == TEXT.replace(
        "all of them\n", "all of them\n  - last\n"
    )


def test_a_row_has_its_cells_below_bars_where_those_beside_it_have() -> None:
    made = with_item(TEXT, (*ROWS, 1), {"who": "*C", "what": "Words: of *C*."}, prose=True)
    new = "      - who: '\\*C'\n        what: |\n          Words: of \\*C\\*.\n"
    assert made == TEXT.replace("          Words of A.\n", f"          Words of A.\n{new}")
    last = with_item(TEXT, (*ROWS, 2), {"who": "C", "what": "Words."})
    assert last == TEXT.replace(
        "and more.\n", "and more.\n      - who: C\n        what: |\n          Words.\n"
    )


def test_an_item_or_a_key_is_taken_out_and_comments_stay() -> None:
    assert without_item(TEXT, (*ROWS, 0)) == TEXT.replace(
        "      - who: A\n        what: |\n          Words of A.\n", ""
    )
    assert without_item(TEXT, ("keywords", 1)) == TEXT.replace("  - places   # all of them\n", "")
    assert without_item(TEXT, ("picture",)) == TEXT.replace("picture: none\n", "")
    assert without_item(TEXT, (*ROWS, 0, "who")) == TEXT.replace(
        "      - who: A\n        what: |\n          Words of A.\n",
        "      - what: |\n          Words of A.\n",
    )
    with pytest.raises(NotSaved, match="by hand"):
        without_item("a:\n  - b: 1\n    # of c\n    c: 2\n", ("a", 0, "b"))
    with pytest.raises(NotSaved, match="left"):
        without_item("a:\n  - b\n", ("a", 0))


def test_an_item_moves_with_all_its_lines() -> None:
    made = with_moved_item(TEXT, (*ROWS, 0), 1)
    row = "      - who: A\n        what: |\n          Words of A.\n"
    assert made == TEXT.replace(row, "").replace("and more.\n", f"and more.\n{row}")
    assert with_moved_item(made, (*ROWS, 1), 0).replace("\n\n", "\n") != TEXT
    assert with_moved_item(TEXT, (*ROWS, 1), 1) == TEXT


def test_what_cannot_be_typed_so_is_refused_with_a_sentence() -> None:
    with pytest.raises(NotSaved, match="no list"):
        with_item(TEXT, ("nothing", 0), "x")
    with pytest.raises(NotSaved, match="beside"):
        with_item(TEXT, ("keywords", 7), "x")


def test_files_are_written_whole_all_or_none(tmp_path: Path) -> None:
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_bytes("\ufeffa: 1\r\n".encode())
    two.write_text("b: 1\n")
    before = {one: read_text(one), two: read_text(two)}
    after = {**before, one: before[one].with_text("a: 2\r\n")}
    assert save(before, after) == (one,)
    assert one.read_bytes() == "\ufeffa: 2\r\n".encode()
    two.write_text("b: 3\n")
    late = {one: before[one].with_text("a: 9\n"), two: before[two].with_text("b: 2\n")}
    with pytest.raises(NotSaved, match="somebody else"):
        save({one: read_text(one), two: before[two]}, late)
    assert one.read_bytes() == "\ufeffa: 2\r\n".encode()
    assert two.read_text() == "b: 3\n"


def test_keys_of_many_mappings_come_and_go_at_once_and_one_moves_among_those_beside_it() -> None:
    text = "a:\n  b: 1  # one\n  c: 2\nrows:\n  - {b: x, c: y}\n  - b: z\n    c: w\n"
    without = without_keys(text, [("a", "b"), ("rows", 0, "b"), ("rows", 1, "b")])
    assert without == "a:\n  c: 2\nrows:\n  - {c: y}\n  - c: w\n"
    back = with_keys(without, {("a", "b"): "1", ("rows", 0, "b"): "x, x", ("rows", 1, "b"): "z"})
    assert back == "a:\n  c: 2\n  b: '1'\nrows:\n  - {c: y, b: 'x, x'}\n  - c: w\n    b: z\n"
    assert with_moved_key(text, ("a", "c"), 0) == text.replace(
        "  b: 1  # one\n  c: 2\n", "  c: 2\n  b: 1  # one\n"
    )
    for asked in (("a", "d"), ("rows", 0)):
        with pytest.raises(NotSaved, match="nothing at this place"):
            with_moved_key(text, asked, 0)
    with pytest.raises(NotSaved, match="there already"):
        with_keys(text, {("a", "b"): "1"})
