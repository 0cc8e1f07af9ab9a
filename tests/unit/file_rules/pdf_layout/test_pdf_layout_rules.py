"""Spoil one thing in a good PDF: the checker names it, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from exporter.diagnostics import Severity
from exporter.file_rules.pdf_layout import CATALOGUE, RULES, check_layout
from tests.unit.file_rules.pdf_layout.booklets import CLEAR, EASY, LARGE, booklet
from tests.unit.file_rules.pdf_layout.spoiling import MUST, SPOILED

GOOD = {"clear-print": CLEAR, "large-print": LARGE, "easy-read": EASY}
CASES = [(code, *case) for code, cases in SPOILED.items() for case in cases]


@pytest.mark.parametrize("rules", GOOD)
def test_a_good_file_has_no_findings(rules: str) -> None:
    assert check_layout(booklet(GOOD[rules]), None, rules) == ()
    assert check_layout(booklet(CLEAR)) == ()


@pytest.mark.parametrize(("code", "make", "rules", "severity"), CASES)
def test_a_spoiled_file_has_that_finding_and_no_other(
    code: str, make: Callable[[], bytes], rules: str, severity: Severity
) -> None:
    findings = check_layout(make(), None, rules)
    assert {finding.code for finding in findings} == {code}, findings
    assert min(finding.severity for finding in findings) is severity
    for finding in findings:
        assert finding.hint == CATALOGUE[code].to_do
        assert finding.message.endswith(".")


def test_every_rule_is_shown_here_and_explains_itself() -> None:
    assert set(SPOILED) == set(CATALOGUE) == set(RULES)
    for reason, source in RULES.values():
        assert "Why: " in reason
        assert "What to do: " in reason
        assert source


def test_a_strangers_file_is_never_told_that_something_must_be_fixed() -> None:
    for _, make, _, _ in CASES:
        assert all(finding.severity is not MUST for finding in check_layout(make()))
