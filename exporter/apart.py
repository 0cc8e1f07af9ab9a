"""A question about a stranger's file, asked in a process of its own, within bounds.

Libraries that are not ours read such files, and no count foresees all that they can be made to do.
So the operating system holds the bounds: a process that wants more memory or time is ended, and
only that file is not read. Its answer comes back as bytes, which its reader must doubt.

Where a process cannot be forked (Windows; beside threads, or a Java machine) the question is asked
here, with the counts of each opener alone.
"""

from __future__ import annotations

import os
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

MEMORY = 380 << 20
"""Bytes beyond what the program itself takes; and once more the size of the file, twice."""
_SECONDS = 7
"""Of computing. A file of a megabyte has five more."""
_BYTES_A_SECOND = 200_000
_MOST_SECONDS = 120


class OutOfBoundsError(Exception):
    """The process was ended: it wanted more memory or time, or a library fell over the file."""


class FaultError(Exception):
    """The question itself raised something: a fault of ours. Its text says what, and where."""


def asked_apart(question: Callable[[], bytes], size: int) -> bytes:
    """The answer to a question about a file of so many bytes.

    Raises OutOfBoundsError, also where it runs out of memory; and FaultError.
    """
    if not _can_fork():
        try:
            return question()
        except (MemoryError, RecursionError) as error:
            raise OutOfBoundsError from error
        except Exception as error:
            raise FaultError(_told(error)) from error
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        _answer(question, size, reading, writing)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as pipe:
            answer = pipe.read()
    finally:
        _, status = os.waitpid(child, 0)
    if status != 0 or not answer:
        raise OutOfBoundsError
    if answer[:1] == _FAULT:
        raise FaultError(answer[1:].decode("utf-8", "replace"))
    return answer[1:]


_ANSWER, _FAULT = b"+", b"-"


def _told(error: Exception) -> str:
    """A fault in a line: its kind, and the last place of ours that it came through."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}, line {last.lineno}"


def _can_fork() -> bool:
    """A fork takes the locks of other threads along, held for ever."""
    jpype = sys.modules.get("jpype")
    java_runs = jpype is not None and jpype.isJVMStarted()
    return hasattr(os, "fork") and threading.active_count() == 1 and not java_runs


def _answer(question: Callable[[], bytes], size: int, reading: int, writing: int) -> None:
    """What the child does; it never returns."""
    status = 1
    try:
        os.close(reading)
        with suppress(OSError):  # what libraries mutter as they fall is for nobody
            os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        _bound(size)
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(_answer_to(question))
        status = 0
    except BaseException:
        status = 1
    finally:
        os._exit(status)


def _answer_to(question: Callable[[], bytes]) -> bytes:
    try:
        return _ANSWER + question()
    except (MemoryError, RecursionError):
        raise
    except Exception as error:
        return _FAULT + _told(error).encode()


def _bound(size: int) -> None:
    """Set the bounds of this process; those that a system does not keep are no harm."""
    import resource

    seconds = min(_MOST_SECONDS, _SECONDS + size // _BYTES_A_SECOND)
    limits = [(resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)]
    taken = _taken()
    if taken:
        limits.append((resource.RLIMIT_AS, taken + MEMORY + 2 * size))
    for kind, most in limits:
        with suppress(ValueError, OSError):
            _, hard = resource.getrlimit(kind)
            resource.setrlimit(kind, (most if hard < 0 else min(most, hard), hard))


def _taken() -> int:
    """Bytes of address space that this process has already; 0 where nobody tells."""
    try:
        pages = Path("/proc/self/statm").read_text("ascii").split()[0]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError):
        return 0
