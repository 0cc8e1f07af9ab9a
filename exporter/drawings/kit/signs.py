"""Drawings of short answers, choices and warnings, and of when things are."""

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
    LIGHT,
    MIDDLE,
    PALE,
    SAND,
    WHITE,
    Shapes,
    box,
    circle,
    dot,
    limb,
    moved,
    patch,
    path,
    thinner,
)
from exporter.drawings.kit.things import (
    GREEN,
    RED,
    calendar,
    clock,
    cross,
    disc,
    ground,
    moon,
    stage,
    sun,
    tick,
)


def _stop() -> Shapes:
    d = "M-48-116H48L116-48V48L48 116H-48L-116 48V-48Z"
    return (
        disc(),
        *moved((path(d, RED),), 200, 160, 1.05),
        *moved((path(d, "", WHITE, 5),), 200, 160, 0.92),
        *moved(hand("raised", WHITE, 0, 0, -90, 2.6), 206, 236),
    )


def _yes() -> Shapes:
    return (disc(), circle(200, 160, 104, WHITE, GREEN, 12), tick(206, 168, 2.6, GREEN, 26))


def _no() -> Shapes:
    return (disc(), circle(200, 160, 104, WHITE, RED, 12), cross(200, 160, 2.6, RED, 26))


def _choice() -> Shapes:
    hana = p.wearing(p.HANA, MIDDLE)
    left = arm(hana, -1, (-92, 152), (-112, 118), "cupped", -150, True)
    right = arm(hana, 1, (92, 152), (112, 118), "cupped", -30)
    apple = (
        path("M0-14C-8-26-32-20-30 4C-28 24-12 32 0 26C12 32 28 24 30 4C32-20 8-26 0-14Z", RED),
        path("M0-14Q2-26 12-32", "", line=5),
    )
    cake = (path("M-34 24L-24-12L32 2V24Z", SAND), path("M-24-12C-14-30 20-22 32 2Z", CREAM))
    return (
        *stage(),
        *waist_up(hana, 200, 120, 0.98, "smile", -0.4, arms=(*left, *right), hangs=()),
        *moved(apple, 56, 186),
        *moved(cake, 344, 186),
        ground(),
    )  # fmt: skip


def _danger() -> Shapes:
    return (
        disc(),
        path(
            "M200 42Q210 42 216 52L334 250Q344 270 322 272H78Q56 270 66 250L184 52Q190 42 200 42Z",
            SAND,
        ),
        path("M200 112V190", "", INK, 24),
        circle(200, 232, 14, INK, line=0),
    )


def _not_allowed() -> Shapes:
    return (
        disc(),
        circle(200, 160, 104, WHITE, RED, 22),
        path("M128 88L272 232", "", RED, 22),
    )


def _look() -> Shapes:
    return (
        disc(),
        path("M60 160C110 82 290 82 340 160C290 238 110 238 60 160Z", WHITE),
        circle(200, 160, 52, MIDDLE),
        circle(200, 160, 24, INK, line=0),
        circle(214, 144, 9, WHITE, line=0),
    )


def _find() -> Shapes:
    return (
        disc(),
        *limb("M232 198L316 282", SAND, 22),
        circle(170, 136, 92, GREY),
        circle(170, 136, 72, WHITE),
        path("M126 126C134 100 152 88 170 88", "", PALE, 10),
    )


def _morning() -> Shapes:
    return (
        *stage(),
        *sun(200, 194, 58),
        path("M20 300C90 244 140 226 200 232S320 250 380 300Z", "#9fb58f"),
        *moved(clock(34, "M0-24V0L-14 12"), 334, 66),
        ground(14, 386),
    )


def _night() -> Shapes:
    return (
        dot(200, 160, 146, DARK),
        *moved(moon(), 190, 140, 1.7),
        *(path(f"M{x} {y - 11}L{x + 3} {y - 3}L{x + 11} {y}L{x + 3} {y + 3}L{x} {y + 11}L{x - 3} {y + 3}L{x - 11} {y}L{x - 3} {y - 3}Z", SAND, SAND, 2) for x, y in ((286, 92), (110, 92), (300, 190), (130, 236), (240, 252))),
    )  # fmt: skip


def _week() -> Shapes:
    cells = (box(60 + i * 40, 130, 40, 96, 0, PALE if i < 5 else CREAM, line=4) for i in range(7))
    return (
        disc(),
        path("M60 130V104Q60 92 72 92H328Q340 92 340 104V130Z", DARK),
        *limb("M110 82V104M290 82V104", WHITE, 7),
        *cells,
        *(dot(80 + i * 40, 150, 6, INK) for i in range(7)),
        path("M70 198H318M306 186L320 198L306 210", "", SAND, 8),
    )


def _month() -> Shapes:
    days = tuple(
        box(113 + (i % 6) * 30, 132 + (i // 6) * 30, 20, 20, 3, LIGHT, line=FINE) for i in range(24)
    )
    return (disc(), *moved(calendar(210, 200), 200, 168), *days)


def _meet_often() -> Shapes:
    days = tuple(
        circle(
            72 + (i % 5) * 37, 136 + (i // 5) * 38, 13, SAND if i in (1, 6, 11) else WHITE, line=4
        )
        for i in range(15)
    )
    heads = thinner(
        (
            *waist_up(p.wearing(p.ADA, MIDDLE), 272, 206, 0.6, "talk", 0.5),
            *waist_up(p.wearing(p.JON, SAND), 346, 206, 0.6, "smile", -0.5),
        ),
        0.86,
    )
    return (*stage(), *moved(calendar(220, 180), 146, 130), *days, *heads, ground(30, 390))


def _appointment() -> Shapes:
    days = tuple(
        box(94 + (i % 4) * 44, 128 + (i // 4) * 40, 24, 22, 3, SAND if i == 6 else LIGHT, line=FINE)
        for i in range(12)
    )
    return (
        *stage(),
        *moved(calendar(210, 216), 170, 172),
        *days,
        *moved(clock(62, "M0-24V0L16 10"), 290, 226),
        ground(30, 376),
    )


def _wait() -> Shapes:
    glass = (
        path(
            "M-52-94C-52-40-8-30-8 0C-8 30-52 40-52 94H52C52 40 8 30 8 0C8-30 52-40 52-94Z", WHITE
        ),
        patch("M-40-44H40C30-24 10-18 8-2H-8C-10-18-30-24-40-44Z", SAND),
        patch("M-47 90C-44 66-14 56 0 46C14 56 44 66 47 90Z", SAND),
        path("M0 0V44", "", SAND, 4),
        box(-66, -112, 132, 22, 6, DARK),
        box(-66, 90, 132, 22, 6, DARK),
    )
    return (disc(), *moved(glass, 200, 160, 1.1))


DRAWINGS: dict[str, Callable[[], Shapes]] = {
    "stop": _stop,
    "yes": _yes,
    "no": _no,
    "choice": _choice,
    "danger": _danger,
    "not-allowed": _not_allowed,
    "look": _look,
    "search": _find,
    "morning": _morning,
    "night": _night,
    "week": _week,
    "month": _month,
    "meet-often": _meet_often,
    "appointment": _appointment,
    "wait": _wait,
}
