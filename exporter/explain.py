"""Why there is a rule and where it comes from: every rule of the program, found where it stands.

Nothing lists the rules. A module that holds some imports `Rule`, `table` or the maker of rules on
content; those modules are found by their text and only they are imported, so that to explain a
rule no engine that draws or validates has to be started.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from exporter.checks.rule import ContentRule
from exporter.formats import FORMATS
from exporter.rules import Rule

_ROOT = Path(__file__).parent
_HOLDS_RULES = re.compile(
    rb"^from exporter\.(?:checks\.rule|rules) import (?:\([^)]*|[^\n]*)"
    rb"\b(?:Rule|rule|finds|table)\b",
    re.MULTILINE,
)
_LANGUAGES = {"en": "English"}


def explain(code: str) -> str | None:
    """All that there is to say about a rule; None when there is no such rule."""
    rule = _rule(code)
    return None if rule is None else "\n".join(_told(rule))


def close_rules(code: str) -> list[str]:
    """Rules whose names are like this one."""
    return difflib.get_close_matches(code, {rule.code for rule in every_rule()}, n=3)


def every_rule() -> Iterator[Rule]:
    """Every rule of the program, module by module."""
    for module in _modules(""):
        yield from _rules_in(module)
    for one in FORMATS.values():
        yield from one.rules().values()


def _rule(code: str) -> Rule | None:
    # the modules that name the code come first: nearly always one of them holds it
    for named in (f'"{code}"', ""):
        for module in _modules(named):
            for rule in _rules_in(module):
                if rule.code == code:
                    return rule
    # a format that is tried out has its rules elsewhere
    return next((rules[code] for one in FORMATS.values() if code in (rules := one.rules())), None)


def _modules(named: str) -> Iterator[str]:
    """The modules that hold rules and have these words in their text."""
    for file in sorted(_ROOT.rglob("*.py")):
        text = file.read_bytes()
        if named.encode() in text and _HOLDS_RULES.search(text):
            parts = file.relative_to(_ROOT.parent).with_suffix("").parts
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _rules_in(module: str) -> Iterator[Rule]:
    for value in vars(import_module(module)).values():
        if isinstance(value, Rule):
            yield value
        elif isinstance(value, ContentRule):
            yield value.rule
        elif isinstance(value, dict):
            yield from (one for one in value.values() if isinstance(one, Rule))


def _told(rule: Rule) -> Iterator[str]:
    yield from (rule.code, "")
    if rule.title:
        yield from (rule.title, "", f"Why: {rule.reason}")
    else:
        yield rule.reason
    if rule.to_do:
        yield f"What to do: {rule.to_do}"
    if rule.severities:
        yield f"How much it matters: {', '.join(_weights(rule))}."
        yield f"To answer it in the source: accept: {{rule: {rule.code}, because: …}}"
    if rule.languages:
        names = " and ".join(_LANGUAGES.get(tag, tag) for tag in rule.languages)
        yield f"It knows the words of {names} only, and is not asked of texts in other languages."
    yield from ("", f"Source: {rule.source}")


def _weights(rule: Rule) -> Iterator[str]:
    for rules, severity in rule.severities:
        yield f"{rules.replace('-', ' ')}: {severity.label}" if rules else severity.label
