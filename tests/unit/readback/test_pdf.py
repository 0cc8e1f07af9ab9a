"""The PDF reader against the contract of ARCHITECTURE.md, on files made by hand."""

from __future__ import annotations

import io
import zlib
from contextlib import suppress

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from exporter.outline import Entry, Outline
from exporter.readback import Unreadable
from exporter.readback.pdf import read_back
from tests.unit.readback.pdf_by_hand import Element, elements_of, pdf, spoiled


def _read(*elements: Element) -> Outline:
    return read_back(pdf(list(elements)))


def _texts(outline: Outline) -> list[str]:
    return [entry.text for entry in outline]


def test_headings_and_paragraphs_are_told_with_their_levels() -> None:
    outline = _read(("H1", {}, ["The title"]), ("Sect", {}, [("H2", {}, ["1. Part"])]),
                    ("P", {}, ["One line of it ", "and another."]))  # fmt: skip
    assert outline == (
        Entry("heading", "The title", level=1),
        Entry("heading", "1. Part", level=2),
        Entry("paragraph", "One line of it and another."),
    )


def test_a_space_lost_at_a_line_end_stays_lost_so_that_it_is_noticed() -> None:
    assert _texts(_read(("P", {}, ["people can", "use it"]))) == ["people canuse it"]


def test_a_space_after_a_hyphen_at_a_line_end_is_kept() -> None:
    assert _texts(_read(("P", {}, ["short- ", "and long-", "term"]))) == ["short- and long-term"]


def test_furniture_contents_and_print_only_words_are_not_told() -> None:
    outline = _read(
        ("Furniture", {}, [("P", {}, ["Version 1.0"])]),
        ("TOC", {}, [("TOCI", {}, [("Link", {"Dest": "one"}, ["1. Part 3"])])]),
        ("P", {}, ["See part 2", ("PageRef", {}, [" (page 7)"]), "."]),
        ("P", {}, ["The Trust", ("WebAddress", {}, [" (example.org)"])]),
    )
    assert outline == (Entry("paragraph", "See part 2."), Entry("paragraph", "The Trust"))


def test_nested_lists_know_their_level_and_their_markers_are_no_words() -> None:
    inner: Element = ("L", {}, [("LI", {}, [("Lbl", {}, ["1."]), ("LBody", {}, ["deep"])])])
    body: Element = ("LBody", {}, [("P", {}, ["first"]), inner, ("P", {}, ["more of it"])])
    outline = _read(("L", {}, [("LI", {}, [("Lbl", {}, ["•"]), body])]))
    assert outline == (
        Entry("item", "first", level=1),
        Entry("item", "deep", level=2, marker="1"),
        Entry("paragraph", "more of it"),
    )


def test_terms_quotes_and_callouts_have_roles_of_their_own() -> None:
    outline = _read(
        ("L", {}, [("LI", {}, [("Term", {}, ["Clinic"]),
                               ("Definition", {}, [("P", {}, ["A place."])])])]),
        ("BlockQuote", {}, [("P", {}, ["Nothing is settled."]), ("Source", {}, ["A member"])]),
        ("Callout", {}, [("Label", {}, ["Think about it"]), ("P", {}, ["Who decides?"])]),
    )  # fmt: skip
    assert [(entry.role, entry.text) for entry in outline] == [
        ("term", "Clinic"),
        ("definition", "A place."),
        ("quote", "Nothing is settled."),
        ("source", "A member"),
        ("label", "Think about it"),
        ("paragraph", "Who decides?"),
    ]


def test_a_note_follows_the_block_that_cites_it_and_its_links_follow_the_note() -> None:
    mark: Element = ("Reference", {}, [("Link", {"Dest": "note-1"}, ["1"])])
    outline = _read(
        ("P", {}, ["Since long ago.", mark, " And on."]),
        ("P", {}, ["After it."]),
        ("Note", {"ID": "note-1"}, [
            ("Lbl", {}, ["1"]),
            ("P", {}, ["See ", ("Link", {"URI": "https://example.org/"}, ["the Trust"])]),
        ]),
    )  # fmt: skip
    assert outline == (
        Entry("paragraph", "Since long ago. And on."),
        Entry("note", "See the Trust"),
        Entry("link", "the Trust", target="https://example.org/"),
        Entry("paragraph", "After it."),
    )


def test_links_and_foreign_words_are_told_in_the_order_in_which_they_begin() -> None:
    foreign: Element = ("Span", {"Lang": "cy"}, ["croeso"])
    outline = _read(
        ("P", {}, ["See ", ("Link", {"URI": "mailto:a@b.org"}, ["our ", foreign]), " or ",
                   ("Link", {"Dest": "two"}, ["part 2"]), ("Span", {"Lang": "en-gb"}, [" now"])]),
    )  # fmt: skip
    assert outline == (
        Entry("paragraph", "See our croeso or part 2 now"),
        Entry("link", "our croeso", target="mailto:a@b.org"),
        Entry("foreign", "croeso", language="cy"),
        Entry("link", "part 2"),
    )


