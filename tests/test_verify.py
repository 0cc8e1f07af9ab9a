"""A good file passes; a file from which something was taken is told by name (issue 2).

Each spoiled file is tried twice: by the rules alone, as a stranger's, and against what it should
say, as a build does.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from functools import cache

import pikepdf
import pytest
from pikepdf import Array, Name

from exporter.brand import Brand
from exporter.compare import same_edition
from exporter.diagnostics import Diagnostic, must_fix
from exporter.outline import Outline, outline_of
from exporter.styles.editions import load_edition
from exporter.verify import RULES, Verified, verify
from exporter.writers import docx, html, pdf_reportlab
from tests import build
from tests.test_parity import BRAND
from tests.unit.readback.pdf_by_hand import elements_of, spoiled

PARTNER = Brand(name="hill", publisher="The Hill Trust", accent="#3a2d6b", second="#8a4b00")
FORMATS = ("pdf", "docx", "html")


@cache
def _expected() -> Outline:
    return outline_of(build.everything())


@cache
def _file(suffix: str, brand: Brand = BRAND) -> bytes:
    document, theme = build.everything(), load_edition("standard").theme
    match suffix:
        case "pdf":
            return pdf_reportlab.stamp(pdf_reportlab.compile(document, theme), brand)
        case "docx":
            return docx.stamp(docx.compile(document, theme), brand)
        case _:
            return html.stamp(html.compile(document, theme), brand)


def _verified(suffix: str, data: bytes, expected: Outline | None = None) -> Verified:
    edition = load_edition("standard")
    return verify(data, suffix, expected=expected, theme=edition.theme, rules=edition.rules)


def _serious(findings: tuple[Diagnostic, ...]) -> list[str]:
    return [str(finding) for finding in findings if must_fix([finding])]


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_good_file_says_the_same_and_breaks_no_rule(suffix: str) -> None:
    verified = _verified(suffix, _file(suffix), _expected())
    assert verified.same
    assert _serious(verified.findings) == []
    assert [e.key() for e in verified.outline or ()] == [e.key() for e in _expected()]


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_file_that_says_something_else_is_not_the_same(suffix: str) -> None:
    other = outline_of(build.document(build.para("Something else.")))
    verified = _verified(suffix, _file(suffix), other)
    assert not verified.same
    assert "words-added" in {finding.code for finding in verified.findings}


@pytest.mark.parametrize("suffix", FORMATS)
def test_a_partners_file_says_what_the_house_file_says(suffix: str) -> None:
    house, other = (_verified(suffix, _file(suffix, brand)).outline for brand in (BRAND, PARTNER))
    assert house
    assert other
    assert same_edition(house, other) == ()


# ---- spoiled PDFs ----


def _first(file: pikepdf.Pdf, role: str, number: int = 0) -> pikepdf.Object:
    return [one for one in elements_of(file) if str(one.S) == f"/{role}"][number]


def _no_language(file: pikepdf.Pdf) -> None:
    del file.Root["/Lang"]


def _no_alt(file: pikepdf.Pdf) -> None:
    figures = (one for one in elements_of(file) if str(one.S) == "/Figure")
    del next(one for one in figures if "Six people" in str(one.get("/Alt", "")))["/Alt"]


def _cell_no_header(file: pikepdf.Pdf) -> None:
    _first(file, "TH", 1).S = Name.TD


def _cell_gone(file: pikepdf.Pdf) -> None:
    row = _first(file, "TR")
    row.K = Array(list(row.K)[:-1])


def _part_heading(file: pikepdf.Pdf) -> pikepdf.Object:
    """The first heading of a part; those of furniture are not told."""
    headings = (one for one in elements_of(file) if str(one.S) == "/H2")
    return next(one for one in headings if str(one.P.S) != "/Furniture")


def _level_lowered(file: pikepdf.Pdf) -> None:
    _part_heading(file).S = Name.H4


def _heading_no_heading(file: pikepdf.Pdf) -> None:
    _part_heading(file).S = Name.P


def _link_elsewhere(file: pikepdf.Pdf) -> None:
    for page in file.pages:
        for annotation in page.get("/Annots", []):
            if "/A" in annotation and "river-trust" in str(annotation.A.get("/URI", "")):
                annotation.A.URI = pikepdf.String("https://example.org/elsewhere")


def _no_tags(file: pikepdf.Pdf) -> None:
    del file.Root["/StructTreeRoot"]


PDF_SPOILT: dict[str, tuple[Callable[[pikepdf.Pdf], object], str, str]] = {
    "language": (_no_language, "pdf-language-missing", ""),
    "alternative text": (_no_alt, "pdf-alt-missing", "figure"),
    "header cell": (_cell_no_header, "pdf-table-header-missing", "header-cell"),
    "cell": (_cell_gone, "pdf-table-rows-uneven", "header-cell"),
    "heading level": (_level_lowered, "pdf-heading-skipped", "level should be 2, but is 4"),
    "heading": (_heading_no_heading, "", "heading of level 2"),
    "link": (_link_elsewhere, "", "https://example.org/elsewhere"),
    "tags": (_no_tags, "pdf-untagged", "heading of level 1"),
}


@pytest.mark.parametrize("what", sorted(PDF_SPOILT))
def test_what_is_taken_from_a_pdf_is_named(what: str) -> None:
    change, code, words = PDF_SPOILT[what]
    _assert_named("pdf", spoiled(_file("pdf"), change), code, words)


def _assert_named(suffix: str, data: bytes, code: str, words: str) -> None:
    """The rules alone give the code; compared with its document, the words are told."""
    alone = {finding.code for finding in _verified(suffix, data).findings}
    compared = _verified(suffix, data, _expected())
    differences = [f.message for f in compared.findings if f.code.startswith("words-")]
    if code:
        assert code in alone
        assert code in {finding.code for finding in compared.findings}
    assert compared.same is not bool(words)
    if words:
        assert any(words in message for message in differences)


def test_a_lost_space_in_the_tagged_text_is_told() -> None:
    def run_together(file: pikepdf.Pdf) -> None:
        for page in file.pages:
            page.contents_coalesce()
            text = page.Contents.read_bytes()
            page.Contents = file.make_stream(
                re.sub(rb" \)\] TJ\n1 0 0 1", rb")] TJ\n1 0 0 1", text)
            )

    verified = _verified("pdf", spoiled(_file("pdf"), run_together), _expected())
    assert not verified.same


# ---- spoiled Word files ----


def _in_word(part: str, pattern: str, replacement: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_file("docx"))) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == part:
                text, count = re.subn(pattern, replacement, data.decode(), count=1)
                assert count == 1, f"{pattern} is not in {part}"
                data = text.encode()
            new.writestr(name, data)
    return buffer.getvalue()


_DOCUMENT = "word/document.xml"
WORD_SPOILT = {
    "language": (
        "word/styles.xml", r'<w:lang w:val="en-GB"[^>]*/>', "", "word-language-missing", ""),
    "alternative text": (
        _DOCUMENT, r'descr="Six people[^"]*"', "", "word-alt-missing", "figure"),
    "header row": (
        _DOCUMENT, r"<w:tblHeader/>", "", "word-table-header-missing", "header-cell"),
    "heading level": (
        _DOCUMENT, r'<w:pStyle w:val="Heading3"/>', '<w:pStyle w:val="Heading5"/>',
        "word-heading-skipped", "level should be 3, but is 5"),
    "word": (_DOCUMENT, "Nothing is settled", "Nothing is certain", "", "Nothing is certain"),
}  # fmt: skip


@pytest.mark.parametrize("what", sorted(WORD_SPOILT))
def test_what_is_taken_from_a_word_file_is_named(what: str) -> None:
    part, pattern, replacement, code, words = WORD_SPOILT[what]
    _assert_named("docx", _in_word(part, pattern, replacement), code, words)


# ---- spoiled web pages ----

HTML_SPOILT = {
    "language": (r'<html([^>]*) lang="en-GB"', r"<html\1", "html-language-missing", ""),
    "alternative text": (
        r'alt="Six people[^"]*"', "", "html-picture-alternative-missing", "figure"),
    "header cell": (
        r"<th[^>]* scope=\"?col\"?[^>]*>(.*?)</th>", r"<td>\1</td>", "", "header-cell"),
    "heading level": (
        r"<h2( id=\"one\")>(.*?)</h2>", r"<h4\1>\2</h4>",
        "html-heading-skipped", "level should be 2, but is 4"),
}  # fmt: skip


@pytest.mark.parametrize("what", sorted(HTML_SPOILT))
def test_what_is_taken_from_a_web_page_is_named(what: str) -> None:
    pattern, replacement, code, words = HTML_SPOILT[what]
    text, count = re.subn(pattern, replacement, _file("html").decode(), count=1, flags=re.DOTALL)
    assert count == 1
    _assert_named("html", text.encode(), code, words)


# ---- strangers' files ----


@pytest.mark.parametrize("suffix", [*FORMATS, ".PDF", "htm"])
def test_nonsense_is_told_in_a_sentence_and_is_no_fault(suffix: str) -> None:
    verified = verify(b"\x00\x01 nonsense", suffix)
    assert all(finding.message.endswith(".") for finding in verified.findings)
    assert verified.outline is None or verified.outline != ()


def test_a_format_that_nobody_reads_is_told() -> None:
    verified = verify(b"", "odt")
    assert verified.outline is None
    assert [finding.code for finding in verified.findings] == ["format-unknown"]


def test_an_unreadable_pdf_is_told_once() -> None:
    verified = verify(b"%PDF-1.7 and no more", "pdf")
    assert [finding.code for finding in verified.findings] == ["file-unreadable"]
    assert not verified.same


def test_an_unreadable_word_file_is_told_once() -> None:
    (finding,) = verify(b"PK no zip", "docx").findings
    assert finding.code == "word-unreadable"


def test_a_stranger_s_untagged_pdf_is_read_and_judged() -> None:
    def untag(file: pikepdf.Pdf) -> None:
        del file.Root["/StructTreeRoot"]

    verified = verify(spoiled(_file("pdf"), untag), "pdf")
    assert verified.outline
    assert verified.same
    assert "pdf-untagged" in {finding.code for finding in verified.findings}


def test_every_code_of_this_module_is_explained() -> None:
    assert set(RULES) == {"file-unreadable", "format-unknown"}
