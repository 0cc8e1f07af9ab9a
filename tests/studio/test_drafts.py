"""What is typed and does not load yet stays with the words it was typed for, or is told."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from starlette.testclient import TestClient

from exporter.saving import NotSaved
from exporter.studio import actions
from exporter.studio.changes import Add, Move, Remove
from exporter.studio.desk import Desk
from exporter.studio.drafts import WHOLE
from exporter.studio.view import Conflict
from tests.studio.conftest import FILE, KEY, NAME, client_of

BROKEN = "See [this](#nowhere)."


def rows(desk: Desk) -> list[str]:
    """The words of the rows on disk; those of a row without any are empty."""
    data = yaml.safe_load((desk.sources / NAME / FILE).read_text("utf-8"))
    return [row.get("text", "") for row in data["easy_read"]]


def placed(desk: Desk) -> list[tuple[str, str]]:
    return [(one.field, one.typed) for one in desk.view(NAME).drafts]


def lost(desk: Desk) -> list[str]:
    return [one.typed for one in desk.view(NAME).lost]


def draft_of_row(desk: Desk, number: int, typed: str = BROKEN) -> None:
    assert not desk.put(NAME, FILE, f"easy_read.{number}.text", typed, None).saved


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (Move(("easy_read", 0), 2), "easy_read.2.text"),
        (Move(("easy_read", 2), 0), "easy_read.1.text"),
        (Move(("easy_read", 1), 0), "easy_read.1.text"),
        (Move(("easy_read", 1), 2), "easy_read.0.text"),
        (Remove(("easy_read", 1)), "easy_read.0.text"),
        (Add(("easy_read", 0), {"picture": "clock", "text": "Come in."}), "easy_read.1.text"),
        (Add(("easy_read", 1), {"picture": "clock", "text": "Come in."}), "easy_read.0.text"),
    ],
)
def test_a_draft_goes_with_its_row(desk: Desk, change: Move | Remove | Add, field: str) -> None:
    before = rows(desk)
    draft_of_row(desk, 0)
    desk.change(NAME, FILE, change)
    assert placed(desk) == [(field, BROKEN)]
    assert desk.put(NAME, FILE, field, "We are neighbours again.", BROKEN).saved
    assert [one for one in before[1:] if one not in rows(desk)] in ([], before[1:2])
    assert rows(desk)[int(field.split(".")[1])] == "We are neighbours again."


def test_a_draft_goes_with_its_row_when_a_move_is_taken_back_and_done_again(desk: Desk) -> None:
    draft_of_row(desk, 0)
    desk.change(NAME, FILE, Move(("easy_read", 0), 1))
    desk.undo(NAME)
    assert placed(desk) == [("easy_read.0.text", BROKEN)]
    desk.redo(NAME)
    assert placed(desk) == [("easy_read.1.text", BROKEN)]


def test_a_draft_goes_with_its_row_when_an_editor_moves_it(desk: Desk) -> None:
    draft_of_row(desk, 0)
    file = desk.sources / NAME / FILE
    first, second = "  - picture: people\n", "  - picture: two-people\n"
    text = file.read_text("utf-8")
    head, _, row = text.partition(first)
    row, _, rest = row.partition(second)
    file.write_text(f"{head}{second}{rest}{first}{row}", "utf-8")
    assert placed(desk) == [("easy_read.2.text", BROKEN)]


def test_a_draft_of_a_row_that_is_taken_out_is_told_and_covers_no_other_row(desk: Desk) -> None:
    before = rows(desk)
    draft_of_row(desk, 0)
    desk.change(NAME, FILE, Remove(("easy_read", 0)))
    assert (placed(desk), lost(desk)) == ([], [BROKEN])
    desk.put(NAME, FILE, "heading", "Come in", None)
    assert rows(desk) == before[1:]
    desk.undo(NAME)
    desk.undo(NAME)
    assert placed(desk) == [("easy_read.0.text", BROKEN)]


def test_a_draft_never_covers_words_that_came_from_elsewhere(desk: Desk) -> None:
    draft_of_row(desk, 0)
    file = desk.sources / NAME / FILE
    file.write_text(file.read_text("utf-8").replace(rows(desk)[0], "From an editor."), "utf-8")
    assert (placed(desk), lost(desk)) == ([], [BROKEN])
    desk.put(NAME, FILE, "heading", "Come in", None)
    assert rows(desk)[0] == "From an editor."
    draft_of_row(desk, 0, "And [that](#nowhere).")
    assert placed(desk) == [("easy_read.0.text", "And [that](#nowhere).")]
    assert lost(desk) == [BROKEN]


def test_two_rows_that_are_alike_but_for_their_pictures_keep_their_own_drafts(desk: Desk) -> None:
    row = {"picture": "clock", "text": "We begin."}
    desk.change(NAME, FILE, Add(("easy_read", 3), row))
    desk.change(NAME, FILE, Add(("easy_read", 4), {**row, "picture": "two-people"}))
    draft_of_row(desk, 3)
    desk.change(NAME, FILE, Move(("easy_read", 4), 0))
    assert placed(desk) == [("easy_read.4.text", BROKEN)]


def test_a_new_row_that_could_not_be_added_stays_the_last_one(desk: Desk) -> None:
    asked = {"name": NAME, "file": FILE, "row": "easy_read.3", "what": "add", "text": "By bus."}
    with pytest.raises(NotSaved):
        actions.row(desk, asked)
    desk.change(NAME, FILE, Remove(("easy_read", 0)))
    assert placed(desk) == [("easy_read.2.text", "By bus.")]
    actions.row(desk, {**asked, "row": "easy_read.2", "picture": "none"})
    assert (placed(desk), lost(desk), rows(desk)[-1]) == ([], [], "By bus.")


def test_a_change_of_the_same_row_leaves_its_draft_in_place(desk: Desk) -> None:
    draft_of_row(desk, 0)
    desk.put(NAME, FILE, "easy_read.0.picture", "clock", None)
    assert placed(desk) == [("easy_read.0.text", BROKEN)]


def test_words_that_came_too_late_are_kept_beside_and_cover_nothing(desk: Desk) -> None:
    was = rows(desk)[0]
    desk.put(NAME, FILE, "easy_read.0.text", "From the first window.", was)
    for typed in ("From the", "From the second window."):
        with pytest.raises(Conflict):
            desk.put(NAME, FILE, "easy_read.0.text", typed, was)
    assert rows(desk)[0] == "From the first window."
    assert lost(desk) == ["From the second window."]
    desk.put(NAME, FILE, "easy_read.0.text", "From the second window.", "From the first window.")
    assert (rows(desk)[0], lost(desk)) == ("From the second window.", [])


def test_a_pause_after_a_space_or_in_a_new_line_is_no_change_by_somebody_else(desk: Desk) -> None:
    typed = [
        "Come in. ",
        "Come in. And",
        "Come in. And\n",
        "Come in. And\nsit down.",
        " Come in.\n",
    ]
    desk.put(NAME, FILE, "body", typed[0], None)
    for before, after in pairwise(typed):
        assert desk.put(NAME, FILE, "body", after, before).saved
    assert desk.put(NAME, FILE, "body", "Come in.\r\n\r\nSit down.", typed[-1]).saved
    assert "\r" not in desk.text(NAME, FILE)


@pytest.mark.parametrize("now", [b"\xff\xfe", b"heading: [", b"a" * 2_100_000, None])
def test_words_for_a_file_that_is_damaged_meanwhile_are_kept(desk: Desk, now: bytes | None) -> None:
    file = desk.sources / NAME / FILE
    if now is None:
        file.unlink()
    else:
        file.write_bytes(now)
    assert not desk.put(NAME, FILE, "heading", "Come in", "Welcome").saved
    view = desk.view(NAME)
    assert [one.typed for one in (*view.drafts, *view.lost)] == ["Come in"]


def test_a_source_that_does_not_load_is_there_again(desk: Desk, browser: TestClient) -> None:
    text = desk.text(NAME, FILE).replace("picture: ", "picture: nothing-", 1)
    page = browser.get(f"/d/{NAME}/s/welcome/source").text
    seen = page.split('name="seen" value="')[1].split('"')[0]
    sent = {"file": FILE, "text": text, "seen": seen, "back": f"/d/{NAME}/s/welcome/source"}
    answer = browser.post(f"/d/{NAME}/source", data=sent)
    assert "wrong=yes" in answer.headers["location"]
    assert "picture: nothing-" not in desk.text(NAME, FILE)
    assert "picture: nothing-" in browser.get(f"/d/{NAME}/s/welcome/source").text
    (draft,) = desk.view(NAME).drafts
    assert draft.field == WHOLE
    browser.post(f"/d/{NAME}/source", data={**sent, "text": text.replace("nothing-", "")})
    assert desk.view(NAME).drafts == desk.view(NAME).lost == ()


def test_a_source_page_covers_nothing_that_came_meanwhile(desk: Desk, browser: TestClient) -> None:
    page = browser.get(f"/d/{NAME}/s/welcome/source").text
    seen = page.split('name="seen" value="')[1].split('"')[0]
    text = desk.text(NAME, FILE)
    desk.put(NAME, FILE, "heading", "From another window", None)
    browser.post(f"/d/{NAME}/source", data={"file": FILE, "text": f"{text}# x\n", "seen": seen})
    assert "heading: From another window\n" in desk.text(NAME, FILE)
    assert lost(desk) == [f"{text}# x\n"]


def test_what_lost_its_place_is_shown_and_can_be_forgotten(desk: Desk, browser: TestClient) -> None:
    draft_of_row(desk, 0, f"{BROKEN} <b>")
    desk.change(NAME, FILE, Remove(("easy_read", 0)))
    page = browser.get(f"/d/{NAME}").text
    assert "Words without a place" in page
    assert "Welcome, Easy read, number 1" in page
    assert "See [this](#nowhere). &lt;b&gt;" in page
    (draft,) = desk.view(NAME).lost
    browser.post(f"/d/{NAME}/forget", data={"draft": draft.key})
    assert lost(desk) == []
    assert "Words without a place" not in browser.get(f"/d/{NAME}").text


def test_a_draft_is_gone_when_the_source_says_it(desk: Desk) -> None:
    desk.put(NAME, FILE, "picture", "rocket", None)
    assert placed(desk) == [("picture", "rocket")]
    text = desk.text(NAME, FILE)
    assert "picture: rocket" in text
    file: Path = desk.sources / NAME / FILE
    file.write_text(text, "utf-8")
    assert (placed(desk), lost(desk)) == ([], [])


def test_words_that_wait_stop_nothing_also_in_a_studio_that_was_opened_anew(desk: Desk) -> None:
    desk.put(NAME, FILE, "summary", BROKEN, None)
    anew = Desk(desk.sources, desk.styles, desk.output)
    browser = client_of(anew)
    browser.get(f"/?key={KEY}")
    first, page = browser.get("/").text, browser.get(f"/d/{NAME}").text
    for shown in (first, page):
        assert "One field holds words that are not in the document yet. They are kept." in shown
        assert "Meeting up on Mondays" in shown
        assert "stop" not in shown
    assert ">Welcome, Summary<" in page
    assert browser.get(f"/d/{NAME}/preview/easy-read").status_code == 200
    desk.put(NAME, FILE, "heading", "Come in", None)  # what is saved meanwhile is shown
    assert "Come in" in browser.get(f"/d/{NAME}/preview/standard").text
