"""A document from right to left goes to the engine that can set it, and reads back in order."""

from __future__ import annotations

import ctypes.util
from dataclasses import replace
from pathlib import Path

import pytest

from exporter.adapt import adapt
from exporter.edition import load_edition, load_words
from exporter.formats import FORMATS, Settings
from exporter.load import load
from exporter.load.brands import load_brand
from exporter.model import Document
from exporter.outline import Entry, outline_of
from exporter.writers import pdf_reportlab
from tests.conftest import referee_absent

FOLDER = Path(__file__).parent / "documents/sources/nashra"
STANDARD = load_edition("standard")


def document() -> Document:
    source = load(FOLDER)
    return adapt(source, STANDARD, load_words(source.language))


def test_the_document_is_known_to_run_from_right_to_left() -> None:
    assert document().right_to_left


def test_arabic_goes_to_the_engine_with_shaping_by_itself() -> None:
    def engine(language: str) -> str:
        return FORMATS["pdf"].engine(Settings(), replace(document(), language=language)).name

    assert engine("ar") == "weasyprint"
    assert engine("ur-PK") == "weasyprint"
    assert engine("en-GB") == "reportlab"


def test_the_reportlab_engine_refuses_it_in_one_sentence() -> None:
    with pytest.raises(pdf_reportlab.ScriptNotSet) as told:
        pdf_reportlab.compile(document(), STANDARD.theme)
    assert str(told.value).count(".") <= 2
    assert str(told.value)


@pytest.mark.parametrize("name", ["html", "docx", "pdf"])
def test_every_format_reads_back_in_logical_order(name: str) -> None:
    if name == "pdf" and not ctypes.util.find_library("pango-1.0"):
        referee_absent("Pango", "its libraries are not on this machine")
    engine = FORMATS[name].engine(Settings(), document())
    data = engine.stamp(engine.compile(document(), STANDARD.theme), load_brand("house"))
    found = FORMATS[name].read_back(data)
    assert [entry.key() for entry in found] == [entry.key() for entry in outline_of(document())]
    assert Entry("heading", "1. ما هو العمل المشترك؟", level=2) in found
