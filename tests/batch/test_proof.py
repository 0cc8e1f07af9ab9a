"""The proof fires: one byte outside the slots is enough, in every format; and inside them, too."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import pytest

from exporter.brand import Brand, ContactLine
from exporter.formats import FORMATS, Settings
from exporter.making.layouts import Choice, Compiled, Layout, compile_layout
from exporter.making.witness import WITNESS
from exporter.proofs import slot_words
from exporter.proofs.slot_words import Said
from exporter.styles.brands import contact_line
from exporter.styles.editions import load_edition
from tests import build

BRAND = Brand(
    name="riverside",
    publisher="Riverside Council & Friends",
    accent="#1d4f91",
    second="#7a8f2a",
    logo=build.picture("logo", "Riverside"),
    contact=(
        ContactLine("name", "The “care” team"),
        contact_line("phone", "01632 960456"),
        contact_line("web", "https://riverside.example/a-very-long-way/to-a-page-of-ours"),
    ),
    cover_line="For everyone in Riverside.",
    legal_line="Charity number 0000002.",
)
PLAIN = replace(BRAND, logo=None, contact=(), cover_line="", legal_line="")


@cache
def layout(format_name: str) -> Compiled:
    """A document with every block in it, compiled; its witness has the brand of witnesses."""
    edition = load_edition("standard")
    named = Layout(Choice("sample"), "standard", format_name)
    compiled = compile_layout(named, f"key-{format_name}", build.everything(), edition, Settings())
    return replace(compiled, witness=compiled.stamped(WITNESS))


def fault(format_name: str, data: bytes, brand: Brand = BRAND) -> str:
    return layout(format_name).fault_of(data, brand)


ODD = replace(
    PLAIN, publisher="St\u2011Mary’s and co\u2010op Dom\u200b Łódz\ufeffki, Cwm\u00adbran"
)


@pytest.mark.parametrize(
    "brand", [BRAND, PLAIN, WITNESS, ODD], ids=["full", "plain", "witness", "odd"]
)
@pytest.mark.parametrize("format_name", FORMATS)
def test_a_stamped_file_is_proved(format_name: str, brand: Brand) -> None:
    data = layout(format_name).stamped(brand)
    assert fault(format_name, data, brand) == ""
    assert slot_words.fault_of(FORMATS[format_name].said(data), brand) == ""


# ---- spoilt files -----------------------------------------------------------------------------


def flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes((data[place] ^ 1,)) + data[place + 1 :]


def places(data: bytes, count: int = 60) -> Iterator[int]:
    """Places all over a file."""
    yield from range(0, len(data), max(1, len(data) // count))


def test_one_other_bit_anywhere_in_the_template_of_a_pdf_is_noticed() -> None:
    data = layout("pdf").stamped(BRAND)
    for place in places(layout("pdf").template.data):
        assert fault("pdf", flipped(data, place)), place


def test_bytes_between_the_objects_that_a_brand_fills_in_a_pdf_are_noticed() -> None:
    data, start = layout("pdf").stamped(BRAND), len(layout("pdf").template.data)
    second = data[start:]
    assert fault("pdf", data[:start] + b"%\n" + second)
    assert fault("pdf", data + b"\n")
    assert fault("pdf", data.replace(b"/Root ", b"/Root 1", 1) + b"")
    place = start + second.index(b"stream\n", second.index(b"/Type/XRef")) + 12
    assert fault("pdf", flipped(data, place))


def test_a_second_part_with_a_root_of_its_own_is_noticed() -> None:
    """Readers begin at the last root: another one is a wholly different document."""
    data, start = layout("pdf").stamped(BRAND), len(layout("pdf").template.data)
    root = re.search(rb"/Root (\d+) 0 R", data[start:])
    assert root
    other = b"%0*d" % (len(root[1]), int(root[1]) - 1)
    begin, end = start + root.start(1), start + root.end(1)
    spoilt = data[:begin] + other + data[end:]
    assert spoilt[:start] == data[:start]
    assert fault("pdf", spoilt) == "its second part does not go on from the template"


def test_an_object_of_the_template_that_is_defined_again_is_noticed() -> None:
    data, start = layout("pdf").stamped(BRAND), len(layout("pdf").template.data)
    number = re.search(rb"(\d+) 0 obj\n<</FunctionType", data[start:])
    assert number
    other = b"%d" % (int(number[1]) - 1)
    again = data[:start] + data[start:].replace(number[1] + b" 0 obj", other + b" 0 obj", 1)
    assert fault("pdf", again)


LOGOS = {"docx": "word/media/logo", "epub": "EPUB/pictures/brand-logo"}


@pytest.mark.parametrize("format_name", LOGOS)
def test_one_other_bit_in_any_part_of_a_zipped_file_is_noticed(format_name: str) -> None:
    """Parts with slots are packed anew by each brand: there the words are compared (see below)."""
    data = layout(format_name).stamped(BRAND)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = archive.infolist()
        ends = [*(one.header_offset for one in members[1:]), archive.start_dir]
    for one, end in zip(members, ends, strict=True):
        if not one.filename.startswith(LOGOS[format_name]):
            for place in (one.header_offset + 6, one.header_offset + 40, end - 1):
                assert fault(format_name, flipped(data, place)), (one.filename, place)


Change = Callable[[str], str]
IN_WORD: dict[str, tuple[str, Change]] = {
    "a word of the text": ("word/document.xml", lambda t: t.replace("together", "apart", 1)),
    "a heading": ("word/document.xml", lambda t: t.replace("First part", "Second part", 1)),
    "what the program adds": ("word/document.xml", lambda t: t.replace("Other ways", "All ways")),
    "an alternative text": ("word/document.xml", lambda t: t.replace("A tick in", "A cross in", 1)),
    "a style of the brand on the text": (
        "word/document.xml",
        lambda t: t.replace('w:val="BodyText"', 'w:val="FurniturePublisher"', 1),
    ),
    "the colour of all words": ("word/styles.xml", lambda t: t.replace("1F2933", "F1F2F3")),
    "the colour of one heading": ("word/styles.xml", lambda t: t.replace("1D4F91", "1D4F92", 1)),
    "a size": ("word/styles.xml", lambda t: t.replace('<w:sz w:val="28"/>', '<w:sz w:val="18"/>')),
    "a link of the text": (
        "word/_rels/document.xml.rels",
        lambda t: t.replace("example.org/river-trust", "example.org/elsewhere"),
    ),
    "the title": ("docProps/core.xml", lambda t: t.replace("A small sample", "Another")),
    "the name of another partner": (
        "customXml/item1.xml",
        lambda t: t.replace('name="riverside"', 'name="lakeside"'),
    ),
    "the publisher of another": (
        "customXml/item1.xml",
        lambda t: t.replace('publisher="Riverside', 'publisher="Lakeside'),
    ),
    "words that the partner does not say": (
        "customXml/item1.xml",
        lambda t: t.replace("For everyone in Riverside.", "For nobody."),
    ),
    "what the file was made of": (
        "customXml/item1.xml",
        lambda t: t.replace("<o:base>", "<o:base>A"),
    ),
    "the language of the styles": ("word/styles.xml", lambda t: t.replace("en-GB", "fr-FR")),
}


@pytest.mark.parametrize("name", IN_WORD)
def test_other_words_or_looks_in_a_word_file_are_noticed(name: str) -> None:
    part, change = IN_WORD[name]
    data = layout("docx").stamped(BRAND)
    assert fault("docx", repacked(data, part, change))


def repacked(data: bytes, part: str, change: Change) -> bytes:
    """The Word file with one part changed, packed by the writer's own means."""
    from exporter import zip_file as packing

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = {one: archive.read(one) for one in archive.namelist()}
    changed = change(texts[part].decode()).encode()
    assert changed != texts[part], "the change changes nothing"
    return packing.zipped(
        packing.member(name, changed if name == part else text) for name, text in texts.items()
    )


