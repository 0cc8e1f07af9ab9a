"""A document in one format with the theme applied, its brand slots still open."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Template:
    """What `compile` of a format returns and its `stamp` takes.

    `data` is the file without a brand; `slots` is what stamping needs to know and is private to
    the format: a frozen dataclass of plain values, so that templates travel between processes and
    are kept on disk.
    """

    format: str
    data: bytes
    slots: object
