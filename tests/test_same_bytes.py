"""One small guide, eight machines, the same bytes. A whole guide is tried by `make soak`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.attack import GUIDE, put
from tests.machines import MACHINES, built_on, without_paths

ASKED = ("--edition", "standard", "--format", "html,docx,pdf")


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("guide")
    for name, content in GUIDE.items():
        put(home, name, content)
    return home


@pytest.fixture(scope="module")
def here(guide: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built_on("", guide, tmp_path_factory.mktemp("here"), ASKED)


@pytest.mark.parametrize("machine", MACHINES)
def test_every_machine_makes_the_same_bytes(
    machine: str, guide: Path, here: dict[str, bytes], tmp_path: Path
) -> None:
    there = built_on(machine, guide, tmp_path, ASKED)
    assert {name.rpartition(".")[2] for name in there} == {"html", "docx", "pdf", "json"}
    assert without_paths(there) == without_paths(here)
