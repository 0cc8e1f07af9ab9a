"""All the rules, and how they are asked of a document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib.util import find_spec
from types import ModuleType

from exporter.checks import (
    acronyms,
    alternative_text,
    answering,
    dates,
    emphasis,
    films,
    front,
    headings,
    length,
    licences,
    links,
    lists,
    numbers,
    own_words,
    picture_quality,
    picture_uses,
    pictures,
    punctuation,
    questions,
    references,
    same_word,
    sentences,
    shortened,
    tables,
    terms,
    to_write,
    typefaces,
    unmarked,
    verbs,
    words,
)
from exporter.checks.answers import Answers
from exporter.checks.passages import passages_of
from exporter.checks.reading import Reading, reading_of
from exporter.checks.rule import ContentRule, Finding, RuleSet
from exporter.diagnostics import NOWHERE, Diagnostic
from exporter.edition import Edition
from exporter.model import Document
from exporter.source import Source

FAMILIES: tuple[ModuleType, ...] = (
    sentences,
    verbs,
    words,
    same_word,
    shortened,
    acronyms,
    numbers,
    dates,
    punctuation,
    typefaces,
    emphasis,
    terms,
    references,
    headings,
    lists,
    links,
    questions,
    tables,
    pictures,
    picture_quality,
    picture_uses,
    licences,
    films,
    alternative_text,
    length,
    unmarked,
    front,
    to_write,
    own_words,
    answering,
)

RULES: dict[str, ContentRule] = {
    value.rule.code: value
    for family in FAMILIES
    for value in vars(family).values()
    if isinstance(value, ContentRule)
}
"""Every rule on content, by its code."""


def rules_asked(
    rules: RuleSet, *, document: bool, source: bool, language: str = ""
) -> tuple[ContentRule, ...]:
    """The rules that a set asks, of those that can be asked of what there is in this language.

    "" is every language: each rule is asked of the words that it knows.
    """
    lists_there = find_spec("wordfreq") is not None
    return tuple(
        one
        for one in RULES.values()
        if one.rule.severity(rules) is not None
        and (one.needs == "text" or (one.needs == "document" and document) or source)
        and (lists_there or not one.word_list)
        and (not language or one.rule.knows(language))
    )


def rule_set(rules: str) -> RuleSet:
    """The set of this name; an edition with rules of its own making is checked as clear print."""
    if rules == "easy-read":
        return "easy-read"
    return "large-print" if rules == "large-print" else "clear-print"


def found(
    reading: Reading,
    rules: RuleSet,
    asked: tuple[ContentRule, ...],
    between: Callable[[], None] = lambda: None,
) -> Iterator[tuple[Finding, Diagnostic]]:
    """What the rules find, with how much it matters in this set of rules.

    Each is asked only of words in languages that it knows; `between` is called before each.
    """
    known: dict[tuple[str, ...], Reading] = {}
    for one in asked:
        between()
        most = one.rule.severity(rules)
        assert most is not None
        spoken = one.rule.languages
        if spoken not in known:
            known[spoken] = reading.for_rules_on(spoken)
        for finding in one.find(known[spoken]):
            severity = most if finding.severity is None else max(most, finding.severity)
            yield (
                finding,
                Diagnostic(
                    code=one.rule.code,
                    message=finding.message,
                    place=finding.place,
                    severity=severity,
                    hint=finding.hint or one.rule.to_do,
                    words=finding.words,
                    suggestion=finding.suggestion,
                ),
            )


def check(
    document: Document,
    edition: Edition,
    source: Source,
    between: Callable[[], None] = lambda: None,
) -> tuple[Diagnostic, ...]:
    """What the rules find in a document, what matters most first, then in reading order.

    `between` is called before each rule: what it raises ends the work.
    """
    rules = rule_set(edition.rules)
    reading = reading_of(
        passages_of(document),
        rules,
        language=document.language,
        document=document,
        edition=edition,
        source=source,
    )
    answers = Answers(source)
    asked = rules_asked(rules, document=True, source=True, language=document.language)
    findings = [
        answers.answered(finding, _placed(diagnostic, source))
        for finding, diagnostic in found(reading, rules, asked, between)
    ]
    order = {
        passage.place: number for number, passage in reversed(list(enumerate(reading.passages)))
    }
    return tuple(
        sorted(findings, key=lambda finding: (finding.severity, order.get(finding.place, -1)))
    )


def _placed(diagnostic: Diagnostic, source: Source) -> Diagnostic:
    """What is true of the whole is said of the file that makes it one, document.yaml."""
    return diagnostic if diagnostic.place != NOWHERE else replace(diagnostic, place=source.place)
