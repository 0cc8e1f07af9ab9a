"""Documents begun from a template, copied, put away and brought back; nothing is ever deleted."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from exporter.diagnostics import SourceError
from exporter.making.order import document_folders
from exporter.saving import NotSaved
from exporter.starter import start
from exporter.studio import keeping, word
from exporter.studio.desk import Desk
from exporter.studio.view import Unknown
from tests.studio.conftest import FILE, NAME


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        one.relative_to(folder).as_posix(): one.read_bytes()
        for one in folder.rglob("*")
        if one.is_file()
    }


# ---- templates ---------------------------------------------------------------------------------


def test_a_document_begins_as_the_template_that_was_chosen(browser: TestClient, desk: Desk) -> None:
    page = browser.get("/").text
    assert "A leaflet of a page or two" in page
    answer = browser.post("/new", data={"title": "Come: and see", "template": "leaflet"})
    assert answer.headers["location"].startswith("/d/come-and-see?")
    text = desk.text("come-and-see", "document.yaml")
    assert "title: 'Come: and see'" in text
    assert "contents: none" in text
    assert (
        browser.post("/new", data={"title": "Come: and see"})
        .headers["location"]
        .startswith("/d/come-and-see-2?")
    )
    before = desk.names()
    for sent in ({"title": " "}, {"title": "x", "template": "../guide"}, {"template": "guide"}):
        assert "wrong=yes" in browser.post("/new", data=sent).headers["location"]
    assert desk.names() == before


# ---- a copy ------------------------------------------------------------------------------------


def test_a_copy_is_a_draft_of_which_nobody_has_said_anything(desk: Desk) -> None:
    folder = desk.sources / NAME
    file = folder / "document.yaml"
    file.write_text(file.read_text("utf-8").replace("status: draft", "status: released"), "utf-8")
    (folder / "review.yaml").write_text("x: y\n", "utf-8")
    (folder / "import-report.json").write_text("{}", "utf-8")
    (folder / "notes.txt").write_text("kept", "utf-8")
    (folder / "pictures/far.svg").symlink_to("/etc/passwd")
    before = files_of(folder)
    made = keeping.copy(desk, NAME, "Copy of it")
    after = files_of(desk.sources / made)
    assert made == "copy-of-it"
    for name in ("review.yaml", "import-report.json", "pictures/far.svg"):
        before.pop(name)
    assert after.keys() == before.keys()
    differing = {one for one in after if after[one] != before[one]}
    assert differing == {"document.yaml"}
    text = after["document.yaml"].decode()
    assert "title: Copy of it\n" in text
    assert "status: draft\n" in text
    assert text.splitlines()[3:6] == before["document.yaml"].decode().splitlines()[3:6]
    assert desk.view(made).loaded is not None
    assert keeping.copy(desk, NAME, "Copy of it") == "copy-of-it-2"


def test_half_a_copy_is_no_document(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("exporter.studio.keeping.write_whole", full)
    with pytest.raises(OSError, match="full"):
        keeping.copy(desk, NAME, "Another")
    assert desk.names() == (NAME,)
    assert not (desk.sources / "another").exists()


# ---- the archive -------------------------------------------------------------------------------


def test_what_is_put_away_is_not_built_and_comes_back_as_it_was(
    browser: TestClient, desk: Desk
) -> None:
    desk.put(NAME, FILE, "summary", "See [this](#nowhere).", None)
    drafts = desk.view(NAME).drafts
    assert drafts
    before = files_of(desk.sources / NAME)
    assert browser.post(f"/d/{NAME}/put-away").headers["location"].startswith("/?said=")
    assert desk.names() == ()
    assert keeping.archived(desk) == (NAME,)
    with pytest.raises(SourceError):
        document_folders(desk.sources, ())
    assert f'value="{NAME}"' in browser.get("/").text
    assert browser.get(f"/d/{NAME}").status_code == 404
    other = keeping.begin(desk, "Club", "guide")
    assert other == "club-2"
    assert desk.view(other).drafts == ()
    answer = browser.post("/bring-back", data={"document": NAME})
    assert answer.headers["location"].startswith(f"/d/{NAME}?said=")
    assert files_of(desk.sources / NAME) == before
    assert desk.view(NAME).drafts == drafts


def test_nothing_is_written_over_when_a_document_is_put_away_or_comes_back(desk: Desk) -> None:
    keeping.put_away(desk, NAME)
    start(desk.sources.parent / "x")
    (desk.sources.parent / "x/sources/x").rename(desk.sources / NAME)
    before = files_of(desk.sources)
    with pytest.raises(NotSaved, match="in the archive already"):
        keeping.put_away(desk, NAME)
    with pytest.raises(NotSaved, match="has the name"):
        keeping.bring_back(desk, NAME)
    assert files_of(desk.sources) == before


def test_where_a_document_has_the_name_of_the_archive_it_is_told(desk: Desk) -> None:
    (desk.sources / NAME).rename(desk.sources / keeping.ARCHIVE)
    before = files_of(desk.sources)
    with pytest.raises(NotSaved, match="has the name “archive”"):
        keeping.put_away(desk, keeping.ARCHIVE)
    assert files_of(desk.sources) == before


def test_no_document_takes_the_place_of_the_archive(desk: Desk) -> None:
    made = keeping.begin(desk, "Archive", "guide"), keeping.copy(desk, NAME, "Archive")
    assert made == ("archive-2", "archive-3")
    keeping.put_away(desk, NAME)
    assert keeping.archived(desk) == (NAME,)


@pytest.mark.parametrize("name", ["..", "../club", "nothing", "", ".", "club\0", "archive"])
def test_only_what_was_put_away_comes_back(desk: Desk, browser: TestClient, name: str) -> None:
    keeping.put_away(desk, NAME)
    before = files_of(desk.sources.parent)
    with pytest.raises(Unknown):
        keeping.bring_back(desk, name)
    assert browser.post("/bring-back", data={"document": name}).status_code == 404
    assert files_of(desk.sources.parent) == before


def test_an_archive_that_lies_elsewhere_is_left_alone(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (desk.sources / "archive").symlink_to(tmp_path / "far")
    with pytest.raises(NotSaved):
        keeping.put_away(desk, NAME)
    assert keeping.archived(desk) == ()
    assert list((tmp_path / "far").iterdir()) == []


def test_what_is_brought_in_does_not_take_the_name_of_what_was_put_away(
    browser: TestClient, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command[command.index("--to") + 1])
        return subprocess.CompletedProcess(command, 1, "", "It is no Word file.")

    keeping.put_away(desk, NAME)
    monkeypatch.setattr(word.subprocess, "run", run)
    browser.post("/import", files={"file": (f"{NAME}.docx", b"x")})
    assert asked == [f"{NAME}-2"]
