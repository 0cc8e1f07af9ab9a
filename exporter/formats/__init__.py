"""The formats: every one in a module of its own, and nowhere else.

To add one, write a `Format` and put it into FORMATS. Everything else asks here: what is built,
what a file is called and for whom it is, who writes, reads, proves, judges and explains it.
No module but writers, readers, file rules and proofs knows a format by its name.
"""

from __future__ import annotations

from collections.abc import Iterable

from exporter.formats.docx import DOCX
from exporter.formats.format import Engine, Format, Looked, Medium, Validator
from exporter.formats.html import HTML
from exporter.formats.pdf import PDF
from exporter.formats.settings import BITMAPS, PdfEngine, PdfStandard, Settings

FORMATS: dict[str, Format] = {one.name: one for one in (PDF, DOCX, HTML)}
"""In the order in which they are listed everywhere."""

_MEDIA: tuple[Medium, ...] = ("screen", "paper")


def asked_for(names: Iterable[str], settings: Settings) -> tuple[str, ...]:
    """The formats to build: those named, or all that are built unasked.

    For a print shop only formats are made that a print shop takes.
    """
    if settings.print_shop:
        return tuple(one.name for one in FORMATS.values() if "print_shop" in one.heeds)
    return tuple(names) or tuple(one.name for one in FORMATS.values() if one.default)


def as_offered(names: Iterable[str]) -> tuple[str, ...]:
    """Formats in the order in which they are offered to readers: the web page first (GOV.UK)."""
    order = list(FORMATS)
    return tuple(
        sorted(names, key=lambda name: (_MEDIA.index(FORMATS[name].medium), order.index(name)))
    )


def of_file(suffix: str) -> Format | None:
    """The format of files whose names end so, with or without the dot; None for others."""
    wanted = suffix.lower().removeprefix(".")
    return next((one for one in FORMATS.values() if wanted in one.suffixes), None)


def suffixes() -> tuple[str, ...]:
    """How the names of files end that can be read, with the dot, in order."""
    return tuple(sorted(f".{suffix}" for one in FORMATS.values() for suffix in one.suffixes))


__all__ = [
    "BITMAPS",
    "FORMATS",
    "Engine",
    "Format",
    "Looked",
    "PdfEngine",
    "PdfStandard",
    "Settings",
    "Validator",
    "as_offered",
    "asked_for",
    "of_file",
    "suffixes",
]
