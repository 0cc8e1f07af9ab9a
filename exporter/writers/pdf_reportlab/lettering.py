"""Letters: which face spells a word, how wide it is, and the codes that draw it.

Fonts are simple TrueType fonts (ISO 32000-1, 9.6.3) of up to 256 codes each, cut by ReportLab.
ASCII keeps its own codes; the Latin letters of Europe follow in a fixed order in every file, so
that the words of a brand can be set at stamping; all else is coded when it is first met.
"""

from __future__ import annotations

import io
import unicodedata
import zlib
from dataclasses import dataclass, field
from functools import cache
from hashlib import md5
from threading import Lock

import uharfbuzz as harfbuzz
from fontTools.ttLib import TTFont
from reportlab.pdfbase.ttfonts import TTFontFace

from exporter import fonts
from exporter.diagnostics import NOWHERE, Place
from exporter.fonts import Weight
from exporter.writers.pdf_reportlab.objects import Objects

# Kerning only. A ligature would change the words that are read out ("dlig" turns "st" into "ﬆ").
_FEATURES = {"kern": True, "liga": False, "clig": False, "dlig": False, "calt": False,
             "rlig": False, "ccmp": False, "locl": False}  # fmt: skip

_LEFTWARD = frozenset({"R", "AL"})
"""Unicode's classes of letters that run from right to left."""

_FINEST = 15
"""Thousandths of the size below which kerning is not seen and not worth its bytes."""

_PUNCTUATION = "–—‘’“”•…€‹›„‚†‡™−×"
BRAND_LETTERS = tuple(
    dict.fromkeys(
        [
            *map(chr, range(0x20, 0x7F)),
            *_PUNCTUATION,
            *map(chr, range(0xA1, 0x180)),
            *"ȘșȚțẀẁẂẃẄẅỲỳ",
        ]
    )
)
"""What the words of a brand may be written with; coded in every file."""

_BRAND_LETTERS = frozenset(BRAND_LETTERS)
_MOST_WORDS = 60_000

