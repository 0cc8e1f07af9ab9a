"""What a communications officer would stop at: each place as it is mended."""

from __future__ import annotations

import io
import re

import docx
from starlette.testclient import TestClient

from exporter.studio.deliver.runs import Seen
from exporter.studio.desk import Desk
from exporter.studio.pages import deliver
from exporter.studio.view import View
from tests.studio.conftest import FILE, NAME


def on_disk(desk: Desk, file: str) -> str:
    return (desk.sources / NAME / file).read_text("utf-8")


def said(browser: TestClient, address: str, sent: dict[str, str]) -> str:
    """The page to which an action leads."""
    return browser.get(browser.post(address, data=sent).headers["location"]).text


def test_a_section_is_taken_out_with_its_file_and_comes_back(
    desk: Desk, browser: TestClient
) -> None:
    listed, text = on_disk(desk, "document.yaml"), on_disk(desk, "sections/come-along.yaml")
    welcome = on_disk(desk, FILE).replace("[](#come-along)", "our page")
    (desk.sources / NAME / FILE).write_text(welcome, "utf-8")
    page = said(browser, f"/d/{NAME}/section-out", {"section": "come-along"})
    assert "The section is out, and its file." in page
    assert not (desk.sources / NAME / "sections/come-along.yaml").exists()
    assert "[welcome, words-we-use]" in on_disk(desk, "document.yaml")
    view = desk.view(NAME)
    assert view.loaded
    assert all(one.code.endswith("-unused") for one in view.faults)
    browser.post(f"/d/{NAME}/undo")
    assert on_disk(desk, "document.yaml") == listed
    assert on_disk(desk, "sections/come-along.yaml") == text


def test_a_section_that_others_point_to_and_the_last_one_stay(
    desk: Desk, browser: TestClient
) -> None:
    before = on_disk(desk, "document.yaml")
    page = said(browser, f"/d/{NAME}/section-out", {"section": "come-along"})
    assert "It stays, for the document needs it: Nothing here has the name “come-along”." in page
    assert on_disk(desk, "document.yaml") == before
    assert desk.store(NAME).at() == (0, 0)
    said(browser, f"/d/{NAME}/section-out", {"section": "nothing"})
    browser.post("/new", data={"title": "One page", "template": "notice"})
    page = said(browser, "/d/one-page/section-out", {"section": "come"})
    assert "A document has one section at least" in page
    assert "Take “" not in browser.get("/d/one-page").text


def test_that_a_picture_only_decorates_is_a_button_and_so_is_that_it_says_something(
    desk: Desk, browser: TestClient
) -> None:
    before = on_disk(desk, "document.yaml")
    page = said(browser, f"/d/{NAME}/decorates", {"picture": "clock", "decorative": "yes"})
    assert "This picture only decorates, so nothing is said of it." in page
    assert "alt: A clock" not in on_disk(desk, "document.yaml")
    view = desk.view(NAME)
    assert view.faults == ()
    clock = desk.picture(NAME, "clock")
    assert clock.alt == ""
    page = said(browser, f"/d/{NAME}/decorates", {"picture": "clock", "decorative": ""})
    assert "One picture has no words yet." in page
    assert desk.view(NAME).faults == ()
    browser.post(f"/d/{NAME}/undo")
    browser.post(f"/d/{NAME}/undo")
    assert on_disk(desk, "document.yaml") == before
    said(browser, f"/d/{NAME}/decorates", {"picture": "nothing", "decorative": "yes"})
    assert on_disk(desk, "document.yaml") == before


def test_whoever_empties_a_field_that_must_say_something_is_told_just_that(
    desk: Desk, browser: TestClient
) -> None:
    for key in ("title", "language"):
        answer = desk.put(NAME, "document.yaml", key, "", None)
        assert answer.why == "This cannot be empty. Please type something."
    page = browser.get(f"/d/{NAME}/about").text
    assert page.count("This cannot be empty.") == 2
    assert "There is no field for this." not in page


