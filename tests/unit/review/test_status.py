"""What a review is worth when the document has moved on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporter.diagnostics import Severity
from exporter.review import RULES, Review, ReviewStatus, status
from exporter.source import Source
from tests.build import para
from tests.unit.review.guide import (
    MONEY,
    READING,
    TALKING,
    WORDS,
    changed,
    checked,
    guide,
    matched,
    picture,
    row,
    said,
    section,
)

NEW_WORDS = said("Money is shared by all.")
NEW_ROWS = (row("Other words.", "purse"),)


def told(source: Source, review: Review | None) -> list[tuple[str, str, Severity]]:
    """(rule, words concerned, severity) of every finding; each has its reason."""
    findings = status(source, review).findings
    assert all(finding.code in RULES for finding in findings)
    assert all(finding.hint and finding.place.line for finding in findings)
    return [(finding.code, finding.words, finding.severity) for finding in findings]


def texts(found: ReviewStatus) -> dict[str, str]:
    return {part.name: part.text for part in found.parts}


def rows(found: ReviewStatus) -> dict[str, str]:
    return {part.name: part.rows for part in found.parts}


# ---- the text -------------------------------------------------------------------------------


def test_one_changed_sentence_stops_a_release_and_names_the_section() -> None:
    source = guide()
    review = checked(source, matched(source))
    assert told(source, review) == []
    later = changed(source, "money", body=NEW_WORDS)
    assert told(later, review) == [("easy-read-out-of-date", "Money", Severity.MUST_FIX)]
    finding = status(later, review).findings[0]
    assert "“Money”" in finding.message
    assert str(finding.place) == "sources/guide/sections/money.yaml:1"
    assert "exporter review record guide --author" in finding.hint


def test_a_draft_may_wait() -> None:
    source = guide(status="draft")
    review = checked(source, matched(source))
    later = changed(source, "money", body=NEW_WORDS)
    assert told(later, review) == [("easy-read-out-of-date", "Money", Severity.PLEASE_ANSWER)]


def test_an_authors_word_is_enough_to_notice_a_change() -> None:
    source = guide()
    later = changed(source, "online", body=said("Or not."))
    found = status(later, matched(source))
    assert [
        finding.words for finding in found.findings if finding.severity is Severity.MUST_FIX
    ] == ["Online"]


def test_so_is_a_groups_word_alone() -> None:
    source = guide()
    later = changed(source, "rooms", body=said("No room will do."))
    assert texts(status(later, checked(source))) == {
        "money": "fits",
        "talking": "out of date",
        "online": "fits",
    }


def test_new_rows_alone_do_not_make_them_fit_but_the_authors_word_does() -> None:
    source = guide()
    review = matched(source)
    later = changed(source, "money", body=NEW_WORDS, easy_read=NEW_ROWS)
    assert texts(status(later, review))["money"] == "out of date"
    assert texts(status(later, matched(later, review)))["money"] == "fits"


def test_going_back_to_older_words_is_a_change_too() -> None:
    source = guide()
    later = changed(source, "money", body=NEW_WORDS)
    review = matched(later, matched(source))
    assert texts(status(source, review))["money"] == "out of date"


@pytest.mark.parametrize(
    ("state", "severity"),
    [("draft", Severity.FOR_INFORMATION), ("released", Severity.PLEASE_ANSWER)],
)
def test_easy_read_that_nobody_has_compared_is_asked_about_once(
    state: str, severity: Severity
) -> None:
    found = [one for one in told(guide(status=state), None) if one[0] == "easy-read-not-matched"]
    assert found == [("easy-read-not-matched", "", severity)]


def test_a_new_section_is_asked_about_by_name() -> None:
    review = checked(guide(TALKING, READING), matched(guide(TALKING, READING)))
    assert told(guide(), review) == [
        ("easy-read-not-matched", "Money", Severity.PLEASE_ANSWER),
        ("easy-read-not-checked", "Money", Severity.PERSON_DECIDES),
    ]


# ---- the rows -------------------------------------------------------------------------------


def test_checked_by_is_printed_while_every_row_is_as_the_group_saw_it() -> None:
    source = guide()
    sentence = status(source, checked(source)).checked_sentence(WORDS)
    assert sentence == "Checked by The Riverside reading group, May 2026."


def test_without_consent_the_group_is_not_named_anywhere() -> None:
    source = guide()
    review = checked(source, named=False, when="2026-05-04")
    assert (
        status(source, review).checked_sentence(WORDS) == "Checked by a reading group, 4 May 2026."
    )
    later = changed(source, "money", easy_read=NEW_ROWS)
    assert "Riverside" not in " ".join(f.message for f in status(later, review).findings)


def test_one_changed_row_voids_checked_by_and_says_where() -> None:
    source = guide()
    review = checked(source, matched(source))
    later = changed(source, "money", easy_read=NEW_ROWS)
    found = status(later, review)
    assert found.checked_sentence(WORDS) == ""
    assert rows(found) == {"money": "changed", "talking": "checked", "online": "checked"}
    assert told(later, review) == [("easy-read-changed", "Money", Severity.PERSON_DECIDES)]
    assert texts(found)["money"] == "fits"


def test_a_redrawn_picture_voids_checked_by() -> None:
    source = guide()
    shown = replace(source.pictures[0].picture, data=b"<svg/>")
    later = replace(
        source, pictures=(replace(source.pictures[0], picture=shown), *source.pictures[1:])
    )
    assert status(later, checked(source)).checked_sentence(WORDS) == ""


def test_a_changed_text_does_not_void_what_the_group_said_of_the_rows() -> None:
    source = guide()
    later = changed(source, "money", body=NEW_WORDS)
    assert status(later, checked(source)).checked_sentence(WORDS) != ""


def test_a_section_that_the_group_never_saw_voids_checked_by() -> None:
    review = checked(guide(TALKING, READING))
    assert status(guide(TALKING, READING), review).checked_sentence(WORDS) != ""
    found = status(guide(), review)
    assert found.checked_sentence(WORDS) == ""
    assert rows(found)["money"] == "not checked"


def test_a_section_that_has_gone_voids_checked_by() -> None:
    review = checked(guide(), matched(guide()))
    shorter = guide(TALKING, READING)
    assert status(shorter, review).checked_sentence(WORDS) == ""
    assert told(shorter, review) == [("easy-read-changed", "money", Severity.PERSON_DECIDES)]
    again = checked(shorter, review, when="2026-06")
    assert status(shorter, again).checked_sentence(WORDS).endswith("June 2026.")


def test_two_groups_that_saw_half_each_are_both_named() -> None:
    source = guide()
    review = checked(source, sections=("money",))
    assert status(source, review).checked_sentence(WORDS) == ""
    review = checked(source, review, who="Meadow Street", sections=("talking", "online"))
    assert status(source, review).checked_sentence(WORDS) == (
        "Checked by The Riverside reading group, May 2026. Checked by Meadow Street, May 2026."
    )


def test_taking_a_change_back_makes_the_groups_word_true_again() -> None:
    source = guide()
    review = checked(source)
    later = changed(source, "money", easy_read=NEW_ROWS)
    assert status(later, review).checked_sentence(WORDS) == ""
    assert status(source, review).checked_sentence(WORDS) != ""


def test_easy_read_that_no_group_saw_is_left_to_people() -> None:
    assert told(guide(), matched(guide())) == [
        ("easy-read-not-checked", "", Severity.PERSON_DECIDES)
    ]
    assert status(guide(), None).checked_sentence(WORDS) == ""


def test_accepted_pictures_count_while_they_are_the_same() -> None:
    source = guide()
    review = checked(source, accepted=("people",))
    assert status(source, review).accepted == ("people",)
    pictures = (source.pictures[0], picture("people", "Others", file=""), *source.pictures[2:])
    assert status(replace(source, pictures=pictures), review).accepted == ()


def test_without_easy_read_there_is_nothing_to_say() -> None:
    found = status(guide(section("one", para("Words."))), None)
    assert found == ReviewStatus(parts=(), checks=())
    assert found.checked_sentence(WORDS) == ""


def test_a_part_without_rows_of_its_own_is_not_for_the_group() -> None:
    outer = section("outer", para("Before."), sections=(MONEY,))
    source = guide(outer)
    found = status(source, checked(source))
    assert rows(found) == {"outer": "no rows", "money": "checked"}
    assert found.checked_sentence(WORDS) != ""
