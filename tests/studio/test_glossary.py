"""Hard words: seen with the sections that use them, changed as they are typed, added, taken out."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from exporter.saving import NotSaved
from exporter.studio.changes import Put, changed, value_at
from exporter.studio.desk import Desk
from exporter.studio.explaining import explained
from exporter.studio.forms import field_at
from tests.studio.conftest import NAME

ABOUT, PAGE = "document.yaml", f"/d/{NAME}/glossary"
VOLUNTEER = "glossary.volunteer"


def on_disk(desk: Desk) -> str:
    return (desk.sources / NAME / ABOUT).read_text("utf-8")


def add(browser: TestClient, word: str, meaning: str, easy: str = "") -> str:
    sent = {"word": word, "meaning": meaning, "easy": easy}
    return browser.post(f"/d/{NAME}/words", data=sent).headers["location"]


def test_a_word_is_shown_with_its_meanings_and_where_it_stands(browser: TestClient) -> None:
    page = browser.get(PAGE).text
    assert 'value="volunteers"' in page
    assert "A person who helps for free." in page
    assert f'It stands in: <a href="/d/{NAME}/s/welcome">Welcome</a>' in page


def test_a_word_stands_where_any_of_its_forms_does_and_where_something_points_to_it() -> None:
    document = "glossary:\n  a-b: {also: [Abs, ab’s], meaning: M.}\n  c: {meaning: N.}\n"
    sections = {
        "sections/one.yaml": "heading: One\nbody: |\n  The\n  ABS.\n",
        "sections/two.yaml": "heading: Two\nbody: About [this](#a-b).\n",
        "sections/three.yaml": "heading: Three\nbody: Absolute.\naccept: {rule: x, because: c}\n",
        "sections/four.yaml": "heading: [\n",
    }
    first, second = explained(document, sections)
    assert first.used == (("one", "One"), ("two", "Two"))
    assert (first.word, first.also) == ("a b", "Abs, ab’s")
    assert second.used == ()


def test_a_word_comes_with_a_form_and_goes_with_a_button(desk: Desk, browser: TestClient) -> None:
    before = on_disk(desk)
    there = add(browser, "Café: late", "A place\nto meet.", "We drink tea.")
    assert "wrong" not in there
    assert there.endswith("#glossary.cafe-late-word")
    after = on_disk(desk)
    assert [one for one in before.splitlines() if one not in after.splitlines()] == []
    assert value_at(after, ("glossary", "cafe-late", "word")) == "Café: late"
    assert value_at(after, ("glossary", "cafe-late", "easy")) == "We drink tea."
    assert "It stands nowhere in the document" in browser.get(PAGE).text
    assert desk.view(NAME).loaded is not None
    sent = {"file": ABOUT, "field": "glossary.cafe-late", "back": PAGE}
    out = browser.post(f"/d/{NAME}/take-out", data=sent)
    assert out.headers["location"].startswith(PAGE)
    assert on_disk(desk) == before
    for _ in range(2):
        browser.post(f"/d/{NAME}/undo", data={"back": PAGE})
    assert on_disk(desk) == before


def test_a_word_without_a_meaning_or_of_one_name_with_another_is_told_or_has_a_name_of_its_own(
    desk: Desk, browser: TestClient
) -> None:
    before = on_disk(desk)
    for word, meaning in (("", "M."), ("x", " "), ("\u2028", "M.")):
        assert "wrong=yes" in add(browser, word, meaning)
    assert on_disk(desk) == before
    add(browser, "volunteer", "Another.")
    assert "  volunteer-2:\n    word: volunteer\n    meaning: Another.\n" in on_disk(desk)


def test_other_forms_are_one_field_and_those_that_stay_are_not_touched(desk: Desk) -> None:
    before = on_disk(desk)
    assert "also: [volunteers]" in before
    desk.put(NAME, ABOUT, f"{VOLUNTEER}.also", "volunteers, a: b ,,", "volunteers")
    assert "also: [volunteers, 'a: b']" in on_disk(desk)
    desk.put(NAME, ABOUT, f"{VOLUNTEER}.also", "", "volunteers, a: b")
    assert "also:" not in on_disk(desk)
    desk.put(NAME, ABOUT, f"{VOLUNTEER}.also", "volunteers", "")
    assert desk.view(NAME).loaded.source.glossary[0].also == ("volunteers",)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("x", "a:\n  also:\n    - x  # first\n  b: 1\n"),
        ("x, y, z", "a:\n  also:\n    - x  # first\n    - y\n    - z\n  b: 1\n"),
        ("z, y", "a:\n  also:\n    - z  # first\n    - y\n  b: 1\n"),
        ("", "a:\n  b: 1\n"),
    ],
)
def test_a_list_of_lines_keeps_its_lines(typed: str, made: str) -> None:
    text = "a:\n  also:\n    - x  # first\n    - y\n  b: 1\n"
    assert changed(text, Put(("a", "also"), typed)) == made
    assert value_at(text, ("a", "also")) == "x, y"
    assert field_at(text, 4) == "a.also"


def test_a_word_that_waits_is_kept_and_its_field_says_why(desk: Desk, browser: TestClient) -> None:
    before = on_disk(desk)
    assert not desk.put(NAME, ABOUT, f"{VOLUNTEER}.meaning", "See [](#nowhere).", None).saved
    page = browser.get(PAGE).text
    assert "See [](#nowhere).</textarea>" in page
    assert "not in the document yet" in page
    assert on_disk(desk) == before
    desk.put(NAME, ABOUT, f"{VOLUNTEER}.also", "a, *", None)
    assert desk.put(NAME, ABOUT, f"{VOLUNTEER}.meaning", "Who helps.", None).saved


def test_a_finding_on_a_word_leads_to_its_field(desk: Desk, browser: TestClient) -> None:
    line = on_disk(desk).splitlines().index("    easy: A person who helps for free.") + 1
    page = browser.get(f"/d/{NAME}/about?line={line}").text
    assert f'data-go="{VOLUNTEER}.easy"' in page
    line = on_disk(desk).splitlines().index("    also: [volunteers]") + 1
    assert f'data-go="{VOLUNTEER}.also"' in browser.get(f"/d/{NAME}/about?line={line}").text


def test_a_document_without_words_gets_its_first_and_a_broken_one_shows_its_file(
    desk: Desk, browser: TestClient
) -> None:
    file = desk.sources / NAME / ABOUT
    text = re.sub(r"glossary:\n(?:  .*\n)+", "", on_disk(desk))
    file.write_text(text, "utf-8")
    assert "No word is explained yet." in browser.get(PAGE).text
    add(browser, "tea", "A hot drink.")
    assert "glossary:\n  tea:\n    meaning: A hot drink.\n" in on_disk(desk)
    file.write_text("title: [\n", "utf-8")
    assert "title: [" in browser.get(PAGE).text
    with pytest.raises(NotSaved):
        explained("title: [\n", {})
