"""Translations: begun, held against the original, and which part is of which state of it."""

from __future__ import annotations

from exporter.translations.standing import PartState, State, findings_of, record, states_of

__all__ = ["PartState", "State", "findings_of", "record", "states_of"]
