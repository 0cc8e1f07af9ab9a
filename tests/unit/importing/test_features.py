"""A Word file with twenty-four features, each marked with a word that begins with tz."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest

from exporter.checking import outline_of_document
from exporter.cli import main

FILE = Path(__file__).parent / "files" / "twenty-four-features.docx"
_MARK = re.compile(r"[Tt]z\w+")
_WORDS = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|(?:descr|w:val)=\"([^\"]*)\"")


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("features")
    sources = folder / "sources"
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["import", str(FILE), "--to", "features"]) == 0
    return sources / "features"


def marks_of_the_file() -> set[str]:
    """Every marked word of the package, in whatever part it stands."""
    found: set[str] = set()
    with zipfile.ZipFile(FILE) as package:
        for name in package.namelist():
            if not name.endswith(".xml"):
                continue
            for paragraph in re.split(r"</w:p>", package.read(name).decode("utf-8")):
                runs = "".join(words or f" {said} " for words, said in _WORDS.findall(paragraph))
                found |= set(_MARK.findall(runs))
    return found


def test_every_marked_word_is_in_the_sources_or_in_the_report(imported: Path) -> None:
    marks = marks_of_the_file()
    assert len(marks) >= 24
    sources = "".join(one.read_text("utf-8") for one in imported.rglob("*.yaml"))
    report = json.loads((imported / "import-report.json").read_text("utf-8"))
    told = " ".join(one.get("words", "") for one in report["decisions"])
    known = {one.lower() for one in _MARK.findall(f"{sources} {told}")}
    left = {one for one in marks if one.lower() not in known}
    assert left == set()
    assert report["proof"]["lost"] == []


def test_what_is_structure_in_word_is_structure_for_readers(imported: Path) -> None:
    full = outline_of_document(imported.parent, None, "features", "standard")
    easy = outline_of_document(imported.parent, None, "features", "easy-read")
    roles = {
        role: " ".join(one.text for one in full if one.role == role)
        for role in ("heading", "item", "cell", "header-cell", "note", "caption", "figure", "link")
    }
    assert "Tzfakehead" in roles["heading"]
    assert "tztyped one" in roles["item"]
    assert "•" not in roles["item"]
    assert "tzalt" in roles["figure"]
    assert all(roles.values())
    assert len([one for one in easy if one.role == "figure"]) >= 3


def test_it_builds_with_what_is_left_to_write(
    imported: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(imported.parent.parent)
    assert main(["check", "features"]) == 1  # a person has to name a contact, for one
    assert "Nobody has written yet what this picture shows." in capsys.readouterr().out
    assert main(["build", "features", "--format", "html,docx", "--jobs", "1"]) == 1
    made = [one.suffix for one in Path("output/features").glob("features-*")]
    assert (made.count(".html"), made.count(".docx")) == (3, 3)
