"""The words of each marked sequence of a page, with pdfium, and those that are in none.

pdfium tells for every character which text object drew it, and for every object its mark; so the
page is walked once, and each character joins its sequence.

Where pdfium sees a gap or a new line it adds a character of its own. In a stranger's file that is a
space, as it is for every reader of it. In our own files only drawn spaces count (`drawn_only`):
else a guess would hide that a writer lost one.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from exporter.readback import Unreadable
from exporter.readback import pdf_right_to_left as right_to_left
from exporter.readback.pdf_owners import ARTIFACT, NOBODY, Claimed, Owner, owners_on

MOST_CHARACTERS = 400_000
"""On one page."""
_HYPHENS = {2: "-", 0xFFFE: "-"}
"""What pdfium makes of a hyphen at the end of a line."""
PARTED = ("\u00ad", "\u2010")
"""At the end of a line these only part a word: who means a hyphen types a plain one."""
_SPACE, _LINE_FEED, _RETURN = 32, 10, 13
_GAPS = frozenset((_SPACE, _LINE_FEED))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words that are in no tag, and the height of its baseline."""

    words: str
    height: float


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of each sequence, and the lines of what is in none and no artifact either."""

    sequences: Mapping[Owner, str]
    outside: tuple[Line, ...] = ()


class Pages:
    """The pages of a PDF, each read when it is first asked for.

    `claimed` are the sequences of each page that some element has; the words of others are
    outside. Without it every sequence counts.
    """

    def __init__(
        self,
        data: bytes,
        *,
        claimed: Mapping[int, Claimed] | None = None,
        drawn_only: bool = True,
    ) -> None:
        try:
            self.document = pdfium.PdfDocument(data)
        except pdfium.PdfiumError as error:
            raise Unreadable("This PDF is damaged and cannot be read.") from error
        self.claimed = claimed
        self.drawn_only = drawn_only
        self.read: dict[int, PageWords] = {}

    def close(self) -> None:
        self.document.close()

    def words(self, page: int, number: int, in_form: bool) -> str:
        """The words of one marked sequence; none if there is no such sequence."""
        return self.page(page).sequences.get((in_form, number), "")

    def outside(self, page: int) -> tuple[Line, ...]:
        """The lines of a page that are in no tag."""
        return self.page(page).outside

    def page(self, number: int) -> PageWords:
        if number not in self.read:
            self.read[number] = self._page(number)
        return self.read[number]

    def _page(self, number: int) -> PageWords:
        if not 0 <= number < len(self.document):
            return PageWords({})
        try:
            page = self.document[number]
            text = page.get_textpage()
        except pdfium.PdfiumError:
            return PageWords({})
        claimed = None if self.claimed is None else self.claimed.get(number, frozenset())
        try:
            walk = _Walk(text.raw, owners_on(page.raw, claimed), self.drawn_only)
            return walk.words()
        finally:
            text.close()
            page.close()


class _Walk:
    """Once through the characters of a page."""

    def __init__(
        self, text: raw.FPDF_TEXTPAGE, owners: Mapping[int, Owner], drawn_only: bool
    ) -> None:
        self.text = text
        self.owners = owners
        self.drawn_only = drawn_only
        self.pieces: dict[Owner, list[str]] = {}
        self.tagged: list[str] = []
        """The sequence of the last tagged character."""
        self.lines: list[tuple[list[str], float]] = []
        self.told: set[int] = set()
        self.hyphens: list[tuple[list[str], int, int]] = []
        self.turned: list[right_to_left.Drawn] = []

    def words(self) -> PageWords:
        self.characters()
        self.swallowed_spaces()
        right_to_left.put_in_order(self.text, self.turned)
        sequences = {owner: _whole("".join(pieces)) for owner, pieces in self.pieces.items()}
        lines = (Line(_whole("".join(pieces)), height) for pieces, height in self.lines)
        return PageWords(sequences, tuple(line for line in lines if line.words.strip()))

    def characters(self) -> None:
        """Each character added to the sequence that drew it, or to a line outside."""
        handle, generated = ctypes.cast(self.text, ctypes.c_void_p), raw.FPDFText_IsGenerated
        current: list[str] | None = None
        drawn_by: int | None = None
        outside = False
        for index, code in enumerate(_codes(self.text)):
            if code == _RETURN:
                continue  # a line feed follows
            if code in _GAPS and generated(self.text, index):
                if outside and current is not None:
                    current.append(" ")
                self.gap(line_end=code == _LINE_FEED)
                if outside and code == _LINE_FEED:
                    drawn_by = current = None
                continue
            place = _object_of(handle, index)
            if not place:
                if code == _SPACE:
                    self.gap()
                continue
            if place != drawn_by:
                drawn_by = place
                self.told.add(place)
                owner = self.owners.get(place, NOBODY)
                if owner == ARTIFACT:
                    current, outside = None, False
                elif owner != NOBODY:
                    current, outside = self.pieces.setdefault(owner, []), False
                    self.tagged = current
                elif not outside or current is None:
                    current, outside = self.line(index), True
            if code == _SPACE and (outside or current is None):
                self.gap()  # drawn, but in no tag
            if current is None:
                continue
            if code >= right_to_left.FIRST and not self.drawn_only:
                self.turned.append((current, len(current), index))
            if code in _HYPHENS:
                self.hyphens.append((current, len(current), index))
            current.append(_character(code))
        if self.tagged[-1:] != ["-"]:
            self.gap(line_end=True)  # the words may go on overleaf

    def gap(self, *, line_end: bool = False) -> None:
        """There is a gap behind the last tagged word, by the look of the page."""
        if self.drawn_only:
            return
        if line_end and self.tagged[-1:] and self.tagged[-1] in PARTED:
            self.tagged[-1] = ""
        else:
            self.tagged.append(" ")

    def line(self, index: int) -> list[str]:
        """A new line outside, which begins with this character."""
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self.text, index, x, y)
        pieces: list[str] = []
        self.lines.append((pieces, y.value))
        return pieces

    def swallowed_spaces(self) -> None:
        """After a hyphen at the end of a line pdfium leaves out the space that was drawn."""
        if not self.hyphens:
            return
        order = list(self.owners)
        place_of = {place: number for number, place in enumerate(order)}
        for pieces, position, index in self.hyphens:
            thing = raw.FPDFText_GetTextObject(self.text, index)
            following = place_of.get(ctypes.addressof(thing.contents), len(order)) + 1
            silent = following < len(order) and order[following] not in self.told
            if silent or _reaches_on(self.text, index, thing):
                pieces[position] = "- "


def _reaches_on(text: raw.FPDF_TEXTPAGE, index: int, thing: raw.FPDF_PAGEOBJECT) -> bool:
    """Whether what drew a hyphen reaches on to where the next character would begin.

    Without a space behind the hyphen it ends where its stroke ends.
    """
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text, index, box)
    return bool(right.value > box.right - 0.015 * abs(box.top - box.bottom))


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


def _character(code: int) -> str:
    return _HYPHENS.get(code) or (chr(code) if 0 < code < 0x110000 else "")


def _whole(text: str) -> str:
    """Text whose surrogate pairs, which pdfium gives as two characters, are one again."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
