"""Documents in other languages than English, through every format."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from exporter.formats import FORMATS, Settings
from exporter.model import Document
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from tests import build

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
