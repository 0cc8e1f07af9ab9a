"""Drawings of places, services and what protects people."""

from __future__ import annotations

from collections.abc import Callable

from exporter.drawings.kit import people as p
from exporter.drawings.kit.bodies import waist_up
from exporter.drawings.kit.feelings import solo
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
    patch,
    path,
    thinner,
)
from exporter.drawings.kit.things import (
    GREEN,
    RED,
    disc,
    ground,
    lines,
    medical,
    stage,
    tick,
)


def _equal() -> Shapes:
    return (
        *stage(),
        *waist_up(p.wearing(p.GWEN, SAND), 88, 128, 0.82, "smile", 0.4),
        *waist_up(p.wearing(p.ALI, MIDDLE), 312, 128, 0.82, "smile", -0.4),
        *limb("M172 148H228M172 186H228", SAND, 12),
        ground(14, 386),
    )


def _safe() -> Shapes:
    person = thinner(
        waist_up(p.wearing(p.IDA, SAND), 200, 130, 0.62, "smile", floor=236, hangs=(-1, 1)), 0.9
    )
    return (
        disc(),
        path("M200 22C238 44 276 52 316 54V150C316 222 262 270 200 298C138 270 84 222 84 150V54C124 52 162 44 200 22Z", MIDDLE),
        path("M200 46C234 64 266 71 296 73V150C296 210 250 250 200 274C150 250 104 210 104 150V73C134 71 166 64 200 46Z", WHITE, line=4),
        *person,
        circle(292, 250, 34, GREEN),
        tick(294, 254, 0.9, WHITE, 10),
    )  # fmt: skip


def _police() -> Shapes:
    kofi = p.wearing(
        p.Person(skin=p.FAIR, hair=p.BRUNETTE, style="cropped", clothes=DARK, collar="polo"), DARK
    )
    hat = (
        path("M-40-24C-52-46-44-62 0-66C44-62 52-46 40-24Z", DARK),
        path("M-38-30H38V-20H-38Z", INK),
        patch(
            "M-38-29h9.500v8h-9.500zM-19-29h9.500v8h-9.500zM0-29h9.500v8h-9.500zM19-29h9.500v8h-9.500z",
            WHITE,
        ),
        path("M-40-20C-20-28 20-28 40-20C24-12-24-12-40-20Z", INK),
        circle(0, -46, 7, WHITE, line=FINE),
    )
    vest = (patch("M-46 96H-20V120H-46Z", SAND),)
    return (
        *solo(kofi, "smile"),
        *moved(hat, 200, 122, 1.02),
        *vest[:0],
        *moved((box(16, 108, 24, 16, 3, WHITE, line=FINE),), 200, 122, 1.02),
    )


def _fire() -> Shapes:
    flame = (
        path(
            "M0-110C14-70 66-50 62 10C60 52 34 72 0 72S-60 52-62 10C-62-18-46-34-36-56C-28-40-20-34-14-30C-18-60-12-90 0-110Z",
            SAND,
        ),
        path(
            "M2-22C8 0 32 10 30 36C28 58 16 68 0 68S-28 58-28 38C-28 22-18 14-12 2C-8 10-4 12-2 12C-4 0-2-12 2-22Z",
            RED,
            line=4,
        ),
    )
    return (*stage(), *moved(flame, 200, 216, 1.15), ground())


def _care_home() -> Shapes:
    return (
        *stage(),
        box(56, 112, 288, 186, 0, CREAM),
        path("M40 116L92 60H308L360 116Z", DARK),
        *(box(x, y, 42, 38, 0, PALE, line=4) for x in (76, 136, 222, 282) for y in (136, 214)),
        path("M176 298V226H224V298", SAND),
        medical(200, 176, 15),
        ground(24, 376),
    )


def _pharmacy() -> Shapes:
    return (
        *stage(),
        box(64, 96, 272, 202, 0, CREAM),
        path("M52 96H348L336 148H64Z", GREEN),
        path("M98 96L94 148M146 96L144 148M200 96V148M254 96L256 148M302 96L306 148", "", line=4),
        circle(200, 62, 34, WHITE),
        medical(200, 62, 19, GREEN),
        box(86, 172, 110, 92, 0, PALE),
        *(
            box(x, 232, 18, 32, 4, colour, line=4)
            for x, colour in ((100, SAND), (132, WHITE), (164, MIDDLE))
        ),
        box(224, 172, 76, 126, 0, WHITE),
        box(236, 184, 52, 60, 0, PALE, line=4),
        ground(24, 376),
    )


def _library() -> Shapes:
    spines = tuple(
        box(x, y - h, w, h, 3, colour, line=4)
        for y, row in ((150, ((66, 30, 78, MIDDLE), (98, 24, 66, SAND), (124, 34, 82, DARK), (160, 26, 70, CREAM), (232, 30, 80, SAND), (264, 26, 64, MIDDLE), (292, 36, 76, WHITE))),
                       (252, ((66, 34, 74, CREAM), (102, 26, 82, DARK), (176, 30, 72, SAND), (208, 24, 80, MIDDLE), (234, 34, 66, WHITE), (302, 28, 78, DARK))))
        for x, w, h, colour in row
    )  # fmt: skip
    return (
        *stage(),
        box(44, 40, 312, 258, 4, CREAM),
        box(56, 54, 288, 98, 0, LIGHT, line=4),
        box(56, 164, 288, 90, 0, LIGHT, line=4),
        *spines,
        ground(24, 376),
    )


