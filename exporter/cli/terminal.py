"""Words on their way to a terminal: what strangers wrote is shown, and never obeyed.

A title may hold the signs that colour, rename or erase a terminal (ECMA-48: ESC, CSI, OSC), and a
name of a file signs that turn its letters round. Only this module prints.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def shown(text: str) -> str:
    """The text with signs to be seen in the place of those that steer: ␛ for ESC, \\x9b for CSI."""
    return _UNSAFE.sub(lambda match: _picture(ord(match.group())), text)


def _picture(code: int) -> str:
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if 0xDC80 <= code <= 0xDCFF:  # a byte of a file's name that is no UTF-8
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def prepare() -> None:
    """Make both streams ready for any sign. No command may end because a terminal, a pipe or a
    file of this computer knows fewer letters than the words: there each is told by its code. A
    stream that was closed before the program began takes everything and keeps nothing."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
            setattr(sys, name, nowhere)
        elif not _knows_all(stream) and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def finish() -> None:
    """Write what still waits to be printed. Raises OSError where it has no room, or no reader."""
    sys.stdout.flush()


def say_no_more() -> None:
    """Let what still waits to be printed go nowhere: its reader has gone, or its disk is full. Else
    Python would try once more at its end, and fail with words and a code of its own."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def _knows_all(stream: IO[str]) -> bool:
    return (getattr(stream, "encoding", None) or "utf-8").lower().startswith("utf")


_PLAINER = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "-", "×": "x", "→": "->", "•": "*"}
)
"""Signs of our own sentences, for a terminal that may not have them."""


def _printable(text: str, stream: IO[str]) -> str:
    return text if _knows_all(stream) else text.translate(_PLAINER)


def say(*words: object, stream: IO[str] | None = None, at_once: bool = False) -> None:
    """Print a line, on stdout unless another stream is given.

    `at_once`: also through a pipe, in which lines else wait until the command has ended.
    """
    into = stream or sys.stdout
    print(*(_printable(shown(str(word)), into) for word in words), file=into, flush=at_once)


def warn(*words: object) -> None:
    """Print a line on stderr."""
    say(*words, stream=sys.stderr)


def say_json(value: Mapping[str, object] | Sequence[object], indent: int = 2) -> None:
    """Print JSON. Letters are letters, where the stream has them all; signs that steer a terminal
    are codes, as JSON has them."""
    text = json.dumps(value, indent=indent, ensure_ascii=not _knows_all(sys.stdout))
    print(_UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match.group()):04x}", text))


_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
