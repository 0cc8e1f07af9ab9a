"""What a print shop asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOptions:
    """How the file for a print shop differs from the file for a screen.

    With `two_sided` the binding edge changes sides from page to page. `bleed` is 0 or the
    millimetres that colour runs over the edge of the sheet. `pad_to_four` puts empty pages before
    the back cover, for a stapled booklet. `black_text` sets all words in black ink alone.
    """

    two_sided: bool = True
    bleed: Literal[0, 3] = 0
    pad_to_four: bool = True
    black_text: bool = True
