"""Lines that WeasyPrint ends after their first word: where words fit but the space behind them does
not, it takes them for one word that is too wide."""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Iterator
from typing import Any


@contextlib.contextmanager
def ended_by_words() -> Iterator[None]:
    """The fourth patch: a space at the end of a line needs no room."""
    layout: Any = importlib.import_module("weasyprint.layout.inline")
    theirs = layout.split_first_line

    def split(text: str, style: Any, context: Any, width: Any, *more: Any, **named: Any) -> Any:
        found = theirs(text, style, context, width, *more, **named)
        _, length, goes_on, *_ = found
        written = text.encode()
        if goes_on is None or text[-1:] != " " or b" " in written[:length].strip():
            return found
        line, length, goes_on, *sizes = theirs(
            text.rstrip(" "), style, context, width, *more, **named
        )
        return found if goes_on is not None else (line, length, len(written), *sizes)

    layout.split_first_line = split
    try:
        yield
    finally:
        layout.split_first_line = theirs
