"""What is wrong with the typefaces that a PDF shows words in (ISO 14289-1, 7.21)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from fontTools import agl

from exporter.file_rules.pdf.font_lists import list_is_wrong
from exporter.file_rules.pdf.font_programs import (
    SYMBOLIC,
    Program,
    names_of,
    program_of,
    said_widths,
)
from exporter.file_rules.pdf.font_use import FontUse, fonts_in_use
from exporter.file_rules.pdf.fonts import get, list_of
from exporter.pdf_file.packed import beginning_of

_MOST_MAP = 2_000_000
_SCRIPTS = (
    ("GB1", "GB UniGB GBpc GBK GBKp GBK2K"),
    ("CNS1", "B5pc HKscs ETen ETenms CNS UniCNS"),
    ("Japan1", "83pv 90ms 90msp 90pv Add EUC Ext H V UniJIS UniJIS2004 UniJISX0213"),
    ("Korea1", "KSC KSCms KSCpc UniKS"),
)
_OF_MAP = {name: script for script, names in _SCRIPTS for name in names.split()}
"""The script of a predefined map, by how its name begins (ISO 32000-1, 9.7.5.2)."""
_IDENTITY = frozenset(["Identity-H", "Identity-V"])
_NO_LETTERS = ("\0", "\ufffe", "\ufeff")
_ROUNDING = 1.0
"""Thousandths of the size, by which widths may differ (7.21.5)."""


def faults_of(file: pikepdf.Pdf) -> dict[str, tuple[str, ...]]:
    """By code the names of the typefaces that have the fault."""
    found: dict[str, set[str]] = {}
    for use in fonts_in_use(file):
        name = str(get(use.font, "/BaseFont") or "a typeface without a name").lstrip("/")
        for code in _faults(use):
            found.setdefault(code, set()).add(name)
    return {code: tuple(sorted(names)) for code, names in found.items()}


def _faults(use: FontUse) -> Iterator[str]:
    kind = str(get(use.font, "/Subtype"))[1:]
    inner: Any = use.font
    if kind == "Type0":
        inner = next(iter(list_of(get(use.font, "/DescendantFonts"))), None)
        if _parts_disagree(use.font, inner):
            yield "pdf-fonts-parts-disagree"
    program = program_of(inner) if isinstance(inner, pikepdf.Dictionary) else None
    if kind == "TrueType" and _encoding_unclear(use.font, program):
        yield "pdf-fonts-encoding-unclear"
    letters = _letters(use.font)
    codes = _codes(use, kind)
    if any(sign in letters.get(code, "") for code in codes for sign in _NO_LETTERS):
        yield "pdf-fonts-false-letters"
    if program is not None and (kind != "Type0" or _map_name(use.font) in _IDENTITY):
        yield from _signs(inner, program, codes, letters)
    if program is not None and list_is_wrong(inner, program):
        yield "pdf-fonts-list-incomplete"


def _signs(font: Any, program: Program, codes: set[int], letters: dict[int, str]) -> Iterator[str]:
    """Whether the typeface has the signs that are shown, as wide as the file says."""
    said = said_widths(font)
    missing = differ = False
    for code in codes:
        glyph = program.glyph(code)
        if glyph is None:
            continue
        if glyph == 0 or glyph >= program.count:
            # a space that is not drawn is missed by nobody
            missing = missing or bool(letters.get(code, chr(code)).strip())
            continue
        width = _width(program, glyph)
        differ = differ or (
            width is not None and code in said and abs(width - said[code]) > _ROUNDING
        )
    if missing:
        yield "pdf-fonts-glyph-missing"
    if differ:
        yield "pdf-fonts-widths-differ"


def _width(program: Program, glyph: int) -> float | None:
    try:
        return program.width(glyph)
    except Exception:
        # a stranger's sign may be drawn in any broken way
        return None


def _codes(use: FontUse, kind: str) -> set[int]:
    if kind != "Type0":
        return {code for string in use.shown for code in string}
    pairs = (string for string in use.shown if len(string) % 2 == 0)
    return {
        int.from_bytes(string[place : place + 2], "big")
        for string in pairs
        for place in range(0, len(string), 2)
    }


# ---- composite fonts (7.21.3) ----


def _map_name(font: pikepdf.Object) -> str:
    encoding = get(font, "/Encoding")
    return str(encoding)[1:] if isinstance(encoding, pikepdf.Name) else ""


def _parts_disagree(font: pikepdf.Object, inner: Any) -> bool:
    in_file = get(get(inner, "/FontDescriptor"), "/FontFile2") is not None
    numbers = get(inner, "/CIDToGIDMap")
    known = isinstance(numbers, pikepdf.Stream) or str(numbers) == "/Identity"
    if str(get(inner, "/Subtype")) == "/CIDFontType2" and in_file and not known:
        return True
    encoding = get(font, "/Encoding")
    if isinstance(encoding, pikepdf.Stream):
        return _own_map_disagrees(encoding, get(inner, "/CIDSystemInfo"))
    name = _map_name(font)
    if name in _IDENTITY:
        return False
    script = _OF_MAP.get(name.partition("-")[0])
    system = get(inner, "/CIDSystemInfo")
    return (
        script is None
        or _said(system, "/Ordering") != script
        or _said(system, "/Registry") != "Adobe"
    )


def _own_map_disagrees(given: pikepdf.Stream, system: Any) -> bool:
    """A map in the file: of the font's own letters, and going the way that it says."""
    own = get(given, "/CIDSystemInfo")
    names = ("/Registry", "/Ordering")
    if [_said(own, name) for name in names] != [_said(system, name) for name in names]:
        return True
    if _number(system, "/Supplement") > _number(own, "/Supplement"):
        return True
    other = get(given, "/UseCMap")
    if isinstance(other, pikepdf.Name):
        named = str(other)[1:]
        if named not in _IDENTITY and named.partition("-")[0] not in _OF_MAP:
            return True
    written = re.search(rb"/WMode\s+(\d)\s+def", beginning_of(given, _MOST_MAP))
    return (int(written[1]) if written else 0) != _number(given, "/WMode")


