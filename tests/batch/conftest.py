"""Shared by the tests of batches."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch.home import Home


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """The starter guide with a plan of three partners, web pages only; nothing is built yet."""
    made = Home.new(tmp_path)
    monkeypatch.chdir(made.path)
    return made
