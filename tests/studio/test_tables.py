"""A table is begun with a button, filled from a spreadsheet, and given other rows and columns."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from exporter.authored.located import Path
from exporter.checking import check_documents
from exporter.saving import NotSaved, Yaml
from exporter.studio.desk import Desk
from exporter.studio.grids.beginning import new_table
from exporter.studio.grids.filling import filled
from exporter.studio.grids.placing import Thing, placed
from exporter.studio.grids.shaping import Shaper
from exporter.styles.words import load_words
from tests.studio.conftest import FILE, NAME

WORDS = load_words("en-GB")
TABLE = ("tables", "welcome-table")
CELLS = "Day\tWhat\tWhere\nMonday\tTea\tHall\n1. May\t_x_\t\nFriday\t\tThe garden, if it is dry\n"


def on_disk(desk: Desk) -> str:
    return (desk.sources / NAME / FILE).read_text("utf-8")


def begin(browser: TestClient, **asked: str) -> str:
    sent = {"file": FILE, "field": "body", "at": "0", **asked}
    return browser.post(f"/d/{NAME}/table", data=sent).headers["location"]


def fill(browser: TestClient, text: str, row: str = "-1", column: str = "0") -> str:
    sent = {"file": FILE, "table": ".".join(TABLE), "row": row, "column": column, "text": text}
    return browser.post(f"/d/{NAME}/grid", data=sent).headers["location"]


def begun(text: str, field: Path, name: str, at: int | None = None) -> str:
    thing = Thing("tables", name, new_table(WORDS), WORDS("new-table-caption"))
    return placed(text, field, thing, at)


def found(desk: Desk) -> set[tuple[str, str]]:
    checked = check_documents(desk.sources, desk.styles, (NAME,), ())
    return {(one.code, one.message) for one in checked.findings}


def test_a_table_is_begun_and_nothing_is_found_in_it_and_one_step_takes_it_back(
    desk: Desk, browser: TestClient
) -> None:
    before, faults = on_disk(desk), found(desk)
    there = begin(browser)
    assert there.startswith(f"/d/{NAME}/s/welcome?line=")
    assert "wrong" not in there
    after = on_disk(desk).splitlines()
    assert [one for one in before.splitlines() if one not in after] == []
    page = browser.get(there).text
    assert 'data-go="tables.welcome-table.columns.first"' in page
    assert "Row 1</textarea>" in page
    assert found(desk) == faults
    desk.undo(NAME)
    assert on_disk(desk) == before


def test_what_is_pasted_fills_header_and_cells_and_the_table_grows(
    desk: Desk, browser: TestClient
) -> None:
    faults = found(desk)
    begin(browser)
    small = on_disk(desk)
    assert "wrong" not in fill(browser, CELLS)
    section = next(one for one in desk.view(NAME).loaded.source.sections if one.name == "welcome")  # type: ignore[union-attr]
    (table,) = section.tables
    assert [words for _, words in table.columns] == ["Day", "What", "Where"]
    assert len(table.rows) == 3
    text = on_disk(desk)
    for words in ("Monday", "Tea", "Hall", "Friday", "The garden, if it is dry"):
        assert words in text
    assert "Row 1" not in text
    assert {code for code, _ in found(desk) - faults} == set()
    desk.undo(NAME)
    assert on_disk(desk) == small


@pytest.mark.parametrize(
    ("copied", "cells"),
    [
        ('"Tea" is\tat 3', ['"Tea" is', "at 3"]),
        ('"Tea\nand ""cake"""\tat 3', ['Tea and "cake"', "at 3"]),
        ('6" plates\t8" plates', ['6" plates', '8" plates']),
        ('"Tea\tat 3', ['"Tea', "at 3"]),
    ],
)
def test_quotation_marks_that_end_no_cell_are_words_of_it(
    desk: Desk, browser: TestClient, copied: str, cells: list[str]
) -> None:
    begin(browser)
    assert "wrong" not in fill(browser, copied, row="0")
    said = {one.path: one.value for one in Yaml(on_disk(desk)).scalars}
    assert [said[(*TABLE, "rows", 0, key)] for key in ("first", "second")] == cells


