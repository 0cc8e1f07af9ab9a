"""What strangers' Word files hold and ours never do: read as their readers meet it."""

from __future__ import annotations

import io
import zipfile

import pytest

from exporter.outline import Entry, Outline
from exporter.readback.docx import read_back
from tests.unit.readback.word_by_hand import p, picture, r, read, table, word

DEFAULT_LOOK = '<w:tblLook w:val="04A0"/>'
"""What Word gives every new table: it says that the first column stands out."""


def _told(*body: str, styles: str = "", numbering: str = "") -> list[tuple[str, str]]:
    outline = read_back(word("".join(body), styles=styles, numbering=numbering))
    return [(entry.role, entry.text) for entry in outline]


# ---- tables


def test_a_table_without_a_style_is_a_table() -> None:
    prices = table(("Day", "Price"), ("Monday", "£2"))
    assert _told(prices) == [
        ("table", ""), ("cell", "Day"), ("cell", "Price"), ("cell", "Monday"), ("cell", "£2"),
    ]  # fmt: skip


@pytest.mark.parametrize("style", ["", "TableNormal"])
@pytest.mark.parametrize("look", ["", DEFAULT_LOOK])
@pytest.mark.parametrize(
    "rows", [(("Left", "Right"),), (("Above",), ("Below",)), (("Boxed",),)], ids=str
)
def test_one_row_or_one_column_without_a_style_is_a_frame(
    rows: tuple[tuple[str, ...], ...], look: str, style: str
) -> None:
    words = [("paragraph", cell) for row in rows for cell in row]
    assert _told(table(*rows, look=look, style=style)) == words


def test_one_row_with_a_style_or_with_a_header_is_a_table() -> None:
    assert _told(table(("Left", "Right"), style="DT"))[0] == ("table", "")
    assert _told(table(("Left", "Right"), head=True))[0] == ("table", "")


def test_tables_in_one_another_without_a_style_only_set_things_side_by_side() -> None:
    inner = table(("a", "b"), ("c", "d"))
    outer = table((inner + p("T", "beside"), "right"), ("e", "f"))
    assert [role for role, _ in _told(outer)] == ["paragraph"] * 8


@pytest.mark.parametrize("style", ["", "DT"])
def test_pictures_beside_their_words_are_rows_of_easy_read_whatever_the_style(style: str) -> None:
    rows = table(
        (picture("A bus"), "You can come by bus."),
        (p("T"), "It is free."),
        (picture("A phone"), "Phone us."),
        style=style,
        look=DEFAULT_LOOK,
    )
    assert _told(rows) == [
        ("figure", "A bus"), ("paragraph", "You can come by bus."), ("paragraph", "It is free."),
        ("figure", "A phone"), ("paragraph", "Phone us."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        ((picture("A bus") + p("T", "Bus"), "£2"), (picture("A train") + p("T", "Train"), "£9")),
        ((picture("A bus"), "£2", "Daily"), (picture("A train"), "£9", "Sundays")),
        ((picture("A bus"), "£2"), (p("T"), "£3"), (p("T"), "£4"), (p("T"), "£5")),
    ],
    ids=["words with the picture", "three columns", "few pictures"],
)
def test_data_with_pictures_is_a_table(rows: tuple[tuple[str, ...], ...]) -> None:
    assert _told(table(*rows))[0] == ("table", "")


def test_rows_and_cells_in_controls_are_read_and_deleted_or_hidden_rows_are_not() -> None:
    def row(words: str, about: str = "") -> str:
        return f"<w:tr><w:trPr>{about}</w:trPr><w:tc>{p('T', words)}</w:tc></w:tr>"

    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    cell = control(f"<w:tc>{p('T', 'b')}</w:tc>")
    wrapped = control(f"<w:tr><w:tc>{p('T', 'a')}</w:tc>{cell}</w:tr>")
    rows = (row("x", "<w:del/>"), row("y", "<w:hidden/>"), wrapped, row("c"))
    body = f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"
    assert [text for role, text in _told(body) if role == "cell"] == ["a", "b", "c"]


# ---- equations


