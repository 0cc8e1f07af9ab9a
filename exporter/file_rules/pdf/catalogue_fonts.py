"""Rules on the typefaces of a PDF."""

from __future__ import annotations

from exporter.diagnostics import Severity

_MUST = Severity.MUST_FIX

TABLE: dict[str, tuple[str, str, str, Severity]] = {
    "pdf-fonts-not-embedded": (
        "The typefaces are in the file.",
        "Else another machine shows other letters, or boxes.", "ISO 14289-1, 7.21.4.1", _MUST),
    "pdf-fonts-without-letters": (
        "The typefaces say which letters their signs are.",
        "Else words cannot be read aloud, searched or copied.", "ISO 14289-1, 7.21.7", _MUST),
}  # fmt: skip
