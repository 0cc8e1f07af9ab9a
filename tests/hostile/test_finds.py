"""What `make soak` once found: no reader falls over it again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.readers import READERS, tried

FINDS = sorted((Path(__file__).parent / "finds").glob("*.*"))


@pytest.mark.parametrize("name", READERS)
def test_a_good_file_is_read(name: str) -> None:
    assert READERS[name].read(READERS[name].good()) is not None


@pytest.mark.parametrize("file", FINDS, ids=lambda file: file.name)
def test_every_file_that_was_found_is_read_or_refused(file: Path) -> None:
    tried(file.name.rpartition(".")[0], file.read_bytes())
