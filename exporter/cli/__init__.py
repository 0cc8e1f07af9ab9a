"""The command line: arguments, printing, progress, exit codes. Only this folder prints.

Exit 0: all is well. 1: something is wrong with content or output, each with its place.
2: the command was used wrongly.
"""

from __future__ import annotations

from collections.abc import Sequence

from exporter.cli.arguments import parser
from exporter.cli.codes import MISUSED, WRONG
from exporter.cli.telling import tell
from exporter.cli.terminal import warn
from exporter.diagnostics import SourceError
from exporter.garbage import collect_seldom

_NAMES = {"document-unknown", "name-unknown", "brand-unknown", "output-in-use"}
"""Findings about the command, not about any content."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    collect_seldom()
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except SourceError as error:
        tell(error.findings, every=True)
        return MISUSED if {f.code for f in error.findings} <= _NAMES else WRONG
    except BrokenPipeError:
        return WRONG
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        warn(f"{where}{error.strerror or error}.")
        warn("    Is the folder there, and yours to write in? Is the disk full?")
        return WRONG
    except KeyboardInterrupt:
        warn("Stopped. The files that were finished are good.")
        return WRONG
