"""On sentences that we marked by hand, the four rules that matter most are right."""

from __future__ import annotations

import pytest

from tests.benchmarks.marked import RULES, Score, scores, sentences

LEAST = 0.9


@pytest.fixture(scope="module")
def measured() -> dict[str, Score]:
    return scores()


def test_there_are_at_least_200_marked_sentences() -> None:
    assert sum(1 for _ in sentences()) >= 200


@pytest.mark.parametrize("name", RULES)
def test_nine_in_ten_findings_are_right(name: str, measured: dict[str, Score]) -> None:
    assert measured[name].precision >= LEAST, measured[name].wrong


@pytest.mark.parametrize("name", RULES)
def test_nine_in_ten_are_found(name: str, measured: dict[str, Score]) -> None:
    assert measured[name].recall >= LEAST, measured[name].missed
