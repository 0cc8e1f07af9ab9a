"""The documents on which the studio is measured can be built, or what is measured is no use."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from exporter.cli import main
from tests.benchmarks import example, studio


@pytest.mark.parametrize("copies", studio.COPIES)
def test_the_easy_read_of_what_is_measured_is_no_longer_than_it_may_be(
    tmp_path: Path, copies: int
) -> None:
    sources = studio.sources_of(tmp_path, copies)
    styles, output = example.ROOT / "styles", tmp_path / "output"
    asked = ["build", "--sources", str(sources), "--styles", str(styles), "--output", str(output)]
    assert main([*asked, "--edition", "easy-read", "--format", "pdf", "--jobs", "1"]) == 0
    assert (output / studio.NAME / f"{studio.NAME}-easy-read.pdf").is_file()


def test_a_run_that_fails_says_why(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        studio.command("build", "--sources", str(tmp_path / "nothing"))
    assert "nothing" in str(ended.value)
    assert "exporter build ended with" in str(ended.value)
    assert sys.executable not in str(ended.value)
