"""What a screen reader meets: the tag tree of our PDF files."""

from __future__ import annotations

import pytest

from exporter.model import (
    Cell,
    Item,
    Link,
    List,
    Note,
    NoteMark,
    Paragraph,
    Section,
    Table,
    Text,
)
from exporter.writers.pdf_reportlab.lettering import Lettering
from exporter.writers.pdf_reportlab.look import Look
from exporter.writers.pdf_reportlab.painting import NobodyClaimed, Painter
from exporter.writers.pdf_reportlab.words import WordSetter
from tests import build
from tests.build import LINK, cell, document, para, words
from tests.unit.writers.pdf.reading import File, lines_of, made, theme

LONG = "people decide together and that is hard and it is worth doing " * 4


def everything() -> File:
    return File(made(build.everything()))


def test_the_cover_is_title_subtitle_picture_and_furniture() -> None:
    kids = everything().tags.kids
    assert [kid.name for kid in kids[:5]] == ["H1", "P", "Figure", "Furniture", "Furniture"]
    assert kids[0].words == "A small sample"
    assert kids[2].element["/Alt"] == "Six people talk at a round table"


def test_each_section_is_a_sect_that_begins_with_its_heading_and_holds_its_parts() -> None:
    sects = [tag for tag in everything().tags.kids if tag.name == "Sect"]
    assert [sect.kids[0].name for sect in sects] == ["H2", "H2"]
    assert sects[0].kids[1].name == "Figure"
    inner = [kid for kid in sects[0].kids if kid.name == "Sect"]
    assert [part.kids[0].words for part in inner] == ["Inner part"]


def test_lists_say_how_they_are_numbered_and_stand_inside_their_items() -> None:
    lists = everything().tags.every("L")
    assert [tag.attribute("/ListNumbering") for tag in lists[:7]] == [
        "/Disc", "/Decimal", "/Decimal", "/LowerAlpha", "/LowerRoman", "/UpperRoman", "/None",
    ]  # fmt: skip
    first = lists[0].kids[0]
    assert first.shape() == (
        "LI", "Lbl", ("LBody", ("L", ("LI", "Lbl", "LBody"), ("LI", "Lbl", "LBody"))),
    )  # fmt: skip
    assert [lbl.words for lbl in lists[1].every("Lbl")] == ["1.", "2."]
    assert [lbl.words for lbl in lists[3].every("Lbl")] == ["a)", "(iii)", "b)"]
    assert [lbl.words for lbl in lists[5].every("Lbl")] == ["IV."]


def test_a_plain_list_has_no_labels() -> None:
    plain = everything().tags.every("L")[6]
    assert plain.shape() == ("L", ("LI", "LBody"))


def test_terms_and_definitions_have_names_of_their_own() -> None:
    file = everything()
    assert [tag.words for tag in file.tags.every("Term")] == ["Researcher", "Service"]
    assert file.tags.every("Definition")[1].shape() == ("Definition", "P")


def test_a_box_is_a_callout_that_begins_with_its_label() -> None:
    callouts = everything().tags.every("Callout")
    assert [callout.kids[0].words for callout in callouts] == [
        "Think about it", "Please note", "573", "Phone", "Film", "What this picture shows",
    ]  # fmt: skip
    assert all(callout.kids[0].name == "Label" for callout in callouts)


def test_a_question_begins_with_its_label_and_is_no_callout_for_it_may_stand_in_one() -> None:
    questions = everything().tags.every("Question")
    assert [(one.kids[0].name, one.kids[0].words) for one in questions] == [
        ("Label", "What would help you to take part?"),
        ("Label", "What else?"),
    ]


def test_a_table_says_which_cells_are_heads_and_of_what() -> None:
    table = everything().tags.every("Table")[0]
    assert [kid.name for kid in table.kids] == ["Caption", "THead", "TBody"]
    assert [(head.words, head.attribute("/Scope")) for head in table.every("TH")] == [
        ("Stage", "/Column"),
        ("Deciding together", "/Column"),
        ("Being asked", "/Column"),
        ("Choosing the question", "/Row"),
        ("Design", "/Row"),
    ]


def test_each_record_is_a_table_with_a_caption_under_one_label() -> None:
    file = everything()
    captions = [table.kids[0].words for table in file.tags.every("Table")[1:]]
    assert captions == ["Choosing", "Design"]
    assert "Table 2: Set as rows" in [
        label.words.replace("\xa0", " ") for label in file.tags.every("Label")
    ]


