"""What is typed in the studio stands in the sources, and nothing that was typed is lost."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import docx
import pytest
from starlette.testclient import TestClient

from exporter.making.build import build
from exporter.making.documents import load_document
from exporter.making.order import Order
from exporter.saving import NotSaved
from exporter.studio import actions, keeping
from exporter.studio.changes import Add, Move, Remove
from exporter.studio.desk import Desk
from exporter.studio.view import Conflict, Unknown
from tests.studio.conftest import FILE, NAME


def lines_that_differ(before: str, after: str) -> tuple[list[str], list[str]]:
    old, new = before.splitlines(), after.splitlines()
    return [one for one in old if one not in new], [one for one in new if one not in old]


def on_disk(desk: Desk, file: str = FILE) -> str:
    return (desk.sources / NAME / file).read_text("utf-8")


def test_other_words_stand_in_the_file_at_once_and_no_other_line_changes(desk: Desk) -> None:
    before = on_disk(desk)
    assert desk.put(NAME, FILE, "heading", "Come in: all of you", None).saved
    gone, come = lines_that_differ(before, on_disk(desk))
    assert len(gone) == 1
    assert come == ["heading: 'Come in: all of you'"]


def test_what_would_stop_the_document_is_kept_as_a_draft_and_told(desk: Desk) -> None:
    before = on_disk(desk)
    answer = desk.put(NAME, FILE, "body", "See [this](#nowhere).", None)
    assert not answer.saved
    assert "nowhere" in answer.why
    assert on_disk(desk) == before
    (draft,) = desk.view(NAME).drafts
    assert (draft.file, draft.field, draft.typed) == (FILE, "body", "See [this](#nowhere).")
    again = Desk(desk.sources, desk.styles, desk.output)
    assert again.view(NAME).drafts == (draft,)
    assert again.view(NAME).loaded is not None  # readers get what is saved
    assert again.view(NAME).faults == ()  # nothing stops it: the field says why its words wait


def test_a_draft_goes_into_the_file_when_it_is_right(desk: Desk) -> None:
    desk.put(NAME, FILE, "body", "See [this](#nowhere).", None)
    assert desk.put(NAME, FILE, "body", "See [this](#words-we-use).", "See [this](#nowhere).").saved
    assert desk.view(NAME).drafts == ()
    assert "See [this](#words-we-use)." in on_disk(desk)


def test_a_draft_goes_in_with_the_change_that_makes_it_right(desk: Desk) -> None:
    assert not desk.put(NAME, FILE, "picture", "rocket", None).saved
    assert desk.put(NAME, FILE, "heading", "Another", None).saved
    assert len(desk.view(NAME).drafts) == 1
    assert desk.put(NAME, FILE, "picture", "clock", None).saved
    assert desk.view(NAME).drafts == ()


def test_words_that_somebody_else_changed_meanwhile_are_not_overwritten(desk: Desk) -> None:
    file = desk.sources / NAME / FILE
    was = desk.view(NAME).loaded.source.sections[0].heading  # type: ignore[union-attr]
    file.write_text(on_disk(desk).replace(f"heading: {was}", "heading: From the editor"), "utf-8")
    with pytest.raises(Conflict) as conflict:
        desk.put(NAME, FILE, "heading", "From the studio", was)
    assert conflict.value.now == "From the editor"
    assert "From the editor" in on_disk(desk)


def test_a_change_elsewhere_in_the_file_is_kept_beside_ours(desk: Desk) -> None:
    file = desk.sources / NAME / FILE
    file.write_text(on_disk(desk) + "# a note of mine\n", "utf-8")
    assert desk.put(NAME, FILE, "heading", "From the studio", None).saved
    assert on_disk(desk).endswith("# a note of mine\n")


def test_every_change_can_be_taken_back_also_tomorrow(desk: Desk) -> None:
    before = on_disk(desk)
    desk.put(NAME, FILE, "heading", "One", None)
    desk.put(NAME, FILE, "summary", "Two.", None)
    desk.change(NAME, FILE, Add(("easy_read", 0), {"picture": "clock", "text": "Three."}))
    after = on_disk(desk)
    again = Desk(desk.sources, desk.styles, desk.output)
    for _ in range(3):
        again.undo(NAME)
    assert on_disk(desk) == before
    with pytest.raises(NotSaved, match="nothing to take back"):
        again.undo(NAME)
    for _ in range(3):
        again.redo(NAME)
    assert on_disk(desk) == after
    with pytest.raises(NotSaved, match="nothing to do again"):
        again.redo(NAME)


def test_typing_in_one_field_is_one_step(desk: Desk) -> None:
    before = on_disk(desk)
    for words in ("H", "He", "Hel", "Hello"):
        desk.put(NAME, FILE, "heading", words, None)
    assert desk.store(NAME).at() == (1, 1)
    desk.undo(NAME)
    assert on_disk(desk) == before


def test_each_press_of_a_button_is_a_step_of_its_own(desk: Desk) -> None:
    texts = [on_disk(desk)]
    for change in (
        Remove(("easy_read", 1)),
        Remove(("easy_read", 1)),
        Add(("easy_read", 1), {"picture": "clock", "text": "We begin at 10."}),
        Move(("easy_read", 1), 0),
        Move(("easy_read", 1), 0),
        Remove(("easy_read", 1)),
    ):
        desk.change(NAME, FILE, change)
        texts.append(on_disk(desk))
    for before in reversed(texts[:-1]):
        desk.undo(NAME)
        assert on_disk(desk) == before


def test_nothing_is_taken_back_over_somebody_elses_words(desk: Desk) -> None:
    desk.put(NAME, FILE, "heading", "One", None)
    file = desk.sources / NAME / FILE
    file.write_text(on_disk(desk) + "# mine\n", "utf-8")
    with pytest.raises(NotSaved, match="changed elsewhere"):
        desk.undo(NAME)
    assert on_disk(desk).endswith("# mine\n")


def test_rows_move_come_and_go(desk: Desk) -> None:
    rows = [row.blocks for row in desk.view(NAME).loaded.source.sections[0].easy_read]  # type: ignore[union-attr]
    desk.change(NAME, FILE, Move(("easy_read", 0), 1))
    moved = [row.blocks for row in desk.view(NAME).loaded.source.sections[0].easy_read]  # type: ignore[union-attr]
    assert moved == [rows[1], rows[0], *rows[2:]]
    desk.change(NAME, FILE, Remove(("easy_read", 0)))
    left = [row.blocks for row in desk.view(NAME).loaded.source.sections[0].easy_read]  # type: ignore[union-attr]
    assert left == [rows[0], *rows[2:]]


def test_the_last_row_goes_with_its_list_and_the_first_one_brings_it(desk: Desk) -> None:
    count = len(desk.view(NAME).loaded.source.sections[0].easy_read)  # type: ignore[union-attr]
    for _ in range(count):
        desk.change(NAME, FILE, Remove(("easy_read", 0)))
    assert "easy_read" not in on_disk(desk)
    desk.change(NAME, FILE, Add(("easy_read", 0), {"picture": "clock", "text": "We meet at 10."}))
    assert "easy_read:\n  - picture: clock\n    text: We meet at 10.\n" in on_disk(desk)


def test_words_of_a_row_that_cannot_be_added_are_kept(desk: Desk) -> None:
    asked = {
        "name": NAME,
        "file": FILE,
        "row": "easy_read.3",
        "what": "add",
        "text": "Come by bus.",
    }
    with pytest.raises(NotSaved, match="no picture"):
        actions.row(desk, asked)
    (draft,) = desk.view(NAME).drafts
    assert (draft.field, draft.typed) == ("easy_read.3.text", "Come by bus.")
    actions.row(desk, {**asked, "picture": "clock"})
    assert desk.view(NAME).drafts == ()
    assert "Come by bus." in on_disk(desk)


def test_what_is_only_never_shown_stops_no_work(desk: Desk) -> None:
    desk.change(NAME, FILE, Remove(("easy_read", 1)))
    view = desk.view(NAME)
    assert view.loaded is not None
    assert [one.code for one in view.faults] == ["picture-unused"]
    assert desk.picture(NAME, "two-people").alt
    field = desk.unused(NAME, view.faults[0])
    assert field == "pictures.two-people"
    actions.take_out(desk, {"name": NAME, "file": "document.yaml", "field": field})
    assert desk.view(NAME).faults == ()


def test_why_words_are_not_saved_is_never_that_something_is_not_shown(desk: Desk) -> None:
    answer = desk.put(NAME, FILE, "easy_read.1.picture", "rocket", None)
    assert answer.why.startswith("There is no picture with the name “rocket”.")


@pytest.mark.parametrize(
    ("file", "field"),
    [("document.yaml", "pictures.clock.alt"), (FILE, "body"), (FILE, "easy_read.0.text")],
)
def test_800_000_letters_in_one_field_are_kept_and_told_and_nobody_waits_for_them(
    desk: Desk, browser: TestClient, file: str, field: str
) -> None:
    before, words = desk.on_disk(NAME, file), "Long words and more. " * 38_000
    answer = desk.put(NAME, file, field, words, None)
    assert answer.why.startswith("These are far too many words for one field.")
    assert [one.typed for one in desk.view(NAME).drafts] == [words]
    assert desk.on_disk(NAME, file) == desk.text(NAME, file) == before
    assert desk.view(NAME).faults == ()
    assert browser.get(f"/d/{NAME}/preview/standard").status_code == 200


def test_a_document_in_the_list_shows_the_picture_on_its_cover(
    desk: Desk, browser: TestClient
) -> None:
    assert '<img src="/d/club/picture/people" alt="" class="cover">' in browser.get("/").text
    assert browser.get("/d/club/picture/people").status_code == 200
    desk.change(NAME, "document.yaml", Remove(("cover",)))
    assert 'class="cover"' not in browser.get("/").text


def test_a_finding_on_a_brand_leads_to_its_page(desk: Desk, browser: TestClient) -> None:
    page = browser.get(f"/d/{NAME}/findings").text
    assert "The cover and the last page say “Your organisation”." in page
    assert '<a href="/brands/house">Go to this place</a>' in page


def test_a_picture_of_which_an_import_only_says_that_words_are_to_be_written_is_left_to_do(
    desk: Desk, browser: TestClient
) -> None:
    desk.put(NAME, "document.yaml", "pictures.clock.alt", "TO WRITE: what this shows", None)
    page = browser.get(f"/d/{NAME}/pictures").text
    assert "One picture has no words yet." in page
    assert page.index("What does “clock” show?") < page.index("What does “people” show?")


def test_a_new_section_has_a_file_and_stands_in_the_list(desk: Desk) -> None:
    there, _ = actions.new_section(desk, {"name": NAME, "heading": "How to find us: the way"})
    assert there == f"/d/{NAME}/s/how-to-find-us-the-way"
    loaded = desk.view(NAME).loaded
    assert loaded is not None
    assert loaded.source.sections[-1].heading == "How to find us: the way"
    desk.undo(NAME)
    assert not (desk.sources / NAME / "sections/how-to-find-us-the-way.yaml").exists()


def test_an_answer_to_a_finding_stands_in_the_source(desk: Desk) -> None:
    asked = {
        "name": NAME,
        "file": FILE,
        "rule": "passive-voice",
        "because": "It is the law: really.",
    }
    actions.accept(desk, asked)
    actions.accept(desk, {**asked, "rule": "hard-word"})
    source = desk.view(NAME).loaded.source  # type: ignore[union-attr]
    assert {one.rule for one in source.sections[0].accept} == {"passive-voice", "hard-word"}


def test_two_new_documents_of_one_title_have_folders_of_their_own(desk: Desk) -> None:
    first, _ = keeping.begun(desk, {"title": "Café: news!", "template": "guide"})
    second, _ = keeping.begun(desk, {"title": "Café: news!", "template": "guide"})
    assert (first, second) == ("/d/cafe-news", "/d/cafe-news-2")
    view = desk.view("cafe-news-2")
    assert view.loaded is not None
    assert view.loaded.source.title == "Café: news!"


@pytest.mark.parametrize(
    "name", ["..", "", ".", "nothing", "club/..", "a" * 300, "club\0", "CLUB/x"]
)
def test_there_is_no_document_of_a_name_that_leads_elsewhere(desk: Desk, name: str) -> None:
    with pytest.raises(Unknown):
        desk.view(name)


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"null", b'{"a": 1}', b'[{"file": 1}]', b'["x", "y"]', b"\xff", b"[3, 1]"],
)
def test_damaged_state_counts_as_nothing(desk: Desk, data: bytes) -> None:
    desk.put(NAME, FILE, "heading", "One", None)
    state = desk.output / ".state" / "studio" / NAME
    for name in ("drafts.json", "at.json", "000001.json"):
        (state / name).write_bytes(data)
    assert desk.view(NAME).drafts == ()
    with pytest.raises(NotSaved):
        desk.undo(NAME)
    assert desk.put(NAME, FILE, "heading", "Two", None).saved


def test_state_of_somebody_else_cannot_name_a_file_outside(desk: Desk, tmp_path: Path) -> None:
    desk.put(NAME, FILE, "heading", "One", None)
    secret = tmp_path / "secret.yaml"
    secret.write_text("a: 1\n", "utf-8")
    step = {
        "what": "x",
        "before": {"../../../secret.yaml": "gone"},
        "after": {"../../../secret.yaml": "a: 1\n"},
    }
    state = desk.output / ".state" / "studio" / NAME
    (state / "000001.json").write_text(json.dumps(step), "utf-8")
    with pytest.raises(Unknown):
        desk.undo(NAME)
    assert secret.read_text("utf-8") == "a: 1\n"


def test_a_word_file_that_came_back_is_taken_over_as_one_step(
    desk: Desk, browser: TestClient
) -> None:
    order = Order(
        sources=desk.sources, styles=desk.styles, output=desk.output, formats=("docx",), jobs=1
    )
    build(order)
    file = desk.output / NAME / f"{NAME}-standard.docx"
    edited = rezipped(file.read_bytes(), b"We begin at 2", b"We begin at 3")
    before = {one: on_disk(desk, one) for one in (FILE, "sections/come-along.yaml")}
    sent = {"file": ("back.docx", edited)}
    assert browser.post(f"/d/{NAME}/came-back", files=sent).status_code == 303
    page = browser.get(f"/d/{NAME}/back").text
    assert "One thing is different in it." in page
    assert "<ins>We begin at 3" in page
    (seen,) = re.findall(r'name="seen" value="(\w+)"', page)
    stale = browser.post(f"/d/{NAME}/take-over", data={"take-1": "yes", "seen": "another"})
    assert "Please+choose+once+more" in stale.headers["location"]
    assert "begin at 3" not in on_disk(desk, "sections/come-along.yaml")
    answer = browser.post(f"/d/{NAME}/take-over", data={"take-1": "yes", "seen": seen})
    assert "One+change+is+in+the+document" in answer.headers["location"]
    assert "begin at 3" in on_disk(desk, "sections/come-along.yaml")
    desk.undo(NAME)
    assert {one: on_disk(desk, one) for one in before} == before


def rezipped(data: bytes, old_words: bytes, new_words: bytes) -> bytes:
    """A Word file in which somebody typed other words."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                assert part.count(old_words) == 1
                part = part.replace(old_words, new_words)
            new.writestr(name, part)
    return made.getvalue()


