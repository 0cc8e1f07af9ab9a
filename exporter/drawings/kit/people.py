"""Who is in the drawings: adults of many ages and looks. A face looks where it is told to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from exporter.drawings.kit.hair import BACK, FRONT, beard
from exporter.drawings.kit.pen import (
    DARK,
    FINE,
    INK,
    MIDDLE,
    SAND,
    WHITE,
    Shapes,
    circle,
    dot,
    ellipse,
    fine,
    limb,
    path,
)

LIGHTEST, FAIR, TAN, BROWN, DEEP = "#f1c9a5", "#e8b48a", "#c98f5f", "#a9713f", "#7d4d30"
BLACK, BRUNETTE, CHESTNUT, SILVER, BLOND = "#2b2b2b", "#6b4a2f", "#8a5a2b", "#b9b9b9", "#caa15f"

Mood: TypeAlias = Literal[
    "smile",
    "talk",
    "calm",
    "happy",
    "sad",
    "angry",
    "worried",
    "confused",
    "pain",
    "asleep",
    "yawn",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """How somebody looks."""

    skin: str
    hair: str
    style: str
    clothes: str
    collar: str = "crew"
    glasses: bool = False
    bearded: bool = False
    hearing_aid: bool = False
    scarf: str = ""
    lined: bool = False
    """Whether age has left lines in the face."""


def wearing(person: Person, clothes: str, collar: str = "") -> Person:
    return replace(person, clothes=clothes, collar=collar or person.collar)


ADA = Person(skin=DEEP, hair=BLACK, style="afro", clothes=SAND)
ALI = Person(skin=BROWN, hair=BLACK, style="cropped", clothes=WHITE, bearded=True, collar="shirt")
BETH = Person(skin=FAIR, hair=BRUNETTE, style="bun", clothes=MIDDLE, collar="vneck")
CARL = Person(
    skin=LIGHTEST, hair=SILVER, style="bald", clothes=MIDDLE, collar="cardigan", glasses=True,
    lined=True,
)  # fmt: skip
DAN = Person(skin=LIGHTEST, hair=BRUNETTE, style="short", clothes=DARK)
FAY = Person(skin=TAN, hair=BLACK, style="scarf", clothes=MIDDLE, scarf=DARK)
GWEN = Person(
    skin=FAIR, hair=SILVER, style="curly", clothes=MIDDLE, collar="vneck", glasses=True, lined=True,
    hearing_aid=True,
)  # fmt: skip
HANA = Person(skin=LIGHTEST, hair=BLACK, style="bob", clothes=SAND, collar="vneck")
IDA = Person(skin=BROWN, hair=BLACK, style="long", clothes=DARK, collar="vneck")
JON = Person(
    skin=LIGHTEST, hair=CHESTNUT, style="cropped", clothes=SAND, glasses=True, collar="polo"
)
KOFI = Person(skin=DEEP, hair=BLACK, style="cropped", clothes=MIDDLE, collar="shirt", glasses=True)
RAJ = Person(skin=BROWN, hair=SAND, style="turban", clothes=WHITE, collar="suit", bearded=True)


def head(person: Person, mood: Mood = "smile", look: float = 0, tilt: float = 0) -> Shapes:
    """Face, ears and hair around (0, 0), 64 wide; `look` from -1 (left) to 1 (right), `tilt` up or
    down in the same measure."""
    return (*_ears(person, look), *face(person), *_front(person, mood, look, tilt))


def behind(person: Person) -> Shapes:
    """The hair that hangs behind neck and shoulders."""
    return BACK[person.style](person.scarf or person.hair)


_FACE = (
    "M-31.9-7.6C-31.9-36.2-15.4-46.1 0-46.1S31.9-36.2 31.9-7.6C31.9 14.4 28.6 23.2 22 33.1"
    "C15.4 41.9 7.7 46.3 0 46.3S-15.4 41.9-22 33.1C-28.6 23.2-31.9 14.4-31.9-7.6Z"
)


def face(person: Person) -> Shapes:
    """The face alone, without eyes or mouth."""
    return (path(_FACE, person.skin),)


def _ears(person: Person, look: float) -> Shapes:
    if person.style == "scarf":
        return ()
    sides = [side for side in (-1, 1) if side * look < 0.5]
    return tuple(ellipse(side * 32.4, 3.4, 7.2, 10.5, person.skin) for side in sides)


def _front(person: Person, mood: Mood, look: float, tilt: float) -> Shapes:
    x, y = 10 * look, 4 * tilt
    shapes: Shapes = (
        beard(person.hair if person.style != "turban" else BLACK, person.skin, x)
        if person.bearded
        else ()
    )
    shapes += (*_eyes(mood, x, y), *_nose(x, y, look), *_mouth(mood, x * 0.9, y))
    if person.lined:
        shapes += (fine(f"M{x - 17} {y + 20}q-3 4-2 8M{x + 17} {y + 20}q3 4 2 8", line=2.4),)
    if person.glasses:
        shapes += _glasses(x, y, look)
    shapes += FRONT[person.style](person.scarf or person.hair)
    if person.hearing_aid:
        shapes += _hearing_aid(-1 if look >= 0 else 1)
    return shapes


def _hearing_aid(side: int) -> Shapes:
    x = side * 35
    return (
        *limb(f"M{x + side}-9C{x + side * 8}-9 {x + side * 10} 4 {x + side * 6} 12", SAND, 5),
        fine(f"M{x}-9Q{x - side * 7}-6 {x - side * 4} 4", line=2.6),
        dot(x - side * 3.5, 5, 3),
    )


def _eyes(mood: Mood, x: float, y: float) -> Shapes:
    left, right = x - 13.5, x + 13.5
    brows = {
        "sad": f"M{left - 7} {y - 10}q5-5 13-7M{right + 7} {y - 10}q-5-5-13-7",
        "worried": f"M{left - 7} {y - 10}q5-6 13-8M{right + 7} {y - 10}q-5-6-13-8",
        "pain": f"M{left - 7} {y - 12}q7-1 12 4M{right + 7} {y - 12}q-7-1-12 4",
        "angry": f"M{left - 7} {y - 15}q7 1 13 7M{right + 7} {y - 15}q-7 1-13 7",
        "confused": f"M{left - 7} {y - 9}q6-4 13-2M{right - 6} {y - 15}q6-6 13-1",
        "happy": f"M{left - 7} {y - 13}q7-7 13-2M{right + 7} {y - 13}q-7-7-13-2",
        "talk": f"M{left - 7} {y - 12}q7-6 13-3M{right + 7} {y - 12}q-7-6-13-3",
    }.get(mood, f"M{left - 7} {y - 10}q7-6 13-3M{right + 7} {y - 10}q-7-6-13-3")
    if mood in ("asleep", "yawn"):
        return (
            fine(f"M{left - 6} {y}q6 6 12 0M{right - 6} {y}q6 6 12 0"),
            fine(brows),
        )
    if mood == "pain":
        return (
            fine(f"M{left - 5} {y - 3}l9 4-9 3M{right + 5} {y - 3}l-9 4 9 3"),
            fine(brows),
        )
    return (dot(left, y, 3.7), dot(right, y, 3.7), fine(brows))


def _nose(x: float, y: float, look: float) -> Shapes:
    side = -1 if look < -0.2 else 1
    d = f"c{side * 2.2} 6.6 {side * 6.6} 11 {side * 4.4} 13.7q{side * -3.3} 2.2 {side * -7.7} .6"
    return (fine(f"M{x + side * 1.2} {y + 2.3}{d}"),)


def _mouth(mood: Mood, x: float, y: float) -> Shapes:
    y += 27
    match mood:
        case "talk":
            return (
                path(f"M{x - 9} {y - 2}C{x - 5} {y - 4} {x + 5} {y - 4} {x + 9} {y - 2}"
                     f"C{x + 9} {y + 7} {x + 5} {y + 11} {x} {y + 11}S{x - 9} {y + 7} {x - 9} {y - 2}Z",
                     "#7a2f2a", line=FINE),
                fine(f"M{x - 5} {y + 0.6}H{x + 5}", WHITE, 3),
            )  # fmt: skip
        case "happy":
            return (
                path(f"M{x - 14} {y - 3}C{x - 6} {y} {x + 6} {y} {x + 14} {y - 3}"
                     f"C{x + 13} {y + 7} {x + 6} {y + 11} {x} {y + 11}S{x - 13} {y + 7} {x - 14} {y - 3}Z",
                     WHITE, line=FINE),
            )  # fmt: skip
        case "sad":
            return (fine(f"M{x - 11} {y + 6}q11-10 22 0"),)
        case "worried":
            return (fine(f"M{x - 11} {y + 4}q5-6 10-2q6 4 12-2"),)
        case "confused":
            return (fine(f"M{x - 9} {y + 4}q8-4 18-3"),)
        case "angry":
            return (fine(f"M{x - 11} {y + 4}q11-6 22 0"),)
        case "pain":
            return (path(f"M{x - 11} {y + 5}q11-10 22 0q-11-3-22 0z", WHITE, line=FINE),)
        case "yawn":
            return (ellipse(x, y + 2, 9, 11, "#7a2f2a", line=FINE),)
        case "calm" | "asleep":
            return (fine(f"M{x - 8} {y}q8 4 16 0"),)
        case _:
            return (fine(f"M{x - 11} {y - 2}q11 10 22 0"),)


def _glasses(x: float, y: float, look: float) -> Shapes:
    near, far = (-1, 1) if look >= 0 else (1, -1)
    shapes = (
        circle(x - 13.5, y, 10.5, "", INK, FINE),
        circle(x + 13.5, y, 10.5, "", INK, FINE),
        fine(f"M{x - 3} {y - 2}q3-3 6 0M{x + near * 24} {y - 1}L{near * 30} {y - 2}"),
    )
    return (
        shapes
        if abs(look) > 0.4
        else (*shapes, fine(f"M{x + far * 24} {y - 2}L{far * 31} {y - 4}"))
    )
