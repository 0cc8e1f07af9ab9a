"""Forty kills at random moments of `build` and `batch`: the bytes of a run that nobody disturbed.

EXPORTER_SEED chooses the moments; the same seed gives the same ones.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.batch.home import Home
from tests.conftest import ROOT

SEED = int(os.environ.get("EXPORTER_SEED", "1"))
PLAN = "defaults: {formats: [html, pdf], editions: [standard]}\npartners:\n" + "".join(
    f'  - {{id: partner-{n}, name: "Partner {n}"}}\n' for n in range(4)
)
COMMANDS = {
    "build": ("build", "--jobs", "2", "--edition", "standard,easy-read"),
    "batch": ("batch", "--draft", "--jobs", "2", "--no-covers"),
}
LONGEST = 3.0
"""Seconds: about as long as a run takes."""
OURS = {**os.environ, "PYTHONPATH": str(ROOT)}


def run(home: Home, command: str) -> None:
    ask = [sys.executable, "-m", "exporter", *COMMANDS[command]]
    subprocess.run(ask, cwd=home.path, env=OURS, capture_output=True, check=True)


def killed(home: Home, command: str, after: float, whole_group: bool) -> None:
    ask = [sys.executable, "-m", "exporter", *COMMANDS[command]]
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        ask, cwd=home.path, env=OURS, stdout=quiet, stderr=quiet, start_new_session=True
    )
    time.sleep(after)
    if whole_group:
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.communicate()


def tree(home: Home) -> dict[str, bytes]:
    """Every file that people get."""
    files = home.tree("").items()
    return {name: data for name, data in files if not name.startswith(".state/")}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    found = {}
    for command in COMMANDS:
        home = Home.new(tmp_path_factory.mktemp(command), PLAN)
        run(home, command)
        found[command] = tree(home)
    return found


def moments() -> list[tuple[str, int, float, bool]]:
    chance = random.Random(SEED)
    return [
        (command, number, round(chance.uniform(0.2, LONGEST), 3), chance.random() < 0.5)
        for command in COMMANDS
        for number in range(20)
    ]


@pytest.mark.parametrize(("command", "number", "after", "whole_group"), moments())
def test_a_killed_run_leaves_whole_files_and_the_next_one_finishes(
    tmp_path: Path,
    undisturbed: dict[str, dict[str, bytes]],
    command: str,
    number: int,
    after: float,
    whole_group: bool,
) -> None:
    home = Home.new(tmp_path, PLAN)
    killed(home, command, after, whole_group)
    if home.output.is_dir():
        for name, data in tree(home).items():
            if not Path(name).name.startswith(".") and not name.startswith("report"):
                assert data == undisturbed[command][name], name
    run(home, command)
    assert tree(home) == undisturbed[command]
    assert [one.name for one in home.output.rglob("*.part")] == []
