"""How words look in a Word file: through style chains, the document's defaults and the theme."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from exporter.word_file.names import A, Element, W, is_on, value
from exporter.word_file.opening import WordFile

Look: TypeAlias = dict[str, str]
"""Properties by name; a switch is "1" or "0". Lengths as in the file: half points, twips."""

_SWITCHES = frozenset((
    "b", "i", "caps", "smallCaps", "strike", "shadow", "outline", "emboss", "imprint", "vanish",
    "rtl", "keepNext", "keepLines", "widowControl", "bidi", "pageBreakBefore", "contextualSpacing",
))  # fmt: skip
_VALUES = frozenset(
    ("sz", "u", "vertAlign", "jc", "outlineLvl", "highlight", "effect", "w", "spacing")
)
_MOST_STEPS = 25
_NUMBER = re.compile(r"[+-]?[0-9]{1,9}(?:\.[0-9]{1,9})?")
_THEME_NAMES = {
    "text1": "dk1", "dark1": "dk1", "background1": "lt1", "light1": "lt1",
    "text2": "dk2", "dark2": "dk2", "background2": "lt2", "light2": "lt2",
    "hyperlink": "hlink", "followedHyperlink": "folHlink",
}  # fmt: skip
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "darkBlue": "00008B",
    "darkCyan": "008B8B", "darkGray": "A9A9A9", "darkGreen": "006400", "darkMagenta": "8B008B",
    "darkRed": "8B0000", "darkYellow": "808000", "green": "00FF00", "lightGray": "D3D3D3",
    "magenta": "FF00FF", "red": "FF0000", "white": "FFFFFF", "yellow": "FFFF00",
}  # fmt: skip
WHITE, BLACK = "FFFFFF", "000000"


@dataclass(frozen=True, slots=True)
class Style:
    identity: str
    name: str
    kind: str
    based_on: str
    element: Element


@dataclass
class Looks:
    """The styles of a file, resolved. Each is worked out once."""

    package: WordFile
    styles: dict[str, Style] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)
    fonts: dict[str, str] = field(default_factory=dict)
    defaults: Look = field(default_factory=dict)
    normal: str = ""
    _resolved: dict[str, Look] = field(default_factory=dict)

    @classmethod
    def of(cls, package: WordFile) -> Looks:
        looks = cls(package)
        looks._read_theme()
        root = package.one("styles")
        if root is None:
            return looks
        for side in ("rPrDefault/{w}rPr", "pPrDefault/{w}pPr"):
            found = root.find(f"{W}docDefaults/{W}{side.format(w=W)}")
            looks.defaults.update(looks.own(found))
        for element in root.iter(f"{W}style"):
            identity = element.get(f"{W}styleId", "")
            kind = element.get(f"{W}type", "paragraph")
            name = value(element, "name").lower()
            looks.styles[identity] = Style(identity, name, kind, value(element, "basedOn"), element)
            if kind == "paragraph" and element.get(f"{W}default") in ("1", "true", "on"):
                looks.normal = identity
        return looks

    # ---- resolving -----------------------------------------------------------------------------

    def chain(self, identity: str) -> Iterator[Style]:
        """A style and those that it is based on, nearest first."""
        for _ in range(_MOST_STEPS):
            style = self.styles.get(identity)
            if style is None:
                return
            yield style
            identity = style.based_on

    def of_style(self, identity: str) -> Look:
        """The look of a paragraph style (or of plain paragraphs), with the defaults below it."""
        identity = identity or self.normal
        if identity not in self._resolved:
            look = dict(self.defaults)
            for style in reversed(list(self.chain(identity))):
                look.update(self.own(style.element.find(f"{W}pPr")))
                look.update(self.own(style.element.find(f"{W}rPr")))
            self._resolved[identity] = look
        return self._resolved[identity]

    def of_paragraph(self, paragraph: Element) -> Look:
        properties = paragraph.find(f"{W}pPr")
        look = self.of_style(value(properties, "pStyle"))
        own = self.own(properties)
        return {**look, **own} if own else look

    def of_run(self, run: Element, around: Look) -> Look:
        properties = run.find(f"{W}rPr")
        if properties is None:
            return around
        look = dict(around)
        for style in reversed(list(self.chain(value(properties, "rStyle")))):
            look.update(self.own(style.element.find(f"{W}rPr")))
        look.update(self.own(properties))
        return look

    def own(self, properties: Element | None) -> Look:
        """What one `w:pPr` or `w:rPr` says itself."""
        look: Look = {}
        if properties is None:
            return look
        for element in properties:
            name = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
            if name in _SWITCHES:
                look[name] = "1" if is_on(properties, name) else "0"
            elif name == "spacing" and element.get(f"{W}val") is None:
                look.update(_named(element, "line", "lineRule", "before", "after"))
            elif name == "ind":
                look.update(_named(element, "left", "start", "firstLine", "hanging"))
            elif name == "numPr":
                look["numId"], look["ilvl"] = value(element, "numId"), value(element, "ilvl")
            elif name == "color":
                look["colour"] = self.colour(element, "val", "theme")
                look["plain-colour"] = element.get(f"{W}val", "")
                look["theme-colour"] = element.get(f"{W}themeColor", "")
            elif name == "shd":
                look["shade"] = self.colour(element, "fill", "themeFill")
            elif name == "rFonts":
                look["font"] = self._font(element) or look.get("font", "")
            elif name == "lang":
                look["lang"] = element.get(f"{W}val", "")
            elif name in _VALUES:
                look["tracking" if name == "spacing" else name] = element.get(f"{W}val", "")
        return look

    # ---- colours and typefaces -------------------------------------------------------------------

    def colour(self, element: Element, plain: str, theme: str) -> str:
        """The colour that Word shows: the theme's, with its tint or shade, before the value.

        Empty for "auto".
        """
        name = element.get(f"{W}{'themeColor' if theme == 'theme' else theme}", "")
        base = self.colours.get(_THEME_NAMES.get(name, name), "")
        if base:
            tint = element.get(f"{W}{theme}Tint", "")
            shade = element.get(f"{W}{theme}Shade", "")
            return _toned(base, tint, shade)
        given = element.get(f"{W}{plain}", "")
        return given.upper() if len(given) == 6 and _is_hex(given) else ""

    def highlight(self, name: str) -> str:
        return _HIGHLIGHTS.get(name, "")

    def _font(self, element: Element) -> str:
        theme = element.get(f"{W}asciiTheme", "")
        if theme:
            return self.fonts.get("major" if theme.startswith("major") else "minor", "")
        return str(element.get(f"{W}ascii", ""))

    def _read_theme(self) -> None:
        root = self.package.one("theme")
        if root is None:
            return
        scheme = root.find(f".//{A}clrScheme")
        for entry in scheme if scheme is not None else ():
            for colour in entry:
                given = colour.get("lastClr") or colour.get("val") or ""
                if _is_hex(given) and len(given) == 6:
                    self.colours[entry.tag.rpartition("}")[2]] = given.upper()
        for kind in ("major", "minor"):
            latin = root.find(f".//{A}{kind}Font/{A}latin")
            self.fonts[kind] = latin.get("typeface", "") if latin is not None else ""


def _named(element: Element, *names: str) -> Look:
    return {name: found for name in names if (found := element.get(f"{W}{name}")) is not None}


def _is_hex(text: str) -> bool:
    return bool(text) and all(sign in "0123456789abcdefABCDEF" for sign in text)


def _toned(colour: str, tint: str, shade: str) -> str:
    """A theme colour made lighter or darker, as Word does it: in lightness (ISO 29500, 17.18)."""
    tint, shade = tint[-2:], shade[-2:]
    if not (_is_hex(tint) or _is_hex(shade)):
        return colour
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    if _is_hex(tint):
        share = int(tint, 16) / 255
        light = light * share + (1 - share)
    else:
        light *= int(shade, 16) / 255
    return "".join(f"{round(255 * part):02X}" for part in colorsys.hls_to_rgb(hue, light, full))


def number(text: str, otherwise: float = 0.0) -> float:
    """A length of the file as a number; strangers' files hold anything."""
    return float(text) if _NUMBER.fullmatch(text) else otherwise