def test_words_that_wait_in_another_field_of_the_document_stop_no_button(
    desk: Desk, browser: TestClient
) -> None:
    welcome = on_disk(desk, FILE).replace("[](#come-along)", "our page")
    (desk.sources / NAME / FILE).write_text(welcome, "utf-8")
    assert desk.put(NAME, "document.yaml", "title", "", None).why
    browser.post(f"/d/{NAME}/decorates", data={"picture": "clock", "decorative": "yes"})
    browser.post(f"/d/{NAME}/section-out", data={"section": "come-along"})
    browser.post(f"/d/{NAME}/sections", data={"heading": "What we cook"})
    assert "decorative:" in on_disk(desk, "document.yaml")
    assert "[welcome, words-we-use, what-we-cook]" in on_disk(desk, "document.yaml")
    assert [(one.field, one.typed) for one in desk.view(NAME).drafts] == [("title", "")]


def test_who_made_a_picture_and_who_agreed_is_typed_beside_its_words(
    desk: Desk, browser: TestClient
) -> None:
    page = browser.get(f"/d/{NAME}/pictures").text
    for key, words in (("credit", "Ann Lee"), ("licence", "CC BY 4.0"), ("consent", "Nobody.")):
        assert f'name="pictures.clock.{key}"' in page
        assert desk.put(NAME, "document.yaml", f"pictures.clock.{key}", words, "").saved
        assert f"{key}: {words}" in on_disk(desk, "document.yaml")
    assert 'value="CC BY 4.0"' in browser.get(f"/d/{NAME}/pictures").text


def test_a_row_of_words_alone_is_taken(desk: Desk, browser: TestClient) -> None:
    """What the form of a new row has chosen when nobody chooses must not be refused."""
    page = browser.get(f"/d/{NAME}/s/welcome").text
    choice = re.search(r'<select id="easy_read-new-picture".*?</select>', page)
    assert choice
    chosen = re.findall(r"<option([^>]*)>", choice[0])
    assert [one for one in chosen if "selected" in one] == [' value="none" selected']
    sent = {"file": FILE, "row": "easy_read.3", "what": "add", "text": "Come.", "picture": "none"}
    assert "The row is there." in said(browser, f"/d/{NAME}/row", sent)
    assert desk.view(NAME).faults == ()


def test_what_two_editions_are_told_alike_stands_once(desk: Desk, browser: TestClient) -> None:
    file = desk.sources / NAME / "document.yaml"
    file.write_text(on_disk(desk, "document.yaml").replace("date: 2026-11\n", ""), "utf-8")
    assert browser.get(f"/d/{NAME}/findings").text.count("This document has no date.") == 1


def test_a_long_section_begins_with_the_way_to_its_parts(desk: Desk, browser: TestClient) -> None:
    parts = "".join(f"  - id: part-{n}\n    heading: Part {n}\n    body: Words.\n" for n in (1, 2))
    file = desk.sources / NAME / FILE
    file.write_text(f"{on_disk(desk, FILE)}sections:\n{parts}", "utf-8")
    page = browser.get(f"/d/{NAME}/s/welcome").text
    for n in (0, 1):
        assert f'<a href="#part.sections.{n}">Part {n + 1}</a>' in page
        assert f'id="part.sections.{n}"' in page
    assert "Lines with ::: are pictures, tables and boxes." in page


def test_a_word_file_of_somebody_else_is_told_with_the_way_on(
    desk: Desk, browser: TestClient
) -> None:
    into = io.BytesIO()
    docx.Document().save(into)
    browser.post(f"/d/{NAME}/came-back", files={"file": ("x.docx", into.getvalue())})
    page = browser.get(f"/d/{NAME}/back").text
    assert "This Word file does not say of which document it is. Only a Word file that was" in page
    assert "--document" not in page


def test_what_a_build_must_still_be_told_comes_with_the_way_to_do_it() -> None:
    finding = {"rule": "date-missing", "severity": "must fix", "message": "There is no date.",
               "hint": "Add “date:” to document.yaml."}  # fmt: skip
    told = {"made": ["a.pdf"], "files": [], "findings": [finding]}
    view = View("club", None, (), (), 1)
    page = deliver.files(view, (), Seen("club", going=False, told=told))
    assert "There is no date. Open “About this document”, and fill in “Date”." in page
    assert '<a href="/d/club/findings">What is to do</a>' in page
