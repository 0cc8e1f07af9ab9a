"""No word of the program is typed in code: in a language that changes them all, each is changed."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from exporter import languages
from exporter.cli import main
from exporter.fonts import shaping_is_there
from exporter.languages import pseudo
from exporter.languages.dates import date_in_words
from exporter.load import load
from exporter.starter import in_pseudo
from exporter.styles.sentences import SENTENCES
from exporter.styles.words import load_words
from tests.conftest import needs_pango
from tests.words_in_files import words_in

ROOT = Path(__file__).parent.parent
_ADDRESS = re.compile(r"https?://\S+|[\w./-]*\.(?:example|org|net|com|uk|ac)\b\S*|\S+@\S+")
_LATIN = re.compile("[A-Za-z]+")
_TECHNICAL = {"qps", "Arab", "T", "Z"}
"""The tag itself, and the signs of a date for machines."""
_NAMES = re.compile(r"[\w./-]+\.(?:html|pdf|docx|epub|yaml)\b|\b[a-z]+(?:-[a-z]+)+\b")
"""Files, rules and pictures, as reports name them."""
_OURS = {"exporter", "veraPDF", "epubcheck", "SHA", "listening"}
"""The last is the name of a drawing."""


def test_every_sentence_is_changed_and_what_is_filled_in_stays() -> None:
    english = dict(load_words("en").entries)
    for tag in pseudo.TAGS:
        words = load_words(tag)
        assert words.language == tag
        assert dict(words.entries).keys() == english.keys() >= SENTENCES.keys()
        for key, said in words.entries:
            fields = re.findall(r"\{.*?\}", said)
            assert fields == re.findall(r"\{.*?\}", english[key])
            assert not _LATIN.search(re.sub(r"\{.*?\}", "", said)), (key, said)
    assert load_words("qps")("page-of", number=1, total=2) == "[Øāğē 1 ōŧ 2]"
    assert load_words("qps")("chart-steps", number=1) == "[1 şţēø.]"


def test_dates_are_changed_and_no_rule_on_english_is_asked() -> None:
    assert date_in_words("2026-11-02", "qps") == "2 Ňōũēŋþēř 2026"
    assert not _LATIN.search(date_in_words("2026-11-02", "qps-Arab"))
    assert not languages.knows(("en",), "qps")
    assert not languages.right_to_left("qps")
    assert languages.right_to_left("qps-Arab")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report with accents, a leaflet from right to left, and charts: all that is made of them."""
    folder = tmp_path_factory.mktemp("pseudo")
    before = Path.cwd()
    os.chdir(folder)
    try:
        _begin("accents", "report", "qps")
        _charts(folder / "accents/sources/value-of-co-production")
        os.chdir(folder / "accents")
        _make("build", "accents", "--format", "pdf,docx,html,epub")
        _make("build", "value-of-co-production", "--format", "html")
        _make("review", "pack", "accents")
        partner = "defaults: {documents: [accents], formats: [html], brand: house}\npartners:\n"
        Path("sources/partners.yaml").write_text(partner + "  - {id: p-1, name: Ōŵňēř}\n", "utf-8")
        _make("batch", "sources/partners.yaml", "--draft")
        os.chdir(folder)
        _begin("mirrored", "leaflet", "qps-Arab")
        os.chdir(folder / "mirrored")
        formats = "pdf,docx,html,epub" if shaping_is_there() else "docx,html,epub"
        _make("build", "--format", formats)
    finally:
        os.chdir(before)
    return folder


def _begin(name: str, kind: str, tag: str) -> None:
    publisher = pseudo.turned("Our Trust", tag)
    begin = ["init", name, "--template", kind, "--language", tag, "--publisher", publisher]
    assert main(begin) == 0
    brand = Path(name, "styles/brands/house.yaml")
    ways = "contact: [{phone: 01632 960001}, {email: hello@example.org}]\n"
    brand.write_text(brand.read_text("utf-8") + ways, "utf-8")


def _charts(target: Path) -> None:
    """A report with charts of every kind, a film, contacts, notes and works, in other letters."""
    shutil.copytree(ROOT / "sources" / target.name, target)
    file = target / "document.yaml"
    text = re.sub("^language: .*$", "language: qps", file.read_text("utf-8"), flags=re.MULTILINE)
    file.write_text(text, "utf-8")
    in_pseudo.turn(target, "qps")


