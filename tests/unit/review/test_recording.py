"""Recording: what somebody says is bound to what there is at that moment."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporter.diagnostics import SourceError
from exporter.review import Check, Match, Review, record_checked, record_matches, status
from exporter.review.parts import parts_of, row_pictures, rows_code, text_code
from tests.build import para
from tests.unit.review.guide import changed, checked, guide, matched, row, said, section


def refusal(call: object) -> list[str]:
    with pytest.raises(SourceError) as caught:
        call()  # type: ignore[operator]
    assert {finding.code for finding in caught.value.findings} == {"review-record"}
    return [finding.message for finding in caught.value.findings]


def test_an_authors_word_covers_every_part_with_its_text() -> None:
    source = guide()
    review = matched(source, who="Ada")
    codes = tuple((part.section.name, text_code(source, part)) for part in parts_of(source))
    assert review == Review((Match(when="2026-05-04", who="Ada", written_for=codes),))


def test_saying_it_again_adds_only_what_is_new() -> None:
    source = guide()
    review = matched(source)
    assert matched(source, review) is review
    later = changed(source, "money", body=said("Other words."))
    again = matched(later, review)
    assert again.records[0] == review.records[0]
    assert [name for name, _ in again.records[1].written_for] == ["money"]


def test_an_author_may_speak_of_one_section() -> None:
    review = matched(guide(), sections=("online",))
    assert [name for name, _ in review.records[0].written_for] == ["online"]


def test_a_groups_word_covers_rows_texts_and_the_pictures_that_it_accepts() -> None:
    source = guide()
    review = checked(source, said=("  Good.\n", ""), accepted=("people", "people"))
    parts = parts_of(source)
    assert review.checks == (
        Check(
            who="The Riverside reading group",
            named=True,
            when="2026-05",
            said=("Good.",),
            accepted=(("people", row_pictures(source)["people"]),),
            rows=tuple((part.section.name, rows_code(source, part)) for part in parts),
            written_for=tuple((part.section.name, text_code(source, part)) for part in parts),
        ),
    )


def test_earlier_reviews_are_kept() -> None:
    source = guide()
    first = checked(source)
    second = checked(source, first, who="Meadow Street group")
    assert second.records[:1] == first.records
    assert [check.who for check in second.checks] == [
        "The Riverside reading group",
        "Meadow Street group",
    ]


def test_a_group_does_not_make_an_out_of_date_part_fit() -> None:
    source = guide()
    later = changed(source, "money", body=said("Other words."))
    review = checked(later, matched(source))
    assert [name for name, _ in review.checks[0].written_for] == ["talking", "online"]
    assert {part.name: part.text for part in status(later, review).parts}["money"] == "out of date"


def test_a_record_needs_a_group_a_date_and_things_that_there_are() -> None:
    source = guide()
    assert refusal(lambda: checked(source, who=" ")) == ["Say which group it was."]
    assert refusal(lambda: checked(source, when="May")) == ["“May” is not a date."]
    assert refusal(lambda: matched(source, sections=("mony",))) == [
        "There is no section “mony” with easy read."
    ]
    assert refusal(lambda: checked(source, accepted=("purple",))) == [
        "No easy-read row shows a picture “purple”."
    ]
    assert refusal(lambda: checked(source, said=("a\x07b",))) == [
        "There is a sign that nobody can read in the words (U+0007)."
    ]


def test_every_fault_of_a_record_is_told_at_once() -> None:
    assert len(refusal(lambda: checked(guide(), who="", when="", accepted=("x",)))) == 3


def test_there_is_nothing_to_record_without_easy_read() -> None:
    source = guide(section("one", para("Words.")))
    assert refusal(lambda: matched(source)) == ["“Our guide” has no easy read."]
    assert refusal(lambda: checked(source)) == ["“Our guide” has no easy read."]


def test_a_group_cannot_have_seen_a_part_without_rows_of_its_own() -> None:
    sub = section("inner", para("Inside."), easy_read=(row("Easy."),))
    source = guide(section("outer", para("Before."), sections=(sub,)))
    assert refusal(lambda: checked(source, sections=("outer",))) == [
        "There are no easy-read rows that a group could have seen."
    ]
    assert [name for name, _ in checked(source).checks[0].rows] == ["inner"]


def test_no_clock_and_no_disk_same_word_same_record() -> None:
    source = guide()
    assert record_matches(source, None, when="2026") == record_matches(
        replace(source), None, when="2026"
    )
    one, two = (
        record_checked(source, None, who="A group", named=False, when="2026") for _ in range(2)
    )
    assert one == two
