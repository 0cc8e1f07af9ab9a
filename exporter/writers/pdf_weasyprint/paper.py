"""The sheet of paper: its size, its margins, and the lines that every page carries."""

from __future__ import annotations

from exporter.edition import Theme, opens_page
from exporter.model import Document, Words
from exporter.writers.pdf_weasyprint.running import NAME, Running, letters_within

_NUMBER, _TOTAL = "\0", "\1"
_PITCH = 1.3
"""Of the lines in margins."""
_LEAST_ABOVE, _BELOW = 12.0, 4.0
"""Above two lines in the upper margin, for printers reach no edge, and below them; in points."""
_WIDE_ENOUGH = 30.0
"""The width of a page's words, in sizes of the text, that gives two columns of some words each."""
_LARGEST, _SMALLEST = 62.0, 40.0
"""The height of a picture in the contents, in points."""
_GIANT = 20.0
"""From this size on an item may have half a page, so it may go on over two."""
_LEAST_LINES = 9.0
"""The width in sizes of the text that lines keep beside a logo."""


def rules(document: Document, theme: Theme) -> str:
    """`@page` rules. A margin box knows no custom properties, so values stand here as they are."""
    page, colours = theme.page, theme.colours
    start, end = ("right", "left") if document.right_to_left else ("left", "right")
    line = (
        f"font-family:{_families(theme)};font-size:{_small(theme):g}pt;"
        f"line-height:{_PITCH:g};color:{colours.quiet}"
    )
    return "\n".join(
        (
            f"@page{{size:{page.width:g}pt {page.height:g}pt;"
            f"margin:{page.top:g}pt {page.outer:g}pt {page.bottom:g}pt {page.inner:g}pt;"
            f"@top-{start}{{content:string({NAME});text-align:{start};width:100%;"
            f"vertical-align:top;padding-top:{_above(theme):g}pt;white-space:pre-line;{line}}}"
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
            "" if document.cover_page else _beside_logo(theme) + _end_of_leaflet(theme),
            _contents_pictures(document, theme),
            f":root{{--items:{'auto' if theme.size >= _GIANT else 'avoid'};"
            f"--page-width:{page.width:g}pt;--page-height:{page.height:g}pt;"
            f"--page-top:{page.top:g}pt;--page-bottom:{page.bottom:g}pt;"
            f"--page-inner:{page.inner:g}pt;--page-outer:{page.outer:g}pt}}",
        )
    )


def running(document: Document, theme: Theme) -> Running:
    """How the line above the text is told: a box in a line of its own, if there is room."""
    between = "\n" if _above_two(theme) >= _LEAST_ABOVE else " – "
    return Running(document.words, between, letters_within(theme.page.text_width, _small(theme)))


def _above(theme: Theme) -> float:
    """Above the line: it stands in the middle of its margin, or higher where two lines would touch
    the text."""
    middle = (theme.page.top - _small(theme) * _PITCH) / 2
    two = _above_two(theme)
    return min(middle, two) if two >= _LEAST_ABOVE else middle


def _above_two(theme: Theme) -> float:
    return theme.page.top - 2 * _small(theme) * _PITCH - _BELOW


def _contents_pictures(document: Document, theme: Theme) -> str:
    """How high the pictures in the contents of easy read are: so that all stand on one page, or on
    several pages where they would be too small to tell."""
    if not any(entry.picture for entry in document.contents):
        return ""
    page = theme.page
    room = page.height - page.top - page.bottom - 2 * theme.headings[1]
    high = min(_LARGEST, room / len(document.contents) - theme.size)
    return f":root{{--contents-picture:{high if high >= _SMALLEST else _LARGEST:g}pt}}"


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


def _end_of_leaflet(theme: Theme) -> str:
    """What stands before the publisher stands beside it where lines stay long enough: a letter is
    one sheet."""
    if theme.page.text_width < theme.size * _WIDE_ENOUGH:
        return ""
    two = ".leaflet .end:has(> :nth-child(2):last-child)"
    return (
        f"{two}{{display:flex;column-gap:{theme.size:g}pt;border-top:3pt solid var(--second);"
        "padding-top:9pt;break-inside:avoid}"
        f"{two} > *{{flex:0 0 50%;margin:0}}{two} > .made-by{{flex:1}}"
        f"{two} .contact{{height:calc(var(--contact-height) * 0.9pt);margin:0}}"
        f"{two} :is(.publisher, .contact, .legal-line){{font-size:calc(var(--small) * 1pt)}}"
        f"{two} dt{{width:auto;margin-inline-end:0.4em}}{two} dd{{width:auto;max-width:100%}}"
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