def _x_squared() -> str:
    letters = "<m:r><m:t>{}</m:t></m:r>"
    power = f"<m:sSup><m:e>{letters.format('x')}</m:e><m:sup>{letters.format('2')}</m:sup></m:sSup>"
    return f"<m:oMath>{power}{letters.format('+1')}</m:oMath>"


def test_an_equation_is_words_where_it_stands_and_is_told_as_one() -> None:
    assert _told(p("T", "The answer is ", _x_squared(), " every time.")) == [
        ("paragraph", "The answer is x^2+1 every time."),
        ("equation", "x^2+1"),
    ]


def test_an_equation_alone_is_an_equation_and_no_paragraph() -> None:
    both = f"<m:oMathPara>{_x_squared()}{_x_squared()}</m:oMathPara>"
    assert _told(p("T", both)) == [("equation", "x^2+1"), ("equation", "x^2+1")]


def test_an_equation_alone_in_a_cell_is_the_words_of_the_cell() -> None:
    told = _told(table((p("T", _x_squared()), "b"), ("c", "d")))
    assert told[1:3] == [("cell", "x^2+1"), ("equation", "x^2+1")]


# ---- pictures and boxes


def _run(inside: str, about: str = "") -> str:
    return f"<w:r><w:rPr>{about}</w:rPr>{inside}</w:r>"


@pytest.mark.parametrize(
    ("inside", "alts"),
    [
        ('<w:pict><v:shapetype id="t"/><v:shape alt="A map"><v:imagedata/></v:shape></w:pict>',
         ["A map"]),
        ('<w:pict><v:shape><v:imagedata o:title="A map"/></v:shape></w:pict>', [""]),
        ('<w:pict><v:shape o:title="A map"/></w:pict>', ["A map"]),
        ('<w:object><v:shape alt="A sheet"/><o:OLEObject ProgID="Excel.Sheet"/></w:object>',
         ["A sheet"]),
        ('<w:pict><v:group><v:shape alt="A bus"/><v:oval alt="A stop"/></v:group></w:pict>',
         ["A bus A stop"]),
        ('<w:pict><v:rect o:hr="t"/></w:pict>', []),
        ('<w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict>', ["DRAFT"]),
    ],
)  # fmt: skip
def test_pictures_of_older_words_are_told_with_their_description(
    inside: str, alts: list[str]
) -> None:
    assert _told(p("T", _run(inside))) == [("figure", alt) for alt in alts]


def _box(*words: str, descr: str = "", beside: str = "") -> str:
    boxes = "".join(f"<w:txbxContent>{p('T', one)}</w:txbxContent>" for one in words)
    return (
        f'<w:drawing><wp:anchor><wp:docPr id="1" name="Box" descr="{descr}"/>{boxes}{beside}'
        "</wp:anchor></w:drawing>"
    )


def test_a_box_with_words_is_no_figure_and_every_box_of_a_group_is_read_once() -> None:
    old = f"<w:pict><v:shape><v:textbox><w:txbxContent>{p('T', 'one')}</w:txbxContent>"
    old += "</v:textbox></v:shape></w:pict>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{_box("one", "two")}</mc:Choice>'
        f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
    )
    told = [("paragraph", "before"), ("paragraph", "one"), ("paragraph", "two")]
    assert _told(p("T", "before", _run(both))) == told
    assert _told(p("T", "before", _run(old))) == told[:2]


def test_a_box_with_a_picture_or_a_description_is_a_figure_too() -> None:
    assert _told(p("T", _run(_box("Go", beside="<a:blip/>")))) == [
        ("figure", ""), ("paragraph", "Go"),
    ]  # fmt: skip
    assert _told(p("T", _run(_box("Go", descr="An arrow")))) == [
        ("figure", "An arrow"), ("paragraph", "Go"),
    ]  # fmt: skip


def test_a_box_in_a_box_and_a_picture_in_a_box_are_told_once() -> None:
    inner = p("T", "in", _run(_box("inmost")))
    picture_in = picture("A bus")
    box = f"<w:drawing><wp:anchor><wp:docPr id='1'/><w:txbxContent>{inner}{picture_in}"
    box += "</w:txbxContent></wp:anchor></w:drawing>"
    assert _told(p("T", "out", _run(box))) == [
        ("paragraph", "out"), ("paragraph", "in"), ("paragraph", "inmost"), ("figure", "A bus"),
    ]  # fmt: skip


