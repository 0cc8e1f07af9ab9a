"""Drawings of people who work, talk and decide together."""

from __future__ import annotations

from collections.abc import Callable

from exporter.drawings.kit import people as p
from exporter.drawings.kit.bodies import (
    FLOOR,
    SIDE,
    TALL,
    arm,
    bust,
    chair,
    seated,
    standing,
    waist_up,
    walking,
    wheelchair_behind,
    wheelchair_front,
)
from exporter.drawings.kit.hands import hand
from exporter.drawings.kit.pen import (
    CREAM,
    DARK,
    GREY,
    MIDDLE,
    SAND,
    WHITE,
    Shapes,
    box,
    circle,
    dot,
    limb,
    moved,
    path,
    thinner,
)
from exporter.drawings.kit.things import (
    bubble,
    communication_board,
    ground,
    guide_dog,
    mug,
    round_table,
    stage,
    tick,
)


def _round_table() -> Shapes:
    ida = p.wearing(p.IDA, SAND)
    left = (
        *chair(MIDDLE),
        *seated(p.GWEN, "smile", 0.9, trousers=DARK),
        *arm(p.GWEN, 1, (14, 172), (78, 158), "resting", 0, shoulder=SIDE),
    )
    right = (
        *wheelchair_behind(),
        *seated(ida, "talk", 0.9, trousers=DARK),
        *wheelchair_front(),
        *arm(ida, 1, (22, 160), (80, 122), "offering", -20, shoulder=SIDE),
    )
    k = 0.52
    behind_it: tuple[tuple[p.Person, p.Mood, float, int, int], ...] = ((p.DAN, "smile", 0.9, 104, 104), (p.ADA, "smile", 0.7, 164, 92),
                 (p.FAY, "talk", -0.8, 224, 92), (p.RAJ, "smile", 0.9, 281, 104))  # fmt: skip
    others = tuple(
        shape
        for who, mood, look, x, y in behind_it
        for shape in moved(bust(who, mood, look, base=200), x, y, k)
    )
    hands = (
        *moved(arm(p.DAN, -1, (-60, 172), (-18, 200), "resting", 0), 104, 104, k),
        *moved(arm(p.ADA, -1, (-62, 172), (-24, 212), "resting", 20), 164, 92, k),
        *moved(arm(p.ADA, 1, (62, 172), (26, 212), "resting", 160, True), 164, 92, k),
        *moved(arm(p.FAY, 1, (62, 172), (22, 206), "pointing", 150, True), 224, 92, k),
        *moved(arm(p.RAJ, -1, (-60, 168), (-30, 196), "offering", 60, sleeve=DARK), 281, 104, k),
    )
    return (
        *stage(),
        *thinner(others, 0.82),
        ground(12, 390),
        *thinner(round_table(196, 206, 112, 25), 0.9),
        *thinner(hands, 0.82),
        *thinner(mug(142, 224), 0.9),
        *thinner(communication_board(226, 217, 0, 0.55), 0.8),
        *thinner(moved(left, 40, 300 - FLOOR * 0.58, 0.58), 0.82),
        *thinner(moved(guide_dog(lying=True), 98, 300, 0.62), 0.82),
        *thinner(moved(right, 345, 300 - (FLOOR + 18) * 0.58, 0.58, flip=True), 0.82),
    )


def _everyone_decides() -> Shapes:
    def one(who: p.Person, x: float, y: float, side: int, look: float) -> Shapes:
        up = arm(who, side, (side * 80, 66), (side * 66, -6), "raised", -90, flip=side < 0)
        return thinner(waist_up(who, x, y, 0.7, "smile", look, arms=up, hangs=(-side,)), 0.94)

    return (
        *stage(),
        *one(p.KOFI, 132, 104, 1, 0.3),
        *one(p.HANA, 266, 104, -1, -0.3),
        *one(p.wearing(p.CARL, DARK), 72, 178, -1, 0.5),
        *one(p.GWEN, 330, 178, 1, -0.5),
        *one(p.ADA, 202, 190, 1, 0),
        ground(8, 392),
    )


