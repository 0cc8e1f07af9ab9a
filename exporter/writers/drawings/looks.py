"""How the parts of a plain drawing look: attributes, `style=`, and the drawing's own style sheet.

Only what is said here is plain. All that is not said to be without effect makes a drawing one that
is not plain: it is never passed over.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from PIL import ImageColor

from exporter.writers.drawings.shapes import NotPlain, length

INHERITED = {
    "fill": "black",
    "stroke": "none",
    "fill-rule": "nonzero",
    "fill-opacity": "1",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "font-family": "",
    "font-size": "16",
    "font-weight": "normal",
    "text-anchor": "start",
}
"""The properties that a group hands down, and what holds where none is given (SVG 1.1)."""

_ANY = frozenset[str]()
_WITHOUT_EFFECT: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        ("id", "role", "version", "baseProfile", "lang", "focusable", "tabindex", "color"), _ANY
    ),
    **dict.fromkeys(("shape-rendering", "image-rendering", "text-rendering"), _ANY),
    **dict.fromkeys(("color-rendering", "color-interpolation", "enable-background"), _ANY),
    **dict.fromkeys(("color-interpolation-filters", "clip-rule", "overflow"), _ANY),
    **dict.fromkeys(("stop-color", "stop-opacity", "solid-color", "solid-opacity"), _ANY),
    **dict.fromkeys(("line-height", "text-align", "text-indent"), _ANY),
    **dict.fromkeys(
        ("marker", "marker-start", "marker-mid", "marker-end", "filter", "mask", "clip-path"),
        frozenset(("none",)),
    ),
    **dict.fromkeys(
        ("vector-effect", "text-decoration", "text-decoration-line"), frozenset(("none",))
    ),
    **dict.fromkeys(
        ("font-style", "font-variant", "font-stretch", "mix-blend-mode", "paint-order"),
        frozenset(("normal",)),
    ),
    **dict.fromkeys(("letter-spacing", "word-spacing"), frozenset(("normal", "0", "0px"))),
    "display": frozenset(("inline", "block")),
    "visibility": frozenset(("visible",)),
    "isolation": frozenset(("auto",)),
    "direction": frozenset(("ltr",)),
    "writing-mode": frozenset(("lr-tb", "lr", "horizontal-tb")),
    "dominant-baseline": frozenset(("auto", "alphabetic")),
    "baseline-shift": frozenset(("baseline", "0")),
}
"""Attributes and properties that draw nothing, with the values that do not; none for any."""
_APART = ("transform", "class", "style")
_NOT_SVG = re.compile(r"(?:aria|data|-inkscape)-|\{(?!http://www\.w3\.org/1999/xlink\})")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_SELECTOR = re.compile(r"(?:[a-z]+|[.#][\w-]+)")
_RGB = re.compile(r"rgb\(\s*\d+\s*,\s*\d+\s*,\s*\d+\s*\)")


@dataclass(frozen=True, slots=True)
class Look:
    """What is handed down to the parts of a part; and how solid this one is, which is not."""

    values: Mapping[str, str]
    sheet: Sheet
    solid: float = 1.0

    def of(self, element: ElementTree.Element, geometry: tuple[str, ...]) -> Look:
        """The look of an element inside; NotPlain where it says what is not plain."""
        given = {
            name: value
            for name, value in element.attrib.items()
            if name not in geometry and name not in _APART
        }
        own = {**given, **self.sheet.of(element), **declared(element.get("style", ""))}
        solid = share(own.pop("opacity", "1"))
        stated = {name: own.pop(name).strip() for name in tuple(own) if name in INHERITED}
        for name, value in own.items():
            _no_effect(name, value.strip())
        return Look({**self.values, **stated}, self.sheet, solid)

    def colour(self, name: str) -> str:
        """The numbers of a colour, as PDF has them; nothing for none."""
        value = self.values[name]
        if value == "none":
            return ""
        if "(" in value and not _RGB.fullmatch(value):
            raise NotPlain
        channels = ImageColor.getrgb(value)  # ValueError for what is no colour
        if len(channels) != 3:
            raise NotPlain
        return " ".join(f"{channel / 255:.4g}" for channel in channels)

    def opacity(self, name: str) -> float:
        return share(self.values[name]) * self.solid


@dataclass(frozen=True, slots=True)
class Sheet:
    """The style sheet of a drawing: rules for elements, classes and ids, and for nothing else."""

    rules: tuple[tuple[str, Mapping[str, str]], ...] = ()

    def of(self, element: ElementTree.Element) -> dict[str, str]:
        """What the rules say of an element: the nearer selector holds, then the later rule."""
        found: dict[str, str] = {}
        classes = {f".{name}" for name in element.get("class", "").split()}
        for names in ({element.tag.rpartition("}")[2]}, classes, {f"#{element.get('id', '')}"}):
            for selector, declarations in self.rules:
                if selector in names:
                    found.update(declarations)
        return found


def sheet_of(text: str) -> Sheet:
    """The rules of a style sheet; NotPlain if it has any for more than one name together."""
    text = _COMMENT.sub(" ", text)
    if _RULE.sub("", text).strip():
        raise NotPlain
    rules = []
    for selectors, body in _RULE.findall(text):
        for selector in (one.strip() for one in selectors.split(",")):
            if not _SELECTOR.fullmatch(selector):
                raise NotPlain
            rules.append((selector, declared(body)))
    return Sheet(tuple(rules))


def declared(style: str) -> dict[str, str]:
    """The declarations of a style."""
    found = {}
    for declaration in _COMMENT.sub(" ", style).split(";"):
        name, colon, value = declaration.partition(":")
        if declaration.strip():
            if not colon or "!" in value:
                raise NotPlain
            found[name.strip()] = value.strip()
    return found


def _no_effect(name: str, value: str) -> None:
    if _NOT_SVG.match(name):
        return
    allowed = _WITHOUT_EFFECT.get(name)
    if allowed is None or (allowed and value not in allowed):
        raise NotPlain


def share(value: str) -> float:
    """An opacity, from 0 to 1."""
    return min(1.0, max(0.0, length(value)))
