"""The numbers and letters of lists, as readers see them, in every format."""

from __future__ import annotations

import pytest

from exporter.outline import Outline
from exporter.readback import docx, html, pdf
from exporter.readback.numerals import Numerals, is_marker, marker_in, numeral
from tests.unit.readback.pdf_by_hand import Element
from tests.unit.readback.pdf_by_hand import pdf as pdf_of
from tests.unit.readback.word_by_hand import level, p, word


def _markers(outline: Outline) -> list[str]:
    return [entry.marker for entry in outline if entry.role == "item"]


@pytest.mark.parametrize(
    ("number", "numerals", "written"),
    [(3, "decimal", "3"), (1, "lower-letter", "a"), (28, "lower-letter", "ab"),
     (2, "upper-letter", "B"), (4, "lower-roman", "iv"), (1949, "upper-roman", "MCMXLIX"),
     (0, "lower-letter", "0"), (4000, "upper-roman", "4000")],
)  # fmt: skip
def test_a_number_is_written_in_the_numerals_of_its_list(
    number: int, numerals: Numerals, written: str
) -> None:
    assert numeral(number, numerals) == written


@pytest.mark.parametrize(
    ("drawn", "marker"),
    [("3.", "3"), ("(b)", "b"), ("iv)", "iv"), ("1.2.", "1.2"), ("•", ""), ("–", ""), ("", "")],
)
def test_a_drawn_marker_is_its_number_without_dots_and_brackets(drawn: str, marker: str) -> None:
    assert marker_in(drawn) == marker


@pytest.mark.parametrize("drawn", ["", "•", "3.", "(b)", "iv)", "1.2.", "– 2.1 –", "Z"])
def test_what_only_numbers_an_item_is_a_marker(drawn: str) -> None:
    assert is_marker(drawn)


@pytest.mark.parametrize("said", ["Phone", "a b", "(Source:)", "._" * 20_000 + "a b"])
def test_words_are_no_marker_however_many_signs_stand_before_them(said: str) -> None:
    assert not is_marker(said)


@pytest.mark.parametrize(
    ("page", "markers"),
    [
        ("<ol><li>a<li>b</ol><ul><li>c</ul><ol><li>d</ol>", ["1", "2", "", "1"]),
        ("<ol start=4><li>a<li value=9>b<li>c</ol>", ["4", "9", "10"]),
        ("<ol reversed><li>a<li>b</ol>", ["2", "1"]),
        ("<ol type=a><li>a<ol type=I><li>b</ol><li>c</ol>", ["a", "I", "b"]),
        ("<ol><li>a<ul><li>b</ul><li>c</ol>", ["1", "", "2"]),
    ],
)
def test_html_numbers_the_items_of_ordered_lists(page: str, markers: list[str]) -> None:
    assert _markers(html.read_back(page.encode())) == markers


def test_pdf_has_the_markers_that_are_drawn() -> None:
    items: list[Element | str] = [
        ("LI", {}, [("Lbl", {}, [label]), ("LBody", {}, ["words"])]) for label in ("(a)", "3.", "•")
    ]
    assert _markers(pdf.read_back(pdf_of([("L", {}, items)]))) == ["a", "3", ""]


def _list(name: str, *levels: tuple[str, str]) -> str:
    inside = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{numerals}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for index, (numerals, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{name}">{inside}</w:abstractNum>'


def _num(number: int, name: str, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{name}"/>{override}</w:num>'


_LISTS = (
    _list("n", ("decimal", "%1."), ("lowerLetter", "(%2)"), ("upperRoman", "%1.%3"))
    + _list("b", ("bullet", "•"), ("none", ""), ("decimal", "Step"))
    + _num(1, "n")
    + _num(2, "b")
    + _num(3, "n", '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>')
)


def _in_word(*items: tuple[int, int]) -> list[str]:
    """The markers of items, each given by its list and its level."""
    body = "".join(
        p("LB", "words", numbering=level(deep).replace('numId w:val="1"', f'numId w:val="{which}"'))
        for which, deep in items
    )
    return _markers(docx.read_back(word(body, numbering=_LISTS)))


def test_word_counts_each_level_anew_below_the_one_above() -> None:
    items = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1)]
    assert _in_word(*items) == ["1", "a", "b", "1.I", "2", "a"]


def test_word_lists_of_one_kind_go_on_unless_they_say_where_they_begin() -> None:
    assert _in_word((1, 0), (2, 0), (1, 0), (3, 0), (3, 0)) == ["1", "", "2", "5", "6"]


def test_word_bullets_and_markers_of_words_alone_are_no_numbers() -> None:
    assert _in_word((2, 0), (2, 1), (2, 2), (9, 0)) == ["", "", "", ""]


def test_a_level_takes_more_than_26_letters() -> None:
    items = [(1, 1)] * 28
    assert _in_word(*items)[-2:] == ["aa", "bb"]
