"""Fields of a PDF form, for both engines: what they say, how they look, and the letters to type in.

A box to tick is drawn, empty and ticked; so no typeface of signs is needed, and viewers need not
draw anything anew (ISO 19005-2, 6.4.1: no NeedAppearances, no actions). Where one answer is chosen
its place is round, as people know it, and all places of the question are one field: a second choice
takes back the first. Room for words shows lines to write on, which give way to what is typed.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import md5
from itertools import pairwise
from typing import Literal

from exporter import fonts
from exporter.font_cutting import only, without_hints
from exporter.writers.operators import number, numbers

FieldKind = Literal["tick", "choice", "lines"]
FACE = "Typing"
"""The name of the typeface that readers type in."""
FALLBACK = "Arimo"
BOX = 1.3
"""The side of a box to tick, in sizes of the text."""
LEAST_BOX = 17.0
"""Points: what a pen and a finger can hit."""
PITCH = 2.1
"""From one line that readers write on to the next, in sizes of the text."""
LEAST_PITCH = 25.0
"""Points, nine millimetres: handwriting needs room, also in small print."""
_LETTERS = "".join(
    bytes([code]).decode("cp1252", "ignore") for code in range(32, 256) if code != 127
)
_FIRST, _LAST = 32, 255
_SEVERAL_LINES = 1 << 12
_NEVER_NONE, _RADIO = 1 << 14, 1 << 15
"""Flags of buttons: a chosen one stays chosen until another is; and they belong together
(ISO 32000-1, table 226)."""
_ROUND = 0.5523
"""How far the handles of a quarter of a circle are from its ends, in radii."""
_NONSYMBOLIC = 32
_CAPITALS = 0.7
"""The height of capitals, for viewers that look for another typeface: about that of most."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Which answer to which question a place is for: all places of one question are one field."""

    asks: str
    """The words of the question."""
    answer: str
    number: int
    """Of the answer, counted from 0: the name of its state (ISO 32000-1, 12.7.4.2.3, Opt)."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field, or one place of a choice: its name in the file, what it asks for, and the size of
    the text around it. The places of a choice have one name."""

    kind: FieldKind
    name: str
    asks: str
    size: float
    lines: int = 0
    choice: Choice | None = None

    @property
    def chosen(self) -> str:
        """The name of the state in which it is ticked."""
        return str(self.choice.number) if self.choice else "Yes"


def box_side(size: float) -> float:
    """The side of a box to tick beside words of this size, in points."""
    return max(LEAST_BOX, size * BOX)


def line_pitch(size: float) -> float:
    """From one line to write on to the next, in points."""
    return max(LEAST_PITCH, size * PITCH)


def looks(field: Field, width: float, height: float) -> Iterator[tuple[str, str]]:
    """Each state of a field by its name, drawn from 0, 0; room for words has one, of no name."""
    if field.kind == "lines":
        yield "", _lines(field, width, height)
        return
    if field.kind == "choice":
        yield from _round(field.chosen, width)
        return
    thick = max(1.0, width / 14)
    inside = width - thick
    box = f"1 g 0 G {number(thick)} w {numbers(thick / 2, thick / 2, inside, inside)} re B"
    yield "Off", f"q {box} Q"
    points = ((0.22, 0.52), (0.43, 0.28), (0.8, 0.76))
    moves = " ".join(
        f"{numbers(x * width, y * width)} {'l' if index else 'm'}"
        for index, (x, y) in enumerate(points)
    )
    yield "Yes", f"q {box} {number(thick * 1.8)} w 1 J 1 j {moves} S Q"


def _round(chosen: str, width: float) -> Iterator[tuple[str, str]]:
    """A ring, and one with a disc in it."""
    thick = max(1.0, width / 14)
    ring = f"1 g 0 G {number(thick)} w {_circle(width / 2, (width - thick) / 2)} B"
    yield "Off", f"q {ring} Q"
    yield chosen, f"q {ring} 0 g {_circle(width / 2, width * 0.27)} f Q"


def _circle(middle: float, radius: float) -> str:
    def at(x: float, y: float) -> str:
        return numbers(middle + x * radius, middle + y * radius)

    k = _ROUND
    quarters = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
    curves = " ".join(
        f"{at(x - k * y, y + k * x)} {at(u + k * v, v - k * u)} {at(u, v)} c"
        for (x, y), (u, v) in pairwise(quarters)
    )
    return f"{at(1, 0)} m {curves}"


