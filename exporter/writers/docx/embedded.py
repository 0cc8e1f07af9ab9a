"""Fonts inside the file, where the typeface is one of ours: few machines have it.

Word wants the first 32 bytes of an embedded font hidden behind a key (ISO/IEC 29500-4, 15.2.13);
the key is made from the font, so that the same font has the same bytes.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from exporter import fonts
from exporter.writers.docx.markup import DECLARATION, NAMESPACES, escape

_HIDDEN = 32
_WEIGHTS: tuple[tuple[fonts.Weight, str], ...] = (("regular", "Regular"), ("bold", "Bold"))


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """A font file of the package; `place` is what Word calls its weight."""

    relationship: str
    name: str
    place: str
    key: str
    data: bytes


def embedded_fonts(family: str) -> tuple[EmbeddedFont, ...]:
    """The fonts to put into the file: none for Arial and its like, which every Word has."""
    if family not in fonts.FAMILIES:
        return ()
    return tuple(
        _hidden(fonts.data(family, weight), place, number)
        for number, (weight, place) in enumerate(_WEIGHTS, 1)
    )


def font_table_xml(family: str, embedded: tuple[EmbeddedFont, ...]) -> str:
    inside = "".join(
        f'<w:embed{font.place} r:id="{font.relationship}" w:fontKey="{font.key}"/>'
        for font in embedded
    )
    return (
        f'{DECLARATION}<w:fonts {NAMESPACES}><w:font w:name="{escape(family)}">'
        f'<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>{inside}'
        "</w:font></w:fonts>"
    )


def _hidden(data: bytes, place: str, number: int) -> EmbeddedFont:
    digest = hashlib.sha256(data).hexdigest()[:32].upper()
    key = f"{{{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:]}}}"
    mask = bytes.fromhex(digest)[::-1] * 2
    hidden = bytes(a ^ b for a, b in zip(data[:_HIDDEN], mask, strict=True)) + data[_HIDDEN:]
    return EmbeddedFont(f"rIdFont{number}", f"fonts/font{number}.odttf", place, key, hidden)
