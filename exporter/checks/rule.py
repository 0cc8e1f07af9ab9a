"""What a rule is: one function that finds, and the words that explain it to people."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from exporter.checks.citations import citation
from exporter.checks.reading import Passage, Reading, Sentence
from exporter.diagnostics import NOWHERE, Place, Severity

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
class Rule:
    """A rule. A severity of None means: not asked in that set of rules."""

    code: str
    title: str
    """What the rule asks for, as one sentence."""
    reason: str
    to_do: str
    cites: tuple[str, ...]
    """Keys of data/sources.yaml with the evidence, for example "S3 A"."""
    easy_read: Severity | None
    large_print: Severity | None
    clear_print: Severity | None
    needs: Needs
    word_list: bool
    """Whether it needs the lists of the `easy-read` extra."""
    find: Find

    def severity(self, rules: RuleSet) -> Severity | None:
        """How much a finding of this rule matters under a set of rules, at most."""
        match rules:
            case "easy-read":
                return self.easy_read
            case "large-print":
                return self.large_print
            case "clear-print":
                return self.clear_print

    @property
    def source(self) -> str:
        """Who asks for this, with how sure we are of their words."""
        return "; ".join(citation(key) for key in self.cites)

    @property
    def explain(self) -> str:
        """All that there is to say about the rule, but its `source`, which stands by itself."""
        weights = [
            f"{rules.replace('-', ' ')}: {severity.label}"
            for rules in RULE_SETS
            if (severity := self.severity(rules)) is not None
        ]
        return "\n".join(
            (
                self.title,
                "",
                f"Why: {self.reason}",
                f"What to do: {self.to_do}",
                f"How much it matters: {', '.join(weights)}.",
                f"To answer it in the source: accept: {{rule: {self.code}, because: …}}",
            )
        )


def rule(
    code: str,
    *,
    title: str,
    reason: str,
    to_do: str,
    cites: tuple[str, ...],
    easy_read: Severity | None = None,
    prints: Severity | None = None,
    large_print: Severity | None = None,
    clear_print: Severity | None = None,
    needs: Needs = "text",
    word_list: bool = False,
) -> Callable[[Find], Rule]:
    """Make a rule of a function. `prints` is the severity in both large and clear print."""

    def made(find: Find) -> Rule:
        return Rule(
            code=code,
            title=title,
            reason=reason,
            to_do=to_do,
            cites=cites,
            easy_read=easy_read,
            large_print=large_print if large_print is not None else prints,
            clear_print=clear_print if clear_print is not None else prints,
            needs=needs,
            word_list=word_list,
            find=find,
        )

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
        words=words or where.text,
        suggestion=suggestion,
        hint=hint,
        severity=severity,
    )
