"""What is found in the words of an edition, and which editions it keeps from going out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from exporter.compare import editions_agree
from exporter.diagnostics import Diagnostic, must_fix
from exporter.edition import Edition
from exporter.making.judging import KILLED
from exporter.model import Document
from exporter.review import ReviewStatus
from exporter.source import Source


@dataclass(frozen=True, slots=True)
class Check:
    """One edition whose words and pictures are to be checked."""

    document: Document
    edition: Edition
    source: Source
    leave_out: frozenset[str] = frozenset()
    """Sections that a partner does not want."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks found in one edition."""

    edition: str
    findings: tuple[Diagnostic, ...]
    released: bool

    @property
    def stops(self) -> str:
        """Why the edition may not go out; empty when it may. A draft may have faults."""
        if not self.released:
            return ""
        return next((str(one) for one in self.findings if must_fix((one,))), "")


def nothing() -> None:
    """What happens between two steps of a check that nobody wants to end."""


def check(unit: Check, between: Callable[[], None] = nothing) -> Checked:
    """Check what the readers of one edition get, and that it is what somebody typed.

    `between` is called between two steps: what it raises ends the work.
    """
    from exporter.checks import check as found_in
    from exporter.typed import proof_of

    found = found_in(unit.document, unit.edition, unit.source, between)
    between()
    proof = proof_of(unit.source, unit.document, unit.edition, unit.leave_out)
    return Checked(unit.edition.name, (*found, *proof), unit.source.status == "released")


def lost(unit: Check) -> Checked:
    """What is told of an edition whose process was killed again and again."""
    edition = unit.edition.name
    told = Diagnostic(
        code="words-not-checked", message=f"The words of {edition} could not be checked. {KILLED}"
    )
    return Checked(edition, (told,), unit.source.status == "released")


def found_in_words(
    standing: ReviewStatus,
    checked: Iterable[Checked],
    documents: Mapping[str, Document],
    chosen: Iterable[Edition],
    more: Iterable[Diagnostic] = (),
    headings: tuple[str, ...] = (),
) -> tuple[Diagnostic, ...]:
    """All that is found in the words of some editions of one document, each thing once.

    `headings` are those of its source: every edition has some of them, in their order.
    """
    layers = {edition.name: edition.layers for edition in chosen}
    every = (one for each in checked for one in each.findings)
    agree = editions_agree(documents, layers, headings)
    return tuple(dict.fromkeys((*standing.findings, *more, *agree, *every)))
