"""What stands in a Word file, and by which of Word's own means."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from lxml import etree

from exporter.model import (
    Box,
    BoxKind,
    Figure,
    Item,
    Link,
    List,
    NoteMark,
    Paragraph,
    PictureRow,
    Records,
    Section,
    Strong,
    Table,
    Text,
)
from exporter.outline import outline_of
from exporter.readback.docx import read, read_back
from exporter.writers import docx as writer
from tests import build
from tests.unit.writers.docx.opened import BRAND, WP, Opened, W, theme, written


def test_the_document_of_standard_and_large_print_is_the_same() -> None:
    standard, large = (Opened(written(build.everything(), e)) for e in ("standard", "large-print"))
    assert standard.text("word/document.xml") == large.text("word/document.xml")
    assert standard.text("word/styles.xml") != large.text("word/styles.xml")


def test_words_of_the_text_have_no_size_but_that_of_normal() -> None:
    """So one style changes them all; only what stands out among them has a size of its own.

    What the program adds has 16 points also where the text is smaller (COV-05).
    """
    styles = Opened(written(build.everything())).xml("word/styles.xml")
    sized = {
        style.find(f"{W}name").get(f"{W}val")
        for style in styles.iter(f"{W}style")
        if style.find(f"{W}rPr/{W}sz") is not None
    }
    assert sized == {f"heading {level}" for level in range(1, 7)} | {
        "Subtitle", "Label Number", "Furniture Heading", "Furniture Edition", "Furniture Text",
        "TOC Heading", "Tick Box",
    }  # fmt: skip
    based = {
        style.get(f"{W}styleId"): getattr(style.find(f"{W}basedOn"), "attrib", {}).get(f"{W}val")
        for style in styles.iter(f"{W}style")
        if style.get(f"{W}type") == "paragraph"
    }
    assert all(style == "Normal" or above in based for style, above in based.items())


def test_nothing_is_formatted_directly() -> None:
    body = Opened(written(build.everything())).body
    for properties in body.iter(f"{W}rPr"):
        allowed = {f"{W}rStyle", f"{W}lang", f"{W}rtl"}
        said = "".join(properties.getparent().itertext())
        if said and not any(map(str.isalnum, said)):  # signs that Arial has not
            allowed.add(f"{W}rFonts")
        assert {child.tag for child in properties} <= allowed
    for properties in body.iter(f"{W}pPr"):
        assert {child.tag for child in properties} <= {f"{W}pStyle", f"{W}numPr", f"{W}sectPr"}


def test_every_style_used_is_there_and_based_on_one_that_is() -> None:
    opened = Opened(written(build.everything()))
    styles = opened.xml("word/styles.xml")
    there = {style.get(f"{W}styleId") for style in styles.iter(f"{W}style")}
    used = set(re.findall(r'w:(?:p|r|tbl)Style w:val="(\w+)"', opened.text("word/document.xml")))
    based = {
        one.get(f"{W}val") for name in ("basedOn", "next") for one in styles.iter(f"{W}{name}")
    }
    assert used | based <= there


def test_the_contents_are_a_field_filled_with_links_and_name_no_page() -> None:
    text = Opened(written(build.everything())).text("word/document.xml")
    contents = text[text.index("<w:sdt>") : text.index("</w:sdt>")]
    assert r'TOC \o "2-3" \n \h \z' in contents
    assert contents.count("<w:hyperlink ") == 3
    assert "PAGEREF" not in contents
    assert "dirty" not in text


def test_page_numbers_are_fields_where_somebody_has_counted() -> None:
    pages = {"one": 3, "inner": 6, "two": 7}
    template = writer.compile(build.everything(), theme(), page_numbers=pages)
    text = Opened(writer.stamp(template, BRAND)).text("word/document.xml")
    assert text.count("PAGEREF") == 4  # three in the contents, one in a sentence
    assert read_back(template.data) == read_back(written(build.everything()))


def test_every_link_inside_the_document_has_its_bookmark() -> None:
    text = Opened(written(build.everything())).text("word/document.xml")
    names = set(re.findall(r'bookmarkStart [^>]*w:name="([^"]+)"', text))
    assert set(re.findall(r'w:anchor="([^"]+)"', text)) <= names


def test_bookmarks_have_names_that_word_allows_and_none_is_there_twice() -> None:
    anchors = ("being-asked", "being_asked", "Being-Asked", "9-stages", "x" * 60, "title1", "é")
    sections = tuple(
        Section(anchor=anchor, heading=f"Part {n}", level=2, blocks=(build.para("Words."),))
        for n, anchor in enumerate(anchors)
    )
    text = Opened(written(build.document(sections=sections, contents=()))).text("word/document.xml")
    names = re.findall(r'bookmarkStart [^>]*w:name="([^"]+)"', text)
    assert all(re.fullmatch(r"[^\W\d]\w{0,39}", name) for name in names)
    assert len({name.casefold() for name in names}) == len(names) == 2 * len(anchors)


def test_figures_and_tables_have_numbers_that_word_counts() -> None:
    figure = Figure(build.picture(), "Figure 1", build.words("One"), "one-figure")
    third = replace(figure, label="Figure 3", anchor="third-figure")
    body = Opened(written(build.document(figure, third, build.TABLE))).body
    counted = [text.strip() for text in _instructions(body) if "SEQ" in text]
    assert counted == [
        r"SEQ Figure \* ARABIC", r"SEQ Figure \* ARABIC \r 3", r"SEQ Table \* ARABIC",
    ]  # fmt: skip


def test_a_reference_is_a_link_that_ends_in_a_field_with_the_words_of_its_target() -> None:
    body = Opened(written(build.everything())).body
    link = next(one for one in body.iter(f"{W}hyperlink") if "part 2, " in _words(one))
    assert link.get(f"{W}anchor") == "two"
    assert _words(link) == "part 2, More"
    assert [text.strip() for text in _instructions(link)] == [r"REF _Ref6 \* CHARFORMAT"]


def _instructions(element: etree._Element) -> list[str]:
    return [str(text.text) for text in element.iter(f"{W}instrText")]


def _words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def test_each_numbered_list_starts_at_one() -> None:
    items = (Item((build.para("one"),)), Item((build.para("two"),)))
    document = build.document(List("number", items), build.para("Then."), List("number", items))
    opened = Opened(written(document))
    used = re.findall(r'<w:numId w:val="(\d+)"/>', opened.text("word/document.xml"))
    assert used[0] == used[1] != used[2] == used[3]
    numbering = opened.text("word/numbering.xml")
    assert numbering.count("<w:startOverride") == 2
    assert numbering.rindex("<w:abstractNum ") < numbering.index("<w:num ")


def test_notes_are_words_endnotes_at_the_end_of_their_section() -> None:
    opened = Opened(written(build.everything()))
    assert '<w:pos w:val="sectEnd"/>' in opened.text("word/settings.xml")
    assert opened.text("word/document.xml").count("<w:endnoteReference ") == 1
    notes = opened.xml("word/endnotes.xml")
    kinds = [note.get(f"{W}type", "normal") for note in notes]
    assert kinds == ["separator", "continuationSeparator", "normal"]


def test_a_document_without_notes_has_no_part_for_them() -> None:
    opened = Opened(written(build.document(build.para("Words."))))
    assert "word/endnotes.xml" not in opened.archive.namelist()
    assert "endnote" not in opened.text("word/settings.xml")


def test_a_word_section_ends_after_each_part_that_has_notes_and_nowhere_else() -> None:
    cited = Paragraph((Text("Said."), NoteMark("note-1", 1)))
    parts = (
        Section(anchor="a", heading="A", level=2, blocks=(build.para("Words."),)),
        Section(anchor="b", heading="B", level=2, blocks=(cited,), notes=build.NOTES),
        Section(anchor="c", heading="C", level=2, blocks=(build.para("Words."),)),
        Section(anchor="d", heading="D", level=2, blocks=(build.para("Words."),)),
    )
    body = Opened(written(build.document(sections=parts, contents=()))).body
    starts = [one.find(f"{W}type").get(f"{W}val") for one in body.iter(f"{W}sectPr")]
    # the cover; parts A and B; parts C and D; the end matter
    assert starts == ["nextPage", "nextPage", "continuous", "nextPage"]


def test_tables_name_their_headers_and_keep_their_rows_whole() -> None:
    tables = list(Opened(written(build.everything())).body.iter(f"{W}tbl"))
    data, *records = tables
    assert len(records) == 2
    assert data.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    assert data.find(f"{W}tblPr/{W}tblCaption").get(f"{W}val") == "Table 1: Who does what"
    for table in tables:
        assert table.find(f"{W}tblPr/{W}tblLook").get(f"{W}firstColumn") == "1"
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(f"{W}tr"))
    for record in records:
        assert record.find(f".//{W}tblHeader") is None


def test_a_record_stays_whole_and_no_row_of_a_table_stands_alone() -> None:
    rows = tuple((build.cell(f"row {n}"), build.cell("words")) for n in range(5))
    table = replace(build.TABLE, columns=("A", "B"), widths=(0.5, 0.5), rows=rows)
    opened = Opened(written(build.document(table, build.record("One", *[("a", "b")] * 3))))
    data, record = opened.body.iter(f"{W}tbl")
    kept = [
        [
            row.find(f".//{W}pStyle").get(f"{W}val") == "TableHeaderKept"
            for row in one.iter(f"{W}tr")
        ]
        for one in (data, record)
    ]
    # the header, the first row and the last but one; all of a record but its last row
    assert kept == [[True, True, False, False, True, False], [True, True, False]]


def test_the_heads_of_a_record_have_room_for_their_longest_word() -> None:
    def share(head: str) -> float:
        record = replace(build.record("One", (head, "Words.")), widths=(0.2, 0.8))
        opened = Opened(written(build.document(Records(tables=(record,)))))
        first, second = (
            int(column.get(f"{W}w"))
            for column in next(opened.body.iter(f"{W}tbl")).iter(f"{W}gridCol")
        )
        return first / (first + second)

    assert share("Who") < share("Co-production in research") == share("Co-production")
    assert share("Co-production" * 5) == pytest.approx(0.45, abs=0.01)


def test_words_of_the_program_that_announce_a_list_stay_with_it() -> None:
    from exporter.model import Furniture

    ways = List("bullet", (Item((build.para("Large print"),)),))
    end = (Furniture("Other ways", (build.para("As:"), ways, build.para("Ask us."))),)
    text = Opened(written(build.document(build.para("Words."), end=end))).text("word/document.xml")
    assert re.search(r'"FurnitureTextSmallKept"/>(?:(?!w:pStyle).)*As:', text)
    assert text.count("FurnitureTextSmallKept") == 1


def test_only_what_is_for_people_who_cannot_read_the_rest_is_larger_than_the_text() -> None:
    from exporter.model import Furniture

    end = (
        Furniture("Imprint", (build.para("A charity."),)),
        Furniture("Other ways", (build.para("Ask us."),), large=True),
    )
    text = Opened(written(build.document(build.para("Words."), end=end))).text("word/document.xml")
    assert re.search(r'"FurnitureTextSmall"/>(?:(?!w:pStyle).)*A charity', text)
    assert re.search(r'"FurnitureText"/>(?:(?!w:pStyle).)*Ask us', text)


@pytest.mark.parametrize("large", [False, True])
def test_items_of_the_programs_own_lists_are_items_at_either_size(large: bool) -> None:
    from exporter.model import Furniture

    listed = List("bullet", (Item((build.para("Ann drew a bus"),)),))
    end = (Furniture("Who made this", (listed,), large=large),)
    told = read(written(build.document(build.para("Words."), end=end)))
    assert ("item", "Ann drew a bus") in {(one.role, one.text) for one in told.furniture}


def test_a_cover_of_many_lines_has_a_smaller_picture() -> None:
    def height(lines: int) -> int:
        whole = replace(
            build.everything(),
            cover=build.picture("cover"),
            cover_lines=tuple(f"Line {n}" for n in range(lines)),
        )
        return int(next(Opened(written(whole)).body.iter(f"{WP}extent")).get("cy"))

    assert height(1) == height(3) > height(4)


def test_tables_that_touch_are_kept_apart() -> None:
    bare = replace(build.TABLE, label="", caption=(), anchor="")
    document = build.document(bare, bare)
    assert read_back(written(document)) == outline_of(document)
    assert Opened(written(document)).text("word/document.xml").count("</w:tbl><w:p>") == 2


def test_a_picture_says_what_it_shows_or_that_it_is_decorative() -> None:
    shown, bare = build.picture("shown", "A tick & a ring"), build.picture("bare", "")
    body = Opened(written(build.document(Figure(shown), Figure(bare)))).body
    named = {one.get("name").split()[0]: one for one in body.iter(f"{WP}docPr")}
    first, second = named["shown"], named["bare"]
    assert first.get("descr") == "A tick & a ring"
    assert second.get("descr") == ""
    assert len(second) == 1
    inner = [one for one in body.iter() if str(one.tag).endswith("}cNvPr")]
    assert inner
    assert not any("descr" in one.attrib for one in inner)  # or it would be read twice


def test_a_drawing_has_a_bitmap_beside_it_and_each_is_stored_once() -> None:
    archive = Opened(written(build.everything())).archive
    names = [name for name in archive.namelist() if "logo" not in name]
    drawn = [archive.read(name) for name in names if name.endswith(".svg")]
    bitmaps = [name for name in names if name.endswith(".png")]
    signs = [data for data in drawn if b'viewBox="0 0 400 320"' not in data]  # and codes, faces
    assert len(drawn) - len(signs) == 1
    assert len(signs) == len(set(signs)) >= 1
    # cover, figure and section head have their own sizes
    assert 1 <= len(bitmaps) - len(signs) <= 3


def test_each_kind_of_box_has_its_sign_beside_its_word_which_nobody_hears() -> None:
    kinds: tuple[BoxKind, ...] = ("note", "warning")
    boxes = [Box(kind, "Look", (build.para("Words."),)) for kind in kinds]
    opened = Opened(written(build.document(*boxes)))
    named = [one for one in opened.body.iter(f"{WP}docPr") if "sign" in one.get("name")]
    assert [one.get("name").split()[0] for one in named] == ["note", "warning"]
    assert [one.get("descr") for one in named] == ["", ""]


def test_words_in_a_drawing_are_set_in_a_typeface_that_readers_have() -> None:
    svg = build.SVG.replace(b"</svg>", b'<text font-family="Atkinson Hyperlegible">We</text></svg>')
    picture = replace(build.picture(), data=svg)
    opened = Opened(written(build.document(Figure(picture))))
    assert "Atkinson" not in opened.text("word/media/picture1.svg")


def test_large_print_and_standard_show_a_picture_at_the_same_size() -> None:
    sizes = [
        [one.get("cx") for one in Opened(written(build.everything(), e)).body.iter(f"{WP}extent")]
        for e in ("standard", "large-print")
    ]
    assert sizes[0] == sizes[1]


def test_a_foreign_word_names_its_language() -> None:
    text = Opened(written(build.everything())).text("word/document.xml")
    assert re.search(r'<w:lang w:val="cy"/></w:rPr><w:t[^>]*>cydgynhyrchu', text)


def test_an_arabic_document_runs_from_the_right() -> None:
    document = replace(
        build.everything(), language="ar", right_to_left=True, title="دليل صغير", subtitle="(1)"
    )
    opened = Opened(written(document))
    styles, text = opened.text("word/styles.xml"), opened.text("word/document.xml")
    assert '<w:lang w:val="ar" w:bidi="ar"/>' in styles
    assert "<w:bidi/>" in styles[styles.index('w:styleId="Normal"') :][:300]
    assert re.search(r"<w:rtl/></w:rPr><w:t[^>]*>دليل", text)
    assert text.count("<w:bidiVisual/>") == 3
    assert read_back(written(document)) == outline_of(document)


def test_bold_inside_bold_stays_bold() -> None:
    """Bold is a toggle in Word: a bold run in a bold style would be plain."""
    table = Table(
        columns=(),
        rows=(((build.Cell((Paragraph((Strong((Text("Both"),)),)),))), build.cell("yes")),),
        header_column=True,
        widths=(0.5, 0.5),
    )
    text = Opened(written(build.document(table))).text("word/document.xml")
    cell = text[text.index("TableHeader") : text.index("Both")]
    assert "rStyle" not in cell


def test_an_address_is_printed_where_the_document_has_one_and_nowhere_else() -> None:
    from exporter.model import Address

    said = (Link((Text("01632 960123"),), "tel:01632960123"),)
    unsaid = (Link((Text("Our page"),), "https://a.example/b/"), Address("https://a.example/b/"))
    document = build.document(Paragraph(said), Paragraph(unsaid))
    text = Opened(written(document)).text("word/document.xml")
    assert "(a.example/b)" in text
    assert "(01632960123)" not in text


@pytest.mark.parametrize("signs", ["a\x00b\x0bc", "\ud800", "<&\"'>", "  two  blanks  ", "\ufffe"])
def test_any_signs_can_be_written(signs: str) -> None:
    data = written(build.document(build.para(f"Before {signs} after"), title=f"T {signs}"))
    assert Opened(data).body is not None


def test_nothing_is_left_over_from_a_template() -> None:
    opened = Opened(written(build.everything()))
    names = opened.archive.namelist()
    assert not [name for name in names if "thumbnail" in name or "stylesWithEffects" in name]
    core = opened.text("docProps/core.xml")
    assert "python-docx" not in core
    assert "<dc:title>A small sample</dc:title>" in core
    assert "<dc:language>en-GB</dc:language>" in core
    assert "2026-11-01T00:00:00Z" in core


def test_the_settings_are_those_of_a_present_word_in_the_documents_language() -> None:
    settings = Opened(written(build.everything())).text("word/settings.xml")
    assert 'w:name="compatibilityMode"' in settings
    assert 'w:val="15"' in settings
    assert '<w:themeFontLang w:val="en-GB"/>' in settings
    assert "updateFields" not in settings


def test_a_typeface_of_ours_is_embedded_and_arial_is_not() -> None:
    from exporter.styles.editions import load_edition

    ours = load_edition("standard", font="Atkinson Hyperlegible").theme
    data = writer.compile(build.easy(), ours).data
    names = Opened(data).archive.namelist()
    assert [name for name in names if name.endswith(".odttf")] == [
        "word/fonts/font1.odttf", "word/fonts/font2.odttf",
    ]  # fmt: skip
    assert "<w:embedTrueTypeFonts/>" in Opened(data).text("word/settings.xml")
    plain = Opened(written(build.easy())).archive.namelist()
    assert not [name for name in plain if name.endswith(".odttf")]


def test_furniture_stays_furniture_whatever_stands_in_it() -> None:
    from exporter.model import Furniture

    blocks = tuple(block for block in build.EVERY_BLOCK if not isinstance(block, Furniture))
    plain = tuple(block for block in blocks if block != build.EVERY_BLOCK[1])  # it cites a note
    row = PictureRow((build.picture(),), (build.para("Words."),))
    document = build.document(build.para("Words."), end=(Furniture("End", (*plain, row)),))
    kept = [entry for entry in read_back(written(document)) if entry.text == "End"]
    assert kept == []
    assert [e.key() for e in read_back(written(document))] == [
        e.key() for e in outline_of(document)
    ]


def test_a_caption_stays_with_its_figure_and_with_its_table_and_with_nothing_else() -> None:
    """Four figures in a row are no chain: Word may begin a page between any two of them."""
    figures = [Figure(build.picture(), "Figure 1", (Text(words),)) for words in ("One.", "Two.")]
    words = (Text("Words."),)
    table = Table(("Key",), ((build.cell("One"),),), False, (1.0,), label="Table 1", caption=words)
    opened = Opened(written(build.document(*figures, table)))
    kept = {
        style.get(f"{W}styleId"): style.find(f"{W}pPr/{W}keepNext") is not None
        for style in opened.xml("word/styles.xml").iter(f"{W}style")
    }
    found = []
    for paragraph in opened.xml("word/document.xml").iter(f"{W}p"):
        name = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        if "Caption" in name:
            found.append((name, kept[name]))
    figure = [("FigurewithCaption", True), ("Caption", False)]
    assert found == [*figure, *figure, ("CaptionAbove", True)]
