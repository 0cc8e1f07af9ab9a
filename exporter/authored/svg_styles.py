"""Declarations of style that browsers draw and others pass over: told by name, not left out."""

from __future__ import annotations

import re

_PROPERTIES = (
    *("transform", "translate", "rotate", "scale", "perspective", "zoom", "background"),
    *("background-color", "background-image", "animation", "animation-name", "offset", "d"),
    *("offset-path", "text-shadow", "box-shadow", "backdrop-filter", "mask-image", "shape-inside"),
    *("-webkit-mask-image", "-webkit-clip-path", "-webkit-text-stroke", "content", "clip"),
)
_ALONE = re.compile(
    r"(?:^|[;{\s])(?P<name>" + "|".join(map(re.escape, _PROPERTIES)) + r")\s*:\s*"
    r"(?!none\b|auto\b|normal\b|transparent\b|initial\b|unset\b|rect\()[^\s;}]",
    re.IGNORECASE,
)
_FUNCTIONS = re.compile(
    r"(?<![\w-])(?P<name>circle|ellipse|inset|polygon|xywh|path|linear-gradient|radial-gradient|"
    r"conic-gradient|repeating-linear-gradient|lab|lch|oklab|oklch|color|hwb|light-dark)\s*\(",
    re.IGNORECASE,
)
_RULES = re.compile(r"@(?!charset\b|font-face\b|import\b)(?P<name>[\w-]+)", re.IGNORECASE)
_STATES = re.compile(r"(?<=[\w\])*}.])::?(?P<name>before|after|hover|active|focus|target)\b", re.I)
_COLOUR = re.compile(r"(?<![\w#.-])(?P<name>rebeccapurple)(?![\w-])", re.IGNORECASE)


def unlike(css: str, *, sheet: bool = False) -> str:
    """The name of the first thing in a value, style or style `sheet` that not everybody draws.

    Nothing where there is none.
    """
    patterns = (_ALONE, _FUNCTIONS, _COLOUR, *((_RULES, _STATES) if sheet else ()))
    for pattern in patterns:
        if match := pattern.search(css):
            return str(match["name"])
    return ""
