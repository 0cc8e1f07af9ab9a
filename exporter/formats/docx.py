"""Word files."""

from __future__ import annotations

from collections.abc import Mapping

from exporter.brand import Brand
from exporter.diagnostics import Diagnostic, Unreadable
from exporter.edition import Theme
from exporter.formats.format import Engine, Format, Looked
from exporter.formats.settings import Settings
from exporter.model import Document
from exporter.outline import ReadBack
from exporter.proofs.slot_words import Said
from exporter.rules import Rule
from exporter.template import Template


def _engine(settings: Settings, document: Document) -> Engine:
    from exporter.proofs import docx as proof
    from exporter.writers import docx

    def compiled(document: Document, theme: Theme) -> Template:
        template = docx.compile(document, theme, bitmaps=settings.bitmaps)
        if not settings.word_page_numbers:
            return template
        from exporter.word_pages import pages_by_anchor

        nobody = Brand(name="", publisher="", accent="#000000", second="#000000")
        pages = pages_by_anchor(docx.stamp(template, nobody), document)
        return docx.compile(document, theme, page_numbers=pages, bitmaps=settings.bitmaps)

    return Engine(
        name="python-docx",
        compile=compiled,
        stamp=docx.stamp,
        slots=docx.Slots,
        proof=proof.fault_of,
    )


def _read(data: bytes) -> ReadBack:
    from exporter.readback import docx

    return docx.read(data)


def _look(data: bytes, theme: Theme | None, rules: str) -> Looked:
    from exporter.file_rules import docx

    return docx.look(data, theme, rules)


def _unreadable(problem: Unreadable) -> Diagnostic:
    from exporter.file_rules import docx

    return docx.unreadable(problem)


def _rules() -> Mapping[str, Rule]:
    from exporter.file_rules import docx

    return docx.RULES


def _said(data: bytes) -> Said:
    from exporter.proofs import docx

    return docx.said(data)


DOCX = Format(
    name="docx",
    counted="paragraph",
    suffixes=("docx",),
    called="formats-file-docx",
    for_whom="formats-for-docx",
    medium="paper",
    weight=400,
    heeds=("word_page_numbers",),
    libraries=("python-docx", "pikepdf"),
    engine=_engine,
    read=_read,
    look=_look,
    rules=_rules,
    said=_said,
    unreadable=_unreadable,
)
