"""The tag tree: one element for each thing that the author wrote, however many pages it is on."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from exporter.model import (
    Foreign,
    Item,
    Link,
    List,
    NoteMark,
    PageNumber,
    Paragraph,
    PictureRow,
    Strong,
    Table,
    Text,
)
from exporter.outline import outline_of
from exporter.readback import pdf as reader
from exporter.styles.editions import load_edition
from tests import verapdf
from tests.build import NOTES, cell, document, easy, everything, para, picture, words
from tests.conftest import referee_absent
from tests.unit.writers.weasyprint.opened import (
    Element,
    build,
    counts,
    opened,
    small_paper,
    tree,
)

LONG = "People decide together what they do, and who has the last word. " * 12
SMALL = small_paper(load_edition("standard").theme)


def made(*blocks: object, **changes: object) -> Element:
    return tree(opened(build(document(*blocks, **changes), SMALL)))


def test_a_table_over_many_pages_is_one_table_whose_headers_are_there_once() -> None:
    rows = tuple((cell(f"Row {number}"), cell("Everyone chooses. " * 6)) for number in range(14))
    table = Table(columns=("Stage", "How"), rows=rows, header_column=True, widths=(0.3, 0.7))
    top = made(table)
    (one,) = top.every("Table")
    assert len(one.pages) > 2
    assert [len(list(one.every(role))) for role in ("THead", "TBody", "TR", "TH", "TD")] == [
        1, 1, 15, 16, 14,
    ]  # fmt: skip
    assert [cell.attribute("/Scope") for cell in one.every("TH")] == ["/Column"] * 2 + ["/Row"] * 14
    assert all(
        cell.pages == next(one.every("THead")).pages for cell in next(one.every("THead")).kids
    )


def test_a_paragraph_over_two_pages_is_one_paragraph() -> None:
    top = made(para(LONG * 2))
    paragraphs = [p for p in top.every("P") if len(p.pages) > 1]
    assert len(paragraphs) == 1


def test_a_list_over_pages_is_one_list_and_a_nested_one_stands_in_its_item() -> None:
    inner = List("number", (Item((para(LONG),)), Item((para(LONG),))))
    top = made(List("bullet", (Item((para(LONG), inner)), Item((para("b"), para(LONG))))))
    first, second, _ = top.every("L")  # the last one is how to reach the publisher
    assert first.attribute("/ListNumbering") == "/Disc"
    assert second.attribute("/ListNumbering") == "/Decimal"
    assert second.parent is not None
    assert second.parent.role == "LBody"
    assert [kid.role for kid in first.kids] == ["LI", "LI"]
    assert [kid.role for kid in first.kids[0].kids] == ["Lbl", "LBody"]
    assert [kid.role for kid in first.kids[1].kids[1].kids] == ["P"]


def test_a_link_over_lines_and_pages_is_one_link_with_a_place_to_press_on_each_line() -> None:
    link = Link((Text(LONG), Strong(words("and more")), Text(" of it")), "https://example.org/x")
    pdf = opened(build(document(para(LONG), Paragraph((link,))), SMALL))
    (one,) = (e for e in tree(pdf).every("Link") if len(e.pages) > 1)
    assert one.links > 8
    contents = {
        str(kid.Obj.Contents)
        for kid in one.dictionary.K
        if not isinstance(kid, int) and kid.get("/Type") == "/OBJR"
    }
    assert contents == {" ".join(f"{LONG}and more of it".split())}


def test_every_annotation_belongs_to_a_link_or_a_field() -> None:
    pdf = opened(build(everything()))
    annotations = [note for page in pdf.pages for note in page.get("/Annots", [])]
    linked = sum(element.links for element in tree(pdf).every("Link"))
    fields = len(list(tree(pdf).every("Form")))
    kinds = Counter(str(annotation.Subtype) for annotation in annotations)
    assert kinds == {"/Link": linked, "/Widget": fields}
    assert fields == 3
    assert all("/StructParent" in annotation for annotation in annotations)


def test_the_tree_counts_as_many_things_as_the_source() -> None:
    found = counts(tree(opened(build(everything(), SMALL))))
    expected = {
        "H1": 1, "H3": 3, "Sect": 3, "L": 12, "Term": 4, "Definition": 4, "BlockQuote": 1,
        "Source": 1, "Callout": 6, "Question": 2, "Table": 3, "Note": 1, "TOC": 2, "TOCI": 3,
        "PageRef": 1, "WebAddress": 1,
    }  # fmt: skip
    assert {role: found[role] for role in expected} == expected


def test_a_note_is_named_and_linked_there_and_back() -> None:
    pdf = opened(build(everything()))
    top = tree(pdf)
    (note,) = top.every("Note")
    assert note.text("/ID") == "note-1"
    assert note.kids[0].role == "Lbl"
    targets = [
        str(kid.Obj.Dest)
        for reference in (*top.every("Reference"), note.kids[0])
        for link in reference.every("Link")
        for kid in link.dictionary.K
        if not isinstance(kid, int) and kid.get("/Type") == "/OBJR"
    ]
    assert "note-1" in targets
    assert "mark.note-1" in targets
    names = [str(name) for name in list(pdf.Root.Names.Dests.Names)[::2]]
    assert {"note-1", "mark.note-1", "two", "cycle"} <= set(names)
    assert names == sorted(names)


def test_languages_and_abbreviations_are_said() -> None:
    top = tree(opened(build(everything())))
    spans = list(top.every("Span"))
    assert "cy" in [span.text("/Lang") for span in spans]
    assert "National Health Service" in [span.text("/E") for span in spans]


def test_pictures_have_their_text_and_their_place_on_the_page() -> None:
    pdf = opened(build(everything()))
    figures = list(tree(pdf).every("Figure"))
    assert all(figure.text("/Alt") for figure in figures)
    for figure in figures:
        left, bottom, right, top = (float(side) for side in figure.dictionary.A.BBox)
        assert 0 <= left < right <= 596
        assert 0 <= bottom < top <= 842


def test_a_decorative_picture_and_a_row_number_are_artifacts() -> None:
    row = PictureRow((picture(alt=""),), (para("One."),))
    number = PictureRow((), (para("573 people."),), "573")
    top = made(row, number)
    assert counts(top)["Figure"] == 0


@pytest.mark.parametrize("edition", ["standard", "large-print", "giant-print"])
def test_on_small_pages_the_words_are_still_those_of_the_document(edition: str) -> None:
    theme = small_paper(load_edition(edition).theme)
    for of in (everything(), easy()):
        found = reader.read_back(build(of, theme))
        assert [entry.key() for entry in found] == [entry.key() for entry in outline_of(of)]


def test_spaces_at_line_ends_are_there_before_and_after_marks_and_links() -> None:
    pieces: list[object] = []
    for number in range(60):
        pieces += [
            Text(f"word {'x' * (number % 7)} ends-"), Text(" "), Link(words("a link"), "tel:1"),
            Text(" "), PageNumber("one"), Text(" "), Foreign(words("gair arall"), "cy"),
        ]  # fmt: skip
    pieces += [NoteMark("note-1", 1), Text(" "), Foreign(words("gair"), "cy")]
    of = document(Paragraph(tuple(pieces)))  # type: ignore[arg-type]
    of = replace(of, sections=(replace(of.sections[0], notes=NOTES),))
    found = reader.read_back(build(of, SMALL))
    assert [entry.key() for entry in found] == [entry.key() for entry in outline_of(of)]


@pytest.mark.xdist_group("verapdf")
def test_small_pages_conform_to_pdf_ua_1(tmp_path: Path) -> None:
    if not verapdf.available():
        referee_absent("veraPDF", "its packages are not installed (make test installs them)")
    for number, of in enumerate((everything(), easy(), document(para(LONG)))):
        file = tmp_path / f"{number}.pdf"
        file.write_bytes(build(of, SMALL))
        assert verapdf.failures(file) == {}
