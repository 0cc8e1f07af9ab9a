"""Words typed in running heads and in the contents are told, and nothing that the program wrote."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from exporter.changes import Change, apply
from exporter.word_file.names import Element, W, is_contents
from tests.changes.editing import ANNA, WHEN, Editor
from tests.changes.guide import Guide, guide

FOOT, HEAD, TEXT = "word/footer1.xml", "word/header1.xml", "word/document.xml"
RUNNING = "Deciding together, version 1.2"


@pytest.fixture
def made(tmp_path: Path) -> Guide:
    """The guide, with contents."""
    found = guide(tmp_path)
    found.rewrite("document.yaml", "contents: none\n", "")
    return found


def told(made: Guide, editor: Editor, author: str = "") -> list[tuple[str, str, str]]:
    """Each change: its old words, its new ones, where the sentence says that it is."""
    changes = made.back(editor.saved(), author=author).changes
    assert {(one.kind, one.place.line, one.state) for one in changes} <= {
        ("furniture", 0, "for a person")
    }
    return [(one.old, one.new, one.why.partition(",")[0]) for one in changes]


@pytest.mark.parametrize(
    ("part", "old", "new", "line"),
    [
        (FOOT, "Deciding together", "Deciding well", "Deciding well, version 1.2, draft Page of"),
        (FOOT, "version 1.2", "version 1.3", "Deciding together, version 1.3, draft Page of"),
        (HEAD, "Deciding together", "Seen by Anna", "Seen by Anna"),
        (HEAD, "</w:hdr>", "<w:p><w:r><w:t>Not yet!</w:t></w:r></w:p></w:hdr>", "Not yet!"),
    ],
)
def test_words_in_a_running_head_are_told(
    part: str, old: str, new: str, line: str, made: Guide
) -> None:
    editor = Editor(made.word_file())
    editor.part(part, lambda text: text.replace(old, new))
    assert told(made, editor) == [(RUNNING, line, "In the running head")]


def test_a_running_head_that_was_taken_out_is_told(made: Guide) -> None:
    editor = Editor(made.word_file())
    editor.part(FOOT, lambda text: re.sub(r"<w:t[ >].*?</w:t>", "", text))
    assert told(made, editor) == [(RUNNING, "", "In the running head")]


def test_words_in_the_contents_are_told(made: Guide) -> None:
    editor = Editor(made.word_file())
    entry = next(one for one in editor.root.iter() if one.text == "2. Why it matters")
    entry.text = "2. Why we ask"
    assert told(made, editor) == [("", "2. Why we ask", "In the contents")]


def _entries(editor: Editor) -> list[Element]:
    """The paragraphs of the contents, its heading first."""
    (contents,) = (one for one in editor.root.iter(f"{W}sdt") if is_contents(one))
    return [one for one in contents.iter(f"{W}p") if "".join(one.itertext()).strip()]


def _taken_out(paragraph: Element) -> None:
    parent = paragraph.getparent()
    assert parent is not None
    parent.remove(paragraph)


def test_an_entry_of_the_contents_that_was_taken_out_is_told(made: Guide) -> None:
    editor = Editor(made.word_file())
    _taken_out(_entries(editor)[-1])
    assert told(made, editor) == [("2. Why it matters", "", "In the contents")]


def test_an_entry_whose_words_were_taken_out_is_told(made: Guide) -> None:
    editor = Editor(made.word_file())
    for one in _entries(editor)[1].iter(f"{W}t"):
        one.text = ""
    assert told(made, editor) == [("1. Where to start", "", "In the contents")]


def test_an_entry_that_was_taken_out_while_changes_were_tracked_is_told(made: Guide) -> None:
    editor = Editor(made.word_file(), ANNA)
    editor._delete_runs(_entries(editor)[-1])
    (change,) = made.back(editor.saved()).changes
    assert (change.kind, change.old, change.new) == ("furniture", "2. Why it matters", "")


def test_contents_that_were_taken_out_as_a_whole_are_told_once(made: Guide) -> None:
    editor = Editor(made.word_file())
    (contents,) = (one for one in editor.root.iter(f"{W}sdt") if is_contents(one))
    _taken_out(contents)
    assert told(made, editor) == [("Contents", "", "In the contents")]


def test_contents_whose_frame_a_program_took_away_are_still_the_contents(made: Guide) -> None:
    editor = Editor(made.word_file())
    (frame,) = (one for one in editor.root.iter(f"{W}sdt") if is_contents(one))
    for one in _entries(editor):
        frame.addprevious(one)
    _taken_out(frame)
    assert told(made, editor) == []


def test_an_entry_that_went_with_its_part_is_no_change_of_its_own(made: Guide) -> None:
    editor = Editor(made.word_file())
    _taken_out(_entries(editor)[-1])
    part = next(
        one
        for one in editor.root.iter(f"{W}p")
        if "".join(one.itertext()).strip() == "2. Why it matters"
    )
    _taken_out(part)
    assert [one.kind for one in made.back(editor.saved()).changes if one.kind == "furniture"] == []


def test_what_is_told_is_not_saved(made: Guide) -> None:
    before = made.texts()
    editor = Editor(made.word_file())
    editor.part(FOOT, lambda text: text.replace("Deciding", "Thinking"))
    (change,) = apply(made.back(editor.saved())).changes
    assert change.state == "for a person"
    assert made.texts() == before


def test_fields_that_word_has_updated_are_no_change(made: Guide) -> None:
    """Numbers of pages, the heading of the page, and a changed heading in the contents."""
    editor = Editor(made.word_file())
    editor.part(FOOT, lambda text: text.replace(">1</w:t>", ">17</w:t>"))
    editor.part("word/header2.xml", lambda text: text.replace("Deciding together", "Start well"))
    for one in editor.root.iter():
        if (one.text or "").endswith("Where to start"):
            one.text = (one.text or "").replace("Where to start", "Start well")
    (change,) = made.back(editor.saved()).changes
    assert (change.kind, change.new) == ("heading", "1. Start well")


def test_who_tracked_words_in_a_running_head_is_named(made: Guide) -> None:
    about = f'w:id="1" w:author="{ANNA}" w:date="{WHEN}"'
    put_in = f"<w:ins {about}><w:r><w:t> (seen)</w:t></w:r></w:ins></w:p></w:hdr>"
    editor = Editor(made.word_file())
    editor.part(HEAD, lambda text: text.replace("</w:p></w:hdr>", put_in))
    changes: tuple[Change, ...] = made.back(editor.saved()).changes
    assert [(one.new, one.author) for one in changes] == [("Deciding together (seen)", ANNA)]
    assert len(told(made, editor, ANNA)) == 1
    assert told(made, editor, "Bo") == []
