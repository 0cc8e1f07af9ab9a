"""Drawings of who people are, and of what they live with."""

from __future__ import annotations

from collections.abc import Callable

from exporter.drawings.kit import people as p
from exporter.drawings.kit.bodies import (
    FLOOR,
    SIDE,
    TALL,
    arm,
    standing,
    waist_up,
    walking,
    wheelchair_behind,
    wheelchair_front,
)
from exporter.drawings.kit.pen import (
    CREAM,
    DARK,
    FINE,
    GREY,
    INK,
    LIGHT,
    MIDDLE,
    PALE,
    SAND,
    WHITE,
    Shapes,
    box,
    circle,
    dot,
    fine,
    limb,
    moved,
    path,
    thinner,
)
from exporter.drawings.kit.things import RED, disc, ground, question, stage, thought, tick
from exporter.drawings.kit.travel import wheelchair_user


def _women() -> Shapes:
    return (
        *stage(),
        *thinner(waist_up(p.wearing(p.HANA, MIDDLE), 72, 140, 0.74, "smile", 0.4), 0.94),
        *thinner(waist_up(p.wearing(p.FAY, SAND), 328, 140, 0.74, "smile", -0.4), 0.94),
        *thinner(waist_up(p.wearing(p.ADA, DARK), 158, 124, 0.76, "happy", 0.2), 0.94),
        *thinner(waist_up(p.wearing(p.GWEN, CREAM), 246, 130, 0.76, "smile", -0.2), 0.94),
        ground(14, 386),
    )


def _men() -> Shapes:
    return (
        *stage(),
        *thinner(waist_up(p.wearing(p.KOFI, MIDDLE), 72, 140, 0.74, "smile", 0.4), 0.94),
        *thinner(waist_up(p.wearing(p.DAN, SAND), 328, 140, 0.74, "smile", -0.4), 0.94),
        *thinner(waist_up(p.wearing(p.RAJ, DARK), 158, 128, 0.76, "happy", 0.2), 0.94),
        *thinner(waist_up(p.wearing(p.CARL, MIDDLE), 246, 128, 0.76, "smile", -0.2), 0.94),
        ground(14, 386),
    )


def _disabled_people() -> Shapes:
    k = 0.56
    dan = p.wearing(p.IDA, SAND)
    cane = limb("M66 206L96 396", WHITE, 5)
    blind = (
        *standing(dan, "smile", -0.4, trousers=DARK),
        circle(-17.5, 0, 11, INK, line=FINE),
        circle(9.5, 0, 11, INK, line=FINE),
        fine("M18-2h13M-7-2h6"),
        *cane,
        *arm(dan, -1, (-62, 160), (-58, 210), "resting", 92),
        *arm(dan, 1, (64, 158), (62, 200), "fist", 80, True),
    )
    gwen = (
        *standing(p.GWEN, "smile", 0.4, trousers=GREY),
        *arm(p.GWEN, -1, (-62, 160), (-58, 210), "resting", 92),
        *arm(p.GWEN, 1, (62, 160), (58, 210), "resting", 88, True),
    )
    return (
        *stage(),
        *thinner(moved(gwen, 66, 300 - TALL * k, k), 0.86),
        *thinner(moved(blind, 332, 300 - TALL * k, k), 0.86),
        *wheelchair_user(p.KOFI, 190, 0.7),
        ground(14, 386),
    )


def _older() -> Shapes:
    k = 0.6
    carl = p.CARL
    stick = limb("M76 214V394", SAND, 6)
    one = (
        *standing(carl, "smile", 0.2, trousers=GREY),
        *stick,
        *limb("M62 210H92", SAND, 7),
        *arm(carl, -1, (-62, 160), (-58, 210), "resting", 92),
        *arm(carl, 1, (66, 160), (76, 206), "fist", 90, True),
    )
    return (*stage(), *moved(one, 196, 300 - TALL * k, k), ground())


def _frame() -> Shapes:
    k = 0.6
    gwen = p.GWEN
    frame = (
        *limb("M40 226H128L140 394M52 226L48 394M46 310H134", GREY, 7),
        circle(140, 390, 10, INK),
        circle(48, 390, 10, INK),
    )
    one = (
        *standing(gwen, "smile", 0.6, trousers=DARK),
        *frame,
        *arm(gwen, 1, (34, 176), (70, 212), "fist", 40, shoulder=SIDE),
    )
    return (*stage(), *moved(one, 168, 300 - TALL * k, k), ground())


def _wheelchair() -> Shapes:
    whole = (
        *wheelchair_behind(),
        box(-50, 205, 116, 24, 8, MIDDLE),
        box(-60, 104, 24, 112, 8, MIDDLE),
        *limb("M-44 172H40V202", GREY, 7),
        *wheelchair_front(),
    )
    k = 1.08
    return (*stage(), *moved(whole, 192, 300 - (FLOOR + 18) * k, k), ground())


def _mental_health() -> Shapes:
    jon = p.wearing(p.DAN, MIDDLE)
    up = arm(jon, 1, (84, 146), (36, 66), "resting", -104, True)
    knot = path(
        "M-46 10C-60-20-20-44 6-30C36-14 8 24-18 14C-44 2-14-36 20-30C56-22 54 22 22 26C-10 30-32 0-6-16"
        "C20-30 48-4 36 20", "", DARK, 5,
    )  # fmt: skip
    return (
        *stage(),
        *waist_up(jon, 140, 138, 0.94, "worried", 0.3, 0.4, arms=up, hangs=(-1,)),
        *thought(226, 18, 144, 104, (186, 108)),
        *moved((knot,), 298, 70),
        ground(),
    )