def test_a_hidden_box_is_not_read() -> None:
    assert _told(p("T", "seen", _run(_box("not seen"), "<w:vanish/>"))) == [("paragraph", "seen")]


# ---- signs, ruby, tracked changes


@pytest.mark.parametrize(
    ("font", "code", "sign"),
    [
        ("Wingdings", "F0FC", "✔"), ("Wingdings", "F028", "🕿"), ("Wingdings", "FC", "✔"),
        ("Symbol", "F061", "α"), ("Symbol", "F0B7", "•"), ("Webdings", "F0E9", "♿"),
        ("Arial", "20AC", "€"), ("Unknown Signs", "F041", ""), ("Wingdings", "x", ""),
        ("Wingdings", "F0FF", ""), ("Arial", "D800", ""), ("Arial", "FFFFFFFF", ""),
    ],
)  # fmt: skip
def test_a_sign_of_a_symbol_typeface_is_that_of_unicode(font: str, code: str, sign: str) -> None:
    symbol = f'<w:sym w:font="{font}" w:char="{code}"/>'
    assert _told(p("T", "Call", _run(symbol))) == [("paragraph", f"Call{sign}")]


def test_letters_in_a_symbol_typeface_are_its_signs() -> None:
    wingdings = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    told = _told(p("T", r("ü", wingdings), " yes ", r("\uf0fb", wingdings), " no"))
    assert told == [("paragraph", "✔ yes 🗶 no")]


def test_of_words_with_their_pronunciation_the_words_are_read() -> None:
    ruby = f"<w:ruby><w:rubyPr/><w:rt>{r('とう')}</w:rt><w:rubyBase>{r('東')}</w:rubyBase></w:ruby>"
    assert _told(p("T", _run(ruby), "京")) == [("paragraph", "東京")]


def test_what_is_deleted_or_moved_away_is_not_read_and_what_is_put_in_is() -> None:
    gone = "<w:del><w:r><w:delText>old </w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{r('away ')}</w:moveFrom>"
    put_in = f"<w:ins><w:smartTag>{r('new ')}</w:smartTag></w:ins>"
    assert _told(p("T", "The ", gone, moved, put_in, "plan")) == [("paragraph", "The new plan")]


def test_a_paragraph_whose_end_is_deleted_runs_on_in_the_next() -> None:
    deleted = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{r('Come ')}</w:p>"
    assert _told(deleted, p("T", "on Monday."), deleted) == [
        ("paragraph", "Come on Monday."), ("paragraph", "Come"),
    ]  # fmt: skip


def test_a_dropped_capital_begins_the_word_that_follows() -> None:
    capital = f'<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>{r("O")}</w:p>'
    assert _told(capital, p("T", "nce upon a time")) == [("paragraph", "Once upon a time")]
    frame = f'<w:p><w:pPr><w:framePr w:w="2000"/></w:pPr>{r("Beside")}</w:p>'
    assert _told(frame, p("T", "the text")) == [("paragraph", "Beside"), ("paragraph", "the text")]


@pytest.mark.parametrize(
    ("instruction", "links"),
    [(" REF aims \\h ", 1), (" REF aims \\* CHARFORMAT ", 0), (" SEQ Table \\h ", 0)],
)
def test_a_reference_that_leads_to_its_place_is_a_link(instruction: str, links: int) -> None:
    field = f'<w:fldSimple w:instr="{instruction}">{r("Aims")}</w:fldSimple>'
    told = [("paragraph", "See Aims."), *[("link", "Aims")] * links]
    assert _told(p("T", "See ", field, ".")) == told


# ---- lists


def _style(name: str, about: str, parent: str = "") -> str:
    based = f'<w:basedOn w:val="{parent}"/>' if parent else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>{based}'
        f"<w:pPr><w:numPr>{about}</w:numPr></w:pPr></w:style>"
    )


