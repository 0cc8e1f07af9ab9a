"""What a print shop asks for: how its file differs, and a sheet of advice to go with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from exporter.edition import MM


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOptions:
    """How the file for a print shop differs from the file for a screen.

    With `two_sided` the binding edge changes sides from page to page, and the text moves `binding`
    millimetres away from it; no line changes, so the page numbers stay those of the screen file.
    `bleed` is 0 or the millimetres that colour runs over the edge of the sheet. `pad_to_four` puts
    empty pages before the back cover, for a stapled booklet. `black_text` sets all words in
    black ink alone.
    """

    two_sided: bool = True
    binding: float = 5.0
    bleed: Literal[0, 3] = 0
    pad_to_four: bool = True
    black_text: bool = True

    @property
    def bleed_points(self) -> float:
        return self.bleed * MM
