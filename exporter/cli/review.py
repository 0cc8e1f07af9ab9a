"""`exporter review`: record who checked the easy read, make a reading group's pack, show status."""

from __future__ import annotations

import argparse
import datetime
import sys
from pathlib import Path

from exporter.cli.codes import GOOD, MISUSED, WRONG
from exporter.cli.telling import tell
from exporter.cli.terminal import say, warn
from exporter.diagnostics import must_fix
from exporter.load import load
from exporter.making.order import document_folders
from exporter.making.review_pack import make_review_pack
from exporter.review import read_review, record_checked, record_matches, status, write_review


def run(options: argparse.Namespace) -> int:
    (folder,) = document_folders(options.sources, (options.document,))
    match options.action:
        case "record":
            return _record(options, folder)
        case "pack":
            return _pack(options, folder)
        case _:
            return _status(folder)


def _record(options: argparse.Namespace, folder: Path) -> int:
    if not options.author and not (options.who and (options.named or options.not_named)):
        warn(
            "Say who: --author when you confirm that the easy read says what the text says; or "
            "--who GROUP with --named or --not-named, as the group wishes.",
        )
        return MISUSED
    source, before = load(folder), read_review(folder)
    when = options.when or datetime.date.today().isoformat()
    sections = tuple(options.section)
    if options.author:
        after = record_matches(source, before, when=when, who=options.who, sections=sections)
    else:
        after = record_checked(
            source,
            before,
            who=options.who,
            named=options.named,
            when=when,
            said=tuple(options.said),
            accepted=tuple(options.accept),
            sections=sections,
        )
    if after is before:
        say("Nothing has changed since the last record.")
        return GOOD
    file = write_review(folder, after)
    say(f"Recorded in {file}, for: {', '.join(name for name, _ in after.records[-1].written_for)}")
    return GOOD


def _pack(options: argparse.Namespace, folder: Path) -> int:
    worst = GOOD
    for made in make_review_pack(folder, options.styles, options.output):
        tell(made.findings, every=False)
        if made.data is None:
            worst = WRONG
        else:
            say(options.output / made.file)
    return worst


def _status(folder: Path) -> int:
    standing = status(load(folder), read_review(folder))
    for part in standing.parts:
        say(f"{part.name}: text {part.text}, rows {part.rows}")
    tell(standing.findings, every=True, stream=sys.stdout)
    return WRONG if must_fix(standing.findings) else GOOD
