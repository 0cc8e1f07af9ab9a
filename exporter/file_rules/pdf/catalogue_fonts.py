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
    "pdf-fonts-false-letters": (
        "What a typeface says of its letters are letters.",
        "Signs that stand for nothing are read as nothing.",
        "ISO 14289-1, 7.21.7", _MUST),
    "pdf-fonts-parts-disagree": (
        "The parts of a typeface for many scripts fit together, and none is left outside.",
        "Programs would show or read other letters than were meant.",
        "ISO 14289-1, 7.21.3", _MUST),
    "pdf-fonts-encoding-unclear": (
        "A typeface says in one clear way which of its signs is which letter.",
        "Programs would show or read other letters than were meant.",
        "ISO 14289-1, 7.21.6", _MUST),
    "pdf-fonts-widths-differ": (
        "Letters are as wide as the file says.",
        "Else letters run into one another, and magnifiers show gaps.",
        "ISO 14289-1, 7.21.5", _MUST),
    "pdf-fonts-list-incomplete": (
        "Where the file lists the signs of a part of a typeface, the list is right.",
        "Programs that go by it leave out signs; a file without such a list is as good.",
        "ISO 14289-1, 7.21.4.2", _MUST),
    "pdf-fonts-glyph-missing": (
        "The typefaces in the file have all the signs that are used.",
        "Else a box stands there, or nothing.",
        "ISO 14289-1, 7.21.4.1; ISO 14289-1, 7.21.8", _MUST),
}  # fmt: skip