@pytest.mark.parametrize(
    ("format_name", "lost"), [("docx", "word/numbering.xml"), ("epub", "EPUB/pictures/cycle.svg")]
)
def test_a_part_more_or_less_in_a_zipped_file_is_noticed(format_name: str, lost: str) -> None:
    from exporter import zip_file as packing

    data = layout(format_name).stamped(BRAND)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        texts = {one: archive.read(one) for one in archive.namelist()}
    more = [*texts.items(), ("word/vbaProject.bin", b"?")]
    less = [(name, text) for name, text in texts.items() if name != lost]
    assert len(less) == len(texts) - 1
    another_order = list(texts.items())[::-1]
    for members in (more, less, another_order):
        assert fault(format_name, packing.zipped(packing.member(*one) for one in members))


OPF, COVER, END, SHEET = (
    f"EPUB/{name}" for name in ("package.opf", "cover.xhtml", "end.xhtml", "brand.css")
)
IN_A_BOOK: dict[str, tuple[str, Change]] = {
    "a word of the text": ("EPUB/part-1.xhtml", lambda t: t.replace("together", "apart", 1)),
    "the title on the cover": (COVER, lambda t: t.replace("A small sample", "Another")),
    "an alternative text": (COVER, lambda t: t.replace("Six people", "Seven people")),
    "what the program adds": (END, lambda t: t.replace("Other ways", "All ways")),
    "the reading order": (
        OPF,
        lambda t: re.sub("(<itemref [^>]*part-1[^>]*>)(<itemref [^>]*>)", r"\2\1", t),
    ),
    "a claim": (
        OPF,
        lambda t: t.replace(
            "</metadata>", '<meta property="dcterms:conformsTo">x</meta></metadata>'
        ),
    ),
    "the identifier": (OPF, lambda t: re.sub("urn:uuid:[^<]*", "urn:uuid:1", t)),
    "a statement in the place of the publisher": (
        OPF,
        lambda t: t.replace("</dc:publisher>", "</dc:publisher><meta>x</meta>"),
    ),
    "a script in the place of a brand": (
        COVER,
        lambda t: t.replace('<p class="publisher">', '<script>1</script><p class="publisher">'),
    ),
    "a handler in the place of a brand": (
        END,
        lambda t: t.replace('<p class="legal-line"', '<p onclick="x" class="legal-line"'),
    ),
    "words before what a brand has": (
        COVER,
        lambda t: t.replace('<p class="publisher">', 'words<p class="publisher">'),
    ),
    "words after what a brand has": (
        END,
        lambda t: t.replace("</div></footer>", "</div>x</footer>"),
    ),
    "the end of the cover": (
        COVER,
        lambda t: t.replace('<p class="publisher">', '</div><div><p class="publisher">'),
    ),
    "the colour of somebody else": (SHEET, lambda t: t.replace(BRAND.accent, "#1d4f92")),
    "a rule more": (SHEET, lambda t: t + "p{display:none}"),
}


