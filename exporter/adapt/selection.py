"""Which sections an edition has, and what each place is called when something points to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Literal

from exporter.edition import Edition
from exporter.model import Inlines, Question, Text, Words, in_language
from exporter.source import (
    Call,
    CallKind,
    Media,
    Source,
    SourceBlocks,
    SourceSection,
    calls_in,
    every_section,
    questions_in,
    questions_within,
)
from exporter.walk import plain_text

TargetKind = Literal["section", "figure", "table", "work", "word", "question", "other"]


@dataclass(frozen=True, slots=True)
class Target:
    """A place that `#name` may point to. `words` fill an empty reference."""

    kind: TargetKind
    words: Inlines
    present: bool
    """Whether this edition has the place."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What one edition of one source holds, decided before any block is made."""

    source: Source
    edition: Edition
    words: Words
    leave_out: frozenset[str]
    labels: dict[str, str]
    """Section name → its label: "3." or "Appendix 1:"."""
    things: dict[str, str]
    """Figure or table name → "Figure 3", in the order that they come in this edition."""
    targets: dict[str, Target] = field(repr=False)

    def other(self, *keys: str) -> str:
        """The language of sentences of the program's own, where it is not that of the source."""
        return self.words.other_than(self.source.language, *keys)

    def says(self, key: str, **values: object) -> Inlines:
        """Words of the program's own, marked where they are in another language."""
        return self.words.among(self.source.language, key, **values)

    def around(self, key: str, words: Inlines, **values: object) -> Inlines:
        """Words of the author inside a sentence of the program's own, in one piece if they are
        plain; what stands for them is "\0"."""
        said = self.words.around(self.source.language, key, words, **values)
        plain = all(isinstance(one, Text) for one in said)
        return (Text(plain_text(said)),) if plain else said

    def title_of(self, media: Media) -> Inlines:
        """The title of a film or a recording; what it is, where it has none."""
        return (Text(media.title),) if media.title else self.says(f"media-{media.kind}")


def plan_of(source: Source, edition: Edition, words: Words, leave_out: frozenset[str]) -> Plan:
    """Choose, number and name. Sections named in `leave_out` are a partner's choice."""
    labels = _labels(source, words, leave_out)
    things = dict(_things(source, edition, words, leave_out))
    plan = Plan(source, edition, words, leave_out, labels, things, {})
    plan.targets.update(_targets(plan))
    return plan


