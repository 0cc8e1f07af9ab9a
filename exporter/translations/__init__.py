"""Translations: begun, held against the original, and which part is of which state of it."""

from __future__ import annotations

from exporter.translations.standing import findings_of, record

__all__ = ["findings_of", "record"]
