"""Making files from the studio: watched, stopped, one at a time; and downloading what was made."""

from __future__ import annotations

import io
import time
import zipfile
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from exporter.studio.deliver import downloads
from exporter.studio.deliver.runs import Busy, Runs, Seen
from exporter.studio.desk import Desk
from exporter.studio.pages import deliver, making
from exporter.studio.saying import say
from exporter.studio.view import Unknown
from tests.studio.conftest import NAME

PATIENCE = 300


def ended(runs: Runs, what: str) -> Seen:
    """The run when it has come to its end."""
    for _ in range(PATIENCE * 20):
        seen = runs.seen(what)
        assert seen is not None
        if not seen.going:
            return seen
        time.sleep(0.05)
    raise AssertionError(f"{what} does not end")


def only_web_pages(desk: Desk) -> None:
    """Let the document have web pages alone: it is made sooner."""
    file = desk.sources / NAME / "document.yaml"
    file.write_text(f"formats: [html]\n{file.read_text('utf-8')}", "utf-8")


def order(desk: Desk) -> list[str]:
    return ["build", f"--sources={desk.sources}", f"--output={desk.output}", "--jobs=1", NAME]


def test_a_run_tells_how_far_it_is_and_what_came_of_it(desk: Desk) -> None:
    only_web_pages(desk)
    runs = Runs()
    runs.start(NAME, order(desk))
    assert runs.going() == NAME
    with pytest.raises(Busy, match=NAME):
        runs.start("another", ["check"])
    assert runs.seen("another") is None
    seen = ended(runs, NAME)
    assert (seen.done, seen.total) == (3, 3)
    assert not seen.stopped
    assert sorted(seen.told["made"]) == [  # type: ignore[call-overload]
        f"{NAME}/{NAME}-easy-read.html", f"{NAME}/{NAME}-large-print.html",
        f"{NAME}/{NAME}-standard.html",
    ]  # fmt: skip
    assert runs.going() == ""


def test_a_run_that_is_stopped_leaves_whole_files_only_and_the_next_one_goes_on(
    desk: Desk,
) -> None:
    runs = Runs()
    runs.start(NAME, order(desk))
    runs.stop("another")
    runs.stop(NAME)
    seen = ended(runs, NAME)
    assert seen.stopped
    assert making.ended(seen) != ""
    assert not list(desk.output.rglob("*.part"))
    only_web_pages(desk)
    runs.start(NAME, order(desk))
    assert not ended(runs, NAME).stopped


def test_a_run_that_ends_without_an_answer_is_told_with_its_last_words() -> None:
    runs = Runs()
    runs.start("x", ["build", "--no-such-option"])
    seen = ended(runs, "x")
    assert "no-such-option" in seen.said
    assert seen.told["good"] is False


def test_how_far_it_is_stands_in_a_sentence() -> None:
    assert making.words(Seen("a")) == say("making-begins")
    said = making.words(Seen("a", file="a-standard.pdf", done=3, total=12))
    assert said == "3 of 12 are finished. The last was a-standard.pdf."


def test_a_page_without_scripts_shows_itself_anew_unless_it_is_to_stand_still() -> None:
    assert 'http-equiv="refresh"' in making.head(Seen("a"), still=False)
    assert "<noscript>" in making.head(Seen("a"), still=False)
    assert "refresh" not in making.head(Seen("a"), still=True)
    assert "refresh" not in making.head(Seen("a", going=False), still=False)


def test_files_are_made_from_the_page_and_downloaded_one_by_one_or_as_one_zip(
    browser: TestClient, desk: Desk
) -> None:
    only_web_pages(desk)
    assert "No files have been made yet" in browser.get(f"/d/{NAME}/files").text
    assert browser.get(f"/d/{NAME}/zip/{NAME}.zip").status_code == 404
    answer = browser.post(f"/d/{NAME}/build")
    assert answer.headers["location"] == f"/d/{NAME}/files"
    page = browser.get(answer.headers["location"]).text
    assert "Files are being made" in page
    assert f'action="/d/{NAME}/stop"' in page
    second = browser.post(f"/d/{NAME}/build").headers["location"]
    assert "are+being+made+now" in second
    for _ in range(PATIENCE * 20):
        told = browser.get(f"/d/{NAME}/progress").json()
        if not told["going"]:
            break
        time.sleep(0.05)
    page = browser.get(f"/d/{NAME}/files").text
    assert "3 files were read back and say the same as the source." in page
    name = f"{NAME}-standard.html"
    data = (desk.output / NAME / name).read_bytes()
    kept = browser.get(f"/d/{NAME}/file/{name}")
    assert kept.content == data
    assert kept.headers["content-disposition"] == f'attachment; filename="{name}"'
    whole = browser.get(f"/d/{NAME}/zip/{NAME}.zip")
    assert whole.content == browser.get(f"/d/{NAME}/zip/{NAME}.zip").content
    with zipfile.ZipFile(io.BytesIO(whole.content)) as read:
        assert read.testzip() is None
        assert read.read(name) == data
        made = {one.name for one in (desk.output / NAME).iterdir()}
        assert "report.json" in made
        assert set(read.namelist()) == made - {"report.json"}


