"""The checker of e-books: every rule of the catalogue on one file, ours or anybody's.

It shares nothing with the writer: a common table would hide a common mistake.
"""

from __future__ import annotations

from collections.abc import Iterator

from exporter.diagnostics import Diagnostic, Severity, Unreadable
from exporter.edition import Theme
from exporter.epub_file import open_book
from exporter.file_rules.epub import (
    rules_navigation,
    rules_package,
    rules_statements,
    rules_styles,
    rules_texts,
)
from exporter.file_rules.epub.catalogue import RULES, found
from exporter.file_rules.epub.texts import texts_of

__all__ = ["RULES", "check"]


def check(data: bytes, theme: Theme | None = None, rules: str = "") -> tuple[Diagnostic, ...]:
    """What is wrong with an e-book, the most serious first.

    `theme` and `rules` are there for the sake of the other formats: a book has the size that its
    reader gives it. A book that cannot be opened is one finding.
    """
    try:
        findings = list(_findings(data))
    except Unreadable as problem:
        findings = [unreadable(problem)]
    return tuple(sorted(findings, key=_weight))


def unreadable(problem: Unreadable) -> Diagnostic:
    """What to say of a book that cannot be opened."""
    code = "epub-locked" if problem.kind == "encrypted" else "epub-unreadable"
    return found(code, str(problem), hint=problem.hint)


def _weight(finding: Diagnostic) -> Severity:
    return finding.severity


def _findings(data: bytes) -> Iterator[Diagnostic]:
    book = open_book(data)
    texts, broken = texts_of(book)
    yield from broken
    yield from rules_package.check(book, data)
    yield from rules_navigation.check(book, texts)
    yield from rules_texts.check(texts)
    yield from rules_styles.check(book, texts)
    yield from rules_statements.check(book, texts)
