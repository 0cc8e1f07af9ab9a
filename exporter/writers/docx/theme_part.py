"""theme1.xml: the brand's colours and the edition's typeface, which every style refers to.

Colours of a brand are marks here (`ACCENT` …) until a file is stamped. Every style gives the same
mark as its `w:val`: Word shows the theme's colour, LibreOffice the value.
"""

from __future__ import annotations

from exporter import fonts
from exporter.brand import Brand, tint
from exporter.edition import Theme
from exporter.writers.docx.markup import DECLARATION, escape

ACCENT = "@accent@"
SECOND = "@second@"
TINT = "@tint@"
BAND = "@band@"
_TINT_SHARE, _BAND_SHARE = 0.08, 0.17


def colours_of(brand: Brand) -> dict[str, str]:
    """What the marks stand for in the files of a brand."""
    return {
        ACCENT: _hex(brand.accent),
        SECOND: _hex(brand.second),
        TINT: _hex(tint(brand.accent, _TINT_SHARE)),
        BAND: _hex(tint(brand.accent, _BAND_SHARE)),
    }


def theme_colours(theme: Theme) -> dict[str, str]:
    """The value of each theme colour, by the name that styles call it."""
    neutral = theme.colours
    return {
        "text1": _hex(neutral.ink),
        "background1": _hex(neutral.paper),
        "text2": _hex(neutral.quiet),
        "background2": TINT,
        "accent1": ACCENT,
        "accent2": SECOND,
        "accent3": _hex(neutral.line),
        "accent4": BAND,
        "hyperlink": ACCENT,
    }


def theme_xml(theme: Theme, language: str) -> str:
    """The theme. Urdu is set in Nastaliq where the reader's machine has it, else as Word chooses:
    lines are as high as their letters, in whichever typeface (`w:lineRule="auto"`)."""
    values = theme_colours(theme)
    scheme = {
        "dk1": values["text1"],
        "lt1": values["background1"],
        "dk2": values["text2"],
        "lt2": values["background2"],
        "accent1": values["accent1"],
        "accent2": values["accent2"],
        "accent3": values["accent3"],
        "accent4": values["accent4"],
        "accent5": values["text2"],
        "accent6": values["accent1"],
        "hlink": values["hyperlink"],
        "folHlink": values["hyperlink"],
    }
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in scheme.items()
    )
    family = escape(theme.word_family)
    script = fonts.NASTALIQ_OF_READERS[0] if fonts.wants_nastaliq(language) else family
    font = f'<a:latin typeface="{family}"/><a:ea typeface=""/><a:cs typeface="{script}"/>'
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="Exporter"><a:themeElements><a:clrScheme name="Brand">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Edition"><a:majorFont>{font}</a:majorFont>'
        f"<a:minorFont>{font}</a:minorFont></a:fontScheme>{_FORMATS}</a:themeElements></a:theme>"
    )


def _hex(colour: str) -> str:
    return colour.lstrip("#").upper()


_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"
_FORMATS = (
    '<a:fmtScheme name="Plain">'
    f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)
"""The schema asks for three of each; we draw no shapes, so they are plain."""
