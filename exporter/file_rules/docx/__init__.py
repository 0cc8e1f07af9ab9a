"""The Word checker: every rule of the catalogue on one file, ours or anybody's.

It shares nothing with the writer: a common table would hide a common mistake.
"""

from __future__ import annotations

from collections.abc import Iterator

from exporter.diagnostics import Diagnostic
from exporter.edition import Theme
from exporter.file_rules.docx import rules_file as docx_rules_file
from exporter.file_rules.docx import rules_headings as docx_rules_headings
from exporter.file_rules.docx import rules_layout as docx_rules_layout
from exporter.file_rules.docx import rules_look as docx_rules_look
from exporter.file_rules.docx import rules_pages as docx_rules_pages
from exporter.file_rules.docx import rules_pictures as docx_rules_pictures
from exporter.file_rules.docx import rules_schema as docx_rules_schema
from exporter.file_rules.docx import rules_tables as docx_rules_tables
from exporter.file_rules.docx import rules_words as docx_rules_words
from exporter.file_rules.docx.catalogue import RULES, found
from exporter.file_rules.docx.package import CannotOpen, open_package
from exporter.file_rules.docx.story import Story

__all__ = ["RULES", "check"]


def check(data: bytes, theme: Theme | None = None, rules: str = "") -> tuple[Diagnostic, ...]:
    """What is wrong with a Word file, the most serious first.

    `theme` and `rules` ("easy-read", "large-print", "clear-print") say what the edition promises;
    without them a file is held to clear print. A file that cannot be opened is one finding.
    """
    try:
        findings = list(_findings(data, theme, rules))
    except CannotOpen as problem:
        findings = [found(problem.code, problem.message, hint=problem.hint)]
    return tuple(sorted(findings, key=lambda finding: finding.severity))


def _findings(data: bytes, theme: Theme | None, rules: str) -> Iterator[Diagnostic]:
    story = Story.of(open_package(data))
    yield from docx_rules_file.check(story)
    yield from docx_rules_headings.check(story)
    yield from docx_rules_pictures.check(story)
    yield from docx_rules_tables.check(story)
    yield from docx_rules_words.check(story)
    yield from docx_rules_schema.check(story)
    yield from docx_rules_pages.check(story, rules)
    yield from docx_rules_look.check(story, theme, rules)
    yield from docx_rules_layout.check(story, theme, rules)
