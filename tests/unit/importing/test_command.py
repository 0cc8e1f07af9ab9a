"""`exporter import` as somebody meets it: written whole or not at all, never over another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exporter.cli import main
from tests.unit.importing.word_files import p, picture, png, table, word

LEAFLET = word(
    p("Mondays", "T") + p("Welcome", "H1") + p("• Tea") + p(picture("k")),
    pictures={"k": png()},
    header=p("The River Trust"),
    footer=p("Phone 01632 960 123. Charity 12."),
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mondays.docx").write_bytes(LEAFLET)
    return tmp_path


def test_an_import_is_checked_and_built_at_once(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "mondays.docx"]) == 0
    told = capsys.readouterr().out
    assert "All 3 words of mondays.docx are accounted for" in told
    assert main(["build", "mondays", "--format", "html", "--edition", "standard"]) == 0
    main(["check", "mondays", "--all"])
    assert "Nobody has written yet what this picture shows." in capsys.readouterr().out


def test_the_report_says_the_proof_first_and_each_decision_with_its_place(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["import", "mondays.docx", "--json"])
    answer = json.loads(capsys.readouterr().out)
    folder = here / "sources" / "mondays"
    assert json.loads((folder / "import-report.json").read_text()) == answer
    assert answer["proof"]["lost"] == []
    decided = {one["code"]: one for one in answer["decisions"]}
    bullet = decided["typed-bullet"]
    assert (bullet["words"], bullet["file"], bullet["line"]) == (
        "• Tea",
        "sections/welcome.yaml",
        4,
    )
    assert bullet["place"] == "paragraph 3, under “Welcome”"
    assert bullet["undo"]
    page = (folder / "import-report.html").read_text()
    assert page.index("All 3 words are accounted for") < page.index("What only a person can write")


def test_a_brand_is_drafted_from_header_and_footer_and_loads(here: Path) -> None:
    from exporter.styles.brands import read_brand

    main(["import", "mondays.docx"])
    brand = read_brand("mondays", here / "styles/brands/mondays.yaml")
    assert brand.publisher == "The River Trust"
    assert [one.words for one in brand.contact] == ["01632 960 123"]


def test_nothing_is_written_over_a_document(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["import", "mondays.docx"])
    own = here / "sources/mondays/document.yaml"
    own.write_text("title: mine\n")
    assert main(["import", "mondays.docx"]) == 2
    assert own.read_text() == "title: mine\n"
    assert "There is a document “mondays” already" in capsys.readouterr().err
    assert main(["import", "mondays.docx", "--to", "other"]) == 0


def test_check_only_writes_nothing(here: Path) -> None:
    assert main(["import", "mondays.docx", "--check-only"]) == 0
    assert sorted(one.name for one in here.iterdir()) == ["mondays.docx"]


def test_what_cannot_be_written_leaves_nothing_behind(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Path, data: bytes) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert main(["import", "mondays.docx"]) == 1
    assert not list(here.glob("sources/*"))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.docx", b"%PDF-1.7", "This is not a Word file but a PDF."),
        ("a.docx", b"PK\x03\x04", "This is not a Word file, or it is damaged."),
        ("a.xyz", b"", "cannot be imported"),
        ("a.docx", word(""), "There are no words in this file."),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    name: str, data: bytes, said: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / name).write_bytes(data)
    assert main(["import", name]) in (1, 2)
    assert said in capsys.readouterr().err
    assert not (here / "sources").exists()


def test_words_that_are_lost_are_a_finding(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from exporter.importing.decide.body import Body

    monkeypatch.setattr(Body, "_table", lambda self, piece: iter(()))
    lost = word(p("A", "T") + p("B", "H1") + p("x") + table(("Day", "What"), ("Monday", "Art")))
    (here / "a.docx").write_bytes(lost)
    assert main(["import", "a.docx"]) == 1
    assert "4 of 7 words are neither in the sources nor in the report" in capsys.readouterr().err


def test_a_new_folder_begins_with_a_file(here: Path) -> None:
    from exporter.styles.brands import read_brand

    assert main(["init", "new", "--from", "mondays.docx"]) == 0
    assert (here / "new/sources/new/document.yaml").is_file()
    brand = read_brand("house", here / "new/styles/brands/house.yaml")
    assert brand.publisher == "The River Trust"
    assert main(["init", "new", "--from", "mondays.docx"]) == 2


def test_a_file_without_header_begins_with_the_brand_to_fill_in(here: Path) -> None:
    (here / "plain.docx").write_bytes(word(p("A", "T") + p("B", "H1") + p("x")))
    assert main(["init", "--from", "plain.docx", "--publisher", "The Mill"]) == 0
    assert 'publisher: "The Mill"' in (here / "plain/styles/brands/house.yaml").read_text()


def test_more_pictures_than_a_document_may_have_are_one_sentence(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from exporter.importing.decide import pictures

    monkeypatch.setattr(pictures, "MOST_PICTURES", 2)
    body = p("A", "T") + p("B", "H1") + p(picture("k", "Tea") * 3)
    (here / "a.docx").write_bytes(word(body, pictures={"k": png()}))
    assert main(["import", "a.docx"]) == 1
    assert "This file has more than 2 pictures" in capsys.readouterr().err
    assert not (here / "sources").exists()


def test_a_fault_of_ours_is_told_as_such_and_writes_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from exporter.importing import asking

    monkeypatch.setattr(asking, "imported", lambda *given: 1 / 0)
    assert main(["import", "mondays.docx"]) == 1
    assert "This program fell over the file (ZeroDivisionError in " in capsys.readouterr().err
    assert not (here / "sources").exists()
