"""The typefaces that are at hand, and which of them can spell a language or a word.

A document is set in the first family that has every letter of its language. A word from elsewhere
that this family cannot spell is set *whole* in the next one that can, so that no word changes its
face half-way; a word that none can spell is a finding before layout, never an empty box.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from exporter.languages import letters
from exporter.model import Document
from exporter.walk import texts_of

Weight = Literal["regular", "bold"]
_WEIGHTS: dict[Weight, int] = {"regular": 400, "bold": 700}

DEFAULT_FAMILY = "Atkinson Hyperlegible"
FALLBACKS = ("Arimo", "Source Sans 3")
FAMILIES = (DEFAULT_FAMILY, *FALLBACKS)

OTHER_SCRIPTS = (
    "Noto Sans Arabic",
    "Noto Nastaliq Urdu",
    "Noto Sans Devanagari",
    "Noto Sans Gurmukhi",
    "Noto Sans Bengali",
    "Noto Sans Hebrew",
)
"""From PyPI (the extra `languages`) or from Debian (fonts-noto-core), where they are installed."""

_DEBIAN = Path("/usr/share/fonts/truetype/noto")

_WORD = re.compile(r"\S+|\s+")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\n\t\r")
_TURNS = frozenset("\u200e\u200f\u2066\u2067\u2068\u2069")
"""Signs that say which way words run; only the engine that shapes knows them."""


@dataclass(frozen=True, slots=True)
class Run:
    """Some text that one family can spell."""

    family: str
    text: str


class CannotSpell(ValueError):
    """No family that we ship has these characters."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        super().__init__(f"no typeface that we ship has {shown(characters)}")


def shown(characters: str) -> str:
    """Signs as a person can see them; those that show nothing by their number."""
    return " ".join(sign if sign.isprintable() else f"U+{ord(sign):04X}" for sign in characters)


@cache
def path(family: str, weight: Weight) -> Path:
    """The font file; for a variable font both weights are in one file.

    Each family is a package that describes its files; it is found without importing it. Those of
    other scripts may come from Debian, too. Raises FileNotFoundError for one that is not installed.
    """
    spec = find_spec("fontpkg_" + re.sub(r"\W+", "_", family.lower()))
    if spec is None or not spec.submodule_search_locations:
        for style in (weight.title(), "Regular"):
            file = _DEBIAN / f"{family.replace(' ', '')}-{style}.ttf"
            if family in OTHER_SCRIPTS and file.is_file():
                return file
        raise FileNotFoundError(f"The typeface {family} is not installed.")
    folder = Path(spec.submodule_search_locations[0])
    described = json.loads((folder / "metadata.json").read_text("utf-8"))
    wanted = (_WEIGHTS[weight], None)  # None: a variable font, which has them all
    return next(
        folder / str(file["path"])
        for file in described["files"]
        if file["style"] == "normal" and file["weight"] in wanted
    )


@cache
def _font(family: str, weight: Weight) -> Any:
    """The font at its weight, for asking; HarfBuzz is imported by whoever needs letters."""
    import uharfbuzz as harfbuzz

    font = harfbuzz.Font(harfbuzz.Face(path(family, weight).read_bytes()))
    if "fvar" in font.face.table_tags:
        font.set_variations({"wght": _WEIGHTS[weight]})
    return font


@cache
def data(family: str, weight: Weight) -> bytes:
    """A static TrueType font; variable ones are cut to the weight."""
    return at_weight(path(family, weight).read_bytes(), weight)


def at_weight(font: bytes, weight: Weight) -> bytes:
    """A font of one weight; one that is not variable stays as it is."""
    import uharfbuzz as harfbuzz

    face, wanted = harfbuzz.Face(font), _every_glyph()
    if "fvar" not in face.table_tags:
        return font
    wanted.pin_all_axes_to_default(face)
    wanted.pin_axis_location(face, "wght", _WEIGHTS[weight])
    wanted.flags |= harfbuzz.SubsetFlags.GLYPH_NAMES
    return bytes(harfbuzz.subset(face, wanted).blob.data)


_UNUSED = ("GPOS", "GSUB", "GDEF", "DSIG", "gasp", "STAT", "HVAR")
_KEPT_NAMES = {1, 2, 4, 6}
"""Family, style, full name, PostScript name."""


def without_hints(font: bytes) -> bytes:
    """The font without hints and layout tables, which no PDF viewer uses: half the size."""
    import uharfbuzz as harfbuzz

    wanted = _every_glyph()
    wanted.flags |= harfbuzz.SubsetFlags.NO_HINTING
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _UNUSED)
    wanted.name_id_set.set(_KEPT_NAMES)
    return bytes(harfbuzz.subset(harfbuzz.Face(font), wanted).blob.data)


