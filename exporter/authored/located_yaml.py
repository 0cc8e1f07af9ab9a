"""YAML as plain data, every value as text, and beside it where each value stands.

PyYAML's own events are read, one at a time: so depth and size are known before anything is built.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, cast

import yaml
from yaml.error import Mark

from exporter.authored.deceiving import deceits
from exporter.authored.files import hidden_sign, without_hidden_signs
from exporter.authored.findings import Findings
from exporter.authored.located import Data, Lines, Located, Path
from exporter.authored.yaml_lines import KEY, is_mark_of_a_line
from exporter.authored.yaml_traps import corrected, repaired, typed_value
from exporter.diagnostics import Place, short

DEEPEST = 20
MOST_EVENTS = 30_000
MOST_IN_LISTS = 300_000
"""Events of a file that is one long list: an index of thousands of pictures."""
MOST_REPAIRS = 20

__all__ = ["Data", "Lines", "Located", "Path", "read_yaml"]


def read_yaml(
    text: str,
    file: str,
    findings: Findings,
    *,
    settings: bool = False,
    is_list: bool = False,
) -> Located | None:
    """The data of a YAML file, or None where it holds no keys at all.

    `settings`: the file holds no prose. Then "" is a value, and a comment may follow one. A file
    that `is_list` has its items under the key "". A line that YAML refuses is told, put right in
    memory, and reading goes on: so that an author gets every fault at once.
    """
    told: set[tuple[int, str]] = set()
    whole = False
    for _ in range(MOST_REPAIRS if len(text) < 300_000 else 3):
        attempt = Findings()
        builder = _Builder(text, file, attempt, settings=settings, is_list=is_list)
        try:
            builder.build()
            whole = True
            break
        except TooMuchError:
            break
        except yaml.MarkedYAMLError as error:
            repair = repaired(text, error)
            again = (repair.line, repair.code) in told
            if not again:
                findings.add(repair.code, Place(file, repair.line), repair.message, repair.hint)
            if again or not repair.text:
                break
            told.add((repair.line, repair.code))
            text = repair.text
    findings.join(attempt)
    return builder.located(whole=whole)


class TooMuchError(Exception):
    """The file is too deep or too large to go on."""


def _events(text: str, most: int) -> Iterator[yaml.Event]:
    """What stands in the text, up to `most` events.

    libyaml is ten times as fast, but tells faults in other words than those that `repaired` knows:
    so a text that it refuses is read again by Python.
    """
    parser: Any = getattr(yaml, "CSafeLoader", None)
    if parser is not None:
        with contextlib.suppress(yaml.YAMLError):
            return iter(list(_not_too_deep(islice(yaml.parse(text, Loader=parser), most))))
    return islice(yaml.parse(text, Loader=yaml.SafeLoader), most)


def _not_too_deep(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """As far as the builder goes down: to read on costs more with each bracket that is open."""
    depth = 0
    for event in events:
        yield event
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST + 1:
            return


class _Builder:
    """Builds the data of one file from the events of its YAML."""

    def __init__(
        self, text: str, file: str, findings: Findings, *, settings: bool, is_list: bool
    ) -> None:
        self._settings, self._is_list = settings, is_list
        self._file = file
        self._findings = findings
        self._places: dict[Path, Place] = {}
        self._texts: dict[Path, Lines] = {}
        self._hollow: set[Path] = set()
        self._data: Data = {}
        self._lines = text.split("\n")
        self._most = MOST_IN_LISTS if is_list else MOST_EVENTS
        self._events = _events(text, self._most)

    def located(self, *, whole: bool) -> Located | None:
        if not isinstance(self._data, dict) or not self._data:
            return None
        return Located(self._file, self._data, self._places, self._texts, self._hollow, whole)

    def build(self) -> None:
        """Read the file to its end."""
        self._next()  # the stream begins
        event = self._next()
        if isinstance(event, yaml.StreamEndEvent):
            message = "This file is empty."
            self._findings.add("file-empty", Place(self._file), message, "Fill it, or delete it.")
            return
        self._root(self._next())
        self._next()  # the document ends
        event = self._next()
        if not isinstance(event, yaml.StreamEndEvent):
            self._tell("yaml-second-document", event, *_SECOND_DOCUMENT)

    def _root(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.SequenceStartEvent) and self._is_list:
            self._refuse_labels(event)
            self._data = {"": self._sequence(("",))}
        elif isinstance(event, yaml.MappingStartEvent) and not self._is_list:
            self._refuse_labels(event)
            self._data = {}
            self._mapping((), event, self._data)
        else:
            self._value((), event)
            self._data = ""
            self._tell("yaml-no-keys", event, *(_NO_LIST if self._is_list else _NO_KEYS))

    def _next(self) -> yaml.Event:
        try:
            event = next(self._events)
        except StopIteration:
            message = f"This file has more than {self._most} keys and values."
            self._findings.add("yaml-too-much", Place(self._file), message, _SPLIT)
            raise TooMuchError from None
        assert isinstance(event, yaml.Event)
        return event

    def _value(self, path: Path, event: yaml.Event) -> Data:
        if isinstance(event, yaml.AliasEvent):
            self._tell_line("yaml-alias", event, "Here a value begins with *.", "*")
            return "?"
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(path, event)
        assert isinstance(event, yaml.CollectionStartEvent)
        self._refuse_labels(event)
        if len(path) >= DEEPEST:
            self._tell("yaml-too-deep", event, *_TOO_DEEP)
            raise TooMuchError
        if isinstance(event, yaml.MappingStartEvent):
            mapping: dict[str, Data] = {}
            self._mapping(path, event, mapping)
            return mapping
        return self._sequence(path)

    def _sequence(self, path: Path) -> Data:
        items: list[Data] = []
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            item = (*path, len(items))
            self._places[item] = self._place(event)
            if _is_empty(event):
                self._tell("value-empty", event, "This list has an empty item.", _FILL_OR_DELETE)
                continue
            items.append(self._value(item, event))
        return items

    def _mapping(self, path: Path, start: yaml.CollectionStartEvent, into: dict[str, Data]) -> None:
        before = ""
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event)
            place = self._place(event)
            value_event = self._next()
            if key is None:
                self._value((*path, ""), value_event)
            elif key in into:
                if before != "twice":
                    self._duplicate(key, place, self._places[(*path, key)])
                before = "twice"
                self._value((*path, ""), value_event)
            elif _is_empty(value_event):
                self._hollow.add((*path, key))
                self._empty(path, key, place, flow=bool(start.flow_style))
            else:
                before = key
                self._places[(*path, key)] = place
                value = self._value((*path, key), value_event)
                if value == "" and not self._settings:
                    self._hollow.add((*path, key))
                else:
                    into[key] = value

    def _key(self, event: yaml.Event) -> str | None:
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_labels(event)
            return str(event.value)
        self._tell("yaml-key", event, *_BRACKET_AS_KEY)
        if isinstance(event, yaml.CollectionStartEvent):
            raise TooMuchError
        return None

    def _duplicate(self, key: str, place: Place, first: Place) -> None:
        if not key.startswith("::"):
            message = f"“{key}” stands here twice (first in line {first.line})."
            self._findings.add("yaml-key-twice", place, message, _KEEP_ONE, words=key)

    def _empty(self, path: Path, key: str, place: Place, *, flow: bool) -> None:
        if key.startswith("::"):
            self._findings.add("yaml-fence-at-margin", place, *_FENCE_AT_MARGIN)
        elif flow:
            message = (
                f"“{short(key)}” stands alone between the braces. Is there a comma in the sentence?"
            )
            self._findings.add("yaml-comma-in-braces", place, message, _NO_BRACES, words=key)
        elif re.match(r"#\S", value := typed_value(self._lines[place.line - 1])):
            message = f"“{short(value, 30)}” would be lost: a # after a space begins a comment."
            hint = corrected(self._lines, place.line - 1)
            self._findings.add("yaml-comment-after-value", place, message, hint, words=value)
        else:
            message = f"There is nothing after “{short(key)}:”."
            hint = "Write its value." if self._settings else _fill((*path, key))
            self._findings.add("value-empty", place, message, hint, words=key)

    def _scalar(self, path: Path, event: yaml.ScalarEvent) -> str:
        value = str(event.value)
        self._refuse_labels(event)
        literal = event.style in ("|", ">")
        line, column = _start(event)
        self._texts[path] = Lines(self._file, line + literal, column, literal)
        if event.style == ">":
            self._tell("yaml-folded", event, *_FOLDED)
        if event.style == '"' and (code := hidden_sign(value)):
            message = f"This value holds an invisible control character ({code})."
            self._tell("text-control-character", event, message, "Type it without the backslash.")
            value = without_hidden_signs(value) or "?"
        if event.style == '"' and not value.isascii():
            self._refuse_deceits(event, value)
        if not literal:
            self._refuse_lost_words(event)
            self._refuse_swallowed_keys(event)
            self._refuse_joined_lines(path, event)
        if not value.strip() and self._settings:
            return ""
        if not value.strip():
            self._tell("value-empty", event, "There are no words here.", _fill(path))
            return ""
        return value

    def _refuse_deceits(self, event: yaml.ScalarEvent, value: str) -> None:
        """Signs that were typed by their numbers: those that stand in the file are told already."""
        first, last = _start(event)[0], event.end_mark.line if event.end_mark else 0
        typed = "\n".join(self._lines[first - 1 : last + 1])
        for one in deceits(value):
            if not one.harmless and one.words not in typed:
                self._findings.add(
                    one.code, self._place(event), one.message, one.hint, words=one.words
                )

    def _refuse_lost_words(self, event: yaml.ScalarEvent) -> None:
        """A plain value ends at " #": the rest would be lost without a word."""
        mark = event.end_mark
        if not mark or not _COMMENT.match(self._lines[mark.line], mark.column):
            return
        rest = self._lines[mark.line][mark.column :]
        comment = rest.startswith(" ") and rest.lstrip().startswith("# ")
        if not (comment and (event.style or self._settings)):
            message = f"Everything from “{short(rest.strip(), 30)}” on would be lost."
            hint = "A comment stands on a line of its own."
            if not comment:
                hint = corrected(self._lines, _start(event)[0] - 1)
            self._tell("yaml-comment-after-value", event, message, hint)

    def _refuse_swallowed_keys(self, event: yaml.ScalarEvent) -> None:
        """Quotation marks that are closed many lines further down hold keys, not words."""
        first, last = _start(event)[0], event.end_mark.line if event.end_mark else 0
        if event.style and any(KEY.match(line) for line in self._lines[first : last + 1]):
            mark = cast("Mark", event.start_mark)
            raise yaml.MarkedYAMLError("while scanning a quoted scalar", mark, "holds keys")

    def _refuse_joined_lines(self, path: Path, event: yaml.ScalarEvent) -> None:
        """Without a bar YAML joins the lines of a text: of a list it makes one sentence."""
        first, last = _start(event)[0], event.end_mark.line if event.end_mark else 0
        if any(is_mark_of_a_line(line) for line in self._lines[first : last + 1]):
            key = next((step for step in reversed(path) if isinstance(step, str)), "body")
            message = f"Without the sign | the lines of “{key}” are joined, and its lists are lost."
            hint = f"Write  {key}: |  alone on the line, and the text below it."
            self._tell("yaml-bar-missing", event, message, hint)

    def _refuse_labels(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            if self._settings or isinstance(event, yaml.CollectionStartEvent):
                self._tell("yaml-anchor", event, "Here a value begins with &.", _NO_COPIES)
                raise TooMuchError  # no sentence gone wrong, but copies: they may have no end
            self._tell_line("yaml-anchor", event, "Here a value begins with &.", "&")
        elif event.tag is not None:
            self._tell_line("yaml-tag", event, "Here a value begins with !.", "!")

    def _tell_line(self, code: str, event: yaml.Event, message: str, sign: str) -> None:
        line = _start(event)[0] - 1
        if typed_value(self._lines[line]).startswith(sign):
            hint = corrected(self._lines, line)
        else:
            hint = _NO_COPIES
        self._tell(code, event, message, hint)

    def _tell(self, code: str, event: yaml.Event, message: str, hint: str = "") -> None:
        self._findings.add(code, self._place(event), message, hint)

    def _place(self, event: yaml.Event) -> Place:
        return Place(self._file, *_start(event))


_COMMENT = re.compile(r"\s*#")


def _start(event: yaml.Event) -> tuple[int, int]:
    """Line and column where something begins, counted from 1."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