@pytest.mark.parametrize("name", IN_A_BOOK)
def test_other_words_or_looks_in_an_e_book_are_noticed(name: str) -> None:
    part, change = IN_A_BOOK[name]
    data = layout("epub").stamped(BRAND)
    assert fault("epub", repacked(data, part, change))


def test_the_logo_and_the_identifier_of_another_brand_are_noticed_in_an_e_book() -> None:
    other = replace(BRAND, logo=replace(build.picture("logo", "Riverside"), data=build.SVG[:-6]))
    assert "logo" in fault("epub", layout("epub").stamped(BRAND), other)
    assert "logo" in fault("epub", layout("epub").stamped(BRAND), replace(BRAND, logo=None))
    own, witness = layout("epub").stamped(BRAND), layout("epub").witness
    one, other_one = (
        re.findall(rb"urn:uuid:[^<]*", zipfile.ZipFile(io.BytesIO(data)).read(OPF))[0].decode()
        for data in (own, witness)
    )
    taken = repacked(own, OPF, lambda text: text.replace(one, other_one))
    assert "identifier" in fault("epub", taken)


def test_one_other_bit_anywhere_outside_the_slots_of_a_web_page_is_noticed() -> None:
    data = layout("html").stamped(BRAND)
    for place in places(data, 400):
        spoilt = flipped(data, place)
        if not _in_a_slot(data, place):
            assert fault("html", spoilt), data[place - 20 : place + 20]


