"""Drawings: SVG is a program, a web page and a bomb as it likes."""

from __future__ import annotations

import gzip

from tests.hostile.attack import BUILD, DOCUMENT, HEAD, READ, Attack

_FILE = "sources/guide/pictures/x.svg"
_NAMED = (
    f"{HEAD}cover: x\npictures:\n  x: {{file: pictures/x.svg, alt: A ring}}\nsections: [start]\n"
)
_OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
_BOX = 'viewBox="0 0 9 9">'
_RING = '<circle r="4"/>'


def svg(inside: str, box: str = _BOX) -> str:
    return f"{_OPEN}{box}{inside}</svg>"


_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_DOCTYPE = f'<!DOCTYPE svg [<!ENTITY l0 "lol">{_LAUGHS}]>'
_USES = "".join(f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 9))
_REFUSED = {
    "a script": (svg("<script>alert(7)</script>"), "svg-"),
    "a script of another name": (
        svg('<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>'),
        "svg-",
    ),
    "what happens on loading": (svg(_RING, f'onload="alert(7)" {_BOX}'), "svg-"),
    "what happens on a press": (svg('<g onclick="alert(7)"><circle r="4"/></g>'), "svg-"),
    "a web page within": (svg("<foreignObject><p>x</p></foreignObject>"), "svg-"),
    "a frame within": (svg("<iframe/>"), "svg-"),
    "a link to a script": (svg('<a href="javascript:alert(7)"><circle r="4"/></a>'), "svg-"),
    "a picture from the web": (svg('<image href="https://evil.example/x.png"/>'), "svg-"),
    "a picture from the disk": (svg('<image xlink:href="file:///etc/passwd"/>'), "svg-"),
    "a picture from beside": (svg('<image href="../../../../outside/secret.svg"/>'), "svg-"),
    "a picture within, that is a drawing": (svg('<image href="data:image/svg+xml,x"/>'), "svg-"),
    "a part of another file": (svg('<use href="https://evil.example/x.svg#a"/>'), "svg-"),
    "a part of the disk": (svg('<use xlink:href="/etc/passwd#a"/>'), "svg-"),
    "a style from the web": (svg("<style>@import 'https://evil.example/x.css';</style>"), "svg-"),
    "a style that fetches": (
        svg("<style>circle{fill:url(https://evil.example/x)}</style>"),
        "svg-",
    ),
    "a fill that fetches": (svg('<circle r="4" fill="url(https://evil.example/x#a)"/>'), "svg-"),
    "a style sheet": ('<?xml-stylesheet href="https://evil.example/x.css"?>' + svg(_RING), "svg-"),
    "a typeface from the web": (
        svg("<style>@font-face{src:url(https://evil.example/f)}</style>"),
        "svg-",
    ),
    "a filter from the web": (svg('<circle r="4" filter="url(//evil.example/x#a)"/>'), "svg-"),
    "a cursor from the web": (svg('<circle r="4" style="cursor:url(//evil.example/x)"/>'), "svg-"),
    "a movement": (svg('<circle r="4"><animate attributeName="r" to="9"/></circle>'), "svg-"),
    "a value that is set": (svg('<circle r="4"><set attributeName="r" to="9"/></circle>'), "svg-"),
    "laughs": (_DOCTYPE + svg("<text>&l9;</text>"), "svg-doctype"),
    "an entity of the disk": (
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + svg("<text>&x;</text>"),
        "svg-doctype",
    ),
    "an entity of the web": (
        '<!DOCTYPE svg SYSTEM "https://evil.example/x.dtd">' + svg(_RING),
        "svg-doctype",
    ),
    "an entity with a parameter": (
        '<!DOCTYPE svg [<!ENTITY % x SYSTEM "//evil.example/x">%x;]>' + svg(_RING),
        "svg-doctype",
    ),
    "a type behind a long remark": (
        f"<!--{'x' * 5000}--><!DOCTYPE svg>" + svg(_RING),
        "svg-doctype",
    ),
    "the same in UTF-16": (
        (_DOCTYPE + svg("<text>&l9;</text>")).encode("utf-16"),
        "text-not-utf-8",
    ),
    "letters of UTF-7": (b'<?xml version="1.0" encoding="utf-7"?>' + svg(_RING).encode(), ""),
    "10,000 groups in groups": (svg("<g>" * 10_000 + "</g>" * 10_000), "svg-too-much"),
    "a million parts": (svg('<path d="M0 0"/>' * 125_000), ""),
    "uses of uses": (svg('<g id="g0"><circle r="4"/></g>' + _USES + '<use href="#g8"/>'), "svg-"),
    "a use of itself": (svg('<g id="a"><use href="#a"/></g>'), "svg-"),
    "two uses of each other": (
        svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
        "svg-",
    ),
    "a pattern of itself": (
        svg(
            '<pattern id="p"><circle r="4" fill="url(#p)"/></pattern><circle r="4" fill="url(#p)"/>'
        ),
        "",
    ),
    "no end": (f"{_OPEN}{_BOX}<g>", "picture-corrupt"),
    "no SVG": ("<html><body>x</body></html>", ""),
    "no size": (svg(_RING, ">"), ""),
    "a size of nothing": (svg(_RING, 'viewBox="0 0 0 0">'), ""),
    "a size below nothing": (svg(_RING, 'viewBox="0 0 -9 -9">'), ""),
    "a size that is no number": (svg(_RING, 'viewBox="0 0 NaN inf">'), ""),
    "a size beyond numbers": (svg(_RING, 'viewBox="0 0 1e308 1e-308">'), ""),
    "as wide as the sky": (svg(_RING, 'viewBox="0 0 1000000 1">'), ""),
    "nothing": ("", "picture-"),
    "only space": (" " * 1000, "picture-"),
    "a NUL": ("\0" + svg(_RING), ""),
    "packed": (gzip.compress(svg(_RING).encode()), "picture-"),
    "3 megabytes": (svg(f"<!--{'x' * 3_000_000}-->"), ""),
}
_TAKEN = {
    "a number with a thousand digits": svg(f'<circle r="{"9" * 1000}"/>'),
    "a way of 100,000 steps": svg(f'<path d="M0 0{"l1 1-1-1" * 50_000}"/>'),
    "a way that is none": svg('<path d="M0 0 L x y Z Z Z A 1"/>'),
    "a blur as wide as the sky": svg(
        '<filter id="f"><feGaussianBlur stdDeviation="1e9"/></filter>'
        '<circle r="4" filter="url(#f)"/>'
    ),
    "words that look like html": svg(
        "<title>&lt;script&gt;alert(7)&lt;/script&gt;</title>" + _RING
    ),
    "a remark with a script": svg("<!-- <script>alert(7)</script> -->" + _RING),
    "a way of moving that is none": svg(
        '<g transform="matrix(1e308 1e308 1e308 1e308 0 0) x("><circle r="4"/></g>'
    ),
    "a thousand masks": svg(
        "".join(f'<mask id="m{n}"><circle r="4"/></mask>' for n in range(1000)) + _RING
    ),
}

ATTACKS = (
    *(Attack(name, {DOCUMENT: _NAMED, _FILE: text}, READ, 1, says)
      for name, (text, says) in _REFUSED.items()),
    *(Attack(f"{name}, in three formats", {DOCUMENT: _NAMED, _FILE: text},
             BUILD.replace("html", "html,docx,pdf"), -1, never="<script>alert(7)")
      for name, text in _TAKEN.items()),
)  # fmt: skip
