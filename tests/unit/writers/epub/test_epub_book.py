"""What stands in the e-book, what it says about itself, and what a brand may change of it."""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from PIL import Image

from exporter.model import Document, Link, NoteMark, Paragraph, PictureRow, Section, Text
from exporter.styles.editions import load_edition
from exporter.web_page.markup import Html
from exporter.writers import epub, pdf_reportlab
from exporter.writers.html.inlines import InlineWriter, Setting
from exporter.writers.html.page_marks import PageMarks
from tests.build import NOTES, SVG, document, everything, para, picture, words
from tests.strategies import documents
from tests.test_parity import BRAND
from tests.unit.writers.epub.opened import (
    DC,
    LANGUAGE,
    OPF,
    OPS,
    X,
    book,
    good,
    links,
    marks,
    parts,
    said,
    spine,
    tree,
)

EXAMPLES = int(os.environ.get("EXPORTER_EXAMPLES", "6"))
LONG = tuple(
    Section(
        anchor=f"part-{part}",
        heading=f"Part {part}",
        level=2,
        blocks=tuple(
            para(" ".join(f"word{part}x{n}x{w}" for w in range(150 + 37 * n))) for n in range(6)
        ),
    )
    for part in range(1, 4)
)


def test_the_kind_of_file_comes_first_and_unpacked() -> None:
    data = good()
    assert data[30:58] == b"mimetypeapplication/epub+zip"


@pytest.mark.parametrize("edition", ["standard", "easy-read"])
def test_every_file_of_the_book_is_well_formed(edition: str) -> None:
    for name, data in parts(good(edition)).items():
        if name.endswith((".xhtml", ".opf", ".xml", ".svg")):
            etree.fromstring(data)


def test_each_part_is_a_file_of_its_own_between_cover_and_end() -> None:
    expected = ["cover.xhtml", "nav.xhtml", "part-1.xhtml", "part-2.xhtml", "end.xhtml"]
    assert spine(good()) == expected


def test_a_link_to_another_part_names_its_file() -> None:
    targets = [one.get("href") for one in tree(good(), "part-1.xhtml").iter(f"{X}a")]
    assert "part-2.xhtml#two" in targets
    assert "#note-1" in targets


def test_a_note_leads_there_and_back() -> None:
    part = tree(good(), "part-1.xhtml")
    by_role = {one.get("role"): one for one in part.iter(f"{X}a") if one.get("role")}
    there, back = by_role["doc-noteref"], by_role["doc-backlink"]
    names = {one.get("id") for one in part.iter() if one.get("id")}
    assert there.get("href") == "#note-1"
    assert back.get("href") == f"#{there.get('id')}"
    assert {"note-1", there.get("id")} <= names


def test_the_table_of_contents_has_every_heading_in_its_level() -> None:
    found = links(good(), "toc")
    assert found == [
        ("part-1.xhtml#one", "1. First part"),
        ("part-1.xhtml#inner", "Inner part"),
        ("part-2.xhtml#two", "2. More"),
    ]
    inner = tree(good(), "nav.xhtml").findall(f".//{X}ol/{X}li/{X}ol/{X}li/{X}a")
    assert [one.text for one in inner] == ["Inner part"]


def test_what_is_deeper_than_the_contents_of_the_edition_is_for_reading_apps_only() -> None:
    shallow = replace(everything(), contents=everything().contents[::2])
    nested = tree(book(shallow), "nav.xhtml").find(f".//{X}li/{X}ol")
    assert nested is not None
    assert nested.get("hidden") is not None


def test_a_document_without_contents_keeps_its_navigation_out_of_the_text() -> None:
    data = book(replace(everything(), contents=()))
    assert spine(data) == ["cover.xhtml", "part-1.xhtml", "part-2.xhtml", "end.xhtml"]
    assert [href for href, _ in links(data, "landmarks")] == ["cover.xhtml", "part-1.xhtml"]
    assert len(links(data, "toc")) == 3


