"""Fonts inside the file, where the typeface is one of ours: few machines have it.

Word wants the first 32 bytes of an embedded font hidden behind a key (ISO/IEC 29500-4, 15.2.13);
the key is made from the font, so that the same font has the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from exporter import fonts
from exporter.font_cutting import only
from exporter.writers.docx.markup import DECLARATION, NAMESPACES, escape

_HIDDEN = 32
_WEIGHTS: tuple[tuple[fonts.Weight, str], ...] = (("regular", "Regular"), ("bold", "Bold"))


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """A font file of the package; `place` is what Word calls its weight."""

    family: str
    relationship: str
    name: str
    place: str
    key: str
    data: bytes


def embedded_fonts(family: str, signs: Mapping[str, str]) -> tuple[EmbeddedFont, ...]:
    """The fonts to put into the file: none for Arial and its like, which every Word has.

    `signs` are the typefaces of signs that are needed, each with its signs.
    """
    own = _WEIGHTS if family in fonts.FAMILIES else ()
    files = [(family, fonts.data(family, weight), place) for weight, place in own]
    for name, letters in signs.items():
        files.append((name, only(fonts.data(name, "regular"), letters), "Regular"))
    return tuple(_hidden(*file, number) for number, file in enumerate(files, 1))


def font_table_xml(family: str, embedded: tuple[EmbeddedFont, ...]) -> str:
    families = dict.fromkeys((family, *(font.family for font in embedded)))
    described = "".join(_described(name, embedded) for name in families)
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{described}</w:fonts>"


def _described(family: str, embedded: tuple[EmbeddedFont, ...]) -> str:
    inside = "".join(
        f'<w:embed{font.place} r:id="{font.relationship}" w:fontKey="{font.key}"/>'
        for font in embedded
        if font.family == family
    )
    return (
        f'<w:font w:name="{escape(family)}"><w:charset w:val="00"/><w:family w:val="swiss"/>'
        f'<w:pitch w:val="variable"/>{inside}</w:font>'
    )


def _hidden(family: str, data: bytes, place: str, number: int) -> EmbeddedFont:
    digest = hashlib.sha256(data).hexdigest()[:32].upper()
    key = f"{{{digest[:8]}-{digest[8:12]}-{digest[12:16]}-{digest[16:20]}-{digest[20:]}}}"
    mask = bytes.fromhex(digest)[::-1] * 2
    hidden = bytes(a ^ b for a, b in zip(data[:_HIDDEN], mask, strict=True)) + data[_HIDDEN:]
    name = f"fonts/font{number}.odttf"
    return EmbeddedFont(family, f"rIdFont{number}", name, place, key, hidden)
