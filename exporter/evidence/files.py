"""What was built, and what looked at it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import PurePosixPath

from exporter.evidence.facts import Facts, Record
from exporter.evidence.pieces import counted, heading, lines, paragraph, small, table
from exporter.web_page.markup import Html, escape, join

_SEVERE = ("must fix", "please answer")
_FORMATS = {"pdf": "PDF", "docx": "Word", "html": "web page"}


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
            lines((escape(_kind(record)), small(PurePosixPath(str(record["file"])).name))),
            escape(_same(record)),
            escape(_points(facts.of_file(record, "smallest_type"))),
            escape(_ratio(facts.of_file(record, "lowest_contrast"))),
            escape(_count(record)),
            escape(str(facts.of_file(record, "validated") or "not validated")),
        )
        for record in facts.files
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
    validated = [one for one in facts.files if facts.of_file(one, "validated")]
    left = len([one for one in facts.files if one.get("format") == "pdf" and one not in validated])
    if left:
        files = counted(left, "PDF file has", "PDF files have")
        yield f"{files} not been looked at by a validator that is not ours, such as veraPDF."
    for key, what in (
        ("smallest_type", "the smallest type"),
        ("lowest_contrast", "the lowest contrast"),
    ):
        left = len([one for one in facts.files if facts.of_file(one, key) is None])
        if left:
            yield f"In {counted(left, 'file', 'files')} {what} was not measured."


def _kind(record: Record) -> str:
    """ "Large print, Word"."""
    name = str(record.get("format", ""))
    edition = str(record.get("edition", "")).replace("-", " ")
    told = ", ".join(filter(None, (edition, _FORMATS.get(name, name))))
    return told[:1].upper() + told[1:]


def _same(record: Record) -> str:
    entries = int(record.get("entries", 0))
    answer = "yes" if record.get("says_the_same") else "NO"
    return f"{answer}, {counted(entries, 'thing', 'things')}"


def _points(size: object) -> str:
    return f"{size:.4g} points" if isinstance(size, int | float) else "not measured"


def _ratio(ratio: object) -> str:
    """Rounded down: 4.49 is not 4.5."""
    return (
        f"{math.floor(ratio * 10) / 10:g} to 1"
        if isinstance(ratio, int | float)
        else "not measured"
    )


def _count(record: Record) -> str:
    findings = record.get("findings", ())
    severe = [one for one in findings if one.get("severity") in _SEVERE]
    if not findings:
        return "none"
    return f"{len(findings)} ({len(severe) or 'none'} to act on)"
