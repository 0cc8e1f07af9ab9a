"""Importing: somebody's Word file, text or web page becomes a document that loads at once.

Three rooms: `walk` reads a file as neutral pieces, `decide` makes a Source of them and tells each
decision, `write` types it. Nothing is guessed in silence, nothing is lost in silence.
"""

from __future__ import annotations

from exporter.importing.asking import bring
from exporter.importing.document import Imported, keep

__all__ = ["Imported", "bring", "keep"]
