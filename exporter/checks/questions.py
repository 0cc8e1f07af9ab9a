"""Rules on questions that readers answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.checks.reading import Reading
from exporter.checks.rule import FOR_INFORMATION, PLEASE_ANSWER, Finding, at, rule
from exporter.diagnostics import Place, short
from exporter.model import Question
from exporter.rules import ENGLISH, EVERY_LANGUAGE
from exporter.walk import blocks_within, plain_text, sections_within

MOST_ANSWERS = 6
"""Of one question in easy read: more are forgotten before the last is read."""
_ASK = re.compile(
    r"(wh(at|om?|ose|en|ere|ich|y)|how|do(es)?|did|is|are|was|were|can|could|would|will|should|"
    r"have|has|may)\b",
    re.IGNORECASE,
)


@rule(
    "answers-alike",
    title="The answers to a question are different.",
    reason="Nobody knows which of two same answers to choose, and neither can be counted.",
    to_do="Take one of them away, or say in it what is different.",
    cites=("S-own", "WCAG 2.4.6"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="document",
)
def answers_alike(reading: Reading) -> Iterator[Finding]:
    for section, place, question in _questions(reading):
        met: set[str] = set()
        for answer in question.answers:
            said = plain_text(answer.words).strip()
            if said.casefold() in met:
                message = f"Two answers are the same: “{short(said.rstrip('.'))}”."
                yield Finding(message=message, place=place, section=section, words=said)
            met.add(said.casefold())


@rule(
    "answers-many",
    title="In easy read a question has six answers at most.",
    reason="Whoever reads slowly has forgotten the first answer when the last one comes.",
    to_do="Make two questions of it, or put answers together.",
    cites=("S-own",),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    needs="document",
)
def answers_many(reading: Reading) -> Iterator[Finding]:
    for section, place, question in _questions(reading):
        count = len(question.answers)
        if count > MOST_ANSWERS:
            yield Finding(
                message=f"This question has {count} answers.", place=place, section=section
            )


@rule(
    "question-mark-missing",
    title="A question ends with a question mark.",
    reason="A voice that reads aloud asks only where the mark stands.",
    to_do="End it with a question mark; or tell people what to do: “Tell us …”.",
    cites=("S-own",),
    languages=ENGLISH,
    easy_read=FOR_INFORMATION,
    prints=FOR_INFORMATION,
)
def question_mark_missing(reading: Reading) -> Iterator[Finding]:
    for passage in reading.prose():
        asks = passage.kind == "question" and _ASK.match(passage.text)
        if asks and "?" not in passage.text:
            yield at(passage, "This question has no question mark.")


def _questions(reading: Reading) -> Iterator[tuple[str, Place, Question]]:
    """Each question, with the section that it stands in and its place."""
    assert reading.document is not None
    for section in sections_within(reading.document.sections):
        for block in blocks_within(section.blocks):
            if isinstance(block, Question):
                place = block.place if block.place.file else section.place
                yield section.anchor, place, block