def test_a_cell_further_down_keeps_those_above_and_beside_it(desk: Desk) -> None:
    text = begun("heading: A\nbody: One.\n", ("body",), "t")
    made = filled(text, ("tables", "t"), 1, 1, [["a: b", "c"], ["d"]], WORDS)
    assert made.startswith(text[: text.index("    rows:")].replace(
        "      second: Column 2\n", "      second: Column 2\n      column-3: Column 3\n"
    ))  # fmt: skip
    assert made.endswith(
        "      - first: Row 1\n        second: Words of this cell\n        column-3: None\n"
        "      - first: Row 2\n        second: 'a: b'\n        column-3: c\n"
        "      - first: None\n        second: d\n        column-3: None\n"
    )


def test_every_cell_of_a_long_table_is_another_and_comments_and_quotation_marks_stay() -> None:
    rows = "".join(f"      - {{a: x{at}, b: 'y'}}  # row {at}\n" for at in range(99))
    text = f"heading: A\ntables:\n  t:\n    columns: {{a: A, b: B}}\n    rows:\n{rows}"
    made = filled(text, ("tables", "t"), 0, 0, [[f"{at}, new", "z"] for at in range(99)], WORDS)
    typed = "".join(f"      - {{a: '{at}, new', b: z}}  # row {at}\n" for at in range(99))
    assert made == text.replace(rows, typed)
    wider = filled(made, ("tables", "t"), 0, 1, [["z", "c"]], WORDS)
    assert wider.count(", column-3: None}") == 98
    assert "{a: '0, new', b: z, column-3: c}  # row 0\n" in wider
    with pytest.raises(NotSaved, match="at most 20 columns"):
        filled(made, ("tables", "t"), 0, 0, [["c"] * 21], WORDS)


@pytest.mark.parametrize(
    ("body", "at", "after"),
    [
        ("One.\n\nTwo.", 0, "One."),
        ("One.\n\nTwo.", 5, "One.\n\nTwo."),
        ("- a\n\n- b\n\n  more\n\nTwo.", 1, "- a\n\n- b\n\n  more"),
        ("::: note\nIn it.\n\nMore.\n:::\n\nTwo.", 10, "::: note\nIn it.\n\nMore.\n:::"),
        ("```\na\n\nb\n```\n\nTwo.", 4, "```\na\n\nb\n```"),
        ("One.\n\nTwo.", None, "One.\n\nTwo."),
        ("a. One.\n\nb. Two.\n\nThree.", 1, "a. One.\n\nb. Two."),
        ("(i) One.\n\n(ii) Two.\n\nThree.", 1, "(i) One.\n\n(ii) Two."),
        ("One.\n\nA. Smith says so.", 1, "One."),
    ],
)  # fmt: skip
def test_it_stands_below_the_block_in_which_somebody_writes(
    body: str, at: int | None, after: str
) -> None:
    lines = "".join(f"  {line}\n" if line else "\n" for line in body.split("\n"))
    made = begun(f"heading: A\nbody: |\n{lines}", ("body",), "t", at)
    whole = "".join(f"  {line}\n" if line else "\n" for line in after.split("\n"))
    assert f"heading: A\nbody: |\n{whole}\n  ::: table t\n" in made


def test_a_second_table_has_another_name_and_stands_below_the_first(
    desk: Desk, browser: TestClient
) -> None:
    begin(browser)
    begin(browser, at="")
    text = on_disk(desk)
    assert text.index("\n  welcome-table:\n") < text.index("\n  welcome-table-2:\n")
    assert desk.view(NAME).faults == ()


