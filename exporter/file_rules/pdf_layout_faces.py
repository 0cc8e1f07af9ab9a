"""Typefaces as PDF files name them: family, slant, weight.

Files often say nothing of the weight, or a wrong number; names are what can be relied on.
"""

from __future__ import annotations

import ctypes
import re
from dataclasses import dataclass, replace

import pypdfium2.raw as raw

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_SLANTED = re.compile(r"italic|oblique|slanted|[-,]it\b|ital$|kursiv", re.IGNORECASE)
_BOLD = re.compile(r"bold|black|heavy|[-,]bd\b|medi$|demi(?!light)", re.IGNORECASE)
_LIGHT = re.compile(
    r"(?:(?<=[a-z])|(?<![A-Za-z]))(?:Extra|Ultra|Semi|Demi)?(?:Light|Thin|Hairline)(?![a-z])"
    r"|[-,](?:Lt|Th)\b"
)
_STYLE = re.compile(
    r"[-, ]+(?i:bold|italic|ital|oblique|regular|regu|roman|medium|medi|semibold|demibold|demi"
    r"|extrabold|extralight|ultralight|semilight|light|thin|black|heavy|book|psmt|ps|mt|it|bd|lt"
    r"|th|\s)+$"
    r"|(?<=[a-z0-9])(?:Bold|Italic|Ital|Oblique|Regular|Light|Thin|Black|PSMT|PS|MT)$"
)
_TEX = re.compile(r"^(?:CM|SF|EC|LM)[A-Z]+\d+$")
"""TeX names every cut of its one family anew: CMR10, CMBX12, CMTI10."""
_ITALIC_FLAG = 64
_CUT = re.compile(r"^(?:CM|SF|EC|LM)(?:[A-Z]*(?:TI|SL|IT|MI|RI))\d+$")
_BOLD_CUT = re.compile(r"^(?:CM|SF|EC|LM)(?:B[A-Z]*|[A-Z]*BX)\d+$")


@dataclass(frozen=True, slots=True)
class Face:
    name: str = ""
    family: str = ""
    italic: bool = False
    bold: bool = False
    light: bool = False

    def slanted(self) -> Face:
        """Upright letters that the file slants itself."""
        return self if self.italic else replace(self, italic=True)


def face_of(name: str, *, flagged: bool = False) -> Face:
    """What the name of a typeface tells; `flagged` is whether the file calls it italic."""
    plain = _SUBSET.sub("", name)
    return Face(
        name=plain,
        family=_family(plain),
        italic=flagged or bool(_SLANTED.search(plain) or _CUT.match(plain)),
        bold=bool(_BOLD.search(plain) or _BOLD_CUT.match(plain)),
        light=bool(_LIGHT.search(plain)),
    )


def _family(name: str) -> str:
    if _TEX.match(name):
        return "Computer Modern"
    while (shorter := _STYLE.sub("", name)) and shorter != name:
        name = shorter
    return name.strip("-, ")


class Faces:
    """The typefaces of one page, each looked up once."""

    def __init__(self) -> None:
        self.known: dict[int, Face] = {}
        self.buffer = ctypes.create_string_buffer(200)

    def of(self, thing: raw.FPDF_PAGEOBJECT) -> Face:
        handle = raw.FPDFTextObj_GetFont(thing)
        if not handle:
            return Face()
        key = ctypes.addressof(handle.contents)
        if key not in self.known:
            self.known[key] = self.read(handle)
        return self.known[key]

    def read(self, handle: raw.FPDF_FONT) -> Face:
        raw.FPDFFont_GetBaseFontName(handle, self.buffer, 200)
        angle = ctypes.c_int()
        raw.FPDFFont_GetItalicAngle(handle, angle)
        flagged = bool(raw.FPDFFont_GetFlags(handle) & _ITALIC_FLAG) or angle.value != 0
        return face_of(self.buffer.value.decode("utf-8", "replace"), flagged=flagged)
