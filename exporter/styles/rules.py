"""What may be wrong with the names and files of styles, for `exporter explain`."""

from __future__ import annotations

from exporter.rules import table

_TOLD = {
    "name-unknown": (
        "Editions, brands and locales go by the names of their files in styles/.",
        "exporter, README.md",
    ),
    "brand-unknown": ("A brand is a file in styles/brands/.", "exporter, README.md"),
    "brand-wrong": (
        "A brand brings two colours, a logo with its alternative text, and a few lines of words.",
        "exporter, README.md; WCAG 1.1.1",
    ),
    "style-wrong": (
        "The files in styles/ have fixed keys, and values within reason: what is misspelt would "
        "change nothing, and nobody would know.",
        "exporter, ARCHITECTURE.md",
    ),
}

RULES = table(_TOLD)
