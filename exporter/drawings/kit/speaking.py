"""Drawings of how people say, hear and read things, each in their own way."""

from __future__ import annotations

from collections.abc import Callable

from exporter.drawings.kit import people as p
from exporter.drawings.kit.bodies import arm, waist_up
from exporter.drawings.kit.feelings import solo
from exporter.drawings.kit.hands import hand
from exporter.drawings.kit.pen import (
    CREAM,
    DARK,
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
    moved,
    path,
    thinner,
)
from exporter.drawings.kit.things import (
    bubble,
    communication_board,
    disc,
    ground,
    lines,
    page,
    phone_frame,
    question,
    screen,
    stage,
    table,
)


def signer(who: p.Person, x: float, y: float, size: float, base: float) -> Shapes:
    """Somebody who signs: both hands are up in front of the chest."""
    left = arm(who, -1, (-82, 158), (-46, 136), "raised", -60, True)
    right = arm(who, 1, (84, 156), (56, 118), "pointing", -110)
    return waist_up(who, x, y, size, "talk", 0, 0, (*left, *right), (), base)


def _interpreter() -> Shapes:
    return (*stage(), *signer(p.wearing(p.HANA, DARK), 200, 112, 0.98, 300), ground())


def _film_signed() -> Shapes:
    play = (circle(0, 0, 34, WHITE), path("M-10-17L19 0L-10 17Z", DARK))
    return (
        *stage(),
        *moved(screen(340, 210, PALE), 200, 298),
        *moved(play, 136, 166),
        box(238, 92, 120, 160, 0, WHITE, line=4),
        *thinner(signer(p.wearing(p.HANA, DARK), 298, 142, 0.5, 250), 0.8),
        box(60, 232, 150, 12, 6, MIDDLE, line=0),
        box(60, 232, 60, 12, 6, SAND, line=0),
        ground(30, 370),
    )


def _large_print() -> Shapes:
    def letter(x: float, y: float, size: float, weight: float) -> Shapes:
        return moved((path("M-30 40L0-40L30 40M-20 14H20", "", INK, weight),), x, y, size)

    return (
        disc(),
        *page(80, 40, 110, 150),
        *letter(104, 74, 0.3, 6),
        *lines(126, 82, (46,)),
        *lines(98, 106, (74, 74, 60, 74), 20),
        *page(196, 64, 136, 220),
        *letter(264, 124, 1, 15),
        *lines(220, 196, (88, 88, 60), 30, 11),
        path("M150 216C150 244 160 254 180 254M168 240L184 254L168 268", "", SAND, 8),
    )


def _easy_read() -> Shapes:
    person = (
        path("M-20 24C-20 0-12-4 0-4S20 0 20 24Z", MIDDLE, line=4),
        circle(0, -18, 13, "#c98f5f", line=4),
    )
    home = (path("M-16 20V-2H16V20Z", CREAM, line=4), path("M-24 0L0-22L24 0Z", DARK, line=4))
    mug = (path("M14-6c14 0 14 18 0 18", "", line=4), box(-16, -14, 30, 34, 5, SAND, line=4))
    rows = tuple(
        part
        for y, sign in ((84, person), (160, home), (236, mug))
        for part in (*moved(sign, 136, y), *lines(180, y - 8, (96, 70), 18, 6))
    )
    return (disc(), box(92, 30, 216, 262, 6, WHITE), *rows)


