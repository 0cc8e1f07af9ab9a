"""Bodies: from the chest up, seated and standing. Every measure is that of a head 64 wide at (0, 0)."""

from __future__ import annotations

import math
from dataclasses import replace

from exporter.drawings.kit.hands import hand
from exporter.drawings.kit.pen import (
    DARK,
    FINE,
    GREY,
    INK,
    SAND,
    WHITE,
    Shapes,
    box,
    circle,
    fine,
    limb,
    moved,
    patch,
    path,
)
from exporter.drawings.kit.people import Mood, Person, behind, head

SHOULDER = (46.0, 102.0)
SIDE = (0.0, 104.0)
"""The shoulder of somebody seen from the side."""
SLEEVE = 27.0
SEAT, FLOOR, TALL = 205.0, 318.0, 400.0
"""Where one sits; where the floor is under somebody who sits, and under somebody who stands."""

_SHADED = {
    "#f1c9a5": "#d9ab83", "#e8b48a": "#c8946b", "#c98f5f": "#a97345", "#a9713f": "#885830",
    "#7d4d30": "#623a22",
}  # fmt: skip


def arm(
    person: Person,
    side: int,
    elbow: tuple[float, float],
    wrist: tuple[float, float],
    kind: str = "resting",
    turn: float | None = None,
    flip: bool = False,
    shoulder: tuple[float, float] = SHOULDER,
    sleeve: str = "",
    flat: bool = False,
) -> Shapes:
    """An arm on the left (-1) or right (1) of the picture, bent at the elbow. The hand goes on in
    the line of the forearm, or is turned to an angle of its own. Its shoulder is one with the chest
    unless it lies flat on it."""
    x, y = side * shoulder[0], shoulder[1]
    (ex, ey), (wx, wy) = elbow, wrist
    before, after = _towards(ex, ey, x, y, 16), _towards(ex, ey, wx, wy, 16)
    angle = math.degrees(math.atan2(wy - ey, wx - ex)) if turn is None else turn
    d = f"M{x} {y}L{before[0]} {before[1]}Q{ex} {ey} {after[0]} {after[1]}L{wx} {wy}"
    shown = hand(kind, person.skin, wx, wy, angle, 1.1, flip) if kind else ()
    colour = sleeve or person.clothes
    if flat or person.style == "scarf":
        return (*shown, *limb(d, colour, SLEEVE))
    inner = 12 if person.collar == "suit" else 20
    joint = path(
        f"M{x} {y + 1}L{x - side * inner if x else -3} {y if x else y - 16}", "", colour, 0
    )
    return (*shown, *limb(d, colour, SLEEVE), replace(joint, bone=SLEEVE - 2))


def _towards(x: float, y: float, to_x: float, to_y: float, far: float) -> tuple[float, float]:
    length = math.hypot(to_x - x, to_y - y) or 1
    step = min(far, length / 2) / length
    return round(x + (to_x - x) * step, 1), round(y + (to_y - y) * step, 1)


def hanging(person: Person, side: int, base: float, sleeve: str = "") -> Shapes:
    """An arm that hangs, as far down as `base`."""
    d = (
        f"M{side * 44} 87C{side * 60} 91 {side * 63} 108 {side * 66} {min(130, base - 6)}L{side * 71} {base}"
        f"H{side * 47}L{side * 43} {min(132, base - 6)}"
    )
    return (path(d, sleeve or person.clothes),)


def waist_up(
    person: Person,
    x: float,
    y: float,
    size: float,
    mood: Mood = "smile",
    look: float = 0,
    tilt: float = 0,
    arms: Shapes = (),
    hangs: tuple[int, ...] = (-1, 1),
    floor: float = 300,
) -> Shapes:
    """A `bust` with its face at (x, y) that ends at the floor; the arms that hang, and others."""
    base = (floor - y) / size
    sleeve = DARK if person.collar == "suit" else ""
    hung = tuple(shape for side in hangs for shape in hanging(person, side, base, sleeve))
    return moved((*bust(person, mood, look, tilt, base), *hung, *arms), x, y, size)