def _word_of_others() -> bytes:
    word, data = docx.Document(), io.BytesIO()
    word.add_paragraph("The door is open on Mondays.")
    word.save(data)
    return data.getvalue()


def test_a_file_that_is_no_word_file_or_of_another_document_is_told(browser: TestClient) -> None:
    browser.post(f"/d/{NAME}/came-back", files={"file": ("x.docx", b"no Word file")})
    page = browser.get(f"/d/{NAME}/back")
    assert page.status_code == 200
    assert "notice wrong" in page.text
    for data in (b"no Word file", _word_of_others()):
        browser.post(f"/d/{NAME}/came-back", files={"file": ("x.docx", data)})
        answer = browser.post(f"/d/{NAME}/take-over", data={"take-1": "yes", "seen": "x"})
        assert answer.status_code == 303
        assert answer.headers["location"].startswith(f"/d/{NAME}/back?said=")
        assert "wrong=yes" in answer.headers["location"]
    answer = browser.post(f"/d/{NAME}/take-over", data={})
    assert "Nothing+was+chosen" in answer.headers["location"]


def test_a_word_file_is_brought_in_and_what_became_of_it_is_told(
    browser: TestClient, desk: Desk
) -> None:
    word, data = docx.Document(), io.BytesIO()
    word.add_heading("Our leaflet", 0)
    word.add_heading("Come in", 1)
    word.add_paragraph("The door is open on Mondays.")
    word.save(data)
    answer = browser.post("/import", files={"file": ("../My leaflet.DOCX", data.getvalue())})
    assert answer.headers["location"] == "/d/my-leaflet/imported"
    assert "words were found" in browser.get("/d/my-leaflet/imported").text
    assert "my-leaflet" in desk.names()
    again = browser.post("/import", files={"file": ("x.exe", b"MZ")})
    assert again.headers["location"].startswith("/?said=")
    assert "wrong=yes" in again.headers["location"]
    assert len(desk.names()) == 2


