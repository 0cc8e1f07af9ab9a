"""The rooms of one document: about it, what is to do, its easy read beside the text."""

from __future__ import annotations

import datetime
import json
import re

import pytest
from starlette.testclient import TestClient

from exporter.checking import check_documents
from exporter.importing.rules import RULES
from exporter.saving import NotSaved
from exporter.studio.advice import undone
from exporter.studio.desk import Desk
from exporter.studio.fixing import fix
from exporter.studio.guard import cookie_of
from exporter.studio.pages.field import Shown, options_of
from tests.studio.conftest import FILE, KEY, NAME, client_of

DOCUMENT = "document.yaml"


def test_what_a_document_says_of_itself_is_typed_in_fields(desk: Desk, browser: TestClient) -> None:
    page = browser.get(f"/d/{NAME}/about").text
    assert 'value="Meeting up on Mondays"' in page
    assert "2026, 2026-11 or 2026-11-22. Never invent a day." in page
    typed = {"title": "Come on Mondays", "imprint": "Printed here.", "subtitle": "For all",
             "date": "2026-11", "cover": "none"}  # fmt: skip
    for field, value in typed.items():
        sent = {"file": DOCUMENT, "field": field, "value": value}
        assert browser.post(f"/d/{NAME}/put", data=sent).headers["location"].endswith(NAME)
    text = desk.text(NAME, DOCUMENT)
    assert text.index("title: Come on Mondays\nsubtitle: For all\n") >= 0
    source = desk.view(NAME).loaded.source  # type: ignore[union-attr]
    assert (source.title, source.subtitle, source.imprint) == (
        "Come on Mondays", "For all", "Printed here.",
    )  # fmt: skip
    browser.post(f"/d/{NAME}/put", data={"file": DOCUMENT, "field": "date", "value": "soon"})
    assert "Write a date as 2026" in browser.get(f"/d/{NAME}/about").text


def test_people_come_into_a_document_and_go(desk: Desk, browser: TestClient) -> None:
    before = desk.text(NAME, DOCUMENT)
    for sent in (
        {"list": "authors", "name-of": "Ann Lee"},
        {"list": "authors", "name-of": "Bo Lee"},
        {"list": "contacts", "name-of": "The office", "way": "office@example.org"},
        {"list": "contacts", "name-of": "The office", "way": "01632 960777"},
    ):
        answer = browser.post(f"/d/{NAME}/person", data=sent)
        assert "wrong" not in answer.headers["location"]
    source = desk.view(NAME).loaded.source  # type: ignore[union-attr]
    assert [one.name for one in source.authors[-2:]] == ["Ann Lee", "Bo Lee"]
    ways = [(name, one.email or one.phone) for name, one in source.contacts]
    assert ("the-office", "office@example.org") in ways
    assert ("the-office-2", "01632 960777") in ways
    page = browser.get(f"/d/{NAME}/about").text
    for field in ("contacts.the-office-2", f"authors.{len(source.authors) - 1}"):
        assert f'name="field" value="{field}"' in page
        sent = {"file": DOCUMENT, "field": field, "back": f"/d/{NAME}/about"}
        assert "wrong" not in browser.post(f"/d/{NAME}/take-out", data=sent).headers["location"]
    left = desk.view(NAME).loaded.source  # type: ignore[union-attr]
    assert [one.name for one in left.authors] == [one.name for one in source.authors[:-1]]
    for _ in range(6):
        desk.undo(NAME)
    assert desk.text(NAME, DOCUMENT) == before


@pytest.mark.parametrize(
    "sent", [{"list": "sections", "name-of": "x"}, {"list": "authors", "name-of": " "}, {}]
)
def test_nobody_comes_into_another_list(
    desk: Desk, browser: TestClient, sent: dict[str, str]
) -> None:
    before = desk.text(NAME, DOCUMENT)
    assert "wrong=yes" in browser.post(f"/d/{NAME}/person", data=sent).headers["location"]
    assert desk.text(NAME, DOCUMENT) == before


def test_a_finding_about_the_document_leads_to_its_field(browser: TestClient, desk: Desk) -> None:
    lines = desk.text(NAME, DOCUMENT).split("\n")
    for begun, focus in (("title:", "title"), ("    alt:", "pictures."), ("sections:", "")):
        line = next(n for n, one in enumerate(lines, 1) if one.startswith(begun))
        page = browser.get(f"/d/{NAME}/about?line={line}").text
        assert f'data-go="{focus}' in page if focus else 'class="code"' in page


def test_no_picture_is_a_choice_and_not_having_chosen_is_none(
    desk: Desk, browser: TestClient
) -> None:
    sent = {"file": FILE, "field": "easy_read.0.picture", "value": "none"}
    browser.post(f"/d/{NAME}/put", data=sent)
    assert "  - picture: none\n    text: We are a group" in desk.text(NAME, FILE)
    row = {"file": FILE, "row": "easy_read.3", "what": "add", "text": "Come in."}
    browser.post(f"/d/{NAME}/row", data={**row, "picture": "none"})
    assert "  - picture: none\n    text: Come in.\n" in desk.text(NAME, FILE)
    shown = "".join(options_of((Shown("clock", "A clock"),), ""))
    assert shown.startswith('<option value>Not chosen yet</option><option value="none">No picture')


