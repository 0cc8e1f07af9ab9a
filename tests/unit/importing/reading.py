"""Importing in tests: a Word file by hand, and the Source and the decisions that it gives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from exporter.importing import Imported, imported, opened
from exporter.load import load
from exporter.source import Source


@dataclass(frozen=True, slots=True)
class Result:
    """An imported document as it is loaded again."""

    document: Imported
    source: Source

    @property
    def codes(self) -> list[str]:
        return [one.code for one in self.document.decisions]

    def told(self, code: str) -> list[str]:
        """The words of all decisions of one kind."""
        return [one.words for one in self.document.decisions if one.code == code]

    def text(self, name: str) -> str:
        return self.document.files[name].decode()


def brought(
    data: bytes, folder: Path, name: str = "leaflet.docx", changes: str = "accept"
) -> Result:
    """Import a file: what was made is written and loaded again."""
    file = folder / name
    file.write_bytes(data)
    document = imported(opened(file, changes), "leaflet")  # type: ignore[arg-type]
    target = folder / "leaflet"
    for key, content in document.files.items():
        (target / key).parent.mkdir(parents=True, exist_ok=True)
        (target / key).write_bytes(content)
    return Result(document, load(target))
