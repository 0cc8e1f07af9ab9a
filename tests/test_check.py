"""`exporter check` and `exporter verify`, as an author meets them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from exporter.checking import check_documents
from exporter.cli import main
from exporter.diagnostics import Severity
from exporter.starter import start
from tests.conftest import ROOT
from tests.unit.readback.pdf_by_hand import pdf


@pytest.fixture
def guide(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(start(tmp_path / "monday").parent.parent)
    return Path("sources/monday")


def change(file: Path, before: str, after: str) -> None:
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after), "utf-8")


def test_what_a_person_must_decide_is_said_of_a_guide_that_was_checked(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check"]) == 0
    assert "No program can decide these" in capsys.readouterr().out
    Path("notes.md").write_text("You can come along.")
    assert main(["check", "notes.md"]) == 0
    assert "No program can decide these" in capsys.readouterr().out


def test_who_checks_a_finished_file_is_led_to_what_looks_at_it(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("leaflet.PDF").write_bytes(pdf([]))
    assert main(["check", "leaflet.PDF"]) == 2
    assert "exporter verify leaflet.PDF" in capsys.readouterr().err
    assert main(["check", "nothing.pdf"]) == 2
    assert "The documents in sources are: monday." in capsys.readouterr().err


def test_nothing_is_left_to_people_while_a_guide_cannot_be_loaded(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(guide / "document.yaml", "language:", "langauge:")
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "Did you mean “language”?" in said
    assert "No program can decide these" not in said


def test_each_photo_is_asked_once_who_agreed_to_be_shown(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Image.new("RGB", (900, 900), "teal").save(guide / "pictures/clock.jpg")
    change(guide / "document.yaml", "file: pictures/clock.svg", _PHOTO)
    main(["check"])
    asked = "The photo “clock” has no record of consent."
    assert capsys.readouterr().out.count(asked) == 1
    change(guide / "document.yaml", _PHOTO, f"{_PHOTO}\n    consent: nobody is to be seen")
    main(["check", "--all"])
    assert "consent" not in capsys.readouterr().out


_PHOTO = "file: pictures/clock.jpg\n    credit: Ada\n    licence: ours"


def test_what_is_true_of_the_whole_guide_is_told_once_for_all_editions(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", "--all"])
    assert capsys.readouterr().out.count("Nothing says who made") == 1


def test_somebody_elses_file_is_judged_by_the_edition_that_is_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    leaflet = tmp_path / "leaflet.pdf"
    leaflet.write_bytes(pdf([("H1", {}, ["Our club"]), ("P", {}, ["We meet on Mondays."])]))
    assert main(["verify", str(leaflet)]) == 0
    assert main(["verify", str(leaflet), "--edition", "large-print"]) == 1
    assert "large print asks for at least 16 points" in capsys.readouterr().out
    assert main(["verify", str(leaflet), "--edition", "larger-print"]) == 2


def test_what_is_wrong_with_a_picture_is_told_once_and_where_it_is_defined(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(guide / "document.yaml", "alt: A clock", "alt: clock.svg")
    line = (guide / "document.yaml").read_text("utf-8").splitlines().index("    alt: clock.svg") + 1
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert said.count("“clock.svg” is a file name.") == 1
    assert f"document.yaml:{line}:5: The alternative text “clock.svg”" in said


def test_files_that_cannot_be_read_are_told_and_the_others_are_looked_at(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("damaged.docx").write_bytes(b"no archive")
    Path("empty.md").write_text("")
    Path("notes.md").write_text("You & I can come.")
    assert main(["check", "damaged.docx", "empty.md", "away.txt", "notes.md"]) == 1
    said = capsys.readouterr().out
    assert "damaged.docx: This is not a Word file" in said
    assert "empty.md: There are no words in this file." in said
    assert "away.txt: No such file or directory." in said
    assert "notes.md:1" in said


def test_of_a_file_that_cannot_be_read_nothing_is_left_to_a_person(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("damaged.docx").write_bytes(b"no archive")
    for asked in ("check", "verify"):
        assert main([asked, "damaged.docx"]) == 1
        said = capsys.readouterr().out
        assert "damaged.docx" in said
        assert "person" not in said


def test_a_web_page_is_checked_as_a_text_and_not_looked_for_as_a_document(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("page.html").write_text(
        "<html lang=en>\n<body>\n<p>You &amp; I can come.</p></body></html>"
    )
    assert main(["check", "page.html"]) == 1
    said = capsys.readouterr().out
    assert "page.html:3: “You & I” has a sign where a word belongs." in said
    assert "no document" not in said


def test_a_finished_file_that_is_not_there_keeps_no_other_from_being_verified(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("page.html").write_text("<html><body><p>Words.</p></body></html>")
    assert main(["verify", "away.pdf", "page.html"]) == 1
    said = capsys.readouterr().out
    assert "away.pdf: No such file or directory." in said
    assert "page.html: The page has no" in said or "page.html: 1 thing to meet" in said


def test_the_example_guide_has_nothing_left_to_answer_and_the_starter_its_publisher(
    guide: Path,
) -> None:
    example = check_documents(ROOT / "sources", (ROOT / "styles",), (), ())
    starter = check_documents(guide.parent, (Path("styles"),), (), ())
    for found, left in ((example, set()), (starter, {"publisher-placeholder"})):
        assert len(found.checked) >= 3
        asked = {one.code for one in found.findings if one.severity <= Severity.PLEASE_ANSWER}
        assert asked == left
