"""Checks on content: is it easy to read, and does everything have its words and pictures?

`check` looks at a document for one edition, `check_text` at any text. No tool can say that a text
is easy read: the findings are hints, and `PERSON_DECIDES` lists what only people can tell.
"""

from __future__ import annotations

from exporter.checks.checking import RULES, check
from exporter.checks.rule import RULE_SETS, ContentRule
from exporter.checks.text_report import TextReport, as_json, check_text
from exporter.diagnostics import PERSON_DECIDES

__all__ = [
    "PERSON_DECIDES",
    "RULES",
    "RULE_SETS",
    "ContentRule",
    "TextReport",
    "as_json",
    "check",
    "check_text",
]
