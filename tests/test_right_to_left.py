"""A document from right to left goes to the engine that can set it, and reads back in order."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from exporter import fonts
from exporter.adapt import adapt
from exporter.formats import FORMATS, Settings
from exporter.load import load
from exporter.model import (
    Box,
    Cell,
    Definition,
    Definitions,
    Document,
    Foreign,
    Furniture,
    Item,
    List,
    Paragraph,
    Quote,
    Records,
    Section,
    Strong,
    Table,
    Text,
)
from exporter.outline import Entry, outline_of
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from exporter.writers import pdf_reportlab, pdf_weasyprint
from tests import build
from tests.conftest import needs_pango, referee_absent

FOLDER = Path(__file__).parent / "documents/sources/nashra"
STANDARD = load_edition("standard")


def document() -> Document:
    source = load(FOLDER)
    return adapt(source, STANDARD, load_words(source.language))


def test_the_document_is_known_to_run_from_right_to_left() -> None:
    assert document().right_to_left


def engine(of: Document) -> str:
    return FORMATS["pdf"].engine(Settings(), of).name


def test_letters_that_join_go_to_the_engine_with_shaping_by_themselves() -> None:
    assert engine(document()) == "weasyprint"
    assert engine(build.document(build.para("Hello. Łódź, Αθήνα."))) == "reportlab"


@pytest.mark.parametrize(
    "where",
    [
        {"title": "Hello, مرحبا"},
        {"subtitle": "नमस्ते"},
        {"cover_lines": ("שלום",)},
        {"sections": (Section(anchor="a", heading="مرحبا", level=2),)},
        {"end": (Furniture("Credits", (build.para("مرحبا"),)),)},
    ],
)
def test_the_letters_choose_the_engine_wherever_they_stand(where: dict[str, Any]) -> None:
    assert engine(replace(build.document(build.para("Hello.")), **where)) == "weasyprint"


def test_every_kind_of_block_may_hold_letters_that_join() -> None:
    kinds = [
        Paragraph((Strong((Foreign((Text("مرحبا"),), "ar"),)),)),
        List("bullet", (Item((build.para("One."), build.para("مرحبا"))),)),
        Quote(((Text("One."),),), (Text("مرحبا"),)),
        Definitions((Definition((Text("مرحبا"),), (build.para("One."),)),)),
        Box("note", "مرحبا", (build.para("One."),)),
        Table(("", "مرحبا"), (), False, (0.5, 0.5)),
        Table((), ((Cell((build.para("مرحبا"),)),),), False, (1.0,)),
        Records((), label="مرحبا"),
        Furniture("مرحبا", ()),
    ]
    for block in kinds:
        assert engine(build.document(block)) == "weasyprint", block


def test_a_language_from_right_to_left_in_latin_letters_needs_no_other_engine() -> None:
    latin = replace(build.document(build.para("Aap kaise hain?")), language="ur")
    assert engine(latin) == "reportlab"


def test_the_reportlab_engine_refuses_it_in_one_sentence() -> None:
    with pytest.raises(pdf_reportlab.ScriptNotSet) as told:
        pdf_reportlab.compile(document(), STANDARD.theme)
    assert str(told.value).count(".") <= 2
    assert str(told.value)


@pytest.mark.parametrize("name", ["html", "docx", "pdf"])
def test_every_format_reads_back_in_logical_order(name: str) -> None:
    if name == "pdf":
        needs_pango()
    engine = FORMATS[name].engine(Settings(), document())
    data = engine.stamp(engine.compile(document(), STANDARD.theme), load_brand("house"))
    found = FORMATS[name].read_back(data)
    assert [entry.key() for entry in found] == [entry.key() for entry in outline_of(document())]
    assert Entry("heading", "1. ما هو العمل المشترك؟", level=2) in found


def test_readers_that_know_no_structure_find_the_words_in_their_order(tmp_path: Path) -> None:
    """poppler, and pdfium, which is in browsers, go by the places of the letters."""
    needs_pango()
    made = FORMATS["pdf"].engine(Settings(), document())
    data = made.stamp(made.compile(document(), STANDARD.theme), load_brand("house"))
    pages = pypdfium2.PdfDocument(data)
    copied = "".join(page.get_textpage().get_text_range() for page in pages)
    assert "ما هو العمل" in copied
    if shutil.which("pdftotext") is None:
        referee_absent("pdftotext", "poppler is not on this machine")
    (tmp_path / "a.pdf").write_bytes(data)
    asked = subprocess.run(
        ["pdftotext", str(tmp_path / "a.pdf"), "-"], capture_output=True, text=True, check=True
    )
    found = re.sub("[\u200b-\u200f\u202a-\u202e]", "", asked.stdout)
    for words in (
        "ما هو العمل المشترك؟",
        "واحد منهم صوت",
        "نتقاسم القرار.",
    ):
        assert words in found


def test_each_page_is_made_of_what_a_page_may_be_made_of() -> None:
    """Two numbers without a space between them are none: "0-2.06" (ISO 32000-1 7.3.3)."""
    needs_pango()
    made = FORMATS["pdf"].engine(Settings(), document())
    data = made.stamp(made.compile(document(), STANDARD.theme), load_brand("house"))
    with pikepdf.open(io.BytesIO(data)) as file:
        drawn = [len(pikepdf.parse_content_stream(page)) for page in file.pages]
    assert len(drawn) > 2
    assert min(drawn) > 50


def test_urdu_comes_in_nastaliq_with_room_for_its_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "is_nastaliq", lambda language: language == "ur")
    urdu = FORMATS["pdf"].engine(Settings(), document()).compile
    page = urdu(replace(document(), language="ur"), STANDARD.theme).data.decode()
    assert "--pitch:2.2" in page.replace(" ", "")
    assert fonts.other_scripts("ur")[0] == "Noto Nastaliq Urdu"
    arabic = urdu(document(), STANDARD.theme).data.decode().replace(" ", "")
    assert f"--pitch:{STANDARD.theme.pitch:g}" in arabic
    assert fonts.other_scripts("ar")[0] == "Noto Sans Arabic"


def test_on_the_web_and_in_word_urdu_is_in_the_nastaliq_that_readers_have() -> None:
    """Where they have none, they read what their machine shows: no file of ours can tell."""
    sheets = {}
    for language in ("ur", "ar"):
        made = replace(document(), language=language)
        theme = STANDARD.theme
        page = FORMATS["html"].engine(Settings(), made).compile(made, theme).data.decode()
        engine = FORMATS["epub"].engine(Settings(), made)
        book = engine.stamp(engine.compile(made, theme), load_brand("house"))
        sheets[language] = [page, part_of(book, "book.css")]
        engine = FORMATS["docx"].engine(Settings(), made)
        word = engine.stamp(engine.compile(made, theme), load_brand("house"))
        named = re.findall('<a:cs typeface="([^"]+)"', part_of(word, "theme1.xml"))
        assert named == ["Urdu Typesetting" if language == "ur" else "Arial"] * 2
    for sheet in sheets["ur"]:
        assert "--pitch:2.2" in sheet.replace(" ", "")
        assert '"Urdu Typesetting","Noto Nastaliq Urdu"' in sheet
        assert "line-height:2.2!important" in sheet
    for sheet in sheets["ar"]:
        assert "2.2!important" not in sheet
        assert "Nastaliq" not in sheet


def part_of(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return file.read(next(one for one in file.namelist() if one.endswith(name))).decode()


def test_marks_at_the_edge_stand_where_a_book_bound_at_the_right_opens() -> None:
    needs_pango()
    parts = tuple(
        Section(anchor=f"part-{n}", heading="مرحبا", level=2, blocks=(build.para("مرحبا"),))
        for n in range(6)
    )
    booklet = replace(document(), sections=parts, contents=())
    assert _first_mark(booklet) == "right"
    assert _first_mark(replace(booklet, language="en-GB", right_to_left=False)) == "left"


def _first_mark(of: Document) -> str:
    """At which edge the first page with a part has its marks."""
    engine = pdf_weasyprint
    data = engine.stamp(engine.compile(of, STANDARD.theme), load_brand("house"))
    for page in pypdfium2.PdfDocument(data):
        middle = page.get_width() / 2
        at_edge = [
            one.get_bounds()
            for one in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])
            if one.get_bounds()[0] <= 0.5 or one.get_bounds()[2] >= page.get_width() - 0.5
        ]
        small = [one for one in at_edge if one[2] - one[0] < 60]
        if small:
            return "left" if small[0][0] < middle else "right"
    return ""
