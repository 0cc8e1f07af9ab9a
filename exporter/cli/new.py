"""`exporter new`: a section more, written and listed."""

from __future__ import annotations

import argparse

from exporter.authored.folders import name_of, original_of
from exporter.cli.codes import GOOD, WRONG
from exporter.cli.terminal import say, warn
from exporter.diagnostics import SourceError
from exporter.making.order import document_folders
from exporter.saving import NotSaved
from exporter.studio.actions import add_section
from exporter.studio.desk import Desk


def run(options: argparse.Namespace) -> int:
    try:
        folders = document_folders(options.sources, (options.document,) if options.document else ())
    except SourceError as error:
        for finding in error.findings:
            warn(f"{finding.message} {finding.hint}".strip())
        return WRONG
    if not options.document:
        folders = [one for one in folders if original_of(one) is None]
    elif original := original_of(folders[0]):
        warn(f"This is a translation: write the section in {name_of(original)}, and then run")
        warn(f"exporter translation start {name_of(original)} {folders[0].name}")
        return WRONG
    if len(folders) > 1:
        names = ", ".join(folder.name for folder in folders)
        warn(f"Which document is it for? Say so:  --document NAME  (there are: {names}).")
        return WRONG
    desk = Desk(options.sources, options.styles, options.output)
    try:
        section = add_section(desk, folders[0].name, options.heading)
    except (NotSaved, ValueError) as error:
        warn(f"Nothing was changed. {error}")
        return WRONG
    say(f"{folders[0] / 'sections' / section}.yaml is there, and stands last in document.yaml.")
    return GOOD
