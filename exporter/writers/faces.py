"""Faces beside yes, no and not sure: decoration, for the words say the same."""

from __future__ import annotations

from exporter.model import Mood, Picture

_SIDE = 48
_MOUTHS: dict[Mood, str] = {
    "yes": "M 15 29 C 18 36 30 36 33 29",
    "no": "M 15 34 C 18 27 30 27 33 34",
    "not-sure": "M 15 32 L 33 32",
}
"""It alone tells them apart, so that they are told in grey too."""


def face(mood: Mood) -> Picture:
    """The face of a mood that is one."""
    ink = "#1f2a30"
    eyes = "".join(f'<circle cx="{x}" cy="18.5" r="3" fill="{ink}"/>' for x in (16.5, 31.5))
    drawn = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_SIDE}" height="{_SIDE}" '
        f'viewBox="0 0 {_SIDE} {_SIDE}">'
        f'<circle cx="24" cy="24" r="22" fill="#ffffff" stroke="{ink}" stroke-width="3"/>{eyes}'
        f'<path d="{_MOUTHS[mood]}" fill="none" stroke="{ink}" stroke-width="3" '
        'stroke-linecap="round"/></svg>'
    )
    return Picture(
        name=f"face-{mood}", media="svg", data=drawn.encode(), alt="", width=_SIDE, height=_SIDE
    )
