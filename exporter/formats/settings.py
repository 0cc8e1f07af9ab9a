"""What a build may choose about its files."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from exporter.styles.folder import Styles

if TYPE_CHECKING:
    from exporter.writers.html.before import WrittenBefore

PdfEngine = Literal["reportlab", "weasyprint"]
PdfStandard = Literal["ua-1", "ua-2"]
BITMAPS = ".state/bitmaps"
"""In an output folder: the bitmaps that were drawn for its Word files."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build may choose about its files. Each format says which of these it heeds."""

    pdf_engine: PdfEngine = "reportlab"
    pdf_standard: PdfStandard = "ua-1"
    word_page_numbers: bool = False
    print_shop: bool = False
    """The PDF as a print shop asks for it, and a sheet of advice with it."""
    bleed: Literal[0, 3] = 0
    """Millimetres that colour runs over the edge of a printed sheet."""
    styles: Styles | None = None
    """The user's own styles folder, for the style sheets of web pages and the weasyprint engine."""

    bitmaps: Path | None = field(default=None, repr=False)
    """Where drawn bitmaps are kept from build to build; it changes no file, so no key has it."""

    written_before: WrittenBefore | None = field(default=None, repr=False)
    """What was written of a web page the last time; it changes no file, so no key has it."""
