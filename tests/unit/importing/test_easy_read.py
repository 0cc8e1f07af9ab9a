"""Easy read comes from a Word table: each row to the part whose words it shares, in order."""

from __future__ import annotations

from pathlib import Path

from exporter.source import SourceSection
from exporter.walk import words_of
from tests.unit.importing.reading import Result, brought
from tests.unit.importing.word_files import p, picture, png, table, word

_TEXT = (
    p("Mondays", "T")
    + p("Getting here", "H1") + p("Take bus number 7 to the library. The bus stops at the door.")
    + p("Money", "H1") + p("Tea costs nothing. Lunch costs five pounds.")
    + p("Who helps", "H1") + p("Volunteers answer the phone and carry chairs.")
)  # fmt: skip
_PICTURES = {"k1": png(1), "k2": png(2)}


def rows(*texts: str) -> str:
    return table(*((p(picture("k1", "A thing")), text) for text in texts), style="")


def easy(section: SourceSection) -> list[str]:
    return [
        " ".join(w for block in row.blocks for w in words_of(block)) for row in section.easy_read
    ]


def by_part(result: Result) -> dict[str, list[str]]:
    return {one.heading: easy(one) for one in result.source.sections}


def test_rows_of_another_file_go_to_the_parts_whose_words_they_share(tmp_path: Path) -> None:
    other = word(
        rows("You can come by bus.", "Lunch costs 5 pounds.", "Volunteers help you."),
        pictures=_PICTURES,
    )
    result = brought(word(_TEXT), tmp_path, easy=other)
    assert by_part(result) == {
        "Getting here": ["You can come by bus."],
        "Money": ["Lunch costs 5 pounds."],
        "Who helps": ["Volunteers help you."],
    }
    assert result.told("row-in-section")[0] == "You can come by bus. → Getting here"
    assert result.document.proof.lost == ()


def test_a_heading_of_the_easy_read_says_which_part_is_meant(tmp_path: Path) -> None:
    other = word(p("Money", "H1") + rows("It is not dear.", "Ask us."), pictures=_PICTURES)
    result = brought(word(_TEXT), tmp_path, easy=other)
    assert by_part(result)["Money"] == ["It is not dear.", "Ask us."]
    assert result.told("heading-of-easy-read") == ["Money"]


def test_a_row_that_shares_no_words_is_asked_about(tmp_path: Path) -> None:
    other = word(rows("You can come by bus.", "Zebras dance."), pictures=_PICTURES)
    result = brought(word(_TEXT), tmp_path, easy=other)
    assert [one.split(" → ")[0] for one in result.told("row-without-section")] == ["Zebras dance."]
    assert result.document.proof.lost == ()


def test_a_part_called_easy_read_gives_its_rows_to_the_others(tmp_path: Path) -> None:
    own = p("Easy read", "H1") + rows("You can come by bus.", "Volunteers help you.")
    result = brought(word(_TEXT + own, pictures=_PICTURES), tmp_path)
    assert by_part(result) == {
        "Getting here": ["You can come by bus."],
        "Money": [],
        "Who helps": ["Volunteers help you."],
    }
    assert result.document.proof.lost == ()


def test_places_of_the_second_file_name_it(tmp_path: Path) -> None:
    from exporter.importing.report import place_of

    other = word(rows("You can come by bus.", "Volunteers help you."), pictures=_PICTURES)
    document = brought(word(_TEXT), tmp_path, easy=other).document
    row = next(one for one in document.decisions if one.code == "row-in-section")
    assert place_of(document, row) == "paragraph 2 of easy.docx"
    assert (row.file, row.line) == ("sections/getting-here.yaml", 5)
