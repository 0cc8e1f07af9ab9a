"""The proof of a stamped Word file: the same packed bytes, but for the places of a brand.

Parts without a place for a brand are compared as they lie in the file, packed. In the others all
is compared that is not a brand's: paragraphs on the cover and at the end, colours, two names, and
the relationships of logo and contact.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import lru_cache
from html import unescape
from xml.etree import ElementTree

from exporter.brand import Brand
from exporter.proofs import Witnessed
from exporter.proofs.slot_words import Said, bare
from exporter.proofs.zip_members import Members, OddZip, members

_BODY = "word/document.xml"
_LINKS = "word/_rels/document.xml.rels"
_NAMES = "docProps/core.xml"
_ORIGIN = "customXml/item1.xml"
_COLOURED = ("word/styles.xml", "word/theme/theme1.xml")
_OPEN = frozenset((_BODY, _LINKS, _NAMES, _ORIGIN, *_COLOURED))
_LOGO = re.compile(r"word/media/logo\.(?:png|jpeg|svg)")

_NOBODY = Brand(name="", publisher="", accent="#010203", second="#040506")
_ANYBODY = replace(_NOBODY, accent="#fdfcfb", second="#faf9f8")
"""Two brands whose colours differ at every place where a brand has one."""


def fault_of(layout: Witnessed, data: bytes, brand: Brand) -> str:
    """Why `data` is not the witness with this brand in its slots; empty when it is."""
    expected = _constant(layout)
    try:
        found = _read(data)
    except OddZip as odd:
        return f"it is not as a Word file should be: {odd}"
    for name in sorted(expected.packed.keys() | found.packed.keys()):
        if expected.packed.get(name) != found.packed.get(name):
            return f"{name} differs from the template"
    for name, text in expected.texts.items():
        if name in _COLOURED:
            fault = _coloured(_places(layout)[name], text, found.texts[name], brand)
        else:
            fault = _without_brand(name, text) != _without_brand(name, found.texts[name])
        if fault:
            return f"{name} differs outside the slots"
    if not _is_of(found.texts[_ORIGIN], brand):
        return f"{_ORIGIN} does not say whose file it is"
    return ""


@lru_cache(maxsize=32)
def _constant(layout: Witnessed) -> Members:
    return _read(layout.witness)


def _read(data: bytes) -> Members:
    return members(data, opened=_OPEN, aside=_LOGO)


# ---- texts ------------------------------------------------------------------------------------

_STYLES = "CoverLine|Publisher|Logo"
_ON_COVER = re.compile(
    rf'(?:<w:p><w:pPr><w:pStyle w:val="Furniture(?:{_STYLES})"/>(?:(?!<w:p>).)*</w:p>)+', re.DOTALL
)
_HEADING = '<w:p><w:pPr><w:pStyle w:val="FurnitureHeading"/>'
_BRAND_RELATION = re.compile(r'(?:<Relationship Id="rId(?:Logo|Contact)\w*" [^<>]*/>)+')
_PUBLISHER = re.compile(r"(<(dc:creator|cp:lastModifiedBy)>)[^<>]*(</\2>)")


def _without_brand(name: str, text: str) -> tuple[str, ...]:
    """The pieces of a part between the places of a brand."""
    if name == _BODY:
        cover = _ON_COVER.search(text)
        begins, ends = text.rfind(_HEADING), text.rfind("<w:sectPr>")
        if not cover or not cover.end() <= begins < ends:
            return ("no slots", text)
        return text[: cover.start()], text[cover.end() : begins], text[ends:]
    if name == _LINKS:
        return (_BRAND_RELATION.sub("", text),)
    if name == _ORIGIN:
        return tuple(_WHOSE.split(text))[::_PIECES]
    return (_PUBLISHER.sub(r"\1\3", text),)


_WHOSE = re.compile(
    r'(<o:brand name="([^"<>]*)" publisher="([^"<>]*)">((?:<o:says>[^<>]*</o:says>)*)</o:brand>)'
)
_PIECES = 5
"""One outside the slot, and four of the slot."""
_SAYS = re.compile(r"<o:says>([^<>]*)</o:says>")


def _is_of(text: str, brand: Brand) -> bool:
    """Whether the part that says where the file comes from names this brand, with its words."""
    found = _WHOSE.findall(text)
    words = (brand.cover_line, brand.publisher, *(line.words for line in brand.contact))
    said = [bare(one) for one in (*words, brand.legal_line) if one]
    return [
        (*map(bare, map(unescape, names)), [bare(unescape(one)) for one in _SAYS.findall(says)])
        for _, *names, says in found
    ] == [(bare(brand.name), bare(brand.publisher), said)]


_COLOUR = re.compile(r'(?<=")[0-9A-Fa-f]{6}(?=")')
_Places = tuple[tuple[int, int, tuple[str, str]], ...]
"""Where a part has a brand's colours: spans, each with what two other brands have there."""


@lru_cache(maxsize=32)
def _places(layout: Witnessed) -> dict[str, _Places]:
    one, other = (_read(layout.stamped(brand)) for brand in (_NOBODY, _ANYBODY))
    return {
        name: tuple(
            (first.start(), first.end(), (first[0], second[0]))
            for first, second in zip(
                _COLOUR.finditer(one.texts[name]), _COLOUR.finditer(other.texts[name]), strict=True
            )
            if first[0] != second[0]
        )
        for name in _COLOURED
    }


def _coloured(places: _Places, expected: str, found: str, brand: Brand) -> bool:
    """Whether a part differs from the witness elsewhere than in the brand's colours."""
    if len(expected) != len(found):
        return True
    seen: dict[tuple[str, str], str] = {
        (_hex(_NOBODY.accent), _hex(_ANYBODY.accent)): _hex(brand.accent),
        (_hex(_NOBODY.second), _hex(_ANYBODY.second)): _hex(brand.second),
    }
    position = 0
    for start, end, label in places:
        if expected[position:start] != found[position:start]:
            return True
        if seen.setdefault(label, found[start:end]) != found[start:end]:
            return True
        position = end
    return expected[position:] != found[position:]


def _hex(colour: str) -> str:
    return colour.lstrip("#").upper()


# ---- the words in the slots -------------------------------------------------------------------

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FURNITURE = re.compile(rb"<w:p><w:pPr><w:pStyle w:val=\"Furniture.*?</w:p>", re.DOTALL)
_HEADING_STYLE = b'w:val="FurnitureHeading"'
_SPACES = re.compile(rb"<w:document ([^>]*)>")


def said(data: bytes) -> Said:
    """The words of the cover and of the end, read by ElementTree."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read(_BODY)
        relationships = ElementTree.fromstring(archive.read(_LINKS))
    targets = {one.get("Id", ""): one.get("Target", "") for one in relationships}
    spaces = _SPACES.search(body)
    assert spaces
    words: list[list[str]] = [[]]
    for found in _FURNITURE.finditer(body):
        if _HEADING_STYLE in found[0]:
            words.append([])
        root = ElementTree.fromstring(b"<r %b>%b</r>" % (spaces[1], found[0]))
        words[-1] += [text.text or "" for text in root.iter(f"{_W}t")]
    return Said(bare("".join(words[0])), bare("".join(words[-1])), frozenset(targets.values()))