def _lines(field: Field, width: float, height: float) -> str:
    """Lines to write on, then the place of what is typed (ISO 32000-1, 12.7.3.3)."""
    pitch = height / max(1, field.lines)
    ruled = " ".join(
        f"{numbers(0, pitch * line + 1)} m {numbers(width, pitch * line + 1)} l"
        for line in range(field.lines)
    )
    return f"q 0.35 G 0.8 w {ruled} S Q /Tx BMC EMC"


def entries(field: Field) -> dict[str, str]:
    """What the field says of itself, but for its words: those each engine writes in its own way.
    A place of a choice says only that it is not chosen; the rest is said once, for all of them."""
    if field.kind == "choice":
        return {"AS": "/Off"}
    if field.kind == "tick":
        return {"FT": "/Btn", "V": "/Off", "AS": "/Off"}
    return {
        "FT": "/Tx",
        "Ff": str(_SEVERAL_LINES),
        "DA": f"({default_look(field.size)})",
        "MK": "<</BC[0.35]>>",
        "BS": "<</W 1/S/S>>",
    }


CHOICE = {"FT": "/Btn", "Ff": str(_RADIO | _NEVER_NONE), "V": "/Off"}
"""What a choice says of itself, but for its words and places."""


def default_look(size: float) -> str:
    """The operators that what is typed begins with (ISO 32000-1, 12.7.3.3)."""
    return f"/{FACE} {number(size)} Tf 0 g"


@dataclass(frozen=True, slots=True)
class TypingFace:
    """A typeface with the letters of Western Europe, coded as keyboards there have them."""

    program: bytes
    font: tuple[tuple[str, str], ...]
    """The entries of its dictionary but the descriptor."""
    descriptor: tuple[tuple[str, str], ...]
    """Those of its descriptor but the program."""


@lru_cache(maxsize=16)
def typing_face(family: str) -> TypingFace:
    """The letters to type in: those of the document's family, where it has all of them."""
    if not frozenset(_LETTERS) - {"\xa0", "\xad"} <= fonts.repertoire(family):
        family = FALLBACK
    program = without_hints(only(fonts.data(family, "regular"), _LETTERS))
    tables = _tables(program)
    per_em = struct.unpack(">H", tables["head"][18:20])[0]
    box = struct.unpack(">4h", tables["head"][36:44])
    up, down = struct.unpack(">2h", tables["hhea"][4:8])

    def scaled(value: float) -> str:
        return f"{value * 1000 / per_em:.0f}"

    digest = md5(program, usedforsecurity=False).digest()
    tag = "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
    widths = " ".join(f"{_width(code, family):.0f}" for code in range(_FIRST, _LAST + 1))
    name = f"/{tag}+{family.replace(' ', '')}-Regular"
    font = {
        "Type": "/Font",
        "Subtype": "/TrueType",
        "BaseFont": name,
        "Encoding": "/WinAnsiEncoding",
        "FirstChar": str(_FIRST),
        "LastChar": str(_LAST),
        "Widths": f"[{widths}]",
    }
    descriptor = {
        "Type": "/FontDescriptor",
        "FontName": name,
        "Flags": str(_NONSYMBOLIC),
        "FontBBox": f"[{' '.join(map(scaled, box))}]",
        "ItalicAngle": "0",
        "Ascent": scaled(up),
        "Descent": scaled(down),
        "CapHeight": scaled(up * _CAPITALS),
        "StemV": "80",
    }
    return TypingFace(program, tuple(font.items()), tuple(descriptor.items()))


def _width(code: int, family: str) -> float:
    letter = bytes([code]).decode("cp1252", "ignore")
    return fonts.width(letter, family, 1000) if letter else 0.0


def _tables(program: bytes) -> dict[str, bytes]:
    """The tables of a TrueType file by their names (OpenType, "Table Directory")."""
    count = struct.unpack(">H", program[4:6])[0]
    tables = {}
    for index in range(count):
        tag, _, offset, length = struct.unpack(">4s3I", program[12 + 16 * index : 28 + 16 * index])
        tables[tag.decode("latin-1")] = program[offset : offset + length]
    return tables
