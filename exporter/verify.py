"""Verify a finished file, ours or anybody's: read it back, compare it, run the file rules."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.compare import same_edition
from exporter.diagnostics import Diagnostic
from exporter.edition import Theme
from exporter.formats import reader_of
from exporter.outline import Outline


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found. `same` is whether the file says what it should; None: nothing to compare."""

    outline: Outline | None
    findings: tuple[Diagnostic, ...]
    same: bool | None = None


def verify(
    data: bytes,
    suffix: str,
    *,
    expected: Outline | None = None,
    theme: Theme | None = None,
    rules: str = "",
) -> Verified:
    """Read a file back, compare it with what it should say, and run the file rules."""
    outline = reader_of(suffix)(data)
    findings = same_edition(expected, outline) if expected is not None else ()
    return Verified(outline, findings, None if expected is None else not findings)
