"""Telling people: findings as lines, progress on stderr. Only exporter/cli prints."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from exporter.cli.codes import MISUSED
from exporter.cli.terminal import say, say_json, shown, warn
from exporter.diagnostics import Diagnostic, Severity, SourceError


def tell(findings: Sequence[Diagnostic], *, every: bool, stream: Any = None) -> None:
    from exporter.reports.lines import lines_of  # most commands have nothing to tell

    for line in lines_of(findings, every=every):
        say(line, stream=stream or sys.stderr)


def misused(options: argparse.Namespace, message: str) -> int:
    """Say why a command cannot be done as it was typed. Gives its exit code."""
    warn(message)
    not_done(options, (Diagnostic(code="name-unknown", message=message),))
    return MISUSED


def not_done(options: argparse.Namespace, findings: Sequence[Diagnostic]) -> None:
    """Tell programs, who asked for JSON, that nothing was done, and why."""
    if getattr(options, "json", False):
        from exporter.records import answer  # help needs none

        say_json(answer(good=False, findings=tuple(findings)))


def stops(findings: Sequence[Diagnostic], strict: bool) -> bool:
    limit = Severity.PLEASE_ANSWER if strict else Severity.MUST_FIX
    return any(finding.severity <= limit for finding in findings)


def read(file: Path) -> bytes:
    from exporter.authored.files import bytes_of  # help reads none

    try:
        return bytes_of(file)
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        finding = Diagnostic(code="file-unreadable", message=f"{file}: {reason}.")
        raise SourceError([finding]) from error


class Progress:
    """A short display on stderr; silent when that is not a terminal. "json": lines for machines."""

    def __init__(self, kind: str = "auto") -> None:
        self.kind = kind

    def __enter__(self) -> Progress:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Display

        console = Console(stderr=True)
        shown = self.kind == "auto" and console.is_terminal
        self._display = Display(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not shown,
            auto_refresh=False,  # its thread would be in the way of a fork
        )
        self._display.start()
        self._task = self._display.add_task("Reading the sources", total=None, rate="")
        return self

    def step(self, name: str, done: int, total: int) -> None:
        """One more is finished."""
        if self.kind == "json":
            warn(json.dumps({"name": name, "done": done, "total": total}))
        speed = self._display.tasks[0].speed
        rate = f"{speed:.1f} a second" if speed else ""
        self._display.update(
            self._task,
            description=shown(name),
            completed=done,
            total=total,
            rate=rate,
            refresh=True,
        )

    def __exit__(self, *_: object) -> None:
        self._display.stop()


def names(value: str) -> tuple[str, ...]:
    """The names in "pdf,docx"."""
    return tuple(name.strip() for name in value.split(",") if name.strip())


def one(value: str) -> str:
    """The first name of a list, or nothing."""
    return (names(value) or ("",))[0]
