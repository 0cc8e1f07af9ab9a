"""Style sheets: our own files from styles/, the theme's measures, the brand's colours, typefaces.

Colours and measures reach the style sheets only as custom properties, so a publisher can restyle
with a style sheet of their own and a brand is nothing but six values.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from exporter import fonts
from exporter.brand import Brand, contrast, seen_on, tint
from exporter.edition import Theme
from exporter.font_cutting import WEIGHTS, only, without_hints
from exporter.languages.letters import alphabet
from exporter.model import Document, List, ListStyle
from exporter.styles.folder import Styles
from exporter.styles.sheets import read_sheet
from exporter.walk import blocks_within, sections_within

_READABLE, _SEEN = 7, 3
_READY = Path(__file__).parent / "html" / "typefaces"

_LATIN = (
    *range(0x20, 0x250),
    *range(0x2C6, 0x2DE),
    *range(0x300, 0x370),
    *range(0x1E00, 0x1F00),
    *range(0x2000, 0x2070),
    *range(0x20A0, 0x20C0),
    *range(0x2100, 0x2200),
    *range(0x2200, 0x2270),
)
"""What a web page's typeface keeps of a large family: all of Latin, signs of money and sums."""


def sheet(name: str, styles: Styles | None = None) -> str:
    """A style sheet of ours, or the user's own of the same name. Raises SourceError."""
    return _tight(read_sheet(name, styles))


def in_nastaliq(theme: Theme) -> Theme:
    """The theme with room between its lines for Nastaliq."""
    return replace(theme, pitch=max(theme.pitch, fonts.NASTALIQ_PITCH))


NASTALIQ_ROOM = (
    "h1,h2,h3,h4,h5,h6,caption,th,td,dt,dd,.lead,.subtitle,.edition,.publisher,.cover-line"
    f"{{line-height:{fonts.NASTALIQ_PITCH}!important}}"
)
"""The same where a style sheet sets lines closer than in the text."""


def theme_properties(theme: Theme) -> dict[str, str]:
    """The theme as custom properties. Lengths of type are in points and numbers, so that each
    style sheet can choose its own unit with calc()."""
    colours = theme.colours
    sizes = {f"--h{level}": _number(size) for level, size in enumerate(theme.headings, 1)}
    return {
        "--ink": colours.ink,
        "--quiet": colours.quiet,
        "--line": colours.line,
        "--paper": colours.paper,
        "--size": _number(theme.size),
        "--small": _number(theme.small),
        "--pitch": _number(theme.pitch),
        **sizes,
        "--space": _number(theme.paragraph_space),
        "--section-picture": _number(theme.section_picture_width or 150),
        "--row-picture": _number(theme.row_picture_width),
        "--row-gap": _number(theme.row_gap),
        "--row-space": _number(theme.row_space),
        "--logo-width": _number(theme.logo.width),
        "--logo-height": _number(theme.logo.height),
        "--cover-line-height": _number(theme.cover_line.height),
        "--contact-height": _number(theme.contact.height),
        "--legal-line-height": _number(theme.legal_line.height),
    }


def rows(theme: Theme) -> str:
    """How easy-read rows stand, where it is not picture left and words right."""
    if theme.rows == "side-by-side":
        return ""
    width = "width:min(100%,calc(var(--row-picture)*var(--pt)))"
    return f".row{{display:block}}.row-pictures{{{width};margin-bottom:0.5em}}"


COUNTERS: dict[ListStyle, str] = {
    "number": "decimal",
    "lower-letter": "lower-alpha",
    "upper-letter": "upper-alpha",
    "lower-roman": "lower-roman",
    "upper-roman": "upper-roman",
}
"""How CSS counts the items of each kind of list."""


def list_class(block: List) -> str:
    """The class of a list whose markers end in something else than a full stop."""
    if block.style not in COUNTERS or block.delimiter == ".":
        return ""
    return f"{block.style}-{'bracket' if block.delimiter == ')' else 'brackets'}"


def list_markers(document: Document) -> str:
    """Rules for the brackets around markers, if any list of the document has them."""
    parts = sections_within(document.sections)
    lists = {
        list_class(block): block
        for part in parts
        for block in blocks_within(part.blocks)
        if isinstance(block, List)
    }
    return "".join(_marker_rule(name, lists[name]) for name in sorted(lists) if name)


def _marker_rule(name: str, block: List) -> str:
    before = 'prefix:"(";' if block.delimiter == "()" else ""
    style = f'@counter-style {name}{{system:extends {COUNTERS[block.style]};{before}suffix:") "}}'
    return f"{style}.{name}{{list-style-type:{name}}}"


def brand_properties(brand: Brand) -> dict[str, str]:
    """The brand's two colours and their tints. Words in the accent stand on the tints, so a tint
    is made paler until they can be read (WCAG 2.2, 1.4.6)."""
    return {
        "--accent": brand.accent,
        "--second": brand.second,
        "--accent-tint": _ground(brand.accent, brand.accent, 0.07),
        "--accent-line": tint(brand.accent, 0.35),
        "--second-tint": _ground(brand.second, brand.accent, 0.12),
        "--second-line": tint(brand.second, 0.5),
    }