def bust(
    person: Person, mood: Mood = "smile", look: float = 0, tilt: float = 0, base: float = 205
) -> Shapes:
    """Somebody from the waist up, seen from in front. Arms are added in front."""
    waist = min(150, base - 1)
    torso = (
        f"M-17 60C-20 72-40 78-50 86C-60 92-62 104-58 120L-46 {waist}L-48 {base}H48L46 {waist}"
        "L58 120C62 104 60 92 50 86C40 78 20 72 17 60Z"
    )
    return (
        *behind(person),
        path(torso, person.clothes),
        *neck(person),
        *collar(person, base),
        *head(person, mood, look, tilt),
    )


def neck(person: Person) -> Shapes:
    """The neck of somebody seen from in front."""
    if person.style == "scarf":
        return ()
    return (
        path("M-15 28L-16 62Q0 78 16 62L15 28Z", person.skin),
        patch("M-12.5 42Q0 56 12.5 42V36H-12.5Z", _SHADED.get(person.skin, person.skin)),
    )


def collar(person: Person, base: float) -> Shapes:
    """What is at the neck of somebody's clothes, and down to `base`."""
    match person.collar:
        case "vneck":
            return (
                patch("M-16 57L0 94L16 57Z", person.skin),
                path("M-17 61L0 95L17 61"),
            )
        case "shirt" | "polo":
            end = base if person.collar == "shirt" else 128
            return (
                path("M-16 60L-22 72L-6 86L0 74L6 86L22 72L16 60Q0 76-16 60Z", person.clothes, line=4),
                fine(f"M0 76V{end}"),
            )  # fmt: skip
        case "suit":
            return (
                path(f"M-16 60L-12 {base}H12L16 60Q0 78-16 60Z", WHITE, line=FINE),
                path(f"M-17 60C-30 68-28 78-28 92L-12 130L-2 {base}H-48L-46 150L-58 120C-62 104-60 92-50 86C-40 78-20 72-17 60Z", DARK),
                path(f"M17 60C30 68 28 78 28 92L12 130L2 {base}H48L46 150L58 120C62 104 60 92 50 86C40 78 20 72 17 60Z", DARK),
            )  # fmt: skip
        case "coat":
            return (
                path("M-16 62L0 100L16 62Q0 76-16 62Z", "#6f8ea6", line=4),
                path(f"M-17 60L-26 78L-14 94L0 120L14 94L26 78L17 60M0 120V{base}", "", line=4),
            )
        case "cardigan":
            return (
                path(f"M-14 62C-20 90-12 130-10 {base}H10C12 130 20 90 14 62Q0 78-14 62Z", WHITE, line=4),
            )  # fmt: skip
        case "tunic":
            return (
                patch("M-16 57L0 90L16 57Z", person.skin),
                path("M-18 61L0 92L18 61", "", WHITE, 9),
                path("M-18 61L0 92L18 61", "", line=FINE),
                path("M22 122h18v10h-18z", WHITE, line=FINE),
            )
        case "lanyard":
            return (
                patch("M-16 57L0 90L16 57Z", person.skin),
                path("M-17 61L0 91L17 61", "", line=4),
                path("M-18 64L-4 134M18 64L4 134", "", SAND),
                box(-16, 132, 32, 38, 4, WHITE, line=4),
                circle(0, 146, 5, SAND, line=0),
                fine("M-8 160H8"),
            )
        case _:
            return (path("M-17 61Q0 82 17 61", "", line=4),) if person.style != "scarf" else ()


def seated(
    person: Person,
    mood: Mood = "smile",
    look: float = 0.9,
    tilt: float = 0,
    trousers: str = GREY,
    knee: float = 92,
) -> Shapes:
    """Somebody who sits, seen from their left side, who looks to the right. Arms are added."""
    torso = f"M-15 60C-30 74-40 92-40 120L-42 {SEAT + 14}H34L36 130C38 100 28 74 15 60Z"
    shin = f"M{knee} {SEAT - 6}L{knee + 4} {FLOOR - 22}"
    return (
        *behind(person),
        *_shoe(knee + 4),
        *limb(shin, trousers, 30),
        *limb(f"M-18 {SEAT}L{knee} {SEAT - 4}", trousers, 36),
        path(torso, person.clothes),
        *_side_neck(person),
        *head(person, mood, look, tilt),
    )


