"""What a rule is: one code that people meet in a finding, and the words that explain it.

A rule stands in the module that finds its faults: alone, in a table by code, or made by
`checks.rule`. `exporter explain` looks for them there, so there is no list of them anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exporter.citations import citations
from exporter.diagnostics import Severity

EVERY_LANGUAGE: tuple[str, ...] = ()
ENGLISH = ("en",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What one code asks for, why, and who says so.

    `title` and `to_do` may be empty where the finding itself says all of it.
    """

    code: str
    """Words with hyphens, stable for ever."""
    title: str = ""
    """What the rule asks for, as one sentence."""
    reason: str
    to_do: str = ""
    source: str
    """Who asks for it, in words: a clause of a standard, or a guideline by name."""
    languages: tuple[str, ...] = EVERY_LANGUAGE
    """The languages whose words it can judge, as primary tags; empty: all, it looks at no words."""
    severities: tuple[tuple[str, Severity], ...] = ()
    """How much a finding matters at most, by the name of a set of rules; "" is every set."""

    def severity(self, rules: str = "") -> Severity | None:
        """How much a finding matters at most in a set of rules; None: it is not asked there."""
        by_name = dict(self.severities)
        return by_name.get(rules, by_name.get(""))

    @property
    def most(self) -> Severity:
        """How much a finding matters at most, whatever the set of rules."""
        return min((severity for _, severity in self.severities), default=Severity.MUST_FIX)

    def knows(self, language: str) -> bool:
        """Whether it can be asked of words in this language (a tag, as en-GB)."""
        return not self.languages or language.lower().split("-")[0] in self.languages


def table(entries: Mapping[str, tuple[str, str]]) -> dict[str, Rule]:
    """Rules by their codes, of which (reason, source) is all that there is to say.

    A source may hold keys of `exporter.citations`.
    """
    return {
        code: Rule(code=code, reason=reason, source=citations(source))
        for code, (reason, source) in entries.items()
    }


FILE_UNREADABLE = Rule(
    code="file-unreadable",
    title="A file can be opened and read.",
    reason="What cannot be read can be neither built nor checked. The file is not there, may not "
    "be read, is locked or damaged, or is of a kind that this program does not know.",
    to_do="Look at the name and the place of the file, and open it in the program that made it.",
    source="exporter, README.md",
)
"""Whoever reads files may find this: sources, texts to be checked, finished files."""
