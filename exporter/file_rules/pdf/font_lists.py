"""The lists that a file gives of the signs of its typefaces (ISO 14289-1, 7.21.4.2).

Of typefaces of which only a part is in the file: for whole ones nobody needs a list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import pikepdf

from exporter.file_rules.pdf.font_programs import Program
from exporter.file_rules.pdf.fonts import get
from exporter.pdf_file.packed import beginning_of

_PART = re.compile(r"/[A-Z]{6}\+")
_MOST_LISTED = 8_192
"""Bytes: a bit for each number of a sign that two bytes can say."""
_MOST_NAMED = 300_000
"""Bytes; a longer list is not judged."""
_NO_SIGN = ".notdef"


def list_is_wrong(font: pikepdf.Object, program: Program) -> bool:
    """Whether a simple font, or the inner font of a composite one, lists other signs."""
    descriptor = get(font, "/FontDescriptor")
    if not _PART.match(str(get(descriptor, "/FontName"))):
        return False
    named = get(descriptor, "/CharSet")
    if isinstance(named, pikepdf.String) and program.names:
        told = bytes(named)
        listed = told.decode("latin-1").split("/")
        return len(told) < _MOST_NAMED and _signs(listed) != _signs(program.names)
    numbered = get(descriptor, "/CIDSet")
    if isinstance(numbered, pikepdf.Stream):
        bits = beginning_of(numbered, _MOST_LISTED)
        return any(not _is_listed(number, bits) for number in _numbers(program) if number)
    return False


def _numbers(program: Program) -> Iterable[int]:
    """The numbers of signs; none where a stranger's typeface is broken, in whichever way."""
    try:
        return program.numbers() if program.numbers else ()
    except Exception:
        return ()


def _signs(names: list[str] | tuple[str, ...]) -> set[str]:
    return {name.strip() for name in names} - {"", _NO_SIGN}


def _is_listed(number: int, bits: bytes) -> bool:
    """The first bit of the first byte is of number 0 (ISO 32000-1, table 124)."""
    place, bit = divmod(number, 8)
    return place < len(bits) and bool(bits[place] & 0x80 >> bit)
