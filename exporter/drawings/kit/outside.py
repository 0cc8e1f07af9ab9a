"""Drawings of the town, of news and of days off."""

from __future__ import annotations

from collections.abc import Callable

from exporter.drawings.kit.pen import (
    CREAM,
    DARK,
    MIDDLE,
    PALE,
    SAND,
    WHITE,
    Shapes,
    box,
    circle,
    fine,
    moved,
    path,
)
from exporter.drawings.kit.things import disc, ground, lines, stage, sun


def _town_hall() -> Shapes:
    return (
        *stage(),
        box(58, 168, 284, 130, 0, CREAM),
        box(146, 112, 108, 186, 0, WHITE),
        path("M136 114L200 70L264 114Z", DARK),
        box(182, 30, 36, 50, 0, CREAM),
        path("M174 34L200 8L226 34Z", DARK),
        circle(200, 56, 12, WHITE, line=4),
        fine("M200 49v7l5 4", line=3),
        *(box(x, y, 26, 34, 0, PALE, line=4) for x in (76, 112, 262, 298) for y in (186, 240)),
        *(box(x, 134, 24, 36, 0, PALE, line=4) for x in (160, 216)),
        path("M178 298V222Q178 200 200 200Q222 200 222 222V298", SAND),
        path("M134 298H266", line=9),
        ground(30, 370),
    )


def _holiday() -> Shapes:
    case = (
        path("M-26-96V-124Q-26-132-18-132H18Q26-132 26-124V-96", "", line=7),
        box(-78, -98, 156, 98, 12, MIDDLE),
        path("M-44-98V0M44-98V0", "", SAND, 12),
        path("M-44-98V0M44-98V0"),
    )
    hat = (
        path("M-70 0C-70-14 70-14 70 0C70 14-70 14-70 0Z", SAND),
        path("M-34-4C-34-50 34-50 34-4C16 4-16 4-34-4Z", SAND),
        path("M-35-12C-16-4 16-4 35-12L34-2C16 6-16 6-34-2Z", DARK),
    )
    return (
        *stage(),
        *sun(306, 82, 34),
        *moved(case, 182, 298, 1.15),
        *moved(hat, 318, 286, 0.72),
        ground(),
    )


def _newspaper() -> Shapes:
    return (
        disc(),
        path("M92 66H286V252Q286 266 300 266H106Q92 266 92 252Z", WHITE),
        path("M286 112H316V250Q316 266 300 266Q286 266 286 250Z", CREAM),
        box(112, 90, 154, 24, 0, DARK, line=0),
        box(112, 132, 72, 60, 0, PALE, line=4),
        *lines(202, 138, (64, 64, 50, 64), 18, 6),
        *lines(112, 216, (154, 120), 20, 6),
    )


DRAWINGS: dict[str, Callable[[], Shapes]] = {
    "town-hall": _town_hall,
    "holiday": _holiday,
    "newspaper": _newspaper,
}
