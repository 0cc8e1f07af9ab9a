"""Importing in tests: a Word file by hand, and the Source and the decisions that it gives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from exporter.importing.document import Imported, imported
from exporter.importing.reading import Data, opened
from exporter.importing.walk.word_words import Changes
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
        return dict(self.document.files)[name].decode()


def brought(
    data: bytes,
    folder: Path,
    name: str = "leaflet.docx",
    changes: Changes = "accept",
    easy: bytes = b"",
) -> Result:
    """Import a file: what was made is written and loaded again."""
    file = Data(folder / name, Path(name).suffix, data)
    second = opened(Data(folder / "easy.docx", ".docx", easy)) if easy else None
    document = imported(opened(file, changes), "leaflet", None, second)
    target = folder / "leaflet"
    for key, content in document.files:
        (target / key).parent.mkdir(parents=True, exist_ok=True)
        (target / key).write_bytes(content)
    return Result(document, load(target))