def test_a_preview_shows_the_publisher_where_the_text_asks_for_it(desk: Desk) -> None:
    (brand,) = (folder / "brands/house.yaml" for folder in desk.styles)
    text = brand.read_text("utf-8").replace("Your organisation", "River Trust")
    brand.write_text(f"{text}contact: [{{phone: 01632 960777}}]\n", "utf-8")
    loaded = desk.view(NAME).loaded
    assert loaded is not None
    assert [contact.phone for _, contact in loaded.source.contacts] == ["01632 960777"]


def test_an_author_and_a_group_say_what_they_saw(desk: Desk, browser: TestClient) -> None:
    assert "Nobody has said yet that it fits." in browser.get(f"/d/{NAME}/people").text
    browser.post(f"/d/{NAME}/matches", data={"who": "Ann", "when": "2026-11-27"})
    assert "It says what the text says.</td>" in browser.get(f"/d/{NAME}/people").text
    group = {"who": "The Monday group", "named": "yes", "when": "2026-11", "said": "We like it.\n"}
    browser.post(f"/d/{NAME}/checked", data=group)
    page = browser.get(f"/d/{NAME}/people").text
    assert "Checked by The Monday group, November 2026." in page
    desk.put(NAME, FILE, "easy_read.0.text", "We are neighbours. We meet every Monday.", None)
    page = browser.get(f"/d/{NAME}/people").text
    assert "Checked by" not in page
    assert "Rows or pictures have changed since then." in page


