"""OpenDocument, RTF and old Word files: LibreOffice makes Word files of them, where it is."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from exporter.diagnostics import Diagnostic, Place, SourceError

SUFFIXES = (".odt", ".fodt", ".rtf", ".doc", ".dot", ".wpd")
_LONGEST = 120
"""Seconds that LibreOffice may take."""


def as_word(file: Path) -> bytes:
    """The file as a Word file. Raises SourceError where there is no LibreOffice, or it cannot."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise _cannot(file, f"A file that ends in {file.suffix} is read through LibreOffice, which "
                      "is not on this machine.")  # fmt: skip
    with tempfile.TemporaryDirectory(prefix="exporter-convert-") as folder:
        copy = Path(folder) / f"file{file.suffix.lower()}"
        shutil.copyfile(file, copy)
        command = [
            program, f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}", "--headless",
            "--norestore", "--convert-to", "docx:MS Word 2007 XML", "--outdir", folder, str(copy),
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=_LONGEST, check=True)
            return copy.with_suffix(".docx").read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise _cannot(file, "LibreOffice could not open this file.") from error


def _cannot(file: Path, message: str) -> SourceError:
    hint = "Open it in the program that made it, and save it as a Word document (.docx)."
    return SourceError(
        [Diagnostic(code="converter-absent", message=message, place=Place(str(file)), hint=hint)]
    )
