"""The guide of `exporter init`, every edition and format, on eight machines: the same bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.starter import start
from tests.machines import MACHINES, built_on, without_paths

ASKED = ("--format", "html,docx,pdf,epub")


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("guide") / "monday"
    start(home)
    return home


@pytest.fixture(scope="module")
def here(guide: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built_on("", guide, tmp_path_factory.mktemp("here"), ASKED)


@pytest.mark.parametrize("machine", MACHINES)
def test_every_machine_makes_the_same_bytes(
    machine: str, guide: Path, here: dict[str, bytes], tmp_path: Path
) -> None:
    assert without_paths(built_on(machine, guide, tmp_path, ASKED)) == without_paths(here)
