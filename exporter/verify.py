"""Read a built file back, compare it with what it should say, and run the rules of its format.

Works for strangers' files too: nothing is expected of them, and their rules only tell.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass, field

from exporter.compare import same_edition
from exporter.diagnostics import Diagnostic, Severity
from exporter.edition import Theme
from exporter.outline import Outline
from exporter.readback import Unreadable
from exporter.rules import FILE_UNREADABLE, table

Reader = Callable[[bytes], Outline]
Check = Callable[[bytes, Theme | None, str], tuple[Diagnostic, ...]]

_SUFFIXES = {"pdf": "pdf", "docx": "docx", "html": "html", "htm": "html"}
_UNREADABLE = {"word-unreadable", "word-encrypted", "word-old-format", "html-unreadable"}
"""What the rules of a format say themselves of a file that cannot be opened."""
RULES = {
    FILE_UNREADABLE.code: FILE_UNREADABLE,
    **table(
        {
            "format-unknown": (
                "The file is a PDF, a Word file (.docx) or a web page (.html).",
                "our own rule",
            )
        }
    ),
}
"""What `exporter explain` says of the codes of this module; the formats have their own."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What a file says, and what there is to say about it.

    `outline` is None when the file cannot be read. `same` is whether it says what was expected;
    of a file of which nothing was expected it is True once it can be read.
    """

    outline: Outline | None
    findings: tuple[Diagnostic, ...] = ()
    same: bool = False
    measured: dict[str, float] = field(default_factory=dict)
    """Of a PDF: `pages`, `smallest_type` in points, `lowest_contrast`."""


def verify(
    data: bytes,
    suffix: str,
    *,
    expected: Outline | None = None,
    theme: Theme | None = None,
    rules: str = "",
) -> Verified:
    """Verify one file. `suffix` is "pdf", "docx" or "html", with or without its dot.

    Never raises for what is in the file; a suffix that no reader knows is a finding too.
    """
    name = _SUFFIXES.get(suffix.lower().lstrip("."))
    if name is None:
        known = ", ".join(sorted(_SUFFIXES))
        message = f"Files that end in “{suffix}” cannot be verified; these can: {known}."
        return Verified(None, (_finding("format-unknown", message),))
    try:
        outline = _reader(name)(data)
    except Unreadable as error:
        return Verified(None, _unreadable(name, data, error))
    differences = () if expected is None else same_edition(expected, outline)
    found, measured = _look(name, data, theme, rules)
    return Verified(outline, (*differences, *found), not differences, measured)


def _unreadable(name: str, data: bytes, error: Unreadable) -> tuple[Diagnostic, ...]:
    """Why a file cannot be read; the rules of its format may know it better than its reader.

    Not so for a PDF: what its reader refuses may be a bomb, which the rules would set off.
    """
    found = () if name == "pdf" else _check(name)(data, None, "")
    better = tuple(finding for finding in found if finding.code in _UNREADABLE)
    return better or (_finding("file-unreadable", str(error)),)


def _reader(name: str) -> Reader:
    reader: Reader = importlib.import_module(f"exporter.readback.{name}").read_back
    return reader


def _look(
    name: str, data: bytes, theme: Theme | None, rules: str
) -> tuple[tuple[Diagnostic, ...], dict[str, float]]:
    """What the rules of a format find, and what was measured on the way."""
    if name == "pdf":
        from exporter.file_rules import pdf

        return pdf.look(data, theme, rules)
    return _check(name)(data, theme, rules), {}


def _check(name: str) -> Check:
    """The rules of a format; each engine is imported when it is first needed."""
    check: Check = importlib.import_module(f"exporter.file_rules.{name}").check
    return check


def _finding(code: str, message: str) -> Diagnostic:
    return Diagnostic(code=code, message=message, severity=Severity.MUST_FIX)
