"""Loading: a folder of YAML, Markdown and pictures becomes a Source, or every fault is told."""

from __future__ import annotations

from pathlib import Path

from exporter.authored.files import Folder
from exporter.diagnostics import SourceError
from exporter.load.assemble import Assembly
from exporter.source import Source


def load(folder: Path, *, foreword: Path | None = None) -> Source:
    """The document in this folder. Raises SourceError with all faults at once.

    `foreword` is a section file of a partner: it comes first and has no number.
    """
    assembly = Assembly(Folder(folder))
    source = assembly.source(foreword)
    if source is None or len(assembly.findings):
        raise SourceError(assembly.findings)
    return source
