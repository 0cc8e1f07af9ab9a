"""What stands where on the pages of a PDF: one pass over the page objects, with pdfium.

Everything is bounded; what goes beyond the bounds is left out.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from dataclasses import dataclass
from math import hypot, isfinite

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from exporter.file_rules.pdf_layout_faces import Faces
from exporter.file_rules.pdf_layout_geometry import (
    UNMOVED,
    Box,
    Matrix,
    moved,
    page_matrix,
    times,
)
from exporter.file_rules.pdf_layout_page import File, Image, Page, Run, Surface
from exporter.file_rules.pdf_layout_tree import Tree
from exporter.file_rules.pdf_layout_words import Words

MOST_PAGES = 600
"""Of a longer file the first ones are measured."""
MOST_OBJECTS = 20_000
"""On one page, those inside forms included."""
MOST_OBJECTS_IN_ALL = 150_000
_FORM_DEPTH = 6
_SMALLEST_SURFACE = 60.0
"""Square points; a smaller shape is no ground for words."""
_MOST_SURFACES = 1_000
_PATTERN = (0xBF, 0xBF, 0xBF)
"""The colour that pdfium names where a pattern fills a shape."""


def read(data: bytes) -> File | None:
    """Every page that is within the bounds; None if the file cannot be opened."""
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return None
    try:
        tree, pages, left = Tree(), list[Page](), MOST_OBJECTS_IN_ALL
        for number in range(min(len(document), MOST_PAGES)):
            if left <= 0:
                break
            page, used = _page(document, number, tree, min(left, MOST_OBJECTS))
            left -= used
            if page is not None:
                pages.append(page)
        return File(tuple(pages), len(document))
    finally:
        document.close()


def _page(
    document: pdfium.PdfDocument, number: int, tree: Tree, most: int
) -> tuple[Page | None, int]:
    try:
        page = document[number]
        text = page.get_textpage()
    except pdfium.PdfiumError:
        return None, 1
    try:
        crop, trim, turn = page.get_cropbox(), page.get_trimbox(), page.get_rotation()
        whole, seen = page_matrix(Box(*crop), turn), page_matrix(Box(*trim), turn)
        corner = moved(Box(*trim), whole)
        shown = moved(Box(*trim), seen)
        measured = Page(number + 1, shown.width, shown.height, (corner.left, corner.bottom))
        measured.blocks = tree.blocks(page.raw, seen)
        measurer = _Measurer(measured, Words(text.raw), page.raw, most)
        measurer.objects(
            raw.FPDFPage_CountObjects(page.raw),
            lambda index: raw.FPDFPage_GetObject(page.raw, index),
            _Around(seen),
        )
        measured.drawings = not measured.blocks and _mostly_outside(measured.runs)
        return measured, measurer.order + 1
    finally:
        text.close()
        page.close()


def _mostly_outside(runs: list[Run]) -> bool:
    inside = sum(len(run.words) for run in runs if run.in_form)
    return 0 < 2 * inside < sum(len(run.words) for run in runs)


@dataclass(frozen=True, slots=True)
class _Around:
    """What an object inherits from the form that holds it."""

    matrix: Matrix
    mark: int = -1
    artifact: bool = False
    depth: int = 0


class _Measurer:
    def __init__(self, page: Page, words: Words, handle: raw.FPDF_PAGE, most: int) -> None:
        self.page = page
        self.words = words
        self.handle = handle
        self.most = most
        self.order = 0
        self.faces = Faces()
        self.four = tuple(ctypes.c_float() for _ in range(4))
        self.channels = tuple(ctypes.c_uint() for _ in range(4))
        self.size = ctypes.c_float()
        self.matrix = raw.FS_MATRIX()
        self.name = (ctypes.c_ushort * 32)()
        self.length = ctypes.c_ulong()

    def objects(
        self, count: int, get: Callable[[int], raw.FPDF_PAGEOBJECT], around: _Around
    ) -> None:
        for index in range(count):
            self.order += 1
            if self.order > self.most:
                return
            thing = get(index)
            if thing:
                self.thing(thing, around)

    def thing(self, thing: raw.FPDF_PAGEOBJECT, around: _Around) -> None:
        own = int(raw.FPDFPageObj_GetMarkedContentID(thing))
        mark = around.mark if around.mark >= 0 else own
        artifact = around.artifact or (own < 0 and self.is_artifact(thing))
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            self.text(thing, around, mark, artifact)
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            if around.depth < _FORM_DEPTH:
                matrix = times(self.matrix_of(thing), around.matrix)
                self.objects(
                    raw.FPDFFormObj_CountObjects(thing),
                    lambda index: raw.FPDFFormObj_GetObject(thing, index),
                    _Around(matrix, mark, artifact, around.depth + 1),
                )
        else:
            box = self.box(thing, around.matrix)
            self.page.largest = max(self.page.largest, box.area)
            self.page.wide += 3 * box.width >= self.page.width
            if kind == raw.FPDF_PAGEOBJ_IMAGE:
                self.image(thing, box, around, mark, artifact)
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                self.path(thing, box)
            elif kind == raw.FPDF_PAGEOBJ_SHADING:
                self.surface(box, "")
            if mark >= 0:
                known = self.page.drawn.get(mark)
                self.page.drawn[mark] = known.joined(box) if known else box

    def text(self, thing: raw.FPDF_PAGEOBJECT, around: _Around, mark: int, artifact: bool) -> None:
        words = self.words.of(thing)
        if not words.strip():
            return
        raw.FPDFTextObj_GetFontSize(thing, self.size)
        a, b, c, d, e, f = times(self.matrix_of(thing), around.matrix)
        size = round(abs(self.size.value) * hypot(c, d), 2)
        if not isfinite(size + a + b + e + f):
            return
        mode = raw.FPDFTextObj_GetTextRenderMode(thing)
        face = self.faces.of(thing)
        if abs(a * c + b * d) > 0.1 * abs(a * d - b * c):
            face = face.slanted()
        box = self.box(thing, around.matrix)
        turned = abs(b) > 0.05 * abs(a) or a < 0
        if not turned and box.height > 1.8 * size:
            size = 0.0
        self.page.runs.append(
            Run(
                words=words,
                box=box,
                left=e if around.matrix == UNMOVED and not turned else box.left,
                baseline=f,
                size=size,
                colour=self.colour(thing) if mode in (0, 2, 4, 6) else "",
                face=face,
                turned=turned,
                hidden=mode in (3, 7),
                mark=mark,
                artifact=artifact,
                in_form=around.depth > 0,
                order=self.order,
            )
        )

    def image(
        self, thing: raw.FPDF_PAGEOBJECT, box: Box, around: _Around, mark: int, artifact: bool
    ) -> None:
        wide, high = ctypes.c_uint(), ctypes.c_uint()
        raw.FPDFImageObj_GetImagePixelSize(thing, wide, high)
        a, b, c, d, _, _ = times(self.matrix_of(thing), around.matrix)
        placed = (hypot(a, b), hypot(c, d))
        self.page.images.append(Image(box, mark, artifact, (wide.value, high.value), placed))
        self.surface(box, "")

    def path(self, thing: raw.FPDF_PAGEOBJECT, box: Box) -> None:
        if box.area < _SMALLEST_SURFACE:
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(thing, fill, stroke)
        if fill.value:
            self.surface(box, self.colour(thing))

    def surface(self, box: Box, colour: str) -> None:
        if len(self.page.surfaces) < _MOST_SURFACES:
            self.page.surfaces.append(Surface(box, colour, self.order))

    def colour(self, thing: raw.FPDF_PAGEOBJECT) -> str:
        """The colour of the fill, laid on white where it is see-through.

        pdfium works out every colour space, spot colours ("Separation") too; of a pattern it only
        names a grey, which is taken as not known.
        """
        if not raw.FPDFPageObj_GetFillColor(thing, *self.channels):
            return ""
        red, green, blue, cover = (channel.value for channel in self.channels)
        if (red, green, blue) == _PATTERN:
            return ""
        rest = 255 - cover
        if rest:
            red, green, blue = ((cover * one + rest * 255) // 255 for one in (red, green, blue))
        return f"#{red:02x}{green:02x}{blue:02x}"

    def box(self, thing: raw.FPDF_PAGEOBJECT, matrix: Matrix) -> Box:
        left, bottom, right, top = self.four
        raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
        found = moved(Box(left.value, bottom.value, right.value, top.value), matrix)
        return found if isfinite(found.width + found.height) else Box(0, 0, 0, 0)

    def matrix_of(self, thing: raw.FPDF_PAGEOBJECT) -> Matrix:
        raw.FPDFPageObj_GetMatrix(thing, self.matrix)
        found = self.matrix
        return (found.a, found.b, found.c, found.d, found.e, found.f)

    def is_artifact(self, thing: raw.FPDF_PAGEOBJECT) -> bool:
        """Whether it is marked as belonging to the page only: a running line, a rule, a tint."""
        for index in range(min(raw.FPDFPageObj_CountMarks(thing), 8)):
            mark = raw.FPDFPageObj_GetMark(thing, index)
            raw.FPDFPageObjMark_GetName(mark, self.name, 64, self.length)
            if bytes(self.name)[:16] == _ARTIFACT:
                return True
        return False


_ARTIFACT = "Artifact".encode("utf-16-le")
