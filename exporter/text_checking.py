"""Check any text that is no document of ours; nothing that only documents need is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from exporter.authored.files import bytes_of
from exporter.diagnostics import Diagnostic, Place, SourceError
from exporter.styles.editions import load_edition

if TYPE_CHECKING:
    from exporter.checks import TextReport


def is_text(name: str) -> bool:
    """Whether `check` reads this as a text of its own, and not as the name of a document."""
    from exporter.checks.texts import SUFFIXES

    return Path(name).suffix.lower() in SUFFIXES


def check_file(file: Path, edition: str) -> TextReport:
    """Check any text against the rules of an edition: .md, .txt, .docx or .html.

    Raises SourceError when there is nothing to check.
    """
    from exporter.checks import check_text
    from exporter.checks.texts import NotReadable, most_of, paragraphs_of

    rules = load_edition(edition).rules
    try:
        data = bytes_of(file, most_of(file.suffix))
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise SourceError(
            [Diagnostic(code="file-unreadable", message=f"{file}: {reason}.")]
        ) from error
    try:
        paragraphs = paragraphs_of(data, file.suffix, str(file))
    except NotReadable as error:
        unreadable = Diagnostic(
            code="file-unreadable",
            message=str(error),
            place=Place(str(file), error.line),
            hint=error.hint or _SAVE_AGAIN,
        )
        raise SourceError([unreadable]) from error
    if not paragraphs:
        message = "There are no words in this file."
        raise SourceError([Diagnostic(code="file-empty", message=message, place=Place(str(file)))])
    return check_text(paragraphs, rules)


_SAVE_AGAIN = "Open it in Word, and save it again as .docx."
