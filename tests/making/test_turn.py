"""One run at a time in an output folder; who only looks is never stopped."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from exporter.cli import main
from exporter.diagnostics import SourceError
from exporter.making import turn
from exporter.making.turn import in_turn
from tests.batch.home import Home
from tests.conftest import ROOT

HOLDER = """
import sys
from pathlib import Path
from exporter.making.turn import in_turn
with in_turn(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(output: Path) -> subprocess.Popen[str]:
    """Another process that builds in this folder, until it is told to end or is killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(output)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    made = Home.new(tmp_path)
    monkeypatch.chdir(made.path)
    monkeypatch.setattr(turn, "PATIENCE", 0)
    return made


@pytest.mark.parametrize(
    "asked",
    [
        ["build", "--format", "html"],
        ["batch", "--draft", "--no-covers"],
        ["review", "pack", "monday"],
    ],
    ids=" ".join,
)
def test_a_second_run_in_one_output_folder_is_told_in_a_sentence_and_writes_nothing(
    home: Home, capsys: pytest.CaptureFixture[str], asked: list[str]
) -> None:
    with in_turn(home.output):
        assert main(asked) == 2
    assert "Another run is building in output now." in capsys.readouterr().err
    assert [file.name for file in home.output.rglob("*") if file.is_file()] == ["lock"]
    assert main(asked) == 0


@pytest.mark.parametrize(
    "asked",
    [
        ["check", "monday"],
        ["outline", "monday"],
        ["verify", "output/monday/monday-standard.html"],
        ["batch", "--draft", "--plan-only"],
        ["build", "--format", "html", "--output", "elsewhere"],
    ],
    ids=" ".join,
)
def test_who_only_looks_or_builds_elsewhere_is_not_stopped(home: Home, asked: list[str]) -> None:
    main(["build", "--format", "html", "--jobs", "1"])
    with in_turn(home.output):
        assert main(asked) == 0


def test_the_lock_of_a_killed_process_is_gone_with_it(home: Home) -> None:
    other = holder(home.output)
    with pytest.raises(SourceError), in_turn(home.output):
        pass
    other.kill()
    other.communicate()
    with in_turn(home.output):
        pass


def test_where_nothing_can_be_written_the_files_say_so_and_no_lock_does(
    home: Home, capsys: pytest.CaptureFixture[str]
) -> None:
    home.output.write_text("a file stands where the folder should be")
    assert main(["build", "--format", "html", "--jobs", "1"]) == 1
    assert "file-not-written" in capsys.readouterr().err
