"""What the rules read: passages and sentences, of a document or of any text, each in its place."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from exporter import languages
from exporter.checks.apart import Stretch, hide, stretches_in
from exporter.checks.splitting import Word, sentences_of, words_of
from exporter.diagnostics import NOWHERE, Place
from exporter.edition import Edition
from exporter.model import Document
from exporter.source import Source

PassageKind: TypeAlias = Literal[
    "title", "heading", "label", "header-cell", "source", "cited", "contact",  # no sentences
    "paragraph", "item", "definition", "cell", "caption", "note", "quote", "question",
]  # fmt: skip
PROSE: frozenset[PassageKind] = frozenset(
    ("paragraph", "item", "definition", "cell", "caption", "note", "quote", "question")
)
"""Kinds that hold sentences. A quote is somebody's own words: few rules ask anything of it."""


@dataclass(frozen=True, slots=True)
class Bold:
    """Bold words of a passage; `term` says that the program made them bold, for the glossary."""

    text: str
    term: bool = False


@dataclass(frozen=True, slots=True)
class LinkWords:
    """A link: its words and where it goes. `inside` the document, to an anchor."""

    text: str
    target: str
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence. An item that goes on from its stem ("We can:") counts with the stem's words.

    `text` is what the rules read, `shown` what stands there: of the same length, also with code.
    """

    text: str
    words: tuple[Word, ...]
    place: Place
    section: str
    kind: PassageKind
    row: int
    is_stem: bool = False
    stem_words: int = 0
    shown: str = ""
    lower: tuple[str, ...] = field(init=False, repr=False, compare=False)
    """Its words in small letters."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "lower", tuple(word.lower for word in self.words))
        object.__setattr__(self, "shown", self.shown or self.text)

    @property
    def length(self) -> int:
        """How many words a reader must keep in mind."""
        return len(self.words) + self.stem_words

    def piece(self, start: int, end: int) -> str:
        """The text from word `start` to before word `end`."""
        return self.shown[self.words[start].start : self.words[end - 1].end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph, an item, a heading …: what stands between two breaks.

    `text` and `shown` are those of `Sentence`. A `language` of its own is another than the text's.
    """

    text: str
    kind: PassageKind
    place: Place = NOWHERE
    section: str = ""
    row: int = -1
    """The number of the easy-read row that it stands in; -1 outside rows."""
    level: int = 0
    """Of a heading, or how deep a list is nested."""
    bold: tuple[Bold, ...] = ()
    links: tuple[LinkWords, ...] = ()
    expansions: tuple[tuple[str, str], ...] = ()
    """Short forms in it that the document spells out for programs, with their long form."""
    foreign: tuple[str, ...] = ()
    apart: tuple[Stretch, ...] = ()
    """Its code, and its words in other languages."""
    language: str = ""
    sentences: tuple[Sentence, ...] = ()
    shown: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "shown", self.shown or self.text)

    @property
    def words(self) -> int:
        return sum(len(sentence.words) for sentence in self.sentences)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reading:
    """All that the rules may look at. Of a text that is no document, only the passages.

    The same only as itself: so what is found in one can be remembered.
    """

    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]
    """The sentences of every passage of prose, in order."""
    own: tuple[Sentence, ...]
    """The same without quotes: the words that the author may change."""
    rules: str
    language: str = "en-GB"
    document: Document | None = None
    edition: Edition | None = None
    source: Source | None = None

    @property
    def counted(self) -> tuple[Sentence, ...]:
        """The sentences as a reader counts them: a stem is part of its items."""
        return tuple(sentence for sentence in self.sentences if not sentence.is_stem)

    @property
    def words(self) -> int:
        return sum(len(sentence.words) for sentence in self.sentences)

    def for_rules_on(self, known: tuple[str, ...]) -> Reading:
        """The same without what is in languages that a rule does not know."""
        if not known:
            return self
        kept = tuple(_words_in(known, self.passages, self.language))
        if len(kept) == len(self.passages) and all(map(operator.is_, kept, self.passages)):
            return self
        return _read(kept, self)

    def headings(self) -> Iterator[Passage]:
        return (passage for passage in self.passages if passage.kind == "heading")

    def prose(self) -> Iterator[Passage]:
        return (passage for passage in self.passages if passage.kind in PROSE)


def reading_of(
    passages: Iterable[Passage],
    rules: str,
    *,
    language: str = "en-GB",
    document: Document | None = None,
    edition: Edition | None = None,
    source: Source | None = None,
) -> Reading:
    """Split every passage of prose into sentences, and items after their stem."""
    empty = Reading(
        passages=(),
        sentences=(),
        own=(),
        rules=rules,
        language=language,
        document=document,
        edition=edition,
        source=source,
    )
    return _read(map(_without_code, passages), empty)


def _read(passages: Iterable[Passage], reading: Reading) -> Reading:
    """The same reading of other passages."""
    read = tuple(_with_sentences(tuple(passages)))
    sentences = tuple(
        sentence for passage in read if passage.kind in PROSE for sentence in passage.sentences
    )
    own = tuple(sentence for sentence in sentences if sentence.kind != "quote")
    return replace(reading, passages=read, sentences=sentences, own=own)


def _without_code(passage: Passage) -> Passage:
    code = [stretch for stretch in passage.apart if not stretch.language]
    hidden = [*code, *stretches_in(passage.text)]
    return _hiding(passage, hidden) if hidden else passage


def _hiding(passage: Passage, stretches: Iterable[Stretch]) -> Passage:
    """The passage without some stretches, to be split anew."""
    return replace(passage, text=hide(passage.text, stretches), sentences=())


def _words_in(
    known: tuple[str, ...], passages: Iterable[Passage], language: str
) -> Iterator[Passage]:
    for passage in passages:
        if not languages.knows(known, passage.language or language):
            continue
        foreign = [
            stretch
            for stretch in passage.apart
            if stretch.language and not languages.knows(known, stretch.language)
        ]
        yield _hiding(passage, foreign) if foreign else passage


def _with_sentences(passages: tuple[Passage, ...]) -> Iterator[Passage]:
    stem_words: dict[int, int] = {}
    """For each level of list, the words of the stem that its items go on from."""
    for index, passage in enumerate(passages):
        following = passages[index + 1] if index + 1 < len(passages) else None
        sentences = [*map(_by_itself, passage.sentences)] or list(_split(passage))
        if passage.kind == "item":
            carried = stem_words.get(passage.level, 0)
            if sentences and passage.text[:1].islower() and carried:
                sentences[0] = replace(sentences[0], stem_words=carried)
        else:
            stem_words.clear()
        below = passage.level + 1 if passage.kind == "item" else 1
        stem_words.pop(below, None)
        if (
            sentences
            and following is not None
            and following.kind == "item"
            and following.level == below
            and following.text[:1].islower()
            and passage.text.rstrip()[-1:] not in (".", "!", "?")
        ):
            stem_words[below] = sentences[-1].length
            sentences[-1] = replace(sentences[-1], is_stem=True)
        yield replace(passage, sentences=tuple(sentences))


def _by_itself(sentence: Sentence) -> Sentence:
    """A sentence as it was split, whatever stood beside it then."""
    if not sentence.is_stem and not sentence.stem_words:
        return sentence
    return replace(sentence, is_stem=False, stem_words=0)


def _split(passage: Passage) -> Iterator[Sentence]:
    for start, text in sentences_of(passage.text):
        line = passage.place.line
        if line:
            line += passage.text.count("\n", 0, start)
        place = replace(passage.place, line=line) if line != passage.place.line else passage.place
        shown = passage.shown[start : start + len(text)] if passage.text != passage.shown else ""
        if "\n" in text or "  " in text:
            text, shown = " ".join(text.split()), " ".join(shown.split())
        yield Sentence(
            text,
            words_of(text),
            place,
            passage.section,
            passage.kind,
            passage.row,
            shown=shown,
        )
