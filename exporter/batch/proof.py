"""The proof of a stamped file: every byte outside the slots is the template's.

A template is proved once, in full, by a file of it that is read back: the witness. A stamped file
is compared with the witness here, on the bytes, without asking the code that stamped. What stands
in the slots is for `slot_texts` to read.
"""

from __future__ import annotations

import re

from exporter.batch import proof_docx, proof_pdf
from exporter.batch.layouts import Compiled
from exporter.brand import Brand

STAMPED = "every byte outside the slots is the template's"
ANEW = "laid out anew, read back in full and compared"


def fault_of(compiled: Compiled, data: bytes, brand: Brand) -> str:
    """Why `data` is not the witness with this brand in its slots; empty when it is."""
    match compiled.layout.format:
        case "pdf" if compiled.engine == "reportlab":
            return proof_pdf.fault_of(compiled.template.data, compiled.witness, data)
        case "pdf":
            return "this engine sets every page anew"
        case "docx":
            return proof_docx.fault_of(compiled, data, brand)
        case "html":
            return _html(compiled.template.data, data)
        case other:
            return f"there is no proof for {other}"


# ---- web page: the pieces between the slots ---------------------------------------------------

_SLOT = re.compile(rb"<!--slot:(\w+)-->")
_PROPERTY = rb"--[\w-]+:#[0-9a-f]{6};?"
_INSIDE = {
    b"author": re.compile(rb'<meta name="author" content="[^"<>]*">'),
    b"colours": re.compile(rb"<style>:root\{(?:" + _PROPERTY + rb")*\}</style>"),
    b"cover": re.compile(rb"(?:<p .*</p>)?", re.DOTALL),
    b"end": re.compile(rb"<div .*</div>", re.DOTALL),
}


def _html(template: bytes, data: bytes) -> str:
    """Each piece of the template must follow the one before it, with one slot between them."""
    first, *rest = _SLOT.split(template)
    if not rest:
        return "its template has no slots"
    if not data.startswith(first):
        return "its beginning differs from the template's"
    position = len(first)
    for name, piece in zip(rest[::2], rest[1::2], strict=True):
        last = piece is rest[-1]
        end = len(data) - len(piece) if last else data.find(piece, position)
        if end < position or not data.endswith(piece if last else b""):
            return f"its text differs after the slot “{name.decode()}”"
        if name not in _INSIDE or not _INSIDE[name].fullmatch(data[position:end]):
            return f"the slot “{name.decode()}” holds something else than a brand"
        position = end + len(piece)
    return ""
