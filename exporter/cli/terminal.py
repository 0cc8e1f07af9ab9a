"""Words on their way to a terminal: what strangers wrote is shown, and never obeyed.

A title may hold the signs that colour, rename or erase a terminal (ECMA-48: ESC, CSI, OSC), and a
name of a file signs that turn its letters round. Only this module prints.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
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


def say(*words: object, stream: IO[str] | None = None) -> None:
    """Print a line, on stdout unless another stream is given."""
    print(*(shown(str(word)) for word in words), file=stream or sys.stdout)


def warn(*words: object) -> None:
    """Print a line on stderr."""
    say(*words, stream=sys.stderr)


def say_json(value: Mapping[str, object] | Sequence[object], indent: int = 2) -> None:
    """Print JSON. Letters are letters; signs that steer a terminal are codes, as JSON has them."""
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    print(_UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match.group()):04x}", text))


_UNSAFE_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
