"""A good file, and for each rule on tags, annotations and the whole file one that breaks it."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, String

from exporter import fonts
from tests.unit.readback.pdf_by_hand import Element, elements_of, pdf, spoiled

Change = Callable[[pikepdf.Pdf], object]

LINES = ["ragged and long", "a short one", "another of these", "yes", "and one more", "the end"]
FIGURE: Element = ("Figure", {"Alt": "A tick"}, ["picture"])
LIST: Element = ("L", {}, [("LI", {}, [("Lbl", {}, ["1."]), ("LBody", {}, ["an item"])])])
LINK: Element = ("P", {}, ["See ", ("Link", {"URI": "https://example.org/"}, ["the River Trust"])])
NOTE: Element = ("Note", {"ID": "n1"}, [("P", {}, ["A note."])])


def cells(*given: tuple[str, str]) -> Element:
    """A row: C is a column's header, R a row's, D a cell."""
    scopes = {"C": "Column", "R": "Row"}
    made: list[Element | str] = [
        ("TH", {"Scope": scopes[kind]}, [text]) if kind in scopes else ("TD", {}, [text])
        for kind, text in given
    ]
    return ("TR", {}, made)


HEAD = cells(("C", "Stage"), ("C", "Who"))
ROW = cells(("R", "Design"), ("D", "All"))
OTHER_ROW = cells(("R", "Report"), ("D", "Some"))
TABLE: Element = ("Table", {}, [HEAD, ROW, OTHER_ROW])
GOOD: list[Element] = [
    ("H1", {}, ["The title"]),
    ("P", {}, [*LINES]),
    LIST,
    ("H2", {}, ["A part"]),
    LINK,
    FIGURE,
    TABLE,
    NOTE,
]


def good_with(*elements: Element) -> bytes:
    return pdf([*GOOD, *elements])


def good_but(change: Change) -> bytes:
    return spoiled(pdf(GOOD), change)


def _root(**entries: object) -> bytes:
    def change(file: pikepdf.Pdf) -> None:
        for name, value in entries.items():
            file.Root[f"/{name}"] = value

    return good_but(change)


def metadata(old: bytes, new: bytes) -> bytes:
    def change(file: pikepdf.Pdf) -> None:
        told = file.Root.Metadata.read_bytes()
        assert old in told
        file.Root.Metadata = file.make_stream(told.replace(old, new))

    return good_but(change)


def _drawn(what: bytes) -> bytes:
    def change(file: pikepdf.Pdf) -> None:
        page = file.pages[0]
        page.Contents = file.make_stream(page.Contents.read_bytes() + b"\n" + what)

    return good_but(change)


def _roles(*elements: Element, **roles: str) -> bytes:
    def change(file: pikepdf.Pdf) -> None:
        for own, to in roles.items():
            file.Root.StructTreeRoot.RoleMap[f"/{own}"] = Name(f"/{to}")

    return spoiled(good_with(*elements), change)


def annotated(kind: str, holder: str, *, tagged: bool = True, **own: object) -> bytes:
    """A good file with something laid over its page, in an element of its own."""

    def change(file: pikepdf.Pdf) -> None:
        page = file.pages[0].obj
        one = Dictionary(
            Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array([72, 600, 172, 620]), F=4,
            P=page, AP=Dictionary(N=file.make_stream(b"", Subtype=Name.Form, BBox=[0, 0, 9, 9])),
        )  # fmt: skip
        for name, value in own.items():
            one[f"/{name}"] = value
        made = file.make_indirect(one)
        page.Annots.append(made)
        if kind == "Widget":
            file.Root.AcroForm = Dictionary(Fields=Array([made]))
        element = elements_of(file)[-1]
        if tagged:
            made.StructParent = 7777
            element.K = Array([Dictionary(Type=Name.OBJR, Obj=made)])
            file.Root.StructTreeRoot.ParentTree.Nums.extend([7777, element])

    return spoiled(good_with((holder, {}, [])), change)


def field(holder: str = "Form", **own: object) -> bytes:
    return annotated("Widget", holder, FT=Name.Tx, T=String("who"), **own)


def film(*without: str) -> bytes:
    clip = Dictionary(
        S=Name.MCD, D=Dictionary(F=String("a.mp4"), UF=String("a.mp4")), CT=String("video/mp4"),
        Alt=Array([String(""), String("A film about tea")]),
    )  # fmt: skip
    for name in without:
        del clip[f"/{name}"]
    action = Dictionary(S=Name.Rendition, R=Dictionary(S=Name.MR, C=clip))
    return annotated("Screen", "Annot", Contents=String("A film"), A=action)


def _file_in_it(**names: str) -> bytes:
    def change(file: pikepdf.Pdf) -> None:
        data = file.make_stream(b"words", Type=Name.EmbeddedFile)
        given = {name: String(value) for name, value in names.items()}
        one = Dictionary(Type=Name.Filespec, EF=Dictionary(F=data, UF=data), **given)
        names_of = Array([String("a"), file.make_indirect(one)])
        file.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=names_of))

    return good_but(change)


def _layers(**configuration: object) -> bytes:
    return _root(OCProperties=Dictionary(OCGs=Array([]), D=Dictionary(**configuration)))


def _redrawn(how: bytes) -> bytes:
    packet = b"<config xmlns='http://www.xfa.org/schema/xci/2.6/'><acrobat><acrobat7>" + how
    told = packet + b"</acrobat7></acrobat></config>"

    def change(file: pikepdf.Pdf) -> None:
        parts = Array([String("config"), file.make_stream(told)])
        file.Root.AcroForm = Dictionary(Fields=Array([]), XFA=parts)

    return good_but(change)


def _from_outside(file: pikepdf.Pdf) -> None:
    form = file.make_stream(b"", Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    form.Ref = Dictionary(F=Dictionary(Type=Name.Filespec, F=String("b.pdf"), UF=String("b.pdf")),
                          Page=0)  # fmt: skip
    file.pages[0].Resources.XObject = Dictionary(Fm=form)
    page = file.pages[0]
    drawn = b"\n/Artifact BMC /Fm Do EMC"
    page.Contents = file.make_stream(page.Contents.read_bytes() + drawn)


def _cell(text: str, **spans: int) -> Element:
    return ("TD", dict(spans), [text])


_SPANNED: Element = (
    "Table", {}, [HEAD, ("TR", {}, [("TH", {"Scope": "Row"}, ["Design"]), _cell("All", RowSpan=3)])]
)  # fmt: skip
_SPANNING: list[Element | str] = [
    ("TR", {}, [("TH", {"Scope": "Row", "RowSpan": 2}, ["x"]), _cell("y")]),
    ("TR", {}, [_cell("z")]),
    ("TR", {}, [("TH", {"Scope": "Row", "ColSpan": 2}, ["w"])]),
]
_BODY: Element = ("TBody", {}, [ROW])
_FOOT: Element = ("TFoot", {}, [OTHER_ROW])
_INNER_CONTENTS: Element = ("TOC", {}, [("TOCI", {}, ["Two"])])
_INNER_PART: Element = ("Sect", {}, [("H", {}, ["Two"]), ("P", {}, ["y"])])
_NAMED: Element = ("TR", {}, [("TH", {"ID": "a"}, ["Stage"]), ("TH", {"ID": "b"}, ["Who"])])
_LOST: Element = ("TR", {}, [("TH", {"ID": "c", "Headers": ["a"]}, ["Design"]),
                             ("TD", {"Headers": ["nobody"]}, ["All"])])  # fmt: skip


def _font(change: Change | None = None, **entries: object) -> bytes:
    """The typeface of the good file with something changed in it."""

    def spoil(file: pikepdf.Pdf) -> None:
        font = file.pages[0].Resources.Font.F1
        for name, value in entries.items():
            font[f"/{name}"] = value
        if change:
            change(file)

    return good_but(spoil)


def _widened(file: pikepdf.Pdf) -> None:
    widths = file.pages[0].Resources.Font.F1.Widths
    widths[ord("e") - 32] = int(widths[ord("e") - 32]) + 40


def _letters(file: pikepdf.Pdf, letter: str) -> pikepdf.Stream:
    """A map that says of the letter e that it is another one."""
    told = letter.encode("utf-16-be").hex()
    return file.make_stream(
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def\n"
        b"1 begincodespacerange <00> <ff> endcodespacerange\n"
        b"2 beginbfrange <20> <64> <0020> <66> <7e> <0066> endbfrange\n"
        b"1 beginbfchar <65> <" + told.encode() + b"> endbfchar endcmap end end"
    )


def _told_letter(letter: str) -> bytes:
    def change(file: pikepdf.Pdf) -> None:
        file.pages[0].Resources.Font.F1.ToUnicode = _letters(file, letter)

    return good_but(change)


def _composite(without: str = "", listed: Callable[[int, int], range] | None = None) -> bytes:
    """A sign of our typeface, shown by its number in a font for many scripts.

    `listed`: of the number of that sign and how many there are those that a list of them names.
    """
    name = fonts.DEFAULT_FAMILY
    face = TTFont(io.BytesIO(fonts.data(name, "regular")))
    glyph = face.getGlyphID(face.getBestCmap()[ord("a")])
    count = len(face.getGlyphOrder())

    def change(file: pikepdf.Pdf) -> None:
        page = file.pages[0]
        simple = page.Resources.Font.F1
        inner = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=simple.BaseFont,
            FontDescriptor=simple.FontDescriptor, CIDToGIDMap=Name.Identity,
            CIDSystemInfo=Dictionary(
                Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
            W=Array([glyph, Array([round(1000 * fonts.width("a", name, 1))])]),
        )  # fmt: skip
        if listed:
            inner.FontDescriptor = Dictionary(simple.FontDescriptor)
            inner.BaseFont = inner.FontDescriptor.FontName = Name("/ABCDEF+Part")
            inner.FontDescriptor.CIDSet = file.make_stream(_bits(listed(glyph, count)))
        if without:
            del inner[f"/{without}"]
        page.Resources.Font.F2 = file.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type0, BaseFont=inner.BaseFont,
                Encoding=Name("/Identity-H"), DescendantFonts=Array([file.make_indirect(inner)]),
                ToUnicode=file.make_stream(
                    b"begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange "
                    b"1 beginbfchar <%04x> <0061> endbfchar endcmap" % glyph),
            )
        )  # fmt: skip
        shown = b"\n/Artifact BMC BT /F2 14 Tf 72 60 Td <%04x> Tj ET EMC" % glyph
        page.Contents = file.make_stream(page.Contents.read_bytes() + shown)

    return good_but(change)


def _bits(numbers: range) -> bytes:
    bits = bytearray(numbers.stop // 8 + 1)
    for number in numbers:
        bits[number // 8] |= 0x80 >> number % 8
    return bytes(bits)


def _part_of_a_typeface() -> bytes:
    """A typeface (CFF) with the one sign "a", a square."""
    made = FontBuilder(1000, isTTF=False)
    order = [".notdef", "a"]
    made.setupGlyphOrder(order)
    made.setupCharacterMap({ord("a"): "a"})
    square: list[object] = [100, 0, "rmoveto", 300, "hlineto", 500, "vlineto", -300, "hlineto"]
    drawn = {
        name: T2CharString(program=[500, *(square if name == "a" else []), "endchar"])
        for name in order
    }
    made.setupCFF("Part", {"FullName": "Part"}, drawn, {})
    compiled: bytes = made.font.getTableData("CFF ")
    return compiled


def named_signs(listed: str) -> bytes:
    """A letter in a part of a typeface, of which the file says that it has these signs."""

    def change(file: pikepdf.Pdf) -> None:
        page = file.pages[0]
        name = Name("/ABCDEF+Part")
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=name, Flags=32, FontBBox=Array([100, 0, 400, 500]),
            ItalicAngle=0, Ascent=500, Descent=0, CapHeight=500, StemV=80, CharSet=String(listed),
            FontFile3=file.make_stream(_part_of_a_typeface(), Subtype=Name.Type1C),
        )  # fmt: skip
        page.Resources.Font.F2 = file.make_indirect(
            Dictionary(
                Type=Name.Font, Subtype=Name.Type1, BaseFont=name, FirstChar=97, LastChar=97,
                Widths=Array([500]), Encoding=Name.WinAnsiEncoding,
                FontDescriptor=file.make_indirect(descriptor),
            )
        )  # fmt: skip
        shown = b"\n/Artifact BMC BT /F2 14 Tf 72 60 Td (a) Tj ET EMC"
        page.Contents = file.make_stream(page.Contents.read_bytes() + shown)

    return good_but(change)


def part_drawn(drawn: bytes, *, within: bytes = b"") -> bytes:
    """A good file and a part of its page, Fm, that has a figure in it; Fn draws what is within."""

    def change(file: pikepdf.Pdf) -> None:
        box = Array([0, 0, 99, 99])
        inside = b"/Figure <</MCID 0>> BDC 0 0 20 20 re f EMC"
        form = file.make_stream(inside, Subtype=Name.Form, BBox=box, StructParents=7777)
        page = file.pages[0]
        around = file.make_stream(within, Subtype=Name.Form, BBox=box)
        around.Resources = Dictionary(XObject=Dictionary(Fm=form))
        page.Resources.XObject = Dictionary(Fm=form, Fn=around)
        element = elements_of(file)[-1]
        element.Alt = String("A square")
        element.K = Array([Dictionary(Type=Name.MCR, Pg=page.obj, Stm=form, MCID=0)])
        numbers = file.Root.StructTreeRoot.ParentTree.Nums
        numbers.extend([7777, file.make_indirect(Array([element]))])
        page.Contents = file.make_stream(page.Contents.read_bytes() + b"\n" + drawn)

    return spoiled(good_with(("Figure", {}, [])), change)


_TWICE = b"q 1 0 0 1 72 300 cm /Fm Do Q q 1 0 0 1 172 300 cm /Fm Do Q"
_NOT_THERE = Dictionary(
    BaseEncoding=Name.WinAnsiEncoding, Differences=Array([ord("e"), Name.afii10017])
)
"""The letter e is a Cyrillic letter, which the typeface has not."""

BROKEN: dict[str, bytes] = {
    "pdf-fonts-parts-disagree": _composite("CIDToGIDMap"),
    "pdf-fonts-encoding-unclear": _font(Encoding=Name.MacExpertEncoding),
    "pdf-fonts-false-letters": _told_letter("\ufeff"),
    "pdf-fonts-glyph-missing": _font(Encoding=_NOT_THERE),
    "pdf-fonts-widths-differ": _font(_widened),
    "pdf-fonts-list-incomplete": _composite(listed=lambda glyph, count: range(glyph)),
    "pdf-tags-suspect": _root(MarkInfo=Dictionary(Marked=True, Suspects=True)),
    "pdf-role-unknown": good_with(("Odd", {}, ["Some words"])),
    "pdf-role-circle": _roles(("Odd", {}, ["Some words"]), Odd="Even", Even="Odd"),
    "pdf-role-changed": _roles(P="H3"),
    "pdf-language-wrong": good_with(("P", {"Lang": "en_GB"}, ["Some words"])),
    "pdf-title-not-in-metadata": metadata(b"dc:title", b"dc:description"),
    "pdf-standard-misspelt": metadata(b"pdfuaid", b"pdfua"),
    "pdf-file-in-it-unnamed": _file_in_it(F="words.txt"),
    "pdf-layers-unnamed": _layers(),
    "pdf-layers-change": _layers(Name=String("All"), AS=Array([])),
    "pdf-form-redrawn": _redrawn(b"<dynamicRender>required</dynamicRender>"),
    "pdf-page-from-outside": good_but(_from_outside),
    "pdf-tagged-part-repeated": part_drawn(_TWICE),
    "pdf-drawing-untagged": _drawn(b"72 300 m 300 300 l S"),
    "pdf-artifact-in-tags": _drawn(b"/P <</MCID 0>> BDC /Artifact BMC 72 300 m 9 9 l S EMC EMC"),
    "pdf-heading-kinds-mixed": good_with(("Sect", {}, [("H", {}, ["Of no level"])])),
    "pdf-heading-twice-in-one": pdf(
        [("Sect", {}, [("H", {}, ["One"]), ("P", {}, ["x"]), ("H", {}, ["Two"]), ("P", {}, ["x"])])]
    ),
    "pdf-table-parts-misplaced": good_with(("P", {}, [ROW])),
    "pdf-table-sections-wrong": good_with(("Table", {}, [("THead", {}, [HEAD]), ROW])),
    "pdf-table-spans-wrong": good_with(_SPANNED),
    "pdf-table-headers-unknown": good_with(("Table", {}, [_NAMED, _LOST])),
    "pdf-contents-broken": good_with(("Sect", {}, [("TOCI", {}, ["One"])])),
    "pdf-caption-misplaced": good_with(
        ("Table", {}, [HEAD, ("Caption", {}, ["Two of them"]), ROW])
    ),
    "pdf-field-without-words": field(),
    "pdf-field-untagged": field("P", TU=String("Your name")),
    "pdf-annotation-without-words": annotated("Stamp", "Annot"),
    "pdf-annotation-untagged": annotated("Stamp", "P", Contents=String("Draft")),
    "pdf-printers-marks": annotated("PrinterMark", "Annot", Contents=String("A mark")),
    "pdf-media-alt-missing": film("Alt"),
    "pdf-media-kind-missing": film("CT"),
}

CLAUSES = {
    "pdf-fonts-parts-disagree": "7.21.3.2-1",
    "pdf-fonts-encoding-unclear": "7.21.6-2",
    "pdf-fonts-false-letters": "7.21.7-2",
    "pdf-fonts-glyph-missing": "7.21.4.1-2",
    "pdf-fonts-widths-differ": "7.21.5-1",
    "pdf-fonts-list-incomplete": "7.21.4.2-2",
    "pdf-tags-suspect": "7.1-4",
    "pdf-role-unknown": "7.1-5",
    "pdf-role-circle": "7.1-6",
    "pdf-role-changed": "7.1-7",
    "pdf-language-wrong": "7.2-29",
    "pdf-title-not-in-metadata": "7.1-9",
    "pdf-standard-misspelt": "5-3",
    "pdf-file-in-it-unnamed": "7.11-1",
    "pdf-layers-unnamed": "7.10-1",
    "pdf-layers-change": "7.10-2",
    "pdf-form-redrawn": "7.15-1",
    "pdf-page-from-outside": "7.20-1",
    "pdf-tagged-part-repeated": "7.20-2",
    "pdf-drawing-untagged": "7.1-3",
    "pdf-artifact-in-tags": "7.1-1",
    "pdf-heading-kinds-mixed": "7.4.4-2",
    "pdf-heading-twice-in-one": "7.4.4-1",
    "pdf-table-parts-misplaced": "7.2-4",
    "pdf-table-sections-wrong": "7.2-14",
    "pdf-table-spans-wrong": "7.2-41",
    "pdf-table-headers-unknown": "7.5-2",
    "pdf-contents-broken": "7.2-26",
    "pdf-caption-misplaced": "7.2-16",
    "pdf-field-without-words": "7.18.1-3",
    "pdf-field-untagged": "7.18.4-1",
    "pdf-annotation-without-words": "7.18.1-2",
    "pdf-annotation-untagged": "7.18.1-1",
    "pdf-printers-marks": "7.18.8-1",
    "pdf-media-alt-missing": "7.18.6.2-2",
    "pdf-media-kind-missing": "7.18.6.2-1",
}
"""The clause and test by which veraPDF objects to each of them."""

VALID: dict[str, bytes] = {
    "a typeface for many scripts": _composite(),
    "a list of all signs by number": _composite(listed=lambda glyph, count: range(count)),
    "a list of all signs by name": named_signs("/a"),
    "a part of a page that has tags": part_drawn(b"q 1 0 0 1 72 300 cm /Fm Do Q"),
    "a part within a part": part_drawn(b"/Fn Do", within=b"q 1 0 0 1 72 300 cm /Fm Do Q"),
    "letters that are told": _told_letter("e"),
    "a form": field(TU=String("Your name")),
    "a stamp": annotated("Stamp", "Annot", Contents=String("Draft")),
    "a hidden field": field("P", F=2),
    "a remark beside the page": annotated(
        "Text", "P", tagged=False, Rect=Array([700, 9, 720, 29])
    ),
    "a film": film(),
    "a file in it": _file_in_it(F="words.txt", UF="words.txt"),
    "layers": _layers(Name=String("All")),
    "a form that is drawn once": _redrawn(b"<dynamicRender>forbidden</dynamicRender>"),
    "a table with all its parts": good_with(
        ("Table", {}, [("Caption", {}, ["A"]), ("THead", {}, [HEAD]), _BODY, _FOOT])
    ),
    "cells that span": good_with(("Table", {}, [HEAD, *_SPANNING])),
    "lists in lists": good_with(("L", {}, [("Caption", {}, ["A list"]), LIST[2][0], LIST])),
    "contents in contents": good_with(
        ("TOC", {}, [("Caption", {}, ["This"]), ("TOCI", {}, ["One"]), _INNER_CONTENTS])
    ),
    "headings without levels": pdf(
        [("Sect", {}, [("H", {}, ["One"]), ("P", {}, ["x"]), _INNER_PART])]
    ),
    "runs that a browser tags": good_with(
        ("Table", {}, [("NonStruct", {}, [HEAD, ROW])]), ("P", {}, [("NonStruct", {}, ["words"])])
    ),
    "a type of its own": _roles(("Odd", {}, ["Some words"]), Odd="Even", Even="P"),
    "a line for the look": _drawn(b"/Artifact BMC 72 300 m 300 300 l S EMC"),
}  # fmt: skip