def _disagree() -> Shapes:
    kofi, hana = p.KOFI, p.HANA
    one = arm(kofi, 1, (74, 158), (92, 112), "offering", -40)
    other = arm(hana, -1, (-74, 158), (-92, 112), "offering", -140, True)
    up = hand("thumb-up", kofi.skin, 0, 0, 0, 1.4)
    down = moved(hand("thumb-up", hana.skin, 0, 0, 0, 1.4), turn=180, flip=True)
    return (
        *stage(),
        *waist_up(kofi, 96, 168, 0.74, "talk", 0.6, arms=one, hangs=(-1,)),
        *waist_up(hana, 304, 168, 0.74, "talk", -0.6, arms=other, hangs=(1,)),
        *bubble(36, 8, 124, 96, (116, 124)),
        *moved(up, 78, 70),
        *bubble(240, 8, 124, 96, (284, 124)),
        *moved(down, 282, 42),
        ground(),
    )


def _share_key() -> Shapes:
    key = (
        circle(0, 0, 32, SAND),
        circle(0, 0, 13, WHITE),
        path("M31-9H122V30H108V14H96V26H82V9H31Z", SAND),
    )
    ali = p.wearing(p.ALI, MIDDLE)

    def grip(who: p.Person, x: float, side: int, at: float) -> Shapes:
        wrist = ((at - x) / 0.8, (242 - 112) / 0.8)
        turn = -90.0
        held = arm(who, side, (side * 66, 196), wrist, "fist", turn, side > 0)
        return moved(held, x, 112, 0.8)

    return (
        *stage(),
        *waist_up(p.IDA, 72, 112, 0.8, "smile", 0.6, hangs=(-1,)),
        *waist_up(ali, 328, 112, 0.8, "smile", -0.6, hangs=(1,)),
        *moved(key, 156, 206),
        *grip(p.IDA, 72, 1, 190),
        *grip(ali, 328, -1, 246),
        ground(),
    )


def _respect() -> Shapes:
    left = (
        *wheelchair_behind(),
        *seated(p.JON, "talk", 0.9, trousers=DARK),
        *wheelchair_front(),
        *arm(p.JON, 1, (16, 165), (84, 130), "offering", -12, shoulder=SIDE),
    )
    right = (
        *chair(SAND),
        *seated(p.FAY, "smile", 0.9, trousers=GREY),
        *arm(p.FAY, 1, (4, 178), (64, 184), "resting", shoulder=SIDE),
    )
    k = 0.72
    return (
        *stage(),
        ground(20, 380),
        *moved(left, 92, 300 - (FLOOR + 18) * k, k),
        *moved(right, 318, 300 - FLOOR * k, k, flip=True),
    )


def _lived_experience() -> Shapes:
    ada = p.ADA
    bed = (
        *limb("M-62-34V22M62-4V22", GREY, 5),
        box(-62, -8, 124, 20, 6, CREAM, line=4),
        path("M-20-8C-18-26 0-26 14-24L58-16V-8Z", MIDDLE, line=4),
        *thinner(moved((*p.behind(ada), *p.head(ada, "worried", 0.3)), -38, -27, 0.36, -14), 0.7),
    )
    heart = arm(ada, 1, (74, 160), (24, 132), "resting", 190, True)
    return (
        *stage(),
        *waist_up(ada, 108, 140, 0.9, "talk", 0.5, arms=heart, hangs=(-1,)),
        *bubble(196, 10, 192, 118, (160, 158)),
        *moved(bed, 292, 82, 1.1),
        ground(),
    )