def test_the_findings_are_those_of_check(desk: Desk, browser: TestClient) -> None:
    page = browser.get(f"/d/{NAME}/findings").text
    found = check_documents(desk.sources, desk.styles, (NAME,), ()).findings
    assert any(one.code == "publisher-placeholder" for one in found)
    for one in found:
        assert one.message.split("“")[0].replace("&", "&amp;") in page


def test_a_fix_that_a_finding_knows_is_a_button(desk: Desk, browser: TestClient) -> None:
    words = "Approximately ten people utilise the hall."
    desk.put(NAME, FILE, "easy_read.0.text", words, None)
    page = browser.get(f"/d/{NAME}/findings").text
    assert "Write “About” instead of “Approximately”" in page
    form = page[: page.index("Write “use” instead of “utilise”")].rpartition("/fix")[2]
    sent = dict(re.findall(r'name="([a-z]+)" value="([^"]*)"', form))
    before = desk.text(NAME, FILE)
    browser.post(f"/d/{NAME}/fix", data=sent)
    assert desk.text(NAME, FILE) == before.replace("utilise", "use", 1)
    browser.post(f"/d/{NAME}/fix", data={**sent, "words": "nothing"})
    browser.post(f"/d/{NAME}/undo")
    assert desk.text(NAME, FILE) == before


@pytest.mark.parametrize(
    ("text", "line", "made"),
    [
        ("body: |\n  Use it.\n  We use it, for use is use.\n", 3, "We apply it, for use is use."),
        ("body: |\n  See [use](https://use.example/use) or use it.\n", 2,
         "See [apply](https://use.example/use) or use it."),
        ("body: <https://use.example> or use it.\n", 1, "<https://use.example> or apply it."),
        ("body: |\n  Reuse, used; use.\n", 2, "Reuse, used; apply."),
    ],
)  # fmt: skip
def test_a_fix_writes_the_words_that_its_finding_means(text: str, line: int, made: str) -> None:
    assert made in fix(text, line, "use", "apply").value


@pytest.mark.parametrize(
    "text", ["body: >\n  We use\n  it.\n", "body: We use\n  it.\n", "use: it\n", "body: [use]\n#",
             "body: |\n  https://a.example/use\n", "body: [", ""]
)  # fmt: skip
def test_what_does_not_stand_so_in_the_source_is_for_a_person(text: str) -> None:
    with pytest.raises(NotSaved):
        fix(text, 2 if "|" in text or ">" in text else 1, "used" if "[use" in text else "use", "do")


def test_a_text_that_changed_stands_beside_its_easy_read_until_the_author_has_looked(
    desk: Desk, browser: TestClient
) -> None:
    today = datetime.date.today().isoformat()
    browser.post(f"/d/{NAME}/matches", data={"who": "Ann", "when": today})
    assert "Does it still say the same?" not in browser.get(f"/d/{NAME}/s/welcome").text
    desk.put(NAME, FILE, "summary", "Everybody over 18 can come.", None)
    page = browser.get(f"/d/{NAME}/s/welcome").text
    assert page.count("Does it still say the same?") == 1
    both = page[page.index('class="beside"') : page.index('name="sections"')]
    assert "Everybody over 18 can come." in both
    assert "We meet every Monday." in both
    sent = dict(re.findall(r'name="(sections|when|back)" value="([^"]*)"', page))
    answer = browser.post(f"/d/{NAME}/matches", data=sent)
    assert answer.headers["location"].startswith(f"/d/{NAME}/s/welcome?said=")
    assert "Does it still say the same?" not in browser.get(f"/d/{NAME}/s/welcome").text


def test_each_decision_of_an_import_says_how_to_undo_it(desk: Desk, browser: TestClient) -> None:
    code, rule = next(
        (code, one) for code, one in RULES.items() if one.to_do and "<" not in one.to_do
    )
    told = {"imported": "a.docx", "decisions": [{"code": code, "kind": "changed", "words": "x"}]}
    (desk.sources / NAME / "import-report.json").write_text(json.dumps(told), "utf-8")
    page = browser.get(f"/d/{NAME}/imported").text
    assert undone(rule).replace('"', "&quot;") in page


def test_two_studios_in_one_browser_leave_each_other_in(desk: Desk) -> None:
    first = client_of(desk)
    first.get(f"/?key={KEY}")
    first.cookies.set(cookie_of(9999), "of another studio")
    assert first.get("/").status_code == 200
    kept = f'odd="; {cookie_of(8123)}={KEY}; "; x y z; é'
    other = client_of(desk)
    assert other.get("/", headers={"cookie": kept.encode("latin-1")}).status_code == 200
    assert other.get("/", headers={"cookie": f"exporter-studio={KEY}"}).status_code == 401


def test_two_windows_that_type_in_different_fields_are_both_right(desk: Desk) -> None:
    texts = {field: desk.text(NAME, FILE).split(f"{field}: ")[1].split("\n")[0]
             for field in ("heading", "summary")}  # fmt: skip
    assert desk.put(NAME, FILE, "heading", "From one", texts["heading"]).saved
    assert desk.put(NAME, FILE, "summary", "From the other.", texts["summary"]).saved
    assert "heading: From one\npicture: people\nsummary: From the other.\n" in desk.text(NAME, FILE)
