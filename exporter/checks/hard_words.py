"""Which words are hard, and which of them the text explains."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from exporter.checks.reading import Bold, Passage, Reading, Sentence
from exporter.checks.splitting import Word, words_of
from exporter.checks.word_lists import (
    ExtraMissing,
    Phrases,
    frequency,
    lemma,
    mapping,
    phrases,
    words,
)

EVERYDAY = 3.6
"""Zipf frequency under which a word is taken to be hard, if our lists do not know better."""
NEAR = 2
"""How many sentences after a hard word may explain it."""


@dataclass(frozen=True, slots=True)
class HardWord:
    """A hard word where it is first used. `simpler` is empty where we know none."""

    word: str
    sentence: Sentence
    simpler: str = ""
    times: int = 1
    """How often it stands in the text, in any form."""


ABSTRACT = 4.0
"""The same for long words with an ending that makes abstract words."""
_ABSTRACT = re.compile(
    r"(?:tion|sion|ment|ity|ance|ence|ive|ous|ate|ise|ify|ary|ory|ism|ship|ency|ancy|ical|ible|"
    r"able|ics|ial|ology|ally|ively|ability|isation)s?$"
)


@cache
def is_hard(word: str) -> bool:
    """Whether a word in small letters is hard, taken by itself."""
    forms = {word, word.replace("iz", "is")}
    if forms & words("everyday_words") or word in mapping("abbreviations"):
        return False
    if _listed(word) is not None or forms & words("abstract_words"):
        return True
    if "-" in word:
        return any(is_hard(part) for part in word.split("-") if len(part) > 3)
    if not word.isalpha() or len(word) < 4:
        return False
    base = lemma(word)
    if base in words("everyday_words"):
        return False
    if base in words("abstract_words"):
        return True
    abstract = len(base) >= 8 and _ABSTRACT.search(base)
    return max(frequency(word), frequency(base)) < (ABSTRACT if abstract else EVERYDAY)


@cache
def _listed(word: str) -> str | None:
    """What our list gives for a word in any form and spelling; None if it is not there."""
    table = mapping("hard_words")
    for form in (word, lemma(word), word.replace("iz", "is"), lemma(word.replace("iz", "is"))):
        if form in table:
            return table[form]
    return None


def simpler(word: str) -> str:
    """Everyday words for a hard one, or nothing."""
    return _listed(word) or ""


def hard_words_in(reading: Reading) -> Iterator[HardWord]:
    """Each hard word once, where it is first used; not those that the text explains."""
    sentences = reading.sentences
    known = set(spoken_of(reading)) | _names(sentences) | _promised(reading)
    times = _by_beginning(sentences)
    finder = Phrases(phrase for phrase in mapping("hard_words") if " " in phrase)
    for index, sentence in enumerate(sentences):
        for match in finder.matches(sentence.lower):
            if match.phrase not in known:
                known.add(match.phrase)
                found = sentence.piece(match.start, match.end)
                yield HardWord(found, sentence, mapping("hard_words")[match.phrase])
        for position, word in enumerate(sentence.words):
            plain = _plain(word)
            if plain in known or not is_hard(plain) or _is_name(sentence, position):
                continue
            forms = {plain, lemma(plain)}
            if forms & known or position in _told_elsewhere(sentence):
                continue
            known |= forms
            if not explained(plain, sentences, index):
                yield HardWord(word.text, sentence, simpler(plain), _times(times, plain))


def _told_elsewhere(sentence: Sentence) -> set[int]:
    """The places of words that stand in a phrase of which another rule tells."""
    return {
        position
        for name in ("wordy_phrases", "foreign_words", "idioms")
        for match in phrases(name).matches(sentence.lower)
        for position in range(match.start, match.end)
    }


_ALIKE = 3
"""Letters that all forms of a word have in common."""


def _by_beginning(sentences: Iterable[Sentence]) -> dict[str, Counter[str]]:
    """How often each word stands in a text, by its first letters."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word in sentence.words:
            plain = _plain(word)
            found[plain[:_ALIKE]][plain] += 1
    return found


def _times(words: dict[str, Counter[str]], plain: str) -> int:
    """How often a word stands in a text, whatever its ending."""
    base, alike = lemma(plain), words[plain[:_ALIKE]]
    return sum(count for word, count in alike.items() if lemma(word) == base)


