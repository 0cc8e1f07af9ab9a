"""What was built, and what looked at it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import PurePosixPath

from exporter.diagnostics import to_act_on
from exporter.formats import FORMATS
from exporter.model import Words
from exporter.records import BuiltFile
from exporter.reports.evidence.facts import Facts
from exporter.reports.evidence.pieces import counted, heading, lines, paragraph, small, table
from exporter.web_page.markup import Html, escape, join


def the_tools(facts: Facts) -> Html:
    """What checked what, at which version."""
    rows = ((escape(tool.name), escape(tool.version), escape(tool.what)) for tool in facts.tools)
    told = table("tools", "The programs that checked", ("Program", "Version", "What it did"), rows)
    return join(heading("What checked it"), told if facts.tools else paragraph("Nothing yet."))


def the_files(facts: Facts) -> Html:
    """A row for each file: is it whole, and what was measured in it."""
    if not facts.files:
        return join(heading("The files"), paragraph("No file has been built yet."))
    columns = (
        "File",
        "Says the same",
        "Smallest type",
        "Lowest contrast",
        "Findings",
        "Validated",
    )
    rows = [
        (
            lines((escape(_kind(one, facts.words)), small(PurePosixPath(one.file).name))),
            escape(_same(one)),
            escape(_points(one.smallest_type)),
            escape(_ratio(one.lowest_contrast)),
            escape(_count(one)),
            escape(one.validated or "not validated"),
        )
        for one in facts.files
    ]
    return join(
        heading("The files"),
        paragraph(
            "Each finished file was opened again and read from beginning to end, the way that a "
            "screen reader does. What was met there was compared with what the authors wrote: "
            "headings, words, descriptions of pictures, tables, links and notes, in order. Each of "
            "them counts as one thing."
        ),
        table("files", "Every file, and what was measured in it", columns, rows),
    )


def unchecked_files(facts: Facts) -> Iterator[str]:
    """What nobody has measured in the files, as sentences."""
    for kind in FORMATS.values():
        left = len([one for one in facts.files if one.format == kind.name and not one.validated])
        if left and kind.validator:
            called = kind.called_in(facts.words)
            files = counted(left, f"{called} file has", f"{called} files have")
            yield (
                f"{files} not been looked at by a validator that is not ours, such as "
                f"{kind.validator.name}."
            )
    for what, measured in (
        ("the smallest type", [one.smallest_type for one in facts.files]),
        ("the lowest contrast", [one.lowest_contrast for one in facts.files]),
    ):
        left = measured.count(None)
        if left:
            yield f"In {counted(left, 'file', 'files')} {what} was not measured."


def _kind(file: BuiltFile, words: Words) -> str:
    """ "Large print, Word"."""
    edition = file.edition.replace("-", " ")
    kind = FORMATS[file.format].called_in(words) if file.format in FORMATS else file.format
    told = ", ".join(filter(None, (edition, kind)))
    return told[:1].upper() + told[1:]


def _same(file: BuiltFile) -> str:
    answer = "yes" if file.says_the_same else "NO"
    return f"{answer}, {counted(file.entries, 'thing', 'things')}"


def _points(size: float | None) -> str:
    return "not measured" if size is None else f"{size:.4g} points"


def _ratio(ratio: float | None) -> str:
    """Rounded down: 4.49 is not 4.5."""
    return "not measured" if ratio is None else f"{math.floor(ratio * 10) / 10:g} to 1"


def _count(file: BuiltFile) -> str:
    findings = file.findings or ()
    return f"{len(findings)} ({to_act_on(findings) or 'none'} to act on)" if findings else "none"
