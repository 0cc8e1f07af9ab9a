"""Every rule of loading: why it is there and where it comes from, for `exporter explain`."""

from __future__ import annotations

from exporter.authored.rules import files, parts, prose
from exporter.citations import citations
from exporter.diagnostics import Severity
from exporter.rules import FILE_UNREADABLE, Rule

FIGURE_ALT_MISSING = Rule(
    code="figure-alt-missing",
    title="A figure says in words what it shows.",
    reason="Somebody who cannot see it would hear “Figure 3”, and nothing more. Nobody but the "
    "author knows what the picture is there for.",
    to_do="Add “alt:” to the picture in document.yaml. One sentence is enough, for example "
    "“alt: Two women read a letter together”.",
    source=citations("WCAG 1.1.1", "S11 A"),
    severities=(
        ("easy-read", Severity.MUST_FIX),
        ("large-print", Severity.MUST_FIX),
        ("clear-print", Severity.MUST_FIX),
    ),
)
HEADING_BY_LOOK = Rule(
    code="heading-by-look",
    title="What looks like a heading is one.",
    reason="Bold or large words on a line of their own are a heading for eyes only. Screen readers "
    "find their way by real headings, and Word takes them for none. So an import makes a heading "
    "of such a line, and asks you to look.",
    to_do="Make a part of it, with the text that belongs to it. If it is no heading, put its words "
    "into the text above, and delete its “heading:”.",
    source=citations("WCAG 1.3.1", "WCAG 2.4.6"),
)
GLOSSARY_UNUSED = Rule(
    code="glossary-unused",
    title="Every word of the glossary stands somewhere in the document.",
    reason="A list of words that nobody meets is work for the reader without gain.",
    to_do="Use the word, or take it out of the glossary.",
    source=citations("S3 A", "S35 A"),
    severities=(("clear-print", Severity.FOR_INFORMATION),),
)
"""Loading finds these two where nothing else is right yet; the checks find the rest of them."""

_SHARED = (FILE_UNREADABLE, FIGURE_ALT_MISSING, HEADING_BY_LOOK, GLOSSARY_UNUSED)

RULES = {**files.RULES, **parts.RULES, **prose.RULES, **{rule.code: rule for rule in _SHARED}}
