"""The typefaces that are at hand, and which of them can spell a language or a word.

A document is set in the first family that has every letter of its language. A word from elsewhere
that this family cannot spell is set *whole* in the next one that can, so that no word changes its
face half-way; signs beside its letters (☎01632) are set in a typeface of signs. A word that none
can spell is a finding before layout, never an empty box.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from exporter.font_cutting import WEIGHTS, at_weight
from exporter.font_cutting import Weight as Weight
from exporter.known import known
from exporter.languages import letters, primary, script
from exporter.languages.unseen import CHOOSES_A_FORM, UNSEEN
from exporter.model import Document
from exporter.walk import texts_of

DEFAULT_FAMILY = "Atkinson Hyperlegible"
FALLBACKS = ("Arimo", "Source Sans 3")
FAMILIES = (DEFAULT_FAMILY, *FALLBACKS)
SIGNS = ("Exporter Signs", "Exporter Emoji")
"""For what those have not: ☎ ⚠ ★ ♿ 😀. Of one weight; in `typefaces/`, with their licences."""

OTHER_SCRIPTS = (
    "Noto Sans Arabic",
    "Noto Nastaliq Urdu",
    "Noto Sans Devanagari",
    "Noto Sans Gurmukhi",
    "Noto Sans Bengali",
    "Noto Sans Hebrew",
)
"""From PyPI (the extra `languages`) or from Debian (fonts-noto-core), where they are installed."""

NASTALIQ = "Noto Nastaliq Urdu"
"""How readers of Urdu expect it to be written: words fall to the left, over more height."""
NASTALIQ_OF_READERS = ("Urdu Typesetting", NASTALIQ, "Jameel Noori Nastaleeq")
"""What their machines may have: Windows and Word the first, Android and Linux the second."""
NASTALIQ_PITCH = 2.2
"""From line to line in sizes: a word in Nastaliq needs about twice the height of other scripts."""

_OURS = {
    name: Path(__file__).parent / "typefaces" / file
    for name, file in zip(SIGNS, ("signs.ttf", "emoji.ttf"), strict=True)
}
_DEBIAN = Path("/usr/share/fonts/truetype/noto")

_WORD = re.compile(r"\S+|\s+")
_INVISIBLE = UNSEEN | frozenset("\n\t\r")
_LIKE_SIGNS = re.compile("[\u2100-\u2bff\u3000-\u33ff\U0001f000-\U0001faff]")
TURNS = frozenset("\u200e\u200f\u2066\u2067\u2068\u2069")
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


def seen(words: str) -> str:
    """Words as a person can see them: signs that show nothing by their number."""
    return "".join(sign if sign.isprintable() else shown(sign) for sign in words)


@cache
def path(family: str, weight: Weight) -> Path:
    """The font file; for a variable font both weights are in one file.

    Each family is a package that describes its files; it is found without importing it. Those of
    other scripts may come from Debian, too. Raises FileNotFoundError for one that is not installed.
    """
    if family in _OURS:
        return _OURS[family]
    spec = find_spec("fontpkg_" + re.sub(r"\W+", "_", family.lower()))
    if spec is None or not spec.submodule_search_locations:
        for style in (weight.title(), "Regular"):
            file = _DEBIAN / f"{family.replace(' ', '')}-{style}.ttf"
            if family in OTHER_SCRIPTS and file.is_file():
                return file
        raise FileNotFoundError(f"The typeface {family} is not installed.")
    folder = Path(spec.submodule_search_locations[0])
    described = json.loads((folder / "metadata.json").read_text("utf-8"))
    wanted = (WEIGHTS[weight], None)  # None: a variable font, which has them all
    return next(
        folder / str(file["path"])
        for file in described["files"]
        if file["style"] == "normal" and file["weight"] in wanted
    )


@cache
def shaper(family: str, weight: Weight) -> Any:
    """The font at its weight, for asking and shaping; HarfBuzz is imported by whoever needs
    letters. Raises FileNotFoundError."""
    import uharfbuzz as harfbuzz

    font = harfbuzz.Font(harfbuzz.Face(path(family, weight).read_bytes()))
    if "fvar" in font.face.table_tags:
        font.set_variations({"wght": WEIGHTS[weight]})
    return font


@cache
def data(family: str, weight: Weight) -> bytes:
    """A static TrueType font; variable ones are cut to the weight."""
    return at_weight(path(family, weight).read_bytes(), weight)


@cache
def repertoire(family: str) -> frozenset[str]:
    """Every character that the family has; none where it is not installed."""
    try:
        return frozenset(map(chr, shaper(family, "regular").face.unicodes))
    except FileNotFoundError:
        return frozenset()


def natural_line(family: str) -> float:
    """Single line spacing of a family, divided by its size."""
    font = shaper(family, "regular")
    extents = font.get_font_extents("ltr")
    return float(extents.ascender - extents.descender + extents.line_gap) / int(font.face.upem)


_UNKNOWN = 0.5
"""The width of a character that a family does not have, in sizes."""


class _Advances(dict[str, float]):
    """How wide each character of a family is, in sizes; of all that it has not, the same."""

    def __missing__(self, character: str) -> float:
        return _UNKNOWN


@cache
def _advances(family: str, weight: Weight) -> _Advances:
    font = shaper(family, weight)
    return _Advances(
        (chr(code), font.get_glyph_h_advance(font.get_nominal_glyph(code)) / font.face.upem)
        for code in font.face.unicodes
    )


def width(text: str, family: str, size: float, weight: Weight = "regular") -> float:
    """The width of `text` in points, without kerning; for estimates before layout."""
    return size * sum(map(_advances(family, weight).__getitem__, text))


@known
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


def other_scripts(language: str) -> tuple[str, ...]:
    """The typefaces of other scripts, that in which the language is written first."""
    others = [name for name in OTHER_SCRIPTS if name != NASTALIQ]
    return (NASTALIQ, *others) if primary(language) == "ur" else (*others, NASTALIQ)


def is_nastaliq(language: str) -> bool:
    """Whether words of the language are set in Nastaliq here."""
    return wants_nastaliq(language) and bool(repertoire(NASTALIQ))


def wants_nastaliq(language: str) -> bool:
    """Whether its readers expect Nastaliq."""
    return primary(language) == "ur" and script(language) == "Arab"


def at_hand(*, shaped: bool) -> tuple[str, ...]:
    """The families that may set a document; `shaped`: with those of other scripts, by Pango."""
    others = tuple(filter(repertoire, OTHER_SCRIPTS)) if shaped else ()
    return (*FAMILIES, *others, *SIGNS)


@cache
def signs() -> frozenset[str]:
    """All that the typefaces of signs have, less spaces."""
    return frozenset().union(*map(repertoire, SIGNS)) - frozenset(" \u00a0")


def signs_of(document: Document, family: str) -> dict[str, str]:
    """The typefaces of signs that a document needs beside this one, each with its signs."""
    text = "".join(text for text, _ in texts_of(document))
    if not _LIKE_SIGNS.search(text):
        return {}
    used, found = set(text) & signs() - repertoire(family), {}
    for name in SIGNS:
        if own := used & repertoire(name):
            found[name] = "".join(sorted(own))
            used -= own
    return found


@lru_cache(maxsize=4096)
def _of_signs(letter: str) -> str:
    """The typeface of signs that has it, or no name."""
    return next((name for name in SIGNS if letter in signs() & repertoire(name)), "")


def runs_of_signs(text: str, family: str) -> Iterator[Run]:
    """`text` in runs: what a family has, with no name, and signs that it has not, with that of
    their typeface."""
    if not _LIKE_SIGNS.search(text):
        yield Run("", text)  # nearly always; no typeface of signs need be opened
        return
    text = CHOOSES_A_FORM.sub("", text)
    lacks = signs() - repertoire(family)
    named = [_of_signs(one) if one in lacks else "" for one in text]
    for name, group in groupby(zip(named, text, strict=True), itemgetter(0)):
        yield Run(name, "".join(one for _, one in group))


def pieces(word: str, families: tuple[str, ...]) -> tuple[str, ...]:
    """A word in pieces that are each set in one family: whole if any of them has all its letters,
    else its letters and its signs apart."""
    needed = set(word) - _INVISIBLE - TURNS
    if not needed & signs() or any(needed <= repertoire(name) for name in families):
        return (word,)
    parts: list[str] = []
    family = ""
    for letter in word:
        own = family if letter in _INVISIBLE else _of_signs(letter)
        if not parts or own != family:
            parts.append("")
        parts[-1] += letter
        family = own
    return tuple(parts)


def lacking(text: str, families: tuple[str, ...]) -> str:
    """The characters of some words for which none of the families can spell the whole word."""
    if repertoire(families[0]).issuperset(text):
        return ""  # nearly always
    shaped = any(name in OTHER_SCRIPTS for name in families)
    passed = _INVISIBLE | TURNS if shaped else _INVISIBLE
    if set(text) - passed <= repertoire(families[0]):
        return ""
    missing: set[str] = set()
    for word in _WORD.findall(text):
        for piece in pieces(word, families):
            needed = set(piece) - passed
            if not any(needed <= repertoire(name) for name in families):
                missing |= needed.difference(*map(repertoire, families)) or needed
    return "".join(sorted(missing))


def lacking_in(document: Document) -> str:
    """The characters of a document's words that no typeface at hand has."""
    families = at_hand(shaped=needs_shaping(document))
    return "".join(
        sorted({sign for text, _ in texts_of(document) for sign in lacking(text, families)})
    )


def runs(text: str, family: str) -> Iterator[Run]:
    """`text` in runs of one family each; words are never cut, but for signs in them.

    Raises CannotSpell when a word has a character that no family has.
    """
    if set(text) - _INVISIBLE <= repertoire(family):
        if text:
            yield Run(family, text)  # nearly always
        return
    families = (family, *(name for name in (*FALLBACKS, *SIGNS) if name != family))
    current, before = family, ""
    for piece in (one for word in _WORD.findall(text) for one in pieces(word, families)):
        needed = set(piece) - _INVISIBLE
        chosen = next((name for name in families if needed <= repertoire(name)), None)
        if piece.isspace() and needed <= repertoire(current):
            chosen = current
        if chosen is None:
            missing = needed - frozenset().union(*(repertoire(name) for name in families))
            raise CannotSpell("".join(sorted(missing or needed)))
        if chosen != current and before:
            yield Run(current, before)
            before = ""
        current, before = chosen, before + piece
    if before:
        yield Run(current, before)
