"""The readers: a built file back to the Outline. They know the marks of ARCHITECTURE.md only.

One reader for each format, each with `read(data: bytes) -> ReadBack`, and `read_back` for its
Outline alone. They share no table and no code with the writers, so that a mistake of a writer
cannot hide in its own reader.
"""

from __future__ import annotations

from exporter.diagnostics import Unreadable

__all__ = ["Unreadable"]
