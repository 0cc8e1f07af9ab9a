"""On sentences that we marked by hand: what is found is right, and what was found still is."""

from __future__ import annotations

import pytest

from exporter.diagnostics import Severity
from tests.benchmarks.marked import FILES, Score, judged, scores, sentences, table

PRECISION = {Severity.MUST_FIX: 0.9, Severity.PLEASE_ANSWER: 0.85}
RECALL = {
    "acronym": 0.95,
    "hard-word": 0.67,
    "link-bare-address": 0.88,
    "more-than-one-idea": 0.78,
    "passive-voice": 0.93,
    "see-elsewhere": 0.9,
}
"""What each rule found before it was mended to find less that is wrong; the others found all."""
LEAST_FIRINGS = 8


@pytest.fixture(scope="module")
def measured() -> dict[str, Score]:
    return scores()


def test_there_are_six_hundred_sentences_of_twelve_kinds_and_half_are_older_than_the_mending() -> (
    None
):
    assert sum(1 for _ in sentences()) >= 600
    before = list(sentences("before"))
    assert len(before) >= 300
    assert len({entry["kind"] for entry in before}) >= 12


def test_marks_name_rules_that_there_are_and_words_that_stand_there() -> None:
    for entry in sentences():
        marks = {code: words for code, words in entry.items() if code not in ("text", "kind")}
        assert set(marks) <= set(judged()), entry["text"]
        for words in marks.values():
            assert all(str(one) == "*" or str(one) in entry["text"] for one in words), entry


@pytest.mark.parametrize("code", judged())
def test_what_a_rule_finds_is_right(code: str, measured: dict[str, Score]) -> None:
    assert measured[code].fired >= LEAST_FIRINGS
    assert measured[code].precision >= PRECISION[judged()[code]], measured[code].wrong


@pytest.mark.parametrize("code", judged())
def test_a_rule_finds_no_less_than_before(code: str, measured: dict[str, Score]) -> None:
    assert measured[code].recall >= RECALL.get(code, 1.0), measured[code].missed


def test_a_wrong_and_a_missed_finding_count_against_a_rule() -> None:
    score = Score(right=["a", "b", "c"], wrong=["d"], missed=["e", "f"])
    assert (score.fired, score.precision, score.recall) == (4, 0.75, 0.6)


def test_the_table_has_a_line_for_each_rule_and_one_for_each_severity() -> None:
    lines = list(table("first"))
    assert len(lines) == 1 + len(judged()) + 2
    assert lines[0].split() == ["rule", "severity", "fired", "precision", "recall"]
    assert set(FILES) == {"before", "first", "after"}
