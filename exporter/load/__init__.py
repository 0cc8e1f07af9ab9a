"""Loading: a folder of YAML, Markdown and pictures becomes a Source, or every fault is told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from exporter.authored.files import Folder
from exporter.authored.folders import original_of
from exporter.diagnostics import SourceError
from exporter.load.assemble import Assembly
from exporter.load.section_file import ReadBefore
from exporter.source import Source


def load(
    folder: Path,
    *,
    foreword: Path | None = None,
    unsaved: Mapping[str, str] | None = None,
    before: ReadBefore | None = None,
) -> Source:
    """The document in this folder. Raises SourceError with all faults at once.

    `foreword` is a section file of a partner: it comes first and has no number. `unsaved` are texts
    that are not on disk yet, by the names of their files in the folder: sections/start.yaml.
    `before` keeps what was read of the document the last time: of the sections only those are read
    whose file has changed.
    """
    assembly = Assembly(Folder(folder, unsaved or {}, original_of(folder)), before=before)
    source = assembly.source(foreword)
    if source is None or len(assembly.findings):
        raise SourceError(assembly.findings)
    return source


__all__ = ["ReadBefore", "load"]
