"""The calm page on which the program tells people about its work: one head, one look, one main.

It needs nothing else: no picture, no typeface, no script from anywhere.
"""

from __future__ import annotations

from exporter.web_page.markup import Html, element, escape, join

_MARK = Html("\0")


def page(title: str, *body: Html, language: str, direction: str = "", style: str = "") -> bytes:
    """The page as a file of its own, in UTF-8.

    `language` is that of its words, as BCP 47 writes it (WCAG 2.2, 3.1.1); `direction` "rtl" where
    they run so; `style` is CSS for what this page has and others do not.
    """
    before, after = page_around(title, language=language, direction=direction, style=style)
    return join(before, *body, after).encode()


def page_around(
    title: str, *, language: str, direction: str = "", style: str = ""
) -> tuple[Html, Html]:
    """What stands before the body of a page and after it, for a page written piece by piece."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", escape(title)),
        element("style", Html(_STYLE + style)),
    )
    main = element("body", element("main", _MARK))
    whole = element("html", head, main, lang=language, dir=direction)
    before, _, after = whole.rpartition(_MARK)
    return Html(f"<!DOCTYPE html>\n{before}"), Html(f"{after}\n")


_STYLE = (
    "body{font:1.125rem/1.5 Arial,Helvetica,sans-serif;color:#1f2933;background:#fff;margin:0}"
    "main{max-width:56rem;margin:0 auto;padding:2rem 1.25rem 4rem}"
    "h1{font-size:2rem;line-height:1.2}h2{font-size:1.5rem;line-height:1.25;margin:2.5rem 0 .75rem}"
    "h3{font-size:1.2rem;margin:1.75rem 0 .5rem}p,ul{max-width:42rem}li{margin:.5rem 0}"
    "a{color:#0b4a6f}a:focus{outline:3px solid #1f2933;outline-offset:2px}"
    ".quiet{color:#4a545e}.line{display:block}"
    ".sideways{overflow-x:auto;margin:1rem 0}"
    ".sideways:focus{outline:3px solid #1f2933;outline-offset:2px}"
    "table{border-collapse:collapse;width:100%}"
    "caption{text-align:start;font-weight:bold;padding:.5rem 0}"
    "th,td{text-align:start;vertical-align:top;padding:.6rem 0;padding-inline-end:1rem;"
    "border-bottom:1px solid #9aa3ab}tbody th{font-weight:normal}"
    "@media print{.sideways{overflow:visible}tr{break-inside:avoid}"
    "thead{display:table-header-group}}"
)
