"""Look without building: check words and pictures, show an Outline, explain a rule."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exporter.adapt import adapt, supplies
from exporter.diagnostics import Diagnostic, Place, SourceError
from exporter.edition import editions, load_edition, load_words
from exporter.load import load
from exporter.order import document_folders
from exporter.outline import Outline, outline_of
from exporter.review import read_review, status

if TYPE_CHECKING:
    from exporter.checks import TextReport
    from exporter.pictures.searching import Found

TEXT_SUFFIXES = frozenset({".md", ".txt", ".docx"})


@dataclass(frozen=True, slots=True)
class CheckedDocuments:
    """What was found in documents; `checked` are "document-edition"."""

    checked: tuple[str, ...]
    findings: tuple[Diagnostic, ...]


def check_documents(
    sources: Path, styles: Path | None, names: tuple[str, ...], asked: tuple[str, ...]
) -> CheckedDocuments:
    """Check documents in the editions asked for, or in every default one that they supply."""
    from exporter.checks import check

    chosen = (
        tuple(load_edition(name, styles) for name in asked)
        if asked
        else tuple(edition for edition in editions(styles) if edition.default)
    )
    findings: list[Diagnostic] = []
    checked: list[str] = []
    for folder in document_folders(sources, names):
        try:
            source = load(folder)
            standing = status(source, read_review(folder))
        except SourceError as error:
            findings.extend(error.findings)
            continue
        findings.extend(standing.findings)
        words = load_words(source.language, styles)
        for edition in chosen:
            if supplies(source, edition):
                checked.append(f"{source.name}-{edition.name}")
                document = adapt(source, edition, words, checked=standing.checked_sentence(words))
                found = check(document, edition, source)
                findings.extend(finding for finding in found if finding not in findings)
    return CheckedDocuments(tuple(checked), tuple(findings))


def check_file(file: Path, edition: str) -> TextReport:
    """Check any text against the rules of an edition: .md, .txt or .docx.

    Raises SourceError when there is nothing to check.
    """
    from exporter.checks import check_text
    from exporter.checks.texts import NotReadable, paragraphs_of

    rules = load_edition(edition).rules
    try:
        data = file.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise SourceError(
            [Diagnostic(code="file-unreadable", message=f"{file}: {reason}.")]
        ) from error
    try:
        paragraphs = paragraphs_of(data, file.suffix, str(file))
    except NotReadable as error:
        unreadable = Diagnostic(
            code="file-unreadable", message=str(error), place=Place(str(file)), hint=_SAVE_AGAIN
        )
        raise SourceError([unreadable]) from error
    if not paragraphs:
        message = "There are no words in this file."
        raise SourceError([Diagnostic(code="file-empty", message=message, place=Place(str(file)))])
    return check_text(paragraphs, rules)


def outline_of_document(sources: Path, styles: Path | None, name: str, edition: str) -> Outline:
    """What a reader of one edition of a document must meet."""
    (folder,) = document_folders(sources, (name,))
    source = load(folder)
    document = adapt(source, load_edition(edition, styles), load_words(source.language, styles))
    return outline_of(document)


def explain(rule: str) -> str | None:
    """Why there is a rule and where it comes from; None when there is no such rule."""
    told = _rules().get(rule)
    if told is None:
        return None
    reason, source = told
    lines = [line for line in reason.splitlines() if not line.startswith("Source:")]
    # where a rule only gives a criterion's number, say whose number it is
    bare = r"(?<!WCAG )(?<!WCAG 2\.2, )(?<![\d.])([1-4]\.\d\.\d{1,2})"
    named = re.sub(bare, r"WCAG \1", source)
    return "\n".join([rule, "", *lines, "", f"Source: {named if 'ISO' not in source else source}"])


def close_rules(rule: str) -> list[str]:
    """Rules whose names are like this one."""
    return difflib.get_close_matches(rule, _rules(), n=3)


def _rules() -> dict[str, tuple[str, str]]:
    """Every rule of the program: code → (reason, source)."""
    from exporter import brand, checks, compare, review, verify, word_pages
    from exporter.authored.rules import RULES as LOADING
    from exporter.batch import plan
    from exporter.file_rules import docx, html, pdf
    from exporter.load import brands

    told: dict[str, tuple[str, str]] = {**OWN, **LOADING}
    for module in (verify, compare, pdf, docx, brand, brands, plan, review, word_pages):
        told |= module.RULES
    told |= {code: (rule.reason, rule.source) for code, rule in html.RULES.items()}
    return told | {code: (rule.explain, rule.source) for code, rule in checks.RULES.items()}


_SAVE_AGAIN = "Open it in Word, and save it again as .docx."

OWN = {
    "name-unknown": (
        "Editions, brands and locales go by the names of their files in styles/.",
        "exporter, README.md",
    ),
    "style-wrong": (
        "An edition, brand or locale in styles/ is a YAML file with fixed keys.",
        "exporter, ARCHITECTURE.md",
    ),
    "document-unknown": (
        "A document is a folder with a document.yaml in it, below the sources folder.",
        "exporter, README.md",
    ),
    "file-not-made": (
        "A file that cannot be made whole is not made at all; the good one from before stays.",
        "exporter, ARCHITECTURE.md",
    ),
    "file-not-written": (
        "Nothing is lost: the file is written beside its place, and renamed when it is whole.",
        "exporter, ARCHITECTURE.md",
    ),
    "file-unreadable": ("The file is not there, or may not be read.", "exporter, README.md"),
}


def search_pictures(words: str) -> tuple[Found, ...]:
    """Pictures that may fit some words, the best first, with where they come from."""
    from exporter.pictures import search

    return search(words)


__all__ = [
    "TEXT_SUFFIXES",
    "check_documents",
    "check_file",
    "close_rules",
    "explain",
    "outline_of_document",
    "search_pictures",
]
