"""Tagged PDFs made by hand, so that readers and rules are tried on the contract and no writer.

`pdf([("P", {}, ["Some words"])])`: an element is its type, its attributes and its kids; a str is a
marked sequence on a line of its own. Attributes: Alt, ActualText, Lang, ID, E, Scope, Headers,
ColSpan, RowSpan, Page (from 0); URI or Dest, Contents (of a Link); Size, Left, Colour of its words.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from exporter import fonts

Element: TypeAlias = tuple[str, dict[str, Any], list["Element | str"]]
ROLE_MAP = {
    "Furniture": "Sect", "Callout": "Sect", "Label": "P", "Source": "P", "Term": "Lbl",
    "Definition": "LBody", "PageRef": "Span", "WebAddress": "Span", "Strong": "Span",
    "Em": "Span",
}  # fmt: skip
_TEXT = ("Alt", "ActualText", "Lang", "ID", "E")
_FIRST_LINK = 1000
_METADATA = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" '
    'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/">'
    "<pdfuaid:part>1</pdfuaid:part><dc:title><rdf:Alt>"
    '<rdf:li xml:lang="x-default">A title</rdf:li></rdf:Alt></dc:title>'
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
)


@dataclass
class Maker:
    """Writes elements and their words. `size` and `pitch` in points; `width` of the page."""

    size: float = 14
    pitch: float = 18.9
    left: float = 72
    width: float = 595
    height: float = 842
    numbered: bool = True
    """Whether every page has "Page 1" at its foot."""
    role_map: dict[str, str] = field(default_factory=lambda: ROLE_MAP)
    """A stranger's has no Furniture in it."""
    file: pikepdf.Pdf = field(default_factory=pikepdf.new)
    pages: list[pikepdf.Object] = field(default_factory=list)
    content: list[list[str]] = field(default_factory=list)
    marks: list[int] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    font: pikepdf.Object | None = None
    owners: list[pikepdf.Object] = field(default_factory=list)
    """For each page the elements of its marked sequences, by their numbers."""
    linked: list[pikepdf.Object] = field(default_factory=list)
    """The element of each link."""

    def page(self, number: int) -> pikepdf.Object:
        while len(self.pages) <= number:
            self.font = self.font or _font(self.file)
            made = Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, self.width, self.height]),
                Resources=Dictionary(Font=Dictionary(F1=self.font)),
                Annots=Array([]),
                Tabs=Name.S,
            )
            made.StructParents = len(self.pages)
            self.owners.append(Array([]))
            self.file.pages.append(pikepdf.Page(self.file.make_indirect(made)))
            self.pages.append(self.file.pages[-1].obj)
            self.content.append([])
            self.marks.append(0)
            self.lines.append(0)
            if self.numbered:
                words = f"Page {len(self.pages)}"
                self.content[-1].append(
                    f"/Artifact BMC {self.shown(words, self.size, self.left, 40)} EMC"
                )
        return self.pages[number]

    def shown(
        self, words: str, size: float, left: float, height: float, colour: str = "0 0 0"
    ) -> str:
        escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        place = f"1 0 0 1 {left} {height} Tm"
        return f"BT {colour} rg /F1 {size} Tf {place} ({escaped}) Tj ET"

    def words(self, text: str, attributes: dict[str, Any], number: int) -> int:
        """Set a line of words in a marked sequence of its own; its number."""
        self.page(number)
        mark = self.marks[number]
        self.marks[number] += 1
        height = 760 - self.pitch * self.lines[number]
        self.lines[number] += 1
        size, left = attributes.get("Size", self.size), attributes.get("Left", self.left)
        drawn = self.shown(text, size, left, height, attributes.get("Colour", "0 0 0"))
        self.content[number].append(f"/P <</MCID {mark}>> BDC {drawn} EMC")
        return mark

    def element(self, element: Element, parent: pikepdf.Object, number: int) -> pikepdf.Object:
        kind, attributes, kids = element
        number = attributes.get("Page", number)
        made = self.file.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=parent, Pg=self.page(number))
        )
        for name in _TEXT:
            if name in attributes:
                made[f"/{name}"] = String(attributes[name])
        shape: dict[str, Any] = {
            key: attributes[key] for key in ("ColSpan", "RowSpan") if key in attributes
        }
        if "Scope" in attributes:
            shape["Scope"] = Name(f"/{attributes['Scope']}")
        if "Headers" in attributes:
            shape["Headers"] = Array(map(String, attributes["Headers"]))
        if shape:
            made.A = Dictionary(O=Name.Table, **shape)
        inside = Array([])
        for kid in kids:
            if isinstance(kid, str):
                inside.append(self.words(kid, attributes, number))
                self.owners[number].append(made)
            else:
                inside.append(self.element(kid, made, number))
        if "URI" in attributes or "Dest" in attributes:
            inside.append(self.link(attributes, number))
            self.linked.append(made)
        made.K = inside
        return made

    def link(self, attributes: dict[str, Any], number: int) -> pikepdf.Object:
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([72, 700, 172, 720]),
            Contents=String(attributes.get("Contents", "A link")),
            StructParent=_FIRST_LINK + len(self.linked),
            F=4,
        )
        if "URI" in attributes:
            annotation.A = Dictionary(S=Name.URI, URI=String(attributes["URI"]))
        else:
            annotation.Dest = String(attributes["Dest"])
        made = self.file.make_indirect(annotation)
        self.page(number).Annots.append(made)
        return Dictionary(Type=Name.OBJR, Obj=made)

    def finish(self, elements: list[Element]) -> bytes:
        self.page(0)
        root = self.file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = self.file.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=root)
        )
        document.K = Array([self.element(element, document, 0) for element in elements])
        root.K = Array([document])
        numbered = [*enumerate(self.owners), *enumerate(self.linked, start=_FIRST_LINK)]
        root.ParentTree = Dictionary(Nums=Array([thing for pair in numbered for thing in pair]))
        root.RoleMap = Dictionary({f"/{own}": Name(f"/{to}") for own, to in self.role_map.items()})
        catalogue = self.file.Root
        catalogue.StructTreeRoot = root
        catalogue.MarkInfo = Dictionary(Marked=True)
        catalogue.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        catalogue.Lang = String("en-GB")
        catalogue.Metadata = self.file.make_stream(_METADATA.encode())
        self.file.docinfo["/Title"] = "A title"
        for page, drawn in zip(self.pages, self.content, strict=True):
            page.Contents = self.file.make_stream("\n".join(drawn).encode("cp1252"))
        return _saved(self.file)


