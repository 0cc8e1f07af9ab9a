"""Answers on a web page: kept on the reader's device, printed whole, sent to nobody."""

from __future__ import annotations

import io

import pikepdf
import pytest
from playwright.sync_api import Page

from exporter.model import Answer, Question
from tests.build import document, words
from tests.chromium import axe_finds
from tests.web.conftest import Opened, heard, open_again, web_page

_KEPT = "localStorage.getItem('answers of sample')"


def asked() -> bytes:
    meals = (Answer(words("Tea")), Answer(words("Soup")))
    moods = (Answer(words("Yes"), "yes"), Answer(words("No"), "no"))
    return web_page(
        document(
            Question("several", words("What do you like?"), meals, name="question-1"),
            Question("yes-no", words("Was it good?"), moods, name="question-2"),
            Question("lines", words("What else?"), lines=3, name="question-3"),
        ),
        "standard",
    )


def _answer(page: Page) -> None:
    page.get_by_label("Soup").check()
    page.get_by_label("No", exact=True).check()
    page.get_by_label("What else?").fill("One line\n" * 12 + "the last")


def test_answers_are_there_the_next_time_and_nothing_is_fetched_or_sent(opened: Opened) -> None:
    page = opened(asked(), width=320)
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    _answer(page)
    open_again(page, "[...document.querySelectorAll('textarea')].some((one) => one.value)")
    assert page.get_by_label("Soup").is_checked()
    assert not page.get_by_label("Tea").is_checked()
    assert page.get_by_label("No", exact=True).is_checked()
    assert not page.get_by_label("Yes").is_checked()
    assert page.get_by_label("What else?").input_value().endswith("the last")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert {one.split("#")[0] for one in requests if not one.startswith("data:")} == {page.url}


def test_answers_can_be_taken_away_when_the_reader_says_so_twice(opened: Opened) -> None:
    page = opened(asked())
    _answer(page)
    page.once("dialog", lambda dialog: dialog.dismiss())
    page.get_by_role("button", name="Take away my answers").click()
    assert page.get_by_label("Soup").is_checked()
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Take away my answers").click()
    assert not page.get_by_label("Soup").is_checked()
    assert page.get_by_label("What else?").input_value() == ""
    assert page.evaluate(_KEPT) == "{}"


@pytest.mark.parametrize(
    "kept", ["no JSON", "[1]", '{"question.1\\nx\\ny": {"a": 1}}', "null", "7"]
)
def test_what_another_page_has_kept_under_the_name_harms_nobody(opened: Opened, kept: str) -> None:
    page = opened(asked(), before=f"localStorage.setItem('answers of sample', `{kept}`)")
    assert not page.get_by_label("Soup").is_checked()
    page.get_by_label("Soup").check()
    assert "Soup" in page.evaluate(_KEPT)


@pytest.mark.parametrize(
    "kept", ["JSON.stringify('x'.repeat(4e6))", "JSON.stringify({a: 'x'.repeat(4e6)})",
             "JSON.stringify(Object.fromEntries([...Array(3e5).keys()].map((n) => [n, 7])))"]
)  # fmt: skip
def test_however_much_another_page_has_kept_under_the_name_answers_are_kept(
    opened: Opened, kept: str
) -> None:
    page = opened(asked(), before=f"localStorage.setItem('answers of sample', {kept})")
    page.get_by_label("Soup").check()
    assert len(page.evaluate(_KEPT)) < 200
    assert "Soup" in page.evaluate(_KEPT)


def test_what_was_typed_is_printed_to_its_last_line_and_the_buttons_are_not(
    opened: Opened,
) -> None:
    page = opened(asked())
    _answer(page)
    with pikepdf.open(io.BytesIO(page.pdf(format="A4"))) as pdf:
        assert len(pdf.pages) >= 1
    page.emulate_media(media="print")
    room = page.evaluate("(({clientHeight, scrollHeight}) => clientHeight - scrollHeight)"
                         "(document.querySelector('textarea'))")  # fmt: skip
    assert room >= 0
    assert not page.locator(".answers-kept").is_visible()


def test_without_its_script_the_page_is_a_plain_form(opened: Opened) -> None:
    page = opened(asked(), java_script_enabled=False)
    page.get_by_label("Soup").check()
    page.get_by_label("What else?").fill("Words")
    assert not page.locator(".answers-kept").is_visible()


def test_each_field_is_heard_with_the_question_that_it_belongs_to(opened: Opened) -> None:
    told = heard(opened(asked()))
    groups = ["What do you like?", "Was it good?", "What else?"]
    assert [name for role, name in told if role == "group"][-3:] == groups
    fields = {
        ("checkbox", "Tea"),
        ("checkbox", "Soup"),
        ("radio", "Yes"),
        ("radio", "No"),
        ("textbox", "What else?"),
    }
    assert fields <= set(told)


def test_axe_finds_nothing_on_a_page_of_questions(opened: Opened) -> None:
    assert axe_finds(opened(asked())) == []
