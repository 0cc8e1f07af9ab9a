"""`exporter changes`, as somebody meets it in a terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exporter.cli import main
from tests.changes import test_ten_ways as ten
from tests.changes.editing import ANNA, Editor
from tests.changes.guide import Guide, guide


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Guide:
    monkeypatch.chdir(tmp_path)
    guide(tmp_path)
    made = Guide(Path("sources"))
    Path("back.docx").write_bytes(ten.edited(made.word_file(), ANNA))
    return made


def test_json_is_a_list_of_changes_with_file_line_words_and_author(
    made: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["changes", "back.docx", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(o["kind"], o["file"], o["line"], o["old"], o["new"]) for o in told] == ten.expected(
        made
    )
    assert told[1]["file"] == "sources/leaflet/sections/start.yaml"
    assert (told[1]["number"], told[1]["author"], told[1]["date"]) == (
        2, ANNA, "2026-11-02T10:00:00Z",
    )  # fmt: skip


def test_changes_are_told_with_their_numbers_places_and_people(
    made: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    before = made.texts()
    assert main(["changes", "back.docx"]) == 0
    out = capsys.readouterr().out
    assert out.startswith(
        "back.docx was made of leaflet, standard, version 1.2, for Riverside Council & Friends. "
        "11 changes:\n"
    )
    assert (
        "\n3. inserted  sources/leaflet/sections/start.yaml:8  by Anna Smith, 2026-11-02\n" in out
    )
    assert "   + Do not hurry: it's *not* a race.\n" in out
    assert made.texts() == before


def test_applying_saves_and_says_what_is_left_for_a_person(
    made: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    wanted = ten.wanted(made)
    assert main(["changes", "back.docx", "--apply"]) == 0
    out = capsys.readouterr().out
    assert "[applied]" in out
    assert "[for a person]" in out
    assert "Saved: sources/leaflet/sections/start.yaml\n" in out
    assert made.texts() == wanted


def test_one_change_can_be_applied_by_its_number(
    made: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["changes", "back.docx", "--apply", "--only", "3", "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert (told["number"], told["state"]) == (3, "applied")
    assert "Do not hurry" in made.text("sections/start.yaml")
    assert "settled" in made.text("sections/start.yaml")
    assert main(["changes", "back.docx", "--only", "three"]) == 2


def test_a_file_that_cannot_be_read_is_told_in_one_sentence(
    made: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("old.docx").write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    assert main(["changes", "old.docx"]) == 1
    assert "Word 97" in capsys.readouterr().err
    assert main(["changes", "nowhere.docx"]) == 1
    stranger = Editor(made.word_file())
    stranger.part("customXml/item1.xml", lambda t: t.replace('"leaflet"', '"other"'))
    Path("stranger.docx").write_bytes(stranger.saved())
    assert main(["changes", "stranger.docx"]) == 2
    assert 'no document "other"' in capsys.readouterr().err
