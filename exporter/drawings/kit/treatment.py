"""Drawings of tests, treatment and keeping well."""

from __future__ import annotations

from collections.abc import Callable

from exporter.drawings.kit import people as p
from exporter.drawings.kit.bodies import (
    FLOOR,
    SEAT,
    SIDE,
    arm,
    chair,
    seated,
    waist_up,
    wheelchair_behind,
    wheelchair_front,
)
from exporter.drawings.kit.feelings import portrait
from exporter.drawings.kit.hands import hand
from exporter.drawings.kit.pen import (
    DARK,
    FINE,
    GREY,
    INK,
    MIDDLE,
    SAND,
    WHITE,
    Shapes,
    box,
    circle,
    fine,
    limb,
    moved,
    path,
)
from exporter.drawings.kit.things import RED, disc, ground, stage


def _exercise() -> Shapes:
    k = 0.7
    weight = (
        *limb("M-40 0H40", GREY, 5),
        box(-46, -20, 14, 40, 4, DARK),
        box(32, -20, 14, 40, 4, DARK),
    )
    one = (
        *wheelchair_behind(),
        *seated(p.ADA, "happy", 0.6, trousers=DARK),
        *wheelchair_front(),
        *moved(weight, 92, 18, 0.8),
        *arm(p.ADA, 1, (70, 140), (92, 50), "fist", -88, shoulder=SIDE),
    )
    return (*stage(), *moved(one, 180, 300 - (FLOOR + 18) * k, k), ground())


def _eye_test() -> Shapes:
    rows = tuple(
        box(x - size / 2, y - size / 2, size, size, 2, INK if (i + j) % 2 else DARK, line=0)
        for i, (y, size, many) in enumerate(((70, 30, 1), (112, 22, 2), (148, 15, 3), (178, 10, 4)))
        for j, x in enumerate(290 + (n - (many - 1) / 2) * size * 1.9 for n in range(many))
    )
    spoon = (*limb("M0 30V86", GREY, 7), circle(0, 0, 24, DARK))
    ada = p.wearing(p.ADA, MIDDLE, "vneck")
    up = arm(ada, -1, (-80, 142), (-20, 76), "fist", -70, True)
    return (
        *stage(),
        box(232, 36, 116, 170, 6, WHITE),
        *rows,
        *waist_up(ada, 122, 142, 0.9, "talk", 0.3, hangs=(1,)),
        *moved(spoon, 112, 142, 0.6),
        *moved(up, 122, 142, 0.9),
        ground(),
    )


def _diabetes() -> Shapes:
    meter = (
        box(-52, -76, 104, 152, 22, DARK),
        box(-36, -58, 72, 56, 5, WHITE, line=4),
        path("M-22-20L-8-40L6-26L22-46", "", MIDDLE, 6),
        circle(0, 34, 16, SAND),
        box(-12, -112, 24, 40, 3, WHITE, line=4),
    )
    drop = path("M0-13C6-4 10 1 10 7C10 18-10 18-10 7C-10 1-6-4 0-13Z", RED, line=4)
    return (
        disc(),
        *moved(meter, 262, 190),
        *moved(hand("pointing", p.BROWN, 0, 0, -14, 1.9), 92, 148),
        *limb("M50 158L84 150", MIDDLE, 50),
        *moved((drop,), 190, 92, 1.2),
    )


def _mask() -> Shapes:
    kofi = p.wearing(p.HANA, SAND)
    mask = (
        path("M-31 8C-14 2 14 2 31 8L27 32C16 50-16 50-27 32Z", "#b9cbd8", line=FINE),
        fine("M-22 18H22M-21 27H21", WHITE, 3),
        fine("M-31 10L-36-2M31 10L36-2"),
    )
    return portrait(kofi, "calm", 0, 0, mask)


def _physio() -> Shapes:
    k = 0.62
    ali = p.wearing(p.RAJ, SAND, "crew")
    lift = (
        *chair(MIDDLE),
        *limb("M-18 205L92 200L176 176", DARK, 34),
        path("M170 196L164 160L186 150C196 158 200 176 200 196Z", INK),
        path(
            f"M-15 60C-30 74-40 92-40 120L-42 {SEAT + 14}H34L36 130C38 100 28 74 15 60Z",
            ali.clothes,
        ),
        path("M-15 26L-17 60Q0 76 15 60L14 28Z", ali.skin),
        *p.head(ali, "smile", 0.9),
        *arm(ali, 1, (-6, 178), (34, 196), "resting", shoulder=SIDE),
    )
    beth = p.wearing(p.BETH, MIDDLE, "tunic")
    holds = arm(beth, -1, (-78, 170), (-104, 158), "cupped", 176, True)
    return (
        *stage(),
        *moved(lift, 92, 300 - FLOOR * k, k),
        *waist_up(beth, 304, 112, 0.8, "talk", -0.7, 0.4, hangs=(1,)),
        *moved(holds, 304, 112, 0.8),
        ground(14, 390),
    )


DRAWINGS: dict[str, Callable[[], Shapes]] = {
    "exercise": _exercise,
    "eye-test": _eye_test,
    "diabetes": _diabetes,
    "face-mask": _mask,
    "physiotherapy": _physio,
}
