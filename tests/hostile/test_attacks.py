"""Each attack ends as it should, soon, in little memory, and touches nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, needs_pango
from tests.hostile.doors import ATTACKS
from tests.hostile.outcomes import line_of, outcome, outcomes
from tests.hostile.runner import MEBIBYTES, SECONDS

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="only where processes can be forked"
)


class _Runner:
    """The process from which the attacks are forked."""

    def __init__(self, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.hostile.runner", str(folder)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._line() == "ready\n"

    def _line(self) -> str:
        assert self.process.stdout
        return self.process.stdout.readline()

    def carry_out(self, name: str) -> dict[str, Any]:
        assert self.process.stdin
        self.process.stdin.write(f"{json.dumps(name)}\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._line())
        return answer


@pytest.fixture(scope="session")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[_Runner]:
    made = _Runner(tmp_path_factory.mktemp("hostile"))
    yield made
    made.process.communicate()


def test_there_are_six_hundred_attacks_and_more() -> None:
    """As SECURITY.md says."""
    assert len(ATTACKS) > 600
    assert {line_of(name) for name, one in ATTACKS.items() if one.code < 0} == outcomes().keys()


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_ends_as_it_should(runner: _Runner, name: str) -> None:
    attack, came = ATTACKS[name], runner.carry_out(name)
    said = came["said"]
    assert "Traceback" not in said, said
    if "needs Pango" in said:
        needs_pango()
    if attack.code < 0:
        assert came["code"] in (0, 1, 2), said
        assert outcome(came) == outcomes()[line_of(name)], said
    else:
        assert came["code"] == attack.code, said
    assert attack.says in said, said
    assert came["touched"] == []
    assert came["shown"] == []
    assert came["odd"] == []
    assert came["seconds"] <= SECONDS
    assert came["mebibytes"] <= MEBIBYTES
