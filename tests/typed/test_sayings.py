"""What the program may say: its own sentences, with what it sets into them."""

from __future__ import annotations

import pytest

from exporter.model import Words
from exporter.typed.sayings import CLAIMED, Said

LOCALE = Words(
    entries=(
        ("write", "You can write to us at {address}"),
        ("figure", "Figure {number}: {caption}"),
        ("checked", "{who} looked at it in {when}"),
        ("bare", "{title}"),
    )
)
SAID = Said(LOCALE, [("us",), ("spring", "street"), ("3", "may")])


@pytest.mark.parametrize(
    "line",
    [
        "you can write to us at spring street",
        "you can write to us at us spring street",
        f"you can write to us at {CLAIMED}",
        f"figure 12 {CLAIMED} figure 3 spring street",
        "the green group and others looked at it in a week of may",
        f"us {CLAIMED} 3 may",
        "",
    ],
)
def test_sentences_of_the_program_hold_values_also_where_a_value_is_a_word_of_theirs(
    line: str,
) -> None:
    assert SAID.covers(tuple(line.split()))


@pytest.mark.parametrize(
    "line",
    [
        "you can write to us at",
        "you can write to us at spring",
        "you can write to them at us",
        f"figure us {CLAIMED}",
        f"figure 12 {CLAIMED} and",
        f"the {CLAIMED} group looked at it in may",
        "looked at it in may",
        "may",
    ],
)
def test_a_line_with_one_word_that_nobody_set_there_is_made_up(line: str) -> None:
    assert not SAID.covers(tuple(line.split()))


def test_a_long_line_that_almost_fits_is_told_as_well() -> None:
    almost = "looked at it in " * 300

    assert SAID.covers(("we", *almost.split(), "may"))
    assert not SAID.covers(("we", *almost.split(), CLAIMED, "may"))
