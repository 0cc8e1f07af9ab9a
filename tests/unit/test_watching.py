"""`build --watch`, `new` and the options of the terminal that go with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.cli import main
from exporter.cli.watching import state_of, watch
from exporter.starter import start


def test_a_build_is_made_again_after_each_change_and_not_without_one(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("one", "utf-8")
    done: list[str] = []

    def again() -> None:
        done.append(file.read_text("utf-8"))
        if len(done) == 3:
            raise KeyboardInterrupt
        file.write_text("one" + " more" * len(done), "utf-8")

    assert watch([tmp_path], again, pause=0) == 0
    assert done == ["one", "one more", "one more more"]


def test_what_is_saved_with_the_same_length_is_a_change_too(tmp_path: Path) -> None:
    import os

    file = tmp_path / "sections" / "a.yaml"
    file.parent.mkdir()
    file.write_text("one", "utf-8")
    before = state_of([tmp_path])
    assert state_of([tmp_path]) == before
    os.utime(file, ns=(1, 1))
    assert state_of([tmp_path]) != before


def test_a_new_section_is_written_and_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    start(tmp_path / "club")
    monkeypatch.chdir(tmp_path / "club")
    assert main(["new", "How to find us: a map"]) == 0
    assert "sources/club/sections/how-to-find-us-a-map.yaml is there" in capsys.readouterr().out
    assert ", how-to-find-us-a-map]\n" in Path("sources/club/document.yaml").read_text("utf-8")
    assert main(["check"]) == 0


def test_where_there_are_two_documents_new_asks_which(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    start(tmp_path / "club")
    start(tmp_path / "club" / "sources" / ".." / "choir")
    (tmp_path / "club" / "choir" / "sources" / "choir").rename(tmp_path / "club/sources/choir")
    monkeypatch.chdir(tmp_path / "club")
    assert main(["new", "News"]) == 1
    assert "Say so:  --document NAME  (there are: choir, club)" in capsys.readouterr().err
    assert main(["new", "News", "--document", "choir"]) == 0
    assert main(["new", "News", "--document", "band"]) == 1
