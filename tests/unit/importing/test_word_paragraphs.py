"""Paragraphs of Word that run on, hide, stand in lists that are off, or lie below merged cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.importing.walk.word_words import Changes
from exporter.model import List, ListStyle
from tests.unit.importing.reading import Result, brought
from tests.unit.importing.test_word import section, words
from tests.unit.importing.word_files import NAMES, item, p, r, table, word

_BEGIN = p("A", "T") + p("Welcome", "H1")


def _mark(name: str) -> str:
    """The end of a paragraph with a tracked change of this name."""
    return f'<w:rPr><w:{name} w:id="1" w:author="Ann"/></w:rPr>'


def _body(body: str, tmp_path: Path, changes: Changes = "accept") -> Result:
    return brought(word(_BEGIN + body), tmp_path, changes=changes)


def _said(result: Result) -> list[str]:
    return [words(one) for one in section(result, "welcome").body]


@pytest.mark.parametrize(
    ("mark", "changes"),
    [("del", "accept"), ("moveFrom", "accept"), ("ins", "reject"), ("moveTo", "reject")],
)
def test_words_whose_end_is_taken_out_go_on_in_the_next_paragraph(
    mark: str, changes: Changes, tmp_path: Path
) -> None:
    body = p("We meet ", properties=_mark(mark)) + p("at two.") + p("Come.")
    result = _body(body, tmp_path, changes)
    assert _said(result) == ["We meet at two.", "Come."]
    assert result.document.proof.lost == ()


def test_a_dropped_capital_is_the_first_letter_of_its_paragraph(tmp_path: Path) -> None:
    frame = '<w:framePr w:dropCap="drop" w:lines="3"/>'
    result = _body(p("O", properties=frame) + p("nce a week we meet."), tmp_path)
    assert _said(result) == ["Once a week we meet."]
    assert result.document.proof.lost == ()


def test_the_last_words_of_a_text_stay_where_their_end_is_deleted(tmp_path: Path) -> None:
    result = _body(p("We meet.") + p("Bring a cup.", properties=_mark("del")), tmp_path)
    assert _said(result) == ["We meet.", "Bring a cup."]
    assert result.document.proof.lost == ()


def test_words_whose_end_is_deleted_stay_above_the_table_that_follows(tmp_path: Path) -> None:
    body = p("We meet.", properties=_mark("del")) + table(("Day",), ("Monday",), head=True)
    result = _body(body + p("Come."), tmp_path)
    assert words(section(result, "welcome").body[0]) == "We meet."
    assert result.document.proof.lost == ()


def test_words_of_a_cell_stay_in_it_where_their_end_is_deleted(tmp_path: Path) -> None:
    rows = ("Day", "What"), (p("Monday", properties=_mark("del")), "Art"), ("Friday", "Tea")
    result = _body(table(*rows, head=True), tmp_path)
    (made,) = section(result, "welcome").tables
    assert [[words(cell[0]) for cell in row] for row in made.rows] == [
        ["Monday", "Art"], ["Friday", "Tea"],
    ]  # fmt: skip
    assert result.document.proof.lost == ()


@pytest.mark.parametrize("kind", ["paragraph", "character"])
def test_words_that_a_style_hides_are_left_out_and_told(kind: str, tmp_path: Path) -> None:
    styles = (
        f'<w:styles {NAMES}><w:style w:type="{kind}" w:styleId="Gone"><w:name w:val="Gone"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
    )
    hidden = p("Ask Bo", "Gone") if kind == "paragraph" else p(
        r("We ") + r("Ask Bo", '<w:rStyle w:val="Gone"/>') + r("meet.")
    )  # fmt: skip
    again = p(r("Seen.", '<w:vanish w:val="0"/>'), "Gone" if kind == "paragraph" else "")
    data = word(p("Come.") + hidden + again, more={"word/styles.xml": styles.encode()})
    result = brought(data, tmp_path)
    assert result.told("hidden-words") == ["Ask Bo"]
    assert "Ask Bo" not in result.text("sections/introduction.yaml")
    assert "Seen." in result.text("sections/introduction.yaml")
    assert result.document.proof.lost == ()


def test_a_paragraph_that_is_taken_out_of_its_list_is_no_item(tmp_path: Path) -> None:
    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    result = _body(p("Tea", "LB") + p("We meet at two.", "LB", properties=off), tmp_path)
    made = section(result, "welcome").body
    assert isinstance(made[0], List)
    assert words(made[1]) == "We meet at two."


def test_the_name_of_a_style_may_end_with_any_sign(tmp_path: Path) -> None:
    styles = (
        f'<w:styles {NAMES}><w:style w:type="paragraph" w:styleId="B"><w:name '
        'w:val="List Bullet ²"/></w:style></w:styles>'
    )
    body = p("Come.") + p("Tea", "B") + p("Milk", "B")
    result = brought(word(body, more={"word/styles.xml": styles.encode()}), tmp_path)
    (made,) = [one for one in section(result, "introduction").body if isinstance(one, List)]
    assert len(made.items) == 2


@pytest.mark.parametrize(
    ("level", "style"),
    [
        ('<w:numFmt w:val="decimal"/><w:lvlText w:val="%1²"/>', "number"),
        ('<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="İ%1"/>', "lower-letter"),
        ('<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/>', "lower-letter"),
        ('<w:numFmt w:val="lowerRoman"/><w:isLgl/><w:lvlText w:val="%1."/>', "number"),
        ('<w:numFmt w:val="lowerLetter"/><w:isLgl/><w:lvlText w:val="%1."/>', "number"),
        ('<w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2%1"/>', "bullet"),
        ('<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>', "number"),
    ],
)
def test_a_list_counts_whatever_stands_around_its_numbers(
    level: str, style: ListStyle, tmp_path: Path
) -> None:
    numbering = (
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start '
        f'w:val="1"/>{level}</w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    body = p("Come.") + item("Tea", 1) + item("Milk", 1)
    result = brought(word(body, more={"word/numbering.xml": numbering.encode()}), tmp_path)
    (made,) = [one for one in section(result, "introduction").body if isinstance(one, List)]
    assert (made.style, len(made.items)) == (style, 2)
    assert result.document.proof.lost == ()


_LOWER = "<w:tcPr><w:vMerge/></w:tcPr>"


@pytest.mark.parametrize(
    ("rows", "made"),
    [
        # a cell that goes on with nothing begins merged cells of its own
        ([_LOWER + p("Monday"), _LOWER + p(""), p("Friday")], ["Monday", "Monday", "Friday"]),
        # and a cell that stands alone ends those above it
        (['<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("Monday"), p("Friday"), _LOWER + p()],
         ["Monday", "Friday", "–"]),
    ],
)  # fmt: skip
def test_merged_cells_without_a_first_one_are_merged_all_the_same(
    rows: list[str], made: list[str], tmp_path: Path
) -> None:
    result = _body(table(("Day", "What"), *((one, "Art") for one in rows), head=True), tmp_path)
    (found,) = section(result, "welcome").tables
    assert [words(row[0][0]) for row in found.rows if row[0]] == made
    assert result.document.proof.lost == ()


def test_the_words_of_lower_merged_cells_which_nobody_sees_are_told(tmp_path: Path) -> None:
    first = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + p("Monday")
    written = table(("Day", "What"), (first, "Art"), (_LOWER + p("Old words"), "Tea"), head=True)
    result = _body(written, tmp_path)
    assert result.told("hidden-words") == ["Old words"]
    assert "Old" not in result.text("sections/welcome.yaml")
    assert result.document.proof.lost == ()


def test_the_paragraphs_of_a_comment_do_not_run_together(tmp_path: Path) -> None:
    beside = f'<w:comment w:id="3" w:author="Bo">{p("Is it two?")}{p("Or three?")}</w:comment>'
    said = p(r("We meet.") + '<w:r><w:commentReference w:id="3"/></w:r>')
    result = brought(word(_BEGIN + said, comments=beside), tmp_path)
    assert result.told("comment") == ["Bo: Is it two? Or three?"]


def test_a_sign_that_no_source_can_hold_parts_no_word(tmp_path: Path) -> None:
    result = _body(p("We me\x7fet at\x9f two."), tmp_path)
    assert _said(result) == ["We meet at two."]
    assert result.document.proof.lost == ()