def headings_of(
    source: Source, words: Words, leave_out: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """The title and every heading of a source with its number, in order, whatever editions have."""
    labels = _labels(source, words, leave_out)
    parts = every_section(source.sections)
    named = (f"{labels.get(part.name, '')} {part.heading}".strip() for part in parts)
    return (source.title, *named)


def layers_of(section: SourceSection, edition: Edition) -> tuple[SourceBlocks, ...]:
    """The section's prose in the order of the edition's layers; easy read is not prose."""
    prose = {"summary": section.summary, "body": section.body, "detail": section.detail}
    return tuple(prose[layer] for layer in edition.layers if layer in prose)


def appears(section: SourceSection, edition: Edition, leave_out: frozenset[str]) -> bool:
    """A section appears where it has words, or a sub-section that does."""
    if section.name in leave_out:
        return False
    own = any(layers_of(section, edition)) or (
        "easy_read" in edition.layers and bool(section.easy_read)
    )
    return own or any(appears(sub, edition, leave_out) for sub in section.sections)


def _labels(source: Source, words: Words, leave_out: frozenset[str]) -> dict[str, str]:
    """Part numbers come from the source, so part 3 is the same part in every edition.

    Without contents nobody looks for a part by its number: a notice has no “1.”.
    """
    labels: dict[str, str] = {}
    parts = appendices = 0
    for section in source.sections:
        if section.name in leave_out or section.foreword:
            continue
        if section.appendix:
            appendices += 1
            labels[section.name] = words("appendix", number=appendices)
        elif source.contents:
            parts += 1
            labels[section.name] = f"{parts}."
    for section in every_section(source.sections):
        if section.numbered:
            labels |= {sub.name: f"{n}." for n, sub in enumerate(section.sections, 1)}
    return labels


def calls_of(
    sections: tuple[SourceSection, ...], edition: Edition, leave_out: frozenset[str]
) -> Iterator[Call]:
    """Every `:::` call that the edition shows, in reading order."""
    for section in sections:
        if appears(section, edition, leave_out):
            for blocks in layers_of(section, edition):
                yield from calls_in(blocks)
            yield from calls_of(section.sections, edition, leave_out)


def _things(
    source: Source, edition: Edition, words: Words, leave_out: frozenset[str]
) -> Iterator[tuple[str, str]]:
    counts: dict[CallKind, int] = {"figure": 0, "table": 0}
    for call in calls_of(source.sections, edition, leave_out):
        kind = "figure" if call.kind == "chart" else call.kind
        if kind in counts:
            counts[kind] += 1
            yield call.name, words(kind, number=counts[kind])


def _targets(plan: Plan) -> Iterator[tuple[str, Target]]:
    source, edition = plan.source, plan.edition
    calls = list(calls_of(source.sections, edition, plan.leave_out))
    shown = {call.name for call in calls if call.name}
    lists = {call.kind for call in calls}
    # first, so that a word or a section with the name of a picture is what `#name` means
    for picture in source.pictures:
        yield picture.picture.name, Target("figure", (Text(picture.picture.alt),), False)
    for section in source.sections:
        yield (
            section.name,
            Target(
                "section", _section_words(plan, section), appears(section, edition, plan.leave_out)
            ),
        )
        for sub in every_section(section.sections):
            here = appears(section, edition, plan.leave_out)
            yield (
                sub.name,
                Target(
                    "section", (Text(sub.heading),), here and appears(sub, edition, plan.leave_out)
                ),
            )
    for work in source.references:
        yield work.name, Target("work", (Text(work.cite),), "references" in lists)
    for entry in source.glossary:
        yield entry.name, Target("word", (Text(entry.word),), "glossary" in lists)
    for name, label in plan.things.items():
        kind: TargetKind = "table" if label in _tables(plan) else "figure"
        yield name, Target(kind, in_language(label, plan.other(kind)), True)
    for section in every_section(source.sections):
        for table in section.tables:
            if table.name not in shown:
                label = plan.words("table", number="").strip()
                yield table.name, Target("table", in_language(label, plan.other("table")), False)
        for chart in section.charts:
            if chart.name not in shown:
                from exporter.charts import alternative_text  # few documents have one

                said = alternative_text(chart, plan.words, source.language)
                yield chart.name, Target("figure", (Text(said),), False)
        for name, _ in section.numbers:
            yield name, Target("other", (Text(name),), name in shown)
        for media in section.media:
            title = plan.title_of(media)
            yield media.name, Target("other", title, media.name in shown)
    yield from _questions(plan)


def _questions(plan: Plan) -> Iterator[tuple[str, Target]]:
    """A question of the text and that of easy read, in its place, have one name: an edition shows
    one of them. Its own words are told."""
    shown = {one.anchor: one for one in _shown_questions(plan, plan.source.sections)}
    for section in every_section(plan.source.sections):
        for one in chain(*questions_in(section)):
            if one.anchor:
                words = plain_text(shown.get(one.anchor, one).children)
                told = (Text(f"“{words}”"),)
                yield one.anchor, Target("question", told, one.anchor in shown)


def _shown_questions(plan: Plan, sections: tuple[SourceSection, ...]) -> Iterator[Question]:
    """Those that the edition has."""
    for section in sections:
        if appears(section, plan.edition, plan.leave_out):
            for blocks in layers_of(section, plan.edition):
                yield from questions_within(blocks)
            if "easy_read" in plan.edition.layers:
                yield from questions_in(section)[1]
            yield from _shown_questions(plan, section.sections)


def _tables(plan: Plan) -> set[str]:
    named = {table.name for part in every_section(plan.source.sections) for table in part.tables}
    return {label for name, label in plan.things.items() if name in named}


def _section_words(plan: Plan, section: SourceSection) -> Inlines:
    """ "part 3, Getting started" or "Appendix 1, Reading"."""
    label = plan.labels.get(section.name, "")
    if not label:
        return (Text(section.heading),)
    number = label.rstrip(".:").split()[-1]
    key = "appendix-reference" if section.appendix else "part"
    return plan.around(key, (Text(section.heading),), number=number, heading="\0")
