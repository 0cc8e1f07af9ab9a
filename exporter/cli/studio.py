"""`exporter studio`."""

from __future__ import annotations

import argparse
import os

from exporter.cli.codes import GOOD, MISUSED
from exporter.cli.terminal import say, warn


def run(options: argparse.Namespace) -> int:
    try:
        from exporter.studio.serving import serve
    except ModuleNotFoundError as error:
        if error.name not in ("starlette", "uvicorn", "multipart", "python_multipart"):
            raise
        warn("The studio is not installed. Install the program again with its extra “studio”.")
        return MISUSED
    try:
        os.chdir(options.folder)
    except OSError as error:
        warn(f"{options.folder}: this folder cannot be opened: {error.strerror}.")
        return MISUSED
    try:
        serve(
            options.sources,
            options.styles,
            options.output,
            port=options.port,
            opens=not options.no_open,
            tell=_tell,
        )
    except OSError as error:
        warn(f"Port {options.port} cannot be used: {error.strerror}. Choose another with --port.")
        return MISUSED
    return GOOD


def _tell(address: str) -> None:
    say(f"The studio is open at  {address}\nTo stop it, press Ctrl and C.", at_once=True)
