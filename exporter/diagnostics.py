"""What the program has to say about a document: findings, each with its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import Literal, TypeAlias


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands. Lines and columns count from 1; 0 means the whole file."""

    file: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.file, str(self.line or ""), str(self.column or "")]
        return ":".join(part for part in parts if part)


NOWHERE = Place()


class Severity(IntEnum):
    """How much a finding matters, in the words that people see (see `label`)."""

    MUST_FIX = 0
    PLEASE_ANSWER = 1
    FOR_INFORMATION = 2
    PERSON_DECIDES = 3

    @property
    def label(self) -> str:
        return (
            self.name.lower().replace("_", " ")
            if self is not Severity.PERSON_DECIDES
            else ("a person decides")
        )


PERSON_DECIDES: tuple[str, ...] = (
    "People with learning disabilities have read it, and said what they understood.",
    "Each picture shows what its words say.",
    "The tone is adult: nothing in it is for children.",
    "Nothing is left out that would change what a reader decides.",
    "Every condition, dose, date and “not” has survived from the full text.",
)
"""What no program can tell. It is always printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding.

    `code` is the rule's name, stable for ever; `words` the words concerned; `hint` what to do;
    `suggestion` replacement words where the program can offer them; `where` the place in words,
    in a file that has no lines ("page 3", "under the heading “Aims”").
    """

    code: str
    message: str
    place: Place = NOWHERE
    severity: Severity = Severity.MUST_FIX
    hint: str = ""
    words: str = ""
    suggestion: str = ""
    where: str = ""

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place.file else ""
        return f"{where}{self.message} [{self.code}]"

    def answered(self, because: str) -> Diagnostic:
        """The finding once its author has said why it is right so: for information."""
        return replace(self, severity=Severity.FOR_INFORMATION, hint=f"answered: {because}")


UnreadableKind: TypeAlias = Literal[
    "encrypted", "old format", "macro-enabled", "damaged", "too large", "another kind"
]


class Unreadable(ValueError):
    """A finished file cannot be read at all; the message is one sentence for its owner.

    `kind` says why not, `hint` what to do.
    """

    def __init__(self, message: str, kind: UnreadableKind = "damaged", hint: str = "") -> None:
        super().__init__(message)
        self.kind: UnreadableKind = kind
        self.hint = hint


class SourceError(Exception):
    """Raised once, with every finding, when a source cannot become a document."""

    def __init__(self, findings: Iterable[Diagnostic]) -> None:
        self.findings = tuple(sorted(findings, key=lambda f: (f.place, f.code)))
        super().__init__("\n".join(str(finding) for finding in self.findings))


def must_fix(findings: Iterable[Diagnostic]) -> bool:
    """Whether any finding stops a release."""
    return any(finding.severity is Severity.MUST_FIX for finding in findings)


def to_act_on(findings: Iterable[Diagnostic]) -> int:
    """How many findings must be fixed or answered."""
    return sum(finding.severity <= Severity.PLEASE_ANSWER for finding in findings)


def short(text: str, most: int = 60) -> str:
    """The beginning of a text, for a message."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
