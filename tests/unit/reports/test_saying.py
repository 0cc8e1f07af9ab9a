"""The pages that tell of our work speak the language of their words, and say which that is."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from pathlib import Path

import pytest

from exporter.file_rules import html
from exporter.model import Words
from exporter.reports.evidence import what_we_checked
from exporter.reports.saying import Saying
from exporter.styles.words import load_words
from tests.batch.home import Home, states
from tests.conftest import ROOT
from tests.unit.test_evidence import facts, finding

ENGLISH = load_words("en-GB")
WELSH = replace(
    ENGLISH,
    language="cy",
    entries=(
        *ENGLISH.entries,
        ("report-checked-title", "Yr hyn a wiriwyd"),
        ("report-pages/two", "{number} dudalen (dwy)"),
        ("report-pages/few", "{number} tudalen (tair)"),
    ),
)


def test_a_number_has_the_form_that_the_language_has_for_it() -> None:
    say = Saying(WELSH)
    assert say("pages", number=1) == "1 page"
    assert say("pages", number=2) == "2 dudalen (dwy)"
    assert say("pages", number=3) == "3 tudalen (tair)"
    assert say("pages", number=11) == "11 pages"
    assert Saying(ENGLISH)("pages", number=2) == "2 pages"


def test_a_page_is_in_the_language_of_its_words_and_marks_what_is_not() -> None:
    page = what_we_checked(facts(words=WELSH, findings=(finding(),))).decode()
    assert '<html lang="cy"' in page
    assert "<title>Yr hyn a wiriwyd: Our guide</title>" in page
    assert '<span lang="en-GB">This is wrong.</span>' in page
    assert '<span lang="en-GB">Our guide</span>' in page
    assert html.check(page.encode()) == ()


def test_an_english_page_marks_no_english() -> None:
    page = what_we_checked(facts(findings=(finding(),))).decode()
    assert '<html lang="en-GB"' in page
    assert "<span lang=" not in page


def test_a_page_from_right_to_left_says_so() -> None:
    page = what_we_checked(facts(words=Words(ENGLISH.entries, "ur"))).decode()
    assert '<html lang="ur" dir="rtl"' in page


def write_locale(home: Home, **words: str) -> None:
    folder = home.path / "styles/locales"
    folder.mkdir(parents=True, exist_ok=True)
    shipped = (ROOT / "styles/locales/en.yaml").read_text("utf-8")
    for key, told in words.items():
        name = re.escape(key.replace("_", "-"))
        shipped, found = re.subn(
            rf"(?m)^{name}: .*$", f'{key.replace("_", "-")}: "{told}"', shipped
        )
        assert found == 1, key
    (folder / "cy.yaml").write_text(shipped, "utf-8")


def test_a_partners_pages_have_the_words_of_the_locale(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home.new(tmp_path)
    monkeypatch.chdir(home.path)
    home.change("monday/document.yaml", "language: en-GB", "language: cy")
    write_locale(
        home,
        report_first_whom="Pa ffeil sydd i bwy",
        report_changed_first="Dyma'r fersiwn cyntaf.",
        report_short="Yn fyr",
    )
    assert set(states(home.run()).values()) == {"delivered"}
    for name, told in (
        ("read-me-first.html", "Pa ffeil sydd i bwy"),
        ("changes.html", "Dyma'r fersiwn cyntaf."),
        ("what-we-checked.html", "Yn fyr"),
    ):
        page = home.text("hilltop", name)
        assert told in page
        assert '<html lang="cy"' in page
        assert html.check(page.encode()) == (), name
    draft = '<strong><span lang="en-GB">“Meeting up on Mondays” is a draft.'
    assert draft in home.text("hilltop", "read-me-first.html")


def test_without_a_locale_the_pages_are_english_and_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = Home.new(tmp_path)
    monkeypatch.chdir(home.path)
    home.change("monday/document.yaml", "language: en-GB", "language: cy")
    assert set(states(home.run()).values()) == {"delivered"}
    page = home.text("hilltop", "read-me-first.html")
    assert '<html lang="en-GB"' in page
    assert '<span lang="cy">Meeting up on Mondays</span>' in page


PAGES = sorted((ROOT / "exporter/reports").rglob("*.py"))


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_no_page_has_its_markup_or_its_sentences_in_the_code(file: Path) -> None:
    """Markup is made by `web_page.markup`; sentences stand in the locale."""
    tree = ast.parse(file.read_text("utf-8"))
    kept = {
        one
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) in ("_STYLE", "_SORTING")
        for one in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in kept:
            assert not re.search(r"</?[a-z]+[ >]", node.value), f"{file}:{node.lineno}"
        if isinstance(node, ast.Call) and ast.unparse(node.func) in (
            "paragraph",
            "heading",
            "escape",
        ):
            words = [one.value for one in node.args if isinstance(one, ast.Constant)]
            assert not any(re.search(r"[a-z]{2}", str(one)) for one in words[:1]), node.lineno
