"""Tagged PDF, on ReportLab's fonts and drawings: PDF/UA-1, or PDF/UA-2 with WTPDF 1.0.

    structure   the tag tree
    words, lines, blocks, tables, boxes, picture_rows, codes, questions, sections, contents, cover
                                                   setting
    pagination, floating, painting, frame, book, page_starts pages
    lettering, embedding, pictures, objects, assembly, forms, metadata, writing  the file
    compiling, stamping, slots                     template and brand

ReportLab's own page layout is not used: it paints while it sets, so it cannot know a page's number
in time; it cuts words without a hyphen and drops the space at the end of a line.
"""

from __future__ import annotations

from exporter.brand import Brand
from exporter.edition import PAGE_SIZES, Theme, in_language
from exporter.fonts import CannotSpell
from exporter.model import Document
from exporter.template import Template
from exporter.writers.pdf_reportlab.compiling import (
    compile_document,
    page_starts,
    pages_by_anchor,
)
from exporter.writers.pdf_reportlab.lettering import ScriptNotSet
from exporter.writers.pdf_reportlab.lines import WordTooWide
from exporter.writers.pdf_reportlab.page_starts import PageStart
from exporter.writers.pdf_reportlab.pictures import PictureUnreadable
from exporter.writers.pdf_reportlab.print_sheet import compile_print_sheet
from exporter.writers.pdf_reportlab.printing import PrintOptions
from exporter.writers.pdf_reportlab.slots import Slots
from exporter.writers.pdf_reportlab.stamping import stamp_template
from exporter.writers.pdf_reportlab.structure import Standard

NOT_SET = (WordTooWide, ScriptNotSet, PictureUnreadable, CannotSpell)
"""What is raised where this engine cannot set a document at all."""

__all__ = [
    "NOT_SET",
    "PageStart",
    "PictureUnreadable",
    "PrintOptions",
    "ScriptNotSet",
    "Slots",
    "WordTooWide",
    "compile",
    "is_small",
    "page_starts",
    "pages_by_anchor",
    "print_sheet",
    "stamp",
]


def compile(
    document: Document,
    theme: Theme,
    *,
    standard: Standard = "ua-1",
    print_options: PrintOptions | None = None,
) -> Template:
    """Set a document. Raises WordTooWide, CannotSpell, ScriptNotSet or PictureUnreadable."""
    theme = in_language(theme, document.language)
    return compile_document(document, theme, standard, print_options)


def print_sheet(document: Document, template: Template, brand: Brand) -> bytes:
    """One page of advice for the print shop about the file made of `template`."""
    return stamp_template(compile_print_sheet(document, template), brand)


def is_small(template: Template) -> bool:
    """Whether two of its pages stand side by side on a sheet of A4."""
    assert isinstance(template.slots, Slots)
    return template.slots.theme.page.width <= PAGE_SIZES["a5"][0]


def stamp(template: Template, brand: Brand) -> bytes:
    """The finished file of one brand. Raises DoesNotFit or CannotSpell."""
    return stamp_template(template, brand)
