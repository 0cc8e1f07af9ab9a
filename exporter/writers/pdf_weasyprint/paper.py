"""The sheet of paper: its size, its margins, and the lines that every page carries."""

from __future__ import annotations

from exporter.edition import Theme, opens_page
from exporter.model import Document, Words

_NUMBER, _TOTAL = "\0", "\1"
_LEAST_LINES = 9.0
"""The width in sizes of the text that lines keep beside a logo."""


def rules(document: Document, theme: Theme) -> str:
    """`@page` rules. A margin box knows no custom properties, so values stand here as they are."""
    page, colours = theme.page, theme.colours
    start, end = ("right", "left") if document.right_to_left else ("left", "right")
    line = (
        f"font-family:{_families(theme)};font-size:{_small(theme):g}pt;"
        f"line-height:1.3;color:{colours.quiet}"
    )
    return "\n".join(
        (
            f"@page{{size:{page.width:g}pt {page.height:g}pt;"
            f"margin:{page.top:g}pt {page.outer:g}pt {page.bottom:g}pt {page.inner:g}pt;"
            # the part that a page goes on with, not one that begins further down on it
            f"@top-{start}{{content:string(part,start);text-align:{start};width:100%;{line}}}"
            f"@bottom-{start}{{content:{_string(document.running)};text-align:{start};"
            f"padding-{end}:{_small(theme):g}pt;{line}}}"
            f"@bottom-{end}{{content:{_page_of(document.words)};text-align:{end};white-space:nowrap;{line}}}}}",
            f"@page:left{{margin-left:{page.outer:g}pt;margin-right:{page.inner:g}pt}}",
            f"@page:first{{margin:0;@top-{start}{{content:none}}"
            f"@bottom-{start}{{content:none}}@bottom-{end}{{content:none}}}}"
            if document.cover_page
            else f"@page:first{{@top-{start}{{content:none}}@bottom-{start}{{content:none}}}}",
            "main>section.part+section.part{break-before:page;margin-top:0}"
            if opens_page(theme, document)
            else "",
            "" if document.cover_page else _beside_logo(theme),
            f":root{{--page-width:{page.width:g}pt;--page-height:{page.height:g}pt;"
            f"--page-top:{page.top:g}pt;--page-bottom:{page.bottom:g}pt;"
            f"--page-inner:{page.inner:g}pt;--page-outer:{page.outer:g}pt}}",
        )
    )


def _beside_logo(theme: Theme) -> str:
    """How wide the lines at the head of a leaflet are, so that none stands under the logo. On
    narrow pages it stands below them."""
    room = theme.page.text_width - theme.logo.width - theme.size
    if room < theme.size * _LEAST_LINES:
        return ".masthead .logo{position:static}"
    return (
        f".masthead .cover-lines{{max-width:{room:g}pt;min-height:{theme.logo.height:g}pt}}"
        f".masthead .cover-line{{height:{theme.cover_line.height:g}pt}}"
        ".masthead .logo{position:absolute;bottom:0;inset-inline-end:0}"
    )


def _small(theme: Theme) -> float:
    """Running lines are as large as the edition's small words, within reason on giant print."""
    return min(theme.small, 18)


def _families(theme: Theme) -> str:
    return f'"{theme.family}",Arimo,"Noto Sans Arabic","Noto Sans Devanagari",sans-serif'


def _page_of(words: Words) -> str:
    """ "Page 3 of 24" in the words of the language, as CSS content."""
    text = words("page-of", number=_NUMBER, total=_TOTAL)
    pieces = []
    for index, part in enumerate(text.replace(_TOTAL, f"{_NUMBER}{_TOTAL}").split(_NUMBER)):
        if index:
            pieces.append("counter(pages)" if part.startswith(_TOTAL) else "counter(page)")
        if part.removeprefix(_TOTAL):
            pieces.append(_string(part.removeprefix(_TOTAL)))
    return " ".join(pieces)


def _string(text: str) -> str:
    """Words as a string of CSS."""
    safe = "".join(c if c.isalnum() or c in " .,-:;()" else f"\\{ord(c):x} " for c in text)
    return f'"{safe}"'
