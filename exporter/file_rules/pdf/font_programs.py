"""The typefaces that are in a PDF, opened: which sign a code shows, and how wide it is.

Only as far as it can be told for certain: None is “nobody can tell”, never “there is none”.
"""

from __future__ import annotations

import io
import logging
import struct
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf
from fontTools import agl
from fontTools.cffLib import CFFFontSet
from fontTools.encodings import MacRoman, StandardEncoding
from fontTools.misc.psCharStrings import T2WidthExtractor
from fontTools.ttLib import TTFont
from fontTools.ttLib.sfnt import SFNTReader

from exporter.file_rules.pdf.fonts import get, list_of
from exporter.pdf_file.packed import beginning_of

logging.getLogger("fontTools").setLevel(logging.CRITICAL)
# what it mutters about damaged typefaces is for nobody who reads our messages

MOST_BYTES = 8_000_000
SYMBOLIC = 4
_SYMBOL_ROWS = (0xF000, 0xF100, 0xF200, 0)
_MOST_WIDTHS = 200_000
_MOST_NUMBERS = 65_536


@dataclass(frozen=True, slots=True)
class Program:
    """One typeface. Widths in thousandths of its size."""

    glyph: Callable[[int], int | None]
    """The number of the sign that a code shows; 0 where there is none for it."""
    width: Callable[[int], float | None]
    """How wide a sign is, by its number."""
    count: int
    cmaps: frozenset[tuple[int, int]] = frozenset()
    """Of a TrueType program its tables of letters: platform and encoding."""
    names: tuple[str, ...] = ()
    """Of a CFF program of a simple font the names of its signs."""
    numbers: Callable[[], Iterable[int]] | None = None
    """Of the inner font of a composite one the numbers (CID) that have a sign in it."""


def program_of(font: pikepdf.Object) -> Program | None:
    """The typeface of a simple font, or of the inner font of a composite one."""
    descriptor = get(font, "/FontDescriptor")
    try:
        if get(descriptor, "/FontFile2") is not None:
            return _true_type(font, descriptor, _data(descriptor.FontFile2))
        given = get(descriptor, "/FontFile3")
        if str(get(given, "/Subtype")) in ("/Type1C", "/CIDFontType0C"):
            return _compact(font, _data(given))
    except Exception:
        # a stranger's typeface may be broken in any way; what cannot be read is not judged
        return None
    return None


def _data(stream: Any) -> bytes:
    return beginning_of(stream, MOST_BYTES) if isinstance(stream, pikepdf.Stream) else b""


# ---- TrueType ----


def _true_type(font: pikepdf.Object, descriptor: Any, data: bytes) -> Program:
    opened = TTFont(io.BytesIO(data), lazy=True)
    reader = opened.reader
    assert reader is not None
    (count,) = struct.unpack_from(">H", reader["maxp"], 4)
    (units,) = struct.unpack_from(">H", reader["head"], 18)
    (known,) = struct.unpack_from(">H", reader["hhea"], 34)
    advances = reader["hmtx"]

    def width(glyph: int) -> float | None:
        if not 0 < glyph < count:
            return None
        (advance,) = struct.unpack_from(">H", advances, 4 * min(glyph, known - 1))
        return float(1000 * advance / units)

    if get(font, "/CIDSystemInfo") is not None:
        by_number = _by_number(font)
        mapped = isinstance(get(font, "/CIDToGIDMap"), pikepdf.Stream)
        every = range(_MOST_NUMBERS if mapped else count)
        return Program(by_number, width, count, numbers=_drawn(reader, by_number, every))
    tables = {
        (table.platformID, table.platEncID): {
            code: opened.getGlyphID(name) for code, name in table.cmap.items()
        }
        for table in (opened["cmap"].tables if "cmap" in reader else [])
    }
    flags = get(descriptor, "/Flags")
    symbolic = bool(isinstance(flags, int) and flags & SYMBOLIC)
    by_code = _symbols(tables) if symbolic else _letters(tables, names_of(font))
    return Program(by_code, width, count, frozenset(tables))


def _by_number(font: pikepdf.Object) -> Callable[[int], int | None]:
    """Of a composite font whose codes are the numbers of its signs (Identity)."""
    given = get(font, "/CIDToGIDMap")
    if not isinstance(given, pikepdf.Stream):
        return lambda code: code
    numbers = beginning_of(given, 131_072)
    return lambda code: (
        int.from_bytes(numbers[2 * code : 2 * code + 2], "big")
        if 2 * code + 2 <= len(numbers)
        else 0
    )


