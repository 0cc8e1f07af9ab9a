"""E-books of anybody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.hostile.attack import Attack
from tests.hostile.doors.photos import png
from tests.hostile.doors.word_files import zipped

_CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    '<rootfile full-path="{}" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_PACKAGE = (
    '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="u" xml:lang="en">'
    '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A</dc:title><dc:language>en</dc:language>'
    '<dc:identifier id="u">x</dc:identifier></metadata><manifest>{}</manifest><spine>{}</spine></package>'
)
_ITEM = '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'
_PAGE = '<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>A</title></head><body>{}</body></html>'
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def book(page: str | bytes = "", **changed: str | bytes) -> bytes:
    files: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": _CONTAINER.format("package.opf"),
        "package.opf": _PACKAGE.format(_ITEM, '<itemref idref="a"/>'),
        "a.xhtml": page or _PAGE.format("<h1>A</h1><p>x</p>"),
    }
    return zipped(files | {name.replace("__", "/"): data for name, data in changed.items()})


_FILES: dict[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "text": lambda: b"just words",
    "cut off": lambda: book()[:-60],
    "an empty zip": lambda: zipped({}),
    "a zip of something else": lambda: zipped({"a.txt": "x"}),
    "no package": lambda: zipped({"mimetype": "application/epub+zip",
                                  "META-INF/container.xml": _CONTAINER.format("none.opf")}),
    "a package that leads out": lambda: book(**{"META-INF/container.xml": _CONTAINER.format("../../etc/passwd")}),
    "a page that leads out": lambda: book(**{"package.opf": _PACKAGE.format(
        _ITEM.replace("a.xhtml", "../../../etc/passwd"), '<itemref idref="a"/>')}),
    "a page from the web": lambda: book(**{"package.opf": _PACKAGE.format(
        _ITEM.replace("a.xhtml", "https://evil.example/a"), '<itemref idref="a"/>')}),
    "laughs": lambda: book(f'<!DOCTYPE x [<!ENTITY l0 "lol">{_LAUGHS}]>' + _PAGE.format("<p>&l9;</p>")),
    "an entity of the disk": lambda: book('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
                                          + _PAGE.format("<p>&e;</p>")),
    "laughs in its package": lambda: book(**{"package.opf": f'<!DOCTYPE x [<!ENTITY l0 "lol">{_LAUGHS}]>'
                                             + _PACKAGE.format("&l9;", "")}),
    "300 megabytes of spaces": lambda: book(_PAGE.format(" " * 300_000_000)),
    "3 million elements": lambda: book(_PAGE.format("<i/>" * 3_000_000)),
    "100,000 boxes in boxes": lambda: book(_PAGE.format("<div>" * 100_000 + "</div>" * 100_000)),
    "a page 100,000 times": lambda: book(**{"package.opf": _PACKAGE.format(_ITEM, '<itemref idref="a"/>' * 100_000)}),
    "a list of 50,000 pages": lambda: book(**{"package.opf": _PACKAGE.format(
        "".join(f'<item id="i{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in range(50_000)), "")}),
    "a script": lambda: book(_PAGE.format("<script>alert(1)</script><p>x</p>")),
    "codes for the terminal": lambda: book(_PAGE.format("<p>a\u009b31mb\u202ec</p>")),
    "members that lead out": lambda: book(**{"../../outside/it-ran": "x", "/etc/it-ran": "x"}),
    "pages that stand for one another": lambda: book(**{"package.opf": _PACKAGE.format(
        '<item id="a" href="a.xhtml" media-type="application/x-a" fallback="b"/>'
        '<item id="b" href="b.xhtml" media-type="application/x-b" fallback="a"/>', '<itemref idref="a"/>')}),
    "100,000 packages": lambda: book(**{"META-INF/container.xml": _CONTAINER.replace(
        '<rootfile full-path="{}" media-type="application/oebps-package+xml"/>', '<rootfile full-path="x"/>' * 100_000)}),
    "100,000 remarks on access": lambda: book(**{"package.opf": _PACKAGE.replace("<dc:language>",
        '<meta property="schema:accessMode">textual</meta>' * 100_000 + "<dc:language>").format(
        _ITEM, '<itemref idref="a"/>')}),
    "a drawing that copies itself": lambda: book(_PAGE.format('<svg xmlns="http://www.w3.org/2000/svg"><g id="a0"/>' +
        "".join(f'<g id="a{n}"><use href="#a{n - 1}"/><use href="#a{n - 1}"/></g>' for n in range(1, 40)) + "</svg>")),
    "a picture of 60,000 by 60,000": lambda: book(_PAGE.format('<img src="x.png" alt="a"/>'), **{"x.png": png(60_000, 60_000)}),
    "a style sheet of brackets": lambda: book(_PAGE.replace("</title>", '</title><link rel="stylesheet" href="c.css"/>')
                                              .format("<p>x</p>"), **{"c.css": "a{b:" + "(" * 300_000}),
    "cells over everything": lambda: book(_PAGE.format(
        "<table><tr>" + '<td colspan="1000" rowspan="65534">x</td>' * 1000 + "</tr></table>")),
    "a page written otherwise": lambda: book(**{"package.opf": _PACKAGE.format(
        _ITEM.replace("a.xhtml", "%2e%2e/%2e%2e/etc/passwd"), '<itemref idref="a"/>')}),
    "a page that is no XML": lambda: book("<p>x"),
}  # fmt: skip


def _made(make: Callable[[], bytes]) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(make())


ATTACKS = tuple(
    Attack(name, {"x.epub": _made(make)}, f"{asked} x.epub", -1, never="\u009b")
    for name, make in _FILES.items()
    for asked in ("verify",)
)
