"""Drawings of people with one another: at home, at work, in groups."""

from __future__ import annotations

import math
from collections.abc import Callable

from exporter.drawings.kit import people as p
from exporter.drawings.kit.bodies import (
    FLOOR,
    SIDE,
    arm,
    chair,
    seated,
    waist_up,
    wheelchair_behind,
    wheelchair_front,
)
from exporter.drawings.kit.hands import hand
from exporter.drawings.kit.paper import coin, pen_shape
from exporter.drawings.kit.pen import (
    CREAM,
    DARK,
    GREY,
    MIDDLE,
    SAND,
    WHITE,
    Shapes,
    circle,
    dot,
    fine,
    limb,
    moved,
    path,
    thinner,
)
from exporter.drawings.kit.things import (
    RED,
    bubble,
    clipboard,
    disc,
    ground,
    lines,
    stage,
    tick,
)


def book(x: float, y: float, size: float = 1, colour: str = DARK) -> Shapes:
    """An open book around (0, 0), 96 wide."""
    shapes = (
        path("M-52-24H52V30H-52Z", colour),
        path(
            "M0-22C-14-32-36-32-46-28V24C-36 20-14 20 0 30C14 20 36 20 46 24V-28C36-32 14-32 0-22Z",
            WHITE,
        ),
        path("M0-22V30"),
        fine("M-36-14Q-24-17-12-10M-36 0Q-24-3-12 4M36-14Q24-17 12-10M36 0Q24-3 12 4", GREY, 3.4),
    )
    return moved(shapes, x, y, size)


def _write_book() -> Shapes:
    return (disc(), *book(196, 196, 2.6), *moved(pen_shape(SAND), 262, 202, 1.25))


def _mixed_team() -> Shapes:
    researcher = p.wearing(p.KOFI, MIDDLE)
    pays = p.wearing(p.HANA, DARK, "suit")
    staff = p.wearing(p.BETH, SAND, "lanyard")
    glass = (
        *limb("M10 14L26 40", SAND, 8),
        circle(0, 0, 20, GREY, line=4),
        circle(0, 0, 13, WHITE, line=3),
    )
    return (
        *stage(),
        *thinner(waist_up(researcher, 82, 138, 0.74, "smile", 0.5, hangs=(-1,)), 0.94),
        *thinner(waist_up(staff, 318, 138, 0.74, "smile", -0.5), 0.94),
        *thinner(waist_up(pays, 200, 124, 0.78, "talk", 0.2), 0.94),
        *thinner(
            moved(arm(researcher, 1, (72, 170), (40, 150), "fist", -100), 82, 138, 0.74), 0.94
        ),
        *moved(glass, 98, 206),
        *moved(clipboard(*lines(-18, -14, (36, 36, 24), 18, 5)), 184, 262, 0.66),
        *coin(232, 268, 22),
        ground(14, 386),
    )


def _everyone_gains() -> Shapes:
    ali, ida = p.wearing(p.ALI, MIDDLE), p.wearing(p.IDA, DARK)
    medal = (
        path("M-10 4L-18 36L-4 28L0 40L4 28L18 36L10 4Z", WHITE, line=4),
        circle(0, 0, 20, SAND),
        circle(0, 0, 10, WHITE, line=4),
    )
    k, shown = 0.74, (72.0, 168.0)
    hold = arm(p.GWEN, 1, shown, (30, 158), "offering", -150, True)
    mid = arm(ida, 1, (70, 164), (26, 158), "offering", -150, True)
    last = arm(ali, -1, (-shown[0], shown[1]), (-30, 158), "offering", -30)
    return (
        *stage(),
        *thinner(waist_up(p.GWEN, 78, 140, k, "happy", 0.2, hangs=(-1,)), 0.94),
        *thinner(waist_up(ali, 322, 140, k, "smile", -0.2, hangs=(1,)), 0.94),
        *thinner(waist_up(ida, 200, 124, 0.78, "happy", hangs=(-1,)), 0.94),
        *thinner(moved(hold, 78, 140, k), 0.94),
        *thinner(moved(mid, 200, 124, 0.78), 0.94),
        *thinner(moved(last, 322, 140, k), 0.94),
        *book(84, 238, 0.6, MIDDLE),
        *moved(medal, 204, 222, 0.9),
        *coin(316, 236, 25),
        ground(14, 386),
    )


def _tell_story() -> Shapes:
    ida = p.wearing(p.CARL, SAND, "crew")
    says = arm(ida, 1, (86, 146), (106, 104), "offering", -30)
    holds = arm(ida, -1, (-74, 156), (-10, 104), "fist", -60)
    mic = (*limb("M0 8L-6 46", DARK, 6), circle(2, 0, 11, GREY))
    crowd = tuple(
        shape
        for x, who in ((238, p.ADA), (302, p.DAN), (362, p.HANA))
        for shape in thinner(waist_up(who, x, 224, 0.5, "smile", -0.8), 0.86)
    )
    return (
        *stage(),
        *waist_up(ida, 122, 96, 0.86, "talk", 0.6, arms=says, hangs=()),
        *moved(mic, 132, 156, 0.86),
        *moved(holds, 122, 96, 0.86),
        *crowd,
        ground(14, 390),
    )


