"""The command line: arguments, printing, progress, exit codes. Only this folder prints.

Exit 0: all is well. 1: something is wrong with content or output, each with its place.
2: the command was used wrongly. Whoever asks for `--json` gets JSON, whatever happens.
"""

from __future__ import annotations

import io
import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import redirect_stderr

from exporter.cli.arguments import parser
from exporter.cli.codes import MISUSED, WRONG
from exporter.cli.telling import not_done, tell
from exporter.cli.terminal import finish, prepare, say_no_more, warn
from exporter.diagnostics import Diagnostic, SourceError
from exporter.garbage import collect_seldom

_NAMES = {"document-unknown", "name-unknown", "brand-unknown", "output-in-use"}
"""Findings about the command, not about any content."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    collect_seldom()
    prepare()
    typed = sys.argv[1:] if arguments is None else list(arguments)
    options = _options(typed)
    try:
        code = int(options.run(options))
        finish()
        return code
    except SourceError as error:
        tell(error.findings, every=True)
        not_done(options, error.findings)
        return MISUSED if {f.code for f in error.findings} <= _NAMES else WRONG
    except BrokenPipeError:
        say_no_more()
        return WRONG
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        message = f"{where}{error.strerror or error}."
        warn(message)
        warn("    Is the folder there, and yours to write in? Is the disk full?")
        try:
            not_done(options, (Diagnostic(code="file-not-written", message=message),))
            finish()
        except OSError:  # what is full is where the answer was to go
            say_no_more()
        return WRONG
    except KeyboardInterrupt:
        warn("Stopped. The files that were finished are good.")
        return WRONG


def _options(typed: Sequence[str]) -> Namespace:
    """What was typed, understood. Raises SystemExit, as argparse does, when it cannot be."""
    said = io.StringIO()
    try:
        with redirect_stderr(said):
            return parser().parse_args(typed)
    except SystemExit as stop:
        told = said.getvalue().strip()
        if told:
            warn(told)
        if stop.code and "--json" in typed:
            last = told.rpartition("\n")[2]
            not_done(Namespace(json=True), (Diagnostic(code="name-unknown", message=last),))
        raise
