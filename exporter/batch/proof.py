"""The proof of a stamped file: outside the slots, every byte is the template's.

A template is proved once, in full, by a file of it that is read back: the witness. A stamped file
is compared with the witness here, on the bytes, without asking the code that stamped.
"""

from __future__ import annotations

import io
import re
import zipfile
from functools import lru_cache

IN_FULL = "read back in full and compared"
STAMPED = "every byte outside the slots is the template's"
ANEW = "laid out anew, read back in full and compared"


def fault_of(format_name: str, template: bytes, witness: bytes, data: bytes) -> str:
    """Why `data` is not the witness with other words in its slots; empty when it is."""
    match format_name:
        case "pdf":
            return _pdf(template, witness, data)
        case "docx":
            return _docx(witness, data)
        case "html":
            return _html(witness, data)
        case _:
            return f"there is no proof for {format_name}"


# ---- PDF: the template comes first, and nothing in it is defined again -----------------------

_OBJECT = re.compile(rb"(?:^|[\r\n])(\d+) 0 obj\b")
_SIZE = re.compile(rb"/Type/XRef/Size (\d+)")


def _pdf(template: bytes, witness: bytes, data: bytes) -> str:
    """What was proved for the template holds as long as the second part opens the same numbers."""
    if not data.startswith(template):
        return "its first part is not the template"
    size = int(_SIZE.findall(template)[-1])
    left_open = {n for n in _numbers(witness[len(template) :]) if n < size}
    filled = {n for n in _numbers(data[len(template) :]) if n < size}
    return "" if left_open == filled else "an object of the template is defined again"


def _numbers(part: bytes) -> set[int]:
    return {int(number) for number in _OBJECT.findall(part)}


# ---- Word: the same files, the same body but for paragraphs of the program -------------------

_SLOT_FILES = re.compile(r"word/media/logo\.\w+")
_FURNITURE = re.compile(r'<w:p><w:pPr><w:pStyle w:val="Furniture[^"]*"/>.*?</w:p>', re.DOTALL)
_COLOUR = re.compile(r'(?<=")[0-9A-Fa-f]{6}(?=")')
_BRAND_RELATION = re.compile(r'<Relationship [^>]*Id="rId(?:Logo|Contact)[^>]*/>')
_PUBLISHER = re.compile(r"(<(dc:creator|cp:lastModifiedBy)>).*?(</\2>)")


def _docx(witness: bytes, data: bytes) -> str:
    expected = _constant(witness)
    found = _parts(data)
    if set(expected) != set(found):
        odd = sorted(set(expected) ^ set(found))
        return f"it has other parts: {', '.join(odd)}"
    for name, value in expected.items():
        if value != found[name]:
            return f"{name} differs outside the slots"
    return ""


@lru_cache(maxsize=32)
def _constant(witness: bytes) -> dict[str, object]:
    return _parts(witness)


def _parts(data: bytes) -> dict[str, object]:
    """Each part of a Word file without what a brand fills: a checksum, or the text that is left."""
    parts: dict[str, object] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            if _SLOT_FILES.fullmatch(info.filename):
                continue
            parts[info.filename] = (
                _without_brand(info.filename, archive.read(info).decode())
                if info.filename in _OPEN
                else info.CRC
            )
    return parts


_OPEN = {
    "word/document.xml",
    "word/styles.xml",
    "word/theme/theme1.xml",
    "docProps/core.xml",
    "word/_rels/document.xml.rels",
}


def _without_brand(name: str, text: str) -> str:
    match name:
        case "word/document.xml":
            return _FURNITURE.sub("", text)
        case "word/styles.xml" | "word/theme/theme1.xml":
            return _COLOUR.sub("", text)
        case "docProps/core.xml":
            return _PUBLISHER.sub(r"\1\3", text)
        case _:
            return _BRAND_RELATION.sub("", text)


# ---- web page: the same text but for the elements of the brand -------------------------------

_SLOTS = tuple(
    re.compile(pattern, re.DOTALL)
    for pattern in (
        r'<meta name="author"[^>]*>',
        r"<style>:root\s*\{[^}]*\}\s*</style>",
        r'<p class="(?:publisher|cover-line|logo)"[^>]*>.*?</p>',
        r'<dl class="contact" data-slot="contact">.*?</dl>',
        r'<p class="legal-line"[^>]*>.*?</p>',
    )
)


def _html(witness: bytes, data: bytes) -> str:
    if _bare(witness.decode()) != _bare(data.decode()):
        return "its text differs outside the slots"
    return ""


def _bare(text: str) -> str:
    for slot in _SLOTS:
        text = slot.sub("", text)
    return text