def _said(thing: Any, name: str) -> str:
    return str(get(thing, name) or "")


def _number(thing: Any, name: str) -> int:
    value = get(thing, name)
    return value if isinstance(value, int) else 0


# ---- TrueType (7.21.6) ----


def _encoding_unclear(font: pikepdf.Object, program: Program | None) -> bool:
    encoding = get(font, "/Encoding")
    symbolic = bool(_number(get(font, "/FontDescriptor"), "/Flags") & SYMBOLIC)
    if symbolic:
        cmaps = program.cmaps if program else frozenset([(3, 0)])
        return encoding is not None or not (len(cmaps) == 1 or (3, 0) in cmaps)
    base = get(encoding, "/BaseEncoding") if isinstance(encoding, pikepdf.Dictionary) else encoding
    if str(base) not in ("/WinAnsiEncoding", "/MacRomanEncoding"):
        return True
    if program and not program.cmaps - {(3, 0)}:
        return True
    if get(encoding, "/Differences") is None:
        return False
    known = program is None or (3, 1) in program.cmaps
    return not known or not all(map(_is_known, names_of(font).values()))


def _is_known(name: str) -> bool:
    return name == ".notdef" or bool(agl.toUnicode(name))


# ---- letters (7.21.7) ----

_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_CHARACTER = re.compile(rb"<\s*([0-9A-Fa-f]+)\s*>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(
    rb"<\s*([0-9A-Fa-f]+)\s*>\s*<\s*([0-9A-Fa-f]+)\s*>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])"
)


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """What the map of a font says that its codes are."""
    given = get(font, "/ToUnicode")
    if not isinstance(given, pikepdf.Stream):
        return {}
    letters: dict[int, str] = {}
    for section in _SECTION.finditer(beginning_of(given, _MOST_MAP)):
        if section[1] == b"bfchar":
            for code, told in _CHARACTER.findall(section[2]):
                letters[int(code, 16)] = _text(told)
            continue
        for first, last, told, each in _RANGE.findall(section[2]):
            start, end = int(first, 16), min(int(last, 16), int(first, 16) + 255)
            several = re.findall(rb"<([0-9A-Fa-f\s]*)>", each)
            for number in range(end - start + 1):
                if several:
                    letters[start + number] = (
                        _text(several[number]) if number < len(several) else ""
                    )
                elif told:
                    letters[start + number] = _next(_text(told), number)
    return letters


def _text(told: bytes) -> str:
    digits = b"".join(told.split())
    return bytes.fromhex(digits.decode()[: len(digits) & ~3]).decode("utf-16-be", "replace")


def _next(text: str, number: int) -> str:
    if not text:
        return ""
    code = ord(text[-1]) + number
    return text[:-1] + (chr(code) if code < 0x110000 else "")
