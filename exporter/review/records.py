"""What review.yaml holds: the word of authors and of reading groups, oldest first."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from exporter.diagnostics import NOWHERE, Place

Codes: TypeAlias = tuple[tuple[str, str], ...]
"""Pairs of a name and the fingerprint of what it stood for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An author says: the easy read of these parts says what their text says."""

    when: str
    who: str = ""
    written_for: Codes
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def kind(self) -> Literal["matches"]:
        return "matches"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A group of people with learning disabilities looked at the easy read of these parts."""

    who: str
    named: bool
    """Whether the group agreed to be named in the document."""
    when: str
    said: tuple[str, ...] = ()
    accepted: Codes = ()
    """Placeholder pictures that they found good enough to stay."""
    rows: Codes
    """What they saw, part by part."""
    written_for: Codes = ()
    place: Place = field(default=NOWHERE, compare=False, repr=False)

    @property
    def kind(self) -> Literal["checked"]:
        return "checked"


Record: TypeAlias = Match | Check


@dataclass(frozen=True, slots=True)
class Review:
    """All records of one document, in the order in which they were made."""

    records: tuple[Record, ...] = ()

    @property
    def checks(self) -> tuple[Check, ...]:
        return tuple(record for record in self.records if isinstance(record, Check))

    def written_for(self) -> dict[str, str]:
        """For each part the fingerprint of the text that its easy read was last said to fit."""
        return {name: code for record in self.records for name, code in record.written_for}