def test_the_book_says_only_what_is_true_of_its_pictures() -> None:
    assert said(good(), "schema:accessMode") == ["textual", "visual"]
    assert "alternativeText" in said(good(), "schema:accessibilityFeature")
    plain = book(document(para("Words.")))
    assert said(plain, "schema:accessMode") == ["textual"]
    assert "alternativeText" not in said(plain, "schema:accessibilityFeature")
    assert "picture" not in said(plain, "schema:accessibilitySummary")[0]
    branded = book(document(para("Words.")), brand=replace(BRAND, logo=picture()))
    assert sorted(said(branded, "schema:accessMode")) == ["textual", "visual"]
    both = book(everything(), brand=replace(BRAND, logo=picture()))
    assert said(both, "schema:accessMode") == ["textual", "visual"]
    decorated = book(replace(document(para("Words.")), cover=picture(alt="")))
    assert said(decorated, "schema:accessMode") == ["textual", "visual"]
    assert "alternativeText" not in said(decorated, "schema:accessibilityFeature")


def test_no_conformance_is_claimed() -> None:
    package = parts(good())["EPUB/package.opf"]
    assert b"conformsTo" not in package
    assert b"certified" in package
    assert "No person has certified" in said(good(), "schema:accessibilitySummary")[0]


@pytest.mark.parametrize(
    ("date", "modified"),
    [
        ("2026-11-22", "2026-11-22T00:00:00Z"),
        ("2026-11", "2026-11-01T00:00:00Z"),
        ("2026", "2026-01-01T00:00:00Z"),
        ("", "1980-01-01T00:00:00Z"),
    ],
)
def test_the_book_was_changed_when_its_source_says_so(date: str, modified: str) -> None:
    assert said(book(replace(everything(), date=date)), "dcterms:modified") == [modified]


def _identifier(data: bytes) -> str:
    return tree(data, "package.opf").findtext(f".//{DC}identifier") or ""


def test_the_identifier_is_the_same_for_the_same_book_and_another_for_any_other() -> None:
    one = _identifier(good())
    others = [
        book(replace(everything(), version="1.1")),
        book(replace(everything(), edition="large-print")),
        book(replace(everything(), name="other")),
        book(everything(), brand=replace(BRAND, name="partner")),
    ]
    assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", one)
    assert _identifier(book(everything())) == one
    assert len({one, *map(_identifier, others)}) == 5


def test_the_same_document_gives_the_same_bytes() -> None:
    assert book(everything()) == book(everything())


def test_two_editions_are_told_apart_on_the_shelf() -> None:
    assert tree(good(), "package.opf").findtext(f".//{DC}title") == "A small sample"
    easy = tree(good("easy-read"), "package.opf")
    assert easy.findtext(f".//{DC}title") == "A small sample (Easy read)"


def test_a_foreign_word_has_its_language_in_both_ways() -> None:
    text = parts(good())["EPUB/part-1.xhtml"].decode()
    assert '<span lang="cy" xml:lang="cy">cydgynhyrchu</span>' in text


def test_the_programs_own_words_say_their_language_where_it_is_not_that_of_the_book() -> None:
    data = book(replace(everything(), language="cy"))
    nav, package = tree(data, "nav.xhtml"), tree(data, "package.opf")
    ours = [*nav.iter(f"{X}h2"), *nav.iterfind(f".//{X}a[@{OPS}type]"), *nav.iter(f"{X}title")]
    assert len(ours) == 7
    assert {one.get("lang") for one in ours} == {"en-GB"}
    said_in_words = [one for one in package.iter(f"{OPF}meta") if " " in (one.text or "")]
    assert {one.get(LANGUAGE) for one in said_in_words} == {"en-GB"}
    assert len(said_in_words) == 2
    marked = [one for one in tree(good(), "nav.xhtml").iter() if one.get("lang")]
    assert [one.tag for one in marked] == [f"{X}html"]


def test_pictures_are_in_the_book_once_and_say_their_words() -> None:
    data = good()
    pictures = [name for name in parts(data) if name.startswith("EPUB/pictures/")]
    assert len(pictures) == len(set(pictures))
    shown = [one for name in spine(data) for one in tree(data, name).iter(f"{X}img")]
    assert {f"EPUB/{one.get('src')}" for one in shown} <= set(pictures)
    assert all(one.get("alt") is not None for one in shown)