def test_an_easy_read_row_is_a_figure_and_words_and_no_table() -> None:
    file = File(made(build.easy(), "easy-read"))
    sect = file.tags.every("Sect")[0]
    assert [kid.name for kid in sect.kids] == [
        "H2", "Figure", "P", "Figure", "Figure", "P", "P", "Figure", "P", "L",
    ]  # fmt: skip
    assert file.tags.every("Table") == []


def test_a_number_drawn_large_in_an_easy_read_row_is_decoration() -> None:
    tags = File(made(build.easy(), "easy-read")).tags
    assert "573" not in [tag.words for tag in tags.walk()]
    assert "573 people answered our questions." in [tag.words for tag in tags.walk()]


def test_figures_say_where_they_are_on_the_page() -> None:
    for figure in everything().tags.every("Figure"):
        assert figure.attribute("/Placement") == "/Block"
        assert figure.attribute("/BBox").count(",") == 3


def test_a_decorative_picture_is_no_figure() -> None:
    section = Section(
        anchor="one", heading="Part", level=2, picture=build.picture(alt=""), blocks=(para("We"),)
    )
    file = File(made(document(sections=(section,))))
    assert [tag.element.get("/Alt") for tag in file.tags.every("Figure")] == [
        "The River Trust, a river between two hills"
    ]


def test_other_languages_and_abbreviations_are_spans() -> None:
    spans = everything().tags.every("Span")
    assert [(span.words.strip(), str(span.element.get("/Lang", ""))) for span in spans] == [
        ("cydgynhyrchu", "cy"),
        ("NHS", ""),
    ]
    assert spans[1].element["/E"] == "National Health Service"


def test_print_only_words_have_elements_of_their_own_with_their_space() -> None:
    file = everything()
    assert [tag.words for tag in file.tags.every("WebAddress")] == [" (example.org/river-trust)"]
    assert file.tags.every("PageRef")[0].words.replace("\xa0", " ").strip() == "(page 6)"


# ---- links -----------------------------------------------------------------------------------


def test_a_link_that_breaks_over_lines_is_one_link_with_an_annotation_for_each_line() -> None:
    link = Link(words(LONG.strip()), "https://example.org/far")
    links = File(made(document(Paragraph((Text("Ask "), link))))).tags.every("Link")
    (ours,) = [tag for tag in links if tag.words.startswith("people")]
    assert ours.words == LONG.strip()
    assert len(ours.annotations) == len({a["/Rect"][1] for a in ours.annotations}) >= 3


def test_what_a_link_says_begins_with_its_words_and_tells_the_address() -> None:
    file = File(made(document(Paragraph((Text("Ask "), LINK)))))
    (ours,) = [tag for tag in file.tags.every("Link") if tag.words == "the River Trust"]
    assert ours.annotations[0]["/Contents"] == "the River Trust (example.org/river-trust)"


def test_a_link_inside_the_document_goes_to_a_named_place_that_is_there() -> None:
    file = everything()
    (ours,) = [tag for tag in file.tags.every("Link") if tag.words == "part 2, More"]
    assert ours.annotations[0]["/A"]["/D"] == "two"
    assert file.pdf.named_destinations["two"].page is not None


def test_every_annotation_knows_its_element_again() -> None:
    file = everything()
    tree = file.pdf.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]
    parents = {}
    for leaf in tree["/Kids"]:
        nums = leaf.get_object()["/Nums"]
        parents.update(zip(nums[::2], nums[1::2], strict=True))
    for page in range(len(file.pdf.pages)):
        for link in file.links(page):
            element = parents[link["/StructParent"]].get_object()
            assert element["/S"] == {"/Link": "/Link", "/Widget": "/Form"}[link["/Subtype"]]
            kids = element["/K"] if isinstance(element["/K"], list) else [element["/K"]]
            objects = [kid["/Obj"] for kid in kids if not isinstance(kid, int) and "/Obj" in kid]
            assert link in [thing.get_object() for thing in objects]


# ---- notes -----------------------------------------------------------------------------------


def test_a_note_is_linked_there_and_back() -> None:
    file = everything()
    (note,) = file.tags.every("Note")
    assert note.element["/ID"] == "note-1"
    (mark,) = [tag for tag in file.tags.every("Reference") if tag.words == "[1]"]
    there = mark.every("Link")[0].annotations[0]
    back = note.kids[0].every("Link")[0].annotations[0]
    assert (there["/A"]["/D"], there["/Contents"]) == ("note-1", "Note 1")
    assert (back["/A"]["/D"], back["/Contents"]) == (
        "note-1-mark",
        "Back to where note 1 stands",
    )
    places = file.pdf.named_destinations
    assert {"note-1", "note-1-mark"} <= places.keys()


