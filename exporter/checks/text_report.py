"""The checks on any text, and the report of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, islice

from exporter.authored.deceiving import Deceit, deceits
from exporter.checks.checking import found, rule_set, rules_asked
from exporter.checks.reading import Bold, LinkWords, Passage, reading_of
from exporter.checks.text_language import foreign_in, not_asked, spoken_in
from exporter.checks.text_paragraph import LONGEST, MOST_SIGNS, TextParagraph
from exporter.diagnostics import PERSON_DECIDES, Diagnostic, Place, Severity, short
from exporter.records import to_json
from exporter.rules import table


@dataclass(frozen=True, slots=True, kw_only=True)
class TextReport:
    """What the automatic checks found. They never say that a text "passes easy read"."""

    rules: str
    language: str
    """The tag of the language of most of it."""
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
    paragraphs, rest = _as_far_as_anybody_reads(tuple(paragraphs))
    asked_set = rule_set(rules)
    spoken = spoken_in(paragraphs)
    passages = (
        Passage(
            text=paragraph.text[:LONGEST],
            kind=paragraph.kind,
            place=paragraph.place,
            level=paragraph.level,
            bold=tuple(Bold(words) for words in paragraph.bold),
            links=tuple(LinkWords(words, target) for words, target in paragraph.links),
            apart=foreign_in(paragraph, language),
            language=language,
        )
        for paragraph, language in zip(paragraphs, spoken.paragraphs, strict=True)
    )
    reading = reading_of(passages, asked_set, language=spoken.text)
    every = rules_asked(asked_set, document=False, source=False)
    asked = tuple(one for one in every if any(map(one.rule.knows, spoken.every)))
    findings = [
        *not_asked(paragraphs, spoken, [one.rule for one in every]),
        *_endless(paragraphs),
        *_left_out(rest),
        *_deceits(paragraphs),
        *(told for _, told in found(reading, asked_set, asked)),
    ]
    return TextReport(
        rules=asked_set,
        language=spoken.text,
        sentences=len(reading.counted),
        words=reading.words,
        rules_checked=tuple(one.rule.code for one in asked),
        findings=tuple(sorted(findings, key=lambda each: (each.severity, each.place))),
    )


def _as_far_as_anybody_reads(
    paragraphs: tuple[TextParagraph, ...],
) -> tuple[tuple[TextParagraph, ...], tuple[TextParagraph, ...]]:
    """What is checked, and the rest."""
    signs = accumulate(min(len(one.text), LONGEST) + _EACH for one in paragraphs)
    count = sum(so_far <= MOST_SIGNS for so_far in signs)
    return paragraphs[:count], paragraphs[count:]


_EACH = 40
"""Signs for which a paragraph counts by itself: to look at many takes time, however short."""


def _left_out(rest: tuple[TextParagraph, ...]) -> Iterator[Diagnostic]:
    if rest:
        yield Diagnostic(
            code="text-endless",
            message=f"This text is longer than {MOST_SIGNS:,} letters. It was checked up to here.",
            place=rest[0].place,
            hint="Check the rest as a file of its own.",
        )


def _endless(paragraphs: Iterable[TextParagraph]) -> Iterator[Diagnostic]:
    for paragraph in paragraphs:
        if len(paragraph.text) > LONGEST:
            yield Diagnostic(
                code="paragraph-endless",
                message=f"This paragraph has {len(paragraph.text):,} letters and signs. Only the "
                f"first {LONGEST:,} were checked.",
                place=paragraph.place,
                hint="Make shorter paragraphs of it, with an empty line between them.",
                words=short(paragraph.text),
            )


_MOST_DECEITS = 50
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def _deceits(paragraphs: Iterable[TextParagraph]) -> Iterator[Diagnostic]:
    return islice(
        (one for each in paragraphs for one in _deceits_of(each)),
        _MOST_DECEITS,
    )


def _deceits_of(paragraph: TextParagraph) -> Iterator[Diagnostic]:
    """Signs that deceive in a paragraph, and lookalikes in the addresses that its links go to."""
    text = paragraph.text
    for match in _CONTROLS.finditer(text):
        yield Diagnostic(
            code="text-control-character",
            message=f"There is an invisible control character here (U+{ord(match.group()):04X}).",
            place=_line_of(paragraph, match.start()),
            hint="Delete the line, and type it again: what is copied brings such characters along.",
        )
    for one, start in _deceits_with_starts(paragraph):
        yield Diagnostic(
            code=one.code,
            message=one.message,
            place=_line_of(paragraph, start),
            severity=Severity.FOR_INFORMATION if one.harmless else Severity.MUST_FIX,
            hint=one.hint,
            words=one.words,
        )


def _deceits_with_starts(paragraph: TextParagraph) -> Iterator[tuple[Deceit, int]]:
    yield from ((one, one.start) for one in deceits(paragraph.text))
    for words, target in paragraph.links:
        if target not in words:
            yield from ((one, max(0, paragraph.text.find(words))) for one in deceits(target))


def _line_of(paragraph: TextParagraph, start: int) -> Place:
    line = paragraph.place.line
    return replace(paragraph.place, line=line and line + paragraph.text.count("\n", 0, start))


def as_json(report: TextReport) -> dict[str, object]:
    """The report as `exporter check TEXT --json` prints it."""
    return {
        "rules": report.rules,
        "language": report.language,
        "sentences": report.sentences,
        "words": report.words,
        "words_in_a_sentence": round(report.mean_words, 1),
        "rules_checked": len(report.rules_checked),
        "findings": to_json(report.findings),
        "a_person_decides": list(PERSON_DECIDES),
    }


RULES = table(
    {
        "text-endless": (
            "A text of more than a thousand pages is checked in parts: no file may take all time "
            "and memory.",
            "exporter, SECURITY.md",
        )
    }
)
