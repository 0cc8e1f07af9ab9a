"""Other words at a place: only what differs is typed anew, and no line is wrapped anew."""

from __future__ import annotations

import re
from collections.abc import Mapping

from exporter.authored.located import Path
from exporter.authored.spelling import at_start
from exporter.saving.edits import Edit, Rewording
from exporter.saving.passages import Passage, passage_at
from exporter.saving.refusal import NotSaved
from exporter.saving.scalars import Scalar, Yaml
from exporter.saving.spelling import as_value, quoted


def reworded(text: str, line: int, old: str, new: str, *, before: bool = False) -> str:
    """The text of a file in which the passage `old`, which begins on `line`, says `new`.

    Words that stay keep all that is typed around them: marks, breaks of lines, quotation marks
    that Word made round. New ones are typed so that they are no marks. `before`: the program says
    something before the passage ("Figure 3: "), which is the same in both. Raises NotSaved.
    """
    yaml = Yaml(text)
    passage = passage_at(yaml, line, old, before=before)
    edits, expected = Rewording(passage, old, new).edits()
    if not edits:
        return text
    made = _tidy(passage, text, edits)
    if _is_so(made, text, passage, expected):
        return made
    if passage.scalar.style == "" and passage.scalar.path:
        scalar = passage.scalar
        whole = _in_quotes(made, text, scalar)
        if _is_so(whole, text, passage, expected):
            return whole
    raise NotSaved("The new words would not be read as they stand there.")


def with_value(text: str, path: Path, value: str) -> str:
    """The text of a file in which the one value at `path` is another.

    A value that is typed below a bar keeps its bar, and one of several lines gets a bar. Raises
    NotSaved.
    """
    return with_values(text, {path: value})


def with_values(text: str, values: Mapping[Path, str]) -> str:
    """The same for many values at once: the file is read again once, and not for each of them."""
    yaml = Yaml(text)
    made = text
    for scalar in sorted(map(yaml.scalar, values), key=lambda one: one.start, reverse=True):
        typed = _typed(yaml, scalar, values[scalar.path])
        made = made[: scalar.start] + typed + made[scalar.end :]
    read = {one.path: one.value for one in Yaml(made).scalars}
    wanted = {one.path: one.value for one in yaml.scalars}
    if any(read.get(path, "").strip() != value.strip() for path, value in values.items()) or {
        **read,
        **values,
    } != {**wanted, **values}:
        raise NotSaved("The new value would not be read as it stands there.")
    return made


def _typed(yaml: Yaml, scalar: Scalar, value: str) -> str:
    if scalar.style in ("|", ">"):
        text = yaml.text
        indent = " " * _indent_of(scalar, yaml)
        head = text[scalar.start : text.index("\n", scalar.start) + 1]
        lines = [f"{indent}{line}" if line.strip() else "" for line in value.rstrip().split("\n")]
        tail = text[_end_of_words(scalar) : scalar.end]
        return head + yaml.newline.join(lines) + (tail or yaml.newline)
    if "\n" in value.strip() and not scalar.flow:
        return _below_a_bar(yaml, scalar.path, value)
    return as_value(value, flow=scalar.flow)


def _below_a_bar(yaml: Yaml, path: Path, value: str) -> str:
    start = yaml.keys[path]
    column = start - yaml.starts[yaml.line_of(start) - 1]
    indent = " " * (column + 2 if isinstance(path[-1], str) else column)
    lines = (f"{indent}{line}" if line.strip() else "" for line in value.strip("\n").split("\n"))
    return yaml.newline.join(["|", *lines])


def _indent_of(scalar: Scalar, yaml: Yaml) -> int:
    first = next((one for one in scalar.letters if one.sign.strip()), None)
    if first is None:
        raise NotSaved("There is no text at this place.")
    return first.start - yaml.starts[yaml.line_of(first.start) - 1]


def _end_of_words(scalar: Scalar) -> int:
    return max((one.end for one in scalar.letters if one.sign.strip()), default=scalar.end)


# ---- and the text with them --------------------------------------------------------------------

_HOLDS_NOTHING = re.compile(r"[ \t>]*")


def _tidy(passage: Passage, text: str, edits: list[Edit]) -> str:
    """The edits made; lines that hold nothing any more are gone, and spaces at ends of lines."""
    yaml = Yaml(text)
    first, last = yaml.starts[passage.first - 1], len(text)
    if passage.last < len(yaml.starts):
        last = yaml.starts[passage.last]
    made = text[first:last]
    for edit in sorted(edits, reverse=True):
        made = made[: edit.start - first] + edit.typed + made[edit.end - first :]
    before, after = text[first:last].splitlines(True), made.splitlines(True)
    if len(before) == len(after):
        kept: list[str] = []
        for was, now in zip(before, after, strict=True):
            if was.strip() and _HOLDS_NOTHING.fullmatch(now.rstrip("\r\n")):
                continue
            if now != was and passage.prose:
                begin = passage.start - first if not kept and was is before[0] else _begin(now)
                now = _with_head(was, now, begin, passage.scalar.style)
            if now != was and was.rstrip("\r\n") == was.rstrip():
                end = now[len(now.rstrip("\r\n")) :]
                now = now.rstrip() + end
            kept.append(now)
        after = kept
    return text[:first] + "".join(after) + text[last:]


def _begin(line: str) -> int:
    found = _HOLDS_NOTHING.match(line)
    return found.end() if found else 0


def _with_head(was: str, now: str, begin: int, style: str) -> str:
    """A line that other words begin than before, typed so that they are no sign of an item."""
    if was[begin:].split(" ")[:1] == now[begin:].split(" ")[:1]:
        return now
    spelt = at_start(now[begin:])
    if style == '"':
        spelt = spelt.replace("\\", "\\\\", 1) if spelt != now[begin:] else spelt
    return now[:begin] + spelt


def _is_so(made: str, text: str, passage: Passage, expected: str) -> bool:
    """Whether the file now says what it should at this place, and all else as before."""
    try:
        after, before = Yaml(made), Yaml(text)
        if len(after.scalars) != len(before.scalars):
            return False
        same = all(
            one.path == other.path and (one.value == other.value or one.path == passage.path)
            for one, other in zip(after.scalars, before.scalars, strict=True)
        )
        passage_at(after, passage.first, expected, before=bool(passage.before))
    except (NotSaved, AssertionError):
        return False
    return same


def _in_quotes(made: str, text: str, scalar: Scalar) -> str:
    """The changed plain value between quotation marks."""
    end = scalar.end + len(made) - len(text)
    return made[: scalar.start] + quoted(made[scalar.start : end]) + made[end:]