def test_a_figure_is_its_alternative_text_and_its_caption_follows_it() -> None:
    outline = _read(("Figure", {"Alt": "A tick"}, ["words in it", ("Caption", {}, ["Figure 1"])]))
    assert outline == (Entry("figure", "A tick"), Entry("caption", "Figure 1"))


def test_a_figure_that_lost_its_alternative_text_is_still_told() -> None:
    assert _read(("Figure", {}, ["x"])) == (Entry("figure"),)


def test_cells_know_their_headers_from_scopes_and_places() -> None:
    head: Element = (
        "THead",
        {},
        [
            (
                "TR",
                {},
                [("TH", {"Scope": "Column"}, ["Stage"]), ("TH", {"Scope": "Column"}, ["Together"])],
            )
        ],
    )
    row: Element = (
        "TR",
        {},
        [
            ("TH", {"Scope": "Row"}, ["Design"]),
            ("TD", {}, [("P", {}, ["All of us"]), ("P", {}, ["always"])]),
        ],
    )
    table: Element = ("Table", {}, [("Caption", {}, ["Table 1"]), head, ("TBody", {}, [row])])
    assert _read(table) == (
        Entry("caption", "Table 1"),
        Entry("table"),
        Entry("header-cell", "Stage"),
        Entry("header-cell", "Together"),
        Entry("header-cell", "Design"),
        Entry("cell", "All of us", headers=("Design", "Together")),
        Entry("paragraph", "always"),
    )


def test_cells_may_name_their_headers_instead() -> None:
    head: Element = ("TR", {}, [("TH", {"ID": "c"}, ["Stage"]), ("TH", {"ID": "d"}, ["Who"])])
    row: Element = ("TR", {}, [("TH", {"ID": "r"}, ["Design"]),
                               ("TD", {"Headers": ["d", "r"]}, ["All"])])  # fmt: skip
    assert _read(("Table", {}, [head, row]))[-1] == Entry("cell", "All", headers=("Design", "Who"))


def test_a_spanning_header_heads_every_column_below_it() -> None:
    head: Element = (
        "TR",
        {},
        [("TH", {"Scope": "Column"}, ["a"]), ("TH", {"Scope": "Column", "ColSpan": 2}, ["b"])],
    )
    row: Element = ("TR", {}, [("TD", {}, ["1"]), ("TD", {}, ["2"]), ("TD", {}, ["3"])])
    cells = [entry for entry in _read(("Table", {}, [head, row])) if entry.role == "cell"]
    assert [cell.headers for cell in cells] == [("a",), ("b",), ("b",)]


def test_actual_text_stands_for_what_is_drawn() -> None:
    assert _texts(_read(("P", {}, ["a ", ("Span", {"ActualText": "fish"}, ["f1sh"])]))) == [
        "a fish"
    ]


def test_a_paragraph_over_two_pages_is_one() -> None:
    element: Element = ("P", {}, ["begins here ", ("Span", {"Page": 1}, ["and ends there"])])
    assert _texts(_read(element)) == ["begins here and ends there"]


def test_words_whose_language_stands_in_the_page_are_foreign() -> None:
    def change(file: pikepdf.Pdf) -> None:
        content = file.pages[0].Contents.read_bytes()
        content = content.replace(b"<</MCID 1>>", b"<</MCID 1 /Lang (cy)>>")
        file.pages[0].Contents = file.make_stream(content)

    made = pdf([("P", {}, ["Say", ("Span", {}, ["croeso"]), "now."])], role_map={})
    assert read_back(spoiled(made, change)) == (
        Entry("paragraph", "Say croeso now."),
        Entry("foreign", "croeso", language="cy"),
    )


def test_a_block_in_another_language_says_so() -> None:
    assert _read(("P", {"Lang": "cy"}, ["Croeso"])) == (
        Entry("paragraph", "Croeso", language="cy"),
    )


def test_strangers_types_are_read_through_their_role_map() -> None:
    def rename(file: pikepdf.Pdf) -> None:
        file.Root.StructTreeRoot.RoleMap["/Textbody"] = Name.P
        elements_of(file)[1].S = Name.Textbody

    data = spoiled(pdf([("P", {}, ["Some words"])]), rename)
    assert read_back(data) == (Entry("paragraph", "Some words"),)