def _braille() -> Shapes:
    cells = ((0, 1, 3), (0, 3), (1, 2, 4), (0, 2, 3, 5), (0, 1), (1, 3, 4), (0, 4), (2, 3))
    dots = tuple(
        dot(104 + (i % 4) * 56 + (d // 3) * 20, 106 + (i // 4) * 84 + (d % 3) * 20, 6.2 if d in cell else 2.2, INK if d in cell else GREY)
        for i, cell in enumerate(cells)
        for d in range(6)
    )  # fmt: skip
    return (
        disc(),
        box(72, 70, 256, 190, 8, CREAM),
        *dots,
        *hand("pointing", p.TAN, 268, 288, -128, 1.7, True),
    )


def _hearing_loop() -> Shapes:
    ear = (
        path(
            "M-38 60C-60 30-70-70 4-76C62-78 78-22 52 16C38 36 34 44 30 60C24 88-10 92-24 74C-28 70-34 66-38 60Z",
            p.TAN,
        ),
        path("M-24-12C-28-44 20-58 34-26C42-4 12 4 14 24C14 38-2 42-8 32", "", line=5),
    )
    return (
        disc(),
        *moved((*ear, *_behind_ear()), 160, 172, 1.2),
        path("M284 96C306 130 306 196 276 232M318 70C358 122 354 214 308 262", "", DARK, 9),
    )


def _hearing_aid() -> Shapes:
    ear = (
        path(
            "M-38 60C-60 30-70-70 4-76C62-78 78-22 52 16C38 36 34 44 30 60C24 88-10 92-24 74C-28 70-34 66-38 60Z",
            p.FAIR,
        ),
        path("M-24-12C-28-44 20-58 34-26C42-4 12 4 14 24", "", line=5),
    )
    return (disc(), *moved((*ear, *_behind_ear()), 186, 168, 1.4))


def _behind_ear() -> Shapes:
    return (
        path("M44-72C78-62 92-10 70 34C62 48 46 40 50 26C60-4 58-34 36-54Z", SAND),
        path("M38-64C8-64 4-20 8 6", "", INK, 6),
        circle(8, 14, 11, SAND),
        dot(72, -10, 4),
    )


def _board() -> Shapes:
    return (
        disc(),
        *communication_board(200, 136, 0, 3.2),
        *hand("pointing", p.BROWN, 262, 276, -122, 1.7, True),
    )


def _ask() -> Shapes:
    beth = p.wearing(p.BETH, DARK, "lanyard")
    up = arm(p.DAN, -1, (-86, 120), (-84, 40), "raised", -94, True)
    return (
        *stage(),
        *waist_up(p.DAN, 126, 146, 0.86, "talk", 0.5, arms=up, hangs=(1,)),
        *bubble(176, 14, 104, 98, (158, 140)),
        *moved(question(), 228, 58, 0.95),
        *waist_up(beth, 312, 146, 0.86, "smile", -0.6),
        ground(),
    )


def _quiet() -> Shapes:
    hush = arm(p.FAY, 1, (78, 156), (20, 78), "pointing", -104)
    return solo(p.FAY, "calm", 0, 0, arms=hush, hangs=(-1,))


def _loud() -> Shapes:
    speaker = (
        path("M-64-26H-28L34-66V66L-28 26H-64Z", SAND),
        path("M34-66C48-40 48 40 34 66", "", line=5),
        path("M-50 28L-38 74H-16L-22 30", DARK),
        path(
            "M66-34C80-12 80 12 66 34M90-54C116-20 116 20 90 54M114-74C152-28 152 28 114 74",
            "",
            DARK,
            9,
        ),
    )
    return (disc(), *moved(speaker, 158, 160, 1.2))


def _text_message() -> Shapes:
    return (
        disc(),
        *moved(phone_frame(136, 244), 200, 160),
        box(146, 76, 78, 46, 14, PALE, line=4),
        *lines(158, 93, (52, 34), 14),
        box(176, 140, 78, 46, 14, SAND, line=4),
        fine("M188 157h52M188 171h40", INK, 5),
        box(146, 204, 60, 36, 14, PALE, line=4),
        *(dot(162 + i * 14, 222, 4, DARK) for i in range(3)),
    )


def _computer() -> Shapes:
    hana = p.wearing(p.HANA, SAND)
    return (
        *stage(),
        *waist_up(hana, 132, 124, 0.86, "smile", 0.6, hangs=(-1,), floor=262),
        *moved(screen(150, 110, PALE), 290, 262),
        *lines(236, 150, (60, 80, 46), 22, 6),
        *moved(arm(hana, 1, (58, 150), (84, 140), "resting", 8), 132, 124, 0.86),
        *table(40, 262, 330, 300),
        ground(),
    )


def _password() -> Shapes:
    return (
        disc(),
        path("M152 128V98C152 34 248 34 248 98V128", "", INK, 32),
        path("M152 128V98C152 34 248 34 248 98V128", "", GREY, 22),
        box(122, 122, 156, 128, 14, SAND),
        box(88, 190, 224, 60, 10, WHITE),
        *(dot(122 + i * 39, 220, 9, INK) for i in range(5)),
    )


def _translate() -> Shapes:
    return (
        *stage(),
        *waist_up(p.wearing(p.RAJ, DARK), 76, 162, 0.7, "talk", 0.6),
        *waist_up(p.wearing(p.GWEN, SAND), 324, 162, 0.7, "smile", -0.6),
        *waist_up(p.wearing(p.IDA, MIDDLE), 200, 140, 0.76, "talk", 0.5),
        *bubble(20, 12, 112, 74, (92, 118)),
        path("M46 54q8-20 16 0q8 20 16 0q8-20 16 0q8 20 16 0", "", SAND, 6),
        *bubble(232, 12, 112, 74, (218, 112)),
        *lines(254, 40, (68, 46), 18, 6),
        ground(14, 386),
    )


DRAWINGS: dict[str, Callable[[], Shapes]] = {
    "interpreter": _interpreter,
    "signed-film": _film_signed,
    "large-print": _large_print,
    "easy-read": _easy_read,
    "braille": _braille,
    "hearing-loop": _hearing_loop,
    "hearing-aid": _hearing_aid,
    "communication-board": _board,
    "ask": _ask,
    "quiet": _quiet,
    "loud": _loud,
    "text-message": _text_message,
    "computer": _computer,
    "password": _password,
    "spoken-interpreter": _translate,
}
