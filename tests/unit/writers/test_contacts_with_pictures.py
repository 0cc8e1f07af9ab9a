"""The back of an easy read: a picture beside each way to reach whoever gives it out, in every
format, for the ways that they have; never heard, and proved to be the template's."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from functools import cache

import pikepdf
import pypdfium2
import pytest
from lxml import etree

from exporter.brand import Brand, ContactLine
from exporter.file_rules import docx as word_rules
from exporter.formats import FORMATS, Settings
from exporter.making.layouts import Choice, Compiled, Layout, compile_layout
from exporter.making.plain_form import from_plain, to_plain
from exporter.making.witness import WITNESS
from exporter.proofs import slot_words
from exporter.styles.brands import contact_line
from exporter.styles.editions import load_edition
from exporter.writers import html, pdf_reportlab, pdf_weasyprint
from exporter.writers.drawings.ink import inked
from tests.build import easy, picture
from tests.conftest import needs_pango
from tests.test_parity import BRAND
from tests.unit.writers.docx.opened import WP, Opened, W, written
from tests.unit.writers.epub.opened import X, book, parts, tree

THEME = load_edition("easy-read").theme
PLAIN = replace(easy(), contact_pictures=())
MANY = replace(
    BRAND,
    contact=(
        ContactLine("name", "The team that made this guide with people who use services"),
        contact_line("phone", "01632 960456"),
        contact_line("email", "hello@workingtogether.example"),
        contact_line("web", "https://workingtogether.example"),
        ContactLine("post", "The Working Together Project, 1 Mill Lane, Riverton RV1 2AB"),
    ),
)


def test_a_web_page_has_them_beside_the_kind_of_each_way() -> None:
    page = html.stamp(html.compile(easy(), THEME), BRAND).decode()
    listed = re.search(r'<dl class="contact pictured".*?</dl>', page)
    assert listed is not None
    kinds = re.findall(r"<dt>(.*?)</dt>", listed[0])
    assert [re.sub(r"^<img [^>]*alt=\"\"[^>]*>", "picture ", kind) for kind in kinds] == [
        "picture Phone",
        "picture Website",
    ]
    plain = html.stamp(html.compile(PLAIN, THEME), BRAND).decode()
    assert '<dl class="contact" data-slot="contact"><div><dt>Phone</dt>' in plain


def test_a_book_has_them_as_files_of_the_book() -> None:
    data = book(easy(), "easy-read")
    listed = tree(data, "end.xhtml").find(f".//{X}dl")
    assert listed is not None
    shown = list(listed.iter(f"{X}img"))
    assert [one.get("alt") for one in shown] == ["", ""]
    assert all(parts(data)[f"EPUB/{one.get('src')}"] == inked(picture()).data for one in shown)


def test_word_has_them_in_a_table_that_says_it_is_none_and_asks_no_more_of_their_size() -> None:
    data = written(easy(), "easy-read", MANY)
    opened = Opened(data)
    *_, table = opened.body.iter(f"{W}tbl")
    rows = table.findall(f"{W}tr")
    assert table.find(f"{W}tblPr/{W}tblStyle") is None
    assert len(rows) == 5
    for row in rows:
        (drawn,) = row.iter(f"{WP}inline")
        assert 'decorative val="1"' in etree.tostring(drawn).decode()
        assert row.findall(f"{W}tc")[1].find(f".//{W}t").text.endswith(": ")
    numbers = [one.get("id") for one in opened.body.iter(f"{WP}docPr")]
    assert len(numbers) == len(set(numbers))
    assert "word-row-picture-small" not in {one.code for one in word_rules.check(data)}
    last = written(easy(), "easy-read", replace(MANY, legal_line=""))
    assert Opened(last).body[-2].tag == f"{W}p"  # Word cannot end in a table


@pytest.mark.parametrize("engine", [pdf_reportlab, pdf_weasyprint])
def test_both_engines_draw_them_and_tag_none(engine: object) -> None:
    if engine is pdf_weasyprint:
        needs_pango()
    pictured, plain = (
        engine.stamp(engine.compile(one, THEME), MANY)  # type: ignore[attr-defined]
        for one in (easy(), PLAIN)
    )
    assert _drawn_before_kinds(pictured) == [True] * 4
    assert _drawn_before_kinds(plain) == [False] * 4
    assert _figures(pictured) == _figures(plain)


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("brand", [BRAND, MANY], ids=["few", "many"])
def test_a_file_with_them_is_proved(format_name: str, brand: Brand) -> None:
    layout = _layout(format_name)
    data = layout.stamped(brand)
    assert layout.fault_of(data, brand) == ""
    assert slot_words.fault_of(FORMATS[format_name].said(data), brand) == ""


@pytest.mark.parametrize("format_name", FORMATS)
def test_a_template_with_them_is_kept_and_taken_up_again(format_name: str) -> None:
    slots, held = _layout(format_name).template.slots, list[bytes]()
    plain = json.loads(json.dumps(to_plain(type(slots), slots, held)))
    assert from_plain(type(slots), plain, held) == slots


@cache
def _layout(format_name: str) -> Compiled:
    """Compiled; its witness has the brand of witnesses."""
    named = Layout(Choice("sample"), "easy-read", format_name)
    edition = load_edition("easy-read")
    compiled = compile_layout(named, f"easy-{format_name}", easy(), edition, Settings())
    return replace(compiled, witness=compiled.stamped(WITNESS))


def _figures(data: bytes) -> int:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return sum(
            isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
            for one in pdf.objects
        )


def _drawn_before_kinds(data: bytes) -> list[bool]:
    """Whether something is drawn left of the kind of each way to reach somebody."""
    pages = pypdfium2.PdfDocument(data)
    page = pages[len(pages) - 1]
    image, told = page.render(scale=1).to_pil().convert("L"), page.get_textpage()
    found = []
    for kind in ("Phone", "Email", "Website", "Post"):
        search, place = told.search(kind, match_case=True), None
        while now := search.get_next():
            place = now  # the last
        assert place is not None, kind
        left, bottom, _, top = told.get_charbox(place[0])
        middle = int(image.height - (bottom + top) / 2)
        low, high = image.crop((0, middle - 6, int(left) - 3, middle + 6)).getextrema()
        found.append(high - low > 60)  # type: ignore[operator]
    return found