def test_a_note_that_nothing_cites_stands_where_it_is() -> None:
    outline = _read(("Note", {"ID": "n"}, [("P", {}, ["A remark"])]), ("P", {}, ["After"]))
    assert [entry.role for entry in outline] == ["note", "paragraph"]


def test_words_in_a_form_belong_to_the_sequence_that_draws_it() -> None:
    def into_form(file: pikepdf.Pdf) -> None:
        page = file.pages[0]
        form = file.make_stream(page.Contents.read_bytes().split(b"BDC ")[1].split(b" EMC")[0])
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.BBox, form.Resources = Array([0, 0, 600, 850]), page.Resources
        page.Resources = Dictionary(XObject=Dictionary(Fm=form))
        page.Contents = file.make_stream(b"/P <</MCID 0>> BDC /Fm Do EMC")

    data = spoiled(pdf([("P", {}, ["Inside a form"])], numbered=False), into_form)
    assert _texts(read_back(data)) == ["Inside a form"]


def test_an_untagged_file_is_read_as_paragraphs() -> None:
    def untag(file: pikepdf.Pdf) -> None:
        del file.Root.StructTreeRoot

    data = spoiled(pdf([("P", {}, ["One line", "and the next"])], numbered=False), untag)
    assert read_back(data) == (Entry("paragraph", "One line and the next"),)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\nnothing", b"no pdf at all", b"%PDF-" * 1000])
def test_what_is_no_pdf_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"PDF.*\.$"):
        read_back(data)


def test_a_file_cut_short_is_read_or_refused_but_never_a_fault() -> None:
    whole = pdf([("H1", {}, ["A title"]), ("P", {}, ["Words"])])
    for share in range(5, 100, 5):
        with suppress(Unreadable):
            assert isinstance(read_back(whole[: len(whole) * share // 100]), tuple)


def _locked(**passwords: str) -> bytes:
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf([("P", {}, ["Words"])]))) as file:
        file.save(buffer, encryption=pikepdf.Encryption(**passwords))
    return buffer.getvalue()


def test_a_password_is_said_so() -> None:
    with pytest.raises(Unreadable, match="locked with a password") as told:
        read_back(_locked(owner="o", user="u"))
    assert told.value.kind == "encrypted"


def test_a_lock_that_only_its_own_program_opens_is_said_so() -> None:
    odd = _locked(owner="o", user="").replace(b"/Filter /Standard", b"/Filter /StandarX")
    with pytest.raises(Unreadable, match="locked in a way") as told:
        read_back(odd)
    assert told.value.kind == "encrypted"


def test_damage_is_not_called_a_lock() -> None:
    with pytest.raises(Unreadable, match="damaged") as told:
        read_back(b"%PDF-1.7\nnothing")
    assert told.value.kind == "damaged"


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    assert _texts(read_back(_locked(owner="o", user=""))) == ["Words"]


def test_a_tree_that_goes_round_in_a_circle_is_refused() -> None:
    def tie(file: pikepdf.Pdf) -> None:
        first = elements_of(file)[0]
        elements_of(file)[-1].K = Array([first])

    with pytest.raises(Unreadable, match="circle"):
        read_back(spoiled(pdf([("P", {}, ["Words"])]), tie))


def _nested(depth: int) -> bytes:
    element: Element = ("P", {}, ["Words"])
    for _ in range(depth):
        element = ("Sect", {}, [element])
    return pdf([element])


def test_endless_nesting_is_refused() -> None:
    with pytest.raises(Unreadable, match="deeply"):
        read_back(_nested(300))


def test_deep_nesting_is_read() -> None:
    assert _texts(read_back(_nested(140))) == ["Words"]


def test_pages_that_unpack_without_end_are_refused() -> None:
    def pack(file: pikepdf.Pdf) -> None:
        packer = zlib.compressobj(1)
        pieces = [packer.compress(b"q Q\n" * 500_000) for _ in range(105)]
        stream = file.make_stream(b"")
        stream.write(b"".join([*pieces, packer.flush()]), filter=Name.FlateDecode)
        file.pages[0].Contents = stream

    with pytest.raises(Unreadable, match="unpacks to more than 20 MB"):
        read_back(spoiled(pdf([("P", {}, ["Words"])]), pack))


def test_nonsense_in_the_tree_is_left_out() -> None:
    def confuse(file: pikepdf.Pdf) -> None:
        document, paragraph = elements_of(file)[:2]
        kids = [Name.Odd, pikepdf.String("x"), 99, Dictionary(Type=Name.MCR), Dictionary()]
        document.K = Array([*kids, paragraph])

    outline = read_back(spoiled(pdf([("P", {}, ["Words"])]), confuse))
    assert outline == (Entry("paragraph", "Words"),)
