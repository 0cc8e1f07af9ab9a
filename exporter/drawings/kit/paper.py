"""Drawings of forms, money and rights."""

from __future__ import annotations

from collections.abc import Callable

from exporter.drawings.kit import people as p
from exporter.drawings.kit.bodies import arm, waist_up
from exporter.drawings.kit.hands import hand
from exporter.drawings.kit.pen import (
    CREAM,
    DARK,
    FINE,
    GREY,
    INK,
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
    patch,
    path,
)
from exporter.drawings.kit.things import (
    GREEN,
    badge,
    bubble,
    clipboard,
    clock,
    disc,
    ground,
    lines,
    page,
    stage,
    tick,
)


def pen_shape(colour: str = MIDDLE) -> Shapes:
    """A pen whose point is at (0, 0), and which leans to the right."""
    upright = (
        path("M0 0L-9-22V-104Q-9-110 0-110Q9-110 9-104V-22Z", colour),
        path("M-9-22H9L0 0Z", CREAM, line=4),
        path("M-9-90H9", "", line=4),
    )
    return moved(upright, turn=32)


def pound(x: float, y: float, size: float, ink: str = INK) -> Shapes:
    """The sign of a pound, drawn as a line."""
    d = "M14-20C10-32-12-32-12-14C-12 0-2 6-14 24H16M-18 4H8"
    return moved((path(d, "", ink, 7),), x, y, size)


def coin(x: float, y: float, r: float = 30) -> Shapes:
    return (circle(x, y, r, SAND), *pound(x + 1, y + 1, r / 46))


def _form() -> Shapes:
    return (
        disc(),
        *page(96, 24, 190, 270),
        *lines(118, 56, (104,), 16, 8),
        *(box(118, y, 146, 28, 4, PALE, line=4) for y in (80, 126)),
        *(box(118, y, 22, 22, 3, WHITE, line=4) for y in (178, 216, 254)),
        tick(131, 188, 0.5, weight=7),
        *lines(154, 190, (96,)),
        *lines(154, 228, (76,)),
        *lines(154, 266, (90,)),
        *moved(pen_shape(), 258, 190, 1.25),
    )


def _sign() -> Shapes:
    return (
        *stage(),
        *page(60, 30, 216, 268),
        *lines(84, 68, (150, 168, 130, 160), 22, 6),
        fine("M84 246H240", GREY, 4),
        path("M92 238C104 196 120 196 112 236C122 206 136 208 134 236C146 218 152 218 156 234C164 226 172 224 178 230", "", DARK, 5),
        *moved(pen_shape(SAND), 182, 228, 1.15),
        *moved(hand("fist", p.TAN, 0, 0, 192, 1.5, True), 264, 192),
        *limb("M352 214L272 194", MIDDLE, 40),
        ground(30, 376),
    )  # fmt: skip


def _vote() -> Shapes:
    return (
        *stage(),
        path("M104 176H296V298H104Z", MIDDLE),
        path("M88 146H312V178H88Z", DARK),
        fine("M146 162H254", INK, 9),
        path("M158 160V70H242V160Z", WHITE),
        box(176, 90, 22, 22, 2, WHITE, line=4),
        path("M178 94l18 16M196 92l-16 18", "", INK, 5),
        *lines(208, 102, (22,)),
        box(176, 124, 22, 22, 2, WHITE, line=4),
        *lines(208, 136, (22,)),
        *moved(hand("cupped", p.DEEP, 0, 0, 158, 1.6, True), 292, 64),
        *limb("M372 34L300 60", SAND, 38),
        ground(),
    )


def _law() -> Shapes:
    pan = (path("M-38 0C-34 30 34 30 38 0Z", SAND), fine("M-38 0L0-62L38 0", line=4))
    return (
        *stage(),
        *limb("M200 62V276", DARK, 9),
        path("M150 298C156 276 180 270 200 270S244 276 250 298Z", DARK),
        *limb("M104 92H296", DARK, 8),
        circle(200, 62, 13, SAND),
        *moved(pan, 108, 160),
        *moved(pan, 292, 160),
        ground(),
    )


def _information() -> Shapes:
    sign = (dot(0, -26, 9, WHITE), path("M0-4V32", "", WHITE, 15))
    return (
        disc(),
        *page(92, 30, 172, 236, 30),
        *lines(118, 84, (110, 120), 28, 7),
        *lines(118, 196, (66, 84), 28, 7),
        *badge(264, 206, 66, MIDDLE, sign),
    )


def _complaint() -> Shapes:
    hana = p.wearing(p.HANA, MIDDLE)
    beth = p.wearing(p.BETH, DARK, "lanyard")
    says = arm(hana, 1, (74, 158), (92, 112), "pointing", -30)
    notes = arm(beth, -1, (-74, 152), (-30, 160), "fist", 0)
    return (
        *stage(),
        *waist_up(hana, 94, 156, 0.8, "angry", 0.6, arms=says, hangs=(-1,)),
        *bubble(92, 8, 108, 88, (128, 132)),
        *moved(
            (path("M0-26V6", "", "#a8443c", 12), circle(0, 26, 7, "#a8443c", line=0)), 146, 50, 0.95
        ),
        *waist_up(beth, 306, 156, 0.8, "calm", -0.6, hangs=(1,)),
        *moved(clipboard(*lines(-18, -14, (36, 36, 24), 18, 5)), 284, 258, 0.62),
        *moved(notes, 306, 156, 0.8),
        ground(),
    )


