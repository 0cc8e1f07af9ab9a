"""The studio shows a document that has translations: its own words and findings, and no others.

A translation is a document beside it: each field with the words of the original.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from exporter.saving import NotSaved
from exporter.studio import keeping, looking
from exporter.studio.desk import Desk
from exporter.studio.view import Unknown
from exporter.verify import verify
from tests.studio.conftest import HOST, KEY, client_of
from tests.translations.home import Garden, garden


def test_the_studio_shows_the_original_alone_and_copies_both(tmp_path: Path) -> None:
    home = garden(tmp_path)
    home.change("qps/sections/start.yaml", "1,200", "1,300")
    desk = Desk(tmp_path / "sources", (tmp_path / "styles",), tmp_path / "output")
    assert desk.names() == ("garden",)
    view = desk.view("garden")
    assert view.faults == ()
    page = looking.findings(desk, {"name": "garden"})
    assert "we-not-explained" in page
    assert "1300" not in page
    made = keeping.copy(desk, "garden", "The garden club again")
    assert (desk.sources / made / "qps/sections/help.yaml").is_file()
    assert desk.view(made).faults == ()


def studio(tmp_path: Path) -> tuple[Garden, Desk, TestClient]:
    home = garden(tmp_path)
    desk = Desk(tmp_path / "sources", (tmp_path / "styles",), tmp_path / "output")
    client = client_of(desk)
    client.get(f"/?key={KEY}")
    client.headers["origin"] = HOST
    client.headers["sec-fetch-site"] = "same-origin"
    return home, desk, client


def test_the_languages_of_a_document_say_what_waits_and_what_is_out_of_date(
    tmp_path: Path,
) -> None:
    home, _, client = studio(tmp_path)
    page = client.get("/d/garden/languages").text
    assert "All of it is translated." in page
    assert 'href="/d/garden-qps"' in page
    home.change("sections/help.yaml", "In the morning", "In the early morning")
    assert "One part was changed in the original since." in client.get("/d/garden/languages").text
    page = client.get("/d/garden-qps/languages").text
    assert "<strong>Tell us</strong> – It was changed in the original since." in page
    (there,) = re.findall(r'href="(/d/garden-qps/s/help\?line=\d+)"', page)
    assert 'data-go="heading"' in client.get(there).text
    answer = client.post("/d/garden-qps/translated", data={"part": "sections/help"})
    assert "It+is+kept+as+translated" in answer.headers["location"]
    assert "All of it is translated." in client.get("/d/garden-qps/languages").text
    answer = client.post("/d/garden-qps/translated", data={"part": "sections/nothing"})
    assert "wrong=yes" in answer.headers["location"]


def test_each_field_of_a_translation_stands_beside_the_words_of_the_original(
    tmp_path: Path,
) -> None:
    home, desk, client = studio(tmp_path)
    page = client.get("/d/garden-qps/s/start").text
    beside = re.findall(
        r'<p id="([^"]+)-original"[^>]*>.*?lang="en-GB" dir="auto">(.*?)</span>', page
    )
    said = dict(beside)
    assert said["summary"] == "We meet on 3 days of the week."
    assert said["easy_read.1.text"] == "You can come and help."
    assert said["sections.0.tables.sheds.rows.1.tools"] == "9 forks"
    assert 'aria-describedby="summary-original summary-why summary-found"' in page
    home.change("sections/start.yaml", "3 days of the week", "4 days of the week")
    assert "We meet on 4 days of the week." in client.get("/d/garden-qps/s/start").text
    assert "-original" not in client.get("/d/garden/s/start").text
    assert "A ring of stones" in client.get("/d/garden-qps/pictures").text
    before = (home.original / "sections/start.yaml").read_bytes()
    words = desk.text("garden-qps", "sections/start.yaml")
    assert desk.put("garden-qps", "sections/start.yaml", "heading", "Ẽñ", None).saved
    assert (home.translation / "sections/start.yaml").read_text("utf-8") != words
    assert (home.original / "sections/start.yaml").read_bytes() == before
    desk.undo("garden-qps")
    assert (home.translation / "sections/start.yaml").read_text("utf-8") == words


def test_a_translation_is_begun_with_a_button_and_written_over(tmp_path: Path) -> None:
    home, desk, client = studio(tmp_path)
    answer = client.post("/d/garden/translate", data={"language": "cy"})
    assert answer.headers["location"].startswith("/d/garden-cy?said=Here+is")
    assert "languages: [qps, cy]" in (home.original / "document.yaml").read_text("utf-8")
    assert desk.view("garden-cy").faults == desk.view("garden").faults == ()
    assert desk.translations("garden") == ("garden-cy", "garden-qps")
    page = client.get("/d/garden-cy/languages").text
    assert "parts are not translated yet." in page
    assert "<strong>Title</strong>" in page
    assert "<strong>Hard word: compost</strong>" in page
    answer = client.post("/d/garden-cy/translated", data={"part": ""})
    assert "Nothing+new" in answer.headers["location"]
    desk.put("garden-cy", "document.yaml", "title", "Y clwb garddio", None)
    answer = client.post("/d/garden-cy/translated", data={"part": ""})
    assert "It+is+kept+as+translated" in answer.headers["location"]
    assert "<strong>Title</strong>" not in client.get("/d/garden-cy/languages").text
    again = client.post("/d/garden/translate", data={"language": "cy"})
    assert "There+is+nothing+in+the+original" in again.headers["location"]
    for tag in ("", "Welsh!", "en-GB", "../x", "con"):
        answer = client.post("/d/garden/translate", data={"language": tag})
        assert "wrong=yes" in answer.headers["location"], tag
    answer = client.post("/d/garden-cy/translate", data={"language": "ur"})
    assert "wrong=yes" in answer.headers["location"]


def test_beginning_a_translation_is_a_step_that_goes_back_while_nobody_has_typed_in_it(
    tmp_path: Path,
) -> None:
    home, desk, client = studio(tmp_path)
    before = (home.original / "document.yaml").read_bytes()
    begun = home.original / "cy/document.yaml"
    client.post("/d/garden/translate", data={"language": "cy"})
    desk.undo("garden")
    assert (home.original / "document.yaml").read_bytes() == before
    assert not begun.exists()
    assert not (home.original / "cy/sections").exists()
    assert client.get("/d/garden-cy").status_code == 404
    assert desk.view("garden").faults == ()
    desk.redo("garden")
    assert desk.view("garden-cy").faults == desk.view("garden").faults == ()
    desk.put("garden-cy", "document.yaml", "title", "Y clwb garddio", None)
    with pytest.raises(NotSaved, match="changed"):
        desk.undo("garden")
    assert "Y clwb garddio" in begun.read_text("utf-8")


def test_a_translation_goes_with_its_original_and_no_name_leads_elsewhere(tmp_path: Path) -> None:
    home, desk, client = studio(tmp_path)
    assert client.get("/d/garden-qps").status_code == 200
    assert "put-away" not in client.get("/d/garden-qps").text
    for what in ("copy", "put-away"):
        answer = client.post(f"/d/garden-qps/{what}", data={"title": "Another"})
        assert answer.status_code == 404
    (home.original / "ur").symlink_to(home.translation, target_is_directory=True)
    for name in ("garden-", "garden-..", "garden-sections", "garden-ur", "-qps", "garden-qps-qps",
                 "garden-QPS", "..-qps", "garden-qps-.."):  # fmt: skip
        with pytest.raises(Unknown):
            desk.view(name)
    other = desk.sources / "garden-qps"
    shutil.copytree(home.original, other, ignore=shutil.ignore_patterns("ur"))
    assert desk.view("garden-qps").original is None
    assert desk.translations("garden") == ()


def test_the_files_of_a_translation_are_in_the_folder_of_the_original(tmp_path: Path) -> None:
    _, desk, client = studio(tmp_path)
    made = desk.output / "garden/qps"
    made.mkdir(parents=True)
    (made / "garden-qps-standard.html").write_text("<p>x")
    assert "garden-qps-standard.html" in client.get("/d/garden-qps/files").text
    assert client.get("/d/garden-qps/file/garden-qps-standard.html").content == b"<p>x"
    assert client.get("/d/garden-qps/zip/garden-qps.zip").status_code == 200
    assert client.get("/d/garden/file/garden-qps-standard.html").status_code == 404


def test_our_own_verify_finds_nothing_on_the_pages_of_languages(tmp_path: Path) -> None:
    home, _, client = studio(tmp_path)
    home.change("sections/help.yaml", "In the morning", "In the early morning")
    for where in ("/d/garden/languages", "/d/garden-qps/languages", "/d/garden-qps",
                  "/d/garden-qps/s/start", "/d/garden-qps/glossary"):  # fmt: skip
        assert verify(client.get(where).content, "html").findings == (), where
