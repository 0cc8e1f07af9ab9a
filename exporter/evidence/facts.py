"""What the evidence page is made from. All of it is given; nothing is measured here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from exporter.model import Document, Words
from exporter.review import ReviewStatus
from exporter.source import Source

Record: TypeAlias = Mapping[str, Any]
"""A file or a finding as report.json has it."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A program that looked at the files."""

    name: str
    version: str
    what: str
    """What it checked, as a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything that is known about the files of one document."""

    source: Source
    documents: tuple[Document, ...] = ()
    """The source adapted to each edition that there is."""
    files: tuple[Record, ...] = ()
    """`file`, `edition`, `format`, `says_the_same`, `entries`, `findings`, as in report.json."""
    findings: tuple[Record, ...] = ()
    """What was found in the text and the pictures."""
    measured: Mapping[str, Record] = field(default_factory=dict)
    """By file: `smallest_type` (points), `lowest_contrast` (to 1), and `validated`, words that say
    by what and with what result. What is not given was not measured."""
    review: ReviewStatus
    tools: tuple[Tool, ...] = ()
    person_decides: tuple[str, ...] = ()
    """What only people can tell, each as a sentence that would have to be true."""
    words: Words
    """The interface words of the page's language."""

    def of_file(self, record: Record, key: str) -> Any:
        """What was measured in a file, or None."""
        return self.measured.get(str(record["file"]), {}).get(key, record.get(key))

    def every_finding(self) -> tuple[Record, ...]:
        """What was found in the source and in the files; what was found twice comes once."""
        found = [*self.findings, *(one for record in self.files for one in _in_file(record))]
        unique = {
            tuple(sorted((key, str(value)) for key, value in one.items())): one for one in found
        }
        return tuple(unique.values())


def _in_file(record: Record) -> list[Record]:
    return [{"file": record["file"], **finding} for finding in record.get("findings", ())]
