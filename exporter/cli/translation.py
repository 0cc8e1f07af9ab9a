"""`exporter translation`: begin one."""

from __future__ import annotations

import argparse

from exporter.authored.folders import name_of
from exporter.cli.codes import GOOD, WRONG
from exporter.cli.telling import tell
from exporter.cli.terminal import say
from exporter.diagnostics import SourceError
from exporter.making.order import document_folders
from exporter.translations import start


def run(options: argparse.Namespace) -> int:
    try:
        (folder,) = document_folders(options.sources, (options.document,))
        written = start(folder, options.language)
    except SourceError as error:
        tell(error.findings, every=True)
        return WRONG
    for file in written:
        say(file)
    if not written:
        say("Nothing of the original is missing here.")
    say(f"Write your words in place of those of {name_of(folder)}.")
    return GOOD
