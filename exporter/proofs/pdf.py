"""The proof of a stamped PDF: the template comes first, and what follows opens nothing else.

The second part of the file is accounted for to its last byte: objects one after the other, then
the table that says where they are, then the end. Only the numbers that the template left open may
be defined in it, and new ones.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from ctypes import c_int, create_string_buffer, pointer
from functools import lru_cache
from itertools import pairwise

from exporter.brand import Brand
from exporter.proofs import Witnessed
from exporter.proofs.slot_words import Said, bare

_ROW = 6
_TABLE = re.compile(
    rb"(?P<number>\d+) 0 obj\n<</Type/XRef/Size (?P<size>\d+)/W\[1 4 1\]"
    rb"(?:/Index\[(?P<index>[\d ]+)\])?/Root (?P<root>\d+) 0 R/ID\[<\w+><\w+>\]"
    rb"(?:/Prev (?P<before>\d+))?(?:/Info \d+ 0 R)?/Filter/FlateDecode"
    rb"/DecodeParms<</Predictor 12/Columns 6>>/Length (?P<length>\d+)>>stream\n"
)
_END = re.compile(rb"startxref\n(\d+)\n%%EOF\n")


class _OddError(ValueError):
    """Why the second part is not as it should be."""


def fault_of(layout: Witnessed, data: bytes, brand: Brand) -> str:
    """Why `data` is not the template with other things in its slots; empty when it is.

    What a brand paints is in objects of its own, so `brand` itself need not be looked at.
    """
    template, witness = layout.template.data, layout.witness
    if not data.startswith(template):
        return "its first part is not the template"
    try:
        table = _table(data, _start(data))
        before = _table(template, _start(template))
        if table["root"] != before["root"] or int(table["before"] or 0) != _start(template):
            return "its second part does not go on from the template"
        found = _objects(data, len(template), table)
        left_open = _left_open(witness, len(template), int(before["size"]))
    except _OddError as odd:
        return str(odd)
    changed = {number for number in found if number < int(before["size"])}
    return "" if changed == left_open else "an object of the template is defined again"


@lru_cache(maxsize=32)
def _left_open(witness: bytes, length: int, size: int) -> frozenset[int]:
    """The numbers that a brand fills, as in the file that was read back in full."""
    found = _objects(witness, length, _table(witness, _start(witness)))
    return frozenset(number for number in found if number < size)


def _start(data: bytes) -> int:
    """Where the last table of a file begins."""
    found = _END.fullmatch(data[data.rfind(b"startxref") :])
    if not found:
        raise _OddError("its end is not where it should be")
    return int(found[1])


def _table(data: bytes, start: int) -> re.Match[bytes]:
    found = _TABLE.match(data, start)
    if not found:
        raise _OddError("its table of objects cannot be read")
    return found


def _objects(data: bytes, begins: int, table: re.Match[bytes]) -> set[int]:
    """The objects of the second part, when they fill it from end to end."""
    places = _places(data, table)
    marks = [*sorted(places), data.rfind(b"startxref")]
    if marks[0] != begins:
        raise _OddError("its second part begins with something else")
    for start, end in pairwise(marks):
        named = data.startswith(b"%d 0 obj\n" % places[start], start)
        if not named or not data.endswith(b"\nendobj\n", start, end):
            raise _OddError("its second part has bytes that belong to no object")
    return set(places.values())


def _places(data: bytes, table: re.Match[bytes]) -> dict[int, int]:
    """Where each object begins: place → number."""
    packed = data[table.end() : table.end() + int(table["length"])]
    try:
        rows = zlib.decompress(packed)
    except zlib.error as error:
        raise _OddError("its table of objects is damaged") from error
    index = [int(number) for number in (table["index"] or b"").split()]
    numbers = [
        number
        for first, count in zip(index[::2], index[1::2], strict=True)
        for number in range(first, first + count)
    ]
    if len(rows) != len(numbers) * (_ROW + 1):
        raise _OddError("its table of objects has another length than it says")
    above = bytes(_ROW)
    places = {}
    for place, number in zip(range(0, len(rows), _ROW + 1), numbers, strict=True):
        kind, *row = rows[place : place + _ROW + 1]
        above = bytes((one + up) & 255 for one, up in zip(row, above, strict=True))
        if kind != 2 or above[0] != 1:
            raise _OddError("its table of objects has rows of an unknown kind")
        places[int.from_bytes(above[1:5], "big")] = number
    return places


# ---- the words in the slots -------------------------------------------------------------------


def said(data: bytes) -> Said:
    """The words of cover and last page, read by pdfium."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    try:
        cover, end = pdf[0], pdf[len(pdf) - 1]
        first, last = (bare(page.get_textpage().get_text_range()) for page in (cover, end))
        return Said(first, last, frozenset(_addresses(pdf, end)), as_painted=True)
    finally:
        pdf.close()


def _addresses(pdf: object, page: object) -> Iterator[str]:
    """The web addresses that a page links to."""
    import pypdfium2.raw as raw

    position, link = c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, pointer(position), pointer(link)):
        action = raw.FPDFLink_GetAction(link)
        length = raw.FPDFAction_GetURIPath(pdf, action, None, 0) if action else 0
        if length:
            address = create_string_buffer(length)
            raw.FPDFAction_GetURIPath(pdf, action, address, length)
            yield address.value.decode("utf-8", "replace")
