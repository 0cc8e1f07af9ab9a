"""A hard word that is explained without a picture is told with the drawing of the house for it."""

from __future__ import annotations

import yaml

from exporter.adapt import adapt
from exporter.checks import check
from exporter.drawings import drawing, meant_by, names
from exporter.model import Picture
from exporter.source import GlossaryEntry, Source, SourcePicture, SourceRow, SourceSection
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from tests.build import SVG, para, words

EASY = load_edition("easy-read")


def picture(name: str) -> SourcePicture:
    shown = Picture(name=name, media="svg", data=SVG, alt="A sign", width=400, height=320)
    return SourcePicture(picture=shown)


def suggested(row: SourceRow, *entries: GlossaryEntry, pictures: tuple[str, ...] = ()) -> list[str]:
    """What is suggested for the rows that have no picture."""
    source = Source(
        name="guide",
        title="A guide",
        language="en-GB",
        sections=(SourceSection(name="one", heading="One", easy_read=(row,)),),
        glossary=entries,
        pictures=tuple(map(picture, pictures)),
    )
    document = adapt(source, EASY, load_words("en-GB"))
    found = check(document, EASY, source)
    return [one.suggestion for one in found if one.code == "row-without-picture"]


def entry(word: str, picture: str = "") -> GlossaryEntry:
    meaning = words("Someone who finds things out.")
    name = word.replace(" ", "-")
    return GlossaryEntry(name=name, word=word, meaning=meaning, easy=meaning, picture=picture)


def test_the_lines_of_the_document_are_suggested_whole_and_can_be_typed_as_they_are() -> None:
    (lines,) = suggested(SourceRow(word="researcher"), entry("researcher"))
    assert yaml.safe_load(lines) == {
        "pictures": {
            "researcher": {
                "drawing": "researcher",
                "alt": "A researcher studies papers with a magnifying glass.",
            }
        },
        "glossary": {"researcher": {"picture": "researcher"}},
    }


def test_a_picture_that_the_document_has_is_only_named() -> None:
    (lines,) = suggested(
        SourceRow(word="mental-illness"), entry("mental illness"), pictures=("mental-health",)
    )
    assert yaml.safe_load(lines) == {"glossary": {"mental-illness": {"picture": "mental-health"}}}


def test_nothing_is_suggested_where_the_house_has_none_or_no_word_is_explained() -> None:
    assert suggested(SourceRow(word="epistemology"), entry("epistemology")) == [""]
    assert suggested(SourceRow(blocks=(para("A researcher helps."),)), entry("researcher")) == [""]
    known = entry("researcher", "researcher")
    assert suggested(SourceRow(word="researcher"), known, pictures=("researcher",)) == []


def test_each_drawing_is_found_by_its_name_and_what_it_shows_is_told() -> None:
    assert all(meant_by(name.replace("-", " ")) for name in names())
    meaning = meant_by("Researcher")
    assert meaning is not None
    assert drawing(meaning.name) is not None
    assert meant_by("epistemology") is None
