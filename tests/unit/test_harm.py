"""What a fault does to readers is known of every rule, and derived in one place."""

from __future__ import annotations

import re

import pytest

from exporter.diagnostics import Severity
from exporter.explain import every_rule
from exporter.harm import SIGNS, WHOLE, Harm, harm_of, pattern_of


@pytest.fixture(scope="module")
def codes() -> dict[str, Severity]:
    return {rule.code: rule.most for rule in every_rule()}


@pytest.mark.parametrize(
    ("code", "harm"),
    [
        ("word-alt-missing", Harm.SHUTS_OUT), ("pdf-alt-missing", Harm.SHUTS_OUT),
        ("word-headings-missing", Harm.SHUTS_OUT), ("word-table-header-missing", Harm.SHUTS_OUT),
        ("html-field-unlabelled", Harm.SHUTS_OUT), ("pdf-untagged", Harm.SHUTS_OUT),
        ("word-unreadable", Harm.SHUTS_OUT), ("word-text-apart", Harm.SHUTS_OUT),
        ("word-heading-skipped", Harm.MISLEADS), ("word-alt-file-name", Harm.MISLEADS),
        ("word-language-missing", Harm.MISLEADS), ("html-link-vague", Harm.MISLEADS),
        ("word-link-dead", Harm.MISLEADS), ("figure-alt-file-name", Harm.MISLEADS),
        ("word-justified", Harm.TIRES), ("sentence-too-long", Harm.TIRES),
        ("word-capitals", Harm.TIRES), ("hard-word", Harm.TIRES),
        ("word-compatibility-mode", Harm.UNLOVELY), ("word-direct-formatting", Harm.UNLOVELY),
        ("word-metadata-left-over", Harm.UNLOVELY), ("word-lines-alone", Harm.UNLOVELY),
    ],
)  # fmt: skip
def test_the_same_fault_does_the_same_in_every_format(
    code: str, harm: Harm, codes: dict[str, Severity]
) -> None:
    assert harm_of(code, codes[code]) is harm


def test_every_word_that_harm_is_known_by_is_in_the_code_of_a_rule(
    codes: dict[str, Severity],
) -> None:
    signs = [sign for _, signs in SIGNS for sign in signs]
    patterns = {sign: re.compile(pattern_of(sign)) for sign in signs}
    assert [sign for sign in signs if not any(map(patterns[sign].search, codes))] == []
    assert [code for code in WHOLE if code not in codes] == []


def test_a_code_with_the_words_of_another_in_it_keeps_its_own_harm(
    codes: dict[str, Severity],
) -> None:
    told = {code: harm_of(code, codes[code]) for code in codes}
    assert told["words-missing"] is told["link-words-missing"] is Harm.SHUTS_OUT
    assert told["interface-words-missing"] is Harm.MISLEADS
    assert told["yaml-fence-at-margin"] is Harm.MISLEADS
    assert told["pdf-margins-narrow"] is told["word-margin-narrow"] is Harm.UNLOVELY
    assert told["pdf-hyphenated"] is told["word-hyphenation"] is Harm.TIRES
    assert harm_of("unlocked", Severity.PERSON_DECIDES) is Harm.UNLOVELY


def test_what_shuts_people_out_must_be_fixed(codes: dict[str, Severity]) -> None:
    mild = {
        code
        for code, severity in codes.items()
        if harm_of(code, severity) is Harm.SHUTS_OUT and severity > Severity.MUST_FIX
    }
    assert mild == set()


def test_a_code_that_says_nothing_of_it_goes_by_how_much_it_matters() -> None:
    assert [harm_of("some-new-fault", one) for one in Severity] == [
        Harm.MISLEADS, Harm.TIRES, Harm.UNLOVELY, Harm.UNLOVELY,
    ]  # fmt: skip