def _every_glyph() -> Any:
    """What to ask of HarfBuzz's subsetter so that every glyph stays, under its number."""
    import uharfbuzz as harfbuzz  # a second import of a loaded module costs nothing

    wanted = harfbuzz.SubsetInput()
    wanted.keep_everything()
    wanted.flags = harfbuzz.SubsetFlags.RETAIN_GIDS | harfbuzz.SubsetFlags.NOTDEF_OUTLINE
    return wanted


@cache
def repertoire(family: str) -> frozenset[str]:
    """Every character that the family has; none where it is not installed."""
    try:
        return frozenset(map(chr, _font(family, "regular").face.unicodes))
    except FileNotFoundError:
        return frozenset()


def natural_line(family: str) -> float:
    """Single line spacing of a family, divided by its size."""
    font = _font(family, "regular")
    extents = font.get_font_extents("ltr")
    return float(extents.ascender - extents.descender + extents.line_gap) / int(font.face.upem)


_UNKNOWN = 0.5
"""The width of a character that a family does not have, in sizes."""


@cache
def _advances(family: str, weight: Weight) -> dict[int, float]:
    font = _font(family, weight)
    return {
        code: font.get_glyph_h_advance(font.get_nominal_glyph(code)) / font.face.upem
        for code in font.face.unicodes
    }


def width(text: str, family: str, size: float, weight: Weight = "regular") -> float:
    """The width of `text` in points, without kerning; for estimates before layout."""
    advances = _advances(family, weight)
    return size * sum(advances.get(ord(character), _UNKNOWN) for character in text)


def needs_shaping(document: Document) -> bool:
    """Whether any words of the document are in letters that join, change places or run to the left.

    Only the weasyprint engine can set them. It goes by the letters, whatever language they are in.
    """
    return any(letters.needs_shaping(text) for text, _ in texts_of(document))


@cache
def shaping_is_there() -> bool:
    """Whether Pango, which the weasyprint engine needs, is on this machine."""
    from ctypes import CDLL, util

    for name in ("libpango-1.0.so.0", util.find_library("pango-1.0")):
        try:
            return bool(name and CDLL(name))
        except OSError:
            pass
    return False


def family_for(language: str, wanted: str) -> str:
    """The family in which a document in this language is set, if it may be the one that is wanted.

    One that lacks a letter of the language gives way to the first of ours that has them all. Where
    none has (another script), it stays: its words are set in a typeface of that script.
    """
    needed = letters.alphabet(language)
    if not repertoire(wanted):
        return wanted  # not ours: nobody here knows what it has
    families = (wanted, *(name for name in FALLBACKS if name != wanted))
    return next((name for name in families if needed <= repertoire(name)), wanted)


def at_hand(*, shaped: bool) -> tuple[str, ...]:
    """The families that may set a document; `shaped`: with those of other scripts, by Pango."""
    return (*FAMILIES, *filter(repertoire, OTHER_SCRIPTS)) if shaped else FAMILIES


def lacking(text: str, families: tuple[str, ...]) -> str:
    """The characters of some words for which none of the families can spell the whole word."""
    passed = _INVISIBLE if families == FAMILIES else _INVISIBLE | _TURNS
    if set(text) - passed <= repertoire(families[0]):
        return ""  # nearly always
    missing: set[str] = set()
    for word in _WORD.findall(text):
        needed = set(word) - passed
        if not any(needed <= repertoire(name) for name in families):
            missing |= needed.difference(*map(repertoire, families)) or needed
    return "".join(sorted(missing))


def runs(text: str, family: str) -> Iterator[Run]:
    """`text` in runs of one family each; words are never cut.

    Raises CannotSpell when a word has a character that no family has.
    """
    if set(text) - _INVISIBLE <= repertoire(family):
        if text:
            yield Run(family, text)  # nearly always
        return
    families = (family, *(name for name in FALLBACKS if name != family))
    current, pieces = family, ""
    for word in _WORD.findall(text):
        needed = set(word) - _INVISIBLE
        chosen = next((name for name in families if needed <= repertoire(name)), None)
        if word.isspace() and needed <= repertoire(current):
            chosen = current
        if chosen is None:
            missing = needed - frozenset().union(*(repertoire(name) for name in families))
            raise CannotSpell("".join(sorted(missing or needed)))
        if chosen != current and pieces:
            yield Run(current, pieces)
            pieces = ""
        current, pieces = chosen, pieces + word
    if pieces:
        yield Run(current, pieces)
