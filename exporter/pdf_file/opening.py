"""A PDF opened with pikepdf: what is no PDF, is locked, or would unpack without end is refused."""

from __future__ import annotations

import io
import logging
import zlib
from typing import Any

import pikepdf

from exporter.diagnostics import Unreadable

logging.getLogger("pikepdf").setLevel(logging.CRITICAL)
# what qpdf mutters about damaged files is for nobody who reads our messages

MOST_BYTES = 300_000_000
MOST_CONTENT = 200_000_000
"""Bytes that tell what to draw, of all pages together; a usual page has ten thousand."""
_PIECE = 1_000_000


def opened(data: bytes) -> pikepdf.Pdf:
    """The file, without its protection where that needs no password. Raises Unreadable."""
    if len(data) > MOST_BYTES:
        raise Unreadable("This PDF is larger than 300 MB; that is too large to be read.")
    if b"%PDF-" not in data[:2048]:
        raise Unreadable("This file is not a PDF.")
    try:
        return pikepdf.open(io.BytesIO(data))
    except (pikepdf.PdfError, pikepdf.PasswordError) as error:
        raise Unreadable("This PDF is locked with a password, or damaged.") from error


def refuse_bombs(file: pikepdf.Pdf) -> None:
    """A few bytes may unpack to pages without end, which pdfium would patiently read."""
    left = MOST_CONTENT
    for page in file.pages:
        for stream in _streams(page.obj.get("/Contents")):
            left -= _unpacked_size(stream, left)
            if left <= 0:
                raise Unreadable("The pages of this PDF unpack to more than 200 MB.")


def _streams(contents: Any) -> list[pikepdf.Stream]:
    """The streams of a page: one, or the items of an array."""
    items = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    return [stream for stream in items if isinstance(stream, pikepdf.Stream)]


def _unpacked_size(stream: pikepdf.Stream, most: int) -> int:
    """How long the stream is unpacked, as far as `most`; other packings than flate pack little."""
    data = stream.read_raw_bytes()
    if "/FlateDecode" not in _filters(stream.get("/Filter")):
        return len(data)
    unpacker, size = zlib.decompressobj(), 0
    try:
        while data and size < most and not unpacker.eof:
            size += len(unpacker.decompress(data, _PIECE))
            data = unpacker.unconsumed_tail
    except zlib.error:
        return size
    return size


def _filters(value: Any) -> list[str]:
    return list(map(str, value)) if isinstance(value, pikepdf.Array) else [str(value)]
