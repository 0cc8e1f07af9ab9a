"""One language of a document: what was typed, and the way to its places."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from exporter.authored.folders import DOCUMENT
from exporter.diagnostics import Place
from exporter.source import Source
from exporter.typed.reading import Mapping, Node, Scalar, Typed, read_typed, scalars_in


@dataclass(frozen=True, slots=True)
class Side:
    """A document that loads, in one of its languages."""

    folder: Path
    source: Source = field(repr=False)
    typed: Typed = field(repr=False)

    @classmethod
    def of(cls, folder: Path, source: Source) -> Side:
        return cls(folder, source, read_typed(folder))

    @property
    def language(self) -> str:
        return self.source.language

    @property
    def document(self) -> Place:
        """The place of its document.yaml."""
        return Place((self.folder / DOCUMENT).as_posix(), 1)

    def section(self, name: str) -> Place:
        """The place of a section's file."""
        return Place((self.folder / "sections" / f"{name}.yaml").as_posix(), 1)


def place_of(node: Node | None, around: Place) -> Place:
    """Where the first words below a node stand; `around` where there are none."""
    first = next((one for _, one in scalars_in(node)), None) if node is not None else None
    return first.place() if isinstance(first, Scalar) else around


def sub_sections(section: Mapping) -> dict[str, Mapping]:
    """The sub-sections of a section by their names, in order."""
    return {one.text("id"): one for one in section.mappings("sections")}
