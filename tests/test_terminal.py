"""What strangers wrote is shown on a terminal and never obeyed; pipes are refused at once."""

from __future__ import annotations

import ast
import json
import os
from pathlib import Path

import pytest

from exporter import cli
from exporter.cli import main
from exporter.cli.terminal import shown

HOSTILE = (
    "<html lang=en><title>x\x1b[31m</title><body><h1>Title \x1b]0;PWNED\x07\u009b31mred"
    "\u202egnp.exe</h1>"
)
STEERING = [chr(code) for code in (*range(9), *range(11, 32), *range(0x7F, 0xA0), 0x202E, 0x2066)]


@pytest.mark.parametrize("options", [["outline"], ["outline", "--json"], ["verify", "--all"]])
def test_no_command_sends_a_strangers_codes_to_the_terminal(
    options: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    page.write_text(HOSTILE, "utf-8")
    main([options[0], str(page), *options[1:]])
    said = capsys.readouterr()
    assert [sign for sign in STEERING if sign in said.out + said.err] == []
    assert "red" in said.out or options[0] == "verify"


def test_codes_are_shown_by_their_pictures_and_json_keeps_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert shown("a\x1b[1m\x9b\x7f\u202eb\udce9\tc\n") == "a␛[1m\\x9b␡\\u202eb\\xe9\tc\n"
    page = tmp_path / "page.html"
    page.write_text("<html lang=en><title>T</title><h1>A\u009bB</h1>", "utf-8")
    main(["outline", str(page), "--json"])
    assert "A\u009bB" in [entry["text"] for entry in json.loads(capsys.readouterr().out)]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no file here is always full")
@pytest.mark.parametrize("asked", [[], ["--json"]])
def test_where_the_answer_has_no_room_is_one_sentence_and_the_code_that_is_promised(
    asked: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = tmp_path / "page.html"
    page.write_text(HOSTILE, "utf-8")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr("sys.stdout", full)
        assert main(["outline", str(page), *asked]) == 1
    assert capsys.readouterr().err.startswith("No space left on device.\n    Is the folder")


@pytest.mark.parametrize("asked", [[], ["--json"]])
def test_a_reader_that_has_gone_is_told_nothing(
    asked: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = tmp_path / "page.html"
    page.write_text(HOSTILE, "utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as pipe:
        monkeypatch.setattr("sys.stdout", pipe)
        assert main(["outline", str(page), *asked]) == 1
    assert capsys.readouterr().err == ""


def test_only_one_module_prints() -> None:
    calls = [
        f"{file.name}:{node.lineno}"
        for file in sorted(Path(str(cli.__file__)).parent.glob("*.py"))
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Name) and node.id == "print" and file.name != "terminal.py"
    ]
    assert calls == []


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
@pytest.mark.parametrize(
    ("command", "name"),
    [("verify", "a.pdf"), ("check", "a.md"), ("check", "a.docx"), ("outline", "a.html")],
)
def test_a_pipe_is_refused_at_once(
    command: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / name
    os.mkfifo(pipe)
    assert main([command, str(pipe)]) == 1
    said = capsys.readouterr()
    assert "this is a pipe or a device, and no file" in said.out + said.err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_plan_that_is_a_pipe_is_refused_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "partners.yaml")
    assert main(["batch", str(tmp_path / "partners.yaml"), "--plan-only"]) == 1
    assert "this is a pipe or a device" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["A.MD", "a.markdown", "A.TXT", "a.text"])
def test_a_text_is_known_by_its_name_in_any_letters(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / name
    file.write_text("# Us\n\nWe met for 25% of the day.\n", "utf-8")
    assert main(["check", str(file)]) == 1
    assert f"{name}:3: “25%” is a percentage." in capsys.readouterr().out


def test_one_bad_byte_is_told_with_its_line_and_no_other_letters_are_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.md"
    file.write_bytes("One.\n\nCafé é.\n".encode() + b"Caf\xe9.\n")
    assert main(["check", str(file)]) == 1
    said = capsys.readouterr().out
    assert "a.md:4: This file is not saved as UTF-8" in said
    assert "Ã" not in said


def test_signs_that_deceive_are_told_of_any_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.md"
    file.write_text(
        "# Pay\n\nSee in\u200evoice and in\u200bvoice\ngnp\u202e.exe at [us](https://pаypal.com).\x1b\n\nשלום\u200f.\n",
        "utf-8",
    )
    assert main(["check", str(file), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    codes = ("text-turned", "text-invisible-sign", "text-control-character", "address-lookalike")
    told = [(one["rule"], one["line"], one["severity"]) for one in found if one["rule"] in codes]
    assert sorted(told) == [
        ("address-lookalike", 4, "must fix"),
        ("text-control-character", 4, "must fix"),
        ("text-invisible-sign", 3, "for information"),
        ("text-invisible-sign", 3, "must fix"),
        ("text-invisible-sign", 6, "for information"),
        ("text-turned", 4, "must fix"),
    ]
