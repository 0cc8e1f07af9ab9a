"""Words that must be plain: headings, alternative texts, titles, names of columns."""

from __future__ import annotations

import re

from exporter.authored.findings import Findings
from exporter.diagnostics import Place, short
from exporter.load.unread import plain_marks, tell_unread_in_plain

LONGEST_LINE = 5_000

_TIMES = re.compile(r"\d *\*|\* *\d")
_TYPED_NUMBER = re.compile(
    r"^\s*(?:(?:figure|fig\.?|table)\s+(?:\d+|[A-Z]\b)|"
    r"(?:appendix|part|chapter|section)\s+(?:\d+|[A-Z]|[IVX]+)\s*(?:[:.–—-]|$)|"
    r"\d+(?:\.\d+)*[.)]\s)",
    re.IGNORECASE,
)


def plain(text: str, place: Place, what: str, findings: Findings) -> str:
    """A plain text on one line; marks in it are told."""
    words = re.sub(r"[ \t\n]+", " ", text).strip(" ")
    if len(words) > LONGEST_LINE:
        message = f"{what[0].upper()}{what[1:]} is far too long: {len(words):,} letters."
        findings.add("text-too-long", place, message, f"Take {LONGEST_LINE:,} at most.")
        return words[:LONGEST_LINE]
    mark = plain_marks(words)
    if mark:
        message = (
            f"{what[0].upper()}{what[1:]} is plain text, but there is a mark: “{short(mark, 40)}”."
        )
        hint = "Delete the mark, keep the words."
        if _TIMES.search(mark):
            hint += " If a star means “times”, write ×."
        findings.add("mark-in-plain-text", place, message, hint)
    else:
        tell_unread_in_plain(words, place, findings)
    return words


def typed_number_in(text: str) -> str:
    """The number of a part, figure, table or appendix that somebody typed before some words."""
    match = _TYPED_NUMBER.match(text)
    return match.group() if match else ""


def typed_number(text: str, place: Place, findings: Findings) -> None:
    """Numbers of parts, figures, tables and appendices are never typed."""
    if typed := typed_number_in(text):
        message = f"The number “{typed.strip()}” is typed by hand."
        findings.add("number-typed", place, message, "Delete it. The program counts.")
