"""Small tagged PDFs made by hand, so that the reader is tried on the contract and no writer.

`pdf([("P", {}, ["Some words"])])`: an element is its type, its attributes and its kids; a str is a
marked sequence. Attributes: Alt, ActualText, Lang, ID, E, Scope, URI or Dest (of a Link), Page.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Element: TypeAlias = tuple[str, dict[str, Any], list["Element | str"]]
ROLE_MAP = {
    "Furniture": "Sect", "Callout": "Sect", "Label": "P", "Source": "P", "Term": "Lbl",
    "Definition": "LBody", "PageRef": "Span", "WebAddress": "Span",
}  # fmt: skip
_TEXT = ("Alt", "ActualText", "Lang", "ID", "E")


@dataclass
class _Page:
    content: list[str] = field(default_factory=list)
    marks: int = 0
    line: int = 0


@dataclass
class Maker:
    """Writes elements and their words, each sequence on a line of its own."""

    file: pikepdf.Pdf = field(default_factory=pikepdf.new)
    pages: list[_Page] = field(default_factory=lambda: [_Page()])
    objects: list[pikepdf.Object] = field(default_factory=list)
    size: float = 14
    pitch: float = 18.2
    left: float = 72

    def page_object(self, number: int) -> pikepdf.Object:
        while len(self.objects) <= number:
            font = Dictionary(
                Type=Name.Font,
                Subtype=Name.TrueType,
                BaseFont=Name.Helvetica,
                Encoding=Name.WinAnsiEncoding,
            )
            page = Dictionary(
                Type=Name.Page,
                MediaBox=Array([0, 0, 595, 842]),
                Resources=Dictionary(Font=Dictionary(F1=font)),
                Annots=Array([]),
                Tabs=Name.S,
            )
            self.file.pages.append(pikepdf.Page(self.file.make_indirect(page)))
            self.objects.append(self.file.pages[-1].obj)
            if len(self.pages) < len(self.objects):
                self.pages.append(_Page())
        return self.objects[number]

    def words(self, text: str, number: int) -> int:
        """Set a line of words in a marked sequence of its own; its number."""
        self.page_object(number)
        page = self.pages[number]
        mark, page.marks = page.marks, page.marks + 1
        height = 760 - self.pitch * page.line
        page.line += 1
        page.content.append(
            f"/P <</MCID {mark}>> BDC BT /F1 {self.size} Tf 1 0 0 1 {self.left} {height} Tm "
            f"({_escaped(text)}) Tj ET EMC"
        )
        return mark

    def element(self, element: Element, parent: pikepdf.Object, number: int) -> pikepdf.Object:
        kind, attributes, kids = element
        number = attributes.get("Page", number)
        made = self.file.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name(f"/{kind}"), P=parent)
        )
        for name in _TEXT:
            if name in attributes:
                made[f"/{name}"] = String(attributes[name])
        shape = {key: attributes[key] for key in ("ColSpan", "RowSpan") if key in attributes}
        if "Scope" in attributes:
            shape["Scope"] = Name(f"/{attributes['Scope']}")
        if "Headers" in attributes:
            shape["Headers"] = Array(map(String, attributes["Headers"]))
        if shape:
            made.A = Dictionary(O=Name.Table, **shape)
        made.Pg = self.page_object(number)
        inside = Array([])
        for kid in kids:
            if isinstance(kid, str):
                inside.append(self.words(kid, number))
            else:
                inside.append(self.element(kid, made, number))
        if "URI" in attributes or "Dest" in attributes:
            inside.append(self.link(attributes, number))
        made.K = inside
        return made

    def link(self, attributes: dict[str, Any], number: int) -> pikepdf.Object:
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([72, 700, 172, 720]),
            Contents=String(attributes.get("Contents", "A link")),
            F=4,
        )
        if "URI" in attributes:
            annotation.A = Dictionary(S=Name.URI, URI=String(attributes["URI"]))
        else:
            annotation.Dest = String(attributes["Dest"])
        made = self.file.make_indirect(annotation)
        self.page_object(number).Annots.append(made)
        return Dictionary(Type=Name.OBJR, Obj=made)

    def finish(self, elements: list[Element], language: str, title: str) -> bytes:
        self.page_object(0)
        root = self.file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        document = self.file.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=root)
        )
        document.K = Array([self.element(element, document, 0) for element in elements])
        root.K = Array([document])
        root.RoleMap = Dictionary({f"/{own}": Name(f"/{to}") for own, to in ROLE_MAP.items()})
        self.file.Root.StructTreeRoot = root
        self.file.Root.MarkInfo = Dictionary(Marked=True)
        self.file.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        if language:
            self.file.Root.Lang = String(language)
        if title:
            self.file.docinfo["/Title"] = title
        return self.saved()

    def saved(self) -> bytes:
        for page, drawn in zip(self.objects, self.pages, strict=True):
            page.Contents = self.file.make_stream("\n".join(drawn.content).encode("cp1252"))
        buffer = io.BytesIO()
        self.file.save(buffer)
        return buffer.getvalue()


def pdf(elements: list[Element], language: str = "en-GB", title: str = "A title") -> bytes:
    return Maker().finish(elements, language, title)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
