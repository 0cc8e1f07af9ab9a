"""What a rule is: one function that finds, and the words that explain it to people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from exporter.checks.reading import Passage, Reading, Sentence
from exporter.citations import citations
from exporter.diagnostics import NOWHERE, Place, Severity
from exporter.rules import Rule

RuleSet: TypeAlias = Literal["easy-read", "large-print", "clear-print"]
RULE_SETS: tuple[RuleSet, ...] = ("easy-read", "large-print", "clear-print")

Needs: TypeAlias = Literal["text", "document", "source"]
"""What a rule looks at: any text; a whole document with its pictures; also what was written."""

MUST_FIX = Severity.MUST_FIX
PLEASE_ANSWER = Severity.PLEASE_ANSWER
FOR_INFORMATION = Severity.FOR_INFORMATION


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule found. `severity` is given only where it is milder than the rule's own."""

    message: str
    place: Place = NOWHERE
    section: str = ""
    """The anchor of the section, so that the section's own answers are found."""
    words: str = ""
    hint: str = ""
    suggestion: str = ""
    severity: Severity | None = None


Find: TypeAlias = Callable[[Reading], Iterator[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentRule:
    """A rule on content: what it asks for, what it must be given, and the function that finds."""

    rule: Rule
    needs: Needs
    word_list: bool
    """Whether it needs the lists of the `easy-read` extra."""
    find: Find


def rule(
    code: str,
    *,
    title: str,
    reason: str,
    to_do: str,
    cites: tuple[str, ...],
    languages: tuple[str, ...],
    easy_read: Severity | None = None,
    prints: Severity | None = None,
    large_print: Severity | None = None,
    clear_print: Severity | None = None,
    needs: Needs = "text",
    word_list: bool = False,
) -> Callable[[Find], ContentRule]:
    """Make a rule of a function.

    `cites` are keys of `exporter.citations`, with the evidence, for example "S3 A". `languages` is
    ENGLISH where the rule knows English words, else EVERY_LANGUAGE. A severity is how much a
    finding matters at most; None: the rule is not asked in that set. `prints` is that of both large
    and clear print.
    """
    given: dict[RuleSet, Severity | None] = {
        "easy-read": easy_read,
        "large-print": large_print if large_print is not None else prints,
        "clear-print": clear_print if clear_print is not None else prints,
    }
    told = Rule(
        code=code,
        title=title,
        reason=reason,
        to_do=to_do,
        source=citations(*cites),
        languages=languages,
        severities=tuple((name, weight) for name, weight in given.items() if weight is not None),
    )
    return finds(told, needs=needs, word_list=word_list)


def finds(
    rule: Rule, *, needs: Needs = "text", word_list: bool = False
) -> Callable[[Find], ContentRule]:
    """Make a rule of a function and of words that loading knows, too."""

    def made(find: Find) -> ContentRule:
        return ContentRule(rule=rule, needs=needs, word_list=word_list, find=find)

    return made


def at(
    where: Sentence | Passage,
    message: str,
    *,
    words: str = "",
    suggestion: str = "",
    hint: str = "",
    severity: Severity | None = None,
) -> Finding:
    """A finding in a sentence or passage; `words` are its own words if none are given."""
    return Finding(
        message=message,
        place=where.place,
        section=where.section,
        words=words or where.shown,
        suggestion=suggestion,
        hint=hint,
        severity=severity,
    )
