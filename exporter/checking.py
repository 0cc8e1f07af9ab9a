"""Look without building: check words and pictures, show an Outline, search for pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exporter.authored.files import bytes_of
from exporter.diagnostics import Diagnostic, Place, SourceError
from exporter.making.document_names import folders_that_clash
from exporter.making.documents import Loaded, load_document
from exporter.making.order import HOUSE, document_folders
from exporter.making.publisher import (
    answered,
    publisher_findings,
    publisher_in,
    said_of_us,
    two_numbers,
)
from exporter.making.words import Check, check
from exporter.model import Document
from exporter.outline import Outline, outline_of
from exporter.styles.brands import load_brand
from exporter.styles.editions import editions, load_edition
from exporter.styles.folder import Styles
from exporter.styles.together import together

if TYPE_CHECKING:
    from exporter.checks import TextReport
    from exporter.pictures.searching import Found


def is_text(name: str) -> bool:
    """Whether `check` reads this as a text of its own, and not as the name of a document."""
    from exporter.checks.texts import SUFFIXES

    return Path(name).suffix.lower() in SUFFIXES


@dataclass(frozen=True, slots=True)
class CheckedDocuments:
    """What was found in documents; `checked` are "document-edition"."""

    checked: tuple[str, ...]
    findings: tuple[Diagnostic, ...]


def check_documents(
    sources: Path, styles: Styles | None, names: tuple[str, ...], asked: tuple[str, ...]
) -> CheckedDocuments:
    """Check documents in the editions asked for, or in every default one that they supply."""
    chosen = (
        tuple(load_edition(name, styles) for name in asked)
        if asked
        else tuple(edition for edition in editions(styles) if edition.default)
    )
    findings: list[Diagnostic] = []
    checked: list[str] = []
    folders = document_folders(sources, names)
    findings.extend(folders_that_clash(folders).values())
    for folder in folders:
        try:
            loaded, about = _given_out(folder, styles)
        except SourceError as error:
            findings.extend(error.findings)
            continue
        findings.extend((*loaded.standing.findings, *about))
        for edition in filter(loaded.supplies, chosen):
            checked.append(f"{loaded.source.name}-{edition.name}")
            findings.extend(check(Check(loaded.adapted(edition), edition, loaded.source)).findings)
    return CheckedDocuments(tuple(checked), tuple(dict.fromkeys(findings)))


def _given_out(folder: Path, styles: Styles | None) -> tuple[Loaded, tuple[Diagnostic, ...]]:
    """A document as the house gives it out, and what is wrong with what it says of the house.

    Raises SourceError with all that is wrong with the document or with the brand.
    """
    loaded, brand = together(
        lambda: load_document(folder, styles), lambda: load_brand(HOUSE, styles)
    )
    loaded = loaded.given_out_by(publisher_in(loaded.source, brand))
    found = tuple(publisher_findings(brand, loaded.source)) or tuple(
        two_numbers(brand, said_of_us(loaded.source, _documents(loaded, styles)))
    )
    return loaded, tuple(answered(found, loaded.source))


def _documents(loaded: Loaded, styles: Styles | None) -> Iterator[Document]:
    """What readers get in every edition that everybody gets."""
    every = (one for one in editions(styles) if one.default and loaded.supplies(one))
    return (loaded.adapted(one) for one in every)


def check_file(file: Path, edition: str) -> TextReport:
    """Check any text against the rules of an edition: .md, .txt, .docx or .html.

    Raises SourceError when there is nothing to check.
    """
    from exporter.checks import check_text
    from exporter.checks.texts import NotReadable, paragraphs_of

    rules = load_edition(edition).rules
    try:
        data = bytes_of(file)
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise SourceError(
            [Diagnostic(code="file-unreadable", message=f"{file}: {reason}.")]
        ) from error
    try:
        paragraphs = paragraphs_of(data, file.suffix, str(file))
    except NotReadable as error:
        unreadable = Diagnostic(
            code="file-unreadable",
            message=str(error),
            place=Place(str(file), error.line),
            hint=error.hint or _SAVE_AGAIN,
        )
        raise SourceError([unreadable]) from error
    if not paragraphs:
        message = "There are no words in this file."
        raise SourceError([Diagnostic(code="file-empty", message=message, place=Place(str(file)))])
    return check_text(paragraphs, rules)


def outline_of_document(sources: Path, styles: Styles | None, name: str, edition: str) -> Outline:
    """What a reader of one edition of a document must meet."""
    (folder,) = document_folders(sources, (name,))
    loaded, _ = _given_out(folder, styles)
    return outline_of(loaded.unchecked(load_edition(edition, styles)))


_SAVE_AGAIN = "Open it in Word, and save it again as .docx."


def search_pictures(words: str) -> tuple[Found, ...]:
    """Pictures that may fit some words, the best first, with where they come from."""
    from exporter.pictures import search

    return search(words)


__all__ = [
    "check_documents",
    "check_file",
    "is_text",
    "outline_of_document",
    "search_pictures",
]
