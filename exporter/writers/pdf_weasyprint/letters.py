"""What each glyph says where letters run from the right, for readers that know no structure.

Who copies or searches a page reads its glyphs by their places, and turns words round that run from
the right. Words told for a whole line (`writing.tell_words`) are turned round once too often: of 58
words poppler found 3, pdfium 9. Told letter by letter, in the order in which they are drawn, they
come out in the order in which they are read: poppler finds 53 of them, pdfium 24.

A letter may be drawn as several glyphs, its dots apart. The glyph on the line says the whole
letter, the others say nothing. A font has one word for a glyph (ToUnicode); where a glyph means
another letter, as a stroke that b and t share, that is said beside it (ISO 32000-1 14.9.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_NOTHING = "\u200d"
"""What the font says of a dot: every glyph must have a letter (ISO 14289-1 7.21.7), and this one
is seen nowhere and parts no word."""
_SHOWN = re.compile(rb"<([0-9a-f]*)>|(-?[0-9.]+(?:e-?[0-9]+)?)")
_SAID_BY_FONT = re.compile(rb"<([0-9a-f]{4})> <[0-9a-f]*>")


@dataclass(frozen=True, slots=True)
class _Glyph:
    number: int
    says: str
    font: str


@dataclass(slots=True)
class Letters:
    """The letters of one file. `first` is what a glyph of a font said when it was met first."""

    first: dict[tuple[str, int], str] = field(default_factory=dict)

    def tell(self, stream: Any, boxes: Mapping[int, Any]) -> dict[int, str]:
        """Say beside the glyphs of marked sequences what they are, where the font cannot.

        `boxes` are WeasyPrint's, by the number of their sequence. Gives the words of those that
        have to be told as a whole, by their number: they run from the left, or up and down.
        """
        whole: dict[int, str] = {}
        pieces: list[Any] = []
        waiting = iter(stream.stream)
        for piece in waiting:
            pieces.append(piece)
            number = piece.get("MCID", -1) if isinstance(piece, dict) else -1
            if number not in boxes:
                continue
            sequence = list(_to_its_end(waiting))
            glyphs = _glyphs(boxes[number], stream)
            if [one.number for one in glyphs] == list(_drawn(sequence)):
                pieces.extend(self._told(sequence, iter(glyphs)))
            else:
                whole[number] = boxes[number].text
                pieces.extend(sequence)
        stream.stream[:] = pieces
        return whole

    def _told(self, sequence: list[Any], glyphs: Iterator[_Glyph]) -> Iterator[Any]:
        """The operators of a sequence, with what glyphs say between them."""
        import pydyf

        for piece in sequence:
            if not _shows(piece):
                yield piece
                continue
            run: list[bytes] = []
            for hexadecimal, move in _SHOWN.findall(piece):
                if move:
                    run.append(_plain(move))
                for at in range(0, len(hexadecimal), 4):
                    code, glyph = b"<" + hexadecimal[at : at + 4] + b">", next(glyphs)
                    known = self.first.setdefault((glyph.font, glyph.number), glyph.says)
                    if glyph.says and known == glyph.says:
                        run.append(code)
                        continue
                    if run:
                        yield _show(run)
                    run = []
                    yield "/Span"
                    yield pydyf.Dictionary({"ActualText": pydyf.String(glyph.says)})
                    yield from (b"BDC", _show([code]), b"EMC")
            if run:
                yield _show(run)

    def write(self, pdf: Any) -> None:
        """Let the fonts say what their glyphs said first."""
        objects = {one.reference: one for one in pdf.objects}
        for font in objects.values():
            if not isinstance(font, dict) or "ToUnicode" not in font:
                continue
            lines = objects[font["ToUnicode"]].stream
            for index, line in enumerate(lines):
                found = _SAID_BY_FONT.fullmatch(line) if isinstance(line, bytes) else None
                says = found and self.first.get((font["BaseFont"], int(found[1], 16)))
                if found and says is not None:
                    said = (says or _NOTHING).encode("utf-16-be").hex().encode()
                    lines[index] = b"<" + found[1] + b"> <" + said + b">"


def _to_its_end(pieces: Iterator[Any]) -> Iterator[Any]:
    """The pieces of a marked sequence; none stands within another yet."""
    for piece in pieces:
        yield piece
        if piece == b"EMC":
            return


def _shows(piece: Any) -> bool:
    return isinstance(piece, bytes) and piece.endswith(b" TJ")


def _plain(number: bytes) -> bytes:
    """A number as PDF writes it: without a power of ten (ISO 32000-1 7.3.3)."""
    return b"%.6f" % float(number) if b"e" in number else number


def _show(run: list[bytes]) -> bytes:
    return b"[" + b" ".join(run) + b"] TJ"


def _drawn(sequence: list[Any]) -> Iterator[int]:
    """The numbers of the glyphs that a sequence draws, in order."""
    for piece in filter(_shows, sequence):
        for hexadecimal, _ in _SHOWN.findall(piece):
            for at in range(0, len(hexadecimal), 4):
                yield int(hexadecimal[at : at + 4], 16)


def _glyphs(box: Any, stream: Any) -> list[_Glyph]:
    """The glyphs of a run of text in the order in which they are drawn, as Pango has laid them
    out; none where no letter runs from the right, or where letters climb and sink (Nastaliq)."""
    from weasyprint.text.ffi import ffi, pango

    layout = box.pango_layout
    layout.reactivate(box.style)
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, _ = layout.get_first_line()
    text = layout.text.encode()
    glyphs: list[_Glyph] = []
    leftward, climbing = False, 0
    run = line.runs[0]
    while run != ffi.NULL:
        item, shaped, run = run.data.item, run.data.glyphs, run.next
        turned = bool(item.analysis.level % 2)
        leftward |= turned
        drawn = [
            (shaped.glyphs[at], shaped.log_clusters[at])
            for at in range(shaped.num_glyphs)
            if shaped.glyphs[at].glyph != pango.PANGO_GLYPH_EMPTY
        ]
        begins = sorted({cluster for _, cluster in drawn})
        ends = dict(zip(begins, [*begins[1:], item.length], strict=True))
        leads = {}
        for glyph, cluster in drawn if turned else drawn[::-1]:
            if cluster not in leads or not glyph.geometry.y_offset:
                leads[cluster] = glyph
        climbing += sum(1 for one in leads.values() if one.geometry.y_offset)
        font = stream.add_font(item.analysis.font)[0].name
        for glyph, cluster in drawn:
            told = text[item.offset + cluster : item.offset + ends[cluster]].decode()
            glyphs.append(_Glyph(glyph.glyph, told if glyph == leads[cluster] else "", font))
    layout.deactivate()
    return glyphs if leftward and climbing * 4 < len(glyphs) else []