def test_pictures_of_one_name_and_two_contents_are_two_files() -> None:
    other = replace(picture("cover"), data=SVG.replace(b"120", b"121"), alt="Another")
    sections = everything().sections
    first = replace(sections[0], picture=other)
    data = book(replace(everything(), sections=(first, sections[1])))
    assert {"EPUB/pictures/cover.svg", "EPUB/pictures/cover-2.svg"} <= parts(data).keys()


def _shelf(data: bytes) -> Image.Image:
    with Image.open(io.BytesIO(parts(data)["EPUB/shelf.png"])) as picture:
        return picture.convert("L")


def test_a_picture_of_the_book_is_there_for_the_shelf() -> None:
    package = parts(good())["EPUB/package.opf"].decode()
    assert 'href="shelf.png" media-type="image/png" properties="cover-image"' in package
    assert _shelf(good()).size == (750, 1000)
    titles = _shelf(good()).crop((60, 50, 700, 160))
    assert len(set(titles.tobytes())) > 10  # letters


@pytest.mark.parametrize("title", ["A", "Words " * 60, "Donaudampfschifffahrtsgesellschaft" * 3])
def test_titles_of_any_length_fit_the_picture_of_the_book(title: str) -> None:
    bare = replace(document(para("Words.")), title=title.strip())
    foot = _shelf(book(bare)).crop((0, 950, 750, 1000))
    assert set(foot.tobytes()) == {255}


def test_a_title_that_must_be_shaped_is_left_to_the_reading_app() -> None:
    plain = replace(document(para("Words.")), title="نشرة", language="ar")
    assert "EPUB/shelf.png" not in parts(book(plain))
    assert "EPUB/shelf.png" in parts(book(replace(plain, cover=picture())))


# ---- pages ------------------------------------------------------------------------------------


def _long() -> Document:
    return replace(everything(), sections=LONG, contents=())


def test_every_page_of_the_pdf_begins_in_the_book_with_the_same_words() -> None:
    made, theme = _long(), load_edition("standard").theme
    data = book(made)
    text = "".join(parts(data)[f"EPUB/{name}"].decode() for name in spine(data))
    pdf = pypdfium2.PdfDocument(pdf_reportlab.stamp(pdf_reportlab.compile(made, theme), BRAND))
    for number in range(2, len(pdf)):
        printed = re.findall(r"word\d+x\d+x\d+", pdf[number - 1].get_textpage().get_text_range())
        after = text.split(f'id="page.{number}"')[1]
        assert re.findall(r"word\d+x\d+x\d+", after)[0] == printed[0], number
    assert len(pdf) > 4


def test_a_page_that_begins_inside_a_paragraph_has_its_mark_before_that_word() -> None:
    text = parts(book(_long()))["EPUB/part-1.xhtml"].decode()
    assert re.search(r"word1x\dx\d+ <span [^>]*doc-pagebreak[^>]*></span>word1x\dx\d+ ", text)


def test_a_page_that_begins_with_a_link_is_marked_before_it() -> None:
    link = Link(words("one two three"), "https://example.org/")
    inlines = (Text("before "), link, Text(" after it"))

    def written(letters: int) -> str:
        marks = PageMarks()
        marks.add(inlines, letters, Html("|"))
        made = InlineWriter(Setting(everything().words, "en-GB", "book", pages=marks)).write(
            inlines
        )
        return re.sub("<[^>]*>", "", made)

    assert written(0) == "|before one two three after it"
    assert written(6) == "before |one two three after it"
    assert written(9) == "before one two three |after it"
    assert written(99) == "before one two three after it|"


