"""The Word reader against the contract of ARCHITECTURE.md, on files written by hand."""

from __future__ import annotations

import io
import zipfile

import pytest

from exporter.outline import Entry
from exporter.readback import Unreadable
from exporter.readback.docx import read_back
from tests.unit.readback.word_by_hand import level, p, r, read


def test_styles_say_what_a_paragraph_is() -> None:
    outline = read(
        p("H1", "The title"), p("F", "Version 1"), p("C1", "1. Part 3"), p("H2", "1. Part"),
        p("T", "Words"), p("T"), p("Q", "Nothing."), p("QS", "A member"), p("Te", "Clinic"),
        p("De", "A place."), p("LC", "Open."), p("La", "Think"), p("Ca", "Figure 1"),
    )  # fmt: skip
    assert outline == (
        Entry("heading", "The title", level=1),
        Entry("heading", "1. Part", level=2),
        Entry("paragraph", "Words"),
        Entry("quote", "Nothing."),
        Entry("source", "A member"),
        Entry("term", "Clinic"),
        Entry("definition", "A place."),
        Entry("paragraph", "Open."),
        Entry("label", "Think"),
        Entry("caption", "Figure 1"),
    )


def test_items_take_their_level_from_the_numbering() -> None:
    outline = read(p("LB", "one", numbering=level(0)), p("LB", "in", numbering=level(1)))
    assert outline == (Entry("item", "one", level=1), Entry("item", "in", level=2))


def test_print_only_words_are_not_told() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGEREF two \\h '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        "<w:r><w:t>7</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    address = r(" (example.org)", '<w:rStyle w:val="WA"/>')
    page = r(" (page ", '<w:rStyle w:val="PR"/>')
    assert read(p("T", "See 2", page, field, address, ".")) == (Entry("paragraph", "See 2."),)


def test_links_foreign_words_and_notes_follow_their_block() -> None:
    foreign = r("croeso", '<w:lang w:val="cy"/>') + r(" i chi", '<w:b/><w:lang w:val="cy"/>')
    link = f'<w:hyperlink r:id="a">{r("the Trust")}</w:hyperlink>'
    inside = f'<w:hyperlink w:anchor="two">{r("part 2")}</w:hyperlink>'
    mark = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    note = f'<w:endnote w:id="2">{p("T", "<w:r><w:endnoteRef/></w:r>", "A note.")}</w:endnote>'
    separator = '<w:endnote w:type="separator" w:id="0"><w:p/></w:endnote>'
    outline = read(
        p("T", link, " and ", inside, mark, ", ", foreign),
        p("T", "After."),
        endnotes=separator + note,
        links={"a": "https://example.org/"},
    )
    assert outline == (
        Entry("paragraph", "the Trust and part 2, croeso i chi"),
        Entry("strong", "i chi"),
        Entry("link", "the Trust", target="https://example.org/"),
        Entry("link", "part 2"),
        Entry("note", "A note."),
        Entry("foreign", "croeso i chi", language="cy"),
        Entry("paragraph", "After."),
    )


def _picture(words: str, decorative: bool = False, name: str = "p") -> str:
    mark = '<d:decorative val="1"/>' if decorative else ""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="{name}" descr="{words}">{mark}'
        "</wp:docPr></wp:inline></w:drawing></w:r>"
    )


def test_pictures_are_their_alternative_text_and_decorative_ones_nothing() -> None:
    outline = read(p("T", _picture("A tick")), p("T", _picture("", decorative=True)))
    assert outline == (Entry("figure", "A tick"),)


def test_a_picture_that_lost_its_alternative_text_is_still_told() -> None:
    assert read(p("T", _picture(""))) == (Entry("figure"),)
    assert read(p("T", _picture("", name="note sign 3"))) == (Entry("figure"),)


def test_a_decorative_picture_of_ours_that_lost_its_mark_is_known_by_its_name() -> None:
    """LibreOffice 7.4 saves the name and not the mark."""
    assert read(p("T", _picture("", name="bus (decorative) 3"))) == ()
    described = _picture("A bus", name="bus (decorative) 3")
    assert read(p("T", described)) == (Entry("figure", "A bus"),)


def _table(properties: str, *rows: str) -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def _row(*cells: str, head: bool = False) -> str:
    mark = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tr>{mark}{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def test_cells_know_their_headers() -> None:
    outline = read(
        _table(
            '<w:tblStyle w:val="DT"/><w:tblLook w:firstColumn="1"/>',
            _row(p("T", "Stage"), p("T", "Who"), head=True),
            _row(p("T", "Design"), p("T", "All") + p("T", "of us")),
        )
    )
    assert outline == (
        Entry("table"),
        Entry("header-cell", "Stage"),
        Entry("header-cell", "Who"),
        Entry("header-cell", "Design"),
        Entry("cell", "All", headers=("Design", "Who")),
        Entry("paragraph", "of us"),
    )


def test_a_table_without_a_style_only_sets_things_side_by_side() -> None:
    outline = read(_table("", _row(p("T", _picture("A tick")), p("T", "It is right."))))
    assert outline == (Entry("figure", "A tick"), Entry("paragraph", "It is right."))


def test_strangers_headings_and_lists_are_known_by_what_word_knows() -> None:
    outline_level = '<w:outlineLvl w:val="2"/>'
    outline = read(
        f"<w:p><w:pPr>{outline_level}</w:pPr>{r('A heading')}</w:p>",
        f"<w:p><w:pPr>{level(1)}</w:pPr>{r('an item')}</w:p>",
        f"<w:p>{r('words')}</w:p>",
    )
    assert [(entry.role, entry.level) for entry in outline] == [
        ("heading", 3),
        ("item", 2),
        ("paragraph", 0),
    ]


def test_words_in_a_text_box_are_told_once() -> None:
    box = f"<w:txbxContent>{p('T', 'boxed')}</w:txbxContent>"
    both = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    )
    outline = read(p("T", "before", f"<w:r>{both}</w:r>"))
    assert [entry.text for entry in outline] == ["before", "boxed"]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no zip", b"\xd0\xcf\x11\xe0 an old one"])
def test_what_is_no_word_file_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"Word file.*\.$"):
        read_back(data)


def test_a_zip_bomb_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 120_000_000)
    with pytest.raises(Unreadable, match="100 MB"):
        read_back(buffer.getvalue())


def test_an_entity_bomb_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>')
    with pytest.raises(Unreadable, match="definitions"):
        read_back(buffer.getvalue())


def test_endless_nesting_is_refused() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000
    with pytest.raises(Unreadable, match="deeply"):
        read(deep)


def test_broken_xml_is_refused() -> None:
    with pytest.raises(Unreadable, match="Word file"):
        read("<w:p>")
