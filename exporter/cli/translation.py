"""`exporter translation`: begin one, record what says the same, show what is not translated."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from exporter.authored.folders import name_of, original_of, translations_in
from exporter.cli.codes import GOOD, MISUSED, WRONG
from exporter.cli.telling import tell
from exporter.cli.terminal import say, warn
from exporter.diagnostics import SourceError, must_fix
from exporter.load import load
from exporter.making.order import document_folders
from exporter.translations import findings_of, record
from exporter.translations.starting import start


def run(options: argparse.Namespace) -> int:
    try:
        (folder,) = document_folders(options.sources, (options.document,))
        match options.action:
            case "start" if options.language:
                return _start(folder, options.language)
            case "start":
                warn(f"In which language? {_LIKE} {options.document} cy")
                return MISUSED
            case _ if original_of(folder) is None:
                return _no_translation(folder)
            case "record":
                return _record(folder, tuple(options.part))
            case _:
                return _status(folder)
    except SourceError as error:
        tell(error.findings, every=True)
        return WRONG


_LIKE = "Like this:  exporter translation start"


def _no_translation(folder: Path) -> int:
    there = ", ".join(map(name_of, translations_in(folder)))
    what = f"Name one of its translations: {there}." if there else f"{_LIKE} {name_of(folder)} cy"
    warn(f"{name_of(folder)} is no translation: it is the original. {what}")
    return MISUSED


def _start(folder: Path, tag: str) -> int:
    written = start(folder, tag)
    for file in written:
        say(file)
    if not written:
        say("Nothing of the original is missing here.")
    say(f"Write your words in place of those of {name_of(folder)}.")
    return GOOD


def _record(folder: Path, parts: tuple[str, ...]) -> int:
    try:
        recorded, waiting = record(folder, parts)
    except ValueError as error:
        warn(str(error))
        return MISUSED
    said = f"Recorded: {', '.join(recorded)}" if recorded else "Nothing has changed."
    say(said)
    if waiting:
        say(f"Still in the words of the original: {', '.join(waiting)}")
        say(f"A name that stays as it is, such as a title, is recorded by  --part {waiting[0]}")
    return GOOD


def _status(folder: Path) -> int:
    found = findings_of(folder, load(folder))
    tell(found, every=True, stream=sys.stdout)
    if not found:
        say(f"There is nothing to say of {name_of(folder)}.")
    return WRONG if must_fix(found) else GOOD
