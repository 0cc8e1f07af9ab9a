"""Letters: which face spells a word, how wide it is, and the codes that draw it.

Fonts are simple TrueType fonts (ISO 32000-1, 9.6.3) of up to 256 codes each, cut by ReportLab.
ASCII keeps its own codes; the Latin letters of Europe follow in a fixed order in every file, then
those of the document's language, so that the words of a brand, and the program's own beside them,
can be set at stamping; all else is coded when it is first met.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import uharfbuzz as harfbuzz
from reportlab.pdfbase.ttfonts import TTFontFace

from exporter import fonts
from exporter.diagnostics import NOWHERE, Place
from exporter.font_cutting import without_hints
from exporter.fonts import Weight
from exporter.known import known
from exporter.languages.letters import alphabet, needs_shaping
from exporter.languages.unseen import UNSEEN, seen
from exporter.model import Words

# Kerning only. A ligature would change the words that are read out ("dlig" turns "st" into "ﬆ").
_FEATURES = {"kern": True, "liga": False, "clig": False, "dlig": False, "calt": False,
             "rlig": False, "ccmp": False, "locl": False}  # fmt: skip

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
"""What the words of a brand may be written with in every language; coded in every file."""

_MOST_WORDS = 60_000

_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"})


@known
def letters_beside(words: Words, language: str) -> str:
    """What a brand may be written with beside those: the letters of the document's language, and
    all that the program says in it."""
    said = {letter for _, sentence in words.entries for letter in sentence}
    return "".join(sorted((alphabet(language) | said) - frozenset(BRAND_LETTERS) - UNSEEN))


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
        data = without_hints(fonts.data(family, weight))
        self.ttf = TTFontFace(io.BytesIO(data))
        self.widths: dict[int, float] = self.ttf.charWidths
        self.ascent: float = self.ttf.ascent / 1000
        self.descent: float = -self.ttf.descent / 1000
        whole = harfbuzz.Face(fonts.data(family, weight))
        self._shaper = harfbuzz.Font(whole)
        # The reader scales the width that the last glyphs share, and would write it so into a cut
        # font: not that of the dictionary (ISO 14289-1, 7.21.5).
        self.ttf.hmetrics = [
            (self._shaper.get_glyph_h_advance(glyph), bearing)
            for glyph, (_, bearing) in enumerate(self.ttf.hmetrics)
        ]
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


@dataclass(slots=True)
class Case:
    """One face in one file: like a printer's case, each letter has its place in it."""

    name: str
    face: Face
    subsets: list[list[int]]
    codes: dict[str, int]

    @classmethod
    def of(cls, name: str, face: Face) -> Case:
        """One with the letters of ASCII that its face has."""
        own = {code for code in range(32, 127) if face.has(chr(code))}
        first = [code if code in own else 0 for code in range(127)]
        return cls(name, face, [first], {chr(code): code for code in sorted(own)})

    def copy(self) -> Case:
        return Case(self.name, self.face, [*map(list, self.subsets)], dict(self.codes))

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
        letters = seen(word).replace("\u00a0", " ")
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


@lru_cache(maxsize=32)
def _with_letters(name: str, family: str, weight: Weight, more: str) -> Case:
    """A case as every file begins with it. To be copied."""
    case = Case.of(name, face(family, weight))
    case.preload((*BRAND_LETTERS, *more))
    return case


@lru_cache(maxsize=16)
def _common_words(family: str, more: str) -> dict[Weight, dict[str, Spelled]]:
    """Words spelled with the letters that every file of this family, and with these `more`, codes
    alike."""
    return {"regular": {}, "bold": {}}


class Lettering:
    """All the cases of one file. `more` are letters that it codes beside those of every file."""

    def __init__(self, family: str, more: str = "") -> None:
        self.family = family
        self.more = more
        self._alike = frozenset((*BRAND_LETTERS, *more))
        self._cases: dict[tuple[str, Weight], Case] = {}
        self._words: dict[Weight, dict[str, Spelled]] = {"regular": {}, "bold": {}}
        self._common = _common_words(family, more)
        for weight in ("regular", "bold"):
            name = f"F{len(self._cases)}."
            self._cases[family, weight] = _with_letters(name, family, weight, more).copy()

    def case(self, family: str, weight: Weight) -> Case:
        key = (family, weight)
        known = self._cases.get(key)
        if known is None:
            name = f"F{len(self._cases)}."
            known = self._cases[key] = Case.of(name, face(family, weight))
        return known

    def common(self, weight: Weight) -> Mapping[str, Spelled]:
        """What was spelled before with letters that all files code alike."""
        return self._common[weight]

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
        if ours and self._alike.issuperset(text):
            common = self._common[weight]
            if len(common) > _MOST_WORDS:
                common.clear()
            common[text] = spelled
        else:
            self._words[weight][text] = spelled
        return spelled

    def _spell(self, text: str, weight: Weight) -> Spelled:
        if needs_shaping(text):
            raise ScriptNotSet(text.strip())
        runs = list(fonts.runs(text, self.family))
        if len(runs) == 1:
            return self.case(runs[0].family, weight).spell(text)
        spelled = [self.case(run.family, weight).spell(run.text) for run in runs]
        parts = tuple(part for word in spelled for part in word.parts)
        return Spelled(sum(word.width for word in spelled), parts)

    @property
    def cases(self) -> tuple[Case, ...]:
        return tuple(self._cases.values())