def _drawn(
    reader: SFNTReader, glyph: Callable[[int], int | None], every: range
) -> Callable[[], Iterable[int]] | None:
    """The numbers of signs that are drawn; what is left of others is an empty place."""
    if "loca" not in reader:
        return None

    def numbers() -> list[int]:
        (is_long,) = struct.unpack_from(">h", reader["head"], 50)
        data = reader["loca"]
        size, pair = (4, ">2I") if is_long else (2, ">2H")
        last = len(data) // size - 1

        def is_drawn(sign: int) -> bool:
            begins, ends = struct.unpack_from(pair, data, size * sign)
            return bool(begins < ends)

        signs = ((number, glyph(number) or 0) for number in every)
        return [number for number, sign in signs if 0 < sign < last and is_drawn(sign)]

    return numbers


def _symbols(tables: Mapping[tuple[int, int], Mapping[int, int]]) -> Callable[[int], int | None]:
    def glyph(code: int) -> int | None:
        if (3, 0) in tables:
            own = tables[3, 0]
            return next((own[row + code] for row in _SYMBOL_ROWS if row + code in own), 0)
        return tables[1, 0].get(code, 0) if (1, 0) in tables else None

    return glyph


def _letters(
    tables: Mapping[tuple[int, int], Mapping[int, int]], names: Mapping[int, str]
) -> Callable[[int], int | None]:
    def glyph(code: int) -> int | None:
        name = names.get(code)
        if name is None or (3, 1) not in tables:
            return None
        letters = agl.toUnicode(name)
        return tables[3, 1].get(ord(letters), 0) if len(letters) == 1 else None

    return glyph


# ---- CFF ----


def _compact(font: pikepdf.Object, data: bytes) -> Program:
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(data), None)
    top = fonts[0]
    order: list[str] = list(top.charset)
    number_of = {name: number for number, name in enumerate(order)}
    scale = 1000 * top.FontMatrix[0]

    def width(glyph: int) -> float | None:
        if not 0 < glyph < len(order):
            return None
        drawn = top.CharStrings[order[glyph]]
        private = drawn.private
        seen = T2WidthExtractor(
            getattr(private, "Subrs", []), drawn.globalSubrs, private.nominalWidthX,
            private.defaultWidthX,
        )  # fmt: skip
        seen.execute(drawn)
        return float(seen.width * scale)

    if get(font, "/CIDSystemInfo") is not None:
        if not hasattr(top, "ROS"):
            every = range(len(order))
            return Program(lambda code: code, width, len(order), numbers=lambda: every)
        numbers = [int(name[3:]) for name in order if name.startswith("cid")]
        return Program(
            lambda code: number_of.get(f"cid{code:05d}", 0),
            width,
            len(order),
            numbers=lambda: numbers,
        )
    own = StandardEncoding.StandardEncoding if isinstance(top.Encoding, str) else top.Encoding
    names = {code: name for code, name in enumerate(own) if name and name != ".notdef"}
    names |= names_of(font)
    return Program(
        lambda code: number_of.get(names.get(code, ""), 0), width, len(order), names=tuple(order)
    )


# ---- what the file says of codes ----


def names_of(font: pikepdf.Object) -> dict[int, str]:
    """The names of the signs of a simple font, so far as its encoding says them."""
    encoding = get(font, "/Encoding")
    base = str(get(encoding, "/BaseEncoding") if get(encoding, "/Differences") else encoding)
    names: dict[int, str] = {}
    if base == "/WinAnsiEncoding":
        names = {code: _windows(code) for code in range(32, 256) if _windows(code)}
    elif base == "/MacRomanEncoding":
        names = {code: name for code, name in enumerate(MacRoman.MacRoman) if name != ".notdef"}
    code = 0
    for one in list_of(get(encoding, "/Differences")):
        if isinstance(one, pikepdf.Name):
            names[code] = str(one)[1:]
            code += 1
        elif isinstance(one, int):
            code = one
    return names


def _windows(code: int) -> str:
    special = {0xA0: "space", 0xAD: "hyphen"}
    letter = bytes((code,)).decode("cp1252", "ignore")
    return special.get(code) or (agl.UV2AGL.get(ord(letter), "") if letter else "")


def said_widths(font: pikepdf.Object) -> dict[int, float]:
    """How wide the file says that its codes are, of a simple or an inner font."""
    if get(font, "/CIDSystemInfo") is None:
        first = get(font, "/FirstChar")
        widths = list_of(get(font, "/Widths"))[:256]
        start = first if isinstance(first, int) else 0
        return {start + number: float(width) for number, width in enumerate(widths)}
    said: dict[int, float] = {}
    given = list_of(get(font, "/W"))[:_MOST_WIDTHS]
    place = 0
    while place + 1 < len(given) and len(said) < _MOST_WIDTHS:
        first, second = int(given[place]), given[place + 1]
        if isinstance(second, pikepdf.Array):
            said |= {first + number: float(width) for number, width in enumerate(second)}
            place += 2
        elif place + 2 < len(given):
            last = min(int(second), first + 65_535)
            said |= dict.fromkeys(range(first, last + 1), float(given[place + 2]))
            place += 3
        else:
            break
    return said
