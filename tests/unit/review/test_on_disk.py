"""The whole way, from files: an author writes, a group reads, somebody changes a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.diagnostics import Severity
from exporter.load import load
from exporter.review import (
    read_review,
    record_checked,
    record_matches,
    status,
    write_review,
)
from tests.unit.review.guide import WORDS

DOCUMENT = """\
title: Our guide
language: en-GB
sections:
  - money
"""
SECTION = """\
heading: Money
picture: none
body: |
  Money is shared. Everybody
  gets the same.
easy_read:
  - picture: none
    text: We share money.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "our-guide"
    (folder / "sections").mkdir(parents=True)
    (folder / "document.yaml").write_text(DOCUMENT, "utf-8")
    (folder / "sections" / "money.yaml").write_text(SECTION, "utf-8")
    source = load(folder)
    review = record_matches(source, None, when="2026-05")
    review = record_checked(source, review, who="The Riverside group", named=True, when="2026-05")
    write_review(folder, review)
    return folder


def edit(folder: Path, old: str, new: str) -> None:
    file = folder / "sections" / "money.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_a_review_does_not_disturb_loading_and_all_is_well(folder: Path) -> None:
    found = status(load(folder), read_review(folder))
    assert found.findings == ()
    assert found.checked_sentence(WORDS) == "Checked by The Riverside group, May 2026."


def test_one_changed_sentence_is_found_in_its_file(folder: Path) -> None:
    edit(folder, "gets the same", "gets what they need")
    (finding,) = status(load(folder), read_review(folder)).findings
    assert finding.code == "easy-read-out-of-date"
    assert finding.severity is Severity.MUST_FIX
    assert str(finding).startswith(f"{folder.as_posix()}/sections/money.yaml:1")


def test_other_line_breaks_are_no_change(folder: Path) -> None:
    edit(folder, "Everybody\n  gets", "\n  Everybody gets")
    assert status(load(folder), read_review(folder)).findings == ()


def test_a_changed_row_voids_checked_by(folder: Path) -> None:
    edit(folder, "We share money.", "We share all money.")
    found = status(load(folder), read_review(folder))
    assert [finding.code for finding in found.findings] == ["easy-read-changed"]
    assert found.checked_sentence(WORDS) == ""