def _side_neck(person: Person) -> Shapes:
    if person.style == "scarf":
        return ()
    return (
        path("M-15 26L-17 60Q0 76 15 60L14 28Z", person.skin),
        patch("M-12 42Q2 54 11.5 44V36H-12Z", _SHADED.get(person.skin, person.skin)),
        *((path("M-17 60Q0 78 15 60", "", line=4),)),
    )


def _shoe(x: float, y: float = FLOOR) -> Shapes:
    return (
        path(
            f"M{x - 17} {y}V{y - 20}H{x + 13}C{x + 18} {y - 12} {x + 36} {y - 14} {x + 38} {y}Z",
            INK,
        ),
    )


def standing(
    person: Person, mood: Mood = "smile", look: float = 0, tilt: float = 0, trousers: str = GREY
) -> Shapes:
    """Somebody who stands on the floor at `TALL`, seen from in front. Arms are added."""
    shoes = (
        path(f"M-6 {TALL}V{TALL - 14}H-36C-40 {TALL - 8}-46 {TALL - 8}-46 {TALL}Z", INK),
        path(f"M6 {TALL}V{TALL - 14}H36C40 {TALL - 8} 46 {TALL - 8} 46 {TALL}Z", INK),
    )
    return (
        *shoes,
        *limb(f"M-24 196L-22 {TALL - 22}", trousers, 32),
        *limb(f"M24 196L22 {TALL - 22}", trousers, 32),
        *bust(person, mood, look, tilt, 214),
    )


def walking(
    person: Person, mood: Mood = "smile", look: float = 0.9, trousers: str = GREY
) -> Shapes:
    """Somebody who goes to the right. Arms are added."""
    torso = "M-15 60C-30 74-38 92-38 120L-36 214H36L36 130C38 100 28 74 15 60Z"
    return (
        *behind(person),
        *moved(_shoe(-66, 0), 0, TALL - 6, 1),
        *limb(f"M-6 200L-26 290L-68 {TALL - 28}", trousers, 31),
        *_shoe(58, TALL),
        *limb(f"M6 200L46 286L58 {TALL - 22}", trousers, 32),
        path(torso, person.clothes),
        *_side_neck(person),
        *head(person, mood, look),
    )


def chair(colour: str = SAND) -> Shapes:
    """A chair under somebody who is `seated`."""
    return (
        *limb(f"M-58 96L-52 {SEAT + 26}", colour, 9),
        *limb(f"M-52 {SEAT + 28}H66", colour, 9),
        *limb(f"M-46 {SEAT + 36}L-52 {FLOOR - 3}M58 {SEAT + 36}L62 {FLOOR - 3}", colour, 7),
    )


def wheelchair_behind() -> Shapes:
    """The far side of a wheelchair, drawn before the person who is `seated` in it."""
    return (
        *limb(f"M-78 92H-60Q-50 92-50 104L-46 {SEAT + 30}H62", GREY, 7),
        *limb("M-82 92h14", INK, 6),
    )


def wheelchair_front() -> Shapes:
    """Wheel, armrest and footrest, drawn after the person."""
    return (
        *limb(f"M60 {SEAT + 32}L84 {FLOOR - 8}L128 {FLOOR - 4}", GREY, 6),
        circle(72, FLOOR + 1, 15, WHITE),
        circle(72, FLOOR + 1, 3, INK, line=0),
        circle(-14, FLOOR - 54, 70, "", INK, 10),
        circle(-14, FLOOR - 54, 58, "", GREY, 4),
        fine(
            f"M-14 {FLOOR - 112}V{FLOOR + 4}M-72 {FLOOR - 54}H44"
            f"M-55 {FLOOR - 95}L27 {FLOOR - 13}M27 {FLOOR - 95}L-55 {FLOOR - 13}",
            GREY,
            2.6,
        ),
        circle(-14, FLOOR - 54, 9, SAND),
    )
