"""Which folders of styles count is decided once, where a command begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.cli import main
from exporter.diagnostics import SourceError
from exporter.making.build import build
from exporter.styles.editions import load_edition
from exporter.styles.folder import searched, shipped, users
from tests.batch.home import Home
from tests.conftest import ROOT


def test_the_folder_asked_for_comes_before_the_one_here_and_both_before_ours(
    tmp_path: Path,
) -> None:
    assert searched(users(tmp_path)) == (tmp_path, Path("styles"), shipped())
    assert searched(users(None)) == searched(None) == (Path("styles"), shipped())


def test_a_folder_that_is_not_there_is_told_by_every_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home = Home.new(tmp_path)
    monkeypatch.chdir(home.path)
    for asked in (
        ["check"],
        ["build"],
        ["batch"],
        ["outline", "monday"],
        ["review", "pack", "monday"],
    ):
        assert main([*asked, "--styles", "nowhere"]) == 2
        assert "There is no folder nowhere." in capsys.readouterr().err
    with pytest.raises(SourceError):
        users(Path("nowhere"))


def test_what_is_passed_on_decides_and_not_the_folder_of_the_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The styles of one project must not reach another's, in one process (a studio)."""
    one = Home.new(tmp_path / "one")
    mine = one.path / "styles/editions"
    mine.mkdir(parents=True, exist_ok=True)
    text = (ROOT / "styles/editions/standard.yaml").read_text("utf-8")
    (mine / "standard.yaml").write_text(text.replace("tables: auto", "tables: rows"), "utf-8")
    other = Home.new(tmp_path / "other")

    def page(home: Home, here: Path, styles: tuple[Path, ...]) -> bytes:
        monkeypatch.chdir(here)
        order = home.order(plan=None, editions=("standard",), formats=("html",), styles=styles)
        build(order)
        return (home.output / "monday/monday-standard.html").read_bytes()

    plain = page(other, tmp_path, ())
    assert page(other, one.path, ()) == plain
    assert build(other.order(plan=None, editions=("standard",), formats=("html",), styles=())).kept
    assert load_edition("standard", ()).tables == "auto"
    assert page(other, tmp_path, (one.path / "styles",)) != plain