def _in_a_slot(data: bytes, place: int) -> bool:
    spans = (
        re.search(rb'<meta name="author"[^>]*>', data),
        re.search(rb"<style>:root\{--accent:.*?</style>", data),
        re.search(rb'<p class="publisher".*?</div>', data, re.DOTALL),
        re.search(rb'<div class="furniture made-by">.*?</footer>', data, re.DOTALL),
    )
    return any(one and one.start() <= place < one.end() for one in spans)


@pytest.mark.parametrize("slot", ["author", "colours", "cover", "end"])
def test_a_slot_of_a_web_page_holds_nothing_but_a_brand(slot: str) -> None:
    template = layout("html").template.data
    data = layout("html").stamped(BRAND)
    mark = f"<!--slot:{slot}-->".encode()
    before = template.split(mark)[0].split(b"-->")[-1]
    place = data.index(before) + len(before)
    assert fault("html", data[:place] + b"<script>1</script>" + data[place:])


# ---- what stands in the slots -----------------------------------------------------------------

OTHERS = {
    "publisher": replace(BRAND, publisher="Somebody Else"),
    "cover_line": replace(BRAND, cover_line="For nobody."),
    "contact": replace(BRAND, contact=(contact_line("phone", "01632 960457"),)),
    "legal_line": replace(BRAND, legal_line="Charity number 0000003."),
    "link": replace(BRAND, contact=(replace(BRAND.contact[1], url="tel:01632960457"),)),
}


@pytest.mark.parametrize("slot", OTHERS)
@pytest.mark.parametrize("format_name", FORMATS)
def test_words_of_another_partner_are_noticed(format_name: str, slot: str) -> None:
    data = layout(format_name).stamped(BRAND)
    assert slot in slot_words.fault_of(FORMATS[format_name].said(data), OTHERS[slot])


def test_lines_from_right_to_left_may_come_in_the_order_in_which_they_are_painted() -> None:
    brand = Brand(name="nahr", publisher="مجلس النهر", accent="#123456", second="#345678")
    painted = Said(cover=slot_words.bare(brand.publisher)[::-1], end="", links=frozenset())
    as_painted = replace(painted, as_painted=True)
    assert slot_words.fault_of(as_painted, brand, right_to_left=True) == ""
    other = replace(brand, publisher="مجلس البحر")
    assert "publisher" in slot_words.fault_of(as_painted, other, right_to_left=True)
    # of other formats, and of words in other directions, the order counts
    assert "publisher" in slot_words.fault_of(painted, brand, right_to_left=True)
    assert slot_words.fault_of(as_painted, brand, right_to_left=False) == ""
    backwards = replace(as_painted, cover=slot_words.bare(BRAND.publisher)[::-1])
    assert "publisher" in slot_words.fault_of(backwards, BRAND, right_to_left=False)


def test_the_weasyprint_engine_sets_each_file_anew_so_each_is_read_back_in_full() -> None:
    compiled = replace(layout("pdf"), settings=Settings(pdf_engine="weasyprint"))
    assert compiled.fault_of(layout("pdf").stamped(BRAND), BRAND)
