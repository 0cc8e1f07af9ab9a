"""Spoil one thing in a good Word file: the checker names it, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from exporter.diagnostics import Severity
from exporter.file_rules.docx import RULES, check
from exporter.file_rules.docx.catalogue import LOOK
from exporter.styles.editions import load_edition
from tests import build
from tests.unit.file_rules.docx.spoiling import (
    BRAND,
    CORE,
    DOCUMENT,
    FOOTER,
    HEADER,
    NUMBERING,
    SETTINGS,
    STYLES,
    THEME,
    TYPES,
    Spoil,
    after,
    change,
    counted,
    decorative,
    easy,
    good,
    in_style,
    long,
    paragraph,
    rewrite,
    spoiled,
    together,
)

INNER = "Words of the inner part."
TICK = 'descr="A tick in a circle: something is right"'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
NESTED = (
    '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="900"/>'
    "</w:tblGrid><w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:p><w:r><w:t>inside</w:t></w:r></w:p>"
    "</w:tc></w:tr></w:tbl>"
)
WATERMARK = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="w">'
    '<v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
)
CAPTION = 'descr="Figure 1: How it goes round, from the River Trust"'

SPOILS: dict[str, tuple[Callable[[], bytes], Spoil]] = {
    # ---- the file
    "word-macros": (
        good,
        change(
            TYPES,
            "openxmlformats-officedocument.wordprocessingml.document.main",
            "ms-word.document.macroEnabled.main",
        ),
    ),
    "word-compatibility-mode": (good, change(SETTINGS, 'w:val="15"', 'w:val="14"')),
    "word-text-apart": (good, after(INNER, '<w:altChunk r:id="rIdLost"/>')),
    "word-access-restricted": (
        good,
        change(
            SETTINGS,
            "<w:defaultTabStop",
            '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:defaultTabStop',
        ),
    ),
    "word-title-missing": (good, rewrite(CORE, "<dc:title>.*?</dc:title>", "")),
    "word-property-missing": (good, rewrite(CORE, "<dc:creator>.*?</dc:creator>", "")),
    "word-metadata-left-over": (good, change(CORE, "The River Trust", "python-docx")),
    "word-language-missing": (good, rewrite(STYLES, "<w:lang [^>]*>", "")),
    "word-language-differs": (good, change(CORE, "en-GB", "fr-FR")),
    "word-direction-missing": (good, change(DOCUMENT, INNER, "שלום לכם.")),
    "word-changes-left": (
        good,
        rewrite(DOCUMENT, rf"(<w:r><w:t[^>]*>{INNER}</w:t></w:r>)", r'<w:ins w:id="9">\1</w:ins>'),
    ),
    "word-control-untitled": (good, rewrite(DOCUMENT, "<w:alias [^>]*>", "")),
    # ---- pictures
    "word-alt-missing": (good, change(DOCUMENT, TICK, 'descr=""')),
    "word-alt-file-name": (good, change(DOCUMENT, TICK, 'descr="tick.svg"')),
    "word-alt-decorative": (decorative, change(DOCUMENT, 'descr=""', 'descr="A leaf"')),
    "word-alt-caption": (
        good,
        rewrite(
            DOCUMENT, rf'{TICK}(?=(?:(?!</w:p>).)*</w:p><w:p><w:pPr><w:pStyle w:val="Cap)', CAPTION
        ),
    ),
    "word-alt-long": (good, change(DOCUMENT, TICK, f'descr="{"A tick in a ring. " * 20}"')),
    "word-object-floating": (
        good,
        together(
            change(DOCUMENT, "<wp:inline ", "<wp:anchor "),
            change(DOCUMENT, "</wp:inline>", "</wp:anchor>"),
        ),
    ),
    "word-watermark": (good, change(HEADER, "</w:p>", f"{WATERMARK}</w:p>")),
    "word-svg-alone": (good, rewrite(DOCUMENT, '<a:blip r:embed="[^"]*">', "<a:blip>")),
    "word-picture-lost": (
        good,
        rewrite(DOCUMENT, 'a:blip r:embed="[^"]*"', 'a:blip r:embed="rIdX"'),
    ),
    "word-picture-number-twice": (good, change(DOCUMENT, 'docPr id="2"', 'docPr id="1"')),
    "word-decorative-mark": (decorative, change(DOCUMENT, "{C183D7F6", "{C183D7F7")),
    "word-picture-blurred": (
        good,
        together(
            rewrite(DOCUMENT, r"<a:extLst>(?:(?!</a:extLst>).)*svgBlip.*?</a:extLst>", ""),
            rewrite(
                DOCUMENT, r'<wp:extent cx="\d+" cy="\d+"', '<wp:extent cx="9144000" cy="9144000"'
            ),
        ),
    ),
    "word-row-picture-small": (easy, change(DOCUMENT, 'cx="2311400"', 'cx="1200000"', 2)),
    # ---- headings and contents
    "word-headings-missing": (
        long,
        together(
            rewrite(DOCUMENT, "<w:sdt>.*?</w:sdt>", "", 0),
            rewrite(DOCUMENT, '"Heading[1-6]"', '"Subtitle"', 0),
            rewrite(STYLES, "<w:outlineLvl [^>]*/>", "", 0),
        ),
    ),
    "word-heading-first": (good, change(DOCUMENT, '"Heading1"', '"Heading2"')),
    "word-heading-skipped": (good, change(DOCUMENT, '"Heading3"', '"Heading5"')),
    "word-heading-empty": (good, after(INNER, paragraph("", "Heading3"))),
    "word-heading-long": (good, change(DOCUMENT, ">More<", f">More {'and more ' * 12}<", 2)),
    "word-heading-faked": (
        good,
        after(INNER, paragraph("Seen from here", run="<w:b/>") + paragraph("A.")),
    ),
    "word-heading-parted": (
        good,
        rewrite(STYLES, '(w:styleId="Heading3">.*?)<w:keepNext/>', r"\1"),
    ),
    "word-contents-missing": (long, rewrite(DOCUMENT, "<w:sdt>.*?</w:sdt>", "", 0)),
    "word-contents-empty": (
        good,
        rewrite(DOCUMENT, r"(TOC\d.*?)<w:hyperlink [^>]*>(.*?)</w:hyperlink>", r"\1\2", 3),
    ),
    "word-fields-stale": (
        good,
        change(SETTINGS, "<w:defaultTabStop", '<w:updateFields w:val="1"/><w:defaultTabStop'),
    ),
    # ---- tables
    "word-table-header-missing": (good, change(DOCUMENT, "<w:tblHeader/>", "")),
    "word-table-merged": (
        good,
        rewrite(
            DOCUMENT, r"(<w:tcW [^>]*/>)(</w:tcPr>(?:(?!</w:tc>).)*Everyone ch)", r"\1<w:vMerge/>\2"
        ),
    ),
    "word-table-nested": (
        good,
        rewrite(DOCUMENT, r"(</w:tcPr>)((?:(?!</w:tc>).)*Everyone ch)", rf"\1{NESTED}\2"),
    ),
    "word-table-grid": (good, change(DOCUMENT, "</w:tblGrid>", '<w:gridCol w:w="9"/></w:tblGrid>')),
    "word-table-cell-open": (
        good,
        rewrite(
            DOCUMENT,
            r"(Everyone chooses\.</w:t></w:r></w:p>)",
            r'\1<w:bookmarkStart w:id="99" w:name="z"/><w:bookmarkEnd w:id="99"/>',
        ),
    ),
    "word-table-description-missing": (
        good,
        rewrite(DOCUMENT, "<w:tblCaption [^>]*/><w:tblDescription [^>]*/>", ""),
    ),
    "word-table-row-splits": (good, change(DOCUMENT, "<w:trPr><w:cantSplit/></w:trPr>", "")),
    "word-table-blank": (
        good,
        rewrite(DOCUMENT, r"(?:(?<=>)Asked(?=<)|The team\.)", "", 2),
    ),
    # ---- words, lists, links
    "word-blank-paragraphs": (good, after(INNER, paragraph("") * 2)),
    "word-blanks-repeated": (good, change(DOCUMENT, INNER, "Words     of the inner part.")),
    "word-list-faked": (good, after(INNER, paragraph("- one") + paragraph("- two"))),
    "word-link-text": (
        good,
        rewrite(
            DOCUMENT,
            r">part 2, <(?:(?!</w:hyperlink>).)*</w:hyperlink>",
            ">here</w:t></w:r></w:hyperlink>",
        ),
    ),
    "word-link-same-words": (
        good,
        rewrite(DOCUMENT, r'(r:id="rIdLink1".*?)r:id="rIdLink1"', r'\1r:id="rIdContact1"'),
    ),
    "word-link-dead": (good, rewrite(DOCUMENT, 'w:anchor="two"', 'w:anchor="three"')),
    "word-link-not-underlined": (good, change(STYLES, '<w:u w:val="single"/>', "")),
    "word-note-lost": (
        good,
        rewrite(DOCUMENT, 'endnoteReference w:id="1"', 'endnoteReference w:id="7"'),
    ),
    "word-field-open": (good, rewrite(FOOTER, '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "")),
    "word-bookmark-twice": (good, change(DOCUMENT, 'w:name="researcher"', 'w:name="one"')),
    "word-style-missing": (
        good,
        change(DOCUMENT, 'pStyle w:val="BodyText"', 'pStyle w:val="Gone"'),
    ),
    "word-number-missing": (
        good,
        change(DOCUMENT, '<w:numId w:val="1"/>', '<w:numId w:val="77"/>'),
    ),
    # ---- how it is written
    "word-order": (
        good,
        rewrite(NUMBERING, "(<w:abstractNum .*</w:abstractNum>)(<w:num .*</w:num>)", r"\2\1"),
    ),
    "word-colour-value": (
        good,
        change(STYLES, 'w:color w:val="0F5C63"', 'w:color w:val="#0F5C63"'),
    ),
    "word-part-kind": (
        good,
        change(TYPES, '<Default Extension="svg" ContentType="image/svg+xml"/>', ""),
    ),
    # ---- pages
    "word-page-size-missing": (good, rewrite(DOCUMENT, "<w:pgSz [^>]*/>", "")),
    "word-page-number-missing": (good, change(FOOTER, " PAGE ", " DATE ")),
    "word-columns": (good, change(DOCUMENT, "<w:cols ", '<w:cols w:num="2" ')),
    "word-too-many-pages": (easy, counted(25)),
    "word-formats-line-missing": (long, together()),
    "word-formats-line-small": (
        good,
        rewrite(STYLES, r'(w:styleId="FurnitureText">.*?<w:sz w:val=)"32"', r'\1"28"'),
    ),
    "word-margin-narrow": (good, rewrite(DOCUMENT, r'(<w:pgMar [^>]*w:left=)"\d+"', r'\1"600"')),
    "word-running-only": (
        good,
        rewrite(
            FOOTER, "A small sample, version 1.0", "Beware wolves, foxes, badgers, otters, lynxes"
        ),
    ),
    # ---- the look
    "word-size-small": (good, in_style("Strong", run='<w:sz w:val="20"/>')),
    "word-line-pitch": (good, rewrite(STYLES, r'(<w:pPrDefault>.*?w:line=)"\d+"', r'\1"220"')),
    "word-line-long": (long, rewrite(DOCUMENT, r'(<w:pgSz [^>]*w:w=)"\d+"', r'\1"15000"', 0)),
    "word-centred": (long, in_style("BodyText", paragraph='<w:jc w:val="center"/>')),
    "word-justified": (good, in_style("BodyText", paragraph='<w:jc w:val="both"/>')),
    "word-italics": (good, in_style("Emphasis", run="<w:i/>")),
    "word-capitals": (good, in_style("Heading2", run="<w:caps/>")),
    "word-underline": (good, in_style("Strong", run='<w:u w:val="single"/>')),
    "word-effects": (good, in_style("Strong", run="<w:shadow/>")),
    "word-hyphenation": (
        good,
        change(SETTINGS, "<w:defaultTabStop", "<w:autoHyphenation/><w:defaultTabStop"),
    ),
    "word-letters-close": (good, in_style("Strong", run='<w:spacing w:val="-12"/>')),
    "word-first-line": (good, in_style("BodyText", paragraph='<w:ind w:firstLine="300"/>')),
    "word-typeface": (good, change(THEME, 'typeface="Arial"', 'typeface="Times New Roman"', 9)),
    "word-contrast": (
        good,
        together(change(THEME, "0F5C63", "8FB0B3", 9), change(STYLES, "0F5C63", "8FB0B3", 99)),
    ),
    "word-colour-two-values": (good, change(THEME, "0F5C63", "203040", 9)),
    "word-lines-alone": (good, change(STYLES, "<w:widowControl/>", '<w:widowControl w:val="0"/>')),
    "word-direct-formatting": (
        good,
        rewrite(
            DOCUMENT, rf"<w:r>(<w:t[^>]*>{INNER})", r'<w:r><w:rPr><w:sz w:val="40"/></w:rPr>\1'
        ),
    ),
}
ASKED = {"word-too-many-pages": "easy-read", "word-formats-line-missing": "clear-print"}
"""Rules that are asked only of what an edition promises."""
UNOPENED = {"word-unreadable", "word-encrypted", "word-old-format"}


@pytest.mark.parametrize("make", [good, easy, long, decorative])
def test_nothing_is_found_in_a_good_file(make: Callable[[], bytes]) -> None:
    assert check(make()) == ()


@pytest.mark.parametrize("code", SPOILS)
def test_a_spoiled_file_is_named_by_its_rule_and_no_other(code: str) -> None:
    make, spoil = SPOILS[code]
    data = spoiled(make(), spoil)
    assert {finding.code for finding in check(data, None, ASKED.get(code, ""))} == {code}


@pytest.mark.parametrize(("grey", "codes"), [("767676", set()), ("777777", {"word-contrast"})])
def test_words_need_a_contrast_of_four_and_a_half_to_one(grey: str, codes: set[str]) -> None:
    spoil = together(change(THEME, "0F5C63", grey, 9), change(STYLES, "0F5C63", grey, 99))
    assert {finding.code for finding in check(spoiled(good(), spoil))} == codes


def test_every_rule_has_a_spoiled_example() -> None:
    assert set(SPOILS) | UNOPENED == set(RULES)


def test_every_rule_says_why_it_is_there_and_who_asks_for_it() -> None:
    for code, rule in RULES.items():
        assert rule.code == code
        assert rule.title
        assert rule.reason
        assert rule.source


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "word-unreadable"),
        (b"just some words", "word-unreadable"),
        (b"PK\x03\x04 not a zip", "word-unreadable"),
        (OLE, "word-old-format"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "word-encrypted"),
    ],
)
def test_what_is_no_word_file_is_one_finding(data: bytes, code: str) -> None:
    assert [finding.code for finding in check(data)] == [code]


@pytest.mark.parametrize("part", [DOCUMENT, STYLES, SETTINGS, "_rels/.rels", "word/endnotes.xml"])
def test_a_damaged_part_is_one_finding(part: str) -> None:
    def cut(files: dict[str, str]) -> None:
        files[part] = files[part][: len(files[part]) // 2]

    assert [finding.code for finding in check(spoiled(good(), cut))] == ["word-unreadable"]


def test_a_file_cut_off_anywhere_never_brings_a_traceback() -> None:
    data = good()
    for end in range(0, len(data), max(1, len(data) // 40)):
        assert check(data[:end])


def test_easy_read_must_not_have_more_than_24_pages() -> None:
    asked = {}
    for pages in (20, 21, 25):
        found = check(spoiled(easy(), counted(pages)), None, "easy-read")
        asked[pages] = [finding.severity for finding in found]
    assert asked == {20: [], 21: [Severity.PLEASE_ANSWER], 25: [Severity.MUST_FIX]}


def test_a_long_line_in_a_strangers_file_is_only_told() -> None:
    (finding,) = check(spoiled(long(), SPOILS["word-line-long"][1]))
    assert finding.severity is Severity.FOR_INFORMATION


def test_a_blurred_picture_is_asked_about_where_an_edition_is_and_told_of_elsewhere() -> None:
    data = spoiled(good(), SPOILS["word-picture-blurred"][1])
    theme = load_edition("standard").theme
    assert [one.severity for one in check(data, None, "clear-print")] == [Severity.PLEASE_ANSWER]
    assert [one.severity for one in check(data)] == [Severity.FOR_INFORMATION]
    assert [one.severity for one in check(data, theme)] == [Severity.FOR_INFORMATION]


def test_words_of_an_author_that_begin_with_a_dash_are_told_in_the_source_and_not_in_word() -> None:
    data = spoiled(good(), SPOILS["word-list-faked"][1])
    assert [one.code for one in check(data)] == ["word-list-faked"]
    assert check(data, load_edition("standard").theme) == ()


@pytest.mark.parametrize("code", sorted(LOOK))
def test_the_look_of_a_file_that_promised_none_is_told_for_information(code: str) -> None:
    make, spoil = SPOILS[code]
    assert {one.severity for one in check(spoiled(make(), spoil))} == {Severity.FOR_INFORMATION}


def test_the_look_that_an_edition_promised_must_be_so() -> None:
    data = spoiled(good(), SPOILS["word-justified"][1])
    found = {one.code: one.severity for one in check(data, None, "clear-print")}
    assert found["word-justified"] is Severity.MUST_FIX


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    spoil = rewrite(DOCUMENT, r"\?>", f"?>{bomb}")
    assert [finding.code for finding in check(spoiled(good(), spoil))] == ["word-unreadable"]


def test_a_part_that_unpacks_without_bound_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exporter.zip_file.MOST_UNPACKED", 20_000)
    spoil = change(DOCUMENT, INNER, "x" * 50_000)
    assert [finding.code for finding in check(spoiled(good(), spoil))] == ["word-unreadable"]


def test_each_picture_without_a_description_is_a_finding_under_its_heading() -> None:
    data = spoiled(good(), change(DOCUMENT, TICK, 'descr=""', 3))
    found = [finding for finding in check(data) if finding.code == "word-alt-missing"]
    assert len(found) == 3
    assert all("under the heading “1. First part”" in finding.message for finding in found)


def test_the_most_serious_findings_come_first() -> None:
    spoil = together(SPOILS["word-property-missing"][1], SPOILS["word-alt-missing"][1])
    severities = [finding.severity for finding in check(spoiled(good(), spoil))]
    assert severities == sorted(severities)


def test_large_print_asks_for_larger_words_than_clear_print() -> None:
    edition = load_edition("large-print")
    found = check(good(), edition.theme, edition.rules)
    assert {finding.code for finding in found} >= {"word-size-small"}
    assert all(f.severity is Severity.MUST_FIX for f in found if f.code == "word-size-small")


@pytest.mark.parametrize("edition", ["standard", "large-print", "giant-print", "easy-read"])
def test_our_own_files_keep_what_their_edition_promises(edition: str) -> None:
    from exporter.writers import docx as writer

    one = load_edition(edition)
    for document in (build.everything(), build.easy()):
        data = writer.stamp(writer.compile(replace(document, edition=edition), one.theme), BRAND)
        assert check(data, one.theme, one.rules) == ()


def test_the_smallest_type_and_the_lowest_contrast_of_a_word_file_are_measured() -> None:
    from exporter.file_rules.docx import look

    _, measured = look(good(), None, "")
    assert measured["smallest_type"] >= 10
    assert measured["lowest_contrast"] >= 4.5
    smaller = rewrite(
        "word/document.xml",
        r'<w:r><w:t xml:space="preserve">Words of the inner',
        '<w:r><w:rPr><w:color w:val="999999"/><w:sz w:val="9"/></w:rPr>'
        '<w:t xml:space="preserve">Words of the inner',
    )
    _, small = look(spoiled(good(), smaller), None, "")
    assert small == {"smallest_type": 4.5, "lowest_contrast": 2.85}
