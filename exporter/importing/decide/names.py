"""Names of sections, pictures and tables: made of their words, and each given once."""

from __future__ import annotations

from dataclasses import dataclass, field

from exporter.load.looks import name_of


@dataclass(slots=True)
class Names:
    """The names that are taken."""

    taken: set[str] = field(default_factory=set)

    def new(self, words: str, otherwise: str) -> str:
        """A name made of some words, that nothing else has."""
        name = name_of(words, otherwise)
        number, made = 2, name
        while made in self.taken:
            made = f"{name}-{number}"
            number += 1
        self.taken.add(made)
        return made
