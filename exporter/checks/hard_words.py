"""The hard words of a text: each once, but for those that the text explains."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from exporter.checks.bold_terms import is_term
from exporter.checks.endings import lemma
from exporter.checks.explaining import explained
from exporter.checks.hardness import is_hard, simpler
from exporter.checks.reading import Reading, Sentence
from exporter.checks.splitting import Word, words_of
from exporter.checks.word_lists import Phrases, mapping, phrases_in


@dataclass(frozen=True, slots=True)
class HardWord:
    """A hard word where it is first used. `simpler` is empty where we know none."""

    word: str
    sentence: Sentence
    simpler: str = ""
    times: int = 1
    """How often it stands in the text, in any form."""


def hard_words_in(reading: Reading) -> Iterator[HardWord]:
    """Each hard word once, where it is first used; not those that the text explains."""
    sentences = reading.sentences
    known = set(spoken_of(reading)) | _names(sentences) | _promised(reading)
    times = _Times(sentences)
    finder = _hard_phrases()
    for index, sentence in enumerate(sentences):
        for match in finder.matches(sentence.lower):
            if match.phrase not in known:
                known.add(match.phrase)
                found = sentence.piece(match.start, match.end)
                yield HardWord(found, sentence, mapping("hard_words")[match.phrase])
        for position, word in enumerate(sentence.words):
            plain = _plain(word)
            if (
                plain in known
                or not is_hard(plain)  # asked first: few words are
                or _is_name(sentence, position)
                or _is_told_elsewhere(sentence, position)
            ):
                continue
            forms = {plain, lemma(plain)}
            if forms & known:
                continue
            known |= forms
            if not explained(plain, sentences, index):
                yield HardWord(word.text, sentence, simpler(plain), times.of(plain))


def _is_told_elsewhere(sentence: Sentence, position: int) -> bool:
    """Whether a word is part of a phrase that another rule is for."""
    return any(
        match.start <= position < match.end
        for name in ("wordy_phrases", "foreign_words", "idioms")
        for match in phrases_in(name, sentence.lower)
    )


@cache
def _hard_phrases() -> Phrases:
    return Phrases(phrase for phrase in mapping("hard_words") if " " in phrase)


class _Times:
    """How often each word stands in a text, whatever its ending."""

    def __init__(self, sentences: tuple[Sentence, ...]) -> None:
        self._counts = Counter(_plain(word) for one in sentences for word in one.words)
        self._alike: dict[str, list[str]] = {}
        for word in self._counts:
            self._alike.setdefault(word[:_ALIKE], []).append(word)

    def of(self, plain: str) -> int:
        base = lemma(plain)
        alike = self._alike.get(plain[:_ALIKE], [])
        return sum(self._counts[word] for word in alike if lemma(word) == base)


_ALIKE = 3
"""Letters that all forms of a word have in common."""


def _promised(reading: Reading) -> set[str]:
    """The words of bold terms: whether they are explained is asked of them by another rule."""
    return {
        word.lower
        for passage in reading.prose()
        for bold in passage.bold
        if is_term(bold, passage)
        for word in words_of(bold.text)
    }


def spoken_of(reading: Reading) -> Iterator[str]:
    """The words of the glossary, in every form that it names."""
    if reading.source is not None:
        for entry in reading.source.glossary:
            for form in (entry.word, *entry.also):
                yield form.lower()
                yield from (word.lower for word in words_of(form))


def _plain(word: Word) -> str:
    plain = word.lower.strip("'")
    return plain[:-2] if plain.endswith("'s") else plain


def _is_name(sentence: Sentence, position: int) -> bool:
    word = sentence.words[position]
    if word.kind != "word" or any(character.isdigit() for character in word.text):
        return True
    if sum(character.isupper() for character in word.text) > 1:
        return True
    return word.text[:1].isupper() and not _opens(sentence, word)


def _opens(sentence: Sentence, word: Word) -> bool:
    """Whether a word has its capital from beginning a sentence, or a quotation in it."""
    before = sentence.text[: word.start].rstrip()
    return not before or before[-1] in '“"‘(:' or not any(map(str.isalnum, before))


def _names(sentences: tuple[Sentence, ...]) -> set[str]:
    """Words with a capital in the middle of a sentence; they are names at its start too."""
    return {
        word.lower
        for sentence in sentences
        for word in sentence.words
        if word.text[:1].isupper() and not _opens(sentence, word) and word.kind == "word"
    }
