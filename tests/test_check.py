"""`exporter check`, as an author meets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.cli import main
from exporter.starter import start


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(start(tmp_path / "monday").parent.parent)
    return Path("sources/monday")


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")


def test_what_a_person_must_decide_is_said_of_a_guide_that_was_checked(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 0
    assert "No program can decide these" in capsys.readouterr().out


def test_nothing_is_left_to_people_while_a_guide_cannot_be_loaded(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(guide / "document.yaml", "language:", "langauge:")
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "Did you mean “language”?" in said
    assert "No program can decide these" not in said


def test_what_is_true_of_the_whole_guide_is_told_once_for_all_editions(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", "--all"])
    assert capsys.readouterr().out.count("nobody who made") == 1
