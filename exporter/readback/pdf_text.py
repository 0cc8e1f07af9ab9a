"""The words of each marked sequence of a page, with pdfium.

pdfium tells for every character which text object drew it, and for every object its mark; so the
page is walked once, and each character joins its sequence. Characters that pdfium only guesses (a
space where there is a gap) count only on pages that have no space of their own, as TeX writes them:
elsewhere they would hide that a writer lost one.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from exporter.readback import Unreadable

MOST_CHARACTERS = 400_000
"""On one page."""
MOST_OBJECTS = 400_000
_FORM_DEPTH = 8
_HYPHENS = {2: "-", 0xFFFE: "-"}
"""What pdfium makes of a hyphen at the end of a line."""
_GAPS = frozenset((32, 10, 13))
_NO_MARK = -1


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an untagged page: its words and the height of its baseline."""

    words: str
    height: float


class Pages:
    """The pages of a PDF, each read when it is first asked for."""

    def __init__(self, data: bytes) -> None:
        try:
            self.document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            raise Unreadable("This PDF is damaged and cannot be read.") from error
        self.read: dict[int, dict[tuple[bool, int], str]] = {}

    def close(self) -> None:
        self.document.close()

    def words(self, page: int, number: int, in_form: bool) -> str:
        """The words of one marked sequence; none if there is no such sequence."""
        if not 0 <= page < len(self.document):
            return ""
        if page not in self.read:
            self.read[page] = self._sequences(page)
        return self.read[page].get((in_form, number), "")

    def _sequences(self, number: int) -> dict[tuple[bool, int], str]:
        try:
            page = self.document[number]
            text = page.get_textpage()
        except pdfium.PdfiumError:
            return {}
        try:
            marks: dict[int, tuple[bool, int]] = {}
            _collect_marks(page.raw, marks)
            return _joined(text.raw, marks)
        finally:
            text.close()
            page.close()

    def lines(self, number: int) -> list[Line]:
        """The lines of a page that has no tags."""
        try:
            page = self.document[number]
            text = page.get_textpage()
        except pdfium.PdfiumError:
            return []
        try:
            return _lines(text.raw)
        finally:
            text.close()
            page.close()


def _collect_marks(page: raw.FPDF_PAGE, marks: dict[int, tuple[bool, int]]) -> None:
    """For every text object its mark: its own, else that of the form that holds it."""
    address, mark_of, kind_of = ctypes.addressof, _mark_of, raw.FPDFPageObj_GetType
    for index in range(min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        thing = raw.FPDFPage_GetObject(page, index)
        kind = kind_of(thing)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            marks[address(thing.contents)] = (False, mark_of(thing))
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            _collect_form(thing, (False, mark_of(thing)), marks, 0)


def _collect_form(
    form: raw.FPDF_PAGEOBJECT,
    outer: tuple[bool, int],
    marks: dict[int, tuple[bool, int]],
    depth: int,
) -> None:
    for index in range(min(raw.FPDFFormObj_CountObjects(form), MOST_OBJECTS)):
        thing = raw.FPDFFormObj_GetObject(form, index)
        kind = raw.FPDFPageObj_GetType(thing)
        own = raw.FPDFPageObj_GetMarkedContentID(thing)
        mark = (True, own) if own != _NO_MARK else outer
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            marks[ctypes.addressof(thing.contents)] = mark
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH:
            _collect_form(thing, mark, marks, depth + 1)


def _mark_of(thing: raw.FPDF_PAGEOBJECT) -> int:
    return int(raw.FPDFPageObj_GetMarkedContentID(thing))


def _joined(
    text: raw.FPDF_TEXTPAGE, marks: dict[int, tuple[bool, int]]
) -> dict[tuple[bool, int], str]:
    """Each character added to the sequence that drew it."""
    handle, generated = ctypes.cast(text, ctypes.c_void_p), raw.FPDFText_IsGenerated
    pieces: dict[tuple[bool, int], list[str]] = {}
    guessed: list[tuple[list[str], int]] = []
    hyphens: list[tuple[list[str], int, int]] = []
    told: set[int] = set()
    current: list[str] | None = None
    drawn_by: int | None = None
    own_spaces = False
    for index, code in enumerate(_codes(text)):
        if code in _GAPS and generated(text, index):
            if code == 32 and current is not None:
                guessed.append((current, len(current)))
                current.append("")
            continue
        place = _object_of(handle, index)
        if not place:
            continue
        if place != drawn_by:
            drawn_by = place
            mark = marks.get(place)
            marked = mark is not None and mark[1] != _NO_MARK
            current = pieces.setdefault(mark, []) if mark and marked else None
            if marked:
                told.add(place)
        if current is None:
            continue
        own_spaces = own_spaces or code in (32, 160)
        if code in _HYPHENS:
            hyphens.append((current, len(current), index))
        current.append(_character(code))
    if not own_spaces:
        for sequence, position in guessed:
            sequence[position] = " "
    for sequence, position, index in hyphens:
        if _space_swallowed(text, index, marks, told):
            sequence[position] = "- "
    return {mark: _whole("".join(sequence)) for mark, sequence in pieces.items()}


def _codes(text: raw.FPDF_TEXTPAGE) -> list[int]:
    """The UTF-16 units of a page; fetched at once where pdfium gives one for each character."""
    count = min(raw.FPDFText_CountChars(text), MOST_CHARACTERS)
    units = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(text, 0, count, units) == count + 1:
        return list(units[:count])
    return [raw.FPDFText_GetUnicode(text, index) for index in range(count)]


_object_of = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)(
    ctypes.cast(raw.FPDFText_GetTextObject, ctypes.c_void_p).value or 0
)
"""The address of the object that drew a character; asked so often that it goes unwrapped."""


def _space_swallowed(
    text: raw.FPDF_TEXTPAGE, index: int, marks: dict[int, tuple[bool, int]], told: set[int]
) -> bool:
    """Whether a space stood after this hyphen at the end of a line: pdfium leaves those out.

    Then the object that drew the hyphen reaches to where the next character would begin, and not
    only to the end of the hyphen's stroke; or the next object drew nothing that pdfium tells.
    """
    thing = raw.FPDFText_GetTextObject(text, index)
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, index, box)
    if right.value > box.right - 0.015 * abs(box.top - box.bottom):
        return True
    objects = list(marks)
    following = objects.index(ctypes.addressof(thing.contents)) + 1
    return following < len(objects) and objects[following] not in told


def _character(code: int) -> str:
    return _HYPHENS.get(code) or (chr(code) if 0 < code < 0x110000 else "")


def _whole(text: str) -> str:
    """Text whose surrogate pairs, which pdfium gives as two characters, are one again."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _lines(text: raw.FPDF_TEXTPAGE) -> list[Line]:
    lines: list[Line] = []
    pieces: list[str] = []
    x, y = ctypes.c_double(), ctypes.c_double()
    height = 0.0
    for index in range(min(raw.FPDFText_CountChars(text), MOST_CHARACTERS)):
        code = raw.FPDFText_GetUnicode(text, index)
        if code in (10, 13):
            if pieces:
                lines.append(Line(_whole("".join(pieces)), height))
                pieces = []
            continue
        if not pieces:
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            height = y.value
        pieces.append(_character(code))
    if pieces:
        lines.append(Line(_whole("".join(pieces)), height))
    return lines
