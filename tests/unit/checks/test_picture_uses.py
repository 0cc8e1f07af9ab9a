"""A picture stands for one thing, also where the program shows it beside words of its own."""

from __future__ import annotations

from exporter.adapt import adapt
from exporter.checks import check
from exporter.drawings import beside_words
from exporter.source import Source, SourcePicture, SourceRow, SourceSection
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from tests.build import para

EASY = load_edition("easy-read")


def found(drawing: str, text: str) -> list[str]:
    """What is told of a document whose imprint stands beside the house's drawing for it, and which
    has a drawing of the house in a row."""
    shown = beside_words(drawing)
    source = Source(
        name="guide",
        title="A guide",
        language="en-GB",
        imprint="Published by the River Trust.",
        pictures=(SourcePicture(picture=shown, drawing=drawing),),
        sections=(
            SourceSection(
                name="one",
                heading="One",
                easy_read=(SourceRow(pictures=(drawing,), blocks=(para(text),)),),
            ),
        ),
    )
    document = adapt(source, EASY, load_words("en-GB"))
    return [
        one.message for one in check(document, EASY, source) if one.code == "picture-for-two-things"
    ]


def test_a_row_that_has_the_picture_of_the_imprint_for_another_thing_is_told() -> None:
    (message,) = found("information", "Bus tickets cost more.")
    assert message == (
        "“information” stands for two things: “Bus tickets cost more” and "
        "“Published by the River Trust”."
    )


def test_a_row_that_means_the_same_and_a_picture_that_is_not_at_the_end_are_not() -> None:
    assert not found("information", "The River Trust made it.")
    assert not found("bus", "Bus tickets cost more.")
