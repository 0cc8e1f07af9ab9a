"""Small documents in folders, adapted, and what the second proof says of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from exporter.adapt import adapt, supplies
from exporter.diagnostics import Diagnostic
from exporter.load import load
from exporter.model import Block, Document
from exporter.styles.editions import editions, load_edition
from exporter.styles.words import load_words
from exporter.typed import arrives, read_typed
from exporter.walk import sections_within

RING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'


def written(folder: Path, document: str, **sections: str) -> Path:
    """A document folder: what stands in document.yaml, and the body of each section file."""
    names = ", ".join(sections)
    files = {"document.yaml": f"{document.rstrip()}\nsections: [{names}]\n"}
    files |= {f"sections/{name}.yaml": text for name, text in sections.items()}
    for name in ("ring", "post", "phone"):
        files[f"pictures/{name}.svg"] = RING
    for name, text in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return folder


def document_of(folder: Path, edition: str = "standard") -> Document:
    source = load(folder)
    return adapt(source, load_edition(edition), load_words(source.language))


def proof_of(folder: Path, document: Document) -> tuple[Diagnostic, ...]:
    """What the proof finds between this folder and this document."""
    return arrives(read_typed(folder), document, load_edition(document.edition))


def everything_in(folder: Path) -> list[Diagnostic]:
    """What the proof finds in every edition that the folder has words for."""
    source = load(folder)
    return [
        one
        for edition in editions()
        if supplies(source, edition)
        for one in proof_of(folder, document_of(folder, edition.name))
    ]


def spoilt(document: Document, spoil: Callable[[tuple[Block, ...]], tuple[Block, ...]]) -> Document:
    """The document with the blocks of its sections changed."""

    def changed(section):  # type: ignore[no-untyped-def]
        inner = tuple(map(changed, section.sections))
        return replace(section, blocks=spoil(section.blocks), sections=inner)

    assert list(sections_within(document.sections))
    return replace(document, sections=tuple(map(changed, document.sections)))
