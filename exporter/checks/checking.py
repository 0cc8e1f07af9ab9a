"""All the rules, and how they are asked of a document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from types import ModuleType

from exporter.checks import (
    acronyms,
    alternative_text,
    answering,
    dates,
    emphasis,
    front,
    headings,
    length,
    licences,
    links,
    lists,
    numbers,
    picture_quality,
    pictures,
    punctuation,
    references,
    same_word,
    sentences,
    shortened,
    tables,
    terms,
    verbs,
    words,
)
from exporter.checks.answers import Answers
from exporter.checks.passages import passages_of
from exporter.checks.reading import Reading, reading_of
from exporter.checks.rule import Finding, Rule, RuleSet
from exporter.checks.word_sets import word_set
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
    emphasis,
    terms,
    references,
    headings,
    lists,
    links,
    tables,
    pictures,
    picture_quality,
    licences,
    alternative_text,
    length,
    front,
    answering,
)

RULES: dict[str, Rule] = {
    value.code: value
    for family in FAMILIES
    for value in vars(family).values()
    if isinstance(value, Rule)
}
"""Every rule on content, by its code."""


_ENGLISH_FAMILIES = frozenset(family.__name__ for family in (verbs, words, shortened, dates))
_ENGLISH_RULES = word_set(
    "more-than-one-idea speak-to-the-reader unclear-pronoun number-in-words percentage "
    "see-elsewhere "
    "heading-hard-word heading-says-nothing heading-title-case link-vague alt-says-image-of "
    "alt-says-nothing reading-grade bold-word-not-explained we-not-explained special-character "
    "roman-numeral acronym"
)


def knows_english_only(rule: Rule) -> bool:
    """Whether a rule can say nothing of a text in another language."""
    return rule.find.__module__ in _ENGLISH_FAMILIES or rule.code in _ENGLISH_RULES


def rules_asked(
    rules: RuleSet, *, document: bool, source: bool, language: str = "en"
) -> tuple[Rule, ...]:
    """The rules that a set asks, of those that can be asked of what there is."""
    lists_there = find_spec("wordfreq") is not None and find_spec("simplemma") is not None
    english = language.lower().split("-")[0] == "en"
    return tuple(
        rule
        for rule in RULES.values()
        if rule.severity(rules) is not None
        and (rule.needs == "text" or (rule.needs == "document" and document) or source)
        and (lists_there or not rule.word_list)
        and (english or not knows_english_only(rule))
    )


def rule_set(rules: str) -> RuleSet:
    """The set of this name; an edition with rules of its own making is checked as clear print."""
    if rules == "easy-read":
        return "easy-read"
    return "large-print" if rules == "large-print" else "clear-print"


def found(
    reading: Reading, rules: RuleSet, asked: tuple[Rule, ...]
) -> Iterator[tuple[Finding, Diagnostic]]:
    """What the rules find, with how much it matters in this set of rules."""
    for rule in asked:
        most = rule.severity(rules)
        assert most is not None
        for finding in rule.find(reading):
            severity = most if finding.severity is None else max(most, finding.severity)
            yield (
                finding,
                Diagnostic(
                    code=rule.code,
                    message=finding.message,
                    place=finding.place,
                    severity=severity,
                    hint=finding.hint or rule.to_do,
                    words=finding.words,
                    suggestion=finding.suggestion,
                ),
            )


def check(document: Document, edition: Edition, source: Source) -> tuple[Diagnostic, ...]:
    """What the rules find in a document, what matters most first, then in reading order."""
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
        for finding, diagnostic in found(reading, rules, asked)
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
