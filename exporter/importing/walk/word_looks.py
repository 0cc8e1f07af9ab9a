"""How the words of a Word file look, as far as looks say what they are: size, frame, colour."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from exporter.word_file.names import Element, W, is_on, value
from exporter.word_file.opening import WordFile
from exporter.word_file.styles import MOST_ANCESTORS

_SIDES = ("top", "left", "bottom", "right", "start", "end")
_NO_LINE = ("nil", "none", "")
_NO_COLOUR = ("", "auto", "000000", "none")
_PALE = ("", "auto", "ffffff", "none")


@dataclass(frozen=True)
class Looks:
    """What the styles of a file say of looks."""

    file: WordFile

    @cached_property
    def _styles(self) -> dict[str, Element]:
        root = self.file.one("styles")
        found = () if root is None else root.iter(f"{W}style")
        return {one.get(f"{W}styleId", ""): one for one in found}

    @cached_property
    def _usual_size(self) -> str:
        root = self.file.one("styles")
        return value(root, "docDefaults", "rPrDefault", "rPr", "sz") if root is not None else ""

    def _chain(self, paragraph: Element) -> Iterator[Element]:
        """The style of a paragraph and those that it is based on."""
        name = value(paragraph, "pPr", "pStyle") or self.file.styles.usual
        for _ in range(MOST_ANCESTORS):
            style = self._styles.get(name)
            if style is None:
                return
            yield style
            name = value(style, "basedOn")

    def size(self, paragraph: Element) -> float:
        """The size of most of a paragraph's words in points; 0 where nothing says it."""
        sizes: dict[str, int] = {}
        for run in paragraph.iter(f"{W}r"):
            letters = sum(len(text.text or "") for text in run.iter(f"{W}t"))
            if letters:
                own = value(run, "rPr", "sz")
                sizes[own] = sizes.get(own, 0) + letters
        most = max(sizes, key=lambda one: sizes[one], default="")
        if not most:
            styled = (value(style, "rPr", "sz") for style in self._chain(paragraph))
            most = next(filter(None, styled), self._usual_size)
        return int(most) / 2 if most.isascii() and most.isdigit() and len(most) < 5 else 0.0

    def is_boxed(self, paragraph: Element) -> bool:
        """Whether lines on three sides, or a coloured ground, set a paragraph apart."""
        for holder in (paragraph, *self._chain(paragraph)):
            properties = holder.find(f"{W}pPr")
            if properties is None:
                continue
            borders = properties.find(f"{W}pBdr")
            if borders is not None:
                lines = (value(borders, side) for side in _SIDES)
                return sum(line not in _NO_LINE for line in lines) >= 3
            shade = properties.find(f"{W}shd")
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
