"""What may be wrong between a document and its translation, for `exporter explain`."""

from __future__ import annotations

from exporter.rules import table

_TOLD = {
    "translation-start": (
        "A translation begins with the words of the original, so that nothing of it can be lost: "
        "a speaker writes theirs in their place.",
        "exporter, README.md",
    ),
}

RULES = table(_TOLD)