def test_words_that_wait_come_first(desk: Desk, browser: TestClient) -> None:
    before = on_disk(desk)
    desk.put(NAME, FILE, "body", "See [this](#nowhere).", None)
    assert "First+put+right" in begin(browser)
    assert on_disk(desk) == before


def test_what_no_page_of_ours_asks_and_too_much_is_told_and_changes_nothing(
    desk: Desk, browser: TestClient
) -> None:
    begin(browser)
    before = on_disk(desk)
    for asked in ({"field": "heading"}, {"field": "sections.7.body"}, {"at": "-1"}, {"at": "²"},
                  {"file": "document.yaml"}, {"file": "../x.yaml"}):  # fmt: skip
        answer = browser.post(
            f"/d/{NAME}/table", data={"file": FILE, "field": "body", "at": "0", **asked}
        )
        assert answer.status_code == 404 or "wrong=yes" in answer.headers["location"], asked
    for place in (("-2", "0"), ("2", "0"), ("0", "2"), ("0", "-1"), ("x", "0")):
        assert "wrong=yes" in fill(browser, "a\tb", *place), place
    for text in ("a\n" * 101, "a\t" * 21, "a" * 200_000):
        assert "wrong=yes" in fill(browser, text)
    assert on_disk(desk) == before
    with pytest.raises((NotSaved, ValueError)):
        filled("heading: A\n", ("tables", "none"), 0, 0, [["a"]], WORDS)


# ---- rows and columns --------------------------------------------------------------------------

SMALL = """\
heading: A
tables:
  t:
    columns: {day: Day, what: What}  # two
    rows:
      - day: Monday   # the first
        what: Tea
      # of the weekend
      - {day: Sunday, what: Cake}
"""
T = ("tables", "t")
CELL = "Words of this cell"
HEADS = "{day: Day, what: What}  #"
MONDAY = "      - day: Monday   # the first\n        what: Tea\n"


def shaped(text: str, kind: str, what: str, at: int) -> tuple[str, str]:
    made, cell = Shaper(text, T, WORDS).shaped(kind, what, at)
    return made, ".".join(map(str, cell))


@pytest.mark.parametrize(
    ("asked", "old", "new", "cell"),
    [
        (("row", "add", 0), "      # of", f"      - day: Row 2\n        what: {CELL}\n      # of",
         "rows.1.day"),
        (("row", "add", 1), "Cake}\n", f"Cake}}\n      - {{day: Row 3, what: {CELL}}}\n",
         "rows.2.day"),
        (("row", "out", 0), MONDAY, "", "rows.0.day"),
        (("row", "out", 1), "      - {day: Sunday, what: Cake}\n", "", "rows.0.day"),
        (("column", "on", 0), HEADS, "{what: What, day: Day}  #", "columns.day"),
        (("column", "back", 1), HEADS, "{what: What, day: Day}  #", "columns.what"),
    ],
)  # fmt: skip
def test_a_row_or_column_more_less_or_elsewhere_touches_only_its_lines(
    asked: tuple[str, str, int], old: str, new: str, cell: str
) -> None:
    assert SMALL.count(old) == 1
    assert shaped(SMALL, *asked) == (SMALL.replace(old, new), f"tables.t.{cell}")


def test_a_row_goes_with_its_comment_and_a_column_comes_in_every_row() -> None:
    made, cell = shaped(SMALL, "row", "back", 1)
    assert made.index("Sunday") < made.index("- day: Monday   # the first\n        what: Tea\n")
    assert cell == "tables.t.rows.0.day"
    made, cell = shaped(SMALL, "column", "add", -1)
    assert "columns: {column-3: Column 3, day: Day, what: What}  # two\n" in made
    assert "        what: Tea\n        column-3: Row 1\n" in made
    assert "{day: Sunday, what: Cake, column-3: Row 2}" in made
    assert cell == "tables.t.columns.column-3"