def _promised(reading: Reading) -> set[str]:
    """The words of bold terms: whether they are explained is asked of them by another rule."""
    return {
        word.lower
        for passage in reading.prose()
        for bold in passage.bold
        if is_term(bold, passage)
        for word in words_of(bold.text)
    }


def is_term(bold: Bold, passage: Passage) -> bool:
    """Whether bold words promise an explanation: a hard word does, or a thing ("a **bond**").

    A label ("**Phone:** 01632"), a whole line, a sum or a stressed "**not**" does not.
    """
    text = bold.text.strip()
    spoken = words_of(text.strip(" .:,"))
    if bold.term:
        return True
    after = passage.shown.partition(text)[2].lstrip()
    label = text.endswith(":") or after.startswith(":")
    whole = text.strip(" .:") == passage.shown.strip(" .:")
    if label or whole or not 0 < len(spoken) <= _MOST_OF_A_TERM:
        return False
    if any(word.kind != "word" or word.text[0].isdigit() for word in spoken):
        return False
    try:
        if any(is_hard(word.lower) for word in spoken):
            return True
        thing = _ARTICLE.search(passage.shown.partition(text)[0])
        return thing is not None and all(frequency(word.lower) < _STRESSED for word in spoken)
    except ExtraMissing:
        return all(len(word.lower) > _SHORT for word in spoken)


_MOST_OF_A_TERM = 4
_ARTICLE = re.compile(r"(?:^|\s)(?:an?|the)\s+$", re.IGNORECASE)
_STRESSED = 4.8
"""Zipf frequency of words that are bold for stress: the **last** day, the **red** button."""
_SHORT = 5
"""Where the lists of words are not there: letters of a word that is not taken to be hard."""


def spoken_of(reading: Reading) -> Iterator[str]:
    """The words of the glossary, in every form that it names."""
    if reading.source is not None:
        for entry in reading.source.glossary:
            for form in (entry.word, *entry.also):
                yield form.lower()
                yield from (word.lower for word in words_of(form))


def explained(word: str, sentences: tuple[Sentence, ...], index: int) -> bool:
    """Whether the sentence of first use, or one of the next two, says what the word means."""
    for sentence in sentences[index : index + 1 + NEAR]:
        if _may_tell(word, sentence.text.lower()) and _meaning(word).search(sentence.text):
            return True
    return any(_THIS_MEANS.match(sentence.text) for sentence in sentences[index + 1 : index + 2])


_THIS_MEANS = re.compile(
    r"(?:this|that|it|these|they)(?: word)? "
    r"(?:means?|is when|is where|are when|is how|stands for)\b",
    re.IGNORECASE,
)


_WHAT = (
    r"money|(?!important|clear|true|likely|sure|certain|good|best|better|right|hoped|agreed|said)"
    r"\w{4,} (?:that|which|who)"
)
"""As in “Antibiotics are medicines that …”, “Your budget is money …”."""


def _may_tell(word: str, lower: str) -> bool:
    """Whether it is worth asking: a pattern of its own takes longer to make than all the rest."""
    told = (before or after for before, after in _TOLD.findall(lower))
    return any(_stem(word) in one for one in told)


_TOLD = re.compile(
    r"(?<![\w'-])([\w'-]{1,60})[”\"’']? (?=means?\b|is\b|are\b)"
    r"|\b(?:called|word for this is|known as|name for this is)(?: the| an?)? (?=([\w'-]{1,60}))"
)
"""What may be told: the word before “means” or “is”, and that after “called”."""


def _stem(word: str) -> str:
    return word[:-1] if word.endswith(("s", "e", "y")) and len(word) > 5 else word


@cache
def _meaning(word: str) -> re.Pattern[str]:
    stem = re.escape(_stem(word))
    form = rf"{stem}\w{{0,4}}[”\"’']?"
    return re.compile(
        rf"\b{form} (?:means?|is when|are when|is where|is how|is another word for)\b"
        rf"|(?:^|^[“\"‘]|\b(?:an?|your) [“\"‘]?){form} (?:is|are) (?:a|an|the name|what|people|"
        rf"someone|somebody|something|things|ways?|words|{_WHAT})\b"
        rf"|\b(?:called|word for this is|known as|name for this is)(?: the| an?)? {form}",
        re.IGNORECASE,
    )


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
