"""A translation is a document of its own, in a folder of the original: loaded and built."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from exporter.authored.folders import name_of, translations_in
from exporter.cli import main
from exporter.diagnostics import SourceError
from exporter.load import load
from exporter.making.order import document_folders
from tests.translations.home import SVG, Garden, garden

ASKED = ("--jobs", "1", "--format", "html", "--edition", "standard", "--progress", "none")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Garden:
    monkeypatch.chdir(tmp_path)
    return garden(tmp_path)


def told(capsys: pytest.CaptureFixture[str], *asked: str) -> Any:
    main([*asked, "--json"])
    return json.loads(capsys.readouterr().out)


def test_a_translation_has_its_own_words_and_the_pictures_of_the_original(home: Garden) -> None:
    original, translation = load(home.original), load(home.translation)
    assert (original.name, original.languages) == ("garden", ("qps",))
    assert (translation.name, translation.language) == ("garden-qps", "qps")
    assert translation.sections[0].heading == "Şţāřţ ħēřē"
    shown = [[one.picture.data for one in source.pictures] for source in (original, translation)]
    assert shown[0] == shown[1]


def test_a_picture_with_words_in_it_may_be_the_translation_s_own(home: Garden) -> None:
    (home.translation / "pictures").mkdir()
    (home.translation / "pictures/ring.svg").write_text(SVG % 5, "utf-8")
    ring, disc = (one.picture.data for one in load(home.translation).pictures)
    assert b'r="5"' in ring
    assert b'r="9"' in disc


def test_files_with_words_are_never_those_of_the_original(home: Garden) -> None:
    (home.translation / "sections/help.yaml").unlink()
    with pytest.raises(SourceError) as error:
        load(home.translation)
    assert [one.code for one in error.value.findings] == ["file-absent"]


def test_a_link_is_no_picture_of_a_translation_and_no_way_out(home: Garden) -> None:
    (home.translation / "pictures").mkdir()
    (home.path / "secret.svg").write_text(SVG % 1, "utf-8")
    (home.translation / "pictures/ring.svg").symlink_to(home.path / "secret.svg")
    with pytest.raises(SourceError) as error:
        load(home.translation)
    assert [one.code for one in error.value.findings] == ["file-outside"]


def test_a_language_that_is_a_link_to_another_folder_is_no_translation(home: Garden) -> None:
    home.translation.rename(home.path / "elsewhere")
    home.translation.symlink_to(home.path / "elsewhere")
    assert translations_in(home.original) == ()
    assert document_folders(home.path / "sources", ()) == [home.path / "sources/garden"]
    with pytest.raises(SourceError) as error:
        load(home.original)
    (found,) = error.value.findings
    assert (found.code, found.place.line) == ("language-folder", 3)


def test_a_translation_says_the_language_of_its_folder_and_lists_none(home: Garden) -> None:
    home.change("qps/document.yaml", "language: qps\n", "language: cy\nlanguages: [ur]\n")
    with pytest.raises(SourceError) as error:
        load(home.translation)
    assert [(one.code, one.place.line) for one in error.value.findings] == [
        ("language-folder", 2),
        ("language-folder", 3),
    ]


def test_both_are_built_each_in_a_folder_of_its_language(
    home: Garden, capsys: pytest.CaptureFixture[str]
) -> None:
    first = told(capsys, "build", *ASKED)
    files = ["garden/garden-standard.html", "garden/qps/garden-qps-standard.html"]
    assert first["made"] == files
    assert [one["says_the_same"] for one in first["files"]] == [True, True]
    page = (home.path / "output" / files[1]).read_text("utf-8")
    assert '<html lang="qps"' in page
    assert "Şţāřţ ħēřē" in page
    assert (home.path / "output/garden/qps/what-we-checked.html").is_file()
    again = told(capsys, "build", *ASKED)
    assert (again["made"], again["kept"]) == ([], files)


def test_one_language_or_one_translation_can_be_asked_for(
    home: Garden, capsys: pytest.CaptureFixture[str]
) -> None:
    own, other = "garden/garden-standard.html", "garden/qps/garden-qps-standard.html"
    assert told(capsys, "build", "garden", *ASKED, "--language", "en")["made"] == [own]
    assert told(capsys, "build", "garden-qps", *ASKED)["made"] == [other]
    both = told(capsys, "build", "garden", *ASKED)
    assert (both["made"], both["kept"]) == ([own], [other])  # which names the other now
    assert told(capsys, "check", "--language", "qps", "--edition", "standard")["checked"] == [
        "garden-qps-standard"
    ]
    assert main(["build", *ASKED, "--language", "cy"]) == 1
    assert "They are in: en-GB, qps." in capsys.readouterr().err


def test_a_translation_cannot_have_the_name_of_another_document(
    home: Garden, capsys: pytest.CaptureFixture[str]
) -> None:
    home.original.with_name("garden-qps").mkdir()
    (home.original.with_name("garden-qps") / "document.yaml").write_text("title: x\n", "utf-8")
    found = told(capsys, "build", *ASKED)["findings"]
    clash = [one["file"] for one in found if one["rule"] == "document-name"]
    assert sorted(clash) == ["sources/garden-qps", "sources/garden/qps"]
    assert not (home.path / "output/garden/qps").exists()


def test_a_section_is_added_to_the_original(
    home: Garden, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "Next year", "--document", "garden-qps"]) == 1
    assert "exporter translation start garden qps" in capsys.readouterr().err
    assert main(["new", "Next year"]) == 0
    assert (home.original / "sections/next-year.yaml").is_file()


def test_the_name_of_a_document_is_that_of_its_folder(home: Garden) -> None:
    assert name_of(home.translation) == "garden-qps"
    assert name_of(home.original) == "garden"
    assert name_of(home.original / "sections") == "sections"
