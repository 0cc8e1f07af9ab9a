"""Drawings of home and daily life."""

from __future__ import annotations

from collections.abc import Callable

from exporter.drawings.kit import people as p
from exporter.drawings.kit.bodies import (
    FLOOR,
    SIDE,
    TALL,
    arm,
    seated,
    standing,
    waist_up,
    wheelchair_behind,
    wheelchair_front,
)
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
    ellipse,
    fine,
    limb,
    moved,
    patch,
    path,
    thinner,
)
from exporter.drawings.kit.things import disc, ground, stage

LEAF = "#5f8f6e"


def _home() -> Shapes:
    return (
        *stage(),
        path("M104 298V160H296V298Z", CREAM),
        path("M78 164L200 62L322 164Z", DARK),
        path("M262 110V66H288V132", SAND),
        path("M174 298V216H226V298Z", SAND),
        circle(216, 260, 4, INK, line=0),
        *(box(x, 190, 40, 40, 0, PALE) for x in (120, 240)),
        fine("M140 190v40M120 210h40M260 190v40M240 210h40"),
        ground(30, 370),
    )


def _key() -> Shapes:
    return (
        *stage(),
        box(196, 20, 140, 280, 0, SAND),
        box(216, 44, 100, 92, 0, CREAM),
        box(216, 196, 100, 84, 0, CREAM),
        box(206, 146, 26, 44, 6, GREY),
        circle(219, 160, 4, INK, line=0),
        *moved((circle(-96, 0, 26, SAND), circle(-96, 0, 10, WHITE), path("M-70-8H6V8H-18V20H-30V8H-44V18H-56V8H-70Z", SAND)), 204, 164, 0.9),
        *moved(hand("fist", p.BROWN, 0, 0, 0, 1.35), 84, 166),
        *limb("M40 168H76", MIDDLE, 30),
        ground(30, 370),
    )  # fmt: skip


def _kitchen() -> Shapes:
    hana = p.wearing(p.RAJ, MIDDLE, "crew")
    return (
        *stage(),
        *waist_up(hana, 140, 100, 0.82, "smile", 0.6, hangs=(-1,)),
        path("M236 118H330L316 84H250Z", GREY),
        box(216, 214, 150, 86, 4, WHITE),
        box(236, 236, 110, 50, 4, DARK),
        *(circle(x, 225, 4, INK, line=0) for x in (240, 262, 320, 342)),
        box(252, 168, 78, 40, 6, MIDDLE),
        *limb("M248 178H232", INK, 4),
        path("M270 152q-8-10 0-20M292 152q-8-10 0-20M314 152q-8-10 0-20", "", MIDDLE, 5),
        *moved(arm(hana, 1, (66, 172), (112, 92), "fist", -60), 140, 100, 0.82),
        box(24, 208, 84, 92, 4, CREAM),
        path("M206 210H376M14 206H116", line=7),
        ground(14, 386),
    )


def _food() -> Shapes:
    return (
        disc(),
        *limb("M82 130V250M66 96V128Q82 150 98 128V96M82 96V124", GREY, 5),
        *limb("M324 250V96C304 110 300 150 310 176H324", GREY, 5),
        circle(202, 180, 92, WHITE),
        circle(202, 180, 66, "", MIDDLE, FINE),
        path(
            "M150 190C150 158 190 146 204 168C214 186 196 214 176 212C160 212 150 204 150 190Z",
            SAND,
        ),
        *(circle(x, y, 9, LEAF, line=4) for x, y in ((226, 150), (246, 162), (232, 174))),
        path("M206 214C214 194 250 192 252 210C250 226 212 230 206 214Z", "#c9673f"),
    )


def _drink() -> Shapes:
    glass = (
        path("M-40-74H40L30 60Q29 70 20 70H-20Q-29 70-30 60Z", WHITE),
        patch("M-33-30H33L27 57Q26 66 18 66H-18Q-26 66-27 57Z", "#a9c6dc"),
        path("M-40-74H40L30 60Q29 70 20 70H-20Q-29 70-30 60Z"),
    )
    jug = (
        path("M44-44C86-44 86 34 40 34", "", INK, 15),
        path("M44-44C86-44 86 34 40 34", "", WHITE, 5),
        path("M-56-96H46L52 62Q52 72 42 72H-46Q-56 72-56 62L-46-70Z", WHITE),
        patch("M-46-20H47L49 60Q49 68 41 68H-45Q-52 68-52 60Z", "#a9c6dc"),
        path("M-56-96H46L52 62Q52 72 42 72H-46Q-56 72-56 62L-46-70Z"),
    )
    return (*stage(), *moved(jug, 136, 226), *moved(glass, 278, 228), ground())


def _shower() -> Shapes:
    jon = p.wearing(p.DAN, p.LIGHTEST, "none")
    drops = "".join(f"M{x} {y}l-4 14" for x, y in ((150, 66), (182, 62), (214, 62), (246, 66), (142, 104), (262, 104), (134, 146), (272, 146)))  # fmt: skip
    return (
        *stage(),
        *limb("M334 296V44Q334 26 316 26H222Q206 26 206 34", GREY, 7),
        path("M164 48Q170 32 206 32Q242 32 248 48Z", GREY),
        *waist_up(jon, 204, 132, 0.8, "asleep", 0, -0.5, hangs=(-1, 1)),
        path(drops, "", MIDDLE, 6),
        path("M92 222H318V300H92Z", WHITE),
        path("M84 222H326", line=9),
        *limb("M36 120V210", GREY, 7),
        ground(30, 370),
    )


