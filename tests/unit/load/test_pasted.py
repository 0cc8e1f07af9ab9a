"""Rows and addresses that were pasted are told with what they would be; prose is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.authored.findings import Findings
from exporter.authored.located import Lines
from exporter.diagnostics import Diagnostic
from exporter.load.body import read_body
from exporter.load.parser import Gathered

from .folders import findings_of, write


def told(text: str) -> list[Diagnostic]:
    findings = Findings()
    read_body(text, Lines("x.yaml", 1, 0, literal=True), findings, Gathered())
    return list(findings)


def test_rows_with_tabs_are_told_with_the_table_ready_to_paste() -> None:
    (found,) = told(
        "We meet:\n\nDay\tTime\tWhere\nMonday\t2pm\tThe hall: left\nFriday\t3pm\tLibrary"
    )
    assert (found.code, found.place.line) == ("table-pasted", 3)
    assert "::: table day-table" in found.hint
    assert found.suggestion == (
        "tables:\n"
        "  day-table:\n"
        "    columns: {day: Day, time: Time, where: Where}\n"
        "    rows:\n"
        "      - day: Monday\n"
        "        time: 2pm\n"
        '        where: "The hall: left"\n'
        "      - day: Friday\n"
        "        time: 3pm\n"
        "        where: Library"
    )


def test_the_table_that_is_offered_loads(tmp_path: Path) -> None:
    (found,) = told("1\tNaïve #\tNaïve #\nMonday\t2,5\tx [y]\nFriday\t3: y\t")
    body = "heading: x\npicture: none\nbody: |\n  ::: table column-1-1-table\n  Days\n  :::\n"
    files: dict[str, str | bytes] = {"sections/start.yaml": f"{body}{found.suggestion}\n"}
    codes = [one.code for one in findings_of(write(tmp_path, files))]
    assert codes == ["value-empty"]  # the cell that was empty in the spreadsheet, too


@pytest.mark.parametrize(
    "typed",
    [
        "Day\tTime\nMonday\t2pm",
        "Day\tTime\n\nMonday\t2pm",
        "Day\tTime\tWhere",
        "Day      Time     Where\nMonday   2pm      Hall\nFriday   3pm      Library",
        "Name    Phone\nAnn     01632 960000",
        "- Day\tTime\n- Monday\t2pm",
        "Words before.\nDay\tTime\nMonday\t2pm\nWords after.",
    ],
)
def test_each_table_that_only_eyes_can_see_is_told_once(typed: str) -> None:
    assert [one.code for one in told(typed)] == ["table-pasted"]


@pytest.mark.parametrize(
    "typed",
    [
        "Only\tone tab.",
        "One tab\there.\n\nNo tab here.\n\nOne\tthere.",
        "A sentence.  Another one.  A third.\nAnd so it goes.  Until the end.",
        "Two  blanks here.\nTwo  blanks there.",
        "Some  words   in one line only.",
        "::: lines\nRoses   are\nViolets   are\n:::",
        "A sentence that is wrapped at the end of a line of\nFifty signs, and it\nGoes on.",
        "We meet on Monday.\nYou can come.\nBring tea.",
        "Bring\n3 Cups",
    ],
)
def test_prose_is_no_table_and_no_address(typed: str) -> None:
    assert told(typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        "Riverside Friends\n3 Mill Lane\nRiverside",
        "Write to:\n\nThe Group\nThe Old Mill\n3 Mill Lane\nRiverside\nRV1 2AB",
        "The Group, 3 Mill Lane\nRiverside RV1 2AB",
        "::: note Where\nRiverside Friends\n3 Mill Lane\nRiverside\n:::",
    ],
)
def test_lines_of_an_address_are_told_with_the_mark_that_keeps_them(typed: str) -> None:
    (found,) = told(typed)
    assert found.code == "lines-joined"
    assert found.suggestion.startswith("::: lines\n")
    assert found.suggestion.endswith("\n:::")
    assert told(found.suggestion) == []


def test_a_forced_line_is_told_with_the_mark_that_keeps_it() -> None:
    for typed in ("The Group  \n3 Mill Lane  \nRiverside", "The Group\\\n3 Mill Lane"):
        found = told(typed)
        assert {one.code for one in found} == {"line-break-forced"}
        assert "::: lines" in found[0].hint