def _fill(path: Path) -> str:
    """What to write where nothing stands; deleting the line would not help everywhere."""
    if path[-1:] == ("alt",):
        return _FILL_ALT
    if path[-1:] == ("heading",):
        return "Write a few plain words. Every section has a heading."
    if len(path) == 5 and path[0] == "tables" and path[2] == "rows":
        return "Write its words. If there is nothing to say, write: Does not apply, or: None"
    return _FILL_OR_DELETE


def _is_empty(event: yaml.Event) -> bool:
    return isinstance(event, yaml.ScalarEvent) and not event.style and event.value == ""


_KEEP_ONE = "Keep one of the two. Or is a line missing above this one, with a hyphen or a name?"
_SPLIT = "Split it into two files."
_FILL_OR_DELETE = "Write something, or delete the line."
_FILL_ALT = (
    "Write what the picture means, in a sentence. If it only decorates, write decorative: true "
    "in place of this line."
)
_NO_BRACES = "Write each key on a line of its own, without braces."
_BRACKET_AS_KEY = (
    "A bracket stands here where a key should be.",
    "Put quotation marks around a value that begins with a bracket.",
)
_SECOND_DOCUMENT = (
    "A line of three hyphens cuts this file in two.",
    "Delete the line: what follows it would not be read.",
)
_NO_KEYS = (
    "This file holds no keys.",
    "Each line says  key: value.  A section begins with  heading: Words of the heading",
)
_NO_LIST = ("This file should be a list.", "Each of its items begins with a hyphen and a space.")
_TOO_DEEP = (
    f"Things are nested more than {DEEPEST} levels deep here.",
    "Is there a bracket too many? Put quotation marks around a value with brackets.",
)
_NO_COPIES = "Write the words out. Labels and copies of YAML are not used here."
_FOLDED = (
    "The text begins with >, which joins its lines, so no fault in it can be found.",
    "Write | instead of >.",
)
_FENCE_AT_MARGIN = (
    "This line with ::: stands at the left margin, so it is outside the text.",
    "Begin it with two spaces, like the text above it.",
)
