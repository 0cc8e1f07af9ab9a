"""What we read of Word files is what pandoc reads, or somebody has looked and says why not."""

from __future__ import annotations

import pytest

from tests.benchmarks.word_reading import COUNTED, KNOWN, Compared, compared, pandoc
from tests.conftest import referee_absent


@pytest.fixture(scope="module")
def rows() -> tuple[Compared, ...]:
    program = pandoc()
    if program is None:
        referee_absent("pandoc", "pypandoc-binary is not installed; make referees installs it")
    return compared(program)


def test_every_disagreement_with_pandoc_is_named(rows: tuple[Compared, ...]) -> None:
    assert [one for one in rows if not one.agree and (one.file, one.what) not in KNOWN] == []


def test_no_disagreement_is_named_that_is_none(rows: tuple[Compared, ...]) -> None:
    apart = {(one.file, one.what) for one in rows if not one.agree}
    files = {one.file for one in rows}
    assert {key for key in KNOWN if key[0] in files} == apart


def test_files_of_every_maker_are_read_and_something_is_in_them(
    rows: tuple[Compared, ...],
) -> None:
    makers = {one.file.partition(":")[0] for one in rows}
    assert makers >= {"ours", "python-docx", "pandoc", "by hand", "shipped"}
    met = {what: sum(one.ours for one in rows if one.what == what) for what in COUNTED}
    assert all(met.values()), met


def test_nothing_is_read_less_often_than_pandoc_reads_it_but_contents_frames_and_decoration(
    rows: tuple[Compared, ...],
) -> None:
    fewer = {
        (one.file, one.what): KNOWN[one.file, one.what] for one in rows if one.ours < one.pandoc
    }
    reasons = ("contents", "side by side", "decorative")
    assert [key for key, why in fewer.items() if not any(one in why for one in reasons)] == []
