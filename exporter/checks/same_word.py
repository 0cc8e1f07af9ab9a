"""The same word for the same thing: what the authors chose, then our own list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exporter import languages
from exporter.checks.reading import Passage, Reading, Sentence
from exporter.checks.rule import (
    FOR_INFORMATION,
    MUST_FIX,
    PLEASE_ANSWER,
    Finding,
    at,
    rule,
)
from exporter.checks.splitting import Word, words_of
from exporter.checks.word_lists import Phrases, groups
from exporter.checks.writing import like
from exporter.rules import EVERY_LANGUAGE
from exporter.source import ChosenWord


@rule(
    "different-words-same-thing",
    title="The same thing has the same word everywhere.",
    reason="If the text says “doctor” here and “GP” there, readers look for two people.",
    to_do="Choose the word that your readers use, and keep to it. You can write it down in "
    "document.yaml, under “words:”.",
    cites=("S1 A", "S5 A", "S22 A"),
    languages=EVERY_LANGUAGE,
    easy_read=MUST_FIX,
    prints=FOR_INFORMATION,
)
def different_words_same_thing(reading: Reading) -> Iterator[Finding]:
    english = languages.primary(reading.language) == "en"
    chosen = _Chosen.of(reading.source.words if reading.source else (), english)
    yield from _not_kept(reading, chosen)
    if english and reading.rules == "easy-read":
        yield from _mixed(reading, chosen)


# ---- the authors' own list ----


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What to say instead of each form; a word that is kept to stands for itself.

    Those are looked for too: “people” in “support people” is no use of “people”.
    """

    instead: dict[str, str]

    @classmethod
    def of(cls, words: tuple[ChosenWord, ...], english: bool) -> _Chosen:
        forms: dict[str, str] = {}
        for choice in words:
            kept = _forms(choice.say, english)
            forms |= {form: form for form in kept}
            for refused in choice.instead_of:
                forms |= dict(zip(_forms(refused, english), kept, strict=True))
        return cls(forms)


def _not_kept(reading: Reading, chosen: _Chosen) -> Iterator[Finding]:
    finder = Phrases(chosen.instead)
    for where, text, words in _texts(reading) if chosen.instead else ():
        for match in finder.matches([word.lower for word in words]):
            kept = chosen.instead[match.phrase]
            if kept != match.phrase:
                found = text[words[match.start].start : words[match.end - 1].end]
                yield at(
                    where,
                    f"Here it says “{found}”; elsewhere this document says “{kept}”.",
                    words=found,
                    suggestion=like(found, kept),
                    hint="Use the same word for the same thing. The list is in document.yaml, "
                    "under “words:”.",
                )


def _texts(reading: Reading) -> Iterator[tuple[Sentence | Passage, str, tuple[Word, ...]]]:
    """Headings and sentences; not quotes, which are somebody's own words."""
    for passage in reading.passages:
        if passage.kind == "heading":
            yield passage, passage.shown, words_of(passage.text)
    for sentence in reading.own:
        yield sentence, sentence.shown, sentence.words


def _forms(phrase: str, english: bool) -> tuple[str, ...]:
    """The phrase, and in English its plural and what belongs to it: "help team", "help teams"."""
    *before, last = [word.lower for word in words_of(phrase)] or [""]
    forms = (last, _plural(last), f"{last}'s") if english else (last,)
    return tuple(" ".join((*before, form)) for form in forms)


def _plural(word: str) -> str:
    if word.endswith(("s", "x", "ch", "sh")):
        return f"{word}es"
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return f"{word[:-1]}ies"
    return f"{word}s"


# ---- our own list ----


def _mixed(reading: Reading, chosen: _Chosen) -> Iterator[Finding]:
    """Words of one group side by side. Where the authors chose a word, the group is theirs."""
    members = {
        form: number
        for number, group in enumerate(groups("same_thing"))
        if not any(word in chosen.instead for form in group for word in _spelt_out(form))
        for form in group
    }
    finder = Phrases(members)
    found: dict[int, dict[str, Sentence]] = {}
    for sentence in reading.own:
        for match in finder.matches(sentence.lower):
            word = match.phrase.split("|")[0]
            found.setdefault(members[match.phrase], {}).setdefault(word, sentence)
    for uses in found.values():
        if len(uses) > 1:
            first, *others = uses
            listed = ", ".join(
                f"“{other}” (line {uses[other].place.line})"
                if uses[other].place.line
                else f"“{other}”"
                for other in others
            )
            yield at(
                uses[others[0]],
                f"“{first}” is also called {listed}. Are they the same?",
                words=others[0],
                suggestion=first,
                severity=PLEASE_ANSWER,
            )


def _spelt_out(form: str) -> Iterator[str]:
    """ "care home|homes" is "care home" and "care homes"."""
    *before, last = form.split()
    yield from (" ".join((*before, word)) for word in last.split("|"))
