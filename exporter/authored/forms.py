"""Reading a file of keys and values: who asks for a key makes it known, and checks its value.

Every fault is told with line and column; a stand-in goes on in place of a wrong value, so that the
rest is looked at too. Who reads a form must not use its values when there were findings.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar, assert_never

from exporter.authored import values
from exporter.authored.findings import Findings, did_you_mean, nearest
from exporter.authored.located import Data, Located, Path
from exporter.diagnostics import Place, short

_Word = TypeVar("_Word", bound=str)
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_ALMOST = re.compile(r"(-?[0-9]+)(?:[.,]([0-9]+))?\s*(?:pt|mm|points?|px|%)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Form:
    """One mapping of a file. `code` is the rule that its faults break; `owner` says whose keys
    they are: “An edition”."""

    located: Located
    findings: Findings
    code: str
    owner: str
    path: Path = ()
    _asked: list[str] = field(default_factory=list)
    _missing: list[str] = field(default_factory=list)

    # -- single values

    def text(self, key: str, default: str | None = None) -> str:
        """Words, without white space around them. Without a default they must be there."""
        value = self._value(key, default is None)
        if isinstance(value, str):
            return value.strip()
        if value is not None:
            self._wrong(key, f"“{key}” should be words.", f"Write  {key}: and the words behind it.")
        return default or ""

    def word(self, key: str, known: Sequence[_Word], default: _Word | None = None) -> _Word:
        """One of the known words; the first of them stands for a wrong one."""
        value = self.text(key, default)
        for one in known:
            if one == value:
                return one
        self._unless_missing(key, self._unknown_word, value, known)
        return known[0]

    def yes_no(self, key: str, default: bool | None = None) -> bool:
        value = self.text(key, None if default is None else str(default).lower())
        found = values.yes_no(value)
        if found is None:
            self._unless_missing(key, self._unknown_word, value, ("true", "false"))
        return bool(found)

    def number(self, key: str, least: float, most: float, default: float | None = None) -> float:
        """A number within reason, in the unit of its key."""
        value = self._value(key, default is None)
        if value is None:
            return least if default is None else default
        return self._number((key,), value, least, most)

    def whole(self, key: str, least: int, most: int) -> int:
        """A whole number within reason."""
        found = self.number(key, least, most)
        if found != int(found):
            self._wrong(key, f"“{key}: {found:g}” is no whole number.", "Write  2  and not  2.5")
        return int(found)

    def colour(self, key: str, default: str | None = None) -> str:
        """A colour as "#rrggbb", in small letters."""
        value = self.text(key, default)
        if not _COLOUR.fullmatch(value):
            self._unless_missing(key, self._no_colour, value)
            return "#000000"
        return value.lower()

    # -- several values

    def words(self, key: str, known: Sequence[_Word]) -> tuple[_Word, ...]:
        """A list of known words, one or more."""
        found = []
        for index, value in self._items(key):
            match = next((one for one in known if one == value), None)
            if match is None:
                self._unknown_word((key, index), str(value), known)
            else:
                found.append(match)
        return tuple(found)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of words, one or more; a single one need not be a list."""
        found = []
        for index, value in self._items(key, one_will_do=True):
            if isinstance(value, str):
                found.append(value.strip())
            else:
                self._wrong((key, index), f"“{key}” is a list of words.", _QUOTES)
        return tuple(found)

    def numbers(self, key: str, count: int, least: float, most: float) -> tuple[float, ...]:
        """A list of so many numbers within reason."""
        items = list(self._items(key))
        if items and len(items) != count:
            message = f"“{key}” has {len(items)} numbers, and not {count}."
            self._wrong(key, message, f"Write {count} numbers between square brackets.")
        return tuple(self._number((key, index), value, least, most) for index, value in items)

    # -- forms in forms

    def form(self, key: str, owner: str, *, needed: bool = True) -> Form | None:
        """The keys below a key; None, and told, where there are none."""
        value = self._value(key, needed)
        if isinstance(value, dict):
            return self._below((key,), owner)
        if value is not None:
            self._wrong(key, f"“{key}” should hold keys, each with its value.", _BELOW)
        return None

    def holds_keys(self, key: str) -> bool:
        """Whether keys were typed below a key, and not a value."""
        return isinstance(self._data((key,)), dict)

    def forms(self, key: str, owner: str) -> Iterator[Form]:
        """The forms of a list; what is none is told."""
        for index, value in self._items(key):
            if isinstance(value, dict):
                yield self._below((key, index), owner)
            else:
                message = f"{owner} is made of keys, each with its value."
                self._wrong((key, index), message, _BELOW)

    @property
    def typed(self) -> tuple[str, ...]:
        """The keys that somebody typed."""
        data = self._data()
        return tuple(data) if isinstance(data, dict) else ()

    def close(self, *others: str, hint: str = "Delete the line.") -> None:
        """Tell every key that nobody asked for, and every one that is missing.

        `others` might have been asked for. A key that is missing because it is misspelt is told
        once.
        """
        known = dict.fromkeys((*self._asked, *others))
        unknown = [key for key in self.typed if key not in known]
        for key in unknown:
            self._unknown_key(key, known, hint)
        meant = {nearest(key, known) for key in unknown}
        for key in self._missing:
            if key not in meant:
                message, hint = f"{self.owner} lacks “{key}:”.", f"Write  {key}:  and its value."
                self.findings.add(self.code, self.place(), message, hint, words=key)

    # -- telling

    def place(self, *path: str | int) -> Place:
        """Where a value of this form stands."""
        return self.located.place((*self.path, *path))

    def _unknown_key(self, key: str, known: Iterable[str], hint: str) -> None:
        known = tuple(known)
        self.findings.add(
            self.code,
            self.place(key),
            f"{self.owner} has no “{short(key, 40)}”.",
            did_you_mean(key, known) or hint,
            words=key,
            suggestion=nearest(key, known),
        )

    def refuse(self, key: str, message: str, hint: str, *, suggestion: str = "") -> None:
        """Tell what is wrong with the value of a key."""
        self._wrong(key, message, hint, suggestion)

    def _wrong(self, path: str | Path, message: str, hint: str, suggestion: str = "") -> None:
        path = (path,) if isinstance(path, str) else path
        found = self._data(path)
        words = found if isinstance(found, str) else ""
        self.findings.add(
            self.code, self.place(*path), message, hint, words=words, suggestion=suggestion
        )

    def _unless_missing(self, key: str, tell: Callable[..., None], *found: object) -> None:
        """A value that is not there was told already."""
        if self._data((key,)) is not None:
            tell(key, *found)

    def _unknown_word(self, path: str | Path, value: str, known: Sequence[str]) -> None:
        key = path if isinstance(path, str) else path[0]
        message = f"“{short(value, 40)}” is not one of the words for “{key}”."
        hint = did_you_mean(value, known)
        self._wrong(path, message, hint, nearest(value, known))

    def _no_colour(self, key: str, value: str) -> None:
        said = f"“{short(value, 40)}” is no colour."
        self._wrong(key, said, f'Write it like this:  {key}: "#0f5c63"')

    def _number(self, path: Path, value: Data, least: float, most: float) -> float:
        key = str(path[0])
        if not isinstance(value, str) or not _NUMBER.fullmatch(value.strip()):
            said = short(value, 40) if isinstance(value, str) else "…"
            said = f"“{key}: {said}”" if len(path) == 1 else f"“{said}” in “{key}”"
            almost = _ALMOST.fullmatch(value.strip()) if isinstance(value, str) else None
            better = ".".join(part for part in almost.groups() if part) if almost else ""
            hint = f"Write  {better}" if better else "Write a number, without its unit."
            self._wrong(path, f"{said} is no number.", hint, better)
            return least
        found = float(value)
        if not least <= found <= most:
            message = f"“{key}” cannot be {short(value, 20)}."
            self._wrong(path, message, f"Choose a number from {least:g} to {most:g}.")
            return least
        return found

    # -- looking

    def _below(self, path: Path, owner: str) -> Form:
        return Form(self.located, self.findings, self.code, owner, (*self.path, *path))

    def _data(self, path: Path = ()) -> Data | None:
        data: Data | None = self.located.data
        for step in (*self.path, *path):
            match data:
                case dict() if isinstance(step, str):
                    data = data.get(step)
                case list() if isinstance(step, int):
                    data = data[step]
                case _:
                    return None
        return data

    def _value(self, key: str, needed: bool) -> Data | None:
        """What stands behind a key; that nothing does is told by `close`, if it is needed."""
        self._asked.append(key)
        value = self._data((key,))
        if value is None and needed and self.located.lacks((*self.path, key)):
            self._missing.append(key)
        return value

    def _items(self, key: str, *, one_will_do: bool = False) -> Iterator[tuple[int, Data]]:
        value = self._value(key, needed=True)
        match value:
            case None:
                return
            case list() if value:
                yield from enumerate(value)
            case str() if one_will_do:
                yield 0, value
            case str():
                hint = f"Write  {key}: [{short(value, 40)}]"
                self._wrong(key, f"“{key}” should be a list.", hint, f"[{value}]")
            case list() | dict():
                self._wrong(
                    key, f"“{key}” should be a list of one or more.", f"Write  {key}: [one, two]"
                )
            case _:
                assert_never(value)


_BELOW = "Write each on a line of its own below it:  key: value"
_QUOTES = "Put quotation marks around words with a colon or a bracket."
