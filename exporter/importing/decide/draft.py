"""What all decisions about one file share: its pictures, its names, what was decided so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from exporter.importing.decide.decisions import Decisions
from exporter.importing.decide.names import Names
from exporter.importing.decide.pictures import Pictures
from exporter.importing.decide.words import WordsReader
from exporter.importing.walk.pieces import Walked


@dataclass(slots=True)
class Draft:
    """A source in the making."""

    walked: Walked
    language: str
    decisions: Decisions
    names: Names
    pictures: Pictures
    words: WordsReader
    bare: frozenset[int]
    """Paragraphs whose signs cannot be typed: their words are taken and nothing else."""
    anchors: dict[str, str] = field(default_factory=dict)
    """Which part of the source each name of the file leads to."""
    used_notes: dict[str, str] = field(default_factory=dict)
    """The names of notes, by those of the file."""

    def beside(self, walked: Walked) -> Draft:
        """A draft for a second file that goes into the same source."""
        pictures = Pictures(walked, self.names, self.decisions)
        return replace(self, walked=walked, pictures=pictures)

    @classmethod
    def of(cls, walked: Walked, language: str, bare: frozenset[int] = frozenset()) -> Draft:
        decisions, names = Decisions(), Names()
        pictures = Pictures(walked, names, decisions)
        return cls(
            walked, language, decisions, names, pictures, WordsReader(language, decisions), bare
        )
