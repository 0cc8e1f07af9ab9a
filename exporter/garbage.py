"""How often a process looks for garbage."""

from __future__ import annotations

import gc


def collect_seldom() -> None:
    """Look for garbage less often: a command is short, and nearly all that it makes stays."""
    gc.set_threshold(100_000)
