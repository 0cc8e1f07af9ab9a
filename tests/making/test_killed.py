"""A worker that is killed, at whatever it is, costs nobody a file; twice, it costs one file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from tests.batch.home import ALL_FORMATS, Home
from tests.conftest import ROOT

if not hasattr(os, "fork"):
    pytest.skip(
        "a worker takes what a test has changed along only when it is forked",
        allow_module_level=True,
    )

DEADLY = """
import importlib, os, signal, sys
from pathlib import Path

module, name = {target!r}.rsplit(".", 1)
module, ours = importlib.import_module(module), os.getpid()
real, marks, most = getattr(module, name), Path({marks!r}), {most}

def deadly(*given, **more):
    if {first}:
        given_back = real(*given, **more)
    if os.getpid() != ours and {when} and len(list(marks.iterdir())) < most:
        (marks / f"killed-{{os.getpid()}}").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return given_back if {first} else real(*given, **more)

setattr(module, name, deadly)
from exporter.cli import main
sys.exit(main(sys.argv[1:]))
"""
"""The command, with one function that kills its process (as Linux does when memory is short)."""


def run(
    home: Home,
    command: list[str],
    target: str = "os.cpu_count",
    when: str = "False",
    *,
    most: int = 1,
    first: bool = False,
) -> subprocess.CompletedProcess[str]:
    """Run a command whose function `target` kills its process `most` times, if `when` is true of
    what it is `given`; after its work, if `first`.
    """
    marks = Path(mkdtemp(dir=home.path.parent))
    script = DEADLY.format(target=target, when=when, marks=str(marks), most=most, first=first)
    done = subprocess.run(
        [sys.executable, "-c", script, *command],
        cwd=home.path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert len(list(marks.iterdir())) == (0 if when == "False" else most), "nobody was killed"
    return done


BUILD = ["build", "--jobs", "2", "--json"]
BATCH = ["batch", "--draft", "--no-covers", "--jobs", "2", "--json"]


@cache
def undisturbed(command: str) -> dict[str, bytes]:
    """What a command that nobody disturbs leaves behind."""
    home = Home.new(Path(mkdtemp()), ALL_FORMATS)
    run(home, BUILD if command == "build" else BATCH)
    return delivered(home)


def delivered(home: Home) -> dict[str, bytes]:
    return {
        name: data
        for name, data in home.tree(".").items()
        if not name.startswith(".state/") and not name.startswith("report")
    }


@pytest.mark.parametrize(
    ("target", "when", "first"),
    [
        ("exporter.making.words.check", "True", False),
        ("exporter.making.files.compile_layout", "given[0].format == 'pdf'", False),
        ("exporter.making.judging.verify", "given[1] == 'docx'", False),
        ("exporter.making.files.make", "given[0].format == 'html'", True),
    ],
    ids=["checks", "compiles", "proves", "delivers"],
)
def test_build_makes_every_file_though_a_worker_is_killed(
    tmp_path: Path, target: str, when: str, first: bool
) -> None:
    home = Home.new(tmp_path, ALL_FORMATS)
    done = run(home, BUILD, target, when, first=first)
    assert done.returncode == 0, done.stdout
    assert len(json.loads(done.stdout)["made"]) == 9
    assert delivered(home) == undisturbed("build")


@pytest.mark.parametrize(
    ("target", "when", "first"),
    [
        ("exporter.making.witness.compile_layout", "given[0].format == 'docx'", False),
        ("exporter.making.judging.verify", "given[1] == 'pdf'", False),
        ("exporter.making.evidence.what_we_checked", "True", False),
        ("exporter.fingerprint.write_pieces", "'partners/harbour' in str(given[0])", True),
        ("exporter.making.packs.put", "given[0].partner.id == 'hilltop'", True),
    ],
    ids=["compiles", "proves", "checks", "writes a pack", "answers"],
)
def test_batch_delivers_every_pack_though_a_worker_is_killed(
    tmp_path: Path, target: str, when: str, first: bool
) -> None:
    home = Home.new(tmp_path, ALL_FORMATS)
    done = run(home, BATCH, target, when, first=first)
    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout)["delivered"] == 3
    assert delivered(home) == undisturbed("batch")


def test_a_file_that_kills_its_process_twice_is_told_and_all_others_are_made(
    tmp_path: Path,
) -> None:
    home = Home.new(tmp_path, ALL_FORMATS)
    when = "given[0].file == 'monday/monday-standard.pdf'"
    done = run(home, BUILD, "exporter.making.files.make", when, most=2)
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert told["failed"] == ["monday/monday-standard.pdf"]
    (finding,) = [one for one in told["findings"] if one["severity"] == "must fix"]
    assert finding["rule"] == "file-not-made"
    assert "was killed, twice" in finding["message"]
    files = delivered(home)
    others = {name: data for name, data in undisturbed("build").items() if name in files}
    assert {name for name in files if "report" not in name} | {"monday/monday-standard.pdf"} == {
        name for name in undisturbed("build") if "report" not in name
    }
    for name, data in others.items():
        if name.startswith("monday/monday-"):
            assert files[name] == data, name


def test_an_edition_whose_check_kills_its_process_twice_does_not_go_out_when_released(
    tmp_path: Path,
) -> None:
    home = Home.new(tmp_path, ALL_FORMATS)
    home.change("monday/document.yaml", "status: draft", "status: released")
    home.change("../styles/brands/house.yaml", "Your organisation", "The Monday group")
    when = "given[0].edition.name == 'standard'"
    command = [*BUILD, "--format", "html"]
    done = run(home, command, "exporter.making.words.check", when, most=2)
    assert done.returncode == 1
    told = json.loads(done.stdout)
    assert told["failed"] == ["monday/monday-standard.html"]
    assert "words-not-checked" in {one["rule"] for one in told["findings"]}
    assert len(told["made"]) == 2


def test_a_layout_that_kills_its_process_twice_stops_the_partners_who_need_it(
    tmp_path: Path,
) -> None:
    home = Home.new(tmp_path, ALL_FORMATS)
    home.change("partners.yaml", "960512}", "960512, formats: [html]}")
    when = "given[0].format == 'docx' and given[0].edition == 'standard'"
    done = run(home, BATCH, "exporter.making.witness.compile_layout", when, most=2)
    assert done.returncode == 1
    states = {one["partner"]: one["state"] for one in json.loads(done.stdout)["partners"]}
    assert states == {"hilltop": "delivered", "harbour": "failed", "riverside": "failed"}
