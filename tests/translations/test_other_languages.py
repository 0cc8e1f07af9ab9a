"""Every file names the other languages that there are, each in its own words; web pages lead there.

No Welsh is invented here: where nobody has written the sentence, a language is called what CLDR
says that its speakers call it.
"""

from __future__ import annotations

import io
import json
import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import etree

from exporter import languages
from exporter.cli import main
from exporter.formats import FORMATS
from exporter.making.in_languages import told_of
from exporter.model import OtherLanguage
from exporter.outline import Entry
from exporter.styles.words import load_words
from tests.conftest import needs_pango
from tests.translations.home import Garden, garden

ENGLISH, ACCENTED = "garden/garden-standard.html", "garden/qps/garden-qps-standard.html"
PSEUDO = "[Āļşō īň Ēňğļīşħ]"
QUICK = ("--jobs", "1", "--format", "html", "--edition", "standard", "--json")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Garden:
    monkeypatch.chdir(tmp_path)
    return garden(tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Both languages as web pages in every edition, and one edition in the other formats."""
    folder, before = tmp_path_factory.mktemp("languages"), Path.cwd()
    garden(folder)
    os.chdir(folder)
    try:
        assert main(["build", "--jobs", "1", "--format", "html"]) == 0
        asked = ("--format", "docx,epub,pdf", "--edition", "standard")
        assert main(["build", "garden", "--jobs", "1", *asked]) == 0
        yield folder / "output"
    finally:
        os.chdir(before)


def built_in(capsys: pytest.CaptureFixture[str], *asked: str) -> Any:
    capsys.readouterr()
    main(["build", *asked, *QUICK])
    return json.loads(capsys.readouterr().out)


def page(file: str) -> str:
    return Path("output", file).read_text("utf-8")


def test_a_web_page_leads_to_the_same_edition_in_the_other_language_and_back(built: Path) -> None:
    for edition in ("standard", "large-print", "easy-read"):
        english = (built / f"garden/garden-{edition}.html").read_text("utf-8")
        other = (built / f"garden/qps/garden-qps-{edition}.html").read_text("utf-8")
        there, back = f"qps/garden-qps-{edition}.html", f"../garden-{edition}.html"
        assert f'<link rel="alternate" hreflang="qps" href="{there}">' in english
        assert f'<link rel="alternate" hreflang="en-GB" href="{back}">' in other
        assert f'<a href="{there}" hreflang="qps"><span lang="qps">{PSEUDO}</span></a>' in english
        link = f'<a href="{back}" hreflang="en-GB"><span lang="en-GB">Also in English</span></a>'
        assert link in other
        assert (built / "garden" / there).is_file()
        assert (built / "garden/qps" / back).resolve() == built / f"garden/garden-{edition}.html"


@pytest.mark.parametrize("name", ["docx", "epub", "html", "pdf"])
def test_a_file_of_every_format_names_the_other_language_in_its_own(built: Path, name: str) -> None:
    data = (built / f"garden/garden-standard.{name}").read_bytes()
    around = FORMATS[name].read(data).furniture
    assert Entry("foreign", PSEUDO, language="qps") in around


def related_in(data: bytes) -> list[str]:
    """The files that the metadata of a PDF or an e-book says belong to it."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            (name,) = [one for one in book.namelist() if one.endswith(".opf")]
            package = etree.fromstring(book.read(name))
        (translation,) = package.iter("{*}relation")
        refined = [
            m for m in package.iter("{*}meta") if m.get("refines") == f"#{translation.get('id')}"
        ]
        assert [(m.get("property"), m.text) for m in refined] == [("dcterms:language", "qps")]
        works = [
            m for m in package.iter("{*}meta") if m.get("property") == "schema:workTranslation"
        ]
        assert [m.text for m in works] == [translation.text]
        return [str(translation.text)]
    with pikepdf.open(io.BytesIO(data)) as pdf, pdf.open_metadata() as told:
        return sorted(map(str, told.get("dc:relation", ())))


@pytest.mark.parametrize("name", ["epub", "pdf"])
def test_the_metadata_of_a_file_name_its_files_in_other_languages(built: Path, name: str) -> None:
    (there,) = related_in((built / f"garden/garden-standard.{name}").read_bytes())
    assert there == f"qps/garden-qps-standard.{name}"
    assert (built / "garden" / there).is_file()


PDF = ("--jobs", "1", "--format", "pdf", "--edition", "standard")


def test_metadata_name_a_file_in_another_language_only_while_it_is_there(home: Garden) -> None:
    english, other = (Path("output", one.replace(".html", ".pdf")) for one in (ENGLISH, ACCENTED))
    main(["build", *PDF, "--language", "en"])
    assert related_in(english.read_bytes()) == []
    main(["build", *PDF])
    assert related_in(english.read_bytes()) == ["qps/garden-qps-standard.pdf"]
    assert related_in(other.read_bytes()) == ["../garden-standard.pdf"]
    other.unlink()
    main(["build", *PDF, "--language", "en"])
    assert related_in(english.read_bytes()) == []


def test_the_second_engine_names_them_too(home: Garden) -> None:
    needs_pango()
    main(["build", *PDF, "--pdf-engine", "weasyprint"])
    data = Path("output", ENGLISH.replace(".html", ".pdf")).read_bytes()
    assert related_in(data) == ["qps/garden-qps-standard.pdf"]


def test_the_other_language_is_told_once_it_is_there_and_no_longer_than_that(
    home: Garden, capsys: pytest.CaptureFixture[str]
) -> None:
    first = built_in(capsys, "--language", "en")
    assert first["made"] == [ENGLISH]
    assert PSEUDO not in page(ENGLISH)
    assert built_in(capsys)["made"] == [ENGLISH, ACCENTED]
    assert PSEUDO in page(ENGLISH)
    assert built_in(capsys)["kept"] == [ENGLISH, ACCENTED]
    # named by what stands, also where only one of the two is asked for
    assert built_in(capsys, "--language", "en")["kept"] == [ENGLISH]
    Path("output", ACCENTED).unlink()
    assert built_in(capsys, "--language", "en")["made"] == [ENGLISH]
    assert PSEUDO not in page(ENGLISH)


def test_a_draft_is_named_in_drafts_only(home: Garden, capsys: pytest.CaptureFixture[str]) -> None:
    home.change("qps/document.yaml", "language: qps\n", "language: qps\nstatus: draft\n")
    assert built_in(capsys)["made"] == [ENGLISH, ACCENTED]
    assert PSEUDO not in page(ENGLISH)
    assert "Also in English" in page(ACCENTED)
    home.change("document.yaml", "languages: [qps]\n", "languages: [qps]\nstatus: draft\n")
    built_in(capsys)
    assert PSEUDO in page(ENGLISH)


def test_a_translation_that_cannot_go_out_is_named_nowhere(
    home: Garden, capsys: pytest.CaptureFixture[str]
) -> None:
    home.change("qps/sections/start.yaml", "1,200", "1,300")
    assert built_in(capsys)["made"] == [ENGLISH]
    assert PSEUDO not in page(ENGLISH)
    assert built_in(capsys)["kept"] == [ENGLISH]


def test_languages_lead_to_one_another_and_not_only_to_the_original(
    home: Garden, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["translation", "start", "garden", "cy"]) == 0
    for file in ("document.yaml", "qps/document.yaml"):
        text = (home.original / file).read_text("utf-8")
        text = re.sub("^(language: .*)$", "\\1\nstatus: draft", text, flags=re.MULTILINE)
        (home.original / file).write_text(text, "utf-8")
    main(["build", "--jobs", "1", "--format", "html"])
    links = re.findall(r'<link rel="alternate" hreflang="(\S+)" href="(\S+)">', page(ACCENTED))
    assert links == [("en-GB", "../garden-standard.html"), ("cy", "../cy/garden-cy-standard.html")]
    assert '<span lang="cy">Cymraeg</span>' in page(ACCENTED)


def test_from_right_to_left_the_other_language_is_marked_with_its_direction(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    home = garden(tmp_path, "qps-Arab")
    main(["build", *QUICK[:2], "--format", "html,docx", "--edition", "standard", "--json"])
    answer = json.loads(capsys.readouterr().out)
    assert answer["failed"] == []
    assert {one["says_the_same"] for one in answer["files"]} == {True}
    mirrored = page(f"garden/{home.tag}/garden-{home.tag}-standard.html")
    assert '<html lang="qps-Arab" dir="rtl"' in mirrored
    assert '<span lang="en-GB" dir="ltr">Also in English</span>' in mirrored
    assert '<span lang="qps-Arab" dir="rtl">[' in page(ENGLISH)
    assert '<span lang="qps-Arab">[' in page("garden/what-we-checked.html")


def test_a_language_says_it_itself_or_is_called_what_its_speakers_call_it(tmp_path: Path) -> None:
    assert told_of("en-GB", load_words("en-GB")) == OtherLanguage("Also in English", "en-GB")
    assert told_of("cy", load_words("cy")) == OtherLanguage("Cymraeg", "cy")
    assert told_of("ur", load_words("ur")) == OtherLanguage("اردو", "ur")
    assert told_of("xx", load_words("xx")) == OtherLanguage("xx", "xx")
    assert languages.called("pa-Arab") == "پنجابی"
    own = tmp_path / "locales/cy.yaml"
    own.parent.mkdir()
    own.write_text('in-this-language: "⟨a sentence of a speaker⟩"\n', "utf-8")
    assert told_of("cy", load_words("cy", tmp_path)).words == "⟨a sentence of a speaker⟩"


def test_a_translation_that_comes_back_from_word_is_known_by_its_name(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = built / "garden/qps/garden-qps-standard.docx"
    assert main(["changes", str(file), "--sources", str(built.parent / "sources")]) == 0
    assert "was made of garden-qps, standard" in capsys.readouterr().out
