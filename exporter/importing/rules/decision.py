"""How a decision of an import is explained."""

from __future__ import annotations

from exporter.rules import Rule


def decision(code: str, title: str, reason: str, undo: str) -> Rule:
    """What was decided, why, and how to undo it."""
    return Rule(code=code, title=title, reason=reason, to_do=undo, source="exporter, README.md")
