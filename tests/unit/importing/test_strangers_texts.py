"""What leaflets, minutes, forms and reports of strangers hold: nothing is lost without a word."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.importing.walk.word_words import Changes
from tests.unit.importing.reading import Result, brought
from tests.unit.importing.word_files import item, p, picture, png, r, table, word

_W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
_ANN = 'w:author="Ann" w:date="2026-05-05T10:00:00Z"'


def body(result: Result) -> str:
    return "\n".join(text.decode() for name, text in result.document.files if "sections/" in name)


def headings(*words: tuple[str, str]) -> str:
    return p("Rules", "T") + "".join(p(text, style) + p("Words.") for text, style in words)


def _cell(words: str) -> str:
    return f"<w:tc>{p(words)}</w:tc>"


def _rows(*rows: tuple[str, str]) -> str:
    """A table whose rows have properties of their own."""
    written = "".join(
        f"<w:tr><w:trPr>{about}</w:trPr>{_cell(words)}{_cell('Raj')}</w:tr>"
        for about, words in rows
    )
    return f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr>{written}</w:tbl>'


# ---- rows that were put in, taken out or hidden --------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "kept", "left"),
    [("accept", "Build the ramp", "Book the hall"), ("reject", "Book the hall", "Build the ramp")],
)
def test_tracked_rows_of_a_table_are_taken_and_told(
    changes: Changes, kept: str, left: str, tmp_path: Path
) -> None:
    rows = _rows(
        ("", "What"),
        (f'<w:ins w:id="1" {_ANN}/>', "Build the ramp"),
        (f'<w:del w:id="2" {_ANN}/>', "Book the hall"),
        ("", "Write a letter"),
    )
    result = brought(
        word(p("Minutes", "T") + p("Who does what.") + rows), tmp_path, changes=changes
    )
    assert kept in body(result)
    assert left not in body(result)
    assert sorted(result.told(f"change-{changes}ed")) == [
        "row put in by Ann: Build the ramp | Raj",
        "row taken out by Ann: Book the hall | Raj",
    ]
    assert result.document.proof.lost == ()


def test_a_row_whose_words_are_tracked_too_is_told_once(tmp_path: Path) -> None:
    put_in = f'<w:ins w:id="3" {_ANN}>{r("Build the ramp")}</w:ins>'
    row = f'<w:tr><w:trPr><w:ins w:id="1" {_ANN}/></w:trPr><w:tc>{p(put_in)}</w:tc></w:tr>'
    rows = _rows(("", "What")).replace("</w:tbl>", f"{row}</w:tbl>")
    result = brought(word(p("Minutes", "T") + p("Words.") + rows), tmp_path)
    assert result.told("change-accepted") == ["put in by Ann: Build the ramp"]


def test_a_hidden_row_is_told_with_its_words(tmp_path: Path) -> None:
    rows = _rows(("", "What"), ("<w:hidden/>", "Secret"), ("", "Write a letter"))
    result = brought(word(p("Minutes", "T") + p("Words.") + rows), tmp_path)
    assert result.told("hidden-words") == ["Secret | Raj"]
    assert "Secret" not in body(result)


# ---- numbers that somebody typed -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "bare"),
    [
        (("1 Purpose", "2 Money", "3 People"), ("Purpose", "Money", "People")),
        (("A. Purpose", "B. Money"), ("Purpose", "Money")),
        (("I. Purpose", "II. Money", "III. People"), ("Purpose", "Money", "People")),
        (("Section 1 Purpose", "Section 2 Money"), ("Purpose", "Money")),
        (("Purpose", "Appendix A Forms"), ("Purpose", "Forms")),
        (("7 ways to help", "Money"), ("7 ways to help", "Money")),
        (("10 things", "3 people"), ("10 things", "3 people")),
        (("V. Important", "Money"), ("V. Important", "Money")),
        (("2026 was good", "2027 will be"), ("2026 was good", "2027 will be")),
    ],
)
def test_numbers_of_headings_that_count_are_taken_away(
    typed: tuple[str, ...], bare: tuple[str, ...], tmp_path: Path
) -> None:
    result = brought(word(headings(*((one, "H1") for one in typed))), tmp_path)
    assert tuple(one.heading for one in result.source.sections) == bare
    assert len(result.told("typed-heading-number")) == sum(map(str.__ne__, typed, bare))
    assert result.document.proof.lost == ()


def test_an_appendix_is_counted_by_the_program(tmp_path: Path) -> None:
    result = brought(word(headings(("Purpose", "H1"), ("Appendix A Forms", "H1"))), tmp_path)
    assert [one.appendix for one in result.source.sections] == [False, True]


# ---- lists with the letter o ---------------------------------------------------------------------


def test_the_letter_o_below_an_item_is_a_bullet_of_the_second_level(tmp_path: Path) -> None:
    typed = "".join(map(p, ("• Green: garden", "o peelings", "o grass", "• Black: all else")))
    result = brought(word(p("Bins", "T") + p("Which?") + typed), tmp_path)
    assert "- Green: garden\n\n    - peelings\n    - grass\n\n  - Black" in body(result)
    assert result.document.proof.lost == ()


def test_one_line_of_welsh_that_begins_with_o_stays_a_line(tmp_path: Path) -> None:
    typed = item("Y bont", 1) + p("o dan y bwrdd")
    result = brought(word(p("Lle", "T") + p("Ble?") + typed), tmp_path)
    assert "o dan y bwrdd" in body(result)


# ---- forms ---------------------------------------------------------------------------------------


def _box(alias: str, words: str) -> str:
    box = (
        f'<w:sdt {_W14}><w:sdtPr><w:alias w:val="{alias}"/><w14:checkbox/></w:sdtPr>'
        f"<w:sdtContent>{r('☐')}</w:sdtContent></w:sdt>"
    )
    return p(box + r(f" {words}"))


def test_a_question_may_end_with_how_many_to_tick(tmp_path: Path) -> None:
    asked = p("How was it? (Please tick one.)") + _box("a", "Good") + _box("b", "Bad")
    result = brought(word(p("Form", "T") + asked), tmp_path)
    assert "::: question one\n" in body(result)
    assert result.told("form-field") == ["a", "b"]
    assert result.document.proof.lost == ()


@pytest.mark.parametrize("line", ["_" * 20, "…" * 12, "." * 30, "_____ _____"])
def test_typed_lines_below_words_that_ask_are_lines_to_write_on(line: str, tmp_path: Path) -> None:
    asked = p("Tell us more:") + p(line) + p(line) + p("Thank you.")
    result = brought(word(p("Form", "T") + asked), tmp_path)
    assert "::: question lines 2\n  Tell us more:\n  :::\n\n  Thank you." in body(result)


def test_words_that_only_prompt_are_told_and_left_out(tmp_path: Path) -> None:
    control = (
        '<w:sdt><w:sdtPr><w:alias w:val="Name"/><w:showingPlcHdr/><w:text/></w:sdtPr>'
        f"<w:sdtContent>{r('Click here to enter text.')}</w:sdtContent></w:sdt>"
    )
    result = brought(word(p("Form", "T") + p(r("Your name: ") + control)), tmp_path)
    assert "Click here" not in body(result)
    assert result.told("form-field") == ["Name: Click here to enter text."]
    assert result.document.proof.lost == ()


# ---- reports -------------------------------------------------------------------------------------


def test_the_page_of_a_reference_is_told(tmp_path: Path) -> None:
    page = f'<w:fldSimple w:instr=" PAGEREF _Ref2 \\h ">{r("3")}</w:fldSimple>'
    text = p("Report", "T") + p(r("More is on page ") + page + r("."))
    assert brought(word(text), tmp_path).told("page-number-dropped") == ["3"]


def test_a_header_in_two_rows_heads_each_column_with_both(tmp_path: Path) -> None:
    def cell(words: str, about: str) -> str:
        return f"<w:tc><w:tcPr>{about}</w:tcPr>{p(words)}</w:tc>"

    first, lower = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    wide = '<w:gridSpan w:val="2"/>'
    rows = (
        f"<w:tr>{cell('Area', first)}{cell('2025', wide)}</w:tr>"
        f"<w:tr>{cell('', lower)}{cell('May', '')}{cell('June', '')}</w:tr>"
        f"<w:tr>{cell('North', '')}{cell('10', '')}{cell('20', '')}</w:tr>"
    )
    result = brought(word(p("Report", "T") + p("Words.") + f"<w:tbl>{rows}</w:tbl>"), tmp_path)
    (made,) = result.source.sections[0].tables
    assert [words for _, words in made.columns] == ["Area", "2025: May", "2025: June"]
    assert len(made.rows) == 1


def test_a_number_of_easy_read_that_its_words_say_again_is_not_lost(tmp_path: Path) -> None:
    rows = (
        (p(picture("k1", "A nurse")), "A health check is free."),
        (p(picture("k1", "A nurse")), "You can bring someone."),
        (p("7"), "7 out of 10 people go."),
    )
    result = brought(
        word(p("Health", "T") + table(*rows, style=""), pictures={"k1": png(1)}), tmp_path
    )
    assert result.source.sections[0].easy_read[2].number == "7"
    assert result.document.proof.lost == ()
