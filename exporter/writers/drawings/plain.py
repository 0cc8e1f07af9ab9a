"""Drawings in plain SVG, painted straight into PDF: shapes with a fill and a stroke, and words.

Nearly all pictures of guides are that. What is outside this dialect (gradients, clipping, masks,
markers, groups that are see-through …) programs draw each in its own way, or not at all: see
`flat`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from math import cos, radians, sin, tan
from xml.etree import ElementTree

from exporter import fonts
from exporter.fonts import Weight
from exporter.writers.drawings.looks import INHERITED, Look, sheet_of
from exporter.writers.drawings.shapes import SHAPES, Matrix, NotPlain, length, lengths
from exporter.writers.operators import normal, number, numbers

_SVG = "{http://www.w3.org/2000/svg}"
_HREF = ("href", "{http://www.w3.org/1999/xlink}href")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_UNSEEN = frozenset(("title", "desc", "metadata", "defs", "style"))
_ROOT = ("preserveAspectRatio", "x", "y")
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_WEIGHTS: dict[str, Weight] = {"normal": "regular", "400": "regular", "bold": "bold", "700": "bold"}
_ANCHORS = {"start": 0.0, "middle": 0.5, "end": 1.0}
_SMALLEST = 20.0
"""Units: in a drawing measured in fewer, two decimals would be seen."""
_MOST_ENLARGED = 4.0
"""So many times, at most, may a part be enlarged: else, too, two decimals would be seen."""
ROOT_TAG = re.compile(rb"<svg\b[^>]*>", re.DOTALL)
_MEASURES = ("viewBox", "width", "height")
_VIEW = re.compile(rb"""\s(?:viewBox|width|height)\s*=\s*(?:"[^"]*"|'[^']*')""")
_TURN = re.compile(r"\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)\s*,?")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing painted: the code, what it needs, and the size of its page."""

    code: str
    strings: tuple[tuple[str, str, Weight], ...]
    """Text in it: a sign that stands in the code, the words, the weight."""
    width: float
    height: float
    states: str = ""
    """The entries of the dictionary of graphics states, for what is see-through."""


@lru_cache(maxsize=512)
def plain(data: bytes) -> Drawing | None:
    """Paint a plain drawing; None if it is not one. Remembered by its bytes: it does not depend on
    the document."""
    if b"<!" in data.replace(b"<!--", b"").replace(b"<![CDATA[", b""):
        return None
    try:
        root = ElementTree.fromstring(data)
        if root.tag != f"{_SVG}svg":
            return None
        left, top, width, height = _view(root)
        rest = {name: value for name, value in root.attrib.items() if name not in _MEASURES}
        bare = ROOT_TAG.sub(lambda tag: without_view(tag[0]), data, count=1)
        painted = _painted(bare, tuple(rest.items()))
    except (NotPlain, ElementTree.ParseError, ValueError, LookupError, RecursionError):
        return None
    if painted is None:
        return None
    # the SVG counts from the top left downwards, PDF from the bottom left upwards
    upwards = f"1 0 0 -1 {numbers(-left, top + height)} cm"
    return replace(painted, code=f"{upwards}\n{painted.code}", width=width, height=height)


def without_view(tag: bytes) -> bytes:
    """The tag of a drawing that no more says which part of it is seen, and how large."""
    return _VIEW.sub(b"", tag)


def _view(root: ElementTree.Element) -> tuple[float, float, float, float]:
    """The part of the drawing that is seen: left, top, width, height. Raises NotPlain."""
    size = " ".join(root.get(name, "") for name in ("width", "height"))
    left, top, width, height = lengths(root.get("viewBox", f"0 0 {size}"), 4)
    given = [
        length(root.get(name, str(own))) for name, own in (("width", width), ("height", height))
    ]
    if max(width, height) < _SMALLEST or min(width, height) <= 0:
        raise NotPlain
    if abs(given[0] * height - given[1] * width) > 0.001 * given[0] * height:
        raise NotPlain  # stretched, or with a margin
    return left, top, width, height


@lru_cache(maxsize=512)
def _painted(data: bytes, attributes: tuple[tuple[str, str], ...]) -> Drawing | None:
    """All of a drawing, whichever part of it is seen: a picture and what is cut of it are one.

    `attributes` are those that its root must have left.
    """
    try:
        root = ElementTree.fromstring(data)
        return _Plain(root).drawing() if root.attrib == dict(attributes) else None
    except (NotPlain, ElementTree.ParseError, ValueError, LookupError, RecursionError):
        return None


class _Plain:
    def __init__(self, root: ElementTree.Element) -> None:
        self.root = root
        self.code: list[str] = []
        self.strings: list[tuple[str, str, Weight]] = []
        self.stated: dict[str, str] = {}
        self.states: dict[str, str] = {}
        self.known = {one.get("id"): one for one in root.iter() if one.get("id")}
        styles = [one for one in root.iter(f"{_SVG}style") if _is_for_all(one)]
        self.sheet = sheet_of("\n".join(one.text or "" for one in styles))

    def drawing(self) -> Drawing:
        if "transform" in self.root.attrib:
            raise NotPlain  # new in SVG 2; others pass it over
        self.group(self.root, Look(INHERITED, self.sheet), _ROOT)
        states = "".join(self.states.values())
        return Drawing("\n".join(self.code), tuple(self.strings), 0, 0, states)

    def group(self, group: ElementTree.Element, look: Look, own: tuple[str, ...] = ()) -> None:
        look = look.of(group, own)
        if look.solid != 1:
            raise NotPlain  # its parts would show through one another
        with self.turned(group.get("transform", "")):
            for element in group:
                if isinstance(element.tag, str):  # a comment's is none
                    self.part(element, look)

    def part(self, element: ElementTree.Element, look: Look) -> None:
        namespace, _, name = element.tag.rpartition("}")
        if namespace + "}" != _SVG:
            raise NotPlain
        if name == "g":
            self.group(element, look)
        elif name == "text":
            self.text(element, look)
        elif name in SHAPES:
            self.shape(element, name, look)
        elif name == "use":
            self.use(element, look)
        elif name not in _UNSEEN:
            raise NotPlain

    def use(self, element: ElementTree.Element, look: Look) -> None:
        """A part that stands elsewhere, drawn once more here."""
        look = look.of(element, ("x", "y", *_HREF))
        target = next((element.get(name, "") for name in _HREF if element.get(name)), "")
        other = self.known.get(target.removeprefix("#"))
        if other is None or look.solid != 1 or other.tag == f"{_SVG}use":
            raise NotPlain
        x, y = (length(element.get(name, "0")) for name in ("x", "y"))
        with self.turned(element.get("transform", ""), (1, 0, 0, 1, x, y)):
            self.part(other, look)

    def shape(self, element: ElementTree.Element, name: str, look: Look) -> None:
        geometry, trace = SHAPES[name]
        look = look.of(element, geometry)
        path = trace(element.attrib)
        fill, stroke = look.colour("fill"), look.colour("stroke")
        if length(look.values["stroke-width"]) <= 0:
            stroke = ""
        if not path or not (fill or stroke):
            return
        with self.turned(element.get("transform", "")):
            self.see_through(look, fill=bool(fill), stroke=bool(stroke))
            if fill:
                self.set(f"{fill} rg")
            if stroke:
                self.pen(look, stroke)
            self.code.append(path)
            even = "*" if fill and look.values["fill-rule"] == "evenodd" else ""
            self.code.append(f"B{even}" if fill and stroke else f"f{even}" if fill else "S")

    def pen(self, look: Look, colour: str) -> None:
        """How lines look from here on."""
        values = look.values
        self.set(f"{colour} RG")
        self.set(f"{number(length(values['stroke-width']))} w")
        self.set(f"{_CAPS[values['stroke-linecap']]} J")
        self.set(f"{_JOINS[values['stroke-linejoin']]} j")
        self.set(f"{number(length(values['stroke-miterlimit']))} M")
        dashes = [] if values["stroke-dasharray"] == "none" else lengths(values["stroke-dasharray"])
        if any(dash < 0 for dash in dashes) or (dashes and not sum(dashes)):
            raise NotPlain
        if dashes or "d" in self.stated:
            self.set(f"[{numbers(*dashes)}] {number(length(values['stroke-dashoffset']))} d")

    def see_through(self, look: Look, *, fill: bool, stroke: bool) -> None:
        """A shape may be see-through if it is all of one kind: else its line would show on it."""
        inside, line = look.opacity("fill-opacity"), look.opacity("stroke-opacity")
        if fill and stroke and not inside == line == 1:
            raise NotPlain
        opacity = inside if fill else line
        if opacity == 1 and "gs" not in self.stated:
            return
        name = f"A{round(opacity * 1000)}"
        self.states[name] = f"/{name}<</ca {opacity:.3f}/CA {opacity:.3f}>>"
        self.set(f"/{name} gs")

    def set(self, code: str) -> None:
        """A colour, or how lines look; said again only where it changes."""
        operator = code.rpartition(" ")[2]
        if self.stated.get(operator) != code:
            self.stated[operator] = code
            self.code.append(code)

    @contextmanager
    def turned(self, transform: str, moved: Matrix = (1, 0, 0, 1, 0, 0)) -> Iterator[None]:
        """What is drawn within is moved and turned; afterwards all is as it was before."""
        steps = [*_steps(transform), moved]
        if all(step == (1, 0, 0, 1, 0, 0) for step in steps):
            yield
            return
        if any(abs(value) > _MOST_ENLARGED for step in steps for value in step[:4]):
            raise NotPlain
        before = dict(self.stated)
        self.code.append("q")
        for step in steps:  # PDF knows no exponents (ISO 32000-1, 7.3.3)
            self.code.append(" ".join(f"{value:.5f}" for value in step) + " cm")
        yield
        self.code.append("Q")
        self.stated = before

    # ---- words -----------------------------------------------------------------------------

    def text(self, element: ElementTree.Element, look: Look) -> None:
        look = look.of(element, ("x", "y"))
        x, y = (length(element.get(name, "0")) for name in ("x", "y"))
        with self.turned(element.get("transform", "")):
            parts = [one for one in element if isinstance(one.tag, str)]
            if parts and (element.text or "").strip():
                raise NotPlain  # where the next words begin depends on how wide these are
            self.line(element, look, x, y)
            for part in parts:
                y = self.span(part, look, y)

    def span(self, part: ElementTree.Element, look: Look, y: float) -> float:
        """Words on a line of their own in a text; the height at which they stand."""
        look = look.of(part, ("x", "y", "dy"))
        if part.tag != f"{_SVG}tspan" or len(part) or (part.tail or "").strip():
            raise NotPlain
        if "x" not in part.attrib and (part.text or "").strip():
            raise NotPlain
        down = part.get("dy", "0").strip()
        em = length(look.values["font-size"]) if down.endswith("em") else 1.0
        y = length(part.get("y", str(y))) + length(down.removesuffix("em")) * em
        self.line(part, look, length(part.get("x", "0")), y)
        return y

    def line(self, element: ElementTree.Element, look: Look, x: float, y: float) -> None:
        typed = element.text or ""
        words = normal(" ".join(typed.split()))
        if words and element.get(_SPACE) == "preserve" and typed != " ".join(typed.split()):
            raise NotPlain
        fill = look.colour("fill")
        if look.colour("stroke"):
            raise NotPlain
        if not words or not fill:
            return
        size, weight = length(look.values["font-size"]), _WEIGHTS[look.values["font-weight"]]
        named = look.values["font-family"].split(",")[0].strip("\"' ")
        family = named if named in fonts.FAMILIES else fonts.DEFAULT_FAMILY
        width = fonts.width(words, family, size, weight)
        x -= width * _ANCHORS[look.values["text-anchor"]]
        sign = f"@{len(self.strings)}@"
        self.strings.append((sign, words, weight))
        self.see_through(look, fill=True, stroke=False)
        self.set(f"{fill} rg")
        self.code.append(f"BT 1 0 0 -1 {numbers(x, y)} Tm {sign}{size:g} ET")


def _is_for_all(style: ElementTree.Element) -> bool:
    if set(style.attrib) - {"type", "id"} or style.get("type", "text/css") != "text/css":
        raise NotPlain
    return True


def _steps(transform: str) -> Iterator[Matrix]:
    """What a `transform` does, one step after another (SVG 1.1, 7.6)."""
    if _TURN.sub("", transform).strip():
        raise NotPlain
    for name, inside in _TURN.findall(transform):
        values = lengths(inside)
        match name, len(values):
            case "matrix", 6:
                a, b, c, d, e, f = values
                yield a, b, c, d, e, f
            case "translate", 1 | 2:
                yield 1, 0, 0, 1, values[0], (*values, 0.0)[1]
            case "scale", 1 | 2:
                yield values[0], 0, 0, values[-1], 0, 0
            case "rotate", 1 | 3:
                x, y = (*values, 0.0, 0.0)[1:3]
                across, up = cos(radians(values[0])), sin(radians(values[0]))
                yield across, up, -up, across, x - x * across + y * up, y - x * up - y * across
            case "skewX", 1:
                yield 1, 0, tan(radians(values[0])), 1, 0, 0
            case "skewY", 1:
                yield 1, tan(radians(values[0])), 0, 1, 0, 0
            case _:
                raise NotPlain
