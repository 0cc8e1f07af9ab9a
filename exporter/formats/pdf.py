"""Tagged PDF, by one of two engines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from exporter.brand import Brand
from exporter.edition import Theme
from exporter.extras import with_extra
from exporter.fonts import CannotSpell, needs_shaping
from exporter.formats.format import Engine, Format, Looked, Validator
from exporter.formats.settings import PdfStandard, Settings
from exporter.model import Document
from exporter.outline import ReadBack
from exporter.proofs.slot_words import Said
from exporter.rules import Rule
from exporter.template import Template
from exporter.validators import apart
from exporter.validators.apart import Verdict

_SHEET, _FOLDED = "-sheet.pdf", "-to-fold.pdf"
"""Beside the file for a print shop: advice, and pages of A5 on sheets of A4, to print and fold."""


def _engine(settings: Settings, document: Document) -> Engine:
    """Reportlab sets what needs no shaping; it is fast, and its files can be stamped."""
    if settings.pdf_engine == "weasyprint" or needs_shaping(document):
        return _weasyprint(settings)
    return _reportlab(settings)


def _reportlab(settings: Settings) -> Engine:
    from exporter.proofs import pdf as proof
    from exporter.writers import pdf_reportlab

    printing = pdf_reportlab.PrintOptions(bleed=settings.bleed) if settings.print_shop else None

    def compiled(document: Document, theme: Theme) -> Template:
        return pdf_reportlab.compile(
            document, theme, standard=settings.pdf_standard, print_options=printing
        )

    def beside(document: Document, template: Template, brand: Brand) -> Mapping[str, bytes]:
        advice = {_SHEET: pdf_reportlab.print_sheet(document, template, brand)}
        if settings.bleed or not pdf_reportlab.is_small(template):
            return advice
        from exporter.pdf_file.folding import folded

        data = pdf_reportlab.stamp(template, brand)
        return advice | {_FOLDED: folded(data, from_right=document.right_to_left)}

    def pages(document: Document, theme: Theme) -> Mapping[str, int]:
        try:
            return pdf_reportlab.pages_by_anchor(document, theme)
        except pdf_reportlab.NOT_SET:  # the file itself tells it
            return {}

    return Engine(
        name="reportlab",
        slots=pdf_reportlab.Slots,
        compile=compiled,
        stamp=pdf_reportlab.stamp,
        proof=proof.fault_of,
        extra=beside if printing else None,
        pages=pages,  # no line of a file for a print shop stands on another page
    )


def _weasyprint(settings: Settings) -> Engine:
    """No proof by bytes: this engine sets every page of every brand anew."""
    from exporter.writers import pdf_weasyprint

    def compiled(document: Document, theme: Theme) -> Template:
        return pdf_weasyprint.compile(
            document, theme, standard=settings.pdf_standard, styles=settings.styles
        )

    def pages(document: Document, theme: Theme) -> Mapping[str, int]:
        from exporter.pdf_file.destinations import pages_by_name

        nobody = Brand(name="", publisher="", accent="#000000", second="#000000")
        try:
            return pages_by_name(pdf_weasyprint.stamp(compiled(document, theme), nobody))
        except (pdf_weasyprint.EngineMissing, CannotSpell):  # the file itself tells it
            return {}

    return Engine(
        name="weasyprint",
        compile=compiled,
        stamp=pdf_weasyprint.stamp,
        slots=pdf_weasyprint.Slots,
        pages=pages,
    )


def _read(data: bytes) -> ReadBack:
    from exporter.readback import pdf

    return pdf.read(data)


def _look(data: bytes, theme: Theme | None, rules: str) -> Looked:
    from exporter.file_rules import pdf

    return pdf.look(data, theme, rules)


def _rules() -> Mapping[str, Rule]:
    from exporter.file_rules import pdf

    return pdf.RULES


def _said(data: bytes) -> Said:
    from exporter.proofs import pdf

    return pdf.said(data)


def _cover(data: bytes, width: int) -> bytes:
    from exporter.pdf_file import cover

    return cover.picture(data, width)


# ---- veraPDF ----------------------------------------------------------------------------------

_STANDARDS: dict[PdfStandard, dict[str, str]] = {
    "ua-1": {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"},
    "ua-2": {"ua2": "PDF/UA-2", "4": "PDF/A-4"},
}
"""What a file of each meets: as veraPDF calls it, and as people do."""


def _available() -> bool:
    from exporter.validators import verapdf

    return verapdf.available()


def _version() -> str:
    from exporter.validators import verapdf

    return verapdf.version()


def _judge(data: bytes, settings: Settings) -> Mapping[str, str]:
    from exporter.validators import verapdf

    return {
        f"{called} {rule}": told
        for flavour, called in _STANDARDS[settings.pdf_standard].items()
        for rule, told in verapdf.failures_of(data, flavour).items()
    }


def _verdicts(files: Sequence[Path]) -> Sequence[Verdict | None]:
    return apart.verdicts("exporter.validators.verapdf", files)


PDF = Format(
    name="pdf",
    suffixes=("pdf",),
    called="formats-file-pdf",
    for_whom="formats-for-pdf",
    medium="paper",
    weight=600,
    viewed_as="application/pdf",
    heeds=("pdf_engine", "pdf_standard", "print_shop", "bleed"),
    libraries=("reportlab", "weasyprint", "pikepdf"),
    engine=_engine,
    read=_read,
    look=_look,
    rules=_rules,
    said=_said,
    extra=(_SHEET, _FOLDED),
    standard=lambda settings: settings.pdf_standard,
    cover=_cover,
    validator=Validator(
        name="veraPDF",
        install=with_extra("validator"),
        available=_available,
        version=_version,
        standard=lambda settings: " and ".join(_STANDARDS[settings.pdf_standard].values()),
        judge=_judge,
        verdicts=_verdicts,
        unseen="PDF/UA-1, 7.2 (the language of words within a page), and the insides of typefaces "
        "of the kind Type 1 (7.21)",
        less=("5-",),
    ),
)
