"""A form that comes back filled in: answers are told apart from changes, and never saved."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from exporter.changes import CameBack, apply
from exporter.cli import main
from tests import libreoffice
from tests.changes import filling
from tests.changes.editing import ANNA, Editor
from tests.changes.guide import Guide
from tests.conftest import referee_absent

_BESIDE_BOX = "It was marked beside the box, which is not ticked."
_IN_FORM = "It is in a question of a form that was filled in: is it an answer, too?"


@pytest.fixture
def made(tmp_path: Path) -> Guide:
    return filling.form(tmp_path)


def _told(back: CameBack) -> list[tuple[str, ...]]:
    return [(o.kind, o.question or o.old, o.new, *filter(None, (o.why,))) for o in back.changes]


def _well(made: Guide) -> bytes:
    editor = Editor(made.word_file())
    filling.tick(editor, "question-1-answer-1")
    filling.tick(editor, "question-3-answer-1")
    filling.tick(editor, "question-3-answer-2")
    filling.answer(editor, "question-4", "Thank you.", "I come by bus.")
    filling.answer(editor, "question-6", "Ann Other")
    return editor.saved()


_WELL = [
    ("answer", "Was the guide clear?", "Yes"),
    ("answer", "What would help you?", "Money for travel\nA quiet room"),
    ("answer", "What else should we know?", "Thank you. I come by bus."),
    ("answer", "What is your name?", "Ann Other"),
]


def _badly(made: Guide) -> bytes:
    """Beside the boxes, beside the field and below it, behind a question."""
    editor = Editor(made.word_file())
    filling.untag(editor, "question-2-answer-2")
    filling.write(editor.paragraph("In the evening"), "X ", before=True)
    filling.write(editor.paragraph("Money for travel"), " and for food")
    lines = filling.control(editor, "question-4").getparent()
    assert lines is not None
    filling.write(lines, "I come by bus")
    filling.next_line(lines, "The stop is far.")
    filling.over(editor.paragraph("What is your name?"), "What is your name? Ann Other")
    return editor.saved()


_BADLY = [
    ("answer", "When can you come?", "In the evening", _BESIDE_BOX),
    (
        "answer", "What would help you?", "Money for travel: and for food",
        "Words were typed beside the answer.",
    ),
    (
        "answer", "What else should we know?", "I come by bus\nThe stop is far.",
        "It was typed beside the field, or below it.",
    ),
    ("answer", "What is your name?", "Ann Other", "It was typed behind the question."),
]  # fmt: skip


def _worse(made: Guide) -> bytes:
    """Over the question, in bold, as an answer of one's own, with a sign in the box's place."""
    editor = Editor(made.word_file())
    filling.untag(editor, "question-1-answer-1")
    filling.write(next(_paragraphs(editor, "Yes")), "\u2611 ", before=True)
    filling.write(editor.paragraph("In the morning"), " \u2714")
    filling.next_line(editor.paragraph("A quiet room"), "Somebody to sign")
    filling.untag(editor, "question-4")
    filling.over(editor.paragraph("What else should we know?"), "Nothing, all is very well.")
    _, second = _paragraphs(editor, "Not sure")
    filling.bold(second)
    return editor.saved()


def _paragraphs(editor: Editor, words: str) -> Iterator[etree._Element]:
    for one in editor.root.iter(filling.W + "p"):
        said = "".join(t.text or "" for t in one.iter(filling.W + "t"))
        if said.strip("\u2610\u25cb\u2002") == words:
            yield one


_WORSE = [
    ("answer", "Was the guide clear?", "Yes", _BESIDE_BOX),
    ("answer", "When can you come?", "In the morning", _BESIDE_BOX),
    (
        "answer", "What would help you?", "Somebody to sign",
        "An answer was added to those that were asked for.",
    ),
    (
        "answer", "What else should we know?", "Nothing, all is very well.",
        "It was typed over the question.",
    ),
    ("answer", "May we phone you?", "Not sure", "It is bold; its box is not ticked."),
]  # fmt: skip


def test_an_empty_form_has_no_answers(made: Guide) -> None:
    for edition in ("standard", "easy-read"):
        assert made.back(made.word_file(edition)).changes == ()


def test_ticks_and_typed_words_are_answers_at_the_line_of_their_question(made: Guide) -> None:
    back = made.back(_well(made))
    assert _told(back) == _WELL
    places = [(one.place.file, one.place.line) for one in back.changes]
    assert places[1] == made.line("sections/one.yaml", "What would help you?")


def test_what_is_typed_where_no_field_is_is_an_answer_and_said_to_be_odd(made: Guide) -> None:
    assert _told(made.back(_badly(made))) == _BADLY
    assert _told(made.back(_worse(made))) == _WORSE


def test_libreoffice_saves_forms_with_their_answers(made: Guide, tmp_path: Path) -> None:
    """It drops the names of boxes, and the line breaks of fields."""
    if libreoffice.program() is None:
        referee_absent("LibreOffice", "it is not on this machine")
    files = {"well": _well(made), "badly": _badly(made), "worse": _worse(made)}
    (tmp_path / "files").mkdir()
    saved = libreoffice.saved_again(files, tmp_path / "files")
    well = [(*one[:2], one[2].replace(". I", ".I")) for one in _WELL]
    assert _told(made.back(saved["well"])) in (_WELL, well)
    assert _told(made.back(saved["badly"])) == _BADLY
    assert _told(made.back(saved["worse"])) == _WORSE


def test_an_easy_read_is_filled_in_too(made: Guide) -> None:
    editor = Editor(made.word_file("easy-read"))
    filling.tick(editor, "question-1-answer-3")
    filling.answer(editor, "question-2", "Speak slowly.")
    told = [(o.question, o.new, o.why) for o in made.back(editor.saved()).changes]
    assert told == [
        ("Was the guide clear?", "Not sure", ""),
        ("What else should we know?", "Speak slowly.", ""),
    ]


def test_an_answer_is_never_saved_and_changes_beside_it_are(made: Guide) -> None:
    editor = Editor(_well(made))
    editor.reword("fill in this form", "fill in this short form")
    editor.reword("A quiet room", "A calm place")
    before = made.text("sections/one.yaml")
    back = made.back(editor.saved())
    rest = [one for one in back.changes if one.kind != "answer"]
    assert [(o.old, o.new, o.state, o.why) for o in rest] == [
        ("Please fill in this form.", "Please fill in this short form.", "open", ""),
        ("A quiet room", "A calm place", "for a person", _IN_FORM),
    ]
    done = apply(back)
    states = [one.state for one in done.changes]
    assert states == ["for a person"] * 4 + ["applied", "for a person"]
    after = before.replace("fill in this form", "fill in this short form")
    assert made.text("sections/one.yaml") == after


def test_an_answer_that_was_tracked_says_who_typed_it(made: Guide) -> None:
    editor = Editor(made.word_file(), ANNA)
    filling.answer(editor, "question-6", "-")
    paragraph = filling.control(editor, "question-6").getparent()
    assert paragraph is not None
    editor.reword("-", "Ann Other", within="-")
    (change,) = made.back(editor.saved()).changes
    assert (change.kind, change.new, change.author) == ("answer", "Ann Other", ANNA)


def test_the_command_tells_questions_and_answers(
    made: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("back.docx").write_bytes(_badly(made))
    assert main(["changes", "back.docx"]) == 0
    out = capsys.readouterr().out
    assert "   ? When can you come?\n   + In the evening\n   It was marked beside the box" in out
    assert main(["changes", "back.docx", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)[0]
    assert {key: told[key] for key in ("kind", "question", "old", "new", "state")} == {
        "kind": "answer", "question": "When can you come?", "old": "", "new": "In the evening",
        "state": "for a person",
    }  # fmt: skip


def test_where_the_file_says_nothing_of_itself_answers_are_found_by_the_sources(
    made: Guide,
) -> None:
    editor = Editor(_well(made))
    editor.part("customXml/item1.xml", lambda text: "<lost/>")
    back = made.back(editor.saved(), document="leaflet", edition="standard", version="1.0")
    assert [one for one in _told(back) if one[0] == "answer"] == _WELL