def _ground(colour: str, words: str, share: float, paper: str = "#ffffff") -> str:
    """At most this share of a colour, as a ground for words of another."""
    while share > 0.02 and contrast(words, tint(colour, share, paper)) < _READABLE:
        share -= 0.01
    return tint(colour, share, paper)


def grounds(theme: Theme) -> dict[str, str]:
    """The neutral colours of a web page on dark and on cream, as custom properties."""
    return {
        f"--{name}-{part}": colour
        for name, colours in (("dark", theme.dark), ("cream", theme.cream))
        for part, colour in (
            ("ink", colours.ink), ("quiet", colours.quiet), ("line", colours.line),
            ("paper", colours.paper),
        )
    }  # fmt: skip


def brand_on(name: str, brand: Brand, paper: str) -> dict[str, str]:
    """The brand's colours on paper of another colour, as custom properties `--dark-accent` ….

    Words keep 7 to 1 on the paper and on its tints (WCAG 1.4.6), bars 3 to 1 (WCAG 1.4.11).
    """
    accent = seen_on(paper, brand.accent, _READABLE + 0.6)
    second = seen_on(paper, brand.second, _SEEN)
    return {
        f"--{name}-accent": accent,
        f"--{name}-second": second,
        f"--{name}-accent-tint": _ground(accent, accent, 0.07, paper),
        f"--{name}-accent-line": tint(accent, 0.45, paper),
        f"--{name}-second-tint": _ground(second, accent, 0.1, paper),
        f"--{name}-second-line": tint(second, 0.6, paper),
    }


def root(properties: dict[str, str]) -> str:
    """Custom properties as one rule."""
    return ":root{" + ";".join(f"{name}:{value}" for name, value in properties.items()) + "}"


@lru_cache(maxsize=64)
def font_faces(family: str, language: str = "en") -> str:
    """`@font-face` rules with the two weights of a family inside, as far as a language needs it;
    nothing for a family that we do not ship."""
    if family not in fonts.FAMILIES:
        return ""
    more = more_letters(family, language)
    return "".join(_face(family, name, number, more) for name, number in WEIGHTS.items())


@lru_cache(maxsize=64)
def faces_of(family: str, letters: str) -> str:
    """`@font-face` rules with these letters of a family's two weights inside. The last ones are
    remembered: a studio asks for others with each word that somebody types."""
    if family not in fonts.FAMILIES:
        return ""
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:{number};'
        f"src:url(data:font/ttf;base64,{_few(family, weight, letters)})}}"
        for weight, number in WEIGHTS.items()
    )


def _few(family: str, weight: fonts.Weight, letters: str) -> str:
    """As TrueType, which is made quicker than WOFF2; of a few letters it is small too."""
    few = only(without_hints(fonts.data(family, weight)), letters)
    return base64.b64encode(few).decode()


def sign_font(family: str, signs: str) -> bytes:
    """A typeface of signs as WOFF2, with these signs only."""
    return cut(family, "regular", signs, latin=())


def sign_faces(families: dict[str, str]) -> str:
    """`@font-face` rules with the signs inside."""
    return "".join(
        f'@font-face{{font-family:"{name}";font-display:block;'
        f"src:url(data:font/woff2;base64,{base64.b64encode(sign_font(name, signs)).decode()})"
        'format("woff2")}'
        for name, signs in families.items()
    )


def stack(family: str, signs: Iterable[str]) -> str:
    """The families in which a document is set, for `--family`."""
    return ",".join(f'"{name}"' for name in (family, *signs))


def more_letters(family: str, language: str) -> str:
    """The letters of a language that are not Latin ones, as far as the family has them."""
    more = alphabet(language) & fonts.repertoire(family) - frozenset(map(chr, _LATIN))
    return "".join(sorted(more))


def _face(family: str, weight: fonts.Weight, number: int, more: str) -> str:
    encoded = base64.b64encode(web_font(family, weight, more)).decode()
    return (
        f'@font-face{{font-family:"{family}";font-weight:{number};font-style:normal;'
        f'font-display:block;src:url(data:font/woff2;base64,{encoded})format("woff2")}}'
    )


@lru_cache(maxsize=64)
def web_font(family: str, weight: fonts.Weight, more: str = "") -> bytes:
    """A family's weight as WOFF2, with Latin letters and some `more`. That of the default family is
    cut already, because cutting takes longer than all the rest of a page; a test compares it with
    the font that it was cut from."""
    ready = _READY / f"{family.replace(' ', '-').lower()}-{weight}.woff2"
    return ready.read_bytes() if ready.is_file() and not more else cut(family, weight, more)


def cut(family: str, weight: fonts.Weight, more: str = "", latin: Iterable[int] = _LATIN) -> bytes:
    """A family's weight as WOFF2, Latin and some `more` letters, without the hints that no screen
    of today needs."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(fonts.data(family, weight)), recalcTimestamp=False)
    options = subset.Options(
        hinting=False,
        layout_features=["kern", "mark", "mkmk", "ccmp", "locl"],
        name_IDs=[0, 1, 2, 13, 14],  # the copyright and the licence stay with the font
        notdef_outline=True,
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=(*latin, *map(ord, more)))
    cutter.subset(font)
    font.flavor = "woff2"
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def _tight(text: str) -> str:
    """A style sheet without its indentation and blank lines; comments stay, for who reads it."""
    lines = (line.strip() for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")
