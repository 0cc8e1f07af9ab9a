"""What a stamped file says in its slots, read by others than those who wrote it.

The words of a brand are furniture, so they are not in the Outline that is read back. Here they
are: by pdfium for PDF, by ElementTree for Word, by the standard parser for web pages.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from ctypes import c_int as number
from ctypes import create_string_buffer, pointer
from dataclasses import dataclass
from html.parser import HTMLParser
from xml.etree import ElementTree

from exporter.brand import Brand


@dataclass(frozen=True, slots=True)
class Said:
    """What a file says on its cover and at its end, without white space, and where it links."""

    cover: str
    end: str
    links: frozenset[str]


def fault_of(format_name: str, data: bytes, brand: Brand, right_to_left: bool = False) -> str:
    """What of a brand's words is not in its file; empty when all are."""
    said = _READERS[format_name](data)
    holds = _same_letters if right_to_left and format_name == "pdf" else str.__contains__
    for slot, words in _on_cover(brand):
        if not holds(said.cover, bare(words)):
            return f"the words of {slot} are not on the cover: “{words}”"
    for slot, words in _at_end(brand):
        if not holds(said.end, bare(words)):
            return f"the words of {slot} are not at the end: “{words}”"
    for line in brand.contact:
        # addresses with other letters are written in several good ways
        if line.url.isascii() and line.url and line.url not in said.links:
            return f"there is no link for “{line.words}”"
    return ""


def _on_cover(brand: Brand) -> Iterator[tuple[str, str]]:
    yield "publisher", brand.publisher
    yield "cover_line", brand.cover_line


def _at_end(brand: Brand) -> Iterator[tuple[str, str]]:
    yield from (("contact", line.words) for line in brand.contact)
    yield "legal_line", brand.legal_line


def bare(words: str) -> str:
    """Only the letters and signs that are printed: no spaces, no marks that nobody sees.

    Hyphens go too: at the end of a line pdfium takes them for hyphenation.
    """
    composed = unicodedata.normalize("NFC", words)
    kept = (c for c in composed if c not in "-\ufffe" and unicodedata.category(c) not in _UNSEEN)
    return "".join(kept)


_UNSEEN = {"Zs", "Zl", "Zp", "Cc", "Cf"}


def _same_letters(text: str, words: str) -> bool:
    """Lines of Arabic or Hebrew come out of pdfium in the order in which they are painted."""
    return Counter(words) <= Counter(text)


# ---- PDF --------------------------------------------------------------------------------------


def _pdf(data: bytes) -> Said:
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    try:
        cover, end = pdf[0], pdf[len(pdf) - 1]
        first, last = (bare(page.get_textpage().get_text_range()) for page in (cover, end))
        return Said(first, last, frozenset(_addresses(pdf, end)))
    finally:
        pdf.close()


def _addresses(pdf: object, page: object) -> Iterator[str]:
    """The web addresses that a page links to."""
    import pypdfium2.raw as raw

    position, link = number(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, pointer(position), pointer(link)):
        action = raw.FPDFLink_GetAction(link)
        length = raw.FPDFAction_GetURIPath(pdf, action, None, 0) if action else 0
        if length:
            address = create_string_buffer(length)
            raw.FPDFAction_GetURIPath(pdf, action, address, length)
            yield address.value.decode("utf-8", "replace")


# ---- Word -------------------------------------------------------------------------------------

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH = re.compile(rb"<w:p><w:pPr><w:pStyle w:val=\"Furniture.*?</w:p>", re.DOTALL)
_HEADING = b'w:val="FurnitureHeading"'
_SPACES = re.compile(rb"<w:document ([^>]*)>")


def _docx(data: bytes) -> Said:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = archive.read("word/document.xml")
        relationships = ElementTree.fromstring(archive.read("word/_rels/document.xml.rels"))
    targets = {one.get("Id", ""): one.get("Target", "") for one in relationships}
    spaces = _SPACES.search(body)
    assert spaces
    words: list[list[str]] = [[]]
    for found in _PARAGRAPH.finditer(body):
        if _HEADING in found[0]:
            words.append([])
        root = ElementTree.fromstring(b"<r %b>%b</r>" % (spaces[1], found[0]))
        words[-1] += [text.text or "" for text in root.iter(f"{_W}t")]
    return Said(bare("".join(words[0])), bare("".join(words[-1])), frozenset(targets.values()))


# ---- web page ---------------------------------------------------------------------------------


class _Page(HTMLParser):
    """Gathers the words of the header and of the footer, and every link."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = ""
        self.words: dict[str, list[str]] = {"header": [], "footer": []}
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.words:
            self.inside = tag
        if tag == "a":
            self.links.add(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.inside:
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.words[self.inside].append(data)


_HEADER = re.compile(r"<header\b.*?</header>", re.DOTALL)


def _html(data: bytes) -> Said:
    text = data.decode()
    header, footer = _HEADER.search(text), text.rfind("<footer")
    page = _Page()
    page.feed((header[0] if header else "") + text[footer:])
    cover, end = (bare("".join(page.words[tag])) for tag in ("header", "footer"))
    return Said(cover, end, frozenset(page.links))


_READERS: dict[str, Callable[[bytes], Said]] = {"pdf": _pdf, "docx": _docx, "html": _html}
