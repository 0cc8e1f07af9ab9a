"""Rules on lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.checks.reading import Reading
from exporter.checks.rule import FOR_INFORMATION, PLEASE_ANSWER, Finding, at, rule
from exporter.model import List
from exporter.rules import EVERY_LANGUAGE
from exporter.walk import blocks_within, sections_within


@rule(
    "list-in-list",
    title="In easy read there is no list inside a list.",
    reason="Two edges on the left are hard to tell apart.",
    to_do="Make two rows: one for each list.",
    cites=("S11 A", "S20 A"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
)
def list_in_list(reading: Reading) -> Iterator[Finding]:
    inside = False
    for passage in reading.passages:
        deep = passage.kind == "item" and passage.level > 1
        if deep and not inside:
            yield at(passage, "Here a list stands inside a list.")
        inside = deep


@rule(
    "list-of-one",
    title="A list has two items or more.",
    reason="A bullet promises others. A screen reader says “list of one”.",
    to_do="Make it a sentence.",
    cites=("S20 A", "S11 A"),
    languages=EVERY_LANGUAGE,
    easy_read=FOR_INFORMATION,
    prints=FOR_INFORMATION,
    needs="document",
)
def list_of_one(reading: Reading) -> Iterator[Finding]:
    assert reading.document is not None
    for section in sections_within(reading.document.sections):
        for block in blocks_within(section.blocks):
            if isinstance(block, List) and block.style != "plain" and len(block.items) == 1:
                yield Finding(
                    message="This list has one item only.",
                    place=block.place if block.place.file else section.place,
                    section=section.anchor,
                )


_TYPED = re.compile(r"^\s*(?:[•·▪◦*‣]|[-–—] |\d{1,2}[.)] |\([a-z\d]\) )\s*\S")


@rule(
    "bullet-typed",
    title="Lists are real lists, not typed dots and numbers.",
    reason="A screen reader says how many items come. Of typed dots it knows nothing.",
    to_do="Begin each item with “- ” on a line of its own, with an empty line before the list. A "
    "numbered list begins with “1. ”.",
    cites=("S11 A", "WCAG 1.3.1"),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
)
def bullet_typed(reading: Reading) -> Iterator[Finding]:
    for passage in reading.prose():
        if passage.kind in ("paragraph", "cell", "definition") and _TYPED.match(passage.text):
            yield at(passage, "This line begins with a typed dot, dash or number.")
