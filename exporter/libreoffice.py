"""LibreOffice, where it is: a file made into one of another kind, with a profile of its own."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

_LONGEST = 180
"""Seconds that it may take."""


class AbsentError(Exception):
    """LibreOffice is not on this machine."""


class CannotError(Exception):
    """It could not open the file, or took too long."""


def converted(data: bytes, suffix: str, into: str) -> bytes:
    """A file in another format. `suffix` is ".docx"; `into` a format and a filter of LibreOffice's:
    "pdf:writer_pdf_Export". Raises AbsentError, CannotError.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise AbsentError
    with tempfile.TemporaryDirectory(prefix="exporter-convert-") as folder:
        file = Path(folder) / f"file{suffix}"
        file.write_bytes(data)
        command = [
            program, f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}", "--headless",
            "--norestore", "--convert-to", into, "--outdir", folder, str(file),
        ]  # fmt: skip
        made = file.with_suffix(f".{into.partition(':')[0]}")
        try:
            subprocess.run(command, capture_output=True, timeout=_LONGEST, check=True)
            return made.read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise CannotError(str(error)) from error
