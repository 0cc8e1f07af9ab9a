"""Loading: a folder of YAML, Markdown and pictures becomes a Source, or every fault is told."""

from __future__ import annotations

from pathlib import Path

from exporter.diagnostics import SourceError
from exporter.load.assemble import Assembly
from exporter.load.files import Folder
from exporter.source import Source


def load(folder: Path) -> Source:
    """The document in this folder. Raises SourceError with all faults at once."""
    assembly = Assembly(Folder(folder))
    source = assembly.source()
    if source is None or len(assembly.findings):
        raise SourceError(assembly.findings)
    return source