def test_a_column_that_begins_the_lines_of_its_rows_can_be_taken_out() -> None:
    made, cell = shaped(SMALL, "column", "out", 0)
    assert made == (
        "heading: A\ntables:\n  t:\n    columns: {what: What}  # two\n    rows:\n"
        "      - what: Tea\n      # of the weekend\n      - {what: Cake}\n"
    )
    assert cell == "tables.t.columns.what"
    with pytest.raises(NotSaved, match="one column at least"):
        shaped(made, "column", "out", 0)


def test_a_table_keeps_its_last_row_and_no_place_is_made_up() -> None:
    made, _ = shaped(SMALL, "row", "out", 0)
    with pytest.raises(NotSaved, match="one row at least"):
        shaped(made, "row", "out", 0)
    for asked in (("row", "back", 0), ("row", "on", 1), ("row", "out", 2), ("row", "out", -1),
                  ("row", "add", 2), ("column", "on", 1), ("column", "back", -1)):  # fmt: skip
        with pytest.raises(ValueError, match="no such place"):
            shaped(SMALL, *asked)


def test_buttons_of_a_grid_are_steps_and_lead_to_the_cell_that_they_concern(
    desk: Desk, browser: TestClient
) -> None:
    begin(browser)
    before, faults = on_disk(desk), found(desk)
    page = browser.get(f"/d/{NAME}/s/welcome").text
    assert 'aria-label="Column 2, row 1"' in page
    for do in ("row-add.1", "column-add.0", "row-back.2", "column-out.2", "row-out.2"):
        sent = {"file": FILE, "table": ".".join(TABLE), "do": do}
        there = browser.post(f"/d/{NAME}/shape", data=sent).headers["location"]
        assert "wrong" not in there
        assert 'data-go="tables.welcome-table.' in browser.get(there).text
        assert desk.view(NAME).faults == ()
    assert found(desk) == faults
    for do in ("", "row-add", "row-out.9", "cell-out.1", "row-eat.0", "column-out.\u00b2"):
        sent = {"file": FILE, "table": ".".join(TABLE), "do": do}
        assert "wrong=yes" in browser.post(f"/d/{NAME}/shape", data=sent).headers["location"], do
    for _ in range(5):
        undone = browser.post(f"/d/{NAME}/undo", data={"back": f"/d/{NAME}/s/welcome"})
        assert undone.headers["location"].startswith(f"/d/{NAME}/s/welcome?")
    assert on_disk(desk) == before


def test_that_the_first_column_heads_no_rows_is_a_choice(desk: Desk, browser: TestClient) -> None:
    begin(browser)
    before = on_disk(desk)
    assert desk.put(NAME, FILE, ".".join((*TABLE, "header_column")), "none", "").saved
    assert "selected>It is a column like the others" in browser.get(f"/d/{NAME}/s/welcome").text
    assert desk.put(NAME, FILE, ".".join((*TABLE, "header_column")), "", "none").saved
    assert on_disk(desk) == before


def test_a_step_back_on_the_page_of_a_section_that_goes_with_it_leads_to_the_document(
    desk: Desk, browser: TestClient
) -> None:
    browser.post(f"/d/{NAME}/sections", data={"heading": "More"})
    undone = browser.post(f"/d/{NAME}/undo", data={"back": f"/d/{NAME}/s/more"})
    assert undone.headers["location"].startswith(f"/d/{NAME}?")


def test_the_words_of_a_new_table_are_those_of_the_language_of_the_document(
    desk: Desk, browser: TestClient
) -> None:
    about = desk.sources / NAME / "document.yaml"
    about.write_text(about.read_text("utf-8").replace("language: en-GB", "language: qps"), "utf-8")
    begin(browser)
    words = load_words("qps")
    assert words("new-table-cell") != WORDS("new-table-cell")
    assert words("new-table-cell") in on_disk(desk)
    assert WORDS("new-table-cell") not in on_disk(desk)