def test_a_record_without_a_date_or_a_name_is_not_kept(desk: Desk, browser: TestClient) -> None:
    for sent in ({"who": "", "named": "yes", "when": "2026"}, {"who": "A", "when": "2026"},
                 {"who": "A", "named": "no", "when": "some day"}):  # fmt: skip
        answer = browser.post(f"/d/{NAME}/checked", data=sent)
        assert "said=" in answer.headers["location"]
    assert "Checked by" not in browser.get(f"/d/{NAME}/people").text
    assert "Rows or pictures" not in browser.get(f"/d/{NAME}/people").text


def test_a_change_that_was_tried_is_not_read_again_to_be_shown(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.view(NAME)
    read: list[str] = []

    def counted(folder: Path, *asked: object) -> object:
        read.append(folder.name)
        return load_document(folder, *asked)  # type: ignore[arg-type]

    monkeypatch.setattr("exporter.studio.reading.load_document", counted)
    desk.put(NAME, FILE, "heading", "Come in", None)
    view = desk.view(NAME)
    assert view.loaded is not None
    assert view.loaded.source.sections[0].heading == "Come in"
    assert read == [NAME]


def test_a_picture_that_is_drawn_anew_on_disk_is_seen(desk: Desk) -> None:
    before = desk.view(NAME)
    file = desk.sources / NAME / "pictures/clock.svg"
    file.write_bytes(file.read_bytes().replace(b"</svg>", b"<!-- anew --></svg>"))
    after = desk.view(NAME)
    assert after.number > before.number
    (desk.sources / NAME / "pictures/clock.svg").unlink()
    assert [one.code for one in desk.view(NAME).faults] == ["file-absent"]
