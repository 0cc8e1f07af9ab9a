"""Signs of leaflets are drawn in every format, have words for who listens, and are read back."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from exporter import fonts
from exporter.adapt import adapt
from exporter.cli import main
from exporter.languages import signs
from exporter.languages.unseen import UNSEEN, seen
from exporter.load import load
from exporter.model import Abbreviation, Document, Text
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from exporter.walk import inlines_of
from exporter.writers.pdf_reportlab.lettering import face
from tests import build
from tests.test_parity import WRITERS, _assert_same, _writer
from tests.unit.load.folders import write

EVERYDAY = (
    "☎ ✉ ⚠ ★ ☆ ♿ ✓ ✔ ✗ ✘ ☑ ☐ ☒ ☹ ☺ 😀 ❤ → ← ↑ ↓ ► ▶ • ■ ● ½ ⅓ £ € © ® ™ № 20° ℹ ☞ ♥ 📞 🏠 👍"
)
FORMED = "✉\ufe0f ⚠\ufe0f ❤\ufe0f 👍\U0001f3fd 👩\u200d🦽 co\u00adoperation a\u200bb c\u2060d"


def _document() -> Document:
    return build.document(
        build.para(EVERYDAY),
        build.para(f"☎01632 960123, (✉) and “★”: {FORMED}"),
        build.para("Ring ", Abbreviation("☎", "phone"), Text(" today.")),
    )


@pytest.mark.parametrize("name", WRITERS)
def test_every_sign_is_read_back_as_itself(name: str) -> None:
    _assert_same(_document(), "standard", name)


def test_every_sign_is_in_a_typeface_that_we_bring() -> None:
    families = fonts.at_hand(shaped=False)
    assert fonts.lacking(EVERYDAY + FORMED, families) == ""
    assert fonts.lacking("☎01632 (♿)★", families) == ""
    assert fonts.lacking("a 𓀀☎ b", families) == "𓀀"


def test_a_sign_parts_no_word_of_letters() -> None:
    found = [(run.family, run.text) for run in fonts.runs("Ring ☎01632 now", "Arimo")]
    assert found == [("Arimo", "Ring "), ("Exporter Signs", "☎"), ("Arimo", "01632 now")]


def test_what_shows_nothing_needs_no_typeface() -> None:
    for sign in sorted(UNSEEN):
        assert fonts.lacking(f"a{sign}b", fonts.FAMILIES) == ""
        assert seen(f"a{sign}b") == "ab"


@pytest.mark.parametrize("name", ["pdf_reportlab", "pdf_weasyprint"])
def test_a_pdf_draws_each_sign_with_a_typeface_of_ours(name: str) -> None:
    data = _writer(name)(_document(), load_edition("standard").theme)
    with pikepdf.open(io.BytesIO(data)) as file:
        named = {
            str(font.BaseFont).partition("+")[2].replace("-", "").replace(" ", "")
            for page in file.pages
            for font in page.Resources.get("/Font", {}).values()
        }
    ours = tuple(family.replace(" ", "") for family in (*fonts.FAMILIES, *fonts.SIGNS))
    assert all(one.startswith(ours) for one in named), named
    assert {"ExporterSigns", "ExporterEmoji"} <= {one[:13] for one in named}
    told = "".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    assert set(EVERYDAY) - set(told) <= {" "}


@pytest.mark.parametrize("family", [*fonts.FAMILIES, *fonts.SIGNS])
def test_a_cut_font_has_the_widths_that_a_pdf_says(family: str) -> None:
    """ISO 14289-1, 7.21.5. In Noto Emoji all glyphs share one width, which is told once."""
    ours = face(family, "regular")
    letters = [ord(sign) for sign in "Ring☎⚠😀👩👍" if ours.has(sign)]
    with TTFont(io.BytesIO(ours.ttf.makeSubset(letters))) as cut:
        unit, metrics = cut["head"].unitsPerEm, cut["hmtx"]
        widths = [round(1000 * metrics[name][0] / unit) for name in cut.getGlyphOrder()[1:]]
    # parts of composed letters stand behind them
    assert widths[: len(letters)] == [round(ours.widths[letter]) for letter in letters]


def test_no_sign_is_an_empty_box() -> None:
    """Each is drawn alone, and looks like none of the others: the box for “missing” is one."""
    data = _writer("pdf_reportlab")(
        build.document(*(build.para(sign) for sign in EVERYDAY.split())),
        load_edition("standard").theme,
    )
    looks = []
    with pdfium.PdfDocument(data) as document:
        for page in document:
            shown = page.render(scale=2).to_pil().convert("L")
            for thing in page.get_objects(filter=(pdfium.raw.FPDF_PAGEOBJ_TEXT,)):
                left, bottom, right, top = (2 * edge for edge in thing.get_bounds())
                box = (
                    int(left),
                    int(shown.height - top),
                    int(right) + 1,
                    int(shown.height - bottom) + 1,
                )
                looks.append((box[2] - box[0], shown.crop(box).tobytes()))
    assert len(looks) > len(EVERYDAY.split())
    assert max(map(looks.count, looks)) <= 4  # a footer has the same letters on each page


def _guide(tmp_path: Path, body: str, language: str = "en-GB") -> Document:
    text = f"heading: Start here\npicture: none\nbody: |\n  {body}\n"
    title = f"title: A small guide\nlanguage: {language}\nsections: [start]\n"
    folder = write(tmp_path, {"sections/start.yaml": text, "document.yaml": title})
    return adapt(load(folder), load_edition("standard"), load_words("en-GB"))


def _heard(document: Document) -> list[tuple[str, str]]:
    return [
        (inline.text, inline.expansion)
        for block in document.sections[0].blocks
        for inline in inlines_of(block)
        if isinstance(inline, Abbreviation)
    ]


def test_signs_have_words_for_those_who_listen(tmp_path: Path) -> None:
    document = _guide(tmp_path, "Ring ☎ or **✉\ufe0f us**, [مرحبا ☎]{lang=ar} → 👩🏽\u200d🦽 ■ £5.")
    assert _heard(document) == [
        ("☎", "phone"),
        ("✉", "email or letter"),
        ("→", "right arrow"),
        ("👩🏽\u200d🦽", "woman, manual wheelchair"),
    ]


def test_in_another_language_signs_are_left_to_the_screen_reader(tmp_path: Path) -> None:
    assert _heard(_guide(tmp_path, "Ffoniwch ☎ ni.", "cy")) == []


def test_a_web_page_and_a_pdf_say_the_words_of_a_sign() -> None:
    theme = load_edition("standard").theme
    page = _writer("html")(_document(), theme).decode()
    assert '<span role="img" aria-label="phone">☎</span>' in page
    with pikepdf.open(io.BytesIO(_writer("pdf_reportlab")(_document(), theme))) as file:
        expansions = [
            str(one.E)
            for one in file.objects
            if isinstance(one, pikepdf.Dictionary) and "/E" in one
        ]
    assert "phone" in expansions


def test_word_and_the_web_bring_the_signs_along() -> None:
    theme = load_edition("standard").theme
    page = _writer("html")(_document(), theme).decode()
    assert page.count('@font-face{font-family:"Exporter ') == 2
    assert '--family:"Atkinson Hyperlegible","Exporter Signs","Exporter Emoji"' in page
    with zipfile.ZipFile(io.BytesIO(_writer("docx")(_document(), theme))) as files:
        text = files.read("word/document.xml").decode()
        table = files.read("word/fontTable.xml").decode()
    assert re.search(r'<w:rFonts w:ascii="Exporter Signs"[^>]*/></w:rPr><w:t[^>]*>☎</w:t>', text)
    assert table.count("<w:embedRegular") == 2
    with zipfile.ZipFile(io.BytesIO(_writer("epub")(_document(), theme))) as files:
        assert "EPUB/typefaces/exporter-signs.woff2" in files.namelist()


def test_a_document_without_signs_brings_none() -> None:
    plain = build.document(build.para("Words – “quoted”, £5, 20 °C."))
    page = _writer("html")(plain, load_edition("standard").theme).decode()
    assert "Exporter Signs" not in page


def test_every_sign_that_has_words_is_one_sign() -> None:
    for sign, words in signs._EVERYDAY.items():
        assert signs.is_sign(sign)
        assert signs.called(sign) == words
    assert not signs.is_sign("☎ 1")
    assert signs.parted("5 ☎☎ x", "en") == ["5 ", "☎", "", "☎", " x"]


def test_what_no_typeface_has_is_one_finding_and_stops_every_format_alike(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "heading: Start here\npicture: none\nbody: |\n  Words.\n\n  See 𓀀 and 🇬🇧.\n"
    write(tmp_path / "sources" / "g", {"sections/start.yaml": text})
    places = ("--sources", str(tmp_path / "sources"), "--output", str(tmp_path / "out"))
    asked = ("--edition", "standard", "--format", "pdf,docx,html,epub")
    assert main(["build", "g", *asked, *places, "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    told = [one for one in report["findings"] if one["severity"] == "must fix"]
    assert [(one["rule"], one["line"]) for one in told] == [("glyph-missing", 6)]
    assert "regional indicator symbol letter g" in told[0]["message"]
    assert not [one for one in (tmp_path / "out").rglob("g-standard.*") if one.is_file()]
