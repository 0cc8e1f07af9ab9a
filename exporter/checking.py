"""Look without building: check documents, show an Outline, search for pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from exporter.diagnostics import Diagnostic, SourceError
from exporter.making.document_names import folders_that_clash
from exporter.making.documents import Loaded, load_document
from exporter.making.logos import logo_findings
from exporter.making.order import HOUSE, chosen_documents, document_folders
from exporter.making.publisher import (
    answered,
    publisher_findings,
    publisher_in,
    said_of_us,
    two_numbers,
)
from exporter.making.words import Check, check, nothing
from exporter.model import Document
from exporter.outline import Outline, outline_of
from exporter.styles.brands import load_brand
from exporter.styles.editions import editions, load_edition
from exporter.styles.folder import Styles
from exporter.styles.together import together

if TYPE_CHECKING:
    from exporter.pictures.searching import Found


@dataclass(frozen=True, slots=True)
class CheckedDocuments:
    """What was found in documents; `checked` are "document-edition"."""

    checked: tuple[str, ...]
    findings: tuple[Diagnostic, ...]


def check_documents(
    sources: Path,
    styles: Styles | None,
    names: tuple[str, ...],
    asked: tuple[str, ...],
    tags: tuple[str, ...] = (),
    between: Callable[[], None] = nothing,
) -> CheckedDocuments:
    """Check documents, each with its translations or in the languages `tags`, in the editions asked
    for, or in every default one that they supply. `between` is called between two steps of the
    work, a tenth of a second apart: what it raises ends the work."""
    chosen = (
        tuple(load_edition(name, styles) for name in asked)
        if asked
        else tuple(edition for edition in editions(styles) if edition.default)
    )
    findings: list[Diagnostic] = []
    checked: list[str] = []
    folders = chosen_documents(sources, names, tags)
    findings.extend(folders_that_clash(folders).values())
    for folder in folders:
        try:
            between()
            loaded, about, documents = _given_out(folder, styles, between)
        except SourceError as error:
            findings.extend(error.findings)
            continue
        findings.extend((*loaded.translated, *loaded.standing.findings, *about))
        for edition in filter(loaded.supplies, chosen):
            checked.append(f"{loaded.source.name}-{edition.name}")
            document = documents.get(edition.name) or loaded.adapted(edition)
            findings.extend(check(Check(document, edition, loaded.source), between).findings)
    return CheckedDocuments(tuple(checked), tuple(dict.fromkeys(findings)))


def _given_out(
    folder: Path, styles: Styles | None, between: Callable[[], None] = nothing
) -> tuple[Loaded, tuple[Diagnostic, ...], dict[str, Document]]:
    """A document as the house gives it out; what is wrong with what it says of the house; and what
    readers get in every edition that everybody gets.

    Raises SourceError with all that is wrong with the document or with the brand.
    """
    loaded, brand = together(
        lambda: load_document(folder, styles), lambda: load_brand(HOUSE, styles)
    )
    loaded = loaded.given_out_by(publisher_in(loaded.source, brand))
    documents: dict[str, Document] = {}
    for one in editions(styles):
        if one.default and loaded.supplies(one):
            between()
            documents[one.name] = loaded.adapted(one)
    found = tuple(publisher_findings(brand, loaded.source)) or tuple(
        two_numbers(brand, said_of_us(loaded.source, documents.values()))
    )
    logo = logo_findings(brand, load_edition("standard", styles).theme.logo)
    return loaded, tuple(answered((*found, *logo), loaded.source)), documents


def outline_of_document(sources: Path, styles: Styles | None, name: str, edition: str) -> Outline:
    """What a reader of one edition of a document must meet."""
    (folder,) = document_folders(sources, (name,))
    loaded, *_ = _given_out(folder, styles)
    return outline_of(loaded.unchecked(load_edition(edition, styles)))


def search_pictures(words: str) -> tuple[Found, ...]:
    """Pictures that may fit some words, the best first, with where they come from."""
    from exporter.pictures import search

    return search(words)


__all__ = [
    "check_documents",
    "outline_of_document",
    "search_pictures",
]
