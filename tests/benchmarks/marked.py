"""Precision and recall of the rules on words, on sentences that we marked by hand.

`python -m tests.benchmarks.marked` prints the table; with a rule's code, what it found and missed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from exporter.checks import RULES, check_text
from exporter.checks.texts import paragraphs_of
from exporter.diagnostics import Severity

FOLDER = Path(__file__).parent
FILES = {"before": "marked_before.yaml", "first": "marked_first.yaml", "after": "marked_after.yaml"}
"""What was marked before its author had read the rules; what the rules were first made with; and
what was written to try them."""
WHOLE = "*"
"""Stands for a whole sentence, where no words of it are to blame."""
ABOUT_THE_WHOLE_TEXT = frozenset(
    ("sentences-long-on-average", "passive-often", "document-too-long", "we-not-explained",
     "bold-too-often", "word-lists-missing", "title-too-long")
)  # fmt: skip
"""Rules of which single sentences say nothing; they have examples in tests/rules/content."""


@dataclass
class Score:
    """How many were found rightly, found wrongly, and missed; with the words, to look at."""

    right: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def fired(self) -> int:
        return len(self.right) + len(self.wrong)

    @property
    def precision(self) -> float:
        return len(self.right) / (self.fired or 1)

    @property
    def recall(self) -> float:
        return len(self.right) / ((len(self.right) + len(self.missed)) or 1)


def sentences(file: str | None = None) -> Iterator[dict[str, Any]]:
    """The entries of one file or of all, each with its `kind` of text."""
    for name in FILES if file is None else (file,):
        for kind, entries in _read(FILES[name]).items():
            for entry in entries:
                yield {"kind": kind, **entry}


@cache
def _read(name: str) -> dict[str, list[dict[str, Any]]]:
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded: dict[str, list[dict[str, Any]]] = yaml.load(
        (FOLDER / name).read_text("utf-8"), Loader=loader
    )
    return loaded


def judged() -> dict[str, Severity]:
    """The rules that a single sentence can be asked, and that want more than to inform."""
    return {
        code: severity
        for code, one in RULES.items()
        if one.needs == "text"
        and code not in ABOUT_THE_WHOLE_TEXT
        and (severity := one.rule.severity("easy-read")) is not None
        and severity < Severity.FOR_INFORMATION
    }


def scores(file: str | None = None) -> dict[str, Score]:
    """Each entry is checked alone, as if it were the whole text."""
    result = {code: Score() for code in judged()}
    for entry in sentences(file):
        data = entry["text"].encode()
        findings = check_text(paragraphs_of(data, ".md"), "easy-read").findings
        for code, score in result.items():
            wanted = [str(words) for words in entry.get(code, ())]
            found = [finding.words for finding in findings if finding.code == code]
            _compare(score, wanted, found, entry["text"])
    return result


def _compare(score: Score, wanted: list[str], found: list[str], text: str) -> None:
    for words in wanted:
        near = (other for other in found if _same(words, other))
        match = words if words in found else next(near, None)
        if match is None:
            score.missed.append(f"{words}: {text}")
        else:
            found.remove(match)
            score.right.append(f"{words}: {text}")
    score.wrong.extend(f"{words}: {text}" for words in found)


def _same(wanted: str, found: str) -> bool:
    one, other = (words.lower().replace("’", "'") for words in (wanted, found))
    return wanted == WHOLE or one in other or other in one


def table(file: str | None = None) -> Iterator[str]:
    """A line for each rule: how much it matters, how often it fired, precision and recall."""
    measured, levels = scores(file), judged()
    yield f"{'rule':28} {'severity':14} {'fired':>5} {'precision':>9} {'recall':>6}"
    for code, score in sorted(measured.items(), key=lambda item: (levels[item[0]], item[0])):
        yield (
            f"{code:28} {levels[code].label:14} {score.fired:5} {score.precision:9.2f} "
            f"{score.recall:6.2f}"
        )
    for level in sorted(set(levels.values())):
        of_level = [score for code, score in measured.items() if levels[code] == level]
        right, fired, missed = (
            sum(len(score.right) for score in of_level),
            sum(score.fired for score in of_level),
            sum(len(score.missed) for score in of_level),
        )
        yield (
            f"{'all':28} {level.label:14} {fired:5} {right / fired:9.2f} "
            f"{right / (right + missed):6.2f}"
        )


if __name__ == "__main__":
    if sys.argv[1:]:
        for code, score in scores().items():
            if code in sys.argv[1:]:
                for label, several in (("wrong", score.wrong), ("missed", score.missed)):
                    for words in several:
                        print(f"{label:7} {words}")
    else:
        for name in (*FILES, None):
            print(name or "all", sum(1 for _ in sentences(name)), "sentences")
            print("\n".join(table(name)))
