"""How the easy read of a document stands: part by part, and as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from exporter.diagnostics import NOWHERE, Diagnostic, Place
from exporter.languages.dates import date_in_words
from exporter.model import Words
from exporter.review.records import Check

TextState = Literal["fits", "out of date", "not recorded"]
RowsState = Literal["checked", "changed", "not checked", "no rows"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartStatus:
    """One section with easy read. `check` is the one that saw its rows, these or earlier ones."""

    name: str
    heading: str
    place: Place = NOWHERE
    text: TextState
    rows: RowsState
    check: Check | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewStatus:
    """The easy read of one document: who saw it, and what has changed since."""

    parts: tuple[PartStatus, ...]
    checks: tuple[Check, ...]
    """Every time that a group looked at it, the oldest first."""
    gone: tuple[str, ...] = ()
    """Sections that the group saw and that have no easy read any more."""
    accepted: tuple[str, ...] = ()
    """Placeholder pictures that a group accepted, and that are still the same."""
    findings: tuple[Diagnostic, ...] = ()

    @property
    def still_checked(self) -> tuple[Check, ...]:
        """The checks that are true of the whole easy read as it is now; else none."""
        seen = [part for part in self.parts if part.rows != "no rows"]
        if self.gone or any(part.rows != "checked" for part in seen):
            return ()
        relied_on = [part.check for part in seen]
        return tuple(check for check in self.checks if check in relied_on)

    def checked_sentence(self, words: Words) -> str:
        """ "Checked by The Riverside reading group, May 2026.", or nothing if that is not true."""
        words = words.together("checked-by", "reading-group")
        sentences = [
            words(
                "checked-by",
                who=printed_name(check, words),
                when=date_in_words(check.when, words.language),
            )
            for check in self.still_checked
        ]
        return " ".join(dict.fromkeys(sentences))


def printed_name(check: Check, words: Words) -> str:
    """The group's name if it agreed to be named, else "a reading group"."""
    return check.who if check.named else words("reading-group")
