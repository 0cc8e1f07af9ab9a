"""A slip in one line of a plan stops that line only, and whoever asks for JSON always gets it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from exporter.batch.plan import Known, read_plan
from exporter.cli import main
from tests.batch.home import Home, states

KNOWN = Known(("guide",), ("standard", "easy-read"), ("pdf", "html"), ("house",))
SLIPS = {
    "a word of which there is none": "  - {id: odd, name: Odd, editions: [standrad]}\n",
    "a colour by its name": "  - {id: odd, name: Odd, accent: blue}\n",
    "a key that there is not": "  - {id: odd, name: Odd, fone: 1}\n",
    "no name": "  - {id: odd}\n",
    "an id that stands twice": "  - {id: odd, name: Odd}\n  - {id: odd, name: Odder}\n",
    "a number that lost its 0": "  - {id: odd, name: Odd, phone: 1632960001}\n",
    "a group that there is not": "  - {id: odd, name: Odd, group: wep}\n",
}


@pytest.mark.parametrize("slip", SLIPS)
def test_one_line_s_slip_stops_that_line_only(slip: str, home: Home) -> None:
    plan = "defaults: {formats: [html], editions: [standard]}\npartners:\n"
    home.write_plan(plan + SLIPS[slip] + "  - {id: good, name: Good House}\n")
    result = home.run()
    assert states(result) == {"odd": "failed", "good": "delivered"}
    assert not result.good
    assert all(one.place.line >= 3 for one in result.slips)
    assert f"partners.yaml:{result.slips[0].place.line}" in result.packs[0].reason


def test_a_line_without_an_id_is_told_and_the_others_are_made(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    home.write_plan(
        "defaults: {formats: [html], editions: [standard]}\npartners:\n  - {name: Nobody}\n"
        "  - {id: con, name: The Con Club}\n  - {id: good, name: Good House}\n"
    )
    assert main(["batch", "--draft", "--jobs", "1", "--no-covers"]) == 1
    err = capsys.readouterr().err
    assert "partners.yaml:3" in err
    assert "Windows keeps it for itself" in err
    assert home.file("good", "monday-standard.html").is_file()
    assert not home.file("con", "monday-standard.html").exists()


def names(tmp_path: Path, row: str) -> tuple[str, ...]:
    file = tmp_path / "plan.csv"
    file.write_text(f"id,name,editions,phone\na,A,{row}\n", "utf-8")
    (partner,) = read_plan(file, KNOWN).partners
    assert partner.faults == ()
    return partner.editions


@pytest.mark.parametrize(
    "typed", ["Easy read,", "easy_read,", "EASY-READ,", '"Standard, Easy Read",']
)
def test_names_are_known_as_people_write_them(typed: str, tmp_path: Path) -> None:
    assert names(tmp_path, typed)[-1] == "easy-read"


def test_a_long_number_with_a_blank_in_it_is_taken_as_it_is(tmp_path: Path) -> None:
    assert names(tmp_path, "standard,1632 960001") == ("standard",)


@pytest.mark.parametrize(
    "arguments",
    [
        ["batch", "nowhere.csv", "--json"],
        ["batch", "empty.yaml", "--json"],
        ["batch", "--json", "--nonsense"],
        ["batch", "--json", "--jobs", "many"],
        ["build", "--json", "--format", "pfd"],
        ["build", "nothing", "--json"],
        ["check", "nothing", "--json"],
        ["outline", "nothing", "--json"],
        ["verify", "nothing.pdf", "--json"],
        ["verify", "--json"],
    ],
)
def test_whoever_asks_for_json_gets_it_whatever_is_wrong(
    arguments: list[str], home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    (home.path / "empty.yaml").write_text("", "utf-8")
    try:
        code = main(arguments)
    except SystemExit as stop:
        code = int(stop.code or 0)
    assert code in (1, 2)
    out, _ = capsys.readouterr()
    told = json.loads(out)
    assert told["schema"] == 1
    assert told.get("good", False) is False


@pytest.mark.parametrize("coding", ["ascii", "cp1252"])
def test_no_command_ends_because_a_terminal_knows_few_letters(
    coding: str, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.write_plan("partners:\n  - {id: dom, name: Dom Łódzki, formats: [html], fone: 1}\n")
    for command in (
        ["batch", "--draft", "--no-covers"],
        ["batch", "--draft", "--json", "--no-covers"],
        ["check", "--all"],
        ["outline", "monday"],
        ["explain", "figure-alt-missing"],
        ["build", "--format", "html", "--edition", "standard"],
        ["pictures", "search", "bus"],
        ["review", "status", "monday"],
    ):
        out, err = home.path / "out.txt", home.path / "err.txt"
        with (
            out.open("w", encoding=coding) as first,
            err.open("w", encoding=coding) as second,
            monkeypatch.context() as terminal,
        ):
            terminal.setattr("sys.stdout", first)
            terminal.setattr("sys.stderr", second)
            assert main(command) in (0, 1)
        assert "Traceback" not in err.read_text(coding)
        if "--json" in command:
            assert "Łódzki" in json.loads(out.read_text(coding))["partners"][0]["name"]


def test_a_stream_that_is_closed_is_no_traceback(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    code = main(["check"])
    for stream in (sys.stdout, sys.stderr):
        stream.close()
    assert code == 0