def test_a_note_cited_twice_leads_back_to_its_first_mark() -> None:
    marks = Paragraph((Text("One"), NoteMark("n", 1), Text(" and two"), NoteMark("n", 1)))
    note = Note(1, "n", words("A note."))
    section = Section(anchor="one", heading="Part", level=2, blocks=(marks,), notes=(note,))
    file = File(made(document(sections=(section,))))
    assert [tag.words for tag in file.tags.every("Reference")][-2:] == ["[1]", "[1]"]
    assert len(file.tags.every("Note")) == 1


# ---- over pages ------------------------------------------------------------------------------


def long_table(rows: int = 60) -> Table:
    return Table(
        columns=("Stage", "Who decides"),
        rows=tuple((cell(f"Step {number}"), cell("Everyone does.")) for number in range(rows)),
        header_column=True,
        widths=(0.4, 0.6),
    )


def test_a_table_over_pages_is_one_table_whose_heads_are_read_once() -> None:
    file = File(made(document(long_table())))
    (table,) = file.tags.every("Table")
    assert len(table.every("TR")) == 61
    assert [head.words for head in table.every("TH")[:2]] == ["Stage", "Who decides"]
    codes = [file.code(page) for page in range(len(file.pdf.pages))]
    assert sum(lines_of(code).count("Who decides") for code in codes) == 3
    again = next(code for code in codes if "Step 59" in lines_of(code))
    before = again.partition("(Stage)")[0]
    assert before.rindex("/Artifact") > before.rindex("EMC")


def test_a_row_taller_than_a_page_goes_over_pages_and_stays_one_row() -> None:
    tall = Cell(tuple(para(f"Paragraph {number} of a very tall cell.") for number in range(60)))
    table = Table(columns=(), rows=((tall, cell("Short")),), header_column=False, widths=(0.6, 0.4))
    file = File(made(document(table)))
    (row,) = file.tags.every("TR")
    assert [kid.words.strip()[:11] for kid in row.kids] == ["Paragraph 0", "Short"]
    assert len(row.kids[0].kids) == 59
    assert len(file.pdf.pages) >= 5


def test_a_paragraph_over_pages_is_one_paragraph() -> None:
    file = File(made(document(*(para(LONG * 3) for _ in range(8)))))
    found = file.tags.every("Sect")[0].every("P")
    assert [tag.words.strip() for tag in found] == [(LONG * 3).strip()] * 8


def test_an_item_that_ends_with_a_nested_list_keeps_it_inside() -> None:
    inner = List("number", tuple(Item((para(f"inner {n}"),)) for n in range(40)))
    file = File(made(document(List("bullet", (Item((para("outer"), inner)),)))))
    outer = file.tags.every("L")[0]
    assert len(outer.kids) == 1
    assert len(outer.every("LI")) == 41


# ---- words -----------------------------------------------------------------------------------


def test_no_space_is_lost_where_a_line_ends() -> None:
    file = File(made(document(para(LONG * 2))))
    assert file.tags.every("Sect")[0].every("P")[0].words == LONG * 2


@pytest.mark.parametrize("text", ["office affluent first fluffy", "Łódź ‘ŵŷ’ Ĳ", "Αθήνα Москва"])
def test_words_come_back_as_they_were_written(text: str) -> None:
    file = File(made(document(para(text))))
    assert file.tags.every("Sect")[0].every("P")[0].words == text


def test_the_back_cover_tells_the_brands_contacts_as_links() -> None:
    furniture = everything().tags.kids[-1]
    assert furniture.name == "Furniture"
    assert [tag.words for tag in furniture.every("P")] == [
        "Who The guide team",
        "Phone 01632 960123",
        "Website www.example.org",
        "You may copy this guide.",
    ]
    assert [link.annotations[0]["/A"]["/URI"] for link in furniture.every("Link")] == [
        "tel:+441632960123",
        "https://www.example.org/",
    ]


def test_words_that_nobody_claims_are_an_error() -> None:
    lettering = Lettering("Atkinson Hyperlegible")
    setter = WordSetter(lettering, document().words, "00", "0 g")
    loose = setter.plain("loose words", Look(theme()).body, None)
    with pytest.raises(NobodyClaimed):
        Painter(0, lettering, {}).line(loose, 0, 0)
