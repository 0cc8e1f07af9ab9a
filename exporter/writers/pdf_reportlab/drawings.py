"""Drawings in plain SVG, painted straight into PDF: shapes with a fill and a stroke, and words.

Nearly all pictures of guides are that. To build another library's shapes from them and to paint
those took as long as to set all the words, so they are painted here; what is outside this dialect
(gradients, clipping, turned groups, styles) is left to `drawings_by_svglib`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree import ElementTree

from PIL import ImageColor

from exporter import fonts
from exporter.fonts import Weight
from exporter.writers.pdf_reportlab.drawing_shapes import SHAPES, NotPlain, length, lengths
from exporter.writers.pdf_reportlab.lettering import normal
from exporter.writers.pdf_reportlab.objects import number, numbers

_SVG = "{http://www.w3.org/2000/svg}"
_UNSEEN = frozenset(("title", "desc", "metadata"))
_INERT = frozenset(("id", "role", "version", "aria-hidden", "aria-label", "aria-labelledby"))
_LOOK = {
    "fill": "black",
    "stroke": "none",
    "fill-rule": "nonzero",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "font-family": "",
    "font-size": "16",
    "font-weight": "normal",
    "text-anchor": "start",
}
"""The attributes that a group hands down, and what holds where none is given (SVG 1.1)."""
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_WEIGHTS: dict[str, Weight] = {"normal": "regular", "400": "regular", "bold": "bold", "700": "bold"}
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
_SMALLEST = 20.0
"""Units: in a drawing measured in fewer, two decimals would be seen."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing painted: the code, what it needs, and the size of its page."""

    code: str
    strings: tuple[tuple[str, str, Weight], ...]
    """Text in it: a sign that stands in the code, the words, the weight."""
    width: float
    height: float
    states: str = ""
    shadings: str = ""


def plain(data: bytes) -> Drawing | None:
    """Paint a plain drawing; None if it is not one."""
    if b"<!" in data.replace(b"<!--", b""):
        return None
    try:
        root = ElementTree.fromstring(data)
        if root.tag != f"{_SVG}svg":
            return None
        return _Plain(root).drawing()
    except (NotPlain, ElementTree.ParseError, ValueError, LookupError, RecursionError):
        return None


class _Plain:
    def __init__(self, root: ElementTree.Element) -> None:
        self.root = root
        self.code: list[str] = []
        self.strings: list[tuple[str, str, Weight]] = []
        self.stated: dict[str, str] = {}

    def drawing(self) -> Drawing:
        attributes = dict(self.root.attrib)
        left, top, width, height = lengths(attributes.pop("viewBox", ""), 4)
        given = [
            length(attributes.pop(name, str(own)))
            for name, own in (("width", width), ("height", height))
        ]
        if max(width, height) < _SMALLEST or min(width, height) <= 0:
            raise NotPlain
        if abs(given[0] * height - given[1] * width) > 0.001 * given[0] * height:
            raise NotPlain  # stretched, or with a margin
        # the SVG counts from the top left downwards, PDF from the bottom left upwards
        self.code.append(f"1 0 0 -1 {numbers(-left, top + height)} cm")
        self.group(self.root, attributes, _LOOK)
        return Drawing("\n".join(self.code), tuple(self.strings), width, height)

    def group(
        self, group: ElementTree.Element, own: Mapping[str, str], look: Mapping[str, str]
    ) -> None:
        _only(own, ())
        look = _inherited(look, own)
        for element in group:
            if not isinstance(element.tag, str):
                continue  # a comment
            namespace, _, name = element.tag.rpartition("}")
            if namespace + "}" != _SVG:
                raise NotPlain
            if name == "g":
                self.group(element, element.attrib, look)
            elif name == "text":
                self.text(element, look)
            elif name in SHAPES:
                self.shape(element, name, look)
            elif name not in _UNSEEN:
                raise NotPlain

    def shape(self, element: ElementTree.Element, name: str, look: Mapping[str, str]) -> None:
        geometry, trace = SHAPES[name]
        own = element.attrib
        _only(own, geometry)
        look = _inherited(look, own)
        fill, stroke = _colour(look["fill"]), _colour(look["stroke"])
        width = length(look["stroke-width"])
        if width <= 0:
            stroke = ""
        path = trace(own)
        if not path or not (fill or stroke):
            return
        if fill:
            self.set(f"{fill} rg")
        if stroke:
            self.set(f"{stroke} RG")
            self.set(f"{number(width)} w")
            self.set(f"{_CAPS[look['stroke-linecap']]} J")
            self.set(f"{_JOINS[look['stroke-linejoin']]} j")
            self.set(f"{number(length(look['stroke-miterlimit']))} M")
        self.code.append(path)
        even = "*" if fill and look["fill-rule"] == "evenodd" else ""
        self.code.append(f"B{even}" if fill and stroke else f"f{even}" if fill else "S")

    def set(self, code: str) -> None:
        """A colour, or how lines look; said again only where it changes."""
        operator = code.rpartition(" ")[2]
        if self.stated.get(operator) != code:
            self.stated[operator] = code
            self.code.append(code)

    def text(self, element: ElementTree.Element, look: Mapping[str, str]) -> None:
        _only(element.attrib, ("x", "y"))
        look = _inherited(look, element.attrib)
        words = normal(" ".join((element.text or "").split()))
        fill = _colour(look["fill"])
        if len(element) or _colour(look["stroke"]):
            raise NotPlain
        if not words or not fill:
            return
        size, weight = length(look["font-size"]), _WEIGHTS[look["font-weight"]]
        width = fonts.width(words, fonts.DEFAULT_FAMILY, size, weight)
        x = length(element.get("x", "0")) - width * _ANCHORS[look["text-anchor"]]
        sign = f"@{len(self.strings)}@"
        self.strings.append((sign, words, weight))
        place = numbers(x, length(element.get("y", "0")))
        self.set(f"{fill} rg")
        self.code.append(f"BT 1 0 0 -1 {place} Tm {sign}{size:g} ET")


def _only(attributes: Mapping[str, str], geometry: tuple[str, ...]) -> None:
    for name in attributes:
        if name not in geometry and name not in _LOOK and name not in _INERT:
            raise NotPlain


def _inherited(look: Mapping[str, str], own: Mapping[str, str]) -> Mapping[str, str]:
    stated = {name: value.strip() for name, value in own.items() if name in _LOOK}
    return {**look, **stated} if stated else look


def _colour(value: str) -> str:
    """The numbers of a colour, as PDF has them; nothing for none."""
    if value == "none":
        return ""
    if "(" in value:
        raise NotPlain
    channels = ImageColor.getrgb(value)  # ValueError for what is no colour
    if len(channels) != 3:
        raise NotPlain
    return " ".join(f"{channel / 255:.4g}" for channel in channels)
