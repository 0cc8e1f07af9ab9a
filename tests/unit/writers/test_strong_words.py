"""Strong words look strong: they are set in bold letters, and not only marked so."""

from __future__ import annotations

import pytest

from exporter.file_rules.pdf.measure import measure
from exporter.model import (
    Box,
    Definition,
    Definitions,
    Document,
    Foreign,
    Item,
    Link,
    List,
    Stress,
    Strong,
    Term,
    Text,
)
from exporter.outline import Entry, outline_of
from exporter.pdf_file.tree import read_tree
from exporter.readback import docx as docx_reader
from exporter.styles.editions import load_edition
from exporter.writers import docx, pdf_reportlab
from tests import build
from tests.test_parity import BRAND
from tests.unit.writers.docx.opened import Opened
from tests.unit.writers.weasyprint.opened import build as by_weasyprint

LINK = Link(build.words("a link"), "https://example.org/")
WELSH = Foreign(build.words("cydgynhyrchu"), "cy")
BOLD = (
    Strong((Text("strong "), LINK, Text(" words"))),
    Stress(build.words("stressed words")),
    Term(build.words("a glossary word")),
    Strong((WELSH,)),
)


def _document() -> Document:
    spaced = [piece for one in BOLD for piece in (Text(" and "), one)]
    line = build.para("Plain words", *spaced, Text(" to end."))
    return build.document(
        line,
        List("number", (Item((line,)),)),
        Box("note", "Please note", (line,)),
        Definitions((Definition((Text("Plain "), BOLD[0]), (line,)),)),
    )


def _letters(data: bytes) -> tuple[set[str], set[str]]:
    """The typefaces of strong words, and those of the words of paragraphs around them."""
    faces = {
        (page.number, run.mark): run.font for page in measure(data) for run in page.runs
        if not run.artifact
    }  # fmt: skip
    strong, plain = set(), set()
    for node in read_tree(data).every_node():
        if node.own in ("Strong", "Em"):
            strong |= {faces[mark] for mark in node.all_marks() if mark in faces}
        elif (
            node.role == "P"
            and node.own == "P"
            and any(kid.own == "Strong" for kid in node.nodes())
        ):
            plain |= {faces[mark] for mark in node.marks() if mark in faces}
    return strong, plain


@pytest.mark.parametrize("edition", ["standard", "giant-print"])
def test_pdf_sets_strong_words_in_its_bold_typeface_and_no_others(edition: str) -> None:
    theme = load_edition(edition).theme
    data = pdf_reportlab.stamp(pdf_reportlab.compile(_document(), theme), BRAND)
    strong, plain = _letters(data)
    assert {face.rpartition("-")[2] for face in strong} == {"Bold"}
    assert {face.rpartition("-")[2] for face in plain} == {"Regular"}


def test_the_weasyprint_engine_sets_strong_words_in_its_bold_typeface_too() -> None:
    strong, plain = _letters(by_weasyprint(_document()))
    assert {face.rpartition("-")[2] for face in strong} == {"Bold"}
    assert strong & plain == set()


def test_in_word_strong_words_in_a_bold_paragraph_keep_their_mark_and_stay_bold() -> None:
    """Bold is a toggle in styles: within a bold one it would be plain (ISO 29500-1, 17.7.3)."""
    document = build.document(
        Definitions(
            (Definition((Text("Plain "), Strong(build.words("bold"))), (build.para("M."),)),)
        )
    )
    data = docx.stamp(docx.compile(document, load_edition("standard").theme), BRAND)
    text = Opened(data).text("word/document.xml")
    assert (
        '<w:rPr><w:rStyle w:val="Strong"/><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">bold'
        in text
    )
    assert Entry("strong", "bold") in docx_reader.read_back(data)
    assert Entry("strong", "bold") in outline_of(document)
