"""A rule on answers: they must name a rule that there is."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from exporter.checks.answers import Answers
from exporter.checks.reading import Reading
from exporter.checks.rule import PLEASE_ANSWER, Finding, rule
from exporter.rules import EVERY_LANGUAGE

_OF_FILES = ("pdf-", "word-", "html-", "publisher-")
"""How the names of rules on finished files and their publisher begin; they are answered for the
whole document."""

_OF_LANGUAGES = "translation-"
"""The same of those on a translation, which its sections answer too."""


@rule(
    "answer-to-no-rule",
    title="An answer names a rule that there is.",
    reason="An answer with a slip in the rule’s name answers nothing.",
    to_do="Look at the name in brackets after the finding, and copy it.",
    cites=("S-own",),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="source",
)
def answer_to_no_rule(reading: Reading) -> Iterator[Finding]:
    from exporter.checks.checking import RULES

    assert reading.source is not None
    for name, section, place in Answers(reading.source).unknown(RULES):
        if name.startswith(_OF_LANGUAGES) or (name.startswith(_OF_FILES) and not section):
            continue
        near = get_close_matches(name, RULES, 1)
        yield Finding(
            message=f"This answers a rule “{name}”, and there is none of that name.",
            place=place,
            section=section,
            words=name,
            suggestion=near[0] if near else "",
        )