def test_any_document_has_a_mark_and_an_entry_for_each_page_of_its_pdf() -> None:
    theme = load_edition("standard").theme

    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=True, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(documents())
    def any_document(made: Document) -> None:
        pages = len(pypdfium2.PdfDocument(pdf_reportlab.stamp(_compiled(made), BRAND)))
        data = book(made)
        names = [f"page.{number}" for number in range(1, pages + 1)]
        assert marks(data) == names
        assert [href.split("#")[1] for href, _ in links(data, "page-list")] == names

    def _compiled(made: Document) -> pdf_reportlab.Template:
        return pdf_reportlab.compile(made, theme)

    any_document()


def test_a_book_whose_pdf_has_another_engine_claims_no_pages() -> None:
    data = book(replace(everything(), language="ar", title="نشرة"))
    assert marks(data) == []
    assert not {"pageNavigation", "pageBreakMarkers"} & set(
        said(data, "schema:accessibilityFeature")
    )
    assert said(data, "pageBreakSource") == []
    package = parts(data)["EPUB/package.opf"].decode()
    assert 'page-progression-direction="rtl"' in package
    assert tree(data, "part-1.xhtml").get("dir") == "rtl"


# ---- brands -----------------------------------------------------------------------------------

EVIL = '"><script>alert(1)</script><!--slot:identifier-->&amp;'


def _changed(one: bytes, other: bytes) -> Iterator[str]:
    first, second = parts(one), parts(other)
    yield from (name for name in first | second if first.get(name) != second.get(name))


def test_another_brand_changes_only_the_files_that_are_its_own() -> None:
    partner = replace(
        BRAND, name="partner", publisher="Other", accent="#123456", logo=picture("l", "Logo")
    )
    template = epub.compile(everything(), load_edition("standard").theme)
    changed = set(_changed(epub.stamp(template, BRAND), epub.stamp(template, partner)))
    assert changed == {
        "EPUB/package.opf", "EPUB/cover.xhtml", "EPUB/end.xhtml", "EPUB/brand.css",
        "EPUB/pictures/brand-logo.svg",
    }  # fmt: skip


def test_the_words_of_a_brand_cannot_become_markup() -> None:
    brand = replace(BRAND, publisher=EVIL, cover_line=EVIL, legal_line=EVIL)
    data = book(everything(), brand=brand)
    for name in ("package.opf", "cover.xhtml", "end.xhtml"):
        assert tree(data, name).find(f".//{X}script") is None
    package = tree(data, "package.opf")
    assert package.findtext(f".//{DC}publisher") == EVIL
    assert _identifier(data).startswith("urn:uuid:")


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    data = book(document(Paragraph((Text("a\x0cb\x07c"),))))
    assert "abc" in "".join(tree(data, "part-1.xhtml").itertext())


def test_a_note_that_is_cited_twice_has_two_marks_with_names_of_their_own() -> None:
    twice = Paragraph((Text("a"), NoteMark("note-1", 1), Text("b"), NoteMark("note-1", 1)))
    sections = (replace(document(twice).sections[0], notes=NOTES),)
    part = tree(book(replace(document(twice), sections=sections)), "part-1.xhtml")
    names = [one.get("id") for one in part.iter(f"{X}a") if one.get("role") == "doc-noteref"]
    assert names == ["mark.note-1", "mark.note-1.2"]


def test_no_file_is_in_the_zip_twice() -> None:
    with zipfile.ZipFile(io.BytesIO(good())) as archive:
        names = archive.namelist()
    assert len(names) == len(set(names))


def test_rows_of_easy_read_have_each_its_own_picture() -> None:
    drawn = [SVG + b"<!--%d-->" % number for number in range(40)]
    rows = [
        PictureRow((replace(picture(f"p{number}", f"Sign {number}"), data=data),), (para("We"),))
        for number, data in enumerate(drawn)
    ]
    template = epub.compile(document(*rows, edition="easy-read"), load_edition("easy-read").theme)
    with zipfile.ZipFile(io.BytesIO(epub.stamp(template, BRAND))) as book:
        texts = "".join(book.read(n).decode() for n in book.namelist() if n.endswith(".xhtml"))
    shown = re.findall(r'src="pictures/(p\d+)\.svg" alt="Sign (\d+)"', texts)
    assert shown == [(f"p{number}", str(number)) for number in range(40)]