def test_a_style_with_a_level_and_no_number_is_no_list_unless_it_is_based_on_one() -> None:
    styles = (
        _style("Sub", '<w:ilvl w:val="1"/>')
        + _style("Dots", '<w:numId w:val="3"/>')
        + _style("DotsInDots", '<w:ilvl w:val="1"/>', "Dots")
        + _style("Plain", '<w:numId w:val="0"/>', "Dots")
    )
    names = ("Sub", "Dots", "DotsInDots", "Plain")
    outline = read_back(word("".join(p(name, name) for name in names), styles=styles))
    assert [(entry.role, entry.level) for entry in outline] == [
        ("paragraph", 0), ("item", 1), ("item", 2), ("paragraph", 0),
    ]  # fmt: skip


def test_an_item_whose_sign_was_taken_away_is_a_paragraph() -> None:
    none = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    assert _told(p("LB", "one"), p("LB", "not one", numbering=none)) == [
        ("item", "one"), ("paragraph", "not one"),
    ]  # fmt: skip


def test_a_paragraph_with_a_level_of_its_own_is_counted_in_the_list_of_its_style() -> None:
    styles = _style("Dots", '<w:numId w:val="3"/>')
    deeper = '<w:numPr><w:ilvl w:val="2"/></w:numPr>'
    (entry,) = read_back(word(p("Dots", "one", numbering=deeper), styles=styles))
    assert (entry.role, entry.level) == ("item", 3)


def test_body_text_in_the_style_of_a_heading_is_no_heading() -> None:
    body = f'<w:p><w:pPr><w:pStyle w:val="H1"/><w:outlineLvl w:val="9"/></w:pPr>{r("Words")}</w:p>'
    assert _told(body) == [("paragraph", "Words")]


# ---- forms


def _control(about: str, inside: str, filled: bool = True) -> str:
    empty = "" if filled else "<w:showingPlcHdr/>"
    return f"<w:sdt><w:sdtPr>{about}{empty}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


_COLOURS = (
    '<w:alias w:val="Colour"/><w:dropDownList><w:listItem w:displayText="Red" w:value="r"/>'
    '<w:listItem w:value="Blue"/></w:dropDownList>'
)


def _fields(outline: Outline) -> list[Entry]:
    return [entry for entry in outline if entry.role == "field"]


@pytest.mark.parametrize(
    ("control", "field"),
    [
        (_control(_COLOURS, r("Blue")),
         Entry("field", "Colour", kind="choice", value="Blue", choices=("Red", "Blue"))),
        (_control(_COLOURS, r("Choose one."), filled=False),
         Entry("field", "Colour", kind="choice", choices=("Red", "Blue"))),
        (_control('<w:alias w:val="Born"/><w:date/>', r("1 May 1990")),
         Entry("field", "Born", kind="date", value="1 May 1990")),
        (_control('<w:alias w:val="I agree"/><w14:checkbox><w14:checked w14:val="1"/>'
                  "</w14:checkbox>", r("☒")),
         Entry("field", "I agree", kind="check", value="checked")),
        (_control("<w14:checkbox/>", r("☐")), Entry("field", kind="check")),
        (_control('<w:tag w:val="name"/><w:text/>', r("Sam")),
         Entry("field", "name", kind="text", value="Sam")),
        (_control("", r("Type here."), filled=False), Entry("field", kind="text")),
    ],
)  # fmt: skip
def test_a_content_control_that_is_to_be_filled_in_is_a_field(control: str, field: Entry) -> None:
    outline = read(p("T", "Please: ", control))
    assert outline[0].text.startswith("Please: ")
    assert _fields(outline) == [field]


def test_a_content_control_around_paragraphs_is_a_field_after_them() -> None:
    body = _control('<w:alias w:val="Day"/><w:date/>', p("T", "1 May"), filled=False)
    assert _told(body) == [("paragraph", "1 May"), ("field", "Day")]


@pytest.mark.parametrize(
    "about", ["", '<w:alias w:val="Part"/>', "<w:picture/>", "<w:text/><w:dataBinding/>"]
)
def test_a_control_that_only_holds_words_of_the_document_is_no_field(about: str) -> None:
    assert _told(p("T", _control(about, r("Words")))) == [("paragraph", "Words")]


