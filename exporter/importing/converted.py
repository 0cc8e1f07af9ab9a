"""OpenDocument, RTF and old Word files: LibreOffice makes Word files of them, where it is."""

from __future__ import annotations

from pathlib import Path

from exporter import libreoffice
from exporter.diagnostics import Diagnostic, Place, SourceError

SUFFIXES = (".odt", ".fodt", ".rtf", ".doc", ".dot", ".wpd")
_WORD = "docx:MS Word 2007 XML"


def as_word(file: Path, data: bytes) -> bytes:
    """The file as a Word file. Raises SourceError where there is no LibreOffice, or it cannot."""
    try:
        return libreoffice.converted(data, file.suffix.lower(), _WORD)
    except libreoffice.AbsentError:
        raise _cannot(file, f"A file that ends in {file.suffix} is read through LibreOffice, which "
                      "is not on this machine.") from None  # fmt: skip
    except libreoffice.CannotError as error:
        raise _cannot(file, "LibreOffice could not open this file.") from error


def _cannot(file: Path, message: str) -> SourceError:
    hint = "Open it in the program that made it, and save it as a Word document (.docx)."
    return SourceError(
        [Diagnostic(code="converter-absent", message=message, place=Place(str(file)), hint=hint)]
    )
