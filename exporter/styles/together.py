"""Reading two kinds of style files, so that the faults of both are told at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from exporter.diagnostics import SourceError

_First = TypeVar("_First")
_Second = TypeVar("_Second")


def together(first: Callable[[], _First], second: Callable[[], _Second]) -> tuple[_First, _Second]:
    """What two readers read. Raises SourceError with the faults of both."""
    try:
        found = first()
    except SourceError as error:
        try:
            second()
        except SourceError as other:
            raise SourceError(dict.fromkeys((*error.findings, *other.findings))) from error
        raise
    return found, second()