_INVISIBLE = str.maketrans(dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")))
_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"})
_FACE_LOCK = Lock()


class ScriptNotSet(ValueError):
    """Text whose letters join or run to the left; the weasyprint engine can set it."""

    def __init__(self, words: str, place: Place = NOWHERE) -> None:
        self.words = words
        self.place = place
        super().__init__(
            f"the reportlab engine cannot set {words!r}; use --pdf-engine weasyprint for it"
        )


@dataclass(frozen=True, slots=True)
class Spelled:
    """A word as it is drawn: its width at 1000 points and, font by font, what TJ takes."""

    width: int
    parts: tuple[tuple[str, str], ...]


class Face:
    """One face of one family, read once in a process and never changed after."""

    def __init__(self, family: str, weight: Weight) -> None:
        self.key = (family, weight)
        data = _without_hints(fonts.data(family, weight))
        self.ttf = TTFontFace(io.BytesIO(data))
        self.widths: dict[int, float] = self.ttf.charWidths
        self.ascent: float = self.ttf.ascent / 1000
        self.descent: float = -self.ttf.descent / 1000
        whole = harfbuzz.Face(fonts.data(family, weight))
        self._shaper = harfbuzz.Font(whole)
        self._unit = 1000 / whole.upem
        self._kerns: dict[str, tuple[int, ...]] = {}

    def has(self, character: str) -> bool:
        return ord(character) in self.ttf.charToGlyph

    def width(self, character: str) -> int:
        return round(self.widths[ord(character)])

    def kerns(self, word: str) -> tuple[int, ...]:
        """What to add after each character, in thousandths of the size; () for nothing."""
        known = self._kerns.get(word)
        if known is None:
            known = self._kerns[word] = self._kerns_of(word)
        return known

    def _kerns_of(self, word: str) -> tuple[int, ...]:
        buffer = harfbuzz.Buffer()
        buffer.add_str(word)
        buffer.guess_segment_properties()
        harfbuzz.shape(self._shaper, buffer, _FEATURES)
        positions = buffer.glyph_positions
        if positions is None or len(positions) != len(word):
            return ()
        kerns = tuple(
            round(position.x_advance * self._unit) - self.width(character)
            for position, character in zip(positions, word, strict=True)
        )
        kerns = tuple(kern if abs(kern) >= _FINEST else 0 for kern in kerns)
        return kerns if any(kerns) else ()


@cache
def face(family: str, weight: Weight) -> Face:
    return Face(family, weight)


def _without_hints(data: bytes) -> bytes:
    """The font without hints and layout tables, which no PDF viewer uses: a third of the size."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False, recalcBBoxes=False)
    for name in font["glyf"].keys():  # noqa: SIM118 (not a dict)
        font["glyf"][name].removeHinting()
    for table in ("fpgm", "prep", "cvt ", "GPOS", "GSUB", "GDEF", "DSIG", "gasp", "STAT", "HVAR"):
        if table in font:
            del font[table]
    font["name"].names = [record for record in font["name"].names if record.nameID in (1, 2, 4, 6)]
    buffer = io.BytesIO()
    font.save(buffer, reorderTables=False)
    return buffer.getvalue()


@dataclass(slots=True)
class Case:
    """One face in one file: like a printer's case, each letter has its place in it."""

    name: str
    face: Face
    subsets: list[list[int]] = field(default_factory=list)
    codes: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        ascii_codes = [code if 32 <= code < 127 else 0 for code in range(127)]
        self.subsets.append(ascii_codes)
        self.codes.update((chr(code), code) for code in range(32, 127))

    def preload(self, characters: tuple[str, ...]) -> None:
        for character in characters:
            if self.face.has(character):
                self.code(character)

    def code(self, character: str) -> int:
        """The font's number times 256 plus the code in it."""
        known = self.codes.get(character)
        if known is not None:
            return known
        last = self.subsets[-1]
        if len(last) == 256:
            # Code 0 is "missing", code 32 the space in every font of ours.
            last = [0] * 32 + [32]
            self.subsets.append(last)
        last.append(ord(character))
        code = self.codes[character] = (len(self.subsets) - 1) * 256 + len(last) - 1
        return code

    def spell(self, word: str) -> Spelled:
        """A word, with the space after it if it has one."""
        letters = word.translate(_INVISIBLE).replace("\u00a0", " ")
        kerns = self.face.kerns(letters) if len(letters) > 1 else ()
        widths = [self.face.width(letter) for letter in letters]
        parts: list[tuple[str, str]] = []
        subset, text = -1, ""
        codes = [self.code(letter) for letter in letters]
        _keep_spaces_near(codes)
        for index, code in enumerate(codes):
            if code >> 8 != subset:
                if text:
                    parts.append((f"{self.name}{subset}", f"({text})"))
                subset, text = code >> 8, ""
            text += chr(code & 255).translate(_ESCAPES)
            if kerns and kerns[index] and index < len(letters) - 1:
                text += f"){-kerns[index]}("
        if text:
            parts.append((f"{self.name}{subset}", f"({text})"))
        return Spelled(sum(widths) + sum(kerns[:-1]), tuple(parts))


def _keep_spaces_near(codes: list[int]) -> None:
    """Each font has a space: take that of the letters beside it.

    Alone in another font, it would be lost by readers of PDF.
    """
    for index, code in enumerate(codes):
        if code == 32 and len(codes) > 1:
            beside = codes[index - 1] if index else codes[index + 1]
            codes[index] = (beside & ~255) + 32


@cache
def _common_words(family: str) -> dict[Weight, dict[str, Spelled]]:
    """Words spelled with the letters that every file of this family codes alike."""
    return {"regular": {}, "bold": {}}


class Lettering:
    """All the cases of one file."""

    def __init__(self, family: str) -> None:
        self.family = family
        self._cases: dict[tuple[str, Weight], Case] = {}
        self._words: dict[Weight, dict[str, Spelled]] = {"regular": {}, "bold": {}}
        self._common = _common_words(family)
        for weight in ("regular", "bold"):
            self.case(family, weight).preload(BRAND_LETTERS)

    def case(self, family: str, weight: Weight) -> Case:
        key = (family, weight)
        known = self._cases.get(key)
        if known is None:
            name = f"F{len(self._cases)}."
            known = self._cases[key] = Case(name, face(family, weight))
        return known

    def spell(self, text: str, weight: Weight) -> Spelled:
        """A word in one weight; or some words, in as many families as they need."""
        known = self._common[weight].get(text)
        if known is None:
            known = self._words[weight].get(text)
            if known is None:
                known = self._learn(text, weight)
        return known

    def _learn(self, text: str, weight: Weight) -> Spelled:
        """Spell a word and remember it; for all files, if all files code its letters alike."""
        spelled = self._spell(text, weight)
        ours = all(font.startswith(("F0.", "F1.")) for font, _ in spelled.parts)
        if ours and _BRAND_LETTERS.issuperset(text):
            common = self._common[weight]
            if len(common) > _MOST_WORDS:
                common.clear()
            common[text] = spelled
        else:
            self._words[weight][text] = spelled
        return spelled

    def _spell(self, text: str, weight: Weight) -> Spelled:
        if not text.isascii() and any(unicodedata.bidirectional(c) in _LEFTWARD for c in text):
            raise ScriptNotSet(text.strip())
        runs = list(fonts.runs(text, self.family))
        if len(runs) == 1:
            return self.case(runs[0].family, weight).spell(text)
        spelled = [self.case(run.family, weight).spell(run.text) for run in runs]
        parts = tuple(part for word in spelled for part in word.parts)
        return Spelled(sum(word.width for word in spelled), parts)

    def write(self, objects: Objects) -> str:
        """Put every font into the file; the entries of the resource dictionary."""
        entries = []
        for case in self._cases.values():
            for number, codes in enumerate(case.subsets):
                entries.append(f"/{case.name}{number} {_font(objects, case, codes)} 0 R")
        return " ".join(entries)


def _font(objects: Objects, case: Case, codes: list[int]) -> int:
    ttf = case.face.ttf
    program, cmap = _cut(case.face, tuple(codes))
    first = next(index for index, code in enumerate(codes) if code)
    widths = " ".join(
        str(round(case.face.widths.get(code, 0)) if code else 0) for code in codes[first:]
    )
    # A font cut to some letters has a name of its own (9.6.4): six letters and a plus.
    digest = md5(program, usedforsecurity=False).digest()
    tag = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
    family, weight = case.face.key
    name = f"{tag}+{family.replace(' ', '')}-{weight.capitalize()}"
    # ISO 14289-1, 7.21.4.1: every font is embedded; 7.21.7: every code has its character.
    data = objects.stream(f"/Length1 {len(program)}", program, packed=zlib.compress(program, 9))
    unicode = objects.stream("", cmap)
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


_CUTS: dict[tuple[str, Weight, tuple[int, ...]], tuple[bytes, bytes]] = {}


def _cut(face: Face, codes: tuple[int, ...]) -> tuple[bytes, bytes]:
    """The font cut to these characters, and its ToUnicode map. Remembered: most files agree."""
    key = (*face.key, codes)
    known = _CUTS.get(key)
    if known is None:
        with _FACE_LOCK:  # ReportLab's reader has a position
            program = bytes(face.ttf.makeSubset(list(codes)))
        if len(_CUTS) > 64:
            _CUTS.clear()
        known = _CUTS[key] = (program, _to_unicode(codes))
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


_THIN_SPACES = {code: "\u00a0" for code in (*range(0x2000, 0x200B), 0x202F, 0x205F)}


def normal(text: str) -> str:
    """Text as it is set: composed letters, which fonts have, and one width of no-break space."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text).translate(_THIN_SPACES)
