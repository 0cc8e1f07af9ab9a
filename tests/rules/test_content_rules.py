"""Each rule has an error example, where it and nothing else fires once, and a valid one."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from exporter.checks import RULE_SETS, RULES, ContentRule, check
from exporter.diagnostics import Severity
from tests.rules.building import Maker

FOLDER = Path(__file__).parent / "content"
EXAMPLES: dict[str, dict[str, Any]] = {
    file.stem: yaml.safe_load(file.read_text("utf-8")) for file in sorted(FOLDER.glob("*.yaml"))
}
WITHOUT_EXAMPLE = {"word-lists-missing", "shaping-absent", "nastaliq-absent"}
"""Fire when something is not installed; tests/unit/checks has their tests."""


def findings(example: dict[str, Any], edition: str) -> list[str]:
    made = Maker(example, edition)
    return [finding.code for finding in check(made.document, made.edition, made.source)]


def _edition(code: str) -> str:
    return str(EXAMPLES[code].get("edition", "easy-read"))


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_error_fires_this_rule_once_and_nothing_else(code: str) -> None:
    assert findings(EXAMPLES[code]["error"], _edition(code)) == [code]


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_valid_example_fires_nothing(code: str) -> None:
    assert findings(EXAMPLES[code]["valid"], _edition(code)) == []


def test_every_rule_has_its_pair_of_examples() -> None:
    assert set(EXAMPLES) == set(RULES) - WITHOUT_EXAMPLE


def test_there_are_at_least_sixty_rules() -> None:
    assert len(RULES) >= 60


@pytest.mark.parametrize("one", RULES.values(), ids=list(RULES))
def test_every_rule_explains_itself_and_names_its_source(one: ContentRule) -> None:
    rule = one.rule
    assert rule.source
    assert not any(part.startswith(("S", "WCAG")) and len(part) < 4 for part in rule.source.split())
    for words in (rule.title, rule.reason, rule.to_do):
        first = next(letter for letter in words if letter.isalnum())
        assert first.isupper() or first.isdigit()
        assert words.rstrip("”")[-1] in ".?!…"
    assert any(rule.severity(rules) is not None for rules in RULE_SETS)


@pytest.mark.parametrize("one", RULES.values(), ids=list(RULES))
def test_print_is_never_asked_more_than_easy_read(one: ContentRule) -> None:
    easy_read = one.rule.severity("easy-read")
    for rules in ("large-print", "clear-print"):
        severity = one.rule.severity(rules)
        if severity is not None and easy_read is not None:
            assert severity >= easy_read


WORDING = {
    "exporter.checks.sentences", "exporter.checks.words", "exporter.checks.acronyms",
    "exporter.checks.same_word",
}  # fmt: skip


@pytest.mark.parametrize("one", RULES.values(), ids=list(RULES))
def test_wording_is_at_most_for_information_in_print(one: ContentRule) -> None:
    if one.find.__module__ in WORDING:
        for rules in ("large-print", "clear-print"):
            assert one.rule.severity(rules) in (None, Severity.FOR_INFORMATION)


@pytest.mark.parametrize(
    ("example", "told"),
    [
        ("Sam is here.", "An example holds keys"),
        ({"txt": "Sam is here."}, "“txt” is no key of an example. There are: text, many, rows"),
        ({"rows": ["Sam is here."]}, "Each of “rows” is written like this:  - {text:"),
        ({"rows": {"text": "Sam is here."}}, "“rows” is keys, text. Write  rows:"),
        ({"rows": [{"text": "a", "pictures": ["Sam"]}]}, "Each of “pictures” is written"),
        ({"text": [{"text": "Sam"}]}, "Each of “text” is written like this:  - Words of a row."),
        ({"text": None}, "“text” is empty. Write  text: Words of a row."),
        ({"many": True}, "“many” is True. Write  many: 40"),
        ({"blocks": [{"list": ["a"], "quote": "b"}]}, "this one is list, quote."),
        ({"blocks": [{"lists": ["a"]}]}, "Each of “blocks” is one of list, table, figure"),
        ({"headings": ["Part two"]}, "Each of “headings” is written like this:"),
    ],
)
def test_a_slip_in_an_example_is_a_sentence_that_says_what_to_write(
    example: Any, told: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        Maker(example, "easy-read")


@pytest.mark.parametrize("code", EXAMPLES)
def test_a_message_is_a_whole_sentence_without_marks_within_marks(code: str) -> None:
    made = Maker(EXAMPLES[code]["error"], _edition(code))
    for finding in check(made.document, made.edition, made.source):
        assert re.search(r"[^.]\.$|\?$", finding.message), finding.message
        for said in (finding.message, finding.hint):
            assert not re.search(r"“[^”]*“|\.”\.", said), said
            assert "can not" not in said
