"""Drawings of people who help, teach and work."""

from __future__ import annotations

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
from exporter.drawings.kit.pen import (
    CREAM,
    DARK,
    GREY,
    MIDDLE,
    PALE,
    SAND,
    WHITE,
    Shapes,
    box,
    circle,
    fine,
    limb,
    moved,
    path,
    thinner,
)
from exporter.drawings.kit.social import book
from exporter.drawings.kit.things import (
    bubble,
    clipboard,
    ground,
    lines,
    mug,
    stage,
    table,
)


def _help_to_read() -> Shapes:
    fay = p.FAY
    shows = arm(fay, -1, (-70, 172), (-104, 176), "pointing", 172, True)
    return (
        *stage(),
        *waist_up(p.DAN, 126, 124, 0.84, "smile", 0.3, 0.9),
        *waist_up(fay, 276, 116, 0.84, "talk", -0.6, 0.5, hangs=(1,)),
        *book(154, 250, 1.25),
        *moved(shows, 276, 116, 0.84),
        *moved(arm(p.DAN, -1, (-66, 176), (-26, 162), "fist", -10), 126, 124, 0.84),
        ground(30, 370),
    )


def _advice() -> Shapes:
    beth = p.wearing(p.RAJ, DARK)
    says = arm(beth, 1, (76, 158), (86, 112), "pointing", -70, sleeve=DARK)
    bulb = (
        path(
            "M-10 16C-10 6-24 0-24-16C-24-32-12-40 0-40S24-32 24-16C24 0 10 6 10 16Z", SAND, line=4
        ),
        path("M-9 20H9V28Q9 32 0 32Q-9 32-9 28Z", GREY, line=4),
    )
    return (
        *stage(),
        *waist_up(beth, 98, 152, 0.8, "talk", 0.6, arms=says, hangs=(-1,)),
        *waist_up(p.wearing(p.ADA, MIDDLE), 306, 152, 0.8, "smile", -0.6),
        *bubble(136, 8, 100, 96, (136, 146)),
        *moved(bulb, 186, 58),
        ground(),
    )


def _training() -> Shapes:
    beth = p.wearing(p.ADA, SAND)
    shows = arm(beth, 1, (88, 132), (124, 96), "pointing", -30)
    backs = tuple(
        shape
        for x, who in ((226, p.GWEN), (296, p.ALI), (360, p.HANA))
        for shape in thinner(waist_up(p.wearing(who, MIDDLE), x, 236, 0.5, "smile", -0.7), 0.84)
    )
    return (
        *stage(),
        box(172, 24, 200, 134, 6, WHITE),
        *lines(248, 58, (96, 80), 24, 7),
        path("M196 128V104H214V128ZM226 128V84H244V128Z", MIDDLE, line=4),
        fine("M190 130H350", line=4),
        *waist_up(beth, 92, 110, 0.84, "talk", 0.5, arms=shows, hangs=(-1,)),
        *backs,
        ground(14, 390),
    )


def _plan_together() -> Shapes:
    k = 0.66
    gwen, kofi = p.GWEN, p.wearing(p.KOFI, SAND)
    left = (
        *chair(MIDDLE),
        *seated(gwen, "talk", 0.9, trousers=DARK),
        *arm(gwen, 1, (16, 166), (84, 142), "offering", -10, shoulder=SIDE),
    )
    right = (
        *wheelchair_behind(),
        *seated(kofi, "smile", 0.9, trousers=DARK),
        *wheelchair_front(),
        *arm(kofi, 1, (16, 168), (84, 156), "resting", 0, shoulder=SIDE),
    )
    return (
        *stage(),
        *moved(left, 76, 300 - FLOOR * k, k),
        *moved(right, 330, 300 - (FLOOR + 18) * k, k, flip=True),
        *table(118, 204, 166, 300),
        path("M168 202L178 184H236L226 202Z", WHITE, line=4),
        *mug(258, 204, SAND),
        ground(14, 390),
    )


def _write_together() -> Shapes:
    ali = p.wearing(p.ALI, MIDDLE)
    types = arm(ali, -1, (-66, 150), (-46, 140), "resting", 176, True)
    ida = p.wearing(p.IDA, SAND)
    return (
        *stage(),
        *waist_up(ida, 100, 120, 0.82, "smile", 0.4, 0.7, hangs=(-1,), floor=246),
        *waist_up(ali, 300, 120, 0.82, "talk", -0.4, 0.5, hangs=(1,), floor=246),
        path("M132 262L152 224H262L282 262Z", WHITE),
        fine("M164 238h70M158 250h84", GREY, 4),
        *moved(arm(ida, 1, (62, 146), (74, 142), "fist", -20), 100, 120, 0.82),
        *moved((path("M0 0L-3-12L12-46L22-42L8-8Z", SAND, line=4),), 180, 250),
        *moved(types, 300, 120, 0.82),
        *table(40, 262, 320, 300),
        ground(),
    )


