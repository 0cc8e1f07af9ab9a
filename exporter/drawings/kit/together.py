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
    LIGHT,
    MIDDLE,
    SAND,
    WHITE,
    Shapes,
    box,
    circle,
    dot,
    ellipse,
    fine,
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
    question,
    round_table,
    stage,
    star,
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
    """What one says has worth, and the other lays a hand on the heart."""
    listens = p.KOFI
    left = (
        *wheelchair_behind(),
        *seated(p.JON, "talk", 0.9, trousers=DARK),
        *wheelchair_front(),
        *arm(p.JON, 1, (16, 165), (84, 130), "offering", -12, shoulder=SIDE),
    )
    right = (
        *chair(SAND),
        *seated(listens, "smile", 0.9, trousers=GREY),
        *arm(listens, 1, (8, 186), (44, 148), "resting", -128, True, shoulder=SIDE),
    )
    k = 0.66
    return (
        *stage(),
        ground(20, 380),
        *moved(left, 84, 300 - (FLOOR + 18) * k, k),
        *moved(right, 322, 300 - FLOOR * k, k, flip=True),
        *bubble(130, 6, 106, 82, (118, 108)),
        star(183, 49, 31),
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
    """Three signs beside it, the higher the larger: being told, being asked, deciding together."""
    told = (
        path("M-26-11H-10L16-27V27L-10 11H-26Z", GREY, line=4),
        fine("M28-14C36-4 36 4 28 14M40-24C54-8 54 8 40 24", line=5),
    )
    return (
        *stage(),
        *limb("M62 298L92 18M146 298L152 18", SAND, 11),
        *limb("M69 264H144M75 222H145M80 180H146M85 138H148M90 96H149M95 54H150", SAND, 10),
        *moved(told, 206, 256, 1.1),
        *bubble(176, 138, 78, 68, (186, 226)),
        *moved(question(), 215, 171, 0.66),
        *thinner(waist_up(p.HANA, 216, 48, 0.42, "smile", 0.6, floor=124), 0.8),
        *thinner(waist_up(p.wearing(p.KOFI, DARK), 346, 48, 0.42, "smile", -0.6, floor=124), 0.8),
        circle(281, 76, 44, WHITE),
        tick(281, 76, 1.1, DARK, 13),
        *hand("resting", p.HANA.skin, 228, 100, -34, 0.62),
        *hand("resting", p.KOFI.skin, 334, 100, 214, 0.62, True),
        ground(30, 388),
    )


def _first_step() -> Shapes:
    k = 0.6
    goes = arm(p.KOFI, 1, (20, 168), (58, 196), "fist", -20, shoulder=SIDE)
    stones = ((246, 28), (308, 24), (366, 24))
    return (
        *stage(),
        *(ellipse(x, 296, rx, rx * 0.34, LIGHT) for x, rx in stones),
        ellipse(146, 294, 60, 16, SAND),
        *limb("M366 294V120", GREY, 4),
        path("M366 120L332 137L366 154Z", SAND),
        *moved((*walking(p.KOFI, "happy", 0.9, trousers=DARK), *goes), 146, 294 - TALL * k, k),
    )


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
