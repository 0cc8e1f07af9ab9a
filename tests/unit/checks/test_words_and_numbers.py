"""Single findings that are easy to get wrong."""

from __future__ import annotations

import pytest

from exporter.checks import check_text
from exporter.checks.hardness import is_hard
from exporter.checks.numbers import in_people
from exporter.checks.syllables import syllables
from exporter.checks.texts import TextParagraph
from exporter.checks.word_lists import Phrases
from exporter.diagnostics import Place


def found(text: str, code: str) -> list[tuple[str, str]]:
    report = check_text((TextParagraph(text, Place("a", 1), "paragraph"),))
    return [(each.words, each.suggestion) for each in report.findings if each.code == code]


@pytest.mark.parametrize(
    ("share", "people"),
    [
        (25, "1 in 4"), (50, "half"), (33, "about 1 in 3"), (10, "1 in 10"), (30, "3 in 10"),
        (27, "about 3 in 10"), (1, "1 in 100"), (3, "about 3 in 100"), (98, "about 98 in 100"),
        (100, "all"), (150, ""), (2.5, "about 2 in 100"), (0, "none"),
    ],
)  # fmt: skip
def test_a_percentage_is_told_in_people(share: float, people: str) -> None:
    assert in_people(share) == people


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twenty-one people came.", [("Twenty-one", "21")]),
        ("Two hundred and five people came.", [("Two hundred and five", "205")]),
        ("Three thousand people came.", [("Three thousand", "3,000")]),
        ("A hundred people came.", [("A hundred", "100")]),
        ("Two-thirds of people came.", [("Two-thirds", "2 in 3")]),
        ("The Two Rivers group came.", []),
        ("No one came.", []),
        ("One day we will come.", []),
        ("One hour is enough.", [("One", "1")]),
        ("The one in the hat came.", []),
        ("People came and went.", []),
    ],
)
def test_numbers_in_words_get_their_digits(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "number-in-words") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Come on 05/11/2026.", [("05/11/2026", "Thursday 5 November 2026")]),
        ("Come on 5.11.26.", [("5.11.26", "Thursday 5 November 2026")]),
        ("Come on 2026-11-05.", [("2026-11-05", "Thursday 5 November 2026")]),
        ("Read version 1.2.3 of it.", []),
        ("It is open 24/7.", []),
    ],
)
def test_dates_in_figures_are_written_out(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "date-in-figures") == expected


def test_a_date_that_there_is_not_is_found() -> None:
    assert found("Come on Monday 31 February 2026.", "weekday-wrong")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Come at 14:30.", "2:30 pm"),
        ("Come at 09:00.", "9:00 am"),
        ("Come at 00:15.", "12:15 am"),
        ("Come at 9:30 am.", ""),
        ("It costs £14.30.", ""),
        ("The size is 14.30 metres.", ""),
    ],
)
def test_times_are_those_of_a_clock_on_the_wall(text: str, expected: str) -> None:
    assert [suggestion for _, suggestion in found(text, "time-hard-to-read")] == (
        [expected] if expected else []
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Applied Research Collaboration (ARC) is here. ARC helps.", []),
        ("The ARC (Applied Research Collaboration) is here.", []),
        ("ARC stands for Applied Research Collaboration.", []),
        ("The Big Group (ARC) is here.", ["ARC"]),
        ("The ARCs are here. Ask the ARC.", ["ARC"]),
        ("Write to ARC@example.org.", []),
        ("King Henry VIII was here.", []),
        ("THE ROOM IS CLOSED TODAY.", []),
        ("My GP and the NHS help.", []),
        ("A PhD takes long.", ["PhD"]),
    ],
)
def test_initials_are_found_unless_they_are_spelt_out(text: str, expected: list[str]) -> None:
    assert [words for words, _ in found(text, "acronym")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I can’t come.", [("can’t", "cannot")]),
        ("They won't come.", [("won't", "will not")]),
        ("Sam’s cat is here.", []),
        ("It’s here.", [("It’s", "It is")]),
        ("We’ll come.", [("We’ll", "We will")]),
    ],
)
def test_contractions_are_written_out(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "contraction") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Max is here.", []),
        ("At most max 5 people.", [("max", "at most")]),
        ("Bring fruit etc.", [("etc", "and so on")]),
        ("Come on Sat 5 May.", [("Sat", "Saturday")]),
        ("Sam sat here.", []),
        ("There is no. That is clear.", []),
        ("Look at no. 5.", [("no.", "number")]),
    ],
)
def test_short_forms_are_written_out(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "abbreviation") == expected


@pytest.mark.parametrize("word", ["utilise", "utilize", "methodology", "commencing", "co-produced"])
def test_hard_words_are_hard_in_every_form(word: str) -> None:
    assert is_hard(word)


@pytest.mark.parametrize("word", ["people", "sandwiches", "toothbrush", "nurses", "wheelchair"])
def test_everyday_words_are_not_hard(word: str) -> None:
    assert not is_hard(word)


@pytest.mark.parametrize(
    "text",
    [
        "A stakeholder is somebody who cares about the work.",
        "Ask a stakeholder. A stakeholder is a person who cares.",
        "People who care are called stakeholders.",
        "Ask your stakeholders. This means people who care.",
    ],
)
def test_a_hard_word_that_is_explained_is_no_finding(text: str) -> None:
    assert found(text, "hard-word") == []


def test_a_hard_word_is_told_once() -> None:
    assert len(found("Evaluate it. Evaluation helps. We evaluate.", "hard-word")) <= 2
    assert len(found("The stakeholders met. Each stakeholder spoke.", "hard-word")) == 1


def test_the_word_in_another_sentence_is_not_a_meaning() -> None:
    assert found("The methodology is a problem.", "hard-word")


@pytest.mark.parametrize(
    ("word", "count"),
    [("cat", 1), ("people", 2), ("information", 4), ("asked", 1), ("wanted", 2), ("idea", 3),
     ("the", 1), ("meeting", 2), ("area", 3), ("houses", 2), ("co-production", 4)],
)  # fmt: skip
def test_syllables_are_counted_about_right(word: str, count: int) -> None:
    assert syllables(word) == count


def test_the_longest_phrase_wins() -> None:
    finder = Phrases(["in order to", "in order to|for go"])
    (match,) = finder.matches(("in", "order", "to", "go"))
    assert (match.start, match.end) == (0, 4)


@pytest.mark.parametrize(
    "text", ["Code 20418 works.", "Ask for order 12866 today.", "Executive Order 12866 says no."]
)
def test_a_number_that_names_something_is_no_big_number(text: str) -> None:
    found = check_text((TextParagraph(text, Place("a", 1), "paragraph"),)).findings
    assert "big-number" not in {one.code for one in found}
