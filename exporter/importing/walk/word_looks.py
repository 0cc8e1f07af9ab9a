"""How the words of a Word file look, as far as looks say what they are: size, frame, colour."""

from __future__ import annotations

from exporter.attributes import whole_number
from exporter.word_file.names import Element, W, is_on, value
from exporter.word_file.styles import Styles

_SIDES = ("top", "left", "bottom", "right", "start", "end")
_NO_LINE = ("nil", "none", "")
_NO_COLOUR = ("", "auto", "000000", "none")
_PALE = ("", "auto", "ffffff", "none")


def size_of(paragraph: Element, styles: Styles) -> float:
    """The size of most of a paragraph's words in points; 0 where nothing says it."""
    sizes: dict[str, int] = {}
    for text in paragraph.iter(f"{W}t"):
        if text.text:
            own = value(text.getparent(), "rPr", "sz")
            sizes[own] = sizes.get(own, 0) + len(text.text)
    most = max(sizes, key=lambda one: sizes[one], default="")
    if not most:
        styled = (style.size for style in styles.looks_of(paragraph))
        most = next(filter(None, styled), styles.size)
    return whole_number(most, 0) / 2


def is_boxed(paragraph: Element, styles: Styles) -> bool:
    """Whether lines on three sides, or a coloured ground, set a paragraph apart."""
    styled = (style.look for style in styles.looks_of(paragraph))
    for look in (paragraph.find(f"{W}pPr"), *styled):
        if look is None:
            continue
        borders = look.find(f"{W}pBdr")
        if borders is not None:
            lines = (value(borders, side) for side in _SIDES)
            return sum(line not in _NO_LINE for line in lines) >= 3
        shade = look.find(f"{W}shd")
        if shade is not None:
            return shade.get(f"{W}fill", "").lower() not in _PALE
    return False


def is_set_apart(run: Element) -> bool:
    """Whether a run has a colour of its own, or was marked with a highlighter."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        return False
    if value(properties, "highlight").lower() not in ("", "none"):
        return True
    return not _is_dark(value(properties, "color").lower())


def _is_dark(colour: str) -> bool:
    """Whether a colour is the usual one of text, or so near to black that nobody sees another."""
    if colour in _NO_COLOUR or len(colour) != 6:
        return True
    return all(pair < "50" for pair in (colour[:2], colour[2:4], colour[4:]))


def is_struck(run: Element) -> bool:
    properties = run.find(f"{W}rPr")
    return bool(is_on(properties, "strike") or is_on(properties, "dstrike"))
