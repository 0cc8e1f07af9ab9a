"""PDFs that nobody here wrote: no words run together, none are lost, and forms are read."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen import canvas

from exporter.outline import Entry, Outline
from exporter.readback.pdf import read_back
from exporter.writers.pdf_weasyprint.engine import _weasyprint as weasyprint
from tests.unit.readback.pdf_by_hand import Element, Maker, elements_of, pdf, spoiled


def _stranger(*elements: Element, **roles: str) -> bytes:
    return pdf(list(elements), role_map=roles, numbered=False)


def _texts(data: bytes) -> list[str]:
    return [entry.text for entry in read_back(data)]


# ---- words ----


def test_words_on_two_lines_do_not_run_together() -> None:
    assert _texts(_stranger(("P", {}, ["people can", "use it"]))) == ["people can use it"]


def test_words_on_two_pages_do_not_run_together() -> None:
    overleaf: Element = ("Span", {"Page": 1}, ["of us"])
    assert _texts(_stranger(("P", {}, ["for all", overleaf]))) == ["for all of us"]


def test_a_page_with_spaces_of_its_own_keeps_its_other_gaps() -> None:
    """Word leaves out the space at the end of a line, and draws all others."""
    data = _stranger(("P", {}, ["divided into five", "major topics"]))
    assert _texts(data) == ["divided into five major topics"]


def test_a_word_in_two_styles_stays_one_word() -> None:
    def beside(file: pikepdf.Pdf) -> None:
        one, two = (
            b"/P <</MCID %d>> BDC (%s) Tj EMC " % pair for pair in ((0, b"is"), (1, b"n't"))
        )
        shown = b"BT /F1 14 Tf 72 700 Td " + one + two + b"ET"
        file.pages[0].Contents = file.make_stream(shown)

    data = spoiled(_stranger(("P", {}, ["is", ("Span", {}, ["n't"])])), beside)
    assert _texts(data) == ["isn't"]


def test_a_word_that_is_parted_at_a_line_end_is_one_again() -> None:
    page = """<html lang="en"><title>x</title><p style="width:5em;hyphens:auto">
        incomprehensibilities and responsibilities are long words</p>"""
    outline = read_back(weasyprint().HTML(string=page).write_pdf(pdf_tags=True))
    assert outline[-1].text == "incomprehensibilities and responsibilities are long words"


def test_runs_that_a_browser_tags_one_by_one_are_one_paragraph() -> None:
    runs: list[Element | str] = [("NonStruct", {}, [words]) for words in ("each of", "them", "is")]
    link: Element = ("Link", {"URI": "https://example.org/"}, [("NonStruct", {}, ["here"])])
    assert read_back(_stranger(("P", {}, [*runs, link])))[0] == Entry(
        "paragraph", "each of them is here"
    )


def test_letters_from_the_right_stand_in_their_order() -> None:
    """Each letter is an object of its own, drawn from the left, as some writers do."""
    letters = "مرحبا بكم"
    width = 20

    def draw(file: pikepdf.Pdf) -> None:
        page = file.pages[0]
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 1000, 1000]),
            FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]), FirstChar=1, LastChar=len(letters),
            Widths=Array([1000] * len(letters)), CharProcs=Dictionary(
                g=file.make_stream(b"1000 0 0 0 900 900 d1 0 0 900 900 re f")),
            Encoding=Dictionary(
                Differences=Array([1, *[Name.g] * len(letters)])),
            ToUnicode=file.make_stream(_to_unicode(letters)),
        )  # fmt: skip
        page.Resources.Font.R = file.make_indirect(font)
        places = [(n, 400 - width * n) for n in range(len(letters)) if letters[n] != " "]
        shown = "".join(f"1 0 0 1 {x} 700 Tm <{n + 1:02x}> Tj " for n, x in reversed(places))
        content = f"/P <</MCID 0>> BDC BT /R 18 Tf {shown} ET EMC"
        page.Contents = file.make_stream(content.encode())

    assert _texts(spoiled(_stranger(("P", {}, ["x"])), draw)) == [letters]


def _to_unicode(letters: str) -> bytes:
    rows = "\n".join(f"<{n:02x}> <{ord(letter):04x}>" for n, letter in enumerate(letters, 1))
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(letters)} beginbfchar\n{rows}\nendbfchar\nendcmap end end"
    ).encode()


# ---- labels ----


@pytest.mark.parametrize("label", ["Phone:", "Step 1.", "Side effects", "Art. 5", "mild"])
def test_words_that_label_an_item_are_a_term(label: str) -> None:
    """ISO 32000-1, 14.8.4.3.3: in a dictionary list the Lbl has the term."""
    item: Element = ("LI", {}, [("Lbl", {}, [label]), ("LBody", {}, ["01632 960123"])])
    assert read_back(_stranger(("L", {}, [item]))) == (
        Entry("term", label),
        Entry("definition", "01632 960123"),
    )


@pytest.mark.parametrize(
    ("label", "marker"), [("3.", "3"), ("(b)", "b"), ("iv)", "iv"), ("XII.", "XII"), ("-", "")]
)
def test_a_number_or_bullet_of_an_item_is_no_word_of_it(label: str, marker: str) -> None:
    item: Element = ("LI", {}, [("Lbl", {}, [label]), ("LBody", {}, ["Come."])])
    assert read_back(_stranger(("L", {}, [item]))) == (
        Entry("item", "Come.", level=1, marker=marker),
    )


def test_a_note_that_begins_with_a_word_keeps_it() -> None:
    note: Element = ("Note", {"ID": "n"}, [("Lbl", {}, ["Source:"]), ("P", {}, ["Nesta, 2013"])])
    assert _texts(_stranger(note)) == ["Source:", "Nesta, 2013"]


# ---- tables nested as nobody should ----

_CELLS: list[Element | str] = [("TD", {}, ["one"]), ("TD", {}, ["two"])]
_ROW: Element = ("TR", {}, _CELLS)


@pytest.mark.parametrize(
    "inside",
    [
        _CELLS,
        [("THead", {}, _CELLS)],
        [("Div", {}, [_ROW])],
        [("TBody", {}, [("TBody", {}, [_ROW])])],
        [("TR", {}, [_ROW])],
        [("TR", {}, [("NonStruct", {}, [_CELLS[0]]), _CELLS[1]])],
        [("TR", {}, [("P", {}, ["one"]), _CELLS[1]])],
        [("TR", {}, ["one", _CELLS[1]])],
    ],
)
def test_cells_are_told_wherever_they_stand_in_a_table(inside: list[Element | str]) -> None:
    assert read_back(_stranger(("Table", {}, inside))) == (
        Entry("table"),
        Entry("cell", "one"),
        Entry("cell", "two"),
    )


@pytest.mark.parametrize(
    "inside",
    [
        [("P", {}, ["Loose words"]), _ROW],
        ["Loose words", _ROW],
        [("TBody", {}, [_ROW, ("P", {}, ["Loose words"])])],
    ],
)
def test_words_of_a_table_that_are_in_no_row_are_told_after_it(inside: list[Element | str]) -> None:
    assert _texts(_stranger(("Table", {}, inside))) == ["", "one", "two", "Loose words"]


# ---- damage ----


def test_a_text_in_a_broken_code_loses_no_file() -> None:
    def spoil(file: pikepdf.Pdf) -> None:
        elements_of(file)[1].Alt = String(b"\xfe\xff\x00A\xd8\x00")
        elements_of(file)[1].Lang = String(b"\xef\xbb\xbf\xff")

    data = _stranger(("Figure", {}, ["x"]), ("P", {}, ["words"]))
    assert _texts(spoiled(data, spoil)) == ["A", "words"]


def test_numbers_that_are_none_lose_no_file() -> None:
    def spoil(file: pikepdf.Pdf) -> None:
        figure, cell = (one for one in elements_of(file) if str(one.S) in ("/Figure", "/TD"))
        figure.A = Dictionary(BBox=Array([String("a"), Name.b, 1, 2]))
        cell.A = Dictionary(ColSpan=String("x"), RowSpan=Array([1]))
        odd = Dictionary(Type=Name.MCR, MCID=String("x"))
        figure.K = Array([odd])

    table: Element = ("Table", {}, [("TR", {}, [("TD", {}, ["a cell"])])])
    data = _stranger(("Figure", {"Alt": "A tick"}, ["x"]), table)
    assert _texts(spoiled(data, spoil)) == ["A tick", "", "a cell", "x"]


# ---- words in no tag ----


def _drawn(file: pikepdf.Pdf, words: str, page: int, height: float = 300) -> None:
    """Words in no tag, on a page."""
    target = file.pages[page]
    shown = Maker().shown(words, 14, 72, height)
    target.Contents = file.make_stream(target.Contents.read_bytes() + b"\n" + shown.encode())


def test_words_in_no_tag_are_told_before_the_next_page() -> None:
    data = _stranger(
        ("H1", {}, ["One"]), ("P", {}, ["first page"]), ("P", {"Page": 1}, ["second page"])
    )

    def spoil(file: pikepdf.Pdf) -> None:
        _drawn(file, "in no tag", 0)
        _drawn(file, "nor is this", 1)

    assert _texts(spoiled(data, spoil)) == [
        "One", "first page", "in no tag", "second page", "nor is this"
    ]  # fmt: skip


def test_pages_before_the_first_tag_come_first() -> None:
    data = _stranger(("Sect", {"Page": 2}, [("P", {"Page": 2}, ["tagged"])]))

    def spoil(file: pikepdf.Pdf) -> None:
        _drawn(file, "the cover", 0)
        _drawn(file, "a preface", 1)

    assert _texts(spoiled(data, spoil)) == ["the cover", "a preface", "tagged"]


def test_a_marked_sequence_that_no_element_has_is_told_too() -> None:
    data = _stranger(("P", {}, ["kept"]), ("P", {}, ["forgotten"]))

    def forget(file: pikepdf.Pdf) -> None:
        document = elements_of(file)[0]
        document.K = Array([document.K[0]])

    assert _texts(spoiled(data, forget)) == ["kept", "forgotten"]


def test_artifacts_are_not_told() -> None:
    def decorate(file: pikepdf.Pdf) -> None:
        page = file.pages[0]
        shown = Maker().shown("Page 1 of 9", 14, 72, 40).encode()
        page.Contents = file.make_stream(
            page.Contents.read_bytes() + b"\n/Artifact BMC " + shown + b" EMC"
        )

    assert _texts(spoiled(_stranger(("P", {}, ["words"])), decorate)) == ["words"]


def test_words_in_no_tag_do_not_end_up_in_an_item_or_a_cell() -> None:
    row: Element = ("TR", {}, [("TD", {}, []), ("TD", {"Page": 1}, ["a cell"])])
    data = _stranger(("Table", {}, [row]), ("P", {"Page": 2}, ["after"]))
    outline = read_back(spoiled(data, lambda file: _drawn(file, "loose", 0)))
    assert [(entry.role, entry.text) for entry in outline] == [
        ("paragraph", "loose"), ("table", ""), ("cell", ""), ("cell", "a cell"),
        ("paragraph", "after"),
    ]  # fmt: skip


def test_the_words_in_a_picture_without_alternative_text_are_told() -> None:
    assert _texts(_stranger(("Figure", {}, ["drawn words"]))) == ["", "drawn words"]
    assert _texts(_stranger(("Figure", {"Alt": "A tick"}, ["drawn words"]))) == ["A tick"]


# ---- roles ----


@pytest.mark.parametrize(
    ("roles", "role"),
    [
        ({"Title": "P"}, "paragraph"),
        ({"Title": "Headline", "Headline": "H2"}, "heading"),
        ({}, "heading"),
        ({"Title": "Title"}, "heading"),
        ({"Title": "Odd", "Odd": "Title"}, "heading"),
    ],
)
def test_a_role_map_is_followed_to_a_standard_type(roles: dict[str, str], role: str) -> None:
    assert read_back(_stranger(("Title", {}, ["A title"]), **roles))[0].role == role


def test_in_the_namespace_of_pdf_2_a_title_is_a_title() -> None:
    def name(file: pikepdf.Pdf) -> None:
        space = Dictionary(Type=Name.Namespace, NS=String("http://iso.org/pdf2/ssn"))
        elements_of(file)[1].NS = file.make_indirect(space)

    data = _stranger(("Title", {}, ["A title"]), Title="P")
    assert read_back(data)[0].role == "paragraph"
    assert read_back(spoiled(data, name))[0].role == "heading"


def test_a_namespace_of_its_own_has_its_own_role_map() -> None:
    def name(file: pikepdf.Pdf) -> None:
        two = file.make_indirect(Dictionary(NS=String("http://iso.org/pdf2/ssn")))
        roles = Dictionary(Odd=Array([Name.Title, two]))
        space = Dictionary(NS=String("https://example.org/"), RoleMapNS=roles)
        elements_of(file)[1].NS = file.make_indirect(space)

    data = spoiled(_stranger(("Odd", {}, ["A title"]), Odd="P"), name)
    assert read_back(data) == (Entry("heading", "A title", level=1),)


# ---- forms ----


def _form() -> bytes:
    """A form as reportlab writes it, in no tag."""
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer)
    page.drawString(72, 700, "Please fill this in")
    form = page.acroForm
    form.textfield(name="who", tooltip="Your name", value="Sam", x=72, y=600)
    form.choice(
        name="day", tooltip="Which day", value="Mon", x=72, y=560,
        options=[("Monday", "Mon"), ("Tuesday", "Tue")],
    )  # fmt: skip
    form.checkbox(name="yes", tooltip="You agree", checked=True, x=72, y=520)
    form.radio(name="how", tooltip="How to reach you", value="phone", selected=True, x=72, y=480)
    form.radio(name="how", tooltip="How to reach you", value="letter", x=92, y=480)
    page.save()
    return buffer.getvalue()


def test_the_fields_of_a_form_are_told() -> None:
    outline = read_back(_form())
    assert outline[0] == Entry("paragraph", "Please fill this in")
    assert outline[1:] == FIELDS


FIELDS: Outline = (
    Entry("field", "Your name", kind="text", value="Sam"),
    Entry("field", "Which day", kind="choice", value="Monday", choices=("Monday", "Tuesday")),
    Entry("field", "You agree", kind="check", value="Yes"),
    Entry("field", "How to reach you", kind="radio", value="phone", choices=("phone", "letter")),
)


def _widget(**own: object) -> Dictionary:
    return Dictionary(
        Type=Name.Annot, Subtype=Name.Widget, Rect=Array([72, 600, 172, 620]), F=4, **own
    )


def _with_widget(words: str, **own: object) -> bytes:
    """A tagged line of words with a field behind it."""

    def add(file: pikepdf.Pdf) -> None:
        widget = file.make_indirect(_widget(**own))
        file.pages[0].Annots = Array([widget])
        file.Root.AcroForm = Dictionary(Fields=Array([widget]))
        form = next(one for one in elements_of(file) if str(one.S) == "/Form")
        form.K = Array([Dictionary(Type=Name.OBJR, Obj=widget)])

    return spoiled(_stranger(("P", {}, [words, ("Form", {}, [])])), add)


def test_a_tagged_field_follows_the_words_that_it_stands_in() -> None:
    data = _with_widget("Your name:", FT=Name.Tx, T=String("who"), TU=String("Your full name"))
    assert read_back(data) == (
        Entry("paragraph", "Your name:"),
        Entry("field", "Your full name", kind="text"),
    )


def test_a_field_that_says_nothing_has_its_name() -> None:
    assert read_back(_with_widget("x", FT=Name.Tx, T=String("who")))[1].text == "who"


def test_a_button_says_what_stands_on_it() -> None:
    caption = Dictionary(CA=String("Send"))
    data = _with_widget("x", FT=Name.Btn, Ff=1 << 16, T=String("b1"), MK=caption)
    assert read_back(data)[1] == Entry("field", "Send", kind="button")


def test_what_a_field_inherits_counts() -> None:
    parent = Dictionary(FT=Name.Ch, T=String("day"), TU=String("Which day"), V=String("2"),
                        Opt=Array([Array([String("1"), String("Mon")]),
                                   Array([String("2"), String("Tue")])]))  # fmt: skip
    assert read_back(_with_widget("x", Parent=parent))[1] == Entry(
        "field", "Which day", kind="choice", value="Tue", choices=("Mon", "Tue")
    )


def _choice(*widgets: dict[str, object], **own: object) -> list[Entry]:
    """What is told of a choice of one, whose places stand in one line."""

    def add(file: pikepdf.Pdf) -> None:
        parent = file.make_indirect(Dictionary(FT=Name.Btn, Ff=1 << 15, T=String("g"), **own))
        kids = [file.make_indirect(_widget(Parent=parent, **one)) for one in widgets]
        parent.Kids = file.pages[0].Annots = Array(kids)
        file.Root.AcroForm = Dictionary(Fields=Array([parent]))
        form = next(one for one in elements_of(file) if str(one.S) == "/Form")
        form.K = Array([Dictionary(Type=Name.OBJR, Obj=one) for one in kids])

    data = spoiled(_stranger(("P", {}, ["x", ("Form", {}, [])])), add)
    return list(read_back(data)[1:])


def _place(number: int, asks: str = "", state: str = "/Off") -> dict[str, object]:
    shown = Dictionary({f"/{number}": Dictionary(), "/Off": Dictionary()})
    own = {"TU": String(asks)} if asks else {}
    return {"AP": Dictionary(N=shown), "AS": Name(state), **own}


def test_places_of_a_choice_that_say_what_they_are_for_are_boxes_each() -> None:
    asks = {"TU": String("Which?")}
    told = _choice(_place(0, "Tea"), _place(1, "Milk"), V=Name("/1"), **asks)
    milk = Entry("field", "Milk", kind="check", value="1")
    assert told == [Entry("field", "Tea", kind="check"), milk]
    for value in (String("/1"), String("1")):
        assert _choice(_place(0, "Tea"), _place(1, "Milk"), V=value, **asks)[1] == milk
    assert _choice(_place(0, "Tea"), _place(1, "Milk", "/1"), V=Name.Off, **asks)[1] == milk
    assert _choice(_place(0, "Tea"), _place(1, "Milk"), V=Name("/7"), **asks)[1].value == ""


def test_a_choice_whose_places_say_nothing_of_their_own_is_one_field() -> None:
    words = {"TU": String("Which?"), "Opt": Array([String("Tea"), String("Milk")])}
    (told,) = _choice(_place(0, "Which?"), _place(1), V=Name("/1"), **words)
    assert told == Entry("field", "Which?", kind="radio", value="Milk", choices=("Tea", "Milk"))


def test_a_password_is_never_told() -> None:
    data = _with_widget("x", FT=Name.Tx, Ff=1 << 13, T=String("p"), V=String("secret"))
    assert read_back(data)[1] == Entry("field", "p", kind="text")


def test_a_hidden_field_is_not_told() -> None:
    data = _with_widget("x", FT=Name.Tx, T=String("p"))

    def hide(file: pikepdf.Pdf) -> None:
        file.pages[0].Annots[0].F = 2

    assert _texts(spoiled(data, hide)) == ["x"]