def _family() -> Shapes:
    child = p.Person(skin=p.TAN, hair=p.BLACK, style="bob", clothes=SAND)
    return (
        *stage(),
        *thinner(waist_up(p.wearing(p.IDA, MIDDLE), 118, 116, 0.74, "smile", 0.4), 0.94),
        *thinner(waist_up(p.wearing(p.ALI, DARK), 252, 108, 0.74, "smile", -0.3), 0.94),
        *thinner(waist_up(p.wearing(p.GWEN, CREAM), 346, 148, 0.68, "smile", -0.6), 0.94),
        *thinner(waist_up(child, 186, 214, 0.56, "happy"), 0.86),
        ground(20, 388),
    )


def _friends() -> Shapes:
    jon, raj = p.wearing(p.JON, SAND), p.wearing(p.RAJ, MIDDLE, "crew")
    around = limb("M226 212C206 196 176 192 150 200", MIDDLE, 24)
    return (
        *stage(),
        *waist_up(raj, 258, 122, 0.9, "happy", -0.5, hangs=(1,)),
        *around,
        *waist_up(jon, 140, 126, 0.9, "happy", 0.5),
        *(
            part
            for x in (90, 101, 112, 123)
            for part in limb(f"M{x} {212 - x * 0.13}v20", raj.skin, 7)
        ),
        ground(),
    )


def _support_worker() -> Shapes:
    beth = p.wearing(p.KOFI, MIDDLE, "lanyard")
    k = 0.72
    user = (
        *wheelchair_behind(),
        *seated(p.wearing(p.HANA, SAND), "talk", 0.9, trousers=DARK),
        *wheelchair_front(),
        *arm(p.wearing(p.HANA, SAND), 1, (24, 160), (86, 150), "pointing", -6, shoulder=SIDE),
    )
    worker = (
        *chair(MIDDLE),
        *seated(beth, "smile", 0.9, trousers=GREY),
        *moved(clipboard(*lines(-18, -14, (36, 36, 24), 18, 5)), 82, 150, 0.9),
        *arm(beth, 1, (10, 176), (62, 170), "fist", 0, shoulder=SIDE),
    )
    return (
        *stage(),
        *moved(user, 90, 300 - (FLOOR + 18) * k, k),
        *moved(worker, 322, 300 - FLOOR * k, k, flip=True),
        ground(14, 390),
    )


def _work() -> Shapes:
    jon = p.wearing(p.DAN, MIDDLE, "polo")
    return (
        *stage(),
        *waist_up(jon, 150, 106, 0.92, "smile", 0.4, hangs=(-1,), floor=240),
        *moved(mug(0, 0, SAND), 282, 236, 1.5),
        *moved(arm(jon, 1, (66, 138), (88, 132), "offering", 0), 150, 106, 0.92),
        box(318, 150, 56, 88, 5, GREY),
        box(328, 162, 36, 24, 3, PALE, line=4),
        box(30, 240, 350, 60, 4, CREAM),
        path("M22 240H386", line=8),
        ground(14, 386),
    )


def _school() -> Shapes:
    return (
        *stage(),
        box(70, 150, 260, 148, 0, CREAM),
        path("M138 150L200 92L262 150V298H138Z", WHITE),
        *limb("M200 92V40", GREY, 5),
        path("M202 42L246 54L202 68Z", SAND),
        circle(200, 158, 22, PALE),
        fine("M200 146v12l8 6", line=4),
        path("M176 298V222H224V298M200 222V298", SAND),
        *(box(x, y, 30, 28, 0, PALE, line=4) for x in (88, 282) for y in (178, 236)),
        ground(30, 370),
    )


DRAWINGS: dict[str, Callable[[], Shapes]] = {
    "help-to-read": _help_to_read,
    "advice": _advice,
    "training": _training,
    "plan-together": _plan_together,
    "write-together": _write_together,
    "family": _family,
    "friends": _friends,
    "support-worker": _support_worker,
    "work": _work,
    "school": _school,
}
