"""The checks on any text, and the report of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exporter.checks.checking import found, rule_set, rules_asked
from exporter.checks.reading import Bold, LinkWords, Passage, reading_of
from exporter.checks.text_paragraph import LONGEST, TextParagraph
from exporter.diagnostics import PERSON_DECIDES, Diagnostic, short
from exporter.records import to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReport:
    """What the automatic checks found. They never say that a text "passes easy read"."""

    rules: str
    sentences: int
    words: int
    rules_checked: tuple[str, ...]
    """The codes of the rules that were asked."""
    findings: tuple[Diagnostic, ...]

    @property
    def mean_words(self) -> float:
        """Words in a sentence, on average."""
        return self.words / self.sentences if self.sentences else 0.0


def check_text(paragraphs: Iterable[TextParagraph], rules: str = "easy-read") -> TextReport:
    """Check any text. `rules` is the name of a set of rules, as in an edition's `rules:`."""
    paragraphs = tuple(paragraphs)
    asked_set = rule_set(rules)
    passages = (
        Passage(
            text=paragraph.text[:LONGEST],
            kind=paragraph.kind,
            place=paragraph.place,
            level=paragraph.level,
            bold=tuple(Bold(words) for words in paragraph.bold),
            links=tuple(LinkWords(words, target) for words, target in paragraph.links),
        )
        for paragraph in paragraphs
    )
    reading = reading_of(passages, asked_set)
    asked = rules_asked(asked_set, document=False, source=False)
    findings = [*_endless(paragraphs), *(told for _, told in found(reading, asked_set, asked))]
    return TextReport(
        rules=asked_set,
        sentences=len(reading.counted),
        words=reading.words,
        rules_checked=tuple(one.rule.code for one in asked),
        findings=tuple(sorted(findings, key=lambda each: (each.severity, each.place))),
    )


def _endless(paragraphs: Iterable[TextParagraph]) -> Iterator[Diagnostic]:
    for paragraph in paragraphs:
        if len(paragraph.text) > LONGEST:
            yield Diagnostic(
                code="paragraph-endless",
                message=f"This paragraph has {len(paragraph.text):,} letters and signs. Only the "
                f"first {LONGEST:,} were checked.",
                place=paragraph.place,
                hint="Make many paragraphs of it, with an empty line between them.",
                words=short(paragraph.text),
            )


def as_json(report: TextReport) -> dict[str, object]:
    """The report as `exporter check TEXT --json` prints it."""
    return {
        "rules": report.rules,
        "sentences": report.sentences,
        "words": report.words,
        "words_in_a_sentence": round(report.mean_words, 1),
        "rules_checked": len(report.rules_checked),
        "findings": to_json(report.findings),
        "a_person_decides": list(PERSON_DECIDES),
    }
