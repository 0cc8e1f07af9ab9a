"""Validators asked about strangers' files: in a process of their own, within bounds.

    python -m exporter.validators.apart MODULE FILE …

writes a line of JSON for each file: by which standard it was judged, and what it fails. A file that
takes too much memory or time ends the process; the files after it are asked about in another one.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from exporter.validators import java

_HEAP = "256m"
_SECONDS = 10
"""Of computing for each file, after the machine has begun."""
_PATIENCE = 60
"""Seconds on the wall for each file, and for the beginning: for what waits and computes nothing."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a validator says of one file."""

    standard: str
    """By which it judged: "PDF/UA-1"."""
    failures: Mapping[str, str]
    """Rule → what is wrong; empty when the file conforms."""


def verdicts(module: str, files: Sequence[Path]) -> list[Verdict | None]:
    """What the validator of a module says of each file; None where it came to no end."""
    said: list[Verdict | None] = []
    while len(said) < len(files):
        now = _asked(module, files[len(said) :])
        if not now and not said:
            return [None] * len(files)  # it cannot even begin
        said += now
        if len(said) < len(files):
            said.append(None)
    return said


def _asked(module: str, files: Sequence[Path]) -> list[Verdict | None]:
    command = [sys.executable, "-m", __name__, module, *map(str, files)]
    most = _PATIENCE * (1 + len(files))
    try:
        said = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False, timeout=most
        ).stdout
    except subprocess.TimeoutExpired as late:
        said = late.stdout or b""  # what came to an end before is told
    lines = said.decode("utf-8", "replace").splitlines()
    return [_verdict(line) for line in lines if line.startswith("{")]


def _verdict(line: str) -> Verdict | None:
    try:
        value = json.loads(line)
        failures = {str(rule): str(told) for rule, told in value["failures"].items()}
        return Verdict(str(value["standard"]), failures)
    except (ValueError, KeyError, AttributeError, TypeError):
        return None


def main() -> int:
    """Ask about files one by one; each answer leaves at once."""
    module, *names = sys.argv[1:]
    java.most_heap = _HEAP
    validator = import_module(module)
    for name in names:
        data = Path(name).read_bytes()
        validator.begin()
        _bound()
        try:
            standard, failures = validator.judged(data)
            told: object = {"standard": standard, "failures": failures}
        except Exception as error:
            # a validator may fall over a stranger's file in any way of its own
            told = {"error": type(error).__name__}
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()
    return 0


def _bound() -> None:
    """So many seconds more, where the system can hold a process to them."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soon = int(used.ru_utime + used.ru_stime) + _SECONDS + 1
        resource.setrlimit(resource.RLIMIT_CPU, (soon if hard < 0 else min(soon, hard), hard))


if __name__ == "__main__":
    raise SystemExit(main())