def _make(*options: str) -> None:
    jobs = ["--jobs", "1"] if options[0] in ("build", "batch") else []
    assert main([*options, *jobs]) == 0


def typed(texts: list[str], known: set[str]) -> list[str]:
    """The texts that have words in plain Latin letters, other than the known ones."""
    bare = (_ADDRESS.sub(" ", text) for text in texts)
    return [text for text in bare if set(_LATIN.findall(text)) - known]


def files(folder: Path, pattern: str) -> list[Path]:
    found = [one for one in folder.rglob(pattern) if ".state" not in one.parts]
    return sorted(one for one in found if one.suffix in (".pdf", ".docx", ".html", ".epub"))


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html", "epub"])
def test_no_word_of_the_program_is_typed_in_code(built: Path, suffix: str) -> None:
    if suffix == "pdf":
        needs_pango()
    made = [one for name in ("accents", "mirrored") for one in files(built, f"{name}-*.{suffix}")]
    assert len(made) >= 6
    for file in made:
        texts = words_in(file.name, file.read_bytes())
        assert sum(map(len, texts)) > 500
        assert typed(texts, _TECHNICAL) == [], file.name


def test_charts_films_contacts_and_lists_say_nothing_that_is_typed_in_code(built: Path) -> None:
    source = load(built / "accents/sources/value-of-co-production")
    names = {word for entry in source.glossary for word in _LATIN.findall(entry.word)}
    known = names | {name.capitalize() for name in names} | _TECHNICAL
    pages = files(built, "value-of-co-production-*.html")
    assert len(pages) >= 3
    for file in pages:
        assert typed(words_in(file.name, file.read_bytes()), known) == [], file.name


def test_reports_say_nothing_that_is_typed_in_code_but_what_is_marked_as_english(
    built: Path,
) -> None:
    folder = built / "accents/output"
    pages = [folder / "accents/what-we-checked.html", *folder.rglob("read-me-first.html")]
    pages += [*folder.rglob("changes.html"), *folder.rglob("*review-pack.docx")]
    assert len(pages) >= 4
    for file in pages:
        texts = [_NAMES.sub(" ", one) for one in words_in(file.name, file.read_bytes(), "en")]
        assert typed(texts, _TECHNICAL | _OURS) == [], file.name


def test_what_is_written_from_the_right_says_so_in_every_format(built: Path) -> None:
    page = next(iter(files(built, "mirrored-standard.html"))).read_text("utf-8")
    assert '<html lang="qps-Arab" dir="rtl"' in page


def test_letters_that_join_are_searched_and_copied_whole(built: Path) -> None:
    needs_pango()
    file = next(iter(files(built, "mirrored-standard.pdf")))
    said = " ".join(words_in(file.name, file.read_bytes()))
    for word in pseudo.turned("Monday group", "qps-Arab").split():
        assert word in said


def test_no_words_are_missed_on_other_formats_where_letters_join(
    built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    needs_pango()
    for edition in ("standard", "large-print", "easy-read"):
        (file,) = files(built, f"mirrored-{edition}.pdf")
        assert main(["verify", str(file), "--edition", edition, "--without-validator"]) == 0
        assert "formats-line" not in capsys.readouterr().out


def test_marks_settings_and_comments_of_a_document_stay_as_they_were(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "exporter/starter/guide", tmp_path / "guide")
    in_pseudo.turn(tmp_path / "guide", "qps")
    text = (tmp_path / "guide/sections/welcome.yaml").read_text("utf-8")
    assert "[ũōļūňţēēřş](#volunteer) ŋāķē ţħē ţēā." in text
    assert "::: activity Þēŧōřē ŷōū čōŋē" in text
    assert "picture: people" in text
    assert "# What the whole guide has" in (tmp_path / "guide/document.yaml").read_text("utf-8")
    assert load(tmp_path / "guide").glossary[0].also == ("ũōļūňţēēřş",)


def test_a_language_that_is_none_is_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["init", str(tmp_path / "mine"), "--language", "Welsh please"]) == 2
    assert "cy for Welsh" in capsys.readouterr().err
    assert not (tmp_path / "mine").exists()
