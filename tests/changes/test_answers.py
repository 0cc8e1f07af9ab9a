"""`exporter answers`: forms that came back, one or forty, as lines, as a table, as JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from copy import deepcopy
from pathlib import Path

import pikepdf
import pytest

from exporter.cli import main
from exporter.making.documents import load_document
from exporter.styles.editions import load_edition
from exporter.writers import html, pdf_reportlab, pdf_weasyprint
from tests.changes import filling
from tests.changes.editing import Editor
from tests.changes.guide import BRAND, Guide
from tests.conftest import needs_pango

_QUESTIONS = [
    "Was the guide clear?", "When can you come?", "What would help you?",
    "What else should we know?", "May we phone you?", "What is your name?",
]  # fmt: skip


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Guide:
    monkeypatch.chdir(tmp_path)
    return filling.form(tmp_path)


def _word(made: Guide, typed: str, name: str = "Ann Other") -> bytes:
    editor = Editor(made.word_file())
    filling.tick(editor, "question-1-answer-1")
    filling.tick(editor, "question-3-answer-1")
    filling.tick(editor, "question-3-answer-2")
    filling.answer(editor, "question-4", typed)
    filling.answer(editor, "question-6", name)
    return editor.saved()


def _pdf(made: Guide, writer: object, typed: str) -> bytes:
    edition = load_edition("standard")
    document = load_document(made.folder, None).adapted(edition)
    data = writer.stamp(writer.compile(document, edition.theme), BRAND)  # type: ignore[attr-defined]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            if str(field.T) == "question-3-answer-2":
                field.V = field.AS = pikepdf.Name("/Yes")
            if str(field.T) == "question-1":
                field.V = field.Kids[1].AS = pikepdf.Name("/1")
            if str(field.T) == "question-4":
                field.V = pikepdf.String(typed)
        saved = io.BytesIO()
        pdf.save(saved)
    return saved.getvalue()


def _rows(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out)))


def test_forms_of_every_kind_make_one_table(
    made: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("one.docx").write_bytes(_word(made, "I come by bus."))
    Path("two.pdf").write_bytes(_pdf(made, pdf_reportlab, "By train.\rAnd on foot."))
    assert main(["answers", "one.docx", "two.pdf", "--csv"]) == 0
    one, two = _rows(capsys.readouterr().out)
    assert list(one) == ["file", "document", "edition", "version", *_QUESTIONS, "please look"]
    assert (one["file"], one["document"], one["version"]) == ("one.docx", "leaflet", "1.0")
    assert [one[words] for words in _QUESTIONS] == [
        "Yes", "", "Money for travel; A quiet room", "I come by bus.", "", "Ann Other",
    ]  # fmt: skip
    assert [two[words] for words in _QUESTIONS] == [
        "No", "", "A quiet room", "By train. And on foot.", "", "",
    ]  # fmt: skip
    assert one["please look"] == two["please look"] == ""


def test_two_ticks_where_one_answer_was_asked_for_are_both_told_and_for_a_person(
    made: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    editor = Editor(made.word_file())
    for tag in ("question-2-answer-1", "question-2-answer-2", "question-3-answer-1"):
        filling.tick(editor, tag)
    filling.tick(editor, "question-3-answer-2")
    Path("one.docx").write_bytes(editor.saved())
    assert main(["answers", "one.docx", "--csv"]) == 0
    (row,) = _rows(capsys.readouterr().out)
    assert row["When can you come?"] == "In the morning; In the evening"
    assert row["What would help you?"] == "Money for travel; A quiet room"
    told = "When can you come? More than one answer is ticked; one was asked for."
    assert row["please look"] == told


def test_a_form_of_the_second_engine_is_read_too(
    made: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    needs_pango()
    Path("two.pdf").write_bytes(_pdf(made, pdf_weasyprint, "By train."))
    assert main(["answers", "two.pdf"]) == 0
    out = capsys.readouterr().out
    assert "   ? Was the guide clear?\n   + No\n   ? When can you come?\n   ? What would" in out


def test_no_answer_is_a_formula_in_a_spreadsheet(
    made: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, typed in enumerate(("=1+1", "@SUM(A1)", "+44 20", "-", "＝1")):
        Path(f"{number}.docx").write_bytes(_word(made, typed, typed))
    files = [f"{number}.docx" for number in range(5)]
    assert main(["answers", *files, "--csv"]) == 0
    rows = _rows(capsys.readouterr().out)
    told = [(row["What else should we know?"], row["What is your name?"]) for row in rows]
    assert [one[0][:2] for one in told] == ["'=", "'@", "'+", "'-", "'＝"]
    assert all(one == other for one, other in told)


def test_a_form_is_told_as_lines_and_what_is_odd_about_it(
    made: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    editor = Editor(made.word_file())
    filling.write(editor.paragraph("In the evening"), "X ", before=True)
    Path("one.docx").write_bytes(editor.saved())
    assert main(["answers", "one.docx"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("one.docx: leaflet, standard, version 1.0\n   ? Was the guide clear?\n")
    assert (
        "   ? When can you come?\n   + In the evening\n"
        "   It was marked beside the box, which is not ticked.\n" in out
    )


def test_json_has_every_question_and_what_could_not_be_read(
    made: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("one.docx").write_bytes(_word(made, "Nothing."))
    Path("bad.docx").write_bytes(b"PK\x03\x04 no zip")
    Path("empty.html").write_text("<!doctype html><title>T</title><p>Words.</p>")
    assert main(["answers", "bad.docx", "one.docx", "empty.html", "nowhere.pdf", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert [one["rule"] for one in told["findings"]] == [
        "file-unreadable", "answers-no-questions", "file-unreadable",
    ]  # fmt: skip
    (form,) = told["forms"]
    assert [one["question"] for one in form["questions"]] == _QUESTIONS
    assert form["questions"][1] == {"question": "When can you come?", "answers": [], "why": ""}
    assert form["questions"][2]["answers"] == ["Money for travel", "A quiet room"]


def _without_origin(editor: Editor) -> None:
    editor.part("customXml/item1.xml", lambda text: "<lost/>")


def test_a_word_file_that_lost_what_it_was_made_of_is_read_by_its_fields(
    made: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    editor = Editor(_word(made, "I come by bus."))
    _without_origin(editor)
    Path("one.docx").write_bytes(editor.saved())
    assert main(["answers", "one.docx", "--csv"]) == 0
    (row,) = _rows(capsys.readouterr().out)
    assert [row[words] for words in _QUESTIONS] == [
        "Yes", "", "Money for travel; A quiet room", "I come by bus.", "", "Ann Other",
    ]  # fmt: skip


def test_of_a_word_file_that_lost_what_it_was_made_of_it_is_told_that_words_may_be_missing(
    made: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    """A way through ODT leaves words where a field was, and no field."""
    editor = Editor(_word(made, "I come by bus."))
    (field,) = (
        one
        for one in editor.root.iter(f"{filling.W}sdt")
        if "question-4" in {tag.get(f"{filling.W}val") for tag in one.iter(f"{filling.W}tag")}
    )
    around, content = field.getparent(), field.find(f"{filling.W}sdtContent")
    assert around is not None
    assert content is not None
    around.replace(field, content[0])
    Path("whole.docx").write_bytes(editor.saved())
    _without_origin(editor)
    Path("lost.docx").write_bytes(editor.saved())
    assert main(["answers", "whole.docx", "lost.docx", "--csv"]) == 0
    whole, lost = _rows(capsys.readouterr().out)
    assert whole["What else should we know?"] == "I come by bus."
    assert lost["What else should we know?"] == ""
    assert lost["please look"].startswith("This Word file does not say what was asked")
    assert not whole["please look"].startswith("This Word file")
    assert main(["answers", "lost.docx"]) == 0
    assert capsys.readouterr().out.startswith("lost.docx\n   This Word file does not say")
    assert main(["answers", "lost.docx", "--json"]) == 0
    (form,) = json.loads(capsys.readouterr().out)["forms"]
    assert form["why"] == lost["please look"]


def test_a_web_page_that_was_saved_with_its_ticks_is_read(
    made: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    edition = load_edition("standard")
    document = load_document(made.folder, None).adapted(edition)
    page = html.stamp(html.compile(document, edition.theme), BRAND).decode()
    ticked = re.sub(r'(name="question.1")', r"\1 checked", page, count=1)
    assert ticked != page
    Path("one.html").write_text(ticked)
    assert main(["answers", "one.html", "--csv"]) == 0
    (row,) = _rows(capsys.readouterr().out)
    assert (row["Was the guide clear?"], row["May we phone you?"]) == ("Yes", "")


def test_a_strangers_fields_are_told_by_what_they_ask(
    made: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    editor = Editor(made.word_file())
    _without_origin(editor)
    body = editor.root.find(f"{filling.W}body")
    assert body is not None
    filling.answer(editor, "question-6", "Ann")
    field = filling.control(editor, "question-6").getparent()
    assert field is not None
    for one in list(body):
        if one is not field and one.tag != f"{filling.W}sectPr":
            body.remove(one)
    Path("one.docx").write_bytes(editor.saved())
    assert main(["answers", "one.docx", "--csv"]) == 0
    (row,) = _rows(capsys.readouterr().out)
    assert row["What is your name?"] == "Ann"


def test_a_line_beside_the_box_of_an_answer_is_read_with_it(
    made: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    editor = Editor(_word(made, "I come by bus.", name="In writing"))
    _without_origin(editor)
    line, box = (filling.control(editor, one) for one in ("question-6", "question-3-answer-2"))
    answer = box.getparent()
    assert answer is not None
    answer.append(deepcopy(line))
    Path("one.docx").write_bytes(editor.saved())
    assert main(["answers", "one.docx", "--csv"]) == 0
    (row,) = _rows(capsys.readouterr().out)
    assert row["What would help you?"].startswith("Money for travel; A quiet room")
    assert row["What would help you?"].endswith("; In writing")
    assert row["What else should we know?"] == "I come by bus."


def test_a_question_that_is_asked_twice_has_two_columns(
    made: Guide, capsys: pytest.CaptureFixture[str]
) -> None:
    made.rewrite("sections/two.yaml", "May we phone you?", "Was the guide clear?")
    editor = Editor(made.word_file())
    filling.tick(editor, "question-5-answer-2")
    Path("one.docx").write_bytes(editor.saved())
    assert main(["answers", "one.docx", "--csv"]) == 0
    (row,) = _rows(capsys.readouterr().out)
    assert (row["Was the guide clear?"], row["Was the guide clear? (2)"]) == ("", "No")
