"""What the evidence page is made from. All of it is given; nothing is measured here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exporter.diagnostics import Diagnostic
from exporter.model import Document, Words
from exporter.records import BuiltFile
from exporter.reports.saying import Saying
from exporter.review import ReviewStatus
from exporter.source import Source


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
    files: tuple[BuiltFile, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
    """What was found in the text and the pictures."""
    review: ReviewStatus
    tools: tuple[Tool, ...] = ()
    person_decides: tuple[str, ...] = ()
    """What only people can tell, each as a sentence that would have to be true."""
    words: Words
    """The interface words of the page's language."""

    shared: bool = False
    """Whether the files are those that many partners' files are stamped from."""

    @property
    def say(self) -> Saying:
        """The sentences of the page."""
        return Saying(self.words)

    def every_finding(self) -> tuple[Diagnostic, ...]:
        """What was found in the source and in the files; what was found twice comes once."""
        found = [*self.findings, *(one for file in self.files for one in _in_file(file))]
        return tuple(dict.fromkeys(found))


def _in_file(file: BuiltFile) -> list[Diagnostic]:
    """The findings of a file, each with the file that it is about."""
    return [
        one if one.place.file else replace(one, place=replace(one.place, file=file.file))
        for one in file.findings or ()
    ]
