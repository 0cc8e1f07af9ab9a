"""Every kind of document that `init` begins with builds at once, with nothing left to answer."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from exporter.checking import check_documents
from exporter.cli import main
from exporter.diagnostics import Severity
from exporter.starter import kinds

HEADED = {"guide", "report", "easy-read"}
"""Kinds of many pages, with a cover and contents; the others begin with their title."""


@pytest.fixture(params=kinds())
def kind(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A folder with one kind of document, in which the test then works."""
    name = str(request.param)
    monkeypatch.chdir(tmp_path)
    assert main(["init", "mine", "--template", name, "--publisher", "River Trust"]) == 0
    brand = tmp_path / "mine/styles/brands/house.yaml"
    ways = "contact: [{phone: 01632 960001}, {email: hello@example.org}]\n"
    brand.write_text(brand.read_text("utf-8") + ways, "utf-8")
    monkeypatch.chdir(tmp_path / "mine")
    return name


def test_there_are_six_kinds_and_a_guide_is_the_first() -> None:
    assert kinds() == ("guide", "easy-read", "leaflet", "letter", "notice", "report")


def test_a_kind_has_nothing_to_fix_or_to_answer_and_builds_every_edition(
    kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = check_documents(Path("sources"), (Path("styles"),), (), ()).findings
    assert [one for one in found if one.severity <= Severity.PLEASE_ANSWER] == []
    capsys.readouterr()
    formats = "pdf,docx,html,epub" if kind == "letter" else "html"
    assert main(["build", "--format", formats, "--jobs", "1", "--json"]) == 0
    made = sorted(Path(one).name for one in json.loads(capsys.readouterr().out)["made"])
    editions = ["easy-read"] if kind == "easy-read" else ["easy-read", "large-print", "standard"]
    suffixes = sorted(formats.split(","))
    assert made == [f"mine-{edition}.{suffix}" for edition in editions for suffix in suffixes]
    page = Path(f"output/mine/mine-{editions[-1]}.html").read_text("utf-8")
    assert ('<nav class="contents' in page) == (kind in HEADED)


WAYS = """contact:
  - phone: 01632 960001
  - email: hello@workingtogether.example
  - web: https://workingtogether.example
  - post: The River Trust, 1 Mill Lane, Riverton RV1 2AB
cover_line: Written with people who use services.
legal_line: The River Trust is a registered charity, number 1234567.
"""


@pytest.mark.parametrize("name", ["letter", "notice", "leaflet"])
def test_a_sheet_is_one_sheet_and_no_page_has_only_who_made_it(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "mine", "--template", name, "--publisher", "The River Trust"]) == 0
    brand = tmp_path / "mine/styles/brands/house.yaml"
    brand.write_text(brand.read_text("utf-8") + WAYS, "utf-8")
    monkeypatch.chdir(tmp_path / "mine")
    assert main(["build", "--format", "pdf", "--jobs", "1"]) == 0
    assert "pdf-small-words" not in capsys.readouterr().out
    pages = {
        edition: PdfReader(f"output/mine/mine-{edition}.pdf").pages
        for edition in ("standard", "large-print", "easy-read")
    }
    assert len(pages["standard"]) == (3 if name == "leaflet" else 1)
    assert len(pages["large-print"]) <= (4 if name == "leaflet" else 2)
    for listed in pages.values():
        words = listed[-1].extract_text()
        assert "Other ways to read this" in words
        assert words.index("Other ways to read this") < words.index("Who made this")
        assert "1234567" in words


@pytest.mark.parametrize("language", ["cy", "ur", "qps-Arab"])
@pytest.mark.parametrize("name", kinds())
def test_a_kind_has_nothing_to_fix_in_another_language(
    name: str, language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "mine", "--template", name, "--language", language]) == 0
    found = check_documents(Path("mine/sources"), (Path("mine/styles"),), (), ()).findings
    assert [one for one in found if one.severity == Severity.MUST_FIX] == []


@pytest.mark.parametrize(
    ("language", "told"),
    [("cy", True), ("ur", True), ("en-US", False), ("qps", False), ("", False)],
)
def test_who_begins_in_another_language_is_told_that_the_example_words_are_english(
    language: str,
    told: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = ["--language", language] if language else []
    assert main(["init", "mine", "--template", "notice", *asked]) == 0
    assert ("Its example words are in English" in capsys.readouterr().out) == told


def test_a_kind_that_there_is_not_is_told_with_those_that_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["init", "mine", "--template", "poster"]) == 2
    assert "leaflet, letter, notice" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
    assert main(["init", "--template", "list"]) == 0
    assert capsys.readouterr().out.split() == list(kinds())


def test_on_a_full_disk_no_part_of_a_document_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written, write = [], Path.write_bytes

    def full(file: Path, data: bytes) -> int:
        if len(written) == 3:
            raise OSError(errno.ENOSPC, "No space left on device", str(file))
        written.append(file)
        return write(file, data)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "write_bytes", full)
    assert main(["init", "mine"]) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert list(Path("mine/sources").iterdir()) == []
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    assert main(["init", "mine"]) == 0
