"""Precision and recall of four rules on sentences that we marked by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from exporter.checks import check_text
from exporter.checks.texts import TextParagraph
from exporter.diagnostics import Place

FILE = Path(__file__).parent / "marked_sentences.yaml"
RULES = {
    "passive": ("passive-voice",),
    "hard": ("hard-word",),
    "initials": ("acronym",),
    "numbers": (
        "number-in-words",
        "percentage",
        "roman-numeral",
        "big-number",
        "date-in-figures",
        "time-hard-to-read",
    ),
}


@dataclass
class Score:
    """How many were found rightly, found wrongly, and missed; with the words, to look at."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / ((self.right + len(self.wrong)) or 1)

    @property
    def recall(self) -> float:
        return self.right / ((self.right + len(self.missed)) or 1)


def sentences(part: str | None = None) -> Iterator[dict[str, Any]]:
    parts = yaml.safe_load(FILE.read_text("utf-8"))
    for name, entries in parts.items():
        if part in (None, name):
            yield from entries


def scores(part: str | None = None) -> dict[str, Score]:
    """Each sentence is checked alone, as if it were the whole text."""
    result = {name: Score() for name in RULES}
    for entry in sentences(part):
        paragraph = TextParagraph(text=entry["text"], place=Place("", 1), kind="paragraph")
        findings = check_text((paragraph,), "easy-read").findings
        for name, codes in RULES.items():
            wanted = [str(words).lower() for words in entry.get(name, ())]
            found = [finding.words.lower() for finding in findings if finding.code in codes]
            _compare(result[name], wanted, found, entry["text"])
    return result


def _compare(score: Score, wanted: list[str], found: list[str], text: str) -> None:
    for words in wanted:
        match = next((other for other in found if other in words or words in other), None)
        if match is None:
            score.missed.append(f"{words}: {text}")
        else:
            found.remove(match)
            score.right += 1
    score.wrong.extend(f"{words}: {text}" for words in found)


if __name__ == "__main__":
    for part in ("tuning", "held_back", None):
        print(part or "all", sum(1 for _ in sentences(part)), "sentences")
        for name, score in scores(part).items():
            print(
                f"  {name:9} precision {score.precision:.2f} recall {score.recall:.2f} "
                f"({score.right} right)"
            )
            if part != "held_back":
                for label, several in (("wrong", score.wrong), ("missed", score.missed)):
                    for words in several:
                        print(f"      {label}: {words}") if part == "tuning" else None
