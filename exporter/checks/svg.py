"""What a drawing says about itself: its proportions, and the size of words in it."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from exporter.model import Picture

_LENGTH = re.compile(r"^\s*+([\d.]++)\s*+(?:px\s*+)?$")
_SIZE = re.compile(r"font-size\s*:\s*([\d.]+)")
_MOST = 4_000_000


def _root(picture: Picture) -> ElementTree.Element | None:
    if picture.media != "svg" or len(picture.data) > _MOST or b"<!ENTITY" in picture.data:
        return None
    try:
        return ElementTree.fromstring(picture.data)
    except ElementTree.ParseError:
        return None


def stretched(picture: Picture) -> float:
    """By how much of its width a picture is stretched; 0 for most."""
    root = _root(picture)
    if root is None or root.get("preserveAspectRatio", "").strip() != "none":
        return 0.0
    box = [float(part) for part in re.findall(r"-?[\d.]+", root.get("viewBox", ""))]
    width, height = (_LENGTH.match(root.get(name, "")) for name in ("width", "height"))
    if len(box) != 4 or not (width and height and box[2] and box[3]) or not float(height[1]):
        return 0.0
    return abs(float(width[1]) / float(height[1]) / (box[2] / box[3]) - 1)


def smallest_words(picture: Picture) -> float | None:
    """The smallest size of words in a drawing, in its own units; None without words."""
    if b"<text" not in picture.data:
        return None
    root = _root(picture)
    if root is None:
        return None
    sizes: list[float] = []
    rules = {
        name: float(size)
        for style in root.iter()
        if style.tag.endswith("}style")
        for name, size in re.findall(
            r"(?<![.#\w-])([.#\w-]++)\s*+\{[^{}]*?font-size\s*+:\s*+([\d.]+)", style.text or ""
        )
    }
    _collect(root, 16.0, rules, sizes)
    return min(sizes) if sizes else None


def _collect(
    element: ElementTree.Element, inherited: float, rules: dict[str, float], sizes: list[float]
) -> None:
    tag = element.tag.rpartition("}")[2]
    size = rules.get(tag, inherited)
    for name in element.get("class", "").split():
        size = rules.get(f".{name}", size)
    given = _LENGTH.match(element.get("font-size", "")) or _SIZE.search(element.get("style", ""))
    if given:
        size = float(given[1])
    if tag in ("text", "tspan") and (element.text or "").strip():
        sizes.append(size)
    for child in element:
        _collect(child, size, rules, sizes)
