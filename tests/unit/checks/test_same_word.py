"""The same word for the same thing: what the authors chose comes before our own list."""

from __future__ import annotations

from typing import Any

from exporter.checks import check
from exporter.diagnostics import Diagnostic, Severity
from tests.rules.building import Maker


def findings(
    words: dict[str, list[str]], edition: str = "easy-read", **example: Any
) -> list[Diagnostic]:
    made = Maker({**example, "source": {"words": words}}, edition)
    found = check(made.document, made.edition, made.source)
    return [one for one in found if one.code == "different-words-same-thing"]


TEAM = {"support team": ["help team", "assistance group"]}


def test_a_word_that_is_not_kept_to_is_told_with_the_word_that_is() -> None:
    (finding,) = findings(TEAM, text="Help teams come to your home.")
    assert finding.words == "Help teams"
    assert finding.suggestion == "Support teams"
    assert finding.severity is Severity.MUST_FIX


def test_each_place_is_told() -> None:
    text = ["The help team is here.", "Ask the assistance group.", "This is the help team’s home."]
    assert [one.suggestion for one in findings(TEAM, text=text)] == [
        "support team",
        "support team",
        "support team's",
    ]


def test_headings_keep_to_the_words_too() -> None:
    (finding,) = findings(TEAM, heading="Meet the help team", text="Sam is here.")
    assert finding.words == "help team"


def test_somebody_who_is_quoted_may_use_any_word() -> None:
    assert findings(TEAM, rows=[{"blocks": [{"quote": "My help team is nice."}]}]) == []


def test_a_word_inside_the_chosen_one_is_no_other_word() -> None:
    assert findings({"support team": ["team"]}, text="The support team is here.") == []


def test_large_print_is_only_told_of_it_because_it_does_not_change_words() -> None:
    for edition in ("large-print", "standard"):
        (finding,) = findings(TEAM, edition, text="The help team is here.")
        assert finding.severity is Severity.FOR_INFORMATION


def test_our_own_list_leaves_alone_what_the_authors_chose() -> None:
    both = ["Fill in the survey.", "Send us the questionnaire."]
    assert [one.severity for one in findings({}, text=both)] == [Severity.PLEASE_ANSWER]
    chosen = findings({"survey": ["questionnaire"]}, text=both)
    assert [(one.words, one.severity) for one in chosen] == [("questionnaire", Severity.MUST_FIX)]


def test_the_list_holds_in_every_language() -> None:
    welsh = {"language": "cy"}
    (finding,) = findings({"tîm cymorth": ["tîm help"]}, document=welsh, text="Y tîm help yw hwn.")
    assert finding.suggestion == "tîm cymorth"
