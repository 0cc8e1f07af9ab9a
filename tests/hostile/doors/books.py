"""E-books of anybody."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.hostile.attack import Attack
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
    "a page that is no XML": lambda: book("<p>x"),
}  # fmt: skip


def _made(make: Callable[[], bytes]) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(make())


ATTACKS = tuple(
    Attack(name, {"x.epub": _made(make)}, f"{asked} x.epub", -1, never="\u009b")
    for name, make in _FILES.items()
    for asked in ("verify",)
)
