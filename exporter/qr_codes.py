"""The QR code of an address: on paper a telephone's camera follows the link that nobody can press.

Always black on white with a quiet zone of four modules (ISO/IEC 18004, 9.1), whatever the colours
of a brand are, and of one level of error correction: the same address gives the same code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from exporter.model import Picture, QrCode

_QUIET = 4
"""Modules of white around the code."""
_SIDE = 25 / 25.4 * 72
_MODULE = 0.5 / 25.4 * 72
"""In points, without the quiet zone: at least 2.5 cm, and so large that a telephone held at arm's
length tells the modules of a long address apart."""
LONGEST = 400
"""Bytes. The code of a longer address would not fit into a column of large print."""


def has_code(url: str) -> bool:
    """Whether paper shows a code for an address: only of the web, where a camera may lead."""
    return _is_web(url) and len(url.encode()) <= LONGEST


def is_too_long(url: str) -> bool:
    """Whether an address has none only since it is too long."""
    return _is_web(url) and not has_code(url)


def _is_web(url: str) -> bool:
    return url.lower().startswith(("https://", "http://"))


def side(code: QrCode) -> float:
    """The printed width and height of a code with its quiet zone, in points."""
    modules = len(_modules(code.url))
    return max(_SIDE / modules, _MODULE) * (modules + 2 * _QUIET)


def drawn(code: QrCode) -> Picture:
    """The code as a drawing, one unit a module."""
    modules = _modules(code.url)
    across = len(modules) + 2 * _QUIET
    path = "".join(_runs(modules))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {across}" '
        f'width="{across}" height="{across}">'
        f'<rect width="{across}" height="{across}" fill="#ffffff"/>'
        f'<path fill="#000000" d="{path}"/></svg>'
    )
    return Picture(
        name="qr-code", media="svg", data=svg.encode(), alt=code.alt, width=across, height=across
    )


@lru_cache(maxsize=256)
def _modules(url: str) -> tuple[bytes, ...]:
    """The rows of modules, 1 for a dark one."""
    import segno  # few documents have a film

    made = segno.make_qr(url.encode(), error="m", boost_error=False)
    return tuple(map(bytes, made.matrix))


def _runs(modules: Iterable[bytes]) -> Iterator[str]:
    """Dark modules that touch each other in a row, as one rectangle."""
    for y, row in enumerate(modules, _QUIET):
        x = _QUIET
        for dark, run in groupby(row):
            wide = len(list(run))
            if dark:
                yield f"M{x} {y}h{wide}v1h-{wide}z"
            x += wide
