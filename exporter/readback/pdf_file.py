"""A PDF opened with pypdf: what is no PDF, is locked, or would unpack without end is refused."""

from __future__ import annotations

import io
import logging
import zlib
from typing import Any

from pypdf import PdfReader
from pypdf.errors import DependencyError
from pypdf.generic import ArrayObject, IndirectObject, StreamObject

from exporter.readback import Unreadable

logging.getLogger("pypdf").setLevel(logging.CRITICAL)
# what pypdf mutters about damaged files is for nobody who reads our messages

MOST_BYTES = 300_000_000
MOST_CONTENT = 200_000_000
"""Bytes that tell what to draw, of all pages together; a usual page has ten thousand."""
_PIECE = 1_000_000


def opened(data: bytes) -> PdfReader:
    """The file, without its protection where that needs no password. Raises Unreadable."""
    if len(data) > MOST_BYTES:
        raise Unreadable("This PDF is larger than 300 MB; that is too large to be read.")
    if b"%PDF-" not in data[:2048]:
        raise Unreadable("This file is not a PDF.")
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if not reader.is_encrypted:
            return reader
    except DependencyError:
        pass
    return PdfReader(io.BytesIO(_unlocked(data)), strict=False)


def _unlocked(data: bytes) -> bytes:
    """pypdf has no ciphers of its own; this is the one place where another library helps it."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as file:
            unlocked = io.BytesIO()
            file.save(unlocked, encryption=False)
            return unlocked.getvalue()
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        raise Unreadable("This PDF is locked with a password, or damaged.") from error


def refuse_bombs(reader: PdfReader) -> None:
    """A few bytes may unpack to pages without end, which pdfium would patiently read."""
    left = MOST_CONTENT
    for page in reader.pages:
        for stream in _streams(page.get("/Contents")):
            left -= _unpacked_size(stream, left)
            if left <= 0:
                raise Unreadable("The pages of this PDF unpack to more than 200 MB.")


def _streams(contents: Any) -> list[StreamObject]:
    """The streams of a page: one, or the items of an array."""
    items = contents if isinstance(contents, ArrayObject) else [contents]
    found = (i.get_object() if isinstance(i, IndirectObject) else i for i in items)
    return [stream for stream in found if isinstance(stream, StreamObject)]


def _unpacked_size(stream: StreamObject, most: int) -> int:
    """How long the stream is unpacked, as far as `most`; other packings than flate pack little."""
    data = stream._data
    if "/FlateDecode" not in str(stream.get("/Filter")):
        return len(data)
    unpacker, size = zlib.decompressobj(), 0
    try:
        while data and size < most and not unpacker.eof:
            size += len(unpacker.decompress(data, _PIECE))
            data = unpacker.unconsumed_tail
    except zlib.error:
        return size
    return size
