"""A PDF opened with pikepdf: what is no PDF, is locked or damaged is refused in a sentence."""

from __future__ import annotations

import io
import logging
import re

import pikepdf

from exporter.diagnostics import Unreadable

logging.getLogger("pikepdf").setLevel(logging.CRITICAL)
# what qpdf mutters about damaged files is for nobody who reads our messages

MOST_BYTES = 300_000_000
_MOST_UNPACKED = 100_000_000
"""Bytes that qpdf unpacks of one stream: its tables, and the objects that are packed together."""
_MOST_ITEMS = 1_000_000
_MOST_NESTED = 200
_LOCKED = re.compile(rb"/Encrypt\b")

pikepdf.settings.set_qpdf_limits(
    flate_max_memory=_MOST_UNPACKED,
    run_length_max_memory=_MOST_UNPACKED,
    png_max_memory=_MOST_UNPACKED,
    tiff_max_memory=_MOST_UNPACKED,
    dct_max_memory=_MOST_UNPACKED,
    max_stream_filters=4,
    parser_max_container_size=_MOST_ITEMS,
    parser_max_nesting=_MOST_NESTED,
)


def opened(data: bytes) -> pikepdf.Pdf:
    """The file, without its protection where that needs no password. Raises Unreadable."""
    if len(data) > MOST_BYTES:
        raise Unreadable(
            "This PDF is larger than 300 MB; that is too large to be read.", "too large"
        )
    if b"%PDF-" not in data[:2048]:
        raise Unreadable("This file is not a PDF.", "another kind")
    try:
        return pikepdf.open(io.BytesIO(data))
    except pikepdf.PasswordError as error:
        raise Unreadable(
            "This PDF is locked with a password.",
            "encrypted",
            "Open it with its password and save it without one.",
        ) from error
    except (pikepdf.PdfError, MemoryError) as error:
        if _LOCKED.search(data) and "encrypt" in str(error).lower():
            raise Unreadable(
                "This PDF is locked in a way that only its owner's program opens.", "encrypted"
            ) from error
        raise Unreadable("This PDF is damaged and cannot be read.") from error
