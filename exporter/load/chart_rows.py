"""The values of a chart as they were typed, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.diagnostics import Place


@dataclass(frozen=True, slots=True)
class TypedValue:
    """One value, and where it stands."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class TypedRow:
    """What was typed for one bar, point, part, event or step, by key."""

    values: dict[str, TypedValue]
    place: Place
