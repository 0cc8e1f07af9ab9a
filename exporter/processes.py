"""How other processes are started, and how each keeps its memory."""

from __future__ import annotations

import gc
import multiprocessing
import sys
from multiprocessing.context import BaseContext


def context() -> BaseContext:
    """Fork where that is safe: it shares the documents and the imported engines with the workers.

    Elsewhere they are sent and imported again. A Java machine in this process (the validator) has
    threads that a fork does not take along, and the child would wait for them for ever.
    """
    jpype = sys.modules.get("jpype")
    java_runs = jpype is not None and jpype.isJVMStarted()
    safe = "fork" in multiprocessing.get_all_start_methods() and not java_runs
    return multiprocessing.get_context("fork" if safe else "spawn")


def collect_seldom() -> None:
    """Look for garbage less often: a command is short, and nearly all that it makes stays."""
    gc.set_threshold(100_000)
