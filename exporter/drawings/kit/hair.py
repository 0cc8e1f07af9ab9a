"""Hair and what is worn on it, around a face at (0, 0): what hangs behind, and what is in front."""

from __future__ import annotations

from collections.abc import Callable

from exporter.drawings.kit.pen import FINE, Shapes, circle, fine, patch, path

_CAP = (
    "M-33-1C-37.4-38.4-19.8-52.7 0-52.7S37.4-38.4 33-1C30.8-18.6 22-29.6 4.4-34"
    "C-15.4-31.8-28.6-20.8-33-1Z"
)


def _none(_: str) -> Shapes:
    return ()


def _short(hair: str) -> Shapes:
    return (path(_CAP, hair),)


def _cropped(hair: str) -> Shapes:
    d = (
        "M-33-2C-37-38-22-53 0-53S37-38 33-2C30-9 29-16 27-23C18-31 8-33 0-33S-18-31-27-23"
        "C-29-16-30-9-33-2Z"
    )
    return (path(d, hair),)


def _bald(hair: str) -> Shapes:
    left = "M-34 6C-40-6-38-24-29-29C-27-19-31-8-31 4Z"
    right = "M34 6C40-6 38-24 29-29C27-19 31-8 31 4Z"
    return (path(left, hair), path(right, hair))


def _bun(hair: str) -> Shapes:
    return (circle(0, -60, 18, hair),)


def _bob_behind(hair: str) -> Shapes:
    return (path("M-40 44C-50 10-50-56 0-57S50 10 40 44C26 52-26 52-40 44Z", hair),)


def _bob(hair: str) -> Shapes:
    d = (
        "M-40 40C-46-20-38-57 0-57S46-20 40 40C30 28 30 6 30-10C16-14 4-22-4-32"
        "C-12-20-22-12-30-10C-30 6-30 28-40 40Z"
    )
    return (path(d, hair),)


def _long_behind(hair: str) -> Shapes:
    return (path("M-42 104C-54 20-52-57 0-57S54 20 42 104C26 112-26 112-42 104Z", hair),)


def _long(hair: str) -> Shapes:
    d = (
        "M-39 60C-46-20-38-57 0-57S46-20 39 60C31 36 32 6 30-8C18-14 6-24 2-34"
        "C-6-24-18-14-30-8C-32 6-31 36-39 60Z"
    )
    return (path(d, hair),)


def _afro_behind(hair: str) -> Shapes:
    d = (
        "M-36 26C-50 24-56 12-52 2C-62-8-58-24-50-28C-52-44-40-54-30-54C-22-68-4-68 2-62"
        "C14-70 28-62 32-54C44-54 52-42 50-30C60-22 60-8 52 0C56 12 50 24 36 26Z"
    )
    return (path(d, hair),)


def _afro(hair: str) -> Shapes:
    d = "M-32-6C-27-14-27-22-20-28C-10-34 10-34 20-28C27-22 27-14 32-6C42-34 22-54 0-54S-42-34-32-6Z"
    return (patch(d, hair), fine("M-32-6C-27-14-27-22-20-28C-10-34 10-34 20-28C27-22 27-14 32-6"))


def _curly_behind(hair: str) -> Shapes:
    d = (
        "M-32 24C-44 22-46 10-42 2C-50-8-46-22-40-26C-42-42-30-50-22-50C-14-60 4-60 8-56"
        "C20-60 30-52 32-46C42-42 46-30 42-22C50-14 48 0 42 4C46 14 42 22 32 24Z"
    )
    return (path(d, hair),)


def _curly(hair: str) -> Shapes:
    d = "C18-16 14-22 12-28C4-20-8-20-10-28C-14-20-20-18-26-18C-26-12-28-6-32-2"
    crown = f"M-32-2C-40-40-22-54 0-54S40-40 32-2C28-6 26-12 26-18{d}"
    return (patch(crown, hair), fine(f"M32-2C28-6 26-12 26-18{d}", line=5))


def _scarf_behind(cloth: str) -> Shapes:
    d = "M-58 98C-50 70-44 40-43 4C-43-40-22-58 0-58S43-40 43 4C44 40 50 70 58 98C30 116-30 116-58 98Z"
    return (path(d, cloth),)


def _scarf(cloth: str) -> Shapes:
    ring = (
        "M0-58C22-58 43-40 43 4C42 40 26 62 0 64C-26 62-42 40-43 4C-43-40-22-58 0-58Z"
        "M0-42C-18-42-31-30-31-4C-31 20-20 44 0 46C20 44 31 20 31-4C31-30 18-42 0-42Z"
    )
    return (
        path("M-36 44C-20 66 20 66 36 44C40 70 46 84 54 94C30 112-30 112-54 94C-46 84-40 70-36 44Z", cloth),
        path(ring, cloth),
        fine("M-24 62C-10 78 14 80 34 70"),
    )  # fmt: skip


def _turban(cloth: str) -> Shapes:
    d = "M-38-12C-48-50-24-70 2-70S48-50 38-12C26-26 12-32 0-32S-26-26-38-12Z"
    return (
        path(d, cloth),
        fine("M0-32C-12-44-30-40-40-26M0-32C12-50 30-54 41-44M-30-56C-16-52-4-44 0-32"),
    )


def beard(hair: str, skin: str, x: float) -> Shapes:
    """A short beard that leaves the mouth free."""
    d = (
        "M-31.5-2C-32 34-18 51 0 51S32 34 31.5-2C28 8 24 15 18 18C10 14-10 14-18 18"
        "C-24 15-28 8-31.5-2Z"
    )
    return (
        path(d, hair, line=FINE),
        path(f"M{x - 11} 26C{x - 5} 20 {x + 5} 20 {x + 11} 26C{x + 7} 36 {x - 7} 36 {x - 11} 26Z",
             skin, hair, 1),
    )  # fmt: skip


BACK: dict[str, Callable[[str], Shapes]] = {
    "short": _none,
    "cropped": _none,
    "bald": _none,
    "bun": _bun,
    "bob": _bob_behind,
    "long": _long_behind,
    "afro": _afro_behind,
    "curly": _curly_behind,
    "scarf": _scarf_behind,
    "turban": _none,
}
FRONT: dict[str, Callable[[str], Shapes]] = {
    "short": _short,
    "cropped": _cropped,
    "bald": _bald,
    "bun": _short,
    "bob": _bob,
    "long": _long,
    "afro": _afro,
    "curly": _curly,
    "scarf": _scarf,
    "turban": _turban,
}