def _dementia() -> Shapes:
    carl = p.CARL
    piece = path("M-22-22H-8C-14-40 14-40 8-22H22V-8C40-14 40 14 22 8V22H-22Z", SAND)
    return (
        *stage(),
        *waist_up(carl, 140, 138, 0.94, "confused", 0.3, hangs=(-1, 1)),
        *thought(226, 18, 144, 104, (186, 108)),
        *moved((piece,), 276, 72, 0.9),
        *moved(question(MIDDLE), 330, 66, 0.75),
        ground(),
    )


def _pregnant() -> Shapes:
    ida = p.wearing(p.IDA, MIDDLE)
    k = 0.64
    belly = path("M6 126C72 128 92 182 38 212H-30V126Z", MIDDLE)
    one = (
        *walking(ida, "smile", 0.8, trousers=DARK),
        belly,
        path("M-30 128H6V214H-30Z", MIDDLE, MIDDLE, 1),
        *arm(ida, 1, (-8, 178), (42, 172), "resting", 10, shoulder=SIDE),
    )
    return (*stage(), *moved(one, 196, 300 - TALL * k, k), ground())


def _baby() -> Shapes:
    ada = p.wearing(p.ADA, MIDDLE)
    child = p.Person(skin=p.DEEP, hair=p.BLACK, style="bald", clothes=WHITE)
    wrap = (
        path("M-70 10C-60-30-10-40 40-24C76-12 84 24 60 34C20 48-50 44-70 10Z", CREAM),
        *thinner(moved(p.face(child), -40, -2, 0.62, -20), 0.8),
        *thinner(
            moved((fine("M-18 0q6 6 12 0M6 0q6 6 12 0M-6 22q6 5 12 0"),), -40, -2, 0.62, -20), 1
        ),
    )
    left = arm(ada, -1, (-84, 158), (-20, 166), "", 0)
    right = arm(ada, 1, (84, 156), (20, 160), "resting", 172, True)
    return (
        *stage(),
        *waist_up(ada, 200, 108, 0.96, "smile", -0.4, 0.9, hangs=()),
        *moved(left, 200, 108, 0.96),
        *moved(wrap, 204, 236, 1.05),
        *moved(right, 200, 108, 0.96),
        ground(),
    )


def _smoking() -> Shapes:
    return (
        disc(),
        circle(200, 160, 104, WHITE, RED, 18),
        box(122, 162, 118, 24, 2, WHITE),
        box(240, 162, 34, 24, 2, SAND),
        path("M262 146c-12-14 12-22 0-38M284 146c-12-14 12-22 0-38", "", GREY, 6),
        path("M128 88L272 232", "", RED, 18),
    )


def _alcohol() -> Shapes:
    bottle = path(
        "M-16-110H16V-62C16-48 34-44 34-20V84Q34 92 26 92H-26Q-34 92-34 84V-20C-34-44-16-48-16-62Z",
        MIDDLE,
    )
    glass = (
        path("M-36-62H36C38-20 26 4 4 8V60H28V70H-28V60H-4V8C-26 4-38-20-36-62Z", WHITE),
        path("M-32-34H32C30-10 20 2 0 2S-30-10-32-34Z", RED, line=FINE),
    )
    return (
        *stage(),
        *moved((bottle, box(-34, 0, 68, 48, 0, CREAM, line=4)), 148, 208),
        *moved(glass, 268, 230),
        ground(),
    )


def _weight() -> Shapes:
    return (
        *stage(),
        path(
            "M96 286V120Q96 92 124 92H276Q304 92 304 120V286Q304 298 292 298H108Q96 298 96 286Z",
            WHITE,
        ),
        path("M140 172C140 120 260 120 260 172Z", PALE),
        *(dot(x, y, 3.4) for x, y in ((156, 160), (174, 146), (200, 141), (226, 146), (244, 160))),
        path("M200 172L222 150", "", RED, 6),
        box(124, 196, 60, 86, 12, LIGHT, line=4),
        box(216, 196, 60, 86, 12, LIGHT, line=4),
        ground(),
    )


def _scan() -> Shapes:
    return (
        *stage(),
        circle(248, 160, 122, WHITE),
        circle(248, 160, 66, DARK),
        *limb("M74 296V232M180 296V232", GREY, 10),
        box(24, 206, 240, 24, 8, MIDDLE),
        path("M82 204C82 176 110 166 150 170L252 186V204Z", CREAM),
        *moved((*p.head(p.DAN, "calm", 0.1),), 64, 174, 0.62, -78),
        ground(14, 386),
    )


def _decide_alone() -> Shapes:
    one = wheelchair_user(p.wearing(p.ADA, SAND), 132, 0.66)
    return (
        *stage(),
        *one,
        *limb("M308 296V90", GREY, 7),
        path("M250 96H340L362 118L340 140H250Z", MIDDLE),
        path("M360 158H276L254 180L276 202H360Z", SAND),
        tick(298, 120, 0.6, WHITE, 8),
        ground(14, 390),
    )


DRAWINGS: dict[str, Callable[[], Shapes]] = {
    "women": _women,
    "men": _men,
    "decide-for-yourself": _decide_alone,
    "disabled-people": _disabled_people,
    "older-person": _older,
    "walking-frame": _frame,
    "wheelchair": _wheelchair,
    "mental-health": _mental_health,
    "dementia": _dementia,
    "pregnant": _pregnant,
    "baby": _baby,
    "no-smoking": _smoking,
    "alcohol": _alcohol,
    "weight": _weight,
    "scan": _scan,
}
