"""Which language a text is in, and each of its parts: as it says itself, else as its words say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from exporter import languages
from exporter.checks.apart import Stretch
from exporter.checks.text_paragraph import TextParagraph
from exporter.diagnostics import Diagnostic, Severity
from exporter.languages.recognising import name_of, recognised
from exporter.rules import Rule

RULES_NOT_ASKED = Rule(
    code="rules-not-asked",
    title="Words are judged by rules that know their language.",
    reason="Many rules know English words: which are hard, short for others, or make a passive. Of "
    "words in another language they would say nothing but nonsense.",
    to_do="Have a person who reads easy read in that language look at the words.",
    source="exporter, README.md",
)

_MOST_NAMED = 3
_MOST_READ = 20_000
"""Letters and signs of a text by which its language is recognised."""


class Spoken(NamedTuple):
    """The language of a text, and that of each of its paragraphs."""

    text: str
    paragraphs: tuple[str, ...]

    @property
    def every(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.paragraphs or (self.text,)))


def spoken_in(paragraphs: Sequence[TextParagraph]) -> Spoken:
    """What a text says of its language counts, then its words, then how Word set them.

    Word sets much in a language that nobody chose; so there the words come first.
    """
    said = _most(paragraphs, [each.language for each in paragraphs])
    set_in = _most(paragraphs, [each.set_in for each in paragraphs])
    whole = said or recognised(_beginning(paragraphs)) or set_in or languages.HOUSE
    return Spoken(whole, tuple(_spoken(each, whole, set_in) for each in paragraphs))


def _spoken(paragraph: TextParagraph, whole: str, usual: str) -> str:
    if paragraph.language:
        return paragraph.language
    own = recognised(paragraph.text, among=languages.primary(whole))
    if own and not languages.knows((languages.primary(whole),), own):
        return own
    chosen = paragraph.set_in not in ("", usual) and not own
    return paragraph.set_in if chosen else whole


def foreign_in(paragraph: TextParagraph, language: str) -> tuple[Stretch, ...]:
    """Its code, and its words that are in another language than the paragraph.

    What Word set in another language by accident is not: its words say so.
    """
    here = languages.primary(language)
    return tuple(
        one
        for one in paragraph.apart
        if not one.language
        or not paragraph.set_in
        or recognised(paragraph.text[one.start : one.end], among=here) != here
    )


def _beginning(paragraphs: Sequence[TextParagraph]) -> str:
    pieces: list[str] = []
    length = 0
    for paragraph in paragraphs:
        pieces.append(paragraph.text[: _MOST_READ - length])
        length += len(pieces[-1])
        if length >= _MOST_READ:
            break
    return "\n".join(pieces)


def _most(paragraphs: Sequence[TextParagraph], tags: Sequence[str]) -> str:
    """The language that most letters stand in; "" where most stand in none that is told."""
    letters: Counter[str] = Counter()
    for paragraph, tag in zip(paragraphs, tags, strict=True):
        letters[tag] += len(paragraph.text)
    return letters.most_common(1)[0][0] if letters else ""


def _listed(names: Iterable[str]) -> str:
    """ "Welsh", "Welsh and French", "Welsh, French and other languages"."""
    told = list(names)
    if len(told) > _MOST_NAMED:
        told = [*told[:_MOST_NAMED], "other languages"]
    *first, last = told
    return f"{', '.join(first)} and {last}" if first else last


def not_asked(
    paragraphs: Sequence[TextParagraph], spoken: Spoken, rules: Sequence[Rule]
) -> Iterator[Diagnostic]:
    """Once: which rules were not asked, of what, and why."""
    unknown = {tag for tag in set(spoken.paragraphs) if any(not rule.knows(tag) for rule in rules)}
    lacking = [
        (paragraph, tag)
        for paragraph, tag in zip(paragraphs, spoken.paragraphs, strict=True)
        if tag in unknown
    ]
    if not lacking:
        return
    tags = Counter(tag for _, tag in lacking)
    first = lacking[0][0].place
    codes = [rule.code for rule in rules if not rule.knows(lacking[0][1])]
    named = _listed(dict.fromkeys(name_of(tag) for tag, _ in tags.most_common()))
    if len(lacking) == len(paragraphs):
        which, first = "This text is", replace(first, line=0)
    elif len(lacking) == 1:
        which = "This paragraph is"
    else:
        which = f"{len(lacking)} of {len(paragraphs)} paragraphs, from this one on, are"
    yield Diagnostic(
        code=RULES_NOT_ASKED.code,
        message=f"{which} in {named}. {len(codes)} rules know English words only, "
        "and were not asked.",
        place=first,
        severity=Severity.FOR_INFORMATION,
        hint=f"Not asked: {', '.join(codes)}. {RULES_NOT_ASKED.to_do}",
    )
