"""Drawings of the town, of news, of days off, and of having no home."""

from __future__ import annotations

from collections.abc import Callable

from exporter.drawings.kit import people as p
from exporter.drawings.kit.bodies import arm, bust, waist_up
from exporter.drawings.kit.hands import hand
from exporter.drawings.kit.pen import (
    CREAM,
    DARK,
    GREY,
    LIGHT,
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
)
from exporter.drawings.kit.things import disc, ground, lines, screen, stage, sun


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


def _film() -> Shapes:
    return (
        *stage(),
        *moved(screen(320, 206, PALE), 200, 298),
        circle(200, 166, 52, WHITE),
        path("M184 136L236 166L184 196Z", DARK),
        box(64, 240, 272, 12, 6, MIDDLE, line=0),
        box(64, 240, 96, 12, 6, SAND, line=0),
        ground(30, 370),
    )


def _homeless() -> Shapes:
    carl = p.Person(skin=p.LIGHTEST, hair=p.BRUNETTE, style="short", clothes=DARK, bearded=True)
    k = 0.8
    one = moved(
        (
            *bust(carl, "sad", 0.3, 0.7, base=190),
            *arm(carl, 1, (60, 160), (6, 176), "resting", 176, True),
            *arm(carl, -1, (-66, 160), (-10, 180), "resting", 4),
        ),
        170,
        128,
        k,
    )
    return (
        *stage(),
        path("M250 300V60H372V300Z", CREAM),
        fine(
            "M250 108H372M250 156H372M250 204H372M250 252H372M290 60V108M338 108V156M290 156V204M338 204V252M290 252V300",
            GREY,
            3.4,
        ),
        *one,
        path("M84 300C84 262 110 250 140 256L236 252C270 250 292 270 296 300Z", MIDDLE),
        fine("M120 276Q150 262 186 272M206 286Q236 272 266 284"),
        path("M40 300V262Q40 250 52 250H74Q86 250 86 262V300Z", SAND),
        path("M50 250C50 232 76 232 76 250", "", line=4),
        ground(20, 386),
    )


def _prison() -> Shapes:
    who = waist_up(p.wearing(p.DAN, GREY), 200, 150, 0.84, "sad", 0, 0.5, floor=298)
    bars = "".join(f"M{x} 40V296" for x in (112, 156, 200, 244, 288))
    return (
        *stage(),
        box(76, 34, 248, 264, 4, LIGHT),
        *who,
        *limb(bars.replace("M200 40V296", ""), GREY, 7),
        *limb("M80 70H320M80 266H320", GREY, 7),
        *hand("fist", p.LIGHTEST, 148, 240, -70, 1.1),
        *hand("fist", p.LIGHTEST, 252, 240, -110, 1.1, True),
        ground(30, 370),
    )


DRAWINGS: dict[str, Callable[[], Shapes]] = {
    "town-hall": _town_hall,
    "holiday": _holiday,
    "newspaper": _newspaper,
    "film": _film,
    "homeless": _homeless,
    "prison": _prison,
}
