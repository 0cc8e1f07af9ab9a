"""Rules on built files, of ours or of strangers: one module for each format, each with `check`.

`check(data, theme=None, rules="")` gives findings; `RULES` of each module explains its codes.
They judge the file alone; that it says what its source says is for `verify` to compare.
"""

from __future__ import annotations

from dataclasses import dataclass

from exporter.diagnostics import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRule:
    """What one code asks for, and why."""

    code: str
    title: str
    """What the rule asks for, as one sentence."""
    reason: str
    source: str
    """Who asks for it: a clause of a standard, or a guideline by name."""
    to_do: str = ""
    severity: Severity = Severity.MUST_FIX
    """How much a finding matters at most."""

    @property
    def explain(self) -> str:
        """All that `exporter explain` says about the rule."""
        lines = [self.title, "", f"Why: {self.reason}"]
        if self.to_do:
            lines.append(f"What to do: {self.to_do}")
        lines.append(f"Source: {self.source}")
        lines.append(f"How much it matters: {self.severity.label}.")
        return "\n".join(lines)
