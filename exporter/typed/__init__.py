"""The second proof: nothing that an author typed is lost or altered, and nothing is made up.

The first proof says that every file says what its Document says. This one says that the Document
says what was typed: the same words, in the same order, as often. It reads the sources again by a
road of its own (see `reading`), so that a fault of the loader cannot hide itself.

    typed: kinds → reading → pieces → expected        shown: Document → Outline → regions
                                   \\________ matching ________/
"""

from __future__ import annotations

from pathlib import Path

from exporter.diagnostics import Diagnostic
from exporter.edition import Edition
from exporter.model import Document
from exporter.source import Source
from exporter.typed.proof import RULES, arrives
from exporter.typed.publisher import given_out
from exporter.typed.reading import read_typed

__all__ = ["RULES", "arrives", "proof_of", "read_typed"]


def proof_of(
    source: Source,
    document: Document,
    edition: Edition,
    leave_out: frozenset[str] = frozenset(),
) -> tuple[Diagnostic, ...]:
    """The proof of a document that was adapted from files on disk.

    Of a source that was made in memory, as tests make them, there is nothing to read.
    """
    file = Path(source.place.file)
    if not source.place.file or not file.is_file():
        return ()
    first = source.sections[0] if source.sections else None
    foreword = Path(first.place.file) if first and first.foreword else None
    typed = given_out(read_typed(file.parent, foreword), source)
    return arrives(typed, document, edition, leave_out)
