"""No document writes over another, or into a folder that is not its own."""

from __future__ import annotations

import json
import shutil
import unicodedata
from pathlib import Path

import pytest

from exporter.cli import main
from exporter.making.document_names import folders_that_clash
from tests.batch.home import Home

ASKED = ["build", "--jobs", "1", "--format", "html", "--edition", "standard"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    made = Home.new(tmp_path)
    monkeypatch.chdir(made.path)
    return made


def copied(home: Home, name: str) -> Path:
    """The guide once more, under another name."""
    target = home.path / name
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(home.path / "sources/monday", target)
    return target


@pytest.mark.parametrize(
    "name",
    [
        "partners", "Partners", "covers", ".state", ".git", "report.json", "con", "CON", "nul",
        "aux", "prn", "com1", "lpt9", "com¹", "con.old", "ends-in-a-dot.", "ends in a space ",
        "a:b", "what?", 'quo"ted', "back\\slash", "pi|pe", "st*r", "tab\tbed",
    ],
)  # fmt: skip
def test_a_name_that_is_taken_or_that_windows_has_not_is_told_and_stops_no_other_document(
    home: Home, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    copied(home, f"sources/{name}")
    assert main([*ASKED, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    wrong = [one for one in told["findings"] if one["rule"] == "document-name"]
    assert len(wrong) == 1
    assert wrong[0]["file"].endswith(name)
    assert told["made"] == ["monday/monday-standard.html"]
    built = {one.name for one in home.output.iterdir()}
    assert built == {".state", "monday"}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("sources/monday", "other/monday"),
        ("sources/monday", "other/Monday"),
        (f"sources/{unicodedata.normalize('NFC', 'café')}",
         f"other/{unicodedata.normalize('NFD', 'café')}"),
    ],
    ids=["the same", "capitals", "two ways to write é"],
)  # fmt: skip
def test_two_documents_of_one_name_are_told_and_neither_is_lost(
    home: Home, capsys: pytest.CaptureFixture[str], first: str, second: str
) -> None:
    for name in {first, second} - {"sources/monday"}:
        copied(home, name)
    third = copied(home, "other/third")
    assert main([*ASKED, first, second, str(third), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    wrong = [one["file"] for one in told["findings"] if one["rule"] == "document-name"]
    assert sorted(wrong) == sorted((first, second))
    assert told["made"] == ["third/third-standard.html"]


def test_a_document_that_is_named_twice_is_built_once(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    (home.path / "sources/link").symlink_to("monday", target_is_directory=True)
    assert main([*ASKED, "monday", "sources/monday", "./sources/monday/", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["made"] == ["monday/monday-standard.html"]
    assert main([*ASKED, "--force", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["made"] == ["monday/monday-standard.html"]


def test_a_batch_and_a_check_tell_it_too(home: Home, capsys: pytest.CaptureFixture[str]) -> None:
    copied(home, "sources/partners")
    for asked in (["batch", "--draft", "--jobs", "1"], ["check"]):
        assert main(asked) == 1
        told = capsys.readouterr()
        assert "cannot be called “partners”" in told.err + told.out
    assert not (home.output / "partners").exists()


def test_ordinary_names_are_left_alone() -> None:
    names = ("guide", "My guide", "com", "console", "nullarbor", "2026", "état", "partners-guide")
    assert folders_that_clash(Path("sources") / name for name in names) == {}


def test_a_document_called_like_a_memory_of_another_spoils_none(home: Home) -> None:
    copied(home, "sources/versions-monday")
    home.change("partners.yaml", "formats: [html]", "formats: [html], documents: [monday]")
    home.run()
    main([*ASKED, "versions-monday"])
    home.change("monday/document.yaml", 'version: "1.0"', 'version: "1.1"')
    home.run()
    assert "first version" not in home.text("harbour", "changes.html")
