"""Only the browser that the studio opened is answered, and only what its own pages ask."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from exporter.cli import main
from exporter.studio.desk import Desk
from exporter.studio.guard import HEADERS, cookie_of
from tests.studio.conftest import FILE, HOST, KEY, NAME, PORT

COOKIE = cookie_of(PORT)

PAGES = (
    "/",
    f"/d/{NAME}",
    f"/d/{NAME}/s/welcome",
    f"/d/{NAME}/preview/standard",
    f"/d/{NAME}/shown?standard=",
    "/made/" + "0" * 64,
    f"/d/{NAME}/progress",
    "/partners",
    "/partners/plan.csv",
    f"/d/{NAME}/find?words=meeting",
    "/brands",
    "/brands/house",
    f"/brands/house/cover/standard?document={NAME}",
    "/static/studio.js",
)


@pytest.mark.parametrize("page", PAGES)
def test_who_does_not_know_the_key_gets_nothing(stranger: TestClient, page: str) -> None:
    for cookies in ({}, {COOKIE: ""}, {COOKIE: "k"}, {COOKIE: f"{KEY}k"}, {"other": KEY}):
        stranger.cookies.clear()
        stranger.cookies.update(cookies)
        answer = stranger.get(page)
        assert answer.status_code == 401
        assert NAME not in answer.text


def test_the_key_is_exchanged_for_a_cookie_that_only_this_browser_sends(
    stranger: TestClient,
) -> None:
    answer = stranger.get(f"/?key={KEY}")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert stranger.get("/").status_code == 200
    assert stranger.get(f"/d/{NAME}?key={KEY}").status_code == 200
    assert KEY not in stranger.get("/").text


@pytest.mark.parametrize("key", ["", "k", "K" * 43, "k" * 42, "%00", "ä"])
def test_a_wrong_key_opens_nothing(stranger: TestClient, key: str) -> None:
    assert stranger.get(f"/?key={key}").status_code == 401
    assert COOKIE not in stranger.cookies


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1", "127.0.0.1:80", "localhost.evil.example:8123", "[::1]:8123",
     "127.0.0.1:8123.evil.example", "0.0.0.0:8123", ""],
)  # fmt: skip
def test_another_host_is_refused_also_with_the_cookie(browser: TestClient, host: str) -> None:
    assert browser.get("/", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("site", ["cross-site", "same-site", "SAME-ORIGIN", "x"])
def test_what_another_page_asks_for_is_refused(browser: TestClient, site: str) -> None:
    for method in (browser.get, browser.post):
        assert method("/", headers={"sec-fetch-site": site}).status_code == 403


@pytest.mark.parametrize(
    "origin", ["null", "http://evil.example", "https://127.0.0.1:8123", "http://127.0.0.1:81", ""]
)
def test_a_form_of_another_page_changes_nothing(
    browser: TestClient, desk: Desk, origin: str
) -> None:
    before = desk.text(NAME, FILE)
    sent = {"file": FILE, "field": "heading", "value": "Taken over"}
    answer = browser.post(
        f"/d/{NAME}/put", data=sent, headers={"origin": origin, "sec-fetch-site": ""}
    )
    assert answer.status_code == 403
    assert desk.text(NAME, FILE) == before


@pytest.mark.parametrize("origin", ["null", "http://evil.example", ""])
@pytest.mark.parametrize(
    "where",
    [f"/d/{NAME}/build", f"/d/{NAME}/stop", "/partners/save", "/partners/remove",
     "/partners/paste", "/partners/bring", "/partners/make", "/partners/undo", "/brands/new",
     "/new", "/bring-back",
     f"/d/{NAME}/copy", f"/d/{NAME}/put-away", f"/d/{NAME}/take-picture",
     f"/d/{NAME}/bring-picture", "/brands/house/save",
     "/brands/house/logo", "/brands/house/logo-out", "/brands/riverside/own"],
)  # fmt: skip
def test_no_other_page_makes_anything_or_changes_the_plan(
    browser: TestClient, desk: Desk, where: str, origin: str
) -> None:
    (desk.sources / "partners.yaml").write_text("partners:\n  - {id: a, name: A}\n", "utf-8")
    before = {one: one.read_bytes() for one in desk.sources.parent.rglob("*") if one.is_file()}
    sent = {"number": "0", "seen": "x", "name": "Evil", "rows": "id,name\nb,B\n"}
    for site in ("", "cross-site"):
        headers = {"origin": origin, "sec-fetch-site": site}
        assert browser.post(where, data=sent, headers=headers).status_code == 403
    after = {one: one.read_bytes() for one in desk.sources.parent.rglob("*") if one.is_file()}
    assert after == before


def test_a_plan_that_leads_elsewhere_is_neither_shown_nor_changed(
    browser: TestClient, desk: Desk, tmp_path: Path
) -> None:
    outside = tmp_path / "elsewhere.yaml"
    outside.write_text("partners:\n  - {id: secret, name: Secret}\n", "utf-8")
    (desk.sources / "partners.yaml").symlink_to(outside)
    before = outside.read_bytes()
    assert "Secret" not in browser.get("/partners").text
    browser.post("/partners/save", data={"name": "B"})
    browser.post("/partners/paste", data={"rows": "id,name\nb,B\n"})
    assert outside.read_bytes() == before
    assert (desk.sources / "partners.yaml").is_symlink()


def test_a_table_that_is_too_large_is_refused(browser: TestClient, desk: Desk) -> None:
    for sent in ({"data": {"rows": "x" * 2_100_000}}, {"files": {"file": b"x" * 2_100_000}}):
        assert browser.post("/partners/bring", **sent).status_code in (400, 413)
    assert not (desk.sources / "partners.yaml").exists()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
def test_only_what_the_studio_does_can_be_asked(browser: TestClient, method: str) -> None:
    assert browser.request(method, "/").status_code == 403


@pytest.mark.parametrize(
    "address",
    [
        "/d/..%2f..%2fetc", "/d/%2e%2e/s/welcome", "/d/club/s/..%2f..%2fdocument",
        "/d/club/s/%2e%2e%2f%2e%2e%2fdocument", "/d/club/file/..%2f..%2fsources%2fclub%2fa.yaml",
        "/d/club/file/.state", "/d/club/picture/..%2f..%2fdocument", "/d/club/preview/..%2fx",
        "/static/..%2fapp.py", "/static/../app.py", "/d/club/file/%00", "/d/%C0%AE%C0%AE/",
        "/d/club/zip/..%2f..%2fsources.zip", "/d/club/zip/club.zip%00", "/d/..%2fx/progress",
        "/partners/pack/..%2f..%2fsources", "/partners/pack/%2e%2e/file/partners.yaml",
        "/partners/pack/a/file/..%2f..%2f..%2fsources%2fpartners.yaml", "/partners/row/-1",
        "/partners/row/99999999999", "/partners/row/..%2f0", "/partners/pack/.state/zip/.state.zip",
        "/brands/..%2f..%2fsources", "/brands/%2e%2e%2fhouse", "/brands/house/logo", "/brands/a%00",
        "/brands/house/cover/..%2fstandard?document=club", "/brands/nothing",
        "/brands/house/cover/standard?document=../club",
        "/d/club%00", "/d/nothing", "/d/club/s/nothing", "/d/club/file/nothing.pdf",
    ],
)  # fmt: skip
def test_no_address_leaves_the_folder(browser: TestClient, address: str) -> None:
    answer = browser.get(address)
    assert answer.status_code in (404, 307, 403)
    assert "heading:" not in answer.text
    assert "def " not in answer.text


@pytest.mark.parametrize(
    "file",
    ["../document.yaml", "/etc/passwd", "sections/../../../x.yaml", "sections/a/b.yaml",
     "review.yaml", "document.yaml\0", "sections/.yaml", "SECTIONS/welcome.yaml",
     "pictures/clock.svg", ""],
)  # fmt: skip
def test_no_form_changes_a_file_that_is_no_text_of_the_document(
    browser: TestClient, desk: Desk, file: str
) -> None:
    before = {one: one.read_bytes() for one in desk.sources.parent.rglob("*") if one.is_file()}
    sent = {
        "file": file,
        "field": "heading",
        "value": "x",
        "text": "x",
        "what": "remove",
        "row": "a.0",
    }
    for what in ("put", "row", "source", "accept"):
        answer = browser.post(f"/d/{NAME}/{what}", data={**sent, "rule": "x", "because": "y"})
        assert answer.status_code in (303, 400, 404)
    after = {one: one.read_bytes() for one in desk.sources.parent.rglob("*") if one.is_file()}
    assert {one: data for one, data in after.items() if ".state" not in one.parts} == before


@pytest.mark.parametrize(
    "back", ["//evil.example", "https://evil.example", "/\\evil", "javascript:x"]
)
def test_no_answer_leads_to_another_place(browser: TestClient, back: str) -> None:
    sent = {"file": FILE, "field": "heading", "value": "Hello", "back": back}
    answer = browser.post(f"/d/{NAME}/put", data=sent)
    assert answer.headers["location"].startswith(f"/d/{NAME}")


def test_what_is_too_large_is_refused_before_it_is_read(browser: TestClient) -> None:
    for length in ("99999999999", "-1", "1e9", "x"):
        answer = browser.get("/", headers={"content-length": length})
        assert answer.status_code == 413


def test_every_answer_says_what_it_may_do(browser: TestClient, stranger: TestClient) -> None:
    for answer in (browser.get("/"), browser.get("/nothing"), stranger.get("/")):
        for name, value in HEADERS.items():
            assert answer.headers[name] == value
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "http" not in policy


def test_a_preview_and_what_is_in_it_can_run_nothing(browser: TestClient) -> None:
    page = browser.get(f"/d/{NAME}/preview/standard")
    policy = page.headers["content-security-policy"]
    assert policy.startswith("sandbox allow-same-origin; default-src 'none'; ")
    assert policy.count("allow-") == 1
    for address in (f"/d/{NAME}/picture/clock", *made_in(page.text)):
        answer = browser.get(address)
        assert answer.status_code == 200
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("sandbox; default-src 'none'")
        assert "allow" not in policy
        assert answer.headers["content-disposition"] == "attachment"
        assert answer.headers["x-content-type-options"] == "nosniff"
    assert "<script" not in page.text
    assert "script" not in policy


def made_in(page: str) -> list[str]:
    """The pictures and typefaces of a preview."""
    found = re.findall(r"/made/[0-9a-f]{64}", page)
    assert found
    return found


def test_what_is_in_a_preview_is_for_this_browser_only(
    browser: TestClient, stranger: TestClient
) -> None:
    (address, *_) = made_in(browser.get(f"/d/{NAME}/preview/standard").text)
    stranger.cookies.clear()
    assert stranger.get(address).status_code == 401
    other = {"sec-fetch-site": "cross-site"}
    assert browser.get(address, headers=other).status_code == 403
    for wrong in ("0" * 64, "..%2f..%2fetc%2fpasswd", "%00", "x"):
        assert browser.get(f"/made/{wrong}").status_code == 404


def test_only_what_has_changed_of_a_preview_is_sent(browser: TestClient, desk: Desk) -> None:
    pages = ("standard", "easy-read")
    shown = {one: browser.get(f"/d/{NAME}/preview/{one}").text for one in pages}
    asked = dict.fromkeys(shown, "")
    first = browser.get(f"/d/{NAME}/shown", params=asked).json()
    pieces = {one: told["since"][0][2] for one, told in first.items()}
    assert {one: "".join(every) for one, every in pieces.items()} == shown
    says = {one: told["says"] for one, told in first.items()}
    assert browser.get(f"/d/{NAME}/shown", params=says).json() == {}
    for words in (
        "Come \N{SMILING FACE WITH SMILING EYES} in.",
        "Come in.\n\nAnd sit down.",
        "Come.",
    ):
        desk.put(NAME, FILE, "body", words, None)
        answer = browser.get(f"/d/{NAME}/shown", params=says)
        assert len(answer.content) < (3_000 if words == "Come." else 40_000)  # or a typeface
        (told,) = answer.json().values()
        for start, count, new in told["since"]:
            pieces["standard"][start : start + count] = new
        says["standard"] = told["says"]
        now = browser.get(f"/d/{NAME}/preview/standard").text
        assert "".join(pieces["standard"]) == now
        assert words[-4:] in now


def test_of_an_edition_that_is_not_there_nothing_is_sent(browser: TestClient) -> None:
    asked = {"standard": "", "nothing": "", "../standard": ""}
    assert browser.get(f"/d/{NAME}/shown", params=asked).json().keys() == {"standard"}
    assert browser.get("/d/nothing/shown", params=asked).status_code == 404


@pytest.mark.parametrize("page", ["/", f"/d/{NAME}", f"/d/{NAME}/s/welcome"])
def test_words_from_an_address_are_words_and_no_markup(browser: TestClient, page: str) -> None:
    answer = browser.get(page, params={"said": "<script>alert(1)</script>"})
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;alert" in answer.text


def test_the_address_of_the_studio_is_this_computer_only() -> None:
    from exporter.studio.serving import HOST as SERVED

    assert SERVED == "127.0.0.1"
    assert HOST.startswith("http://127.0.0.1:")


def test_a_folder_that_is_not_there_is_told_and_no_port_is_blamed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["studio", str(tmp_path / "nothing"), "--no-open"]) == 2
    said = capsys.readouterr().err
    assert "this folder cannot be opened" in said
    assert "ort " not in said
