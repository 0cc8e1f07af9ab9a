"""How well findings tell simple from complex text. Run by hand; the texts are not ours to ship.

    python -m tests.benchmarks.readability ONESTOP ASSET

ONESTOP is a copy of github.com/nishkalavallabhi/OneStopEnglishCorpus (CC BY-SA 4.0): news at three
levels for learners. ASSET is one of github.com/facebookresearch/asset (CC BY-NC 4.0): sentences of
Wikipedia, each made simpler by ten people. For each text we take findings per sentence ("must
fix" and "please answer" in easy read), mean words in a sentence and the Flesch-Kincaid grade, and
ask how often a complex text has more than a simple one (area under the curve; 0.5 is guessing).
Each text is checked as plain text; findings on the whole text (mean length, share of passives)
are left out, because they would count sentence length a second time.

Measured on 22 November 2026, area under the curve (findings, words a sentence, Flesch-Kincaid):
OneStopEnglish advanced against elementary 0.97, 0.89, 0.88; advanced against intermediate 0.83,
0.70, 0.68; intermediate against elementary 0.82, 0.79, 0.77; ASSET, one sentence at a time, 0.73,
0.73, 0.74: for a single sentence its length says as much as our findings do. Why: they are a count,
and in 12 of 100 pairs of ASSET both sentences have as many; of grades that is true of 2 in 1,000.
On 27 November 2026, with words taken for common from Zipf 4.0 up (it was 3.6, with which it had
0.71): findings 0.72, words a sentence 0.70, Flesch-Kincaid 0.72 (two simpler versions of each).
"""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from exporter.checks import check_text
from exporter.checks.reading import Passage, reading_of
from exporter.checks.syllables import grade_of
from exporter.checks.texts import TextParagraph
from exporter.diagnostics import Place, Severity

WHOLE_TEXT = {"sentences-long-on-average", "passive-often", "document-too-long", "reading-grade"}
LENGTH = {"sentence-too-long", "sentence-long", "paragraph-too-long", "paragraph-many-sentences"}
Score = tuple[float, ...]


def paragraphs(text: str) -> tuple[TextParagraph, ...]:
    return tuple(
        TextParagraph(line.strip(), Place("", number), "paragraph")
        for number, line in enumerate(text.splitlines(), 1)
        if len(line.split()) > 3
    )


def scores(text: str) -> Score:
    """Findings per sentence, the same without those on length, words per sentence, grade."""
    parts = paragraphs(text)
    report = check_text(parts, "easy-read")
    count = max(1, report.sentences)
    asked = [
        finding.code
        for finding in report.findings
        if finding.severity in (Severity.MUST_FIX, Severity.PLEASE_ANSWER)
        and finding.code not in WHOLE_TEXT
    ]
    reading = reading_of(
        (Passage(text=part.text, kind=part.kind, place=part.place) for part in parts), "easy-read"
    )
    return (
        len(asked) / count,
        sum(code not in LENGTH for code in asked) / count,
        report.words / count,
        (grade := grade_of(reading.counted)),
        len(asked) / count + grade / 1000,
    )


NAMES = (
    "findings a sentence", "… without length", "words a sentence", "Flesch-Kincaid",
    "findings, then grade",
)  # fmt: skip


def area(complex_: Sequence[float], simple: Sequence[float]) -> float:
    """How often a complex text has the higher score; a tie counts half."""
    ordered = sorted(simple)
    wins = sum(
        (bisect_left(ordered, value) + bisect_right(ordered, value)) / 2 for value in complex_
    )
    return wins / (len(complex_) * len(ordered))


def ties(complex_: Sequence[float], simple: Sequence[float]) -> float:
    """In how many pairs both have the same score, and say nothing."""
    times = Counter(simple)
    return sum(times[value] for value in complex_) / (len(complex_) * len(simple))


def paired(complex_: Sequence[float], simple: Sequence[float]) -> float:
    """The same, but each text only against its own simpler version."""
    return sum(
        1.0 if high > low else 0.5 if high == low else 0.0
        for high, low in zip(complex_, simple, strict=True)
    ) / len(complex_)


def tell(title: str, complex_: Sequence[Score], simple: Sequence[Score]) -> None:
    print(f"\n{title}: {len(complex_)} complex, {len(simple)} simple")
    for index, name in enumerate(NAMES):
        high, low = [each[index] for each in complex_], [each[index] for each in simple]
        of_pairs = f"  of pairs {paired(high, low):.3f}" if len(high) == len(low) else ""
        means = f"mean {sum(high) / len(high):6.2f} and {sum(low) / len(low):6.2f}"
        print(
            f"  {name:20} area {area(high, low):.3f}{of_pairs}  {means}  ties {ties(high, low):.3f}"
        )


def onestop(folder: Path) -> None:
    texts = folder / "Texts-SeparatedByReadingLevel"
    levels: dict[str, dict[str, Score]] = {}
    for level in ("Adv", "Int", "Ele"):
        files = sorted((texts / f"{level}-Txt").glob("*.txt"))
        levels[level] = {
            file.stem.rsplit("-", 1)[0].lower(): scores(file.read_text("utf-8-sig", "replace"))
            for file in files
        }
    for high, low in (("Adv", "Ele"), ("Adv", "Int"), ("Int", "Ele")):
        names = sorted(levels[high].keys() & levels[low].keys())
        tell(
            f"OneStopEnglish, {high} against {low}",
            [levels[high][name] for name in names],
            [levels[low][name] for name in names],
        )


def asset(folder: Path) -> None:
    data = folder / "dataset"
    originals = (data / "asset.test.orig").read_text("utf-8").splitlines()
    complex_ = [scores(line) for line in originals]
    simple = [scores(line) for line in (data / "asset.test.simp.0").read_text("utf-8").splitlines()]
    tell("ASSET, sentences against their simpler version", complex_, simple)


if __name__ == "__main__":
    onestop(Path(sys.argv[1]))
    asset(Path(sys.argv[2]))
