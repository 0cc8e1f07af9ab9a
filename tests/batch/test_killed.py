"""Killed at any moment, a batch leaves whole files only, and the next run finishes the rest."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.batch.home import Home
from tests.conftest import ROOT

TWELVE = "defaults: {formats: [html, pdf], editions: [standard]}\npartners:\n" + "".join(
    f'  - {{id: partner-{n}, name: "Partner {n}", phone: 01632 9605{n:02}}}\n' for n in range(12)
)
COMMAND = (sys.executable, "-m", "exporter", "batch", "--draft", "--jobs", "2", "--no-covers")
KILLS = 5
"""In CI; `make soak` has forty."""
OURS = {**os.environ, "PYTHONPATH": str(ROOT)}
"""Processes run the program that is tested, not one that is installed."""


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A batch of twelve partners that nobody disturbed."""
    home = Home.new(tmp_path_factory.mktemp("undisturbed"), TWELVE)
    finish(home)
    return home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home.new(tmp_path, TWELVE)


def begin(home: Home, *more: str) -> subprocess.Popen[str]:
    """A batch in a group of processes of its own, as a shell starts it."""
    return subprocess.Popen(
        [*COMMAND, "--progress", "json", *more],
        cwd=home.path,
        env=OURS,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def told(process: subprocess.Popen[str]) -> Iterator[str]:
    """What it says on its way, line by line."""
    assert process.stderr is not None
    yield from process.stderr


def finish(home: Home) -> str:
    done = subprocess.run(
        [*COMMAND, "--resume"],
        cwd=home.path,
        env=OURS,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def half_written(home: Home) -> list[Path]:
    return [file for file in home.output.rglob("*") if file.name.endswith(".part")]


@cache
def moments() -> list[float]:
    """Random moments, other ones each time."""
    chance = random.SystemRandom()
    return [round(chance.uniform(0.3, 2.2), 3) for _ in range(KILLS)]


@pytest.mark.parametrize("number", range(KILLS))
def test_kill_9_at_a_random_moment_and_the_next_run_gives_the_same_tree(
    home: Home, undisturbed: Home, number: int
) -> None:
    process = begin(home)
    time.sleep(moments()[number])
    process.kill()
    process.communicate()
    assert all(data == undisturbed.tree()[name] for name, data in whole(home).items())
    finish(home)
    assert home.tree() == undisturbed.tree(), f"killed after {moments()[number]} s"
    assert half_written(home) == []
    assert "12 up to date" in finish(home)


def whole(home: Home) -> dict[str, bytes]:
    """The files that somebody would see now; while one is written, its name begins with a dot."""
    return {name: data for name, data in home.tree().items() if not Path(name).name.startswith(".")}


def test_a_killed_parent_takes_its_processes_with_it(home: Home) -> None:
    process = begin(home)
    next(told(process))
    children = _children(process.pid)
    assert len(children) >= 2
    process.kill()
    process.communicate()
    until = time.monotonic() + 10
    while any(map(_is_there, children)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(_is_there, children))


def _children(parent: int) -> list[int]:
    """The processes that a process started, and those that they started."""
    if not Path("/proc/self/stat").exists():
        pytest.skip("processes are listed in /proc on Linux only")
    parents = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            after = entry.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(entry.parent.name)] = int(after[1])
    found = [parent]
    for one in found:
        found += [child for child, its in parents.items() if its == one]
    return found[1:]


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    return state != "Z"


def test_ctrl_c_ends_cleanly_with_1_and_whole_files(home: Home, undisturbed: Home) -> None:
    with begin(home) as process:
        lines = told(process)
        next(line for line in lines if '"partner-' in line)
        os.killpg(process.pid, signal.SIGINT)
        rest = "".join(lines)
    assert process.returncode == 1
    assert "Stopped. The files that were finished are good." in rest
    assert "Traceback" not in rest
    assert half_written(home) == []
    assert all(data == undisturbed.tree()[name] for name, data in home.tree().items())
    finish(home)
    assert home.tree() == undisturbed.tree()


def test_half_a_line_in_the_history_and_half_a_file_in_a_pack_are_put_right(
    home: Home, undisturbed: Home
) -> None:
    finish(home)
    history = home.output / ".state/batch-partners.jsonl"
    history.write_bytes(history.read_bytes()[:-40])
    home.file("partner-3", ".monday-standard.pdf.part").write_bytes(b"%PDF-1.7 half of i")
    (home.output / ".state/templates/half.template").write_bytes(b"\x80\x05half")
    home.file("partner-3", "changes.html").unlink()
    said = finish(home)
    assert "2 packs made, 10 up to date" in said
    assert home.tree() == undisturbed.tree()
    assert not (home.output / ".state/templates/half.template").exists()


def test_half_a_history_that_a_killed_run_left_is_taken_away_though_all_is_up_to_date(
    home: Home,
) -> None:
    finish(home)
    (home.output / ".state/.batch-partners.jsonl.prdkzch9.part").write_bytes(b"half of it")
    assert "12 up to date" in finish(home)
    assert half_written(home) == []


def test_a_template_that_cannot_be_read_any_more_is_made_again(home: Home) -> None:
    finish(home)
    for file in (home.output / ".state/templates").glob("*.template"):
        file.write_bytes(b"not a template")
    home.change("partners.yaml", "9605", "9606")
    assert "12 packs made" in finish(home)
