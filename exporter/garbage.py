"""How often a process looks for garbage."""

from __future__ import annotations

import gc


def collect_seldom() -> None:
    """Look for garbage less often: a command is short, and nearly all that it makes stays.

    So many new things are about 30 MB; to look them through takes a twentieth of a second.
    """
    gc.set_threshold(250_000)
