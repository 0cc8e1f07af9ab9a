"""Drawings of feelings: one face each, large enough to read at two centimetres."""

from __future__ import annotations

from collections.abc import Callable

from exporter.drawings.kit import people as p
from exporter.drawings.kit.bodies import FLOOR, SIDE, arm, collar, neck, seated, waist_up
from exporter.drawings.kit.pen import (
    DARK,
    FINE,
    MIDDLE,
    SAND,
    WHITE,
    Shapes,
    circle,
    limb,
    moved,
    path,
)
from exporter.drawings.kit.things import ground, question, stage


def solo(
    who: p.Person,
    mood: p.Mood,
    look: float = 0,
    tilt: float = 0,
    arms: Shapes = (),
    hangs: tuple[int, ...] = (-1, 1),
) -> Shapes:
    """One person alone, as large as they fit."""
    one = waist_up(who, 200, 122, 1.02, mood, look, tilt, arms, hangs)
    return (*stage(), *one, ground())


def portrait(
    who: p.Person, mood: p.Mood, look: float = 0, tilt: float = 0, more: Shapes = ()
) -> Shapes:
    """A face from near, for what can be read in it."""
    base = 100
    shoulders = (
        f"M-17 60C-20 72-40 78-52 84C-66 88-74 92-78 {base}H78C74 92 66 88 52 84C40 78 20 72 17 60Z"
    )
    near = (
        *p.behind(who),
        path(shoulders, who.clothes),
        *neck(who),
        *collar(who, base),
        *p.head(who, mood, look, tilt),
        *more,
    )
    return (*stage(), *moved(near, 200, 140, 1.6), ground())


def _happy() -> Shapes:
    return portrait(p.wearing(p.KOFI, SAND, "crew"), "happy")


def _sad() -> Shapes:
    drop = path("M0-11C5-3 8 1 8 6C8 15-8 15-8 6C-8 1-5-3 0-11Z", WHITE, line=FINE)
    return portrait(p.DAN, "sad", -0.2, 1, moved((drop,), -18, 22, 0.55))


def _angry() -> Shapes:
    return portrait(p.BETH, "angry")


def _worried() -> Shapes:
    return portrait(p.GWEN, "worried", 0.3)


def _confused() -> Shapes:
    face = portrait(p.wearing(p.ALI, MIDDLE), "confused", -0.3)
    return (*face, *moved(question(), 82, 96, 1, -14), *moved(question(), 322, 84, 1.2, 12))


def _calm() -> Shapes:
    air = path("M52 120q14-14 28 0q14 14 28 0M292 120q14-14 28 0q14 14 28 0", "", MIDDLE, 7)
    return (*portrait(p.wearing(p.HANA, SAND), "asleep"), air)


def _lonely() -> Shapes:
    k = 0.74
    one = (
        *seated(p.CARL, "sad", 0.6, 1, trousers=DARK),
        *arm(p.CARL, 1, (0, 178), (58, 184), "resting", shoulder=SIDE),
    )
    bench = (
        *limb("M86 206H338M86 180H338", SAND, 9),
        *limb("M108 176V296M316 176V296", DARK, 7),
        *limb("M86 246H338", SAND, 13),
    )
    return (*stage(), ground(), *bench, *moved(one, 134, 300 - FLOOR * k, k))


def _tired() -> Shapes:
    beth = p.wearing(p.BETH, DARK)
    up = arm(beth, 1, (76, 150), (38, 62), "resting", -138)
    return solo(beth, "yawn", -0.2, 0.2, arms=up, hangs=(-1,))


def _proud() -> Shapes:
    rosette = (
        path("M-12 6L-22 48L-4 38L0 52L4 38L22 48L12 6Z", MIDDLE, line=4),
        circle(0, 0, 24, SAND),
        circle(0, 0, 13, WHITE, line=4),
    )
    return (*solo(p.wearing(p.JON, DARK), "happy"), *moved(rosette, 226, 232, 0.9))


DRAWINGS: dict[str, Callable[[], Shapes]] = {
    "happy": _happy,
    "sad": _sad,
    "angry": _angry,
    "worried": _worried,
    "confused": _confused,
    "calm": _calm,
    "lonely": _lonely,
    "tired": _tired,
    "proud": _proud,
}
