"""Each rule on PDFs has a file that breaks it, and a good file that breaks none."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from exporter import fonts
from exporter.diagnostics import Severity
from exporter.file_rules.pdf import RULES, check
from exporter.file_rules.pdf.repeated_forms import pages_with_repeated_forms
from exporter.styles.editions import load_edition
from exporter.writers import pdf_reportlab
from tests import build
from tests.test_parity import BRAND
from tests.unit.file_rules.pdf import spoiled as tags
from tests.unit.file_rules.pdf.spoiled import GOOD, LINES
from tests.unit.readback.pdf_by_hand import Element, Maker, elements_of, pdf, spoiled

CLEAR, LARGE, EASY = "clear-print", "large-print", "easy-read"

PAGED = "large print"


def _pages(count: int) -> list[Element]:
    """A heading and a paragraph on each page."""
    made: list[Element] = [("H1", {}, ["The title"])]
    for number in range(count):
        made.append(("H2", {"Page": number}, [f"Part {number}"]))
        made.append(("P", {"Page": number}, [f"Text of part {number}, {PAGED}"]))
    return made


def _large(elements: list[Element], **options: object) -> bytes:
    return pdf(elements, **{"size": 18, "pitch": 26, "left": 80, **options})


def _without(name: str) -> Callable[[pikepdf.Pdf], object]:
    def change(file: pikepdf.Pdf) -> None:
        del file.Root[f"/{name}"]

    return change


def _element(role: str, change: Callable[[pikepdf.Object], object]) -> bytes:
    def spoil(file: pikepdf.Pdf) -> None:
        change(next(one for one in elements_of(file) if str(one.S) == f"/{role}"))

    return spoiled(pdf(GOOD), spoil)


def _drawn(what: str, elements: list[Element] = GOOD) -> bytes:
    """A good file with something more drawn on its first page."""

    def draw(file: pikepdf.Pdf) -> None:
        page = file.pages[0]
        page.Contents = file.make_stream(page.Contents.read_bytes() + b"\n" + what.encode("cp1252"))

    return spoiled(pdf(elements), draw)


def _locked() -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(GOOD))) as file:
        allowed = pikepdf.Permissions(accessibility=False)
        lock = pikepdf.Encryption(owner="o", user="", allow=allowed, R=3, aes=False, metadata=False)
        file.save(buffer, encryption=lock)
    return buffer.getvalue()


def _thin(file: pikepdf.Pdf) -> None:
    _font_of(file).BaseFont = Name("/AtkinsonHyperlegible-ExtraLight")


def _blurred(file: pikepdf.Pdf, dots: int = 60) -> None:
    """A picture of so many dots on 72 points, an inch."""
    image = file.make_stream(
        bytes(dots * dots),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=dots,
        Height=dots,
        ColorSpace=Name.DeviceGray,
        BitsPerComponent=8,
    )
    page = file.pages[0]
    page.Resources.XObject = Dictionary(Im=image)
    drawn = b"\n/Figure <</MCID 11>> BDC q 72 0 0 72 300 100 cm /Im Do Q EMC"
    page.Contents = file.make_stream(page.Contents.read_bytes() + drawn)


def _in_the_middle(*lines: str) -> Element:
    """A paragraph whose lines all have their middle at one place."""
    return ("P", {}, [("Span", {"Left": _left(line)}, [line]) for line in lines])


def _left(line: str) -> float:
    return 300 - fonts.width(line, fonts.DEFAULT_FAMILY, 14) / 2


def _columns(lines: int) -> list[Element]:
    """Lines of text at the left and, beside them, at the right."""
    return [
        ("P", {"Left": left}, [f"{side} line {number} of the text"])
        for number in range(lines)
        for side, left in (("The left", 80), ("The right", 300))
    ]


def _split(on_first: int, on_second: int) -> list[Element]:
    """A paragraph with so many lines on one page and so many on the next."""
    overleaf: Element = ("Span", {"Page": 1}, [f"overleaf {n}, {PAGED}" for n in range(on_second)])
    return [("P", {}, [*(f"line {n} of it" for n in range(on_first)), overleaf])]


def _untitled(file: pikepdf.Pdf) -> None:
    del file.docinfo["/Title"]
    told = file.Root.Metadata.read_bytes()
    file.Root.Metadata = file.make_stream(told.replace(b"A title", b""))


def _font_of(file: pikepdf.Pdf) -> pikepdf.Object:
    return file.pages[0].Resources.Font.F1


def _not_embedded(file: pikepdf.Pdf) -> None:
    del _font_of(file).FontDescriptor["/FontFile2"]


def _without_letters(file: pikepdf.Pdf) -> None:
    inner = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, FontDescriptor=_font_of(file).FontDescriptor
    )
    file.pages[0].Resources.Font.F2 = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name.Signs,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([inner]),
    )


def _slanted(file: pikepdf.Pdf) -> None:
    _font_of(file).BaseFont = Name("/AtkinsonHyperlegible-Italic")


def _links_silent(file: pikepdf.Pdf) -> None:
    del file.pages[0].Annots[0]["/Contents"]


def _links_outside(file: pikepdf.Pdf) -> None:
    del file.pages[0].Annots[0]["/StructParent"]


def _no_tabs(file: pikepdf.Pdf) -> None:
    del file.pages[0]["/Tabs"]


def _three_faces(file: pikepdf.Pdf) -> None:
    for number, name in enumerate(("Arimo", "Tinos")):
        other = Dictionary(dict(_font_of(file)))
        other.BaseFont = Name(f"/{name}")
        file.pages[number + 1].Resources = Dictionary(Font=Dictionary(F1=other))


def _picture_page() -> bytes:
    def draw(file: pikepdf.Pdf) -> None:
        image = file.make_stream(
            b"\xff",
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=1,
            Height=1,
            ColorSpace=Name.DeviceGray,
            BitsPerComponent=8,
        )
        page = file.pages[0]
        page.Resources = Dictionary(XObject=Dictionary(Im=image))
        page.Contents = file.make_stream(b"/Artifact BMC q 595 0 0 842 0 0 cm /Im Do Q EMC")

    return spoiled(pdf([("Sect", {}, [])], numbered=False), draw)


def _larger_page(file: pikepdf.Pdf) -> None:
    file.pages[1].MediaBox = Array([0, 0, 700, 842])


def _unnumbered() -> bytes:
    words = f"No number here, {PAGED}"
    return pdf([("H1", {}, ["x"]), *(("P", {"Page": page}, [words]) for page in range(4))],
               numbered=False)  # fmt: skip


def _row(left_page: int, right_page: int) -> list[Element]:
    figure: Element = ("Figure", {"Alt": "A tick", "Page": left_page}, ["a picture that is wide"])
    words: Element = ("P", {"Page": right_page}, [f"Words. {PAGED}"])
    return [("H1", {}, ["The title"]), figure, words, ("P", {"Page": 1}, ["The end"])]


JUSTIFIED = ["evenly set line"] * 6
SPLIT = ["they use informa-", "tion every day and", "the information is", "good for all of us"]
MIDDLE = ["This paragraph stands", "with all of its lines in the middle", "and not at an edge"]
BIG_PARAGRAPH: Element = ("P", {}, LINES)

BROKEN: dict[str, tuple[bytes, str]] = {
    "pdf-untagged": (spoiled(pdf(GOOD), _without("StructTreeRoot")), CLEAR),
    "pdf-tags-not-declared": (spoiled(pdf(GOOD), _without("MarkInfo")), CLEAR),
    "pdf-language-missing": (spoiled(pdf(GOOD), _without("Lang")), CLEAR),
    "pdf-title-missing": (spoiled(pdf(GOOD), _untitled), CLEAR),
    "pdf-title-not-shown": (spoiled(pdf(GOOD), _without("ViewerPreferences")), CLEAR),
    "pdf-locked-for-readers": (_locked(), CLEAR),
    "pdf-standard-missing": (
        tags.metadata(b"<pdfuaid:part>1</pdfuaid:part>", b""), CLEAR),
    "pdf-bookmarks-missing": (pdf([("TOC", {}, [("TOCI", {}, ["One"])]), *_pages(10)]), CLEAR),
    "pdf-fonts-not-embedded": (spoiled(pdf(GOOD), _not_embedded), CLEAR),
    "pdf-fonts-without-letters": (spoiled(pdf(GOOD), _without_letters), CLEAR),
    "pdf-words-untagged": (_drawn(Maker().shown("Stray words", 14, 72, 300)), CLEAR),
    "pdf-headings-missing": (
        pdf([("P", {"Page": page}, [f"Some words, {PAGED}"]) for page in range(4)]), CLEAR),
    "pdf-heading-first": (pdf([("H2", {}, ["A part"]), *GOOD]), CLEAR),
    "pdf-heading-skipped": (pdf([*GOOD, ("H4", {}, ["Deep"]), ("P", {}, ["x"])]), CLEAR),
    "pdf-heading-empty": (pdf([*GOOD, ("H2", {}, []), ("P", {}, ["x"])]), CLEAR),
    "pdf-alt-missing": (_element("Figure", lambda one: one.__delitem__("/Alt")), CLEAR),
    "pdf-table-header-missing": (
        _element("TH", lambda one: one.__setitem__("/S", Name.TD)), CLEAR),
    "pdf-table-scope-missing": (_element("TH", lambda one: one.__delitem__("/A")), CLEAR),
    "pdf-table-rows-uneven": (
        _element("TR", lambda one: one.__setitem__("/K", Array(list(one.K)[:1]))), CLEAR),
    "pdf-list-broken": (pdf([*GOOD, ("L", {}, [("P", {}, ["no item"])])]), CLEAR),
    "pdf-note-without-name": (_element("Note", lambda one: one.__delitem__("/ID")), CLEAR),
    "pdf-link-without-words": (
        pdf([*GOOD, ("P", {}, [("Link", {"URI": "tel:999", "Contents": "tel:999"}, [])])]), CLEAR),
    "pdf-link-words-vague": (
        pdf([*GOOD, ("P", {}, [("Link", {"URI": "https://e.org/"}, ["click here"])])]), CLEAR),
    "pdf-link-contents-missing": (spoiled(pdf(GOOD), _links_silent), CLEAR),
    "pdf-link-untagged": (spoiled(pdf(GOOD), _links_outside), CLEAR),
    "pdf-tabs-order": (spoiled(pdf(GOOD), _no_tabs), CLEAR),
    "pdf-type-too-small": (_large([*GOOD], size=15), LARGE),
    "pdf-small-words": (_large([("P", {}, LINES), ("Caption", {"Size": 14}, ["Tiny"])]), LARGE),
    "pdf-picture-words-small": (
        pdf([("Figure", {"Alt": "A tick", "Size": 9}, ["words in it"]), BIG_PARAGRAPH]), CLEAR),
    "pdf-size-not-as-asked": (pdf(GOOD, size=16, pitch=22), CLEAR),
    "pdf-italics": (spoiled(pdf(GOOD), _slanted), CLEAR),
    "pdf-type-light": (spoiled(pdf(GOOD), _thin), CLEAR),
    "pdf-capitals": (pdf([*GOOD, ("P", {}, ["PLEASE READ THIS NOW"])]), CLEAR),
    "pdf-many-typefaces": (spoiled(pdf(_pages(3)), _three_faces), CLEAR),
    "pdf-contrast-low": (pdf([*GOOD, ("P", {"Colour": "0.6 0.6 0.6"}, ["Pale"])]), CLEAR),
    "pdf-lines-tight": (pdf([("P", {}, LINES)], pitch=14.6), CLEAR),
    "pdf-lines-wide": (pdf([("P", {}, LINES)], pitch=30), CLEAR),
    "pdf-line-long": (
        pdf([("P", {}, ["so many little letters in a line " * 3 + "x" * n for n in range(7)])],
            width=842, left=60), CLEAR),
    "pdf-justified": (pdf([("P", {}, [*JUSTIFIED, "end"])]), CLEAR),
    "pdf-centred": (pdf([_in_the_middle(*MIDDLE)]), CLEAR),
    "pdf-columns": (_large(_columns(7)), LARGE),
    "pdf-hyphenated": (pdf([("P", {}, SPLIT)]), CLEAR),
    "pdf-margins-narrow": (pdf(GOOD, left=30), CLEAR),
    "pdf-words-turned": (
        _drawn("/P <</MCID 0>> BDC BT /F1 14 Tf 0 1 -1 0 300 300 Tm (Turned words) Tj ET EMC"),
        CLEAR),
    "pdf-page-is-a-picture": (_picture_page(), CLEAR),
    "pdf-page-numbers-missing": (_unnumbered(), CLEAR),
    "pdf-heading-alone": (
        pdf([("H1", {}, ["Title"]), ("H2", {}, ["Alone"]), ("P", {"Page": 1}, [PAGED])]), CLEAR),
    "pdf-line-alone": (_large(_split(3, 1)), LARGE),
    "pdf-row-on-two-pages": (_large(_row(0, 1), pitch=27), EASY),
    "pdf-sentence-on-two-pages": (
        _large([("P", {}, ["It begins", ("Span", {"Page": 1}, [f"and ends. {PAGED}"])])]), EASY),
    "pdf-picture-narrow": (
        _large([("Figure", {"Alt": "A tick"}, ["small"]), ("P", {}, ["Words"])]), EASY),
    "pdf-picture-blurred": (spoiled(pdf(GOOD), _blurred), CLEAR),
    "pdf-too-many-pages": (
        _large([("TOC", {}, [("TOCI", {}, ["One"])]), *_pages(21)]), EASY),
    "pdf-pages-not-measured": (
        pdf([("TOC", {}, [("TOCI", {}, ["One"])]), *_pages(601)]), CLEAR),
    "pdf-page-size-changes": (spoiled(pdf(_pages(2)), _larger_page), CLEAR),
    "pdf-page-large": (_large(GOOD, width=700, height=1000), LARGE),
    "pdf-contents-missing": (pdf(_pages(9)), CLEAR),
    "pdf-formats-line-missing": (
        pdf([("H1", {}, ["A title"]), ("P", {}, ["x y z"]), ("P", {"Page": 1}, ["x y z"])]), CLEAR),
    "pdf-formats-line-small": (pdf([("P", {}, ["This is also available as a film."])]), CLEAR),
    **{code: (data, CLEAR) for code, data in tags.BROKEN.items()},
}  # fmt: skip
ALSO = {
    "pdf-bookmarks-missing": {"pdf-contents-missing"},
    "pdf-too-many-pages": {"pdf-bookmarks-missing"},
    "pdf-pages-not-measured": {"pdf-bookmarks-missing"},
    "pdf-page-is-a-picture": {"pdf-formats-line-missing"},
    "pdf-table-rows-uneven": {"pdf-words-untagged"},
    "pdf-type-too-small": {"pdf-picture-words-small"},
}
"""Rules that the same fault breaks of necessity."""


def test_a_good_file_breaks_no_rule() -> None:
    assert check(pdf(GOOD), load_edition("standard").theme, CLEAR) == ()
    assert check(_large(GOOD), load_edition("large-print").theme, LARGE) == ()


@pytest.mark.parametrize("name", sorted(tags.VALID))
def test_what_a_standard_allows_breaks_no_rule(name: str) -> None:
    assert [str(one) for one in check(tags.VALID[name], None, CLEAR)] == []


def test_words_of_a_sequence_that_no_element_has_are_in_no_tag() -> None:
    def forget(file: pikepdf.Pdf) -> None:
        document = elements_of(file)[0]
        document.K = Array(list(document.K)[:-1])

    found = check(spoiled(pdf([*GOOD, ("P", {}, ["forgotten"])]), forget), None, CLEAR)
    assert [(one.code, one.words) for one in found] == [("pdf-words-untagged", "forgotten")]


def _language_of_parts(
    *,
    title: bytes = b"en-GB",
    standard: bytes = b"1",
    forgets: bool = False,
    bookmark: bool = False,
) -> bytes:
    """A file that says of its parts which language they are in, and not of the whole."""

    def change(file: pikepdf.Pdf) -> None:
        del file.Root.Lang
        document = elements_of(file)[0]
        for part in list(document.K)[int(forgets) :]:
            part.Lang = String("en-GB")
        told = file.Root.Metadata.read_bytes()
        assert b"x-default" in told
        told = told.replace(b"x-default", title)
        claim = b"<pdfuaid:part>%s</pdfuaid:part>"
        year = b"<pdfuaid:rev>2024</pdfuaid:rev>" if standard == b"2" else b""
        told = told.replace(claim % b"1", claim % standard + year)
        file.Root.Metadata = file.make_stream(told)
        if bookmark:
            with file.open_outline() as outline:
                outline.root.append(pikepdf.OutlineItem("A part", 0))

    return spoiled(pdf(GOOD), change)


@pytest.mark.parametrize(
    ("of_parts", "severity"),
    [
        ({}, Severity.PLEASE_ANSWER),
        ({"forgets": True}, Severity.MUST_FIX),
        ({"title": b"x-default"}, Severity.MUST_FIX),
        ({"bookmark": True}, Severity.MUST_FIX),
        ({"standard": b"2"}, Severity.MUST_FIX),
    ],
)
def test_a_language_of_each_part_serves_where_nothing_stands_beside_the_parts(
    of_parts: dict[str, Any], severity: Severity
) -> None:
    (finding,) = check(_language_of_parts(**of_parts), None, CLEAR)
    assert (finding.code, finding.severity) == ("pdf-language-missing", severity)


def _language_in_the_page(spans: int, *, named: bool = False) -> bytes:
    """Two paragraphs; the page says of so many of them which language they are in."""
    parts: list[Element] = [("H1", {"Lang": "en-GB"}, ["A title"])]
    made = pdf([*parts, ("P", {}, ["One"]), ("P", {}, ["Two"])], role_map={})

    def change(file: pikepdf.Pdf) -> None:
        del file.Root.Lang
        told = file.Root.Metadata.read_bytes().replace(b"x-default", b"en-GB")
        file.Root.Metadata = file.make_stream(told)
        page = file.pages[0]
        page.Resources.Properties = Dictionary(Cy=Dictionary(Lang=String("cy")))
        begins = b"/Span /Cy BDC BT" if named else b"/Span <</Lang (cy)>> BDC BT"
        content = page.Contents.read_bytes().split(b"BT")
        for number in (3, 4)[:spans]:
            content[number] = content[number].replace(b"ET", b"ET EMC")
            content[number - 1] += begins.removesuffix(b"BT")
        page.Contents = file.make_stream(b"BT".join(content))

    return spoiled(made, change)


@pytest.mark.parametrize("named", [False, True])
def test_a_language_that_stands_in_the_page_is_the_language_of_its_words(named: bool) -> None:
    (finding,) = check(_language_in_the_page(2, named=named), None, CLEAR)
    assert (finding.code, finding.severity) == ("pdf-language-missing", Severity.PLEASE_ANSWER)
    (finding,) = check(_language_in_the_page(1, named=named), None, CLEAR)
    assert (finding.code, finding.severity) == ("pdf-language-missing", Severity.MUST_FIX)


def test_a_link_is_named_by_its_words_or_by_what_its_annotation_says() -> None:
    assert (
        check(pdf([*GOOD, ("P", {}, [("Link", {"URI": "https://e.org/"}, [])])]), None, CLEAR) == ()
    )


@pytest.mark.parametrize("listed", ["", "/b", "/a/b"])
def test_a_list_by_name_is_of_the_signs_that_are_there(listed: str) -> None:
    (finding,) = check(tags.named_signs(listed), None, CLEAR)
    assert finding.code == "pdf-fonts-list-incomplete"
    assert finding.message.endswith(": ABCDEF+Part.")


@pytest.mark.parametrize("table", [b"loca", b"head"])
def test_a_file_whose_typeface_is_cut_off_is_judged_but_for_its_list_of_signs(table: bytes) -> None:
    def cut(file: pikepdf.Pdf) -> None:
        inner = file.pages[0].Resources.Font.F2.DescendantFonts[0]
        data = inner.FontDescriptor.FontFile2.read_bytes()
        entry = data.index(table, 12) + 12  # its length, behind its name, sum and place
        length = b"\0\0\0\x14" if table == b"head" else b"\x7f\xff\xff\xff"
        inner.FontDescriptor.FontFile2 = file.make_stream(data[:entry] + length + data[entry + 4 :])

    listed = tags.BROKEN["pdf-fonts-list-incomplete"]
    assert [one.code for one in check(spoiled(listed, cut), None, CLEAR)] == []


@pytest.mark.parametrize("drawn", [b"/Fn Do /Fn Do", b"/Fm Do /Fn Do"])
def test_a_part_is_repeated_with_the_part_that_it_is_in(drawn: bytes) -> None:
    found = check(tags.part_drawn(drawn, within=b"q 1 0 0 1 72 300 cm /Fm Do Q"), None, CLEAR)
    messages = [one.message for one in found if one.code == "pdf-tagged-part-repeated"]
    assert messages == ["A part of page 1 that has tags in it is drawn more than once."]


def test_a_part_that_draws_itself_comes_to_an_end() -> None:
    def tie(file: pikepdf.Pdf) -> None:
        around = file.pages[0].Resources.XObject.Fn
        around.Resources.XObject.Fn = around

    data = spoiled(tags.part_drawn(b"/Fn Do", within=b"/Fm Do /Fn Do /Fn Do"), tie)
    with pikepdf.open(io.BytesIO(data)) as file:
        assert pages_with_repeated_forms(file) == (0,)


@pytest.mark.parametrize("year", [b"", b"<pdfuaid:rev>2024a</pdfuaid:rev>"])
def test_the_second_part_of_the_standard_is_claimed_with_its_year(year: bytes) -> None:
    def claim(year: bytes) -> bytes:
        second = b"<pdfuaid:part>2</pdfuaid:part>" + year
        return tags.metadata(b"<pdfuaid:part>1</pdfuaid:part>", second)

    (finding,) = check(claim(year), None, CLEAR)
    assert finding.code == "pdf-standard-misspelt"
    assert check(claim(b"<pdfuaid:rev>2024</pdfuaid:rev>"), None, CLEAR) == ()


def test_pages_that_count_on_break_no_rule() -> None:
    assert check(pdf(_pages(4)), None, CLEAR) == ()


def test_an_easy_read_row_on_one_page_breaks_no_rule() -> None:
    assert check(_large(_row(0, 0), pitch=27), None, EASY) == ()


@pytest.mark.parametrize("code", sorted(RULES))
def test_each_rule_finds_its_fault_and_nothing_else(code: str) -> None:
    data, rules = BROKEN[code]
    theme = load_edition("standard").theme if code == "pdf-size-not-as-asked" else None
    found = {finding.code for finding in check(data, theme, rules)}
    assert code in found
    assert found - ALSO.get(code, set()) == {code}


@pytest.mark.parametrize(("size", "told"), [(14, False), (16, False), (18, True), (12, True)])
def test_a_part_with_nothing_but_its_summary_keeps_the_promised_size(size: int, told: bool) -> None:
    summary: list[Element] = [("H1", {}, ["A part"]), tags.FIGURE, ("P", {}, LINES)]
    theme = load_edition("standard").theme
    found = {one.code for one in check(pdf(summary, size=size, pitch=22), theme, CLEAR)}
    assert ("pdf-size-not-as-asked" in found) == told


def test_the_size_is_that_of_the_text_and_not_of_long_summaries() -> None:
    parts: list[Element] = [
        ("H1", {}, ["A part"]),
        ("P", {"Size": 16}, LINES * 3),
        ("P", {}, ["More words"]),
    ]
    theme = load_edition("standard").theme
    for size, told in ((14, False), (15, True)):
        found = {one.code for one in check(pdf(parts, size=size, pitch=22), theme, CLEAR)}
        assert ("pdf-size-not-as-asked" in found) == told


@pytest.mark.parametrize("code", sorted(RULES))
def test_each_rule_says_why_and_who_asks(code: str) -> None:
    assert RULES[code].title.endswith(".")
    assert RULES[code].reason.endswith(".")
    assert len(RULES[code].source) > 5


def test_a_finding_is_no_more_severe_than_its_rule_or_the_promise_of_the_file() -> None:
    data = pdf([("P", {}, LINES)], size=10, pitch=11)
    promised = {one.code: one.severity for one in check(data, None, CLEAR)}
    stranger = {one.code: one.severity for one in check(data)}
    assert promised["pdf-type-too-small"] is Severity.MUST_FIX
    assert stranger["pdf-type-too-small"] is Severity.FOR_INFORMATION


def test_an_address_of_many_lines_is_not_justified() -> None:
    """It has no gap that could be stretched."""
    lines = ["https-example-org-" + "x" * 40] * 6
    found = check(pdf([("P", {}, [*lines, "end"])]), None, CLEAR)
    assert "pdf-justified" not in {one.code for one in found}


def test_small_letters_of_another_script_are_no_capitals() -> None:
    words = [*GOOD, ("P", {}, ["öäüßö ÄÖÜÄ"])]
    assert check(pdf(words), None, CLEAR) == ()


def test_a_compound_that_breaks_at_its_hyphen_is_not_split() -> None:
    lines = ["we call this co-", "production and all", "of us like this co-production", "very much"]
    assert check(pdf([("P", {}, lines)]), None, CLEAR) == ()


def test_three_lines_overleaf_are_not_alone() -> None:
    assert check(_large(_split(2, 2)), None, LARGE) == ()


def test_a_first_line_left_behind_is_alone() -> None:
    (finding,) = check(_large(_split(1, 3)), None, LARGE)
    assert (finding.code, finding.words) == ("pdf-line-alone", "line 0 of it")


def test_easy_read_hears_once_of_a_paragraph_on_two_pages() -> None:
    found = check(_large(_split(3, 1), pitch=27), None, EASY)
    assert [finding.code for finding in found] == ["pdf-sentence-on-two-pages"]


def test_a_few_lines_side_by_side_are_no_columns() -> None:
    assert check(_large(_columns(4)), None, LARGE) == ()


@pytest.mark.parametrize("code", ["pdf-columns", "pdf-line-alone", "pdf-centred"])
def test_how_text_flows_is_seen_without_tags_too(code: str) -> None:
    data, rules = BROKEN[code]
    found = {
        finding.code for finding in check(spoiled(data, _without("StructTreeRoot")), None, rules)
    }
    assert found == {code, "pdf-untagged"}


def test_numbers_beside_their_words_are_no_columns() -> None:
    cells = [("P", {"Left": left}, [words]) for words, left in (("Rent", 80), ("450", 320)) * 9]
    assert check(_large(cells), None, LARGE) == ()


@pytest.mark.parametrize(
    ("font", "light"),
    [
        ("Calibri-Light", True), ("HelveticaNeueLTStd-Thin", True), ("OpenSans-LightItalic", True),
        ("Frutiger45Light", True), ("Segoe UI Semilight", True), ("Highlight-Regular", False),
        ("Lighthouse", False), ("Arial", False),
    ],
)  # fmt: skip
def test_a_light_typeface_is_known_by_its_name(font: str, light: bool) -> None:
    def rename(file: pikepdf.Pdf) -> None:
        _font_of(file).BaseFont = Name(f"/{font.replace(' ', '-')}")

    found = {finding.code for finding in check(spoiled(pdf(GOOD), rename), None, CLEAR)}
    assert ("pdf-type-light" in found) == light


def test_sharpness_is_measured_where_the_picture_stands() -> None:
    def sharp(dots: int) -> list[Severity]:
        data = spoiled(pdf(GOOD), lambda file: _blurred(file, dots))
        return [finding.severity for finding in check(data, None, CLEAR)]

    assert sharp(60) == [Severity.PLEASE_ANSWER]
    assert sharp(120) == [Severity.FOR_INFORMATION]
    assert sharp(150) == []
    assert sharp(8) == []


def test_a_blurred_picture_of_ours_is_told_of_only_once() -> None:
    theme = load_edition("standard").theme
    (finding,) = check(spoiled(pdf(GOOD), _blurred), theme, CLEAR)
    assert finding.severity is Severity.FOR_INFORMATION


def test_the_words_on_other_formats_may_be_larger_than_the_rest() -> None:
    said: Element = ("P", {"Size": 16}, ["This is also available as a film."])
    assert check(pdf([*GOOD, said]), None, CLEAR) == ()


def test_a_language_that_we_do_not_know_is_not_asked_for_other_formats() -> None:
    def welsh(file: pikepdf.Pdf) -> None:
        file.Root.Lang = String("cy")

    data, rules = BROKEN["pdf-formats-line-missing"]
    assert check(spoiled(data, welsh), None, rules) == ()


def test_a_finding_names_its_pages_and_words() -> None:
    (finding,) = check(BROKEN["pdf-heading-alone"][0], None, CLEAR)
    assert finding.message == "A heading stands alone at the end of page 1: “Alone”."
    assert finding.words == "Alone"


def test_words_on_a_dark_box_are_held_against_the_box() -> None:
    box = "/Artifact BMC 0.1 0.1 0.1 rg 60 290 400 40 re f EMC "
    words = Maker().shown("White on dark", 14, 72, 300, "1 1 1")
    pale = Maker().shown("Dark on dark", 14, 72, 300, "0.2 0.2 0.2")
    assert check(_drawn(f"{box} /P <</MCID 0>> BDC {words} EMC"), None, CLEAR) == ()
    found = check(_drawn(f"{box} /P <</MCID 0>> BDC {pale} EMC"), None, CLEAR)
    assert [finding.code for finding in found] == ["pdf-contrast-low"]


@pytest.mark.parametrize(
    ("grey", "severity"),
    [
        (0x59, None),  # 7.0 to 1
        (0x5A, Severity.FOR_INFORMATION),  # 6.9 to 1
        (0x76, Severity.FOR_INFORMATION),  # 4.54 to 1
        (0x77, Severity.MUST_FIX),  # 4.48 to 1
    ],
)
def test_words_must_have_the_contrast_of_wcag_and_should_have_more(
    grey: int, severity: Severity | None
) -> None:
    colour = " ".join([f"{grey / 255:.4f}"] * 3)
    found = check(pdf([*GOOD, ("P", {"Colour": colour}, ["Pale words"])]), None, CLEAR)
    told = [(one.code, one.severity) for one in found]
    assert told == ([] if severity is None else [("pdf-contrast-low", severity)])


@pytest.mark.parametrize("data", [b"", b"no pdf", b"%PDF-1.7\n%%EOF", b"\x00" * 100])
def test_what_cannot_be_opened_is_no_fault(data: bytes) -> None:
    assert check(data) == ()


def test_a_file_cut_short_is_no_fault() -> None:
    whole = pdf(GOOD)
    for share in range(10, 100, 10):
        assert isinstance(check(whole[: len(whole) * share // 100], None, CLEAR), tuple)


def test_a_tree_that_goes_round_in_a_circle_is_no_fault() -> None:
    def tie(file: pikepdf.Pdf) -> None:
        found = elements_of(file)
        found[-1].K = Array([found[0]])
        found[0].Alt = String("x")

    assert isinstance(check(spoiled(pdf(GOOD), tie), None, CLEAR), tuple)


@pytest.mark.parametrize("standard", ["ua-1", "ua-2"])
def test_notes_are_words_below_their_heading_in_both_standards(standard: Any) -> None:
    theme = load_edition("standard").theme
    whole = build.everything()
    first, *others = whole.sections
    first = replace(first, sections=())
    noted_last = replace(whole, contents=whole.contents[::2], sections=(*others, first))
    template = pdf_reportlab.compile(noted_last, theme, standard=standard)
    found = check(pdf_reportlab.stamp(template, BRAND), theme, CLEAR)
    assert "pdf-heading-alone" not in {one.code for one in found}
