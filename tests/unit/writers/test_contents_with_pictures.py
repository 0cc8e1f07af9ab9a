"""The contents of easy read: the same picture beside each part in every format, and never heard."""

from __future__ import annotations

import base64
import re
from dataclasses import replace

import pypdfium2
import pytest
from lxml import etree

from exporter.model import ContentsEntry, Document, Section
from exporter.readback import docx as word
from exporter.styles.editions import load_edition
from exporter.walk import part_picture
from exporter.writers import html, pdf_reportlab, pdf_weasyprint
from exporter.writers.drawings.ink import inked
from tests.build import document, easy, para, picture
from tests.conftest import needs_pango
from tests.test_parity import BRAND
from tests.unit.writers.docx.opened import WP, Opened, W, written
from tests.unit.writers.epub.opened import X, book, parts, tree

THEME = load_edition("easy-read").theme
WITHOUT = replace(easy(), contents=(ContentsEntry(2, "1. First part", "one"),))
INK = inked(picture()).data
_TOC = r'<w:style [^>]*w:styleId="TOC2">.*?</w:style>'


def of_parts(*pictured: bool) -> Document:
    """A document of so many parts, each with a picture in the contents or without."""
    sections = tuple(
        Section(anchor=f"part-{n}", heading=f"Part {n}", level=2, blocks=(para("Words."),))
        for n in range(1, len(pictured) + 1)
    )
    entries = (
        ContentsEntry(2, one.heading, one.anchor, picture(alt="") if shown else None)
        for one, shown in zip(sections, pictured, strict=True)
    )
    return document(sections=sections, contents=tuple(entries), edition="easy-read")


def test_a_part_stands_for_by_its_own_picture_or_the_first_in_it_and_never_by_a_chart() -> None:
    rows = easy().sections[0]
    chart = replace(picture("chart"), ems=20.0)
    own = picture("own", "A house")
    assert part_picture(rows) == replace(picture("table"), alt="")
    assert part_picture(replace(rows, picture=own)) == replace(own, alt="")
    assert part_picture(replace(rows, picture=chart)) == replace(picture("table"), alt="")
    assert part_picture(replace(rows, blocks=(), sections=(rows,))) == part_picture(rows)
    assert part_picture(replace(rows, blocks=())) is None


def test_a_web_page_has_them_beside_the_words_of_the_links_without_words_of_their_own() -> None:
    page = html.stamp(html.compile(of_parts(True, False), THEME), BRAND).decode()
    listed = re.search(r'<ol role="list" class="pictured">(.*?)</ol>', page)
    assert listed is not None
    first, second = re.findall(r"<li>(.*?)</li>", listed[1])
    data = re.search(r"base64,([^\"]+)", first)
    assert data is not None
    assert base64.b64decode(data[1]) == INK
    assert ' alt=""' in first
    assert first.endswith("><span>Part 1</span></a>")
    assert second == '<a href="#part-2"><span>Part 2</span></a>'
    plain = html.stamp(html.compile(of_parts(False, False), THEME), BRAND).decode()
    assert '<a href="#part-2">Part 2</a>' in plain
    assert 'class="pictured"' not in plain


def test_the_contents_page_of_a_book_has_them_as_files_of_the_book() -> None:
    data = book(of_parts(True, False), "easy-read")
    contents = tree(data, "nav.xhtml").find(f".//{X}ol[@class='pictured']")
    assert contents is not None
    (shown,) = contents.iter(f"{X}img")
    assert shown.get("alt") == ""
    assert parts(data)[f"EPUB/{shown.get('src')}"] == INK
    assert ["".join(link.itertext()) for link in contents.iter(f"{X}a")] == ["Part 1", "Part 2"]
    assert tree(book(of_parts(False), "easy-read"), "nav.xhtml").find(f".//{X}img") is None


def test_word_has_them_in_the_line_of_the_words_marked_as_decoration() -> None:
    data = written(of_parts(True, False), "easy-read")
    opened = Opened(data)
    with_picture, without = (
        line
        for line in opened.body.iter(f"{W}p")
        if line.find(f"{W}hyperlink[@{W}anchor]") is not None
    )
    (drawn,) = with_picture.iter(f"{WP}inline")
    code = etree.tostring(drawn).decode()
    assert ' descr=""' in code
    assert 'decorative val="1"' in code
    shown = re.search(r'svgBlip [^>]*r:embed="(\w+)"', code)
    assert shown is not None
    links = opened.text("word/_rels/document.xml.rels")
    target = re.search(rf'Id="{shown[1]}"[^>]*Target="([^"]+)"', links)
    target = target or re.search(rf'Target="([^"]+)"[^>]*Id="{shown[1]}"', links)
    assert target is not None
    assert opened.archive.read(f"word/{target[1]}") == INK
    assert [style.get(f"{W}val") for style in opened.body.iter(f"{W}pStyle")].count("TOC2") == 2
    assert without.find(f"{W}r/{W}tab") is not None  # to where the words of the others begin
    heard = [one.text for one in word.read(data).furniture if one.role == "figure"]
    assert heard == ["The River Trust"]  # the logo


def test_word_keeps_the_styles_that_it_had_where_the_contents_have_none() -> None:
    files = (written(one, "easy-read") for one in (WITHOUT, easy()))
    plain, pictured = (Opened(data).text("word/styles.xml") for data in files)
    assert 'w:textAlignment w:val="center"' in pictured
    assert 'w:textAlignment w:val="center"' not in plain
    assert re.sub(_TOC, "", plain) == re.sub(_TOC, "", pictured)


@pytest.mark.parametrize("engine", [pdf_reportlab, pdf_weasyprint])
def test_both_engines_draw_them_left_of_the_words_and_tag_none(engine: object) -> None:
    if engine is pdf_weasyprint:
        needs_pango()
    pictured, plain = of_parts(True, False), of_parts(False, False)
    left, drawn = _left_of(engine, pictured, "Part 1")
    assert drawn
    assert _left_of(engine, pictured, "Part 2") == (pytest.approx(left, abs=0.5), False)
    assert _left_of(engine, plain, "Part 1")[1] is False
    assert b"/Figure" not in engine.compile(pictured, THEME).data  # type: ignore[attr-defined]


@pytest.mark.parametrize("engine", [pdf_reportlab, pdf_weasyprint])
def test_so_many_parts_that_they_would_be_too_small_have_several_pages(engine: object) -> None:
    if engine is pdf_weasyprint:
        needs_pango()
    many = of_parts(*[True] * 16)
    data = engine.stamp(engine.compile(many, THEME), BRAND)  # type: ignore[attr-defined]
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]
    assert "Part 1" in pages[1]
    assert "Part 16" in pages[2]
    assert _left_of(engine, many, "Part 1")[1]


def _left_of(engine: object, made: Document, words: str) -> tuple[float, bool]:
    """Where some words of the contents begin, and whether anything is drawn left of them."""
    data = engine.stamp(engine.compile(made, THEME), BRAND)  # type: ignore[attr-defined]
    page = pypdfium2.PdfDocument(data)[1]
    found = page.get_textpage().search(words).get_next()
    assert found is not None
    left, bottom, _, top = page.get_textpage().get_charbox(found[0])
    image = page.render(scale=1).to_pil().convert("L")
    middle = image.height - (bottom + top) / 2
    beside = image.crop((0, int(middle) - 8, int(left) - 4, int(middle) + 8))
    return left, beside.getextrema()[0] < 200  # type: ignore[operator]
