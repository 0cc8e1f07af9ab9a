"""A table is begun with a button, and filled with what was copied from a spreadsheet."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from exporter.checking import check_documents
from exporter.saving import NotSaved, Yaml
from exporter.studio.desk import Desk
from exporter.studio.tables import begun, filled
from tests.studio.conftest import FILE, NAME

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
    assert "First row</textarea>" in page
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
    assert "First row" not in text
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
    made = filled(text, ("tables", "t"), 1, 1, [["a: b", "c"], ["d"]])
    assert made.startswith(text[: text.index("    rows:")].replace(
        "      second: Second column\n", "      second: Second column\n      column-3: Column 3\n"
    ))  # fmt: skip
    assert made.endswith(
        "      - first: First row\n        second: Words of this cell\n        column-3: None\n"
        "      - first: Second row\n        second: 'a: b'\n        column-3: c\n"
        "      - first: None\n        second: d\n        column-3: None\n"
    )


def test_every_cell_of_a_long_table_is_another_and_comments_and_quotation_marks_stay() -> None:
    rows = "".join(f"      - {{a: x{at}, b: 'y'}}  # row {at}\n" for at in range(99))
    text = f"heading: A\ntables:\n  t:\n    columns: {{a: A, b: B}}\n    rows:\n{rows}"
    made = filled(text, ("tables", "t"), 0, 0, [[f"{at}, new", "z"] for at in range(99)])
    typed = "".join(f"      - {{a: '{at}, new', b: z}}  # row {at}\n" for at in range(99))
    assert made == text.replace(rows, typed)
    with pytest.raises(NotSaved, match="no new columns"):
        filled(made, ("tables", "t"), 0, 0, [["a", "b", "c", "d"]])


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
        filled("heading: A\n", ("tables", "none"), 0, 0, [["a"]])
