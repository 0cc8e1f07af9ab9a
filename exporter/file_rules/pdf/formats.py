"""Rules on the sentence that says in which other ways a document can be had."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.diagnostics import Diagnostic, Severity
from exporter.file_rules.other_formats import LEAST_SIZE, statement_in
from exporter.file_rules.pdf.catalogue import found
from exporter.file_rules.pdf.facts import Facts
from exporter.file_rules.pdf.limits import Limits
from exporter.file_rules.pdf.measured import MeasuredPage
from exporter.file_rules.pdf.paragraphs import HEADINGS, Paragraph
from exporter.languages import right_to_left

_TEXT_APART = HEADINGS | {"TOCI"}


def check(
    facts: Facts, pages: list[MeasuredPage], paragraphs: list[Paragraph], limits: Limits
) -> Iterator[Diagnostic]:
    """Nothing is asked of a language whose words we do not know, nor of one that is written from
    the right: letters that join are drawn in pieces, and their places do not tell the words."""
    language = facts.language
    statement = None if right_to_left(language) else statement_in(language)
    if statement is None:
        return
    told = (one for one in paragraphs if one.kind not in _TEXT_APART)
    size = max((one.size for one in told if statement.is_said_by(one.words)), default=None)
    promised = limits.most is Severity.MUST_FIX
    if size is not None and size < LEAST_SIZE - 0.05:
        yield found(
            "pdf-formats-line-small",
            f"The words on other formats are {size:g} points large; {LEAST_SIZE:g} are asked for.",
            most=limits.most,
        )
        return
    drawn = (run.words for page in pages for run in page.runs)
    said = (words for page in pages for words in page.actual.values())  # of letters that join
    text = " ".join((*drawn, *said))
    whole = len(pages) == facts.pages > 1
    if size is None and promised and whole and not statement.is_in(text):
        yield found("pdf-formats-line-missing", "No words say in which other ways this can be had.")
