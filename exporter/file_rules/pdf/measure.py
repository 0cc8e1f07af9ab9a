"""What stands where on the pages of a PDF: runs of text, pictures, backgrounds; with pdfium."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from math import hypot

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from exporter.file_rules.pdf.measured import Box, Colour, Image, MeasuredPage, Run, Surface
from exporter.file_rules.pdf.windows import UNTURNED, Matrix, is_cut_out, times, window_of

MOST_PAGES = 600
"""Of a longer file the first ones are measured."""
MOST_OBJECTS = 20_000
"""On one page, those in forms included."""
_LONGEST_RUN = 4_000
_FORM_DEPTH = 6
_LEAST = 60.0
"""Square points: what is smaller is no ground for words."""


def measure(data: bytes, *, closely: bool = True) -> list[MeasuredPage]:
    """The first MOST_PAGES pages; none if the file cannot be opened.

    `closely`: also what is in no tag, or in one and not; our own writers are held to that.
    """
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError:
        return []
    try:
        numbers = range(min(len(document), MOST_PAGES))
        return [page for number in numbers if (page := _page(document, number, closely))]
    finally:
        document.close()


def _page(document: pdfium.PdfDocument, number: int, closely: bool) -> MeasuredPage | None:
    try:
        page = document[number]
        text = page.get_textpage()
    except pdfium.PdfiumError:
        return None
    try:
        measured = MeasuredPage(number, *page.get_size())
        measurer = _Measurer(measured, text.raw, closely)
        measurer.objects(_on_page(page.raw), UNTURNED, -1, False, 0, None)
        measured.surfaces.extend(measurer.surfaces())
        return measured
    finally:
        text.close()
        page.close()


def _on_page(page: raw.FPDF_PAGE) -> Iterator[raw.FPDF_PAGEOBJECT]:
    for index in range(min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        yield raw.FPDFPage_GetObject(page, index)


def _in_form(form: raw.FPDF_PAGEOBJECT) -> Iterator[raw.FPDF_PAGEOBJECT]:
    for index in range(min(raw.FPDFFormObj_CountObjects(form), MOST_OBJECTS)):
        yield raw.FPDFFormObj_GetObject(form, index)


class _Measurer:
    def __init__(self, page: MeasuredPage, text: raw.FPDF_TEXTPAGE, closely: bool) -> None:
        self.page = page
        self.closely = closely
        self.text = text
        self.order = 0
        self.buffer = (ctypes.c_ushort * _LONGEST_RUN)()
        self.four = tuple(ctypes.c_float() for _ in range(4))
        self.matrix = raw.FS_MATRIX()
        self.fonts: dict[int, tuple[str, bool]] = {}
        self.shapes: list[tuple[Box, int, raw.FPDF_PAGEOBJECT | None]] = []
        """What may be behind words: its place, its order, and the shape if it is no photo."""

    def objects(
        self,
        objects: Iterator[raw.FPDF_PAGEOBJECT],
        outer: Matrix,
        mark: int,
        artifact: bool,
        depth: int,
        window: Box | None,
    ) -> None:
        """`window` is the part of the page in which the objects are seen; None for all of it."""
        for thing in objects:
            self.order += 1
            if self.order > MOST_OBJECTS:
                return
            own = int(raw.FPDFPageObj_GetMarkedContentID(thing))
            inside = own if own >= 0 else mark
            aside = artifact or (own < 0 and _is_artifact(thing))
            if self.closely:
                self.marks(thing, own, mark, artifact)
            kind = raw.FPDFPageObj_GetType(thing)
            if kind == raw.FPDF_PAGEOBJ_FORM:
                if depth < _FORM_DEPTH:
                    placed, seen = times(self.matrix_of(thing), outer), window_of(thing, outer)
                    deeper = seen.within(window) if seen else window
                    self.objects(_in_form(thing), placed, inside, aside, depth + 1, deeper)
                continue
            box = self.box(thing, outer)
            if self.closely and inside < 0 and not aside and _is_drawn(thing, kind):
                self.page.loose_drawings = True
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                self.run(thing, box, outer, inside, aside)
            elif kind == raw.FPDF_PAGEOBJ_IMAGE:
                self.page.images.append(self.image(thing, box, outer, aside))
                self.shapes.append((box.within(window), self.order, None))
            elif kind == raw.FPDF_PAGEOBJ_PATH:
                self.path(thing, box, outer, window)
            if inside >= 0:
                known = self.page.drawn.get(inside)
                self.page.drawn[inside] = known.joined(box) if known else box

    def marks(self, thing: raw.FPDF_PAGEOBJECT, own: int, mark: int, artifact: bool) -> None:
        """What the page says of a thing beside its sequence's number."""
        count = raw.FPDFPageObj_CountMarks(thing)
        if own >= 0 and own not in self.page.actual:
            told = _actual_text(thing)
            if told is not None:
                self.page.actual[own] = told
        aside = count > (own >= 0) and _is_artifact(thing)
        if (own >= 0 and (artifact or aside)) or (aside and mark >= 0):
            self.page.tagged_and_not = True

    def run(
        self,
        thing: raw.FPDF_PAGEOBJECT,
        box: Box,
        outer: Matrix,
        mark: int,
        artifact: bool,
    ) -> None:
        words = self.words(thing)
        if not words.strip() or raw.FPDFTextObj_GetTextRenderMode(thing) == 3:
            return
        size = ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(thing, size)
        a, b, c, d, _, y = times(self.matrix_of(thing), outer)
        font, italic = self.font(thing)
        self.page.runs.append(
            Run(
                words=words,
                box=box,
                baseline=y,
                size=round(size.value * hypot(c, d), 2),
                colour=self.colour(thing),
                font=font,
                italic=italic or abs(a * c + b * d) > 0.1 * abs(a * d - b * c),
                turned=abs(b) > 0.05 * abs(a) or a < 0,
                mark=mark,
                artifact=artifact,
                order=self.order,
            )
        )

    def words(self, thing: raw.FPDF_PAGEOBJECT) -> str:
        length = raw.FPDFTextObj_GetText(thing, self.text, self.buffer, 2 * _LONGEST_RUN)
        used = max(0, min(int(length), 2 * _LONGEST_RUN) - 2)
        return bytes(memoryview(self.buffer).cast("B")[:used]).decode("utf-16-le", "replace")

    def font(self, thing: raw.FPDF_PAGEOBJECT) -> tuple[str, bool]:
        """The name of the typeface without its subset's letters, and whether it slants."""
        handle = raw.FPDFTextObj_GetFont(thing)
        if not handle:
            return "", False
        key = ctypes.addressof(handle.contents)
        if key not in self.fonts:
            buffer = ctypes.create_string_buffer(200)
            raw.FPDFFont_GetBaseFontName(handle, buffer, 200)
            name = buffer.value.decode("utf-8", "replace").partition("+")
            name_only = name[2] or name[0]
            angle = ctypes.c_int()
            raw.FPDFFont_GetItalicAngle(handle, angle)
            slanted = any(word in name_only.lower() for word in ("italic", "oblique"))
            flagged = bool(raw.FPDFFont_GetFlags(handle) & 64)
            self.fonts[key] = (name_only, slanted or flagged or angle.value != 0)
        return self.fonts[key]

    def image(self, thing: raw.FPDF_PAGEOBJECT, box: Box, outer: Matrix, artifact: bool) -> Image:
        wide, high = ctypes.c_uint(), ctypes.c_uint()
        raw.FPDFImageObj_GetImagePixelSize(thing, wide, high)
        a, b, c, d, _, _ = times(self.matrix_of(thing), outer)
        return Image(box, (wide.value, high.value), (hypot(a, b), hypot(c, d)), artifact)

    def path(self, thing: raw.FPDF_PAGEOBJECT, box: Box, outer: Matrix, window: Box | None) -> None:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(thing, fill, stroke)
        if fill.value and box.area > _LEAST:
            shown = box.within(window_of(thing, outer)).within(window)
            if shown.area > _LEAST:
                self.shapes.append((shown, self.order, thing))

    def surfaces(self) -> Iterator[Surface]:
        """What is behind some words. Drawings have thousands of shapes that are not."""
        runs = [(run.order, *run.middle) for run in self.page.runs]
        for box, order, thing in self.shapes:
            if not any(order < later and box.holds(x, y) for later, x, y in runs):
                continue
            if thing is None:
                yield Surface(box, None, order)
            elif not is_cut_out(thing):
                yield Surface(box, self.colour(thing), order)

    def colour(self, thing: raw.FPDF_PAGEOBJECT) -> Colour:
        """The colour of the fill, laid on white where it is see-through."""
        channels = [ctypes.c_uint() for _ in range(4)]
        if not raw.FPDFPageObj_GetFillColor(thing, *channels):
            return (0, 0, 0)
        red, green, blue, cover = (channel.value for channel in channels)
        return (_on_white(red, cover), _on_white(green, cover), _on_white(blue, cover))

    def box(self, thing: raw.FPDF_PAGEOBJECT, outer: Matrix) -> Box:
        left, bottom, right, top = self.four
        raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
        if outer == UNTURNED:
            return Box(left.value, bottom.value, right.value, top.value)
        a, b, c, d, e, f = outer
        x, y = (left.value, right.value), (bottom.value, top.value)
        ax, cy = sorted((a * x[0], a * x[1])), sorted((c * y[0], c * y[1]))
        bx, dy = sorted((b * x[0], b * x[1])), sorted((d * y[0], d * y[1]))
        return Box(ax[0] + cy[0] + e, bx[0] + dy[0] + f, ax[1] + cy[1] + e, bx[1] + dy[1] + f)

    def matrix_of(self, thing: raw.FPDF_PAGEOBJECT) -> Matrix:
        raw.FPDFPageObj_GetMatrix(thing, self.matrix)
        found = self.matrix
        return (found.a, found.b, found.c, found.d, found.e, found.f)


