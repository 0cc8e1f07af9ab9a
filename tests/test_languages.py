"""Documents in other languages than English, through every format."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from lxml import html as lxml_html
from pypdf import PdfReader

from exporter.compare import missing_furniture
from exporter.formats import FORMATS, Settings
from exporter.furniture import furniture_of
from exporter.model import (
    Box,
    ContentsEntry,
    Document,
    Figure,
    Furniture,
    Note,
    NoteMark,
    PageNumber,
    Paragraph,
    Section,
    Table,
    Text,
)
from exporter.outline import Entry, clean, outline_of
from exporter.pdf_file.tree import Mark, read_tree
from exporter.readback.pdf_text import Pages
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from tests import build
from tests.conftest import ROOT, needs_pango

STANDARD = load_edition("standard")


def welsh() -> Document:
    made = build.document(build.para("Mae dŵr a thŷ yma."), language="cy")
    return replace(made, words=load_words("cy"))


def file_of(document: Document, name: str, edition: str = "standard") -> bytes:
    engine = FORMATS[name].engine(Settings(), document)
    return engine.stamp(engine.compile(document, load_edition(edition).theme), load_brand("house"))


def families_of(pdf: bytes) -> set[str]:
    """The families of the words on the pages, from the names of the fonts that are used."""
    found: list[tuple[str, Any]] = []
    for page in PdfReader(io.BytesIO(pdf)).pages:
        page.extract_text(visitor_text=lambda text, *rest: found.append((text.strip(), rest[2])))
    return {str(font["/BaseFont"]).split("+")[1].split("-")[0] for text, font in found if text}


@pytest.mark.parametrize("edition", ["standard", "easy-read", "large-print"])
def test_a_welsh_pdf_is_set_in_one_typeface_that_has_every_letter(edition: str) -> None:
    assert families_of(file_of(welsh(), "pdf", edition)) == {"Arimo"}
    english = build.document(build.para("Tea."))
    assert families_of(file_of(english, "pdf", edition)) == {"AtkinsonHyperlegible"}


def test_a_welsh_web_page_brings_the_typeface_that_has_every_letter() -> None:
    page = file_of(welsh(), "html").decode()
    assert '--family:"Arimo"' in page
    assert '@font-face{font-family:"Arimo"' in page
    assert "Atkinson" not in page


def test_a_welsh_word_file_names_and_brings_the_typeface_that_has_every_letter() -> None:
    asked = load_edition("standard", font="Atkinson Hyperlegible").theme
    engine = FORMATS["docx"].engine(Settings(), welsh())
    data = engine.stamp(engine.compile(welsh(), asked), load_brand("house"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        table = package.read("word/fontTable.xml").decode()
    assert 'w:name="Arimo"' in table
    assert "Atkinson" not in table


def test_arial_which_every_word_has_stays_where_it_has_the_letters() -> None:
    with zipfile.ZipFile(io.BytesIO(file_of(welsh(), "docx"))) as package:
        assert 'w:name="Arial"' in package.read("word/fontTable.xml").decode()


def test_a_greek_web_page_brings_greek_letters() -> None:
    from exporter.writers import css

    letters = css.more_letters("Arimo", "el")
    assert {"α", "Ω"} <= set(letters)
    font = TTFont(io.BytesIO(css.web_font("Arimo", "regular", letters)))
    assert {ord("α"), ord("Ω"), ord("a")} <= set(font.getBestCmap())
    assert css.more_letters("Arimo", "cy") == ""


# ---- the program's own words in a language that has none ------------------------------------

OWN = (
    "Contents", "Figure 1", "Table 1", "Please note", "Film", "Back to contents", "Appendix 1:",
    "Other ways to read this", "Who made the pictures", "Who made this", "Phone", "Notes",
)  # fmt: skip


def spoken(source_language: str = "pl") -> Document:
    """A document with every kind of furniture, in a language for which there are no words."""
    note = Note(1, "n1", (Text("Przypis."),))
    figure = Figure(build.picture(), "Figure 1", (Text("Podpis."),), label_language="en-GB")
    grid = Table(
        ("Kto", "Ile"), ((build.cell("Ala"), build.cell("3")),), True, (0.5, 0.5),
        label="Table 1", caption=(Text("Tabela."),), label_language="en-GB",
    )  # fmt: skip
    boxed = Box("note", "Please note", (build.para("Uwaga."),), label_language="en-GB")
    film = Box("media", "Film", (build.para("Tytuł."),), label_language="en-GB")
    words = load_words(source_language)
    return Document(
        name="guide",
        edition="standard",
        language=source_language,
        title="Przewodnik",
        cover_lines=("Easy read", "This is a short version of “Przewodnik”."),
        cover_language="en-GB",
        contents=(ContentsEntry(2, "1. Pierwszy", "a"),),
        sections=(
            Section(
                anchor="a", heading="Pierwszy", level=2, label="1.", notes=(note,),
                blocks=(
                    Paragraph((Text("Słowo."), NoteMark("n1", 1), PageNumber("b"))),
                    figure, grid, boxed, film,
                ),
            ),
            Section(
                anchor="b", heading="Drugi", level=2, label="Appendix 1:", label_language="en-GB",
                blocks=(build.para("Koniec."),),
            ),
        ),
        end=tuple(
            Furniture(heading, (Paragraph(words.among("pl", key)),), "en-GB")
            for heading, key in (
                ("Who made the pictures", "not-checked"),
                ("Other ways to read this", "formats-ask"),
            )
        ),
        running="Przewodnik, draft",
        words=words,
    )  # fmt: skip


ENGLISH_ENTRIES = ["Figure 1:", "Table 1:", "Please note", "Film", "Appendix 1:"]


@pytest.mark.parametrize("name", FORMATS)
def test_labels_in_english_are_marked_and_read_back_in_every_format(name: str) -> None:
    found = FORMATS[name].read_back(file_of(spoken(), name))
    assert [entry.key() for entry in found] == [entry.key() for entry in outline_of(spoken())]
    marked = [entry.text for entry in found if entry.role == "foreign"]
    assert sorted(marked) == sorted(ENGLISH_ENTRIES)


@pytest.mark.parametrize("name", FORMATS)
def test_furniture_in_english_is_marked_and_read_back_in_every_format(name: str) -> None:
    expected = furniture_of(spoken())
    marked = [entry.text for entry in expected if entry.role == "foreign"]
    assert {
        "Contents",
        "Notes",
        "Who made this",
        "Easy read",
        "This is a short version of “",
    } <= set(marked)
    data = file_of(spoken(), name)
    assert missing_furniture(expected, FORMATS[name].read(data).furniture) == ()


def test_furniture_that_does_not_say_its_language_is_told() -> None:
    said = (Entry("heading", "Contents", level=2), Entry("foreign", "Contents", language="en-GB"))
    assert missing_furniture(said, said) == ()
    [found] = missing_furniture(said, said[:1])
    assert found.code == "furniture-unmarked"
    assert found.message == "The words “Contents” that the program adds do not say they are en-GB."


def test_both_engines_mark_them() -> None:
    engine = FORMATS["pdf"].engine(Settings(pdf_engine="weasyprint"), spoken())
    needs_pango()
    data = engine.stamp(engine.compile(spoken(), STANDARD.theme), load_brand("house"))
    found = FORMATS["pdf"].read_back(data)
    assert [entry.key() for entry in found] == [entry.key() for entry in outline_of(spoken())]
    assert english_in_pdf(data) >= set(PDF_WORDS)
    furniture = FORMATS["pdf"].read(data).furniture
    assert missing_furniture(furniture_of(spoken()), furniture) == ()


def test_every_english_word_of_a_web_page_stands_in_an_element_that_says_so() -> None:
    tree = lxml_html.fromstring(file_of(spoken(), "html"))
    seen = []
    for node in tree.body.iter():
        text = (node.text or "").strip()
        for own in OWN:
            if text.startswith(own):
                seen.append(own)
                around = next(a for a in (node, *node.iterancestors()) if a.get("lang"))
                assert (around.get("lang"), around.tag) == ("en-GB", "span"), text
    assert set(seen) >= set(OWN) - {"Phone"}
    labelled = [node for node in tree.body.iter() if node.get("aria-label")]
    assert labelled
    assert all(node.get("lang") == "en-GB" for node in labelled)
    [line] = tree.xpath('//div[@class="cover-lines"]/p[contains(., "short version")]')
    assert [span.text for span in line.iter("span")] == ["This is a short version of “"]
    assert line.text_content() == "This is a short version of “Przewodnik”."


WORD_RUNS = ("Contents", "Please note", "Film", "Who made the pictures", "Who made this", "Notes")


def test_every_english_run_of_a_word_file_says_so() -> None:
    package = zipfile.ZipFile(io.BytesIO(file_of(spoken(), "docx")))
    runs: dict[str, str] = {}
    for part in ("word/document.xml", "word/endnotes.xml", "word/footer1.xml"):
        for run in re.findall("<w:r>.*?</w:r>", package.read(part).decode()):
            words = "".join(re.findall("<w:t[^>]*>([^<]*)", run)).strip()
            language = re.search('<w:lang w:val="([^"]*)"', run)
            runs[words] = language[1] if language else ""
    said = ("Figure", "Table", ":", "Appendix 1:", "Page", "of", "This is a short version of “")
    assert {words: runs[words] for words in (*WORD_RUNS, *said)} == dict.fromkeys(
        (*WORD_RUNS, *said), "en-GB"
    )
    assert runs["Uwaga."] == runs["Pierwszy"] == runs["Przewodnik"] == ""


PDF_WORDS = (
    "Contents", "Figure 1:", "Table 1:", "Please note", "Film", "Appendix 1:", "Notes",
    "Who made the pictures", "Who made this", "Other ways to read this",
)  # fmt: skip


def english_in_pdf(data: bytes) -> set[str]:
    """The words of every element whose language is English."""
    pages = Pages(data)
    try:
        every = [node for node in read_tree(data).every_node() if node.language == "en-GB"]
        marks = [[kid for kid in node.kids if isinstance(kid, Mark)] for node in every]
        return {
            clean("".join(pages.words(mark.page, mark.number, mark.in_form) for mark in kids))
            for kids in marks
        }
    finally:
        pages.close()


def test_every_english_element_of_a_pdf_says_so() -> None:
    assert english_in_pdf(file_of(spoken(), "pdf")) >= set(PDF_WORDS)


def test_an_english_document_marks_nothing() -> None:
    made = replace(spoken(), language="en-US", words=load_words("en-US"), cover_language="")
    assert made.says("contents") == (Text("Contents"),)
    assert made.cover_words("Easy read") == (Text("Easy read"),)
    page = file_of(build.document(build.para("Tea.")), "html").decode()
    assert 'lang="en-GB"' not in page.split("<body")[1]


def test_the_words_of_a_language_that_has_them_are_in_it(tmp_path: Path) -> None:
    english = (ROOT / "styles/locales/en.yaml").read_text("utf-8")
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales/cy.yaml").write_text(english.replace("Contents", "Cynnwys"), "utf-8")
    words = load_words("cy-GB", tmp_path)
    assert (words("contents"), words.language) == ("Cynnwys", "cy-GB")
    assert words.among("cy", "contents") == (Text("Cynnwys"),)
    assert load_words("pl", tmp_path).language == "en-GB"
