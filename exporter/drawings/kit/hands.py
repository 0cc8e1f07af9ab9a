"""Hands. Each begins at the wrist, at (0, 0), and points to the right; its thumb is on top."""

from __future__ import annotations

from exporter.drawings.kit.pen import FINE, Shapes, fine, limb, moved, path


def offering(skin: str) -> Shapes:
    """Open, seen from its side: it explains, offers or asks."""
    return (
        *limb("M8-3C14-8 18-15 20-21", skin, 8),
        path("M-5-10C6-12 16-12 24-10L41-9C48-8 48-1 41-1C48 0 47 7 40 7C44 9 42 14 36 13L18 13C8 13 0 11-5 10Z", skin),
        fine("M27-1H40M27 7H38"),
    )  # fmt: skip


def resting(skin: str) -> Shapes:
    """Flat on a table or a lap."""
    return (
        path("M-5-9C8-12 20-13 28-11C36-9 39-4 38 1C38 7 33 11 25 11L-5 11Z", skin),
        fine("M26-4L37-2M26 3L36 4"),
        fine("M6-9C11-3 17-2 22-3"),
    )


def fist(skin: str) -> Shapes:
    """Closed around something that stands upright."""
    return (
        path("M-5-9C2-13 10-16 18-16C27-16 30-11 30-2C30 9 27 15 18 15C10 15 2 12-5 10Z", skin),
        fine("M30-6H18M31 1H17M29 8H18"),
        path("M4-12C10-19 20-20 26-16C29-12 26-8 22-8L12-7", skin, line=FINE),
    )


def raised(skin: str) -> Shapes:
    """Five fingers spread: here I am, or stop."""
    fingers = ((24, 9, 46, 20), (29, 3, 55, 8), (29, -4, 57, -5), (26, -9, 51, -17))
    drawn = (
        *limb("M8-8L24-27", skin, 8),
        *(part for a, b, c, d in fingers for part in limb(f"M{a} {b}L{c} {d}", skin, 7.5)),
    )
    lines = tuple(shape for shape in drawn if shape.line)
    skins = tuple(shape for shape in drawn if not shape.line)
    palm = "M-5-9C4-11 8-15 14-14L29-12C33-6 33 6 29 13C20 18 8 14-5 10Z"
    return (*lines, path(palm, skin, line=10), *skins, path(palm, skin, ink=skin, line=1))


def pointing(skin: str) -> Shapes:
    """One finger stretched out."""
    return (
        *limb("M18-7L46-9", skin, 8),
        path("M-5-9C2-12 8-14 16-13C27-13 29-9 29-2C29 8 26 13 18 13C10 13 2 12-5 10Z", skin),
        fine("M29 0H18M28 6H19"),
        path("M5-6C10-3 16-3 21-4", skin, line=FINE),
    )


def thumb_up(skin: str) -> Shapes:
    """A fist whose thumb points up."""
    return (
        *limb("M12-10C16-18 17-24 17-32", skin, 10),
        path("M-6-10C2-12 8-16 16-15L27-15C34-15 34-7 28-7C35-7 35 1 28 1C34 1 34 9 27 9C32 10 31 16 25 16L10 16C2 15-2 12-6 10Z", skin),
        fine("M28-7H18M28 1H18M27 9H18"),
    )  # fmt: skip


def cupped(skin: str) -> Shapes:
    """Held below something that rests in it."""
    return (
        path("M-5-10C4-8 12-4 20-4L42-8C49-8 49 0 44 1L30 5C24 12 16 14 10 13C4 13 0 12-5 10Z", skin),
        *limb("M8-7C12-14 18-18 26-18", skin, 7),
        fine("M28 0L40-2"),
    )  # fmt: skip


HANDS = {
    "offering": offering,
    "resting": resting,
    "fist": fist,
    "raised": raised,
    "pointing": pointing,
    "thumb-up": thumb_up,
    "cupped": cupped,
}


def hand(
    kind: str, skin: str, x: float, y: float, turn: float = 0, size: float = 1, flip: bool = False
) -> Shapes:
    """A hand with its wrist at (x, y). Flipped, its thumb is on the other side."""
    upright = HANDS[kind](skin)
    if flip:
        upright = moved(moved(upright, flip=True), turn=180)
    return moved(upright, x, y, size, turn)
