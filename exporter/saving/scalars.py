"""The scalars of a YAML file as they stand in it: each letter with the signs that it is written in.

Only what PyYAML reads is trusted: a scalar whose letters, put together, are not the value that
PyYAML gives is not `faithful`, and nobody changes it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import Any

import yaml

from exporter.authored.files import MOST_TEXT
from exporter.authored.located import Path
from exporter.authored.located_yaml import DEEPEST, MOST_EVENTS
from exporter.saving.refusal import NotSaved

_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
_BLANKS = re.compile(r"[ \t]*")
_SHORT = {
    "0": "\0", "a": "\x07", "b": "\x08", "t": "\t", "\t": "\t", "n": "\n", "v": "\x0b",
    "f": "\x0c", "r": "\r", "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\",
    "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_HEX = {"x": 2, "u": 4, "U": 8}


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of a value, and where it stands in the file: from `start` up to `end`."""

    sign: str
    start: int
    end: int


@dataclass(frozen=True)
class Scalar:
    """One value of a file. `style` is "", "'", '"', "|" or ">"; `start` and `end` are offsets."""

    path: Path
    style: str
    value: str
    start: int
    end: int
    line: int
    """On which line it begins, from 1; of a block that of its first words."""
    key_line: int
    """On which line its key stands, or the item of a list that it is."""
    flow: bool
    """Whether it stands between brackets or braces."""
    text: str
    """That of the whole file."""

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        """What the value is made of, in order; the break of a folded line is a space."""
        match self.style:
            case "|" | ">":
                return tuple(_of_block(self))
            case "'":
                return tuple(_of_flow(self.text, self.start + 1, self.end - 1, "'"))
            case '"':
                return tuple(_of_flow(self.text, self.start + 1, self.end - 1, '"'))
            case _:
                return tuple(_of_flow(self.text, self.start, self.end, ""))

    @cached_property
    def faithful(self) -> bool:
        """Whether the letters are those that PyYAML reads."""
        made = "".join(letter.sign for letter in self.letters)
        if self.style == ">":
            return made.split() == self.value.split()
        if self.style == "|":
            return made.rstrip("\n") == self.value.rstrip("\n")
        return made == self.value


