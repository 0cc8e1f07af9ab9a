"""SVG: drawings only. Nothing that runs, fetches, never ends or needs a strange font."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NoReturn
from xml.parsers import expat

from exporter.authored.picture_fault import PictureFault
from exporter.authored.svg_size import natural_size
from exporter.authored.svg_styles import unlike

MOST_ELEMENTS = 10_000
MOST_DRAWN = 50_000
"""Elements that are drawn in the end, when `use` and patterns have repeated theirs."""
DEEPEST = 60
LARGEST_SIDE = 20_000.0
FLATTEST = 50.0
SHIPPED_FONTS = ("atkinson hyperlegible",)

_SVG = "http://www.w3.org/2000/svg"
_XML = "http://www.w3.org/XML/1998/namespace"
_XLINK = "http://www.w3.org/1999/xlink"
_DRAWN = frozenset(
    (
        *("svg", "g", "defs", "symbol", "use", "switch", "view", "title", "desc", "metadata"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
        *("linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "marker"),
        "style",
    )
)
_INERT = ("inkscape", "sodipodi", "rdf", "purl.org/dc", "creativecommons", "web.resource.org/cc")
_MEANT = {
    "script": ("svg-script", "This drawing holds a script.", "Delete <script>…</script>."),
    "image": ("svg-external", "This drawing holds a photo.", "Save the whole as PNG or JPEG."),
    "foreignObject": ("svg-element", "This drawing holds a piece of a web page.", ""),
    "filter": ("svg-element", "This drawing has a shadow or a blur, which print cannot show.", ""),
    "a": ("svg-external", "This drawing holds a link.", "Put the link into the caption."),
}
_SAVE_PLAIN = "In your drawing program choose “Save as plain SVG”."
_STYLED = ("style", "fill", "stroke", "stop-color", "color", "clip-path", "mask", "filter")
_GENERIC = ("sans-serif", "serif", "monospace", "system-ui", "inherit")
_URL = re.compile(r"url\(\s*[\"']?(?P<target>[^\"')\s]*)", re.IGNORECASE)
_FETCHES = re.compile(r"(?<![\w-])(image-set|cross-fade|image|src)\s*\(", re.IGNORECASE)
_COMPUTED = re.compile(r"(?<![\w-])(?:var|calc|env|color-mix)\s*\(", re.IGNORECASE)
_FAMILY = re.compile(r"font-family\s*:\s*(?P<names>[^;}]+)", re.IGNORECASE)
_FONT = re.compile(
    r"(?<![\w-])font\s*:\s*[^;}]*?\d(?:px|pt|em|rem|mm|%)?(?:/\S+)?\s+(?P<names>[^;}]+)", re.I
)


def looks_like_svg(data: bytes) -> bool:
    """Whether a file is XML rather than a photo; names do not count."""
    head = data[:400].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") or data[:2] in (b"\xff\xfe", b"\xfe\xff")


def read_svg(data: bytes) -> tuple[float, float]:
    """The natural size of an SVG drawing; PictureFault where it is no safe drawing."""
    drawing = _Drawing()
    try:
        if b"\0" in data:
            raise ValueError
        data.decode("utf-8")
        drawing.parser.Parse(data, True)
    except expat.ExpatError as error:
        message = "This drawing is damaged, or no SVG at all."
        raise PictureFault("picture-corrupt", message, _SAVE_PLAIN, error.lineno) from None
    except (ValueError, LookupError) as error:
        message = "This drawing is not saved as UTF-8."
        raise PictureFault("text-not-utf-8", message, _SAVE_PLAIN) from error
    drawing.count_drawn()
    return drawing.size


@dataclass(slots=True)
class _Element:
    name: str
    font: bool
    children: list[int] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)


class _Drawing:
    """Follows the parser through the file, and stops at the first fault."""

    def __init__(self) -> None:
        self.size = (0.0, 0.0)
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._words
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._doctype
        self.parser.ProcessingInstructionHandler = self._instruction
        self._elements: list[_Element] = []
        self._open: list[int] = []
        self._ids: dict[str, int] = {}
        self._style = ""
        self._style_line = 0
        self._told_line = 0
        """Where a fault is told that is found later than it was read."""
        self._text_without_font = 0

    # -- what the parser meets

    def _doctype(self, *_: object) -> None:
        message = "This drawing declares a document type or entities."
        self._stop("svg-doctype", message, "Delete the lines with <!DOCTYPE …>.")

    def _instruction(self, target: str, data: str) -> None:
        del data
        if target == "xml-stylesheet":
            self._stop("svg-external", "This drawing fetches a style sheet.", _SAVE_PLAIN)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        namespace, _, name = tag.rpartition(" ")
        if not self._elements:
            self._look_at_root(namespace, name, attributes)
        if len(self._elements) >= MOST_ELEMENTS or len(self._open) >= DEEPEST:
            message = "This drawing has far too many parts."
            self._stop("svg-too-much", message, _SIMPLER)
        self._look_at_name(namespace, name)
        inherited = bool(self._open) and self._elements[self._open[-1]].font
        element = _Element(name, inherited)
        for key, value in attributes.items():
            self._look_at_attribute(element, key, value)
        number = len(self._elements)
        if self._open:
            self._elements[self._open[-1]].children.append(number)
        self._elements.append(element)
        self._open.append(number)
        self._ids.setdefault(attributes.get("id", ""), number)

    def _end(self, tag: str) -> None:
        del tag
        self._open.pop()
        if not self._open:
            self._look_at_style()

    def _words(self, words: str) -> None:
        element = self._elements[self._open[-1]]
        if element.name == "style":
            self._style_line = self._style_line or self.parser.CurrentLineNumber
            self._style += words
        elif element.name in ("text", "tspan") and words.strip() and not element.font:
            self._text_without_font = self._text_without_font or self.parser.CurrentLineNumber

    # -- looking

    def _look_at_root(self, namespace: str, name: str, attributes: dict[str, str]) -> None:
        if name != "svg" or namespace != _SVG:
            message = "This file is no SVG drawing."
            hint = f'An SVG file begins with <svg xmlns="{_SVG}" …>.'
            self._stop("picture-corrupt", message, hint)
        self.size = width, height = natural_size(attributes)
        if not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
            self._stop("svg-size", "This drawing does not say how large it is.", _VIEW_BOX)
        if max(width / height, height / width) > FLATTEST:
            self._stop("svg-size", "This drawing is far too long and thin for a page.", _NEARER)

    def _look_at_name(self, namespace: str, name: str) -> None:
        if namespace == _SVG and name in _DRAWN:
            return
        if namespace != _SVG and any(known in namespace for known in _INERT):
            return
        code, message, hint = _MEANT.get(
            name, ("svg-element", f"This drawing holds <{name[:30]}>, which we cannot print.", "")
        )
        self._stop(code, message, hint or _SAVE_PLAIN)

    def _look_at_attribute(self, element: _Element, key: str, value: str) -> None:
        namespace, _, name = key.rpartition(" ")
        if key == f"{_XML} base" or (not namespace and "\\" in value):
            self._stop("svg-external", "This drawing hides an address.", _SAVE_PLAIN)
        if namespace and namespace != _XLINK:
            return
        if name.lower().startswith("on"):
            self._stop("svg-script", f"This drawing holds a script ({name[:30]}=…).", _SAVE_PLAIN)
        if name == "href":
            if not value.startswith("#"):
                self._stop("svg-external", "This drawing fetches something else.", _SAVE_PLAIN)
            element.targets.append(value[1:])
        elif name in ("font-family", "font"):
            declaration = f"{name}: {value}"
            self._look_at_fonts(declaration)
            element.font = True
        else:
            self._look_at_css(value, element.targets)
            if name == "style" and ("font-family" in value or _FONT.search(value)):
                self._look_at_fonts(value)
                element.font = True
        if name in _STYLED:
            self._look_alike(value)
        if name in ("stroke-dasharray", "style"):
            self._look_at_dashes(name, value)

    def _look_at_css(self, css: str, targets: list[str]) -> None:
        if "(" not in css and ":" not in css:
            return  # neither a function nor a script: a number, a colour, the lines of a path
        if _FETCHES.search(css):
            self._stop("svg-external", "This drawing fetches something else.", _SAVE_PLAIN)
        for match in _URL.finditer(css):
            if not match["target"].startswith("#"):
                self._stop("svg-external", "This drawing fetches something else.", _SAVE_PLAIN)
            targets.append(match["target"][1:])
        if _COMPUTED.search(css):
            message = "This drawing has a colour or length that only a browser can work out."
            self._stop("svg-element", message, _SAVE_PLAIN)
        lowered = css.lower()
        if "javascript:" in lowered or "expression(" in lowered:
            self._stop("svg-script", "This drawing holds a script.", _SAVE_PLAIN)

    def _look_alike(self, css: str, *, sheet: bool = False) -> None:
        if name := unlike(css, sheet=sheet):
            message = f"This drawing is styled with “{name}”, which not every program draws."
            self._stop("svg-element", message, _SAVE_PLAIN)

    def _look_at_style(self) -> None:
        """The style sheet inside the drawing, when all of it is known."""
        self._told_line = self._style_line
        if "@import" in self._style.lower() or "@font-face" in self._style.lower():
            self._stop("svg-external", "This drawing fetches a style sheet or a font.", _SAVE_PLAIN)
        if "\\" in self._style:
            self._stop("svg-external", "There is a backslash in the drawing's style.", _SAVE_PLAIN)
        self._look_at_css(self._style, self._elements[0].targets)
        self._look_alike(self._style, sheet=True)
        self._look_at_dashes("style", self._style)
        self._look_at_fonts(self._style)
        named = "font-family" in self._style or _FONT.search(self._style)
        if self._text_without_font and not named:
            self._told_line = self._text_without_font
            self._stop("svg-font", "Words in this drawing name no font.", _USE_FONT)
        self._told_line = 0

    def _look_at_fonts(self, css: str) -> None:
        for match in [*_FAMILY.finditer(css), *_FONT.finditer(css)]:
            names = [name.strip(" \t\n\"'") for name in match["names"].split(",")]
            strange = [n for n in names if n.lower() not in (*SHIPPED_FONTS, *_GENERIC)]
            if strange or names[0].lower() not in SHIPPED_FONTS:
                font = (strange or names)[0][:40]
                self._stop("svg-font", f"Words in this drawing use the font “{font}”.", _USE_FONT)

    def _look_at_dashes(self, name: str, value: str) -> None:
        """Dashes thousands of times smaller than the drawing would be drawn for ever."""
        found = (
            [value]
            if name == "stroke-dasharray"
            else re.findall(r"stroke-dasharray\s*:\s*([^;}]+)", value)
        )
        for dashes in found:
            lengths = [float(one) for one in re.findall(r"\d+\.?\d*|\.\d+", dashes)]
            if lengths and 0 < sum(lengths) < max(self.size) / 5000:
                self._stop(
                    "svg-too-much", "A line in this drawing has far too many dashes.", _SIMPLER
                )

    # -- what is drawn in the end

    def count_drawn(self) -> None:
        """Elements point at one another; together they may draw millions, or go round."""
        totals: dict[int, int] = {}
        waiting = [0] if self._elements else []
        entered: set[int] = set()
        while waiting:
            number = waiting[-1]
            inner = list(self._inner(self._elements[number]))
            if number not in entered:
                entered.add(number)
                missing = [one for one in inner if one not in totals]
                if any(one in entered for one in missing):
                    self._stop(
                        "svg-too-much", "A part of this drawing repeats itself for ever.", _SIMPLER
                    )
                waiting.extend(missing)
                if missing:
                    continue
            waiting.pop()
            totals[number] = 1 + sum(totals.get(one, 0) for one in inner)
            if totals[number] > MOST_DRAWN:
                message = "This drawing repeats its parts far too often."
                self._stop("svg-too-much", message, _SIMPLER)

    def _inner(self, element: _Element) -> Iterable[int]:
        yield from element.children
        for target in element.targets:
            if target in self._ids:
                yield self._ids[target]

    def _stop(self, code: str, message: str, hint: str = "") -> NoReturn:
        line = self._told_line or self.parser.CurrentLineNumber
        raise PictureFault(code, message, hint, line)


_VIEW_BOX = 'The first line needs a size, like  viewBox="0 0 800 500".'
_NEARER = "Draw it at most 50 times as long as it is high."
_SIMPLER = "Simplify it, or save it as PNG."
_USE_FONT = "Use “Atkinson Hyperlegible”, or turn the words into shapes (paths)."
