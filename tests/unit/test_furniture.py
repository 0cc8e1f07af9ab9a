"""What the program adds around an author's words is in every file; its headings are headings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporter.compare import as_met, missing_furniture
from exporter.formats import FORMATS, Settings
from exporter.furniture import furniture_of
from exporter.model import Document, Furniture, Note, Section
from exporter.outline import Entry, Outline, outline_of
from exporter.readback import docx, html, pdf
from exporter.styles.editions import load_edition
from exporter.verify import verify
from tests import build
from tests.test_parity import BRAND
from tests.unit.readback.pdf_by_hand import pdf as pdf_of
from tests.unit.readback.word_by_hand import p, word

THEME = load_edition("standard").theme


def _heading(text: str, level: int) -> Entry:
    return Entry("heading", text, level=level)


# ---- what is expected ----


def test_the_headings_of_the_program_stand_one_below_what_they_stand_in() -> None:
    made = Furniture("Who made the pictures", (build.para("Ada."),))
    inner = Section(anchor="in", heading="In", level=3, blocks=(made,))
    deep = Section(anchor="deep", heading="Deep", level=6, blocks=(made,))
    notes = (Note(1, "n", build.words("A note.")),)
    part = Section(anchor="one", heading="One", level=2, sections=(inner, deep), notes=notes)
    document = build.document(sections=(part,), end=(made,), cover_lines=("Version 2",))
    assert furniture_of(document) == (
        Entry("paragraph", "Version 2"),
        _heading("Contents", 2),
        _heading("Who made the pictures", 4),
        Entry("paragraph", "Ada."),
        _heading("Who made the pictures", 6),
        Entry("paragraph", "Ada."),
        _heading("Notes", 3),
        _heading("Who made the pictures", 2),
        Entry("paragraph", "Ada."),
        _heading("Who made this", 2),
    )


def test_a_document_without_contents_and_notes_has_no_headings_for_them() -> None:
    document = build.document(build.para("Words."), contents=())
    assert furniture_of(document) == (_heading("Who made this", 2),)


# ---- what is missed ----

EXPECTED = (_heading("Contents", 2), Entry("paragraph", "Version 2"), _heading("Notes", 3))


@pytest.mark.parametrize(
    ("found", "message"),
    [
        ((EXPECTED[0], EXPECTED[2]), "The words “Version 2” that the program adds are missing."),
        (EXPECTED[:2], "The heading of level 3 “Notes” that the program adds is missing."),
        (
            (*EXPECTED[:2], Entry("paragraph", "Notes")),
            "The heading of level 3 “Notes” that the program adds should be a heading of that "
            "level, and is not.",
        ),
        (
            (*EXPECTED[:2], _heading("Notes", 2)),
            "The heading of level 3 “Notes” that the program adds should be a heading of that "
            "level, and is not.",
        ),
    ],
)
def test_what_is_not_there_is_told(found: Outline, message: str) -> None:
    (finding,) = missing_furniture(EXPECTED, found)
    assert (finding.code, finding.message) == ("furniture-missing", message)


def test_what_stands_twice_must_be_there_twice_and_more_may_be_there() -> None:
    notes = (_heading("Notes", 3),) * 2
    assert len(missing_furniture(notes, notes[:1])) == 1
    assert missing_furniture(notes, (*notes, Entry("paragraph", "The River Trust"))) == ()


# ---- in whole files ----


def _file(name: str, document: Document) -> bytes:
    made = FORMATS[name].engine(Settings(), document)
    return made.stamp(made.compile(document, THEME), BRAND)


def _verified(name: str, data: bytes, document: Document) -> list[str]:
    found = verify(
        data, FORMATS[name].suffixes[0],
        expected=outline_of(document), theme=THEME,
        furniture=furniture_of(document, on_paper=FORMATS[name].medium == "paper"),
    )  # fmt: skip
    return [one.message for one in found.findings if one.code == "furniture-missing"]


@pytest.mark.parametrize("name", [name for name in FORMATS])
def test_a_file_that_lacks_what_the_program_adds_is_told_of_and_no_other(name: str) -> None:
    document = build.everything()
    data = _file(name, document)
    assert _verified(name, data, document) == []
    more = replace(
        document,
        cover_lines=(*document.cover_lines, "Draft."),
        end=(*document.end, Furniture("Checked by", (build.para("The group."),))),
    )
    assert _verified(name, data, more) == [
        "The words “Draft.” that the program adds are missing.",
        "The heading of level 2 “Checked by” that the program adds is missing.",
        "The words “The group.” that the program adds are missing.",
    ]


# ---- what readers take for furniture ----


def _styles() -> str:
    return "".join(
        f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        f"<w:pPr>{properties}</w:pPr></w:style>"
        for name, properties in {
            "Furniture Heading": '<w:outlineLvl w:val="1"/>',
            "Furniture Notes": '<w:outlineLvl w:val="2"/>',
            "TOC Heading": '<w:outlineLvl w:val="1"/>',
            "Furniture List": "",
            "Furniture Gap": "",
        }.items()
    )


def test_word_tells_furniture_by_its_styles_and_notes_after_each_section_that_has_some() -> None:
    mark = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    end = '<w:p><w:pPr><w:pStyle w:val="FurnitureGap"/><w:sectPr/></w:pPr></w:p>'
    contents = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{p('TOCHeading', 'Contents')}{p('C1', '1. One')}"
        "</w:sdtContent></w:sdt>"
    )
    line = f'<w:endnote w:type="separator" w:id="0">{p("FurnitureNotes", "Notes")}</w:endnote>'
    note = f'<w:endnote w:id="2">{p("T", "A note.")}</w:endnote>'
    body = (
        p("F", "Version 1") + contents + p("T", "One", mark) + end + p("T", "Two") + end
        + p("T", "Three", mark) + p("FurnitureHeading", "Who made this")
        + p("FurnitureList", "Ada")
    )  # fmt: skip
    found = docx.read(word(body, endnotes=line + note, styles=_styles()))
    assert [entry.text for entry in found.outline] == ["One", "A note.", "Two", "Three"]
    assert found.furniture == (
        Entry("paragraph", "Version 1"),
        _heading("Contents", 2),
        _heading("Notes", 3),
        _heading("Who made this", 2),
        Entry("item", "Ada", level=1),
        _heading("Notes", 3),
    )


def test_html_tells_furniture_by_its_mark_and_of_the_contents_only_the_heading() -> None:
    found = html.read(
        b'<html lang="en"><body><h1>Title</h1><div data-furniture><p>Version 1</div>'
        b"<nav data-furniture><h2>Contents</h2><ol><li><a href=#a>One</a></ol></nav><p>Words"
        b'<a role="doc-noteref" href="#n">1</a><section role="doc-endnotes">'
        b'<h3 data-furniture>Notes</h3><ol><li id="n">A note.</ol></section>'
        b"<footer data-furniture><div data-furniture><h2>End</h2><ul><li>Large print</ul></div>"
    )
    assert [entry.text for entry in found.outline] == ["Title", "Words", "A note."]
    assert found.furniture == (
        Entry("paragraph", "Version 1"),
        _heading("Contents", 2),
        _heading("Notes", 3),
        _heading("End", 2),
        Entry("item", "Large print", level=1),
    )


def test_pdf_tells_furniture_by_its_type_and_of_the_contents_only_the_heading() -> None:
    toc = ("TOC", {}, [("TOCI", {}, ["One 3"])])
    found = pdf.read(
        pdf_of([
            ("H1", {}, ["Title"]), ("Furniture", {}, [("P", {}, ["Version 1"])]),
            ("Furniture", {}, [("H2", {}, ["Contents"]), toc]), ("P", {}, ["Words"]),
            ("Furniture", {}, [("H3", {}, ["Notes"]), ("Note", {"ID": "n"}, ["No note of it"])]),
        ])
    )  # fmt: skip
    assert [entry.text for entry in found.outline] == ["Title", "Words"]
    assert found.furniture == (
        Entry("paragraph", "Version 1"), _heading("Contents", 2), _heading("Notes", 3),
    )  # fmt: skip


def test_a_stranger_s_file_has_no_furniture() -> None:
    assert html.read(b"<html><nav><h2>Contents</h2></nav><p>Words").furniture == ()
    assert pdf.read(pdf_of([("P", {}, ["Words"])])).furniture == ()
    assert docx.read(word(p("T", "Words"))).furniture == ()


def test_list_items_and_paragraphs_of_the_program_are_the_same_words() -> None:
    strong = Entry("strong", "Large print")
    item = Entry("item", "Large print", level=1)
    assert as_met((item, strong)) == as_met((Entry("paragraph", "Large print"),))
