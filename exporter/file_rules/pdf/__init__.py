"""The PDF checker: every rule of the catalogue on one file, ours or anybody's.

What the file says of itself is read with pikepdf, what stands on its pages with pdfium.
"""

from __future__ import annotations

from collections.abc import Iterator

from exporter.diagnostics import Diagnostic, Unreadable
from exporter.edition import Theme
from exporter.file_rules.pdf import document as pdf_document
from exporter.file_rules.pdf import flow as pdf_flow
from exporter.file_rules.pdf import formats as pdf_formats
from exporter.file_rules.pdf import nesting as pdf_nesting
from exporter.file_rules.pdf import overlays as pdf_overlays
from exporter.file_rules.pdf import pages as pdf_pages
from exporter.file_rules.pdf import pictures as pdf_pictures
from exporter.file_rules.pdf import spacing as pdf_spacing
from exporter.file_rules.pdf import structure as pdf_structure
from exporter.file_rules.pdf import tables as pdf_tables
from exporter.file_rules.pdf import type as pdf_type
from exporter.file_rules.pdf.catalogue import RULES
from exporter.file_rules.pdf.facts import Facts, read_facts
from exporter.file_rules.pdf.limits import limits_of
from exporter.file_rules.pdf.measure import measure
from exporter.file_rules.pdf.measured import MeasuredPage, words_of
from exporter.file_rules.pdf.paragraphs import paragraphs
from exporter.rules import FILE_UNREADABLE

_DAMAGED = "This PDF is damaged: not all of it could be looked at."

__all__ = ["RULES", "check", "look"]


def check(data: bytes, theme: Theme | None = None, rules: str = "") -> tuple[Diagnostic, ...]:
    """What is wrong with a PDF, the most serious first.

    `theme` and `rules` ("clear-print", "large-print", "easy-read") say what its edition promises;
    without them its layout is only told about. A file that cannot be opened has no findings here:
    to say so is for whoever reads it back.
    """
    return look(data, theme, rules)[0]


def look(
    data: bytes, theme: Theme | None = None, rules: str = ""
) -> tuple[tuple[Diagnostic, ...], dict[str, float]]:
    """The findings of `check`, and what was measured: smallest type, lowest contrast, pages."""
    try:
        facts = read_facts(data, closely=theme is None)
    except Unreadable:
        return (), {}
    except Exception:
        # what a damaged file of a stranger makes qpdf raise is not told in one place
        return (Diagnostic(code=FILE_UNREADABLE.code, message=_DAMAGED),), {}
    pages = measure(data, closely=theme is None)
    findings = sorted(_findings(facts, pages, theme, rules), key=lambda one: one.severity)
    measured = {"pages": facts.pages, **pdf_type.extremes(pages, facts.owners())}
    return tuple(findings), measured


def _findings(
    facts: Facts, pages: list[MeasuredPage], theme: Theme | None, rules: str
) -> Iterator[Diagnostic]:
    limits = limits_of(rules)
    owners = facts.owners()
    runs = [(page.number, run) for page in pages for run in page.runs]
    body = pdf_type.body_size(runs, owners)
    yield from pdf_document.check(facts)
    if facts.tagged:
        words = words_of(pages)
        yield from pdf_structure.check(facts, pages, words)
        yield from pdf_tables.check(facts, words)
        yield from pdf_nesting.check(facts)
        yield from pdf_document.untagged(facts, pages)
    yield from pdf_overlays.check(facts)
    yield from pdf_type.check(pages, owners, limits, theme)
    told = paragraphs(pages, owners, facts.tagged)
    yield from pdf_spacing.check(pages, told, body, limits)
    yield from pdf_flow.check(told, body, limits)
    yield from pdf_pages.check(facts, pages, limits)
    yield from pdf_pictures.check(pages, limits, ours=theme is not None)
    yield from pdf_formats.check(facts, pages, told, limits)