def _is_drawn(thing: raw.FPDF_PAGEOBJECT, kind: int) -> bool:
    """Whether it is a line or picture that is seen; a path may only cut out what follows."""
    if kind != raw.FPDF_PAGEOBJ_PATH:
        return kind != int(raw.FPDF_PAGEOBJ_TEXT)
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(thing, fill, stroke)
    return bool(fill.value or stroke.value)


def _is_artifact(thing: raw.FPDF_PAGEOBJECT) -> bool:
    buffer = ctypes.create_string_buffer(64)
    length = ctypes.c_ulong()
    for index in range(min(raw.FPDFPageObj_CountMarks(thing), 20)):
        mark = raw.FPDFPageObj_GetMark(thing, index)
        size = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort))
        raw.FPDFPageObjMark_GetName(mark, size, 64, length)
        if buffer.raw[: max(0, length.value - 2)].decode("utf-16-le", "replace") == "Artifact":
            return True
    return False


def _actual_text(thing: raw.FPDF_PAGEOBJECT) -> str | None:
    """The words that the page itself gives for a thing (ISO 32000-1, 14.9.4)."""
    length = ctypes.c_ulong()
    buffer = (ctypes.c_ushort * _LONGEST_RUN)()
    size = ctypes.sizeof(buffer)
    for index in range(min(raw.FPDFPageObj_CountMarks(thing), 20)):
        mark = raw.FPDFPageObj_GetMark(thing, index)
        if raw.FPDFPageObjMark_GetParamStringValue(mark, b"ActualText", buffer, size, length):
            used = bytes(memoryview(buffer).cast("B")[: max(0, min(length.value, size) - 2)])
            return used.decode("utf-16-le", "replace")
    return None


def _on_white(channel: int, cover: int) -> int:
    return round(255 - (255 - channel) * cover / 255)