def _wash_hands() -> Shapes:
    return (
        *stage(),
        *limb("M92 232V74Q92 52 114 52H176Q196 52 196 72V88", GREY, 14),
        patch("M188 96H204V176H188Z", "#a9c6dc"),
        fine("M192 104V168M200 112V176", MIDDLE, 3),
        *moved(hand("resting", p.DEEP, 0, 0, 12, 2.0), 130, 182),
        *moved(hand("resting", p.DEEP, 0, 0, 168, 2.0, True), 266, 182),
        *limb("M60 166L124 180", SAND, 44),
        *limb("M340 166L274 180", SAND, 44),
        *(circle(x, y, r, WHITE, line=FINE) for x, y, r in ((214, 150, 9), (236, 138, 12), (176, 148, 7), (226, 164, 6))),
        path("M64 232H336C330 280 300 300 200 300S70 280 64 232Z", WHITE),
    )  # fmt: skip


def _clean() -> Shapes:
    bucket = (
        path("M-40-70H40L30 0H-30Z", SAND),
        path("M-40-70C-30-112 30-112 40-70", "", line=4),
        ellipse(0, -70, 40, 9, PALE),
    )
    k = 0.6
    who = p.wearing(p.KOFI, MIDDLE)
    one = (
        *standing(who, "smile", 0.4, trousers=DARK),
        *limb("M24 96L150 384", SAND, 7),
        path("M118 400C120 372 140 360 152 372L186 400Z", WHITE),
        *arm(who, -1, (-30, 186), (46, 166), "fist", 0),
        *arm(who, 1, (96, 160), (84, 226), "fist", 140),
    )
    return (*stage(), *moved(one, 148, 300 - TALL * k, k), *moved(bucket, 324, 300), ground())


def _garden() -> Shapes:
    def plant(x: float, y: float, size: float = 1) -> Shapes:
        return moved(
            (
                path("M0 0V-44", "", LEAF, 6),
                path("M0-18C-22-18-26-34-24-42C-8-42 0-32 0-18Z", LEAF, line=4),
                path("M0-26C20-26 26-40 24-50C8-50 0-40 0-26Z", LEAF, line=4),
                circle(0, -56, 13, SAND, line=4),
            ),
            x, y, size,
        )  # fmt: skip

    k = 0.66
    gwen = p.GWEN
    one = (
        *wheelchair_behind(),
        *seated(gwen, "smile", 0.9, trousers=DARK),
        *wheelchair_front(),
        path("M112 128H172V176H112Z", MIDDLE),
        path("M172 140L212 116", "", INK, 13),
        path("M172 140L212 116", "", MIDDLE, 4),
        path("M216 128l4 14M226 122l8 14M214 146l2 12", "", MIDDLE, 5),
        *arm(gwen, 1, (26, 160), (104, 146), "fist", -4, shoulder=SIDE),
    )
    return (
        *stage(),
        *moved(one, 104, 300 - (FLOOR + 18) * k, k),
        *plant(268, 244),
        *plant(318, 244, 1.15),
        *plant(358, 244, 0.85),
        box(236, 244, 146, 54, 4, "#8a5a2b"),
        ground(20, 388),
    )


def _television() -> Shapes:
    return (
        *stage(),
        box(54, 62, 292, 180, 12, INK),
        box(68, 76, 264, 152, 4, PALE, line=0),
        *thinner(waist_up(p.wearing(p.ADA, SAND), 154, 128, 0.52, "talk", 0.3, floor=228), 0.85),
        *thinner(
            waist_up(p.wearing(p.DAN, MIDDLE), 252, 128, 0.52, "smile", -0.5, floor=228), 0.85
        ),
        *limb("M150 246L136 294M250 246L264 294", GREY, 6),
        ground(),
    )


def _shopping() -> Shapes:
    bag = (
        path("M-34-92C-34-132 34-132 34-92", "", line=6),
        path("M-20-100C-30-130-8-150 0-128C10-152 34-132 20-100Z", LEAF),
        path("M18-98L36-142", "", "#c98f5f", 12),
        path("M-62-94H62L54 0H-54Z", SAND),
    )
    basket = (
        path("M-52-62L-28-108M52-62L28-108", "", line=6),
        path("M-66-62H66L52 0H-52Z", MIDDLE),
        fine("M-30-48L-26-12M0-48V-12M30-48L26-12", WHITE, 5),
    )
    return (*stage(), *moved(bag, 136, 298, 1.25), *moved(basket, 282, 298, 1.0), ground())


DRAWINGS: dict[str, Callable[[], Shapes]] = {
    "home": _home,
    "key": _key,
    "kitchen": _kitchen,
    "food": _food,
    "drink": _drink,
    "shower": _shower,
    "wash-hands": _wash_hands,
    "clean": _clean,
    "garden": _garden,
    "television": _television,
    "shopping": _shopping,
}
