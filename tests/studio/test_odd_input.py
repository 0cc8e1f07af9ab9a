"""Damaged files and odd requests get a sentence: never a broken page, and never those of others."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from exporter.starter import copy_document
from exporter.studio import word
from exporter.studio.desk import Desk
from exporter.studio.drafts import WHOLE
from tests.studio.conftest import FILE, NAME

PAGES = ("", "/findings", "/pictures", "/about", "/source", "/people", "/back", "/s/welcome",
         "/s/welcome/source")  # fmt: skip
OTHER = "other"
DAMAGED = {
    "no text": b"title: \xff\xfe\n",
    "too large": b"title: x\n# " + b"x" * 3_000_000,
    "too deep": b"title: " + b"[" * 100_000,
    "too much": b"title: x\nkeywords:\n" + b"- x\n" * 40_000,
    "keys that are more than words": b"title: x\n? [a, b]\n: c\n? {d: e}\n: f\n",
    "no mapping": b"- a\n- b\n",
    "nothing": b"",
    "one word": b"x",
    "no YAML": b"title: 'x\n",
    "signs": b'title: "\\ud800"\nsubtitle: \0\n',
    "aliases": b"a: &a [x]\nb: *a\n*a : c\n",
}


@pytest.fixture
def browser(desk: Desk, browser: TestClient) -> TestClient:
    copy_document(desk.sources / OTHER)
    return browser


def looked_at(browser: TestClient, name: str = NAME) -> None:
    start = browser.get("/")
    assert start.status_code == 200
    assert f'href="/d/{OTHER}"' in start.text
    assert f'href="/d/{name}"' in start.text
    for page in PAGES:
        assert browser.get(f"/d/{name}{page}").status_code in (200, 404, 409), page


@pytest.mark.parametrize("file", ["document.yaml", FILE])
@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_file_is_a_row_with_its_sentence(
    desk: Desk, browser: TestClient, file: str, data: bytes
) -> None:
    browser.get("/")
    (desk.sources / NAME / file).write_bytes(data)
    looked_at(browser)
    assert "from being read." in browser.get("/").text
    assert "What stops the document" in browser.get(f"/d/{NAME}").text


def test_a_file_that_is_none_is_a_row_with_its_sentence(desk: Desk, browser: TestClient) -> None:
    file = desk.sources / NAME / FILE
    for make in (
        lambda: file.symlink_to(file.name),
        lambda: os.mkfifo(file),
        lambda: file.mkdir(),
        lambda: file.symlink_to("/etc/hostname"),
    ):
        file.unlink()
        make()
        looked_at(browser)
        assert "from being read." in browser.get("/").text
        if file.is_dir():
            file.rmdir()
            file.touch()


FIELDS = ("", "0", "٣", "٣.text", "easy_read.٣.text", "easy_read.00.text", "easy_read.-1.text",
          "__proto__", "easy_read.__proto__.x", "a\0", "heading\0", "heading.", ".heading",
          "a" * 80, "9" * 80, "easy_read." + "9" * 80, "x.y", "../x")  # fmt: skip


@pytest.mark.parametrize("field", FIELDS)
def test_a_name_of_no_field_is_refused_and_kept_nowhere(
    desk: Desk, browser: TestClient, field: str
) -> None:
    before = desk.text(NAME, FILE)
    sent = {"file": FILE, "field": field, "row": field, "value": "x", "text": "x"}
    assert browser.post(f"/d/{NAME}/put", data=sent).status_code == 400
    for what in ("add", "up", "down", "remove"):
        answer = browser.post(f"/d/{NAME}/row", data={**sent, "what": what})
        assert "wrong=yes" in answer.headers["location"]
    assert "wrong=yes" in browser.post(f"/d/{NAME}/take-out", data=sent).headers["location"]
    assert desk.text(NAME, FILE) == before
    drafts = [{"file": FILE, "field": field, "typed": "x", "why": "y"}]
    desk.put(NAME, FILE, "picture", "rocket", None)
    (desk.output / ".state/studio" / NAME / "drafts.json").write_text(json.dumps(drafts), "utf-8")
    assert desk.view(NAME).drafts == ()
    assert [one.field for one in desk.view(NAME).lost] in ([], [WHOLE])


def test_a_field_is_put_nowhere_but_among_fields(desk: Desk, browser: TestClient) -> None:
    before = desk.text(NAME, FILE)
    for field in (
        "heading.x",
        "easy_read.text",
        "easy_read.0.0",
        "body.0",
        "tables.0",
        "sections.0",
    ):
        sent = {"file": FILE, "field": field, "row": field, "value": "x", "text": "x"}
        assert browser.post(f"/d/{NAME}/put", data=sent).status_code in (303, 400)
        for what in ("add", "up", "remove"):
            browser.post(f"/d/{NAME}/row", data={**sent, "what": what})
            assert desk.text(NAME, FILE) == before
    looked_at(browser)


def test_halves_of_letters_are_shown_as_a_question_mark(desk: Desk, browser: TestClient) -> None:
    half = {"imported": "\ud800.docx", "proof": {"words": "\udfff", "lost": ["\ud800"]},
            "decisions": [{"code": "\ud800", "kind": "to write", "words": "\udc00"}]}  # fmt: skip
    (desk.sources / NAME / "import-report.json").write_text(json.dumps(half), "utf-8")
    answer = browser.get(f"/d/{NAME}/imported")
    assert answer.status_code == 200
    assert "?.docx" in answer.text
    desk.put(NAME, FILE, "picture", "rocket", None)
    state = desk.output / ".state/studio" / NAME
    draft = {"file": FILE, "field": "heading", "typed": "\ud800", "why": "x"}
    (state / "drafts.json").write_text(json.dumps([draft]), "utf-8")
    step = {"what": "x", "before": {FILE: "\ud800"}, "after": {FILE: desk.text(NAME, FILE)}}
    (state / "000001.json").write_text(json.dumps(step), "utf-8")
    (state / "at.json").write_text("[1, 1]", "utf-8")
    assert "nothing+to+take+back" in browser.post(f"/d/{NAME}/undo").headers["location"]
    looked_at(browser)


def test_a_step_from_nothing_to_nothing_is_taken_back(desk: Desk, browser: TestClient) -> None:
    desk.put(NAME, FILE, "heading", "Come in", None)
    state = desk.output / ".state/studio" / NAME
    step = {
        "what": "x",
        "before": {"sections/none.yaml": None},
        "after": {"sections/none.yaml": None},
    }
    (state / "000001.json").write_text(json.dumps(step), "utf-8")
    assert browser.post(f"/d/{NAME}/undo").status_code == 303
    assert browser.post(f"/d/{NAME}/redo").status_code == 303


@pytest.mark.parametrize("place", [".state", ".state/studio", f".state/studio/{NAME}"])
def test_nothing_is_kept_through_somebodys_link(desk: Desk, tmp_path: Path, place: str) -> None:
    elsewhere = tmp_path / "elsewhere"
    draft = {"file": FILE, "field": "heading", "typed": "Not mine", "why": "x", "was": "Welcome"}
    for folder in ("", "studio", f"studio/{NAME}", NAME):
        (elsewhere / folder).mkdir(parents=True, exist_ok=True)
        (elsewhere / folder / "drafts.json").write_text(json.dumps([draft]), "utf-8")
    before = sorted(elsewhere.rglob("*"))
    link = desk.output / place
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(elsewhere)
    assert desk.view(NAME).drafts == ()
    desk.put(NAME, FILE, "heading", "Come in", None)
    desk.put(NAME, FILE, "picture", "rocket", None)
    desk.undo(NAME)
    assert sorted(elsewhere.rglob("*")) == before
    assert not link.is_symlink()


CALLED = {"x.\0docx": "x.docx", "\0": "document", "x.do\0cx": "x.docx", "x." + "y" * 300: "x",
          "..": "document", "x./etc": "etc", "x.d\u202eoc": "x", "a\\b.DOCX": "b.docx"}  # fmt: skip


@pytest.mark.parametrize("called", CALLED)
def test_a_file_of_any_name_is_brought_in_under_a_name_of_ours(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch, called: str
) -> None:
    asked: list[str] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(Path(command[4]).name)
        assert Path(command[4]).read_bytes() == b"nothing"
        return subprocess.CompletedProcess(command, 1, "", "It is no Word file.")

    monkeypatch.setattr(word.subprocess, "run", run)
    head = f'Content-Disposition: form-data; name="file"; filename="{called}"'
    body = f"--b\r\n{head}\r\n\r\nnothing\r\n--b--\r\n".encode()
    kind = {"content-type": "multipart/form-data; boundary=b"}
    answer = browser.post("/import", content=body, headers=kind)
    assert answer.status_code == 303
    assert asked == [CALLED[called]]


@pytest.mark.parametrize("where", ["put", "came-back"])
@pytest.mark.parametrize(
    "charset", ["nothing", "utf-16", "idna", "punycode", "rot13", "zlib", "undefined", "utf-7",
                "raw_unicode_escape", "unicode_escape", "utf-8\xe9"],
)  # fmt: skip
def test_letters_that_nobody_can_read_get_a_sentence(
    browser: TestClient, where: str, charset: str
) -> None:
    kind = f"multipart/form-data; boundary=b; charset={charset}".encode("latin-1")
    body = (
        b'--b\r\nContent-Disposition: form-data; name="file"\r\n\r\n\\ud800\xff..\r\n'
        b'--b\r\nContent-Disposition: form-data; name="value"; filename="\\ud800\xff..\x80"\r\n\r\n'
        b"x\r\n--b--\r\n"
    )
    answer = browser.post(f"/d/{NAME}/{where}", content=body, headers=[(b"content-type", kind)])
    assert answer.status_code in (303, 400, 404)
    for said in ("codec", "decode", "Traceback"):
        assert said not in answer.text


def test_a_form_that_is_cut_off_or_too_full_gets_a_page(browser: TestClient) -> None:
    many = "&".join(f"a{number}=x" for number in range(3_000))
    for kind, body in (
        ("multipart/form-data; boundary=b", "--b\r\nContent-Disp"),
        ("multipart/form-data", "x"),
        (
            "multipart/form-data; boundary=b",
            "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--",
        ),
        ("application/x-www-form-urlencoded", many),
        ("application/x-www-form-urlencoded", f"value={'x' * 5_000_000}"),
    ):
        answer = browser.post(f"/d/{NAME}/put", content=body, headers={"content-type": kind})
        assert answer.status_code == 400
        assert "</html>" in answer.text or "saved" in answer.text


def test_a_word_file_with_many_changes_can_be_taken_over(browser: TestClient) -> None:
    sent = {f"take-{number}": "yes" for number in range(500)}
    assert browser.post(f"/d/{NAME}/take-over", data=sent).status_code == 303


def test_words_that_are_longer_than_any_file_are_refused(desk: Desk, browser: TestClient) -> None:
    sent = {"file": FILE, "field": "body", "value": "x" * 2_100_000}
    answer = browser.post(f"/d/{NAME}/put", data=sent)
    assert (answer.status_code, "longer than a file" in answer.text) == (400, True)
    assert desk.view(NAME).drafts == ()


def test_a_title_of_odd_signs_begins_a_document(desk: Desk, browser: TestClient) -> None:
    for title in ("A\0B", "\x07", "  \t ", "‮x", "'\"\\", "a: b #c"):
        answer = browser.post("/new", data={"title": title})
        assert answer.status_code == 303
        assert browser.get(answer.headers["location"]).status_code == 200
    assert "\0" not in desk.text("a-b", "document.yaml")