def _approval() -> Shapes:
    return (
        *stage(),
        *page(84, 40, 176, 258),
        *lines(108, 82, (128, 128, 96), 22, 6),
        circle(172, 216, 50, WHITE, GREEN, 7),
        tick(176, 222, 1.25, GREEN, 13),
        *moved(hand("thumb-up", p.BROWN, 0, 0, 180, 1.9, True), 338, 166),
        *limb("M374 166H346", SAND, 44),
        ground(30, 370),
    )


def _bill() -> Shapes:
    return (
        *stage(),
        path(
            "M98 26H258V292L238 278L218 292L198 278L178 292L158 278L138 292L118 278L98 292Z", WHITE
        ),
        patch("M100.500 28.500H255.500V68H100.500Z", DARK),
        path("M184 36L166 54H176L170 66L190 48H180L186 36Z", SAND, SAND, 2),
        *lines(118, 96, (70, 84, 60), 24, 6),
        *lines(216, 96, (22, 22, 22), 24, 6),
        fine("M118 170H238", line=4),
        *lines(118, 198, (54,), 16, 9),
        *pound(206, 202, 0.62),
        *coin(296, 250, 46),
        ground(30, 370),
    )


def _benefits() -> Shapes:
    return (
        *stage(),
        path("M86 150L200 66L314 150V292H86Z", MIDDLE),
        *page(112, 60, 176, 190),
        *lines(136, 92, (60,), 16, 8),
        *lines(136, 124, (128, 110), 20, 6),
        *pound(200, 170, 0.85),
        path("M86 152L180 226H220L314 152V292H86Z", CREAM),
        path("M88 290L178 224M312 290L222 224"),
        ground(),
    )


def _pay_for_time() -> Shapes:
    return (
        disc(),
        *moved(clock(78, "M0-26V0L18 12"), 136, 140),
        path("M232 148H270M256 132L272 148L256 164", "", INK, 10),
        *coin(326, 116, 40),
        *coin(326, 212, 40),
    )


def _pay_people() -> Shapes:
    ada = p.ADA
    beth = p.wearing(p.BETH, DARK, "lanyard")
    note = (box(-44, -24, 88, 48, 5, PALE), circle(0, 0, 15, WHITE, line=FINE), *pound(1, 0, 0.38))
    gives = arm(beth, 1, (54, 182), (64, 152), "fist", -14)
    takes = arm(ada, -1, (-54, 184), (-62, 152), "fist", 194, True)
    return (
        *stage(),
        *waist_up(beth, 92, 126, 0.82, "smile", 0.6, hangs=(-1,)),
        *waist_up(ada, 308, 126, 0.82, "happy", -0.5, hangs=(1,)),
        *moved(note, 200, 240, 1.28),
        *moved(gives, 92, 126, 0.82),
        *moved(takes, 308, 126, 0.82),
        *moved(clock(26, "M0-22V0L16 10"), 200, 60, 1.25),
        ground(),
    )


def _bank() -> Shapes:
    return (
        *stage(),
        path("M60 132L200 52L340 132Z", DARK),
        circle(200, 102, 20, SAND),
        *pound(201, 103, 0.46),
        path("M70 132H330V154H70Z", WHITE),
        *(box(x, 154, 32, 104, 0, WHITE) for x in (90, 146, 222, 278)),
        path("M64 258H336V278H64ZM50 278H350V298H50Z", CREAM),
        ground(30, 370),
    )


def _save() -> Shapes:
    jar = (
        path("M-56-96H56Q72-80 72-60V64Q72 84 52 84H-52Q-72 84-72 64V-60Q-72-80-56-96Z", WHITE),
        box(-54, -120, 108, 26, 6, MIDDLE),
    )
    return (
        *stage(),
        *moved(jar, 178, 214),
        *(part for x, y in ((134, 272), (180, 276), (222, 270), (152, 230), (202, 234)) for part in coin(x, y, 22)),
        *coin(290, 82, 26),
        fine("M276 122q-14 24-38 30M240 138l-4 15 16 2", line=5),
        ground(),
    )  # fmt: skip


def _budget() -> Shapes:
    return (
        disc(),
        circle(184, 164, 100, WHITE),
        path("M184 164V64C240 64 284 108 284 164Z", SAND),
        path("M184 164L104 224C128 256 156 264 184 264C240 264 284 220 284 164Z", MIDDLE),
        path("M184 164L104 224C76 188 76 120 112 94C134 74 160 64 184 64Z", PALE),
        *coin(308, 246, 40),
    )


DRAWINGS: dict[str, Callable[[], Shapes]] = {
    "information": _information,
    "form": _form,
    "sign": _sign,
    "vote": _vote,
    "law": _law,
    "complaint": _complaint,
    "approval": _approval,
    "bill": _bill,
    "benefits-letter": _benefits,
    "pay-for-time": _pay_for_time,
    "pay-people": _pay_people,
    "bank": _bank,
    "save-money": _save,
    "budget": _budget,
}