def _ladder() -> Shapes:
    staff, ida = p.wearing(p.BETH, DARK, "lanyard"), p.wearing(p.IDA, SAND)
    one = arm(ida, 1, (72, 170), (84, 118), "offering", -30)
    other = arm(staff, -1, (-72, 172), (-86, 130), "offering", -150, True)
    alone = (
        *chair(MIDDLE),
        *seated(ida, "sad", 0.6, 0.8, trousers=DARK),
        *arm(ida, 1, (4, 176), (60, 182), "resting", shoulder=SIDE),
    )
    clipboard = (
        box(-18, -26, 44, 54, 4, SAND, line=4),
        box(-12, -18, 32, 40, 2, WHITE, line=3),
        tick(4, 2, 0.5, weight=6),
    )
    decider = (
        *standing(staff, "calm", 0.9, 0.6, trousers=GREY),
        *arm(staff, -1, (-66, 172), (-6, 186), "fist", sleeve=DARK),
        *moved(clipboard, 36, 160, 1.25),
        *arm(staff, 1, (68, 176), (66, 190), "fist", -150, sleeve=DARK),
    )
    return (
        *stage(),
        *limb("M84 298L124 22M138 298L170 22", SAND, 8),
        *limb("M97 262H137M103 222H142M109 182H146M115 142H151M121 102H156M125 62H160", SAND, 7),
        *thinner(waist_up(ida, 218, 38, 0.4, "talk", 0.6, arms=one, hangs=(-1,), floor=118), 0.8),
        *thinner(waist_up(staff, 322, 38, 0.4, "smile", -0.6, arms=other, hangs=(1,), floor=118), 0.8),
        path("M166 116H380V130H166Z", CREAM),
        *limb("M366 132V297", SAND, 8),
        *thinner(moved(decider, 316, 300 - TALL * 0.335, 0.335), 0.76),
        *thinner(moved(alone, 208, 300 - FLOOR * 0.4, 0.4), 0.8),
        ground(50, 388),
    )  # fmt: skip


def _first_step() -> Shapes:
    k = 0.6
    goes = arm(p.KOFI, 1, (20, 168), (58, 196), "fist", -20, shoulder=SIDE)
    return (
        *stage(),
        path("M60 300C120 270 196 262 250 232C286 212 250 192 286 172C300 164 316 162 320 160L330 166"
             "C316 172 300 182 306 192C330 222 300 262 236 300Z", CREAM),
        *limb("M326 164V74", GREY, 4),
        path("M328 74L378 92L328 110Z", SAND),
        *moved((*walking(p.KOFI, "happy", 0.9, trousers=DARK), *goes), 146, 292 - TALL * k, k),
        ground(),
    )  # fmt: skip


def _thank_you() -> Shapes:
    carl, beth = p.CARL, p.wearing(p.BETH, DARK, "lanyard")
    blooms = ((-24, -12, SAND), (24, -12, SAND), (0, -26, WHITE), (0, -4, MIDDLE))
    flowers = (
        path("M-14 58L-34-4H34L14 58Z", CREAM),
        *(circle(x, y, 13, fill, line=4) for x, y, fill in blooms),
        *(dot(x, y, 4) for x, y, _ in blooms),
    )
    gives = arm(beth, 1, (66, 190), (112, 168), "fist", -20)
    takes = arm(carl, -1, (-66, 196), (-96, 196), "offering", 180, True)
    return (
        *stage(),
        *waist_up(beth, 92, 124, 0.82, "talk", 0.6, hangs=(-1,)),
        *waist_up(carl, 308, 124, 0.82, "happy", -0.5, hangs=(1,)),
        *moved(flowers, 204, 216),
        *moved(gives, 92, 124, 0.82),
        *moved(takes, 308, 124, 0.82),
        ground(),
    )


DRAWINGS: dict[str, Callable[[], Shapes]] = {
    "round-table": _round_table,
    "everyone-decides": _everyone_decides,
    "disagree": _disagree,
    "share-key": _share_key,
    "respect": _respect,
    "lived-experience": _lived_experience,
    "ladder": _ladder,
    "first-step": _first_step,
    "thank-you": _thank_you,
}
