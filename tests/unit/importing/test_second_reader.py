"""What arrives of a Word file is what pandoc reads in it, or somebody says why not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.benchmarks.word_reading import pandoc
from tests.conftest import referee_absent
from tests.unit.importing.second_reader import KNOWN, Apart, differences, files

Differences = dict[tuple[str, str], Apart]


@pytest.fixture(scope="module")
def met() -> dict[str, Differences]:
    """What differs, by file."""
    program = pandoc()
    if program is None:
        referee_absent("pandoc", "pypandoc-binary is not installed; make referees installs it")
    return {name: differences(name, data, program) for name, data in files(program)}


def test_every_difference_is_named_with_the_words_concerned(met: dict[str, Differences]) -> None:
    found = {key: one for differing in met.values() for key, one in differing.items()}
    assert found == {key: replace(one, why="") for key, one in KNOWN.items() if key[0] in met}


def test_every_difference_has_a_reason() -> None:
    assert all(one.why for one in KNOWN.values())


def test_files_of_every_maker_were_compared(met: dict[str, Differences]) -> None:
    makers = {name.partition(":")[0] for name in met}
    assert makers >= {"ours", "python-docx", "pandoc", "by hand", "shipped"}
