"""The formats: for each name its suffix, and who compiles, stamps and reads it back.

Engines are imported when they are first used, so that a command pays only for what it needs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from exporter.brand import Brand
from exporter.edition import Theme
from exporter.fonts import needs_shaping
from exporter.model import Document
from exporter.outline import Outline
from exporter.template import Template

PdfEngine = Literal["reportlab", "weasyprint"]
PdfStandard = Literal["ua-1", "ua-2"]
BITMAPS = ".state/bitmaps"
"""In an output folder: the bitmaps that were drawn for its Word files."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build may choose about its files."""

    pdf_engine: PdfEngine = "reportlab"
    pdf_standard: PdfStandard = "ua-1"
    word_page_numbers: bool = False
    print_shop: bool = False
    """The PDF as a print shop asks for it, and a sheet of advice with it."""
    bleed: Literal[0, 3] = 0
    """Millimetres that colour runs over the edge of a printed sheet."""
    styles: Path | None = None
    """The user's own styles folder, for the style sheets of web pages and the weasyprint engine."""

    bitmaps: Path | None = field(default=None, repr=False)
    """Where drawn bitmaps are kept from build to build; it changes no file, so no key has it."""


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `engine` names the writer in reports."""

    name: str
    suffix: str
    engine: str
    compile: Callable[[Document, Theme], Template]
    stamp: Callable[[Template, Brand], bytes]
    read_back: Callable[[bytes], Outline]
    sheet: Callable[[Document, Template, Brand], bytes] | None = None
    """A page of advice for the print shop, where one was asked for."""


FORMATS = ("pdf", "docx", "html")


def format_of(name: str, settings: Settings, language: str) -> Format:
    """The format of this name, with the engine that the settings or the script ask for.

    Raises KeyError for a name that is not in FORMATS.
    """
    match name:
        case "html":
            return _html(settings)
        case "docx":
            return _docx(settings)
        case "pdf" if settings.pdf_engine == "weasyprint" or needs_shaping(language):
            return _pdf_weasyprint(settings)
        case "pdf":
            return _pdf_reportlab(settings)
        case _:
            raise KeyError(name)


def reader_of(suffix: str) -> Callable[[bytes], Outline]:
    """The reader for a file suffix without its dot. Raises KeyError for others."""
    match suffix:
        case "pdf":
            from exporter.readback import pdf

            return pdf.read_back
        case "docx":
            from exporter.readback import docx

            return docx.read_back
        case "html" | "htm":
            from exporter.readback import html

            return html.read_back
        case _:
            raise KeyError(suffix)


def _html(settings: Settings) -> Format:
    from exporter.writers import html

    def compiled(document: Document, theme: Theme) -> Template:
        return html.compile(document, theme, styles=settings.styles)

    return Format("html", "html", "html", compiled, html.stamp, reader_of("html"))


def _docx(settings: Settings) -> Format:
    from exporter.writers import docx

    def compiled(document: Document, theme: Theme) -> Template:
        template = docx.compile(document, theme, bitmaps=settings.bitmaps)
        if not settings.word_page_numbers:
            return template
        from exporter.word_pages import pages_by_anchor

        nobody = Brand(name="", publisher="", accent="#000000", second="#000000")
        pages = pages_by_anchor(docx.stamp(template, nobody), document)
        return docx.compile(document, theme, page_numbers=pages, bitmaps=settings.bitmaps)

    return Format("docx", "docx", "python-docx", compiled, docx.stamp, reader_of("docx"))


def _pdf_reportlab(settings: Settings) -> Format:
    from exporter.writers import pdf_reportlab

    printing = pdf_reportlab.PrintOptions(bleed=settings.bleed) if settings.print_shop else None

    def compiled(document: Document, theme: Theme) -> Template:
        return pdf_reportlab.compile(
            document, theme, standard=settings.pdf_standard, print_options=printing
        )

    return Format(
        "pdf",
        "pdf",
        "reportlab",
        compiled,
        pdf_reportlab.stamp,
        reader_of("pdf"),
        pdf_reportlab.print_sheet if printing else None,
    )


def _pdf_weasyprint(settings: Settings) -> Format:
    from exporter.writers import pdf_weasyprint

    def compiled(document: Document, theme: Theme) -> Template:
        return pdf_weasyprint.compile(
            document, theme, standard=settings.pdf_standard, styles=settings.styles
        )

    return Format("pdf", "pdf", "weasyprint", compiled, pdf_weasyprint.stamp, reader_of("pdf"))
