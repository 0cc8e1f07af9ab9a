"""The proof of a stamped e-book: the same packed bytes, but for the places of a brand.

A brand fills places in three small files, has a style sheet of two colours and their tints, and may
have a logo. All else is compared as it lies in the file, packed.
"""

from __future__ import annotations

import io
import re
import zipfile
from functools import lru_cache
from xml.etree import ElementTree

from exporter.brand import Brand
from exporter.proofs import Witnessed
from exporter.proofs.between import Inside, fault_between
from exporter.proofs.slot_words import Said, bare
from exporter.proofs.zip_members import Members, OddZip, members

_PACKAGE, _COVER, _END = "EPUB/package.opf", "EPUB/cover.xhtml", "EPUB/end.xhtml"
_COLOURS = "EPUB/brand.css"
_SLOTTED = (_PACKAGE, _COVER, _END)
_OPEN = frozenset((*_SLOTTED, _COLOURS))
_LOGO = re.compile(r"EPUB/pictures/brand-logo\.(?:png|jpeg|svg)")
_IDENTIFIER = re.compile(r"urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SHEET = re.compile(r":root\{(?:--[\w-]+:#[0-9a-f]{6};?)*\}\n")
_TYPEFACES = re.compile(rb"<style>@font-face\{[^<]*</style>")
"""What a logo with words in it brings along."""
_ELEMENTS = frozenset(("p", "span", "img", "div", "h2", "dl", "dt", "dd", "a", "wbr"))
_ATTRIBUTES = frozenset(
    ("class", "data-slot", "src", "alt", "width", "height", "dir", "lang", "href",
     "{http://www.w3.org/XML/1998/namespace}lang")
)  # fmt: skip


def _of_a_brand(markup: str) -> bool:
    """Whether some markup is only words, pictures and links, whole and in order."""
    try:
        root = ElementTree.fromstring(f"<r>{markup}</r>")
    except ElementTree.ParseError:
        return False
    between = [root.text, *(element.tail for element in root)]
    return not any((words or "").strip() for words in between) and all(
        element.tag in _ELEMENTS and element.attrib.keys() <= _ATTRIBUTES
        for element in list(root.iter())[1:]
    )


_INSIDE: dict[str, Inside] = {
    "identifier": _IDENTIFIER.fullmatch,
    "publisher": re.compile(r"(?:<dc:publisher>[^<>]*</dc:publisher>)?").fullmatch,
    "logo": re.compile(
        r'(?:<item id="brand-logo" href="pictures/brand-logo\.\w+" media-type="image/[\w+]+"/>)?'
    ).fullmatch,
    "cover": _of_a_brand,
    "end": _of_a_brand,
}


def fault_of(layout: Witnessed, data: bytes, brand: Brand) -> str:
    """Why `data` is not the witness with this brand in its slots; empty when it is."""
    expected = _constant(layout)
    try:
        found = _read(data)
    except OddZip as odd:
        return f"it is not as an e-book should be: {odd}"
    for name in sorted(expected.packed.keys() | found.packed.keys()):
        if expected.packed.get(name) != found.packed.get(name):
            return f"{name} differs from the template"
    for name, text in _unfilled(layout).items():
        fault = fault_between(text, found.texts[name], _INSIDE)
        if fault:
            return f"{name}: {fault}"
    return _of_this_brand(expected, found, brand)


def _of_this_brand(expected: Members, found: Members, brand: Brand) -> str:
    """Why what no words tell is not this brand's: colours, logo, the identifier of the book."""
    sheet = found.texts[_COLOURS]
    colours = (f"--accent:{brand.accent};", f"--second:{brand.second};")
    if not _SHEET.fullmatch(sheet) or not all(colour in sheet for colour in colours):
        return f"{_COLOURS} holds something else than the colours of the brand"
    logos = [_TYPEFACES.sub(b"", data, count=1) for data in found.aside.values()]
    if logos != ([brand.logo.data] if brand.logo else []):
        return "the logo is not the brand's"
    own, other = (_IDENTIFIER.findall(file.texts[_PACKAGE]) for file in (found, expected))
    if own == other and found.texts != expected.texts:
        return "it has the identifier of another book"
    return ""


@lru_cache(maxsize=32)
def _constant(layout: Witnessed) -> Members:
    return _read(layout.witness)


@lru_cache(maxsize=32)
def _unfilled(layout: Witnessed) -> dict[str, str]:
    """The texts with their slots open, as the template has them."""
    with zipfile.ZipFile(io.BytesIO(layout.template.data)) as archive:
        return {name: archive.read(name).decode() for name in _SLOTTED}


def _read(data: bytes) -> Members:
    return members(data, opened=_OPEN, aside=_LOGO)


# ---- the words in the slots -------------------------------------------------------------------

_XHTML = "{http://www.w3.org/1999/xhtml}"


def said(data: bytes) -> Said:
    """The words of the cover's head and of the last file's foot, read by ElementTree."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        cover, end = (ElementTree.fromstring(archive.read(name)) for name in (_COVER, _END))
    links = frozenset(one.get("href", "") for one in end.iter(f"{_XHTML}a"))
    return Said(_words(cover, "header"), _words(end, "footer"), links)


def _words(root: ElementTree.Element, tag: str) -> str:
    return bare("".join(text for one in root.iter(f"{_XHTML}{tag}") for text in one.itertext()))
