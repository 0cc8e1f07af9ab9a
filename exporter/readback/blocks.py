"""What all readers write into: the words of a block, blocks in order, notes set where cited.

A reader meets strong words, links, foreign runs and note marks inside a block; the Outline tells
them after it.
Notes stand anywhere in a file; the Outline tells each right after the block that cites it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from exporter.outline import Entry, ReadBack, clean, strong_runs


@dataclass(frozen=True, slots=True)
class Cite:
    """A note is cited here."""

    note: str


@dataclass(frozen=True, slots=True)
class Told:
    """One entry, and what is told after it."""

    entry: Entry
    after: tuple[Entry | Cite, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteHere:
    """A note stands here; it is told here only if nothing cites it."""

    note: str


Block: TypeAlias = Told | NoteHere | Cite


@dataclass(slots=True)
class _Run:
    """A link, a foreign run, an equation or a form field, open until its end is known."""

    entry: Entry
    start: int
    end: int = -1


class Words:
    """The words of one block as they are read, with the runs inside them."""

    def __init__(self) -> None:
        self._pieces: list[tuple[str, bool]] = []
        self._inside: list[_Run | Entry | Cite] = []
        self._strength = 0

    def add(self, text: str, strong: bool = False) -> None:
        self._pieces.append((text, strong or self._strength > 0))

    @contextmanager
    def strong(self, marked: bool = True) -> Iterator[None]:
        """All that is added meanwhile is strong, if it is `marked` so."""
        self._strength += marked
        yield
        self._strength -= marked

    def open_link(self, target: str) -> int:
        """Begin a link; `target` is an address outside the document, or empty."""
        return self._open(Entry("link", target=target))

    def open_foreign(self, language: str) -> int:
        return self._open(Entry("foreign", language=language))

    def open_field(self, asks: Entry) -> int:
        """Begin a form field; the words that follow, until it is closed, are its value."""
        return self._open(asks)

    def equation(self, words: str) -> None:
        """An equation between the words, or in their place."""
        number = self._open(Entry("equation"))
        self.add(words)
        self.close(number)

    def beside(self, entry: Entry) -> None:
        """What stands between the words and is none of them."""
        self._inside.append(entry)

    def _open(self, entry: Entry) -> int:
        self._inside.append(_Run(entry, len(self._pieces)))
        return len(self._inside) - 1

    def close(self, number: int) -> None:
        run = self._inside[number]
        if isinstance(run, _Run) and run.end < 0:
            run.end = len(self._pieces)

    def cite(self, note: str) -> None:
        self._inside.append(Cite(note))

    def figure(self, words: str) -> None:
        """A picture that stands between the words."""
        self.beside(Entry("figure", clean(words)))

    @property
    def text(self) -> str:
        return self._text(0, len(self._pieces))

    @property
    def is_equation(self) -> bool:
        """Whether equations are all that is said."""
        runs = (one for one in self._inside if isinstance(one, _Run))
        said = [self._text(one.start, one.end) for one in runs if one.entry.role == "equation"]
        return bool(said) and "".join("".join(said).split()) == "".join(self.text.split())

    @property
    def empty(self) -> bool:
        return not self._inside and not self.text

    def after(self) -> Iterator[Entry | Cite]:
        """Strong runs; then links, notes and all else in the order in which they begin."""
        for words in strong_runs(self._pieces):
            yield Entry("strong", words)
        for item in self._inside:
            if not isinstance(item, _Run):
                yield item
                continue
            end = item.end if item.end >= 0 else len(self._pieces)
            text = self._text(item.start, end)
            if item.entry.role == "field":
                yield replace(item.entry, value=item.entry.value or text)
            elif text or item.entry.role == "link":
                yield replace(item.entry, text=text)

    def _text(self, start: int, end: int) -> str:
        return clean("".join(text for text, _ in self._pieces[start:end]))

    def told(self, entry: Entry) -> Told:
        return Told(replace(entry, text=self.text), tuple(self.after()))


PARAGRAPH = Entry("paragraph")


@dataclass(slots=True)
class Scribe:
    """Takes blocks down in order.

    `begin` announces an entry whose words are those of the paragraph that comes next (an item, a
    cell, a note); if something else comes first, or nothing, it stands without words.
    """

    blocks: list[Block] = field(default_factory=list)
    notes: dict[str, list[Block]] = field(default_factory=dict)
    added: list[Block] = field(default_factory=list)
    """What the program has added: beside the Outline, in order."""
    in_furniture: bool = False
    _awaited: Entry | None = None

    def begin(self, entry: Entry) -> None:
        self.settle()
        self._awaited = entry

    def settle(self) -> None:
        """Whatever was announced and got no words stands without."""
        if self._awaited is not None:
            self.blocks.append(Told(self._awaited))
            self._awaited = None

    def paragraph(self, words: Words, entry: Entry = PARAGRAPH) -> None:
        """A paragraph, or the words of what was announced. Empty ones are nothing."""
        if words.empty:
            return
        alone = self._awaited is None and entry == PARAGRAPH and words.is_equation
        if not words.text or alone:
            self.settle()
            for item in words.after():
                self.blocks.append(Told(item) if isinstance(item, Entry) else item)
            return
        awaited, self._awaited = self._awaited, None
        if awaited is not None:
            entry = replace(awaited, language=awaited.language or entry.language)
        self.blocks.append(words.told(entry))

    def tell(self, entry: Entry, words: Words | None = None) -> None:
        """A block that is itself, whatever was announced before."""
        self.settle()
        self.blocks.append(words.told(entry) if words else Told(entry))

    def extend(self, blocks: Iterable[Block]) -> None:
        self.settle()
        self.blocks.extend(blocks)

    @contextmanager
    def aside(self, blocks: list[Block]) -> Iterator[None]:
        """Take down into `blocks` for a while: a cell, or a note."""
        kept, self.blocks = self.blocks, blocks
        awaited, self._awaited = self._awaited, None
        yield
        self.settle()
        self.blocks, self._awaited = kept, awaited

    @contextmanager
    def furniture(self) -> Iterator[None]:
        """Take down what the program has added."""
        if not self.in_furniture:
            self.settle()
        before, self.in_furniture = self.in_furniture, True
        with self.aside(self.added):
            yield
        self.in_furniture = before

    @contextmanager
    def note(self, name: str, here: bool = True) -> Iterator[None]:
        """Take down a note; without `here` it stands in furniture and is told only if cited."""
        if here and name not in self.notes:
            self.settle()
            self.blocks.append(NoteHere(name))
        with self.aside(self.notes.setdefault(name, [])):
            self.begin(Entry("note"))
            yield

    def all_read(self) -> ReadBack:
        self.settle()
        return ReadBack(tuple(_in_order(self.blocks, self.notes)), tuple(_in_order(self.added, {})))


def _in_order(blocks: list[Block], notes: dict[str, list[Block]]) -> Iterator[Entry]:
    """Every entry, each note once: where it is first cited, else where it stands.

    Without recursion, for in a stranger's file notes may cite notes without end.
    """
    everything = [*blocks, *(block for note in notes.values() for block in note)]
    marks = [item for block in everything if isinstance(block, Told) for item in block.after]
    cited = {item.note for item in [*marks, *everything] if isinstance(item, Cite)}
    told: set[str] = set()
    stack: list[Iterator[Block | Entry | Cite]] = [iter(blocks)]
    while stack:
        item = next(stack[-1], None)
        match item:
            case None:
                stack.pop()
            case Entry():
                yield item
            case Told(entry, after):
                yield entry
                stack.append(iter(after))
            case Cite(note) | NoteHere(note):
                if isinstance(item, NoteHere) and note in cited:
                    continue
                if note in notes and note not in told:
                    told.add(note)
                    stack.append(iter(notes[note]))