def _form_field(about: str, result: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{about}</w:ffData></w:fldChar></w:r>'
        "<w:r><w:instrText> FORM </w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


@pytest.mark.parametrize(
    ("field", "told"),
    [
        (_form_field('<w:name w:val="Text1"/><w:textInput/>', r("Sam")),
         Entry("field", kind="text", value="Sam")),
        (_form_field('<w:name w:val="Town"/><w:textInput/>', r("\u2002\u2002\u2002")),
         Entry("field", "Town", kind="text")),
        (_form_field('<w:helpText w:val="Tick to join"/><w:checkBox><w:default w:val="0"/>'
                     "<w:checked/></w:checkBox>", ""),
         Entry("field", "Tick to join", kind="check", value="checked")),
        (_form_field('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', ""),
         Entry("field", kind="check")),
        (_form_field('<w:ddList><w:result w:val="1"/><w:listEntry w:val="Red"/>'
                     '<w:listEntry w:val="Blue"/></w:ddList>', ""),
         Entry("field", kind="choice", value="Blue", choices=("Red", "Blue"))),
        (_form_field('<w:ddList><w:result w:val="9"/></w:ddList>', ""),
         Entry("field", kind="choice")),
    ],
)  # fmt: skip
def test_the_form_fields_of_older_words_are_fields(field: str, told: Entry) -> None:
    assert _fields(read(p("T", "Name: ", field, "."))) == [told]


# ---- text in other files


def _with_file(name: str, kind: str, data: bytes, target: str = "") -> bytes:
    """A Word file in which another one stands, between two paragraphs."""
    whole = word(p("T", "before") + '<w:altChunk r:id="c"/>' + p("T", "after"), links={"c": "x"})
    target = target or f"/word/{name}"
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as old, zipfile.ZipFile(buffer, "w") as new:
        for one in old.namelist():
            text = old.read(one).decode()
            found = '/hyperlink" Target="x" TargetMode="External"'
            new.writestr(one, text.replace(found, f'/aFChunk" Target="{target}"'))
        types = "http://schemas.openxmlformats.org/package/2006/content-types"
        own = f'<Override PartName="/word/{name}" ContentType="{kind}"/>'
        new.writestr("[Content_Types].xml", f'<Types xmlns="{types}">{own}</Types>')
        new.writestr(f"word/{name}", data)
    return buffer.getvalue()


_PAGE = b"<!doctype html><html lang=en-GB><body><h2>Costs</h2><p>It is free."
_MAIN_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


@pytest.mark.parametrize(
    ("name", "kind", "data", "told"),
    [
        ("a.html", "text/html", _PAGE, [("heading", "Costs"), ("paragraph", "It is free.")]),
        ("a.txt", "text/plain", b"One.\n\nTwo.", [("paragraph", "One."), ("paragraph", "Two.")]),
        ("a.docx", _MAIN_KIND, word(p("T", "Within.")), [("paragraph", "Within.")]),
        ("a.docx", _MAIN_KIND, b"no zip", []),
        ("a.rtf", "application/rtf", b"{\\rtf1 Words}", []),
    ],
)
def test_text_in_another_file_is_read_where_it_stands(
    name: str, kind: str, data: bytes, told: list[tuple[str, str]]
) -> None:
    outline = read_back(_with_file(name, kind, data))
    whole = [("paragraph", "before"), *told, ("paragraph", "after")]
    assert [(entry.role, entry.text) for entry in outline] == whole


def test_a_file_in_a_file_in_a_file_is_not_followed() -> None:
    inner = _with_file("a.docx", _MAIN_KIND, word(p("T", "inmost")))
    outline = read_back(_with_file("a.docx", _MAIN_KIND, inner))
    assert [entry.text for entry in outline] == ["before", "before", "after", "after"]


def test_a_file_that_is_not_inside_is_not_looked_for() -> None:
    outline = read_back(_with_file("a.html", "text/html", _PAGE, target="../../etc/passwd"))
    assert [entry.text for entry in outline] == ["before", "after"]