class Yaml:
    """A YAML file: its text as it is on disk, and every scalar of it, in order.

    Raises NotSaved when it is no YAML, or larger or deeper than any file that the loader reads.
    """

    def __init__(self, text: str) -> None:
        if len(text) > MOST_TEXT:
            raise NotSaved("The file is too large to be changed here.")
        self.text = text
        self.starts = [0, *(found.end() for found in _BREAK.finditer(text))]
        self.scalars: list[Scalar] = []
        self.items: dict[Path, tuple[int, int]] = {}
        """Where each value begins and ends, mappings and lists too: offsets."""
        self.keys: dict[Path, int] = {}
        """Where each key begins, or each item of a list."""
        self.flows: set[Path] = set()
        """Mappings and lists between braces and brackets."""
        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            self._events = list(_bounded(yaml.parse(text, Loader=loader)))
        except (yaml.YAMLError, ValueError, RecursionError) as error:
            raise NotSaved("The file cannot be read as YAML.") from error
        self._at = 2  # past the beginnings of stream and document
        if len(self._events) > 4:
            self._value((), 0, flow=False)

    def line_of(self, offset: int) -> int:
        """The number of the line, from 1, on which an offset lies."""
        return bisect_right(self.starts, offset)

    def offset(self, line: int, column: int) -> int:
        """Where a line and a column lie; both count from 0, as PyYAML's marks do.

        libyaml sets the end of a file that ends in a comment on a line of its own, below the last.
        """
        return self.starts[line] + column if line < len(self.starts) else len(self.text)

    def after(self, line: int) -> int:
        """The offset at which the line after this one begins; the end of the text if none does."""
        return self.starts[line] if line < len(self.starts) else len(self.text)

    @property
    def newline(self) -> str:
        """How its lines end."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def scalar(self, path: Path) -> Scalar:
        """The scalar at a place of the data. Raises NotSaved where there is none."""
        for one in self.scalars:
            if one.path == path:
                return one
        raise NotSaved("There is no text at this place.")

    def _next(self) -> Any:
        event = self._events[self._at]
        self._at += 1
        return event

    def _value(self, path: Path, key: int, *, flow: bool) -> None:
        event = self._next()
        start = self.offset(event.start_mark.line, event.start_mark.column)
        self.keys.setdefault(path, key)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(path, event, start, key, flow=flow)
        elif isinstance(event, yaml.MappingStartEvent):
            self._mapping(path, start, flow=bool(event.flow_style))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._sequence(path, start, flow=bool(event.flow_style))

    def _mapping(self, path: Path, start: int, *, flow: bool) -> None:
        while not isinstance(self._events[self._at], yaml.MappingEndEvent):
            name = self._next()
            if not isinstance(name, yaml.ScalarEvent):
                raise NotSaved("A key of the file is more than a word: please change it by hand.")
            mark: Any = name.start_mark
            key = self.offset(mark.line, mark.column)
            self._value((*path, str(name.value)), key, flow=flow)
        self._close(path, start, flow=flow)

    def _sequence(self, path: Path, start: int, *, flow: bool) -> None:
        number = 0
        while not isinstance(self._events[self._at], yaml.SequenceEndEvent):
            mark: Any = self._events[self._at].start_mark
            self._value((*path, number), self.offset(mark.line, mark.column), flow=flow)
            number += 1
        self._close(path, start, flow=flow)

    def _close(self, path: Path, start: int, *, flow: bool) -> None:
        mark = self._next().end_mark
        self.items[path] = (start, self.offset(mark.line, mark.column))
        if flow:
            self.flows.add(path)

    def _scalar(
        self, path: Path, event: yaml.ScalarEvent, start: int, key: int, *, flow: bool
    ) -> None:
        assert event.end_mark is not None
        end = self.offset(event.end_mark.line, event.end_mark.column)
        style = (event.style or "").strip()
        block = style in ("|", ">")
        scalar = Scalar(
            path=path,
            style=style,
            value=str(event.value),
            start=start,
            end=end,
            line=self.line_of(start) + block,
            key_line=self.line_of(key),
            flow=flow,
            text=self.text,
        )
        self.items[path] = (start, end)
        self.scalars.append(scalar)


def _bounded(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """The events of a file that is as the loader takes them: each open bracket costs more."""
    depth = 0
    for number, event in enumerate(islice(events, MOST_EVENTS + 1)):
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST + 1 or number == MOST_EVENTS:
            raise NotSaved("The file holds too much, or is nested too deep, to be changed here.")
        yield event


def _of_block(scalar: Scalar) -> Iterator[Letter]:
    """The lines below the bar, without the spaces before them."""
    text, position = scalar.text, scalar.start
    head = _BREAK.search(text, position)
    if head is None:
        return
    position = head.end()
    indent = _indent(scalar, position)
    while position < scalar.end:
        found = _BREAK.search(text, position)
        stop, after = (found.start(), found.end()) if found else (len(text), len(text))
        begin = min(position + indent, stop)
        if not text[position:begin].strip(" "):
            for offset in range(begin, stop):
                yield Letter(text[offset], offset, offset + 1)
        if found:
            yield Letter("\n", stop, after)
        position = after


def _indent(scalar: Scalar, position: int) -> int:
    """How many spaces the first line with words has before it that are no part of the value."""
    typed = next((line for line in scalar.text[position:].splitlines() if line.strip()), "")
    kept = next((line for line in scalar.value.splitlines() if line.strip()), "")
    blanks = len(typed) - len(typed.lstrip(" "))
    return max(0, blanks - (len(kept) - len(kept.lstrip(" "))))


def _of_flow(text: str, start: int, end: int, quote: str) -> Iterator[Letter]:
    """Words on one line or several, plain or between quotation marks."""
    position = start
    while position < end:
        blanks = _BLANKS.match(text, position, end)
        stop = blanks.end() if blanks else position
        found = _BREAK.match(text, stop, end)
        if found:
            after, breaks = _past_breaks(text, stop, end)
            signs = " " if breaks == 1 else "\n" * (breaks - 1)
            yield Letter(signs, position, after)
            position = after
            continue
        sign, width = _sign(text, position, quote)
        if sign == "\n" and width > 2 and text[position + 1] in "\r\n":
            position += width  # a line that goes on after a backslash
            continue
        yield Letter(sign, position, position + width)
        position += width


def _past_breaks(text: str, position: int, end: int) -> tuple[int, int]:
    """Past the breaks of lines from here, with the spaces around them; and how many there are."""
    count = 0
    while found := _BREAK.match(text, position, end):
        count += 1
        blanks = _BLANKS.match(text, found.end(), end)
        position = blanks.end() if blanks else found.end()
    return position, count


def _sign(text: str, position: int, quote: str) -> tuple[str, int]:
    """The letter that is written here, and in how many signs."""
    sign = text[position]
    if quote == "'" and sign == "'":
        return "'", 2
    if quote != '"' or sign != "\\":
        return sign, 1
    kind = text[position + 1]
    if kind in _HEX:
        digits = text[position + 2 : position + 2 + _HEX[kind]]
        return chr(int(digits, 16)), 2 + _HEX[kind]
    if found := _BREAK.match(text, position + 1):
        blanks = _BLANKS.match(text, found.end())
        return "\n", (blanks.end() if blanks else found.end()) - position
    return _SHORT.get(kind, kind), 2