def _font(file: pikepdf.Pdf) -> pikepdf.Object:
    """Our own typeface, whole, with the letters of Windows."""
    codes = range(32, 256)
    letters = [bytes([code]).decode("cp1252", "replace") for code in codes]
    widths = [round(1000 * fonts.width(letter, fonts.DEFAULT_FAMILY, 1)) for letter in letters]
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/AtkinsonHyperlegible-Regular"),
        Flags=32,
        FontBBox=Array([-200, -300, 1200, 1000]),
        ItalicAngle=0,
        Ascent=950,
        Descent=-290,
        CapHeight=668,
        StemV=80,
        FontFile2=file.make_stream(fonts.data(fonts.DEFAULT_FAMILY, "regular")),
    )
    return file.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name("/AtkinsonHyperlegible-Regular"),
            Encoding=Name.WinAnsiEncoding,
            FirstChar=32,
            LastChar=255,
            Widths=Array(widths),
            FontDescriptor=file.make_indirect(descriptor),
        )
    )


def pdf(elements: list[Element], **options: Any) -> bytes:
    return Maker(**options).finish(elements)


def spoiled(data: bytes, change: Callable[[pikepdf.Pdf], object]) -> bytes:
    """The file after a change to it."""
    with pikepdf.open(io.BytesIO(data)) as file:
        change(file)
        return _saved(file)


def elements_of(file: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Every element of a file, in reading order."""
    found: list[pikepdf.Object] = []
    waiting = [file.Root.StructTreeRoot]
    while waiting:
        thing = waiting.pop()
        if "/S" in thing:
            found.append(thing)
        kids = thing.get("/K", Array([]))
        inside = list(kids) if isinstance(kids, Array) else [kids]
        waiting.extend(kid for kid in reversed(inside) if isinstance(kid, Dictionary))
    return found


def _saved(file: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()
