"""What `check` finds stands beside the field that it is about; a list at the head leads there."""

from __future__ import annotations

import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from exporter.checking import CheckedDocuments
from exporter.studio import judging
from exporter.studio.desk import Desk
from tests.studio.conftest import FILE, NAME

HERE = f"/d/{NAME}/s/welcome"
MANY = "Prior to the meeting you can park."


def found_in(page: str, field: str) -> str:
    """What stands below a field."""
    start = page.index(f'<div id="{field}-found" class="found">')
    end = re.search(r'<div (?:class="field"|id="[\w.]+-found"|class="easy")', page[start + 1 :])
    return page[start : start + 1 + (end.start() if end else len(page))]


def summary(page: str) -> str:
    """The list at the head of the page."""
    return page[page.index('<div id="found"') : page.index('class="tools"')]


@pytest.fixture
def page(browser: TestClient, desk: Desk) -> str:
    """A section with two hard words in its text, and the words for them known."""
    desk.put(NAME, FILE, "body", MANY, None)
    return browser.get(HERE, params={"findings": "now"}).text


def test_a_finding_stands_below_its_field_in_the_words_of_check_and_the_list_leads_there(
    page: str, desk: Desk
) -> None:
    told = [one.message for one in desk.judge.found(desk.view(NAME)) if "Prior to" in one.message]
    assert told
    assert told[0] in found_in(page, "body").replace("&#x27;", "'")
    assert told[0] not in found_in(page, "heading")
    assert '<a href="#body">' in summary(page)
    assert '<a href="#found">Back to the list</a>' in found_in(page, "body")
    assert " hidden" not in summary(page).split(">")[0]
    (control,) = re.findall(r"<textarea[^>]*id=\"body\"[^>]*>", page)
    assert "body-found" in control


def test_its_button_mends_it_and_leads_back_to_the_field(
    page: str, browser: TestClient, desk: Desk
) -> None:
    forms = re.findall(r'<form method="post" action="[^"]*/fix">.*?</form>', found_in(page, "body"))
    (form,) = [one for one in forms if "Prior to" in one]
    sent = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form))
    answer = browser.post(f"/d/{NAME}/fix", data=sent)
    assert answer.headers["location"].partition("?")[0] == HERE
    assert answer.headers["location"].endswith("#body")
    assert "Prior to" not in desk.text(NAME, FILE)
    now = browser.get(HERE, params={"findings": "now"}).text
    assert "Prior to" not in found_in(now, "body")


def test_an_answer_from_its_place_leads_back_there(browser: TestClient, desk: Desk) -> None:
    desk.put(NAME, "document.yaml", "status", "released", None)  # of a draft nobody is asked
    page = browser.get(f"/d/{NAME}/about", params={"findings": "now"}).text
    forms = re.findall(
        r'<form method="post" action="[^"]*/accept".*?</form>', found_in(page, "title"), re.DOTALL
    )
    sent = dict(re.findall(r'name="(\w+)" value="([^"]*)"', forms[0]))
    answer = browser.post(f"/d/{NAME}/accept", data={**sent, "because": "We have no name yet."})
    assert answer.headers["location"].partition("?")[0] == f"/d/{NAME}/about"
    assert answer.headers["location"].endswith("#title")
    assert "We have no name yet." in desk.text(NAME, "document.yaml")


def test_while_nobody_has_looked_the_page_says_nothing_and_is_marked(
    browser: TestClient, desk: Desk
) -> None:
    desk.put(NAME, FILE, "body", MANY, None)
    page = browser.get(HERE).text
    assert "data-not-known" in summary(page)
    assert summary(page).count("<a ") == 0
    assert "Prior to" not in found_in(page, "body")
    browser.get(f"/d/{NAME}/findings")
    page = browser.get(HERE).text  # what was looked for on another page is known here too
    assert "data-not-known" not in summary(page)
    assert "Prior to" in found_in(page, "body")


@pytest.mark.parametrize(
    ("file", "field", "words", "place", "page"),
    [
        ("document.yaml", "subtitle", "A club", "title", "about"),
        (FILE, "body", "Come in.", "glossary.volunteer.word", "glossary"),
        (FILE, "easy_read.0.text", "Prior to tea we talk.", "easy_read.0.text", "s/welcome"),
    ],
)  # fmt: skip
def test_so_it_does_on_every_page_with_fields(
    browser: TestClient, desk: Desk, file: str, field: str, words: str, place: str, page: str
) -> None:
    desk.put(NAME, file, field, words, None)
    shown = browser.get(f"/d/{NAME}/{page}", params={"findings": "now"}).text
    assert f'<a href="#{place}">' in shown
    assert 'class="finding ' in found_in(shown, place)


def test_what_a_document_cannot_be_read_with_is_told_at_its_field_too(
    browser: TestClient, desk: Desk
) -> None:
    path = desk.file(NAME, FILE)
    path.write_text(
        path.read_text("utf-8").replace("[volunteers](#volunteer)", "[volunteers](#nobody)"),
        "utf-8",
    )
    page = browser.get(HERE).text
    assert "nobody" in found_in(page, "body") + found_in(page, "summary")


def test_looking_gives_way_to_somebody_who_types_unless_somebody_waits_for_it(
    browser: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps, real = [0], judging.check_documents

    def looked(*asked: Any) -> CheckedDocuments:
        def between() -> None:
            steps[0] += 1
            if steps[0] == 5:
                sent = {"file": FILE, "field": "body", "value": MANY}
                assert browser.post(f"/d/{NAME}/put", data=sent).status_code == 303
            asked[-1]()

        return real(*asked[:-1], between)

    monkeypatch.setattr(judging, "check_documents", looked)
    page = browser.get(HERE, params={"findings": "now"}).text
    assert "data-not-known" in summary(page)
    assert steps == [5]  # nothing was looked at after the key
    steps[0] = 0
    page = browser.get(f"/d/{NAME}/findings").text
    assert steps[0] > 20  # after each rule, or a key would wait for all of them
    assert "Prior to" in page
