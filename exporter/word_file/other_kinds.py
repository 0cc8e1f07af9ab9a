"""What is sent as a Word file and is something else: its kind, and what to do with it."""

from __future__ import annotations

from exporter.diagnostics import Unreadable
from exporter.zip_file import locked

_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE = "Open it in Word and save it as a Word document (.docx)."
# in small letters
_BEGINNINGS = (
    (b"%pdf-", "a PDF"),
    (b"{\\rtf", "rich text (RTF)"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
)
_TYPES = (
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"application/epub+zip", "an e-book (EPUB)"),
)
"""What the first part of these zip files says, which stands unpacked at their beginning."""


def refuse_other_kinds(data: bytes) -> None:
    """Raise Unreadable where the first bytes say that this is no Word file of today."""
    if data.startswith(_COMPOUND_FILE):
        if _ENCRYPTED in data:
            raise locked("Word file")
        raise Unreadable(
            "This Word file has the format of Word 97 to 2003 (.doc).", "old format", _SAVE
        )
    start = data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for beginning, called in _BEGINNINGS:
        if start.startswith(beginning):
            raise Unreadable(f"This is not a Word file but {called}.", "another kind", _SAVE)
    for kind, called in _TYPES:
        if data.startswith(b"PK") and kind in data[:200]:
            raise Unreadable(f"This is not a Word file but {called}.", "another kind", _SAVE)
