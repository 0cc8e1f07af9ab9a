"""Welsh words that we have are used in every format; those that we lack are marked as English."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.cli import main
from exporter.formats import FORMATS
from exporter.load import load
from exporter.outline import Entry
from exporter.readback import docx, epub, html, pdf

READERS = {"pdf": pdf.read, "docx": docx.read, "html": html.read, "epub": epub.read}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small guide as a Welsh one, with a word that stands in its text as Welsh changes it."""
    made = tmp_path_factory.mktemp("welsh") / "canllaw"
    assert main(["init", str(made), "--language", "cy"]) == 0
    file = made / "sources/canllaw/document.yaml"
    text = file.read_text("utf-8").replace("also: [volunteers]", "forms: [volunteers]")
    file.write_text(text, "utf-8")
    return made


@pytest.fixture(scope="module")
def files(folder: Path) -> dict[str, Path]:
    options = ["--format", "pdf,docx,html,epub", "--edition", "standard", "--jobs", "1"]
    places = ["--sources", str(folder / "sources"), "--output", str(folder / "output")]
    assert main(["build", *options, *places, "--styles", str(folder / "styles")]) == 0
    return {name: folder / f"output/canllaw/canllaw-standard.{name}" for name in FORMATS}


@pytest.mark.parametrize("name", ["pdf", "docx", "html", "epub"])
def test_what_we_have_is_welsh_and_what_we_lack_is_marked_as_english(
    files: dict[str, Path], name: str
) -> None:
    found = READERS[name](files[name].read_bytes()).furniture
    at = [entry.text for entry in found].index("Cynnwys")
    assert found[at] == Entry("heading", "Cynnwys", level=2)
    at = [entry.text for entry in found].index("Other ways to read this")
    assert found[at].language == "en-GB" or found[at + 1] == Entry(
        "foreign", "Other ways to read this", language="en-GB"
    )


def test_tables_are_numbered_in_welsh(files: dict[str, Path]) -> None:
    assert "Tabl 1: " in files["html"].read_text("utf-8")


def test_a_changed_form_of_a_glossary_word_is_found_in_the_text(folder: Path) -> None:
    source = load(folder / "sources/canllaw")
    assert source.glossary[0].also == ("volunteers",)