def _meet_people() -> Shapes:
    hana = p.wearing(p.HANA, SAND)
    wave = arm(hana, -1, (-88, 124), (-92, 50), "raised", -96, True)
    back = arm(p.KOFI, 1, (88, 124), (92, 50), "raised", -84)
    k = 0.8
    return (
        *stage(),
        *waist_up(p.KOFI, 90, 138, k, "happy", 0.6, arms=back, hangs=(-1,)),
        *waist_up(hana, 310, 138, k, "happy", -0.6, arms=wave, hangs=(1,)),
        ground(20, 380),
    )


def _good() -> Shapes:
    left = moved(hand("thumb-up", p.DEEP, 0, 0, 0, 2.5), 68, 186)
    right = moved(moved(hand("thumb-up", p.LIGHTEST, 0, 0, 0, 2.5), flip=True), 332, 186)
    return (
        disc(),
        *limb("M30 186H62", MIDDLE, 56),
        *limb("M370 186H338", SAND, 56),
        *left,
        *right,
    )


def _help_each_other() -> Shapes:
    beth = p.wearing(p.BETH, DARK, "lanyard")
    ada = p.wearing(p.JON, SAND)
    k = 0.66
    user = (
        *wheelchair_behind(),
        *seated(ada, "talk", 0.9, trousers=DARK),
        *wheelchair_front(),
        *arm(ada, 1, (24, 160), (88, 128), "offering", -16, shoulder=SIDE),
    )
    staff = (
        *chair(MIDDLE),
        *seated(beth, "smile", 0.9, trousers=GREY),
        *arm(beth, 1, (24, 160), (84, 148), "offering", -6, shoulder=SIDE),
    )
    return (
        *stage(),
        path("M142 70C170 34 230 34 256 66M244 44L258 68L232 72", "", SAND, 9),
        path("M256 106C230 132 172 132 146 106M148 130L144 104L170 106", "", MIDDLE, 9),
        *moved(user, 84, 300 - (FLOOR + 18) * k, k),
        *moved(staff, 320, 300 - FLOOR * k, k, flip=True),
        ground(14, 386),
    )


def _rights() -> Shapes:
    """People under their own banner, as on the street."""
    ida = p.wearing(p.IDA, SAND)
    k = 0.62
    banner = (
        *limb("M30 300V16M370 300V16", GREY, 7),
        path("M30 16H370V98C310 90 256 106 200 98C144 90 90 106 30 96Z", CREAM),
        *limb("M176 44H232M176 70H232", DARK, 8),
    )
    left = (
        *wheelchair_behind(),
        *seated(ida, "talk", 0.9, trousers=DARK),
        *wheelchair_front(),
        *arm(ida, 1, (44, 146), (74, 76), "fist", -80, shoulder=SIDE),
    )
    up = arm(p.KOFI, 1, (84, 124), (76, 48), "fist", -90)
    return (
        *stage(),
        *banner,
        *thinner(waist_up(p.KOFI, 272, 176, 0.74, "talk", -0.3, arms=up, hangs=(-1,)), 0.9),
        *thinner(moved(left, 110, 300 - (FLOOR + 18) * k, k), 0.86),
        ground(14, 386),
    )


def _no_say() -> Shapes:
    jon, staff = p.wearing(p.JON, SAND), p.wearing(p.BETH, DARK, "lanyard")
    return (
        *stage(),
        *waist_up(jon, 92, 172, 0.76, "sad", 0.4, 0.6),
        *waist_up(staff, 306, 156, 0.82, "calm", -0.2),
        *bubble(40, 24, 108, 82, (92, 122)),
        *(dot(x, 65, 6, GREY) for x in (70, 94, 118)),
        path("M36 108L152 22", "", RED, 11),
        *bubble(206, 6, 112, 82, (270, 104)),
        tick(258, 50, 1.15, DARK, 13),
        ground(14, 386),
    )


def _team() -> Shapes:
    """Hands on one another: everybody is in it."""
    arms = ((p.DEEP, SAND), (p.LIGHTEST, DARK), (p.TAN, WHITE), (p.FAIR, MIDDLE), (p.BROWN, DARK))
    shown: Shapes = ()
    for place, (skin, sleeve) in enumerate(arms):
        turn = 90 + 72 * place
        cx, cy = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        wrist = (200 + 92 * cx, 160 + 92 * cy)
        shown += (
            *hand("resting", skin, *wrist, turn + 180, 2.6),
            *limb(f"M{200 + 124 * cx} {160 + 124 * cy}L{wrist[0]} {wrist[1]}", sleeve, 60),
        )
    return (disc(), *shown)


DRAWINGS: dict[str, Callable[[], Shapes]] = {
    "write-book": _write_book,
    "mixed-team": _mixed_team,
    "everyone-gains": _everyone_gains,
    "tell-story": _tell_story,
    "meet-people": _meet_people,
    "good": _good,
    "help-each-other": _help_each_other,
    "rights": _rights,
    "no-say": _no_say,
    "team": _team,
}
