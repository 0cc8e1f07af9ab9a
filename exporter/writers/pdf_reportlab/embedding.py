"""Fonts in the file: each cut to the letters that it codes, with a map back to Unicode."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import md5
from threading import Lock

from exporter.fonts import Weight
from exporter.writers.pdf_reportlab.lettering import Case, Face, Lettering
from exporter.writers.pdf_reportlab.objects import Objects, pack

_CUTTING = Lock()


def write_fonts(lettering: Lettering, objects: Objects) -> str:
    """Put every font into the file; the entries of the resource dictionary."""
    entries = []
    for case in lettering.cases:
        for number, codes in enumerate(case.subsets):
            entries.append(f"/{case.name}{number} {_font(objects, case, codes)} 0 R")
    return " ".join(entries)


def _font(objects: Objects, case: Case, codes: list[int]) -> int:
    ttf = case.face.ttf
    cut = _cut(case.face, tuple(codes))
    first = next(index for index, code in enumerate(codes) if code)
    widths = " ".join(
        str(round(case.face.widths.get(code, 0)) if code else 0) for code in codes[first:]
    )
    family, weight = case.face.key
    name = f"{cut.tag}+{family.replace(' ', '')}-{weight.capitalize()}"
    # ISO 14289-1, 7.21.4.1: every font is embedded; 7.21.7: every code has its character.
    data = objects.packed_stream(f"/Length1 {cut.length}", cut.program)
    unicode = objects.packed_stream("", cut.to_unicode)
    box = " ".join(f"{value:.0f}" for value in ttf.bbox)
    # Symbolic, as the built-in (1, 0) cmap is used with no Encoding (7.21.6).
    descriptor = objects.add(
        f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{box}]"
        f"/ItalicAngle 0/Ascent {ttf.ascent:.0f}/Descent {ttf.descent:.0f}"
        f"/CapHeight {ttf.capHeight:.0f}/StemV {ttf.stemV}/FontFile2 {data} 0 R>>"
    )
    return objects.add(
        f"<</Type/Font/Subtype/TrueType/BaseFont/{name}/FirstChar {first}"
        f"/LastChar {len(codes) - 1}/Widths[{widths}]"
        f"/FontDescriptor {descriptor} 0 R/ToUnicode {unicode} 0 R>>"
    )


@dataclass(frozen=True, slots=True)
class _Cut:
    """A font cut to some letters, packed as it stands in every file that has them."""

    program: bytes
    length: int
    """Of the program, unpacked."""
    to_unicode: bytes
    tag: str
    """A cut font has a name of its own (9.6.4): six letters and a plus."""


_CUTS: dict[tuple[str, Weight, tuple[int, ...]], _Cut] = {}


def _cut(face: Face, codes: tuple[int, ...]) -> _Cut:
    """The font cut to these characters. Remembered: most files agree."""
    key = (*face.key, codes)
    known = _CUTS.get(key)
    if known is None:
        with _CUTTING:  # ReportLab's reader has a position
            program = bytes(face.ttf.makeSubset(list(codes)))
        if len(_CUTS) > 64:
            _CUTS.clear()
        digest = md5(program, usedforsecurity=False).digest()
        tag = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
        known = _Cut(pack(program, 9), len(program), pack(_to_unicode(codes)), tag)
        _CUTS[key] = known
    return known


def _to_unicode(codes: tuple[int, ...]) -> bytes:
    pairs = [
        f"<{index:02X}> <{chr(code).encode('utf-16-be').hex().upper()}>"
        for index, code in enumerate(codes)
        if code and (code != 32 or index == 32)
    ]
    blocks = [
        f"{len(chunk)} beginbfchar\n" + "\n".join(chunk) + "\nendbfchar"
        for chunk in (pairs[start : start + 100] for start in range(0, len(pairs), 100))
    ]
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        + "\n".join(blocks)
        + "\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode("ascii")
