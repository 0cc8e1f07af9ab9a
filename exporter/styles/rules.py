"""What may be wrong with the names and files of styles, for `exporter explain`."""

from __future__ import annotations

from exporter.rules import table

_TOLD = {
    "name-unknown": (
        "Editions, brands and locales go by the names of their files in styles/.",
        "exporter, README.md",
    ),
    "style-wrong": (
        "An edition, brand or locale in styles/ is a YAML file with fixed keys.",
        "exporter, ARCHITECTURE.md",
    ),
}

RULES = table(_TOLD)
