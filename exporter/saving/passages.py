"""The passage that a reader meets as one paragraph, found where it stands in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from exporter.authored.located import Path
from exporter.saving.refusal import NotSaved
from exporter.saving.scalars import Letter, Scalar, Yaml
from exporter.saving.signs import Run, Sign, seen

_PROSE = frozenset(("body", "detail", "summary", "text", "description", "meaning", "easy", "label"))
"""Keys whose texts hold marks; so do the cells of tables."""
_MARKER = re.compile(
    r"(?:[-*+]|\d{1,9}[.)]|[A-Za-z]{1,6}[.)]|\([A-Za-z\d]{1,6}\)|>|:|--|\[\^[^\]\s]+\]:)"
    r"(?:[ \t]+|$)"
)
_TITLED = re.compile(r"[ \t]*:::[ \t]+[a-z]+[ \t]+(?=\S)")
"""Before the title of a block: `::: note Please read`."""
_GOES_ON = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*")
_FENCE = re.compile(r"[ \t]*:::")
_SAID_BEFORE = 80
"""Letters that the program may say before a passage, at most."""
_LONGEST = 400
"""Lines of one paragraph."""


@dataclass(frozen=True, eq=False)
class Passage:
    """Some words, as a reader meets them: `words`, and where each sign of them was typed.

    `first` and `last` are the lines on which they stand, from 1. `before` is what the program
    says before them, as in “Figure 3: ”.
    """

    scalar: Scalar
    words: str
    before: str
    signs: tuple[Sign, ...]
    runs: tuple[Run, ...]
    notes: Mapping[int, int]
    """Where marks of notes begin and end."""
    start: int
    """The offset of the first sign, past a marker."""
    end: int
    first: int
    last: int
    prose: bool
    """Whether marks are read in it."""

    @property
    def path(self) -> Path:
        return self.scalar.path

    @cached_property
    def places(self) -> tuple[int, ...]:
        """For each letter of `words` the number of its sign; -1 for what the program says."""
        found: list[int] = [-1] * len(self.before)
        pattern, groups = _pattern(self.signs)
        match = re.fullmatch(pattern, self.words[len(self.before) :], re.DOTALL)
        assert match is not None
        for number, sign in enumerate(self.signs):
            width = len(match[groups[number]]) if number in groups else len(sign.text)
            found += [-1 if sign.computed else number] * width
        return tuple(found)


def passage_at(yaml: Yaml, line: int, words: str, *, before: bool = False) -> Passage:
    """The passage that begins on a line, or has its key there, and says `words`.

    `before`: the program may say something first. Raises NotSaved where the words do not stand so
    in the source.
    """
    for scalar in _near(yaml, line):
        if not scalar.faithful:
            continue
        prose = is_prose(scalar.path)
        for letters, first, last in _paragraphs(scalar, line, yaml):
            if len(letters) + _SAID_BEFORE < len(words) and not _computed(letters):
                continue
            signs, runs, notes = seen(
                letters, marks=prose, titles=scalar.path[:1] == ("references",)
            )
            said = _said_before(signs, words, before)
            if said is None:
                continue
            return Passage(
                scalar=scalar,
                words=words,
                before=said,
                signs=tuple(signs),
                runs=tuple(runs),
                notes=notes,
                start=signs[0].start,
                end=letters[-1].end,
                first=first,
                last=last,
                prose=prose,
            )
    raise NotSaved("These words do not stand so in the source: the program makes them, or a part.")


def _computed(letters: Sequence[Letter]) -> bool:
    """Whether the program sets words somewhere in them: `[](#name)`."""
    return "[](" in _typed(letters)


def passages_of(yaml: Yaml, words: str) -> list[Passage]:
    """Every value of a file that, as a whole and without marks, says `words`."""
    found = []
    first_and_last = [*re.findall(r"\w+", words)[:1], *re.findall(r"\w+", words)[-1:]]
    for scalar in yaml.scalars:
        short = len(scalar.value) < 4 * len(words) + 40
        if short and all(one in scalar.value for one in first_and_last) and scalar.faithful:
            try:
                found.append(passage_at(yaml, scalar.line, words))
            except NotSaved:
                continue
    return found


def is_prose(path: Path) -> bool:
    """Whether marks are read in the text at this place."""
    keys = [step for step in path if isinstance(step, str)]
    if "charts" in keys[:-1]:
        return False
    return bool(keys) and (keys[-1] in _PROSE or ("tables" in keys and "rows" in keys))


def _near(yaml: Yaml, line: int) -> Iterator[Scalar]:
    """The scalars that a line may mean: that in which it lies, then that of its key."""
    around = [
        one
        for one in yaml.scalars
        if one.value and one.line <= line <= max(one.line, yaml.line_of(max(one.end - 1, 0)))
    ]
    yield from around
    yield from (one for one in yaml.scalars if one.key_line == line and one not in around)


def _paragraphs(
    scalar: Scalar, line: int, yaml: Yaml
) -> Iterator[tuple[Sequence[Letter], int, int]]:
    """What may be the paragraph: from behind each marker, up to each end of a line."""
    if scalar.style not in ("|", ">"):
        letters = [one for one in scalar.letters]
        while letters and not letters[-1].sign.strip():
            letters.pop()
        if letters:
            last = yaml.line_of(letters[-1].start)
            yield letters, scalar.line, last
        return
    lines = _lines(scalar)
    number = max(0, line - scalar.line)
    while number < len(lines) and not _typed(lines[number]).strip():
        number += 1
    if number >= len(lines):
        return
    for begin in _beginnings(_typed(lines[number])):
        taken = list(lines[number][begin:])
        if taken:
            yield _trimmed(taken), scalar.line + number, scalar.line + number
        for next_one in range(number + 1, min(len(lines), number + _LONGEST)):
            typed = _typed(lines[next_one])
            if not typed.strip() or _FENCE.match(typed):
                break
            goes_on = _GOES_ON.match(typed)
            assert goes_on is not None
            taken += [
                _break_before(lines[next_one], goes_on.end()),
                *lines[next_one][goes_on.end() :],
            ]
            yield _trimmed(taken), scalar.line + number, scalar.line + next_one


def _lines(scalar: Scalar) -> list[list[Letter]]:
    """The letters of a block, line by line, without the breaks."""
    lines: list[list[Letter]] = [[]]
    for letter in scalar.letters:
        if letter.sign == "\n":
            lines.append([])
        else:
            lines[-1].append(letter)
    return lines


def _break_before(line: list[Letter], begin: int) -> Letter:
    """The space that a break of lines is, with what stands before the words of the line."""
    at = line[begin].start if begin < len(line) else line[-1].end
    return Letter(" ", line[0].start, at)


def _typed(line: Sequence[Letter]) -> str:
    return "".join(letter.sign for letter in line)


def _trimmed(letters: Sequence[Letter]) -> Sequence[Letter]:
    end = len(letters)
    while end and not letters[end - 1].sign.strip():
        end -= 1
    return letters[:end] or letters


def _beginnings(line: str) -> Iterator[int]:
    """Where the words of a line may begin: at its first sign, and behind each marker."""
    if titled := _TITLED.match(line):
        yield titled.end()
        return
    position = len(line) - len(line.lstrip())
    yield position
    while found := _MARKER.match(line, position):
        position = found.end()
        yield position


def _said_before(signs: Sequence[Sign], words: str, before: bool) -> str | None:
    """What the program says before the words of a passage; None where it says other words."""
    if not any(sign.text.strip() for sign in signs):
        return None
    pattern, _ = _pattern(signs)
    if re.fullmatch(pattern, words, re.DOTALL):
        return ""
    if before and (found := re.fullmatch(rf"(.*?\s){pattern}", words, re.DOTALL)):
        return found[1]
    return None


def _pattern(signs: Sequence[Sign]) -> tuple[str, dict[int, str]]:
    """What the words look like, the program's own among them; and the groups of those."""
    parts: list[str] = []
    groups: dict[int, str] = {}
    for number, sign in enumerate(signs):
        if sign.computed:
            groups[number] = f"computed{number}"
            parts.append(f"(?P<computed{number}>{re.escape(sign.text) or '.*?'})")
        else:
            parts.append(re.escape(sign.text))
    return "".join(parts), groups