def _identity_card() -> Shapes:
    return (
        disc(),
        box(62, 72, 276, 176, 16, WHITE),
        path("M62 88Q62 72 78 72H322Q338 72 338 88V106H62Z", DARK),
        box(84, 126, 88, 100, 4, PALE, line=4),
        *thinner(waist_up(p.wearing(p.ADA, SAND), 128, 166, 0.46, "smile", floor=225), 0.8),
        *lines(196, 140, (114, 92, 114, 70), 24, 7),
    )


def _camera() -> Shapes:
    return (
        disc(),
        path("M150 96L166 70H234L250 96Z", GREY),
        box(72, 96, 256, 160, 18, DARK),
        patch("M74.500 124H325.500V140H74.500Z", MIDDLE),
        circle(200, 180, 62, WHITE),
        circle(200, 180, 42, MIDDLE),
        circle(200, 180, 20, INK, line=0),
        circle(214, 164, 8, WHITE, line=0),
        box(272, 106, 36, 16, 4, WHITE, line=4),
        box(94, 82, 34, 14, 4, SAND, line=4),
    )


def _internet() -> Shapes:
    return (
        disc(),
        circle(200, 254, 17, DARK, line=0),
        path(
            "M148 206C176 176 224 176 252 206M108 164C158 112 242 112 292 164M68 122C140 50 260 50 332 122",
            "",
            DARK,
            22,
        ),
    )


def _leisure() -> Shapes:
    ball = (
        circle(0, 0, 46, WHITE),
        path("M0-18L17-6L11 15H-11L-17-6Z", INK, line=2),
        fine("M0-18V-44M17-6L42-16M11 15L27 36M-11 15L-27 36M-17-6L-42-16", line=4),
    )
    note = (
        path("M-20 40V-44L34-56V28", "", line=8),
        circle(-32, 42, 14, DARK),
        circle(22, 30, 14, DARK),
    )
    brush = (
        *limb("M0 10L44-84", SAND, 9),
        path("M-12 4L8 12C8 34-16 46-34 40C-22 34-24 16-12 4Z", MIDDLE),
    )
    return (*stage(), *moved(ball, 104, 248), *moved(note, 300, 92, 0.9), *moved(brush, 236, 258, 1), *moved((path("M-70-50H70V44H-70Z", WHITE), path("M-60 34L-24-10L4 18L28-18L60 34Z", "#9fb58f", line=4), circle(34, -28, 10, SAND, line=4)), 150, 120, 0.95), ground())  # fmt: skip


def _pet() -> Shapes:
    cat = (
        path("M58 0C96 0 96-52 78-66", "", INK, 17),
        path("M58 0C96 0 96-52 78-66", "", SAND, 7),
        path("M-50 0C-58-60-40-92 0-92S58-60 56 0Z", SAND),
        path("M-40-148L-34-190L-8-166H8L34-190L40-148C44-112 24-92 0-92S-44-112-40-148Z", SAND),
        dot(-15, -134, 4.5), dot(15, -134, 4.5),
        path("M-5-122H5L0-116Z", INK, line=2),
        fine("M0-116V-110Q-6-104-12-108M0-110Q6-104 12-108M-24-118L-52-124M-24-112L-52-110M24-118L52-124M24-112L52-110"),
        fine("M-16 0V-34M16 0V-34", line=4),
    )  # fmt: skip
    return (*stage(), *moved(cat, 196, 298, 1.25), ground())


def _heart() -> Shapes:
    d = "M0 84C-60 40-104 8-104-40C-104-78-76-96-50-96C-26-96-8-82 0-62C8-82 26-96 50-96C76-96 104-78 104-40C104 8 60 40 0 84Z"
    return (
        disc(),
        *moved((path(d, RED),), 200, 170),
        path("M70 168H150L168 130L196 214L222 150L234 168H330", "", WHITE, 8),
    )


def _bin() -> Shapes:
    return (
        *stage(),
        path("M124 120H276L262 298H138Z", GREY),
        box(108, 94, 184, 28, 6, DARK),
        box(172, 76, 56, 18, 6, DARK),
        fine("M164 148L170 272M200 148V272M236 148L230 272", WHITE, 6),
        ground(),
    )


DRAWINGS: dict[str, Callable[[], Shapes]] = {
    "equal": _equal,
    "safe": _safe,
    "police": _police,
    "fire": _fire,
    "care-home": _care_home,
    "pharmacy": _pharmacy,
    "library": _library,
    "identity-card": _identity_card,
    "photo": _camera,
    "internet": _internet,
    "leisure": _leisure,
    "pet": _pet,
    "heart": _heart,
    "rubbish": _bin,
}
