"""Findings and evidence, for people and for machines. Returns text; prints nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exporter import records
from exporter.diagnostics import Diagnostic, Severity

SHOWN_FIRST = 15
"""So many findings are shown at once; more than these frighten and are not read."""


def as_json(name: str, files: Sequence[records.BuiltFile], findings: Sequence[Diagnostic]) -> bytes:
    """report.json: what was built and what was found. No clock in it: same input, same bytes."""
    return records.text_of(records.answer(document=name, files=files, findings=findings))


def lines_of(findings: Iterable[Diagnostic], *, every: bool = False) -> list[str]:
    """The findings as lines of plain text, the most important first."""
    ordered = sorted(findings, key=lambda f: (f.severity, not f.place.file, f.place, f.code))
    serious = [f for f in ordered if f.severity in (Severity.MUST_FIX, Severity.PLEASE_ANSWER)]
    chosen = ordered if every else serious[:SHOWN_FIRST]
    lines: list[str] = []
    for finding in chosen:
        where = f"{finding.place}: " if finding.place.file else ""
        lines.append(f"{where}{finding.message}")
        block = finding.suggestion.splitlines() if "\n" in finding.suggestion else []
        detail = finding.hint
        if finding.suggestion and not block and finding.suggestion not in finding.hint:
            detail = f"{detail} Perhaps: {finding.suggestion}".strip()
        if detail:
            lines.append(f"    {detail}")
        lines.extend(f"        {line}".rstrip() for line in block)
        lines.append(
            f"    {finding.severity.label}; more about it: exporter explain {finding.code}"
        )
    left = len(ordered) - len(chosen)
    if left:
        lines.append(
            f"{left} more {'finding' if left == 1 else 'findings'}: add --all to see them."
        )
    return lines
