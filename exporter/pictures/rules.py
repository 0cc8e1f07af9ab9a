"""What may be wrong with the user's own bank of pictures, for `exporter explain`."""

from __future__ import annotations

from exporter.rules import table

_TOLD = {
    "picture-index-wrong": (
        "The index of a folder of pictures says of each file what it shows. A picture that nobody "
        "described cannot be found, and would have no alternative text.",
        "WCAG 1.1.1",
    ),
}

RULES = table(_TOLD)
