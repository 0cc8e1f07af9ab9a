"""The Word checker: every rule of the catalogue on one file, ours or anybody's.

It shares nothing with the writer: a common table would hide a common mistake.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporter.diagnostics import Diagnostic, Severity, Unreadable, UnreadableKind
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
from exporter.file_rules.docx.catalogue import LOOK, RULES, found
from exporter.file_rules.docx.story import Story
from exporter.word_file.opening import open_word

__all__ = ["RULES", "check", "look", "unreadable"]


def check(data: bytes, theme: Theme | None = None, rules: str = "") -> tuple[Diagnostic, ...]:
    """What is wrong with a Word file, the most serious first.

    `theme` and `rules` ("easy-read", "large-print", "clear-print") say what the edition promises;
    without them its look is told by the numbers of clear print, for information. A file that
    cannot be opened is one finding.
    """
    return look(data, theme, rules)[0]


def look(
    data: bytes, theme: Theme | None = None, rules: str = ""
) -> tuple[tuple[Diagnostic, ...], dict[str, float]]:
    """The findings of `check`, and what was measured: smallest type, lowest contrast."""
    try:
        story = Story.of(open_word(data))
        looked = docx_rules_look.looked_at(story, theme, rules)
        findings = list(_findings(story, looked, theme, rules))
    except Unreadable as problem:
        return (unreadable(problem),), {}
    if theme is None and not rules:
        findings = [
            _only_told(finding) if finding.code in LOOK else finding for finding in findings
        ]
    told = tuple(sorted(findings, key=lambda finding: finding.severity))
    return told, docx_rules_look.extremes(looked)


def _only_told(finding: Diagnostic) -> Diagnostic:
    return replace(finding, severity=max(finding.severity, Severity.FOR_INFORMATION))


def unreadable(problem: Unreadable) -> Diagnostic:
    """What to say of a file that cannot be opened."""
    code = _UNREADABLE.get(problem.kind, "word-unreadable")
    return found(code, str(problem), hint=problem.hint)


_UNREADABLE: dict[UnreadableKind, str] = {
    "encrypted": "word-encrypted",
    "old format": "word-old-format",
    "macro-enabled": "word-macros",
}


def _findings(
    story: Story, looked: docx_rules_look.LookRules, theme: Theme | None, rules: str
) -> Iterator[Diagnostic]:
    yield from docx_rules_file.check(story)
    yield from docx_rules_headings.check(story)
    yield from docx_rules_pictures.check(story)
    yield from docx_rules_tables.check(story)
    yield from docx_rules_words.check(story, ours=theme is not None)
    yield from docx_rules_schema.check(story)
    yield from docx_rules_pages.check(story, rules)
    yield from docx_rules_look.check(looked)
    yield from docx_rules_layout.check(story, theme, rules)