def folder_with_links(tmp_path: Path) -> tuple[Path, Path]:
    output = tmp_path / "output"
    folder = output / "club"
    folder.mkdir(parents=True)
    (folder / "a.pdf").write_bytes(b"a")
    (folder / ".hidden").write_bytes(b"h")
    (folder / "inner").mkdir()
    (tmp_path / "secret.txt").write_bytes(b"secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (output / "other").symlink_to(tmp_path)
    return output, folder


def test_no_link_is_followed_and_no_other_file_is_given(tmp_path: Path) -> None:
    output, folder = folder_with_links(tmp_path)
    assert downloads.names_in(output, folder) == ("a.pdf",)
    assert downloads.names_in(output, output / "other") == ()
    for name in ("link.txt", ".hidden", "inner", "../club/a.pdf", "", "a.pdf\0"):
        with pytest.raises(Unknown):
            downloads.bytes_in(output, folder, name)


def test_a_zip_from_which_a_file_has_gone_meanwhile_breaks_off(tmp_path: Path) -> None:
    output, folder = folder_with_links(tmp_path)
    with pytest.raises(Unknown):
        b"".join(downloads.zip_pieces(output, folder, ("a.pdf", "gone.pdf")))


@pytest.mark.parametrize("partner", ["", "..", "a/b", "A", "../club", ".state", "a" * 201, "ä"])
def test_only_the_id_of_a_partner_names_a_pack(partner: str, tmp_path: Path) -> None:
    with pytest.raises(Unknown):
        downloads.pack_folder(tmp_path, partner)


def test_what_the_program_tells_programs_is_no_file_to_hand_out(tmp_path: Path) -> None:
    for name in ("club-standard.pdf", "report.json", "what-we-checked.html"):
        (tmp_path / name).write_bytes(b"x")
    names = downloads.names_in(tmp_path, tmp_path)
    assert names == ("club-standard.pdf", "what-we-checked.html")
    with pytest.raises(Unknown):
        downloads.bytes_in(tmp_path, tmp_path, "report.json")


def test_why_nothing_can_be_made_now_is_told_as_a_failure(
    browser: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(runs: Runs, what: str, arguments: list[str]) -> None:
        raise Busy("another")

    monkeypatch.setattr(Runs, "start", busy)
    for asked, shown in ((f"/d/{NAME}/build", f"/d/{NAME}/files"), ("/partners/make", "/partners")):
        there = browser.post(asked).headers["location"]
        assert there.startswith(f"{shown}?said=")
        page = browser.get(there).text
        assert "Files of “another” are being made now." in page
        assert '<div class="notice wrong">' in page


def test_a_build_that_failed_leads_to_what_is_to_do(desk: Desk) -> None:
    told = {"failed": [f"{NAME}-standard.pdf"], "files": [], "findings": []}
    seen = Seen(NAME, going=False, told=told)
    page = deliver.files(desk.view(NAME), (), seen)
    after = page[page.index('<div class="notice wrong"') :]
    assert f'href="/d/{NAME}/findings"' in after


def test_the_pages_of_a_pdf_are_shown_and_of_nothing_else(browser: TestClient, desk: Desk) -> None:
    folder = desk.output / NAME
    folder.mkdir(parents=True)
    for name in ("a.pdf", "a.html", "a.svg"):
        (folder / name).write_bytes(b"a")
    assert (
        f'<a href="/d/{NAME}/pages/a.pdf" target="_blank">' in browser.get(f"/d/{NAME}/files").text
    )
    shown = browser.get(f"/d/{NAME}/pages/a.pdf")
    assert (shown.content, shown.headers["content-type"]) == (b"a", "application/pdf")
    assert "default-src 'none'" in shown.headers["content-security-policy"]
    assert "content-disposition" not in shown.headers
    for name in ("a.html", "a.svg", "b.pdf", "..%2f..%2fsources%2fa.pdf"):
        assert browser.get(f"/d/{NAME}/pages/{name}").status_code == 404
