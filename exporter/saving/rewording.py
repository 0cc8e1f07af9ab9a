"""Other words at a place: only what differs is typed anew, and no line is wrapped anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from exporter.authored.located import Path
from exporter.saving.passages import Passage, passage_at
from exporter.saving.refusal import NotSaved
from exporter.saving.scalars import Scalar, Yaml
from exporter.saving.spelling import as_prose, as_value, quoted, with_head, within
from exporter.saving.words import Token, tokens_of

_MOST_TOKENS = 4000


@dataclass(frozen=True, slots=True, order=True)
class _Edit:
    start: int
    end: int
    typed: str


def reworded(text: str, line: int, old: str, new: str, *, before: bool = False) -> str:
    """The text of a file in which the passage `old`, which begins on `line`, says `new`.

    Words that stay keep all that is typed around them: marks, breaks of lines, quotation marks
    that Word made round. New ones are typed so that they are no marks. `before`: the program says
    something before the passage ("Figure 3: "), which is the same in both. Raises NotSaved.
    """
    yaml = Yaml(text)
    passage = passage_at(yaml, line, old, before=before)
    edits, expected = _Rewording(passage, old, new).edits()
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
    yaml = Yaml(text)
    scalar = yaml.scalar(path)
    if scalar.style in ("|", ">"):
        indent = " " * _indent_of(scalar, yaml)
        newline = _newline(text)
        head = text[scalar.start : text.index("\n", scalar.start) + 1]
        lines = [f"{indent}{line}" if line.strip() else "" for line in value.rstrip().split("\n")]
        tail = text[_end_of_words(scalar) : scalar.end]
        typed = head + newline.join(lines) + (tail or newline)
    elif "\n" in value.strip() and not scalar.flow:
        typed = _below_a_bar(yaml, path, value, _newline(text))
    else:
        typed = as_value(value, flow=scalar.flow)
    made = text[: scalar.start] + typed + text[scalar.end :]
    after = Yaml(made)
    read = {one.path: one.value for one in after.scalars}
    wanted = {one.path: one.value for one in yaml.scalars}
    if read.get(path, "").strip() != value.strip() or {**read, path: ""} != {**wanted, path: ""}:
        raise NotSaved("The new value would not be read as it stands there.")
    return made


def _below_a_bar(yaml: Yaml, path: Path, value: str, newline: str) -> str:
    start = yaml.keys[path]
    column = start - yaml.starts[yaml.line_of(start) - 1]
    indent = " " * (column + 2 if isinstance(path[-1], str) else column)
    lines = (f"{indent}{line}" if line.strip() else "" for line in value.strip("\n").split("\n"))
    return newline.join(["|", *lines])


def _indent_of(scalar: Scalar, yaml: Yaml) -> int:
    first = next((one for one in scalar.letters if one.sign.strip()), None)
    if first is None:
        raise NotSaved("There is no text at this place.")
    return first.start - yaml.starts[yaml.line_of(first.start) - 1]


def _end_of_words(scalar: Scalar) -> int:
    return max((one.end for one in scalar.letters if one.sign.strip()), default=scalar.end)


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


# ---- which signs change ------------------------------------------------------------------------


@dataclass(frozen=True)
class _Rewording:
    passage: Passage
    old: str
    new: str

    def edits(self) -> tuple[list[_Edit], str]:
        """What is typed anew, and the words as they will be read."""
        old, new = tokens_of(self.old), tokens_of(self.new)
        if not new or max(len(old), len(new)) > _MOST_TOKENS:
            raise NotSaved("There are no words left here." if not new else "The text is too long.")
        matcher = SequenceMatcher(
            None, [one.folded for one in old], [one.folded for one in new], autojunk=False
        )
        edits: list[_Edit] = []
        expected: list[str] = []
        for kind, begin, end, first, last in matcher.get_opcodes():
            if kind == "equal":
                for index in range(begin, end):
                    token, twin = old[index], new[first + index - begin]
                    spaced = twin.spaced
                    if index == begin and (begin or first):
                        pass  # the space at a border was the care of the change before it
                    elif token.spaced != twin.spaced and not token.loose:
                        edits += self._gap(old, index, twin.spaced)
                    else:
                        spaced = token.spaced
                    expected.append((" " if spaced else "") + token.text)
                continue
            following = new[last].spaced if last < len(new) else None
            edits += self._change(old, begin, end, new[first:last], following)
            expected += [(" " if one.spaced else "") + one.text for one in new[first:last]]
        return sorted(set(edits)), "".join(expected).strip()

    def _sign(self, place: int) -> int:
        number = self.passage.places[place]
        if number < 0:
            raise NotSaved("These words are the program's own, or a part of them is.")
        return number

    def _span(self, token: Token) -> tuple[int, int]:
        signs = self.passage.signs
        first, last = self._sign(token.start), self._sign(token.end - 1)
        return signs[first].start, signs[last].end

    def _gap(self, old: list[Token], index: int, spaced: bool) -> list[_Edit]:
        """The space before a token, put there or taken away."""
        if spaced:
            start, _ = self._span(old[index])
            return [_Edit(start, start, " ")]
        gap = self.passage.signs[self._sign(old[index].start - 1)]
        return [_Edit(gap.start, gap.end, "")]

    def _is_break(self, token: Token) -> bool:
        """Whether the space before a token is the end of a line."""
        if not token.spaced:
            return False
        gap = self.passage.signs[self._sign(token.start - 1)]
        text = self.passage.scalar.text
        return "\n" in text[self._before_gap(token) : gap.end]

    def _before_gap(self, token: Token) -> int:
        number = self._sign(token.start - 1)
        return self.passage.signs[number - 1].end if number else 0

    def _change(
        self, old: list[Token], begin: int, end: int, added: list[Token], following: bool | None
    ) -> list[_Edit]:
        if begin == end:
            return self._insertion(old, begin, added, following)
        removed = old[begin:end]
        edits: list[_Edit] = []
        spans = [self._span(token) for token in removed]
        for number, (token, span) in enumerate(zip(removed, spans, strict=True)):
            edits.append(_Edit(*span, ""))
            if number and token.spaced and not self._is_break(token):
                gap = self.passage.signs[self._sign(token.start - 1)]
                edits.append(_Edit(gap.start, gap.end, ""))
        edits += self._emptied_runs(spans, bool(added))
        lead = removed[0]
        after = old[end] if end < len(old) else None
        if added:
            typed = self._typed(added, first=begin == 0 or self._is_break(lead))
            start = spans[0][0]
            edits.remove(_Edit(*spans[0], ""))
            space = ""
            if begin and added[0].spaced != lead.spaced:
                if added[0].spaced:
                    space = " "
                else:
                    edits += self._gap(old, begin, False)
            edits.append(_Edit(start, spans[0][1], space + typed))
            if after is not None and following is not None and following != after.spaced:
                edits += self._gap(old, end, following)
            return edits
        if after is None:
            if lead.spaced and begin and not self._is_break(lead):
                edits += self._gap(old, begin, False)
            return edits
        wanted = bool(following) and begin > 0
        if begin and not wanted and any(map(self._is_break, [*removed, after])):
            return self._joined(old[begin - 1], after)
        if not wanted:
            if lead.spaced and begin:
                edits += self._gap(old, begin, False)
            if after.spaced:
                edits += self._gap(old, end, False)
        elif lead.spaced and after.spaced:
            edits += self._gap(old, end if self._is_break(lead) else begin, False)
        elif not lead.spaced and not after.spaced:
            edits += self._gap(old, end, True)
        return edits

    def _joined(self, lead: Token, after: Token) -> list[_Edit]:
        """Two words without anything between them, which stood on two lines."""
        start, end = self._span(lead)[1], self._span(after)[0]
        borders = [one for run in self.passage.runs for one in (run.start, run.end)]
        if any(start <= one <= end for one in (*borders, *self.passage.notes)):
            raise NotSaved("Marks stand between the lines that would be joined.")
        return [_Edit(start, end, "")]

    def _insertion(
        self, old: list[Token], at: int, added: list[Token], following: bool | None
    ) -> list[_Edit]:
        signs = self.passage.signs
        if at == 0:
            typed = self._typed(added, first=True)
            start = self._span(old[0])[0]
            return [_Edit(start, start, f"{typed} " if following else typed)]
        last = self._sign(old[at - 1].end - 1)
        typed = self._typed(added, first=False)
        typed = (" " if added[0].spaced else "") + typed
        if at == len(old):
            end = self._past_notes(signs[last].end) if added[0].spaced else signs[last].end
            return [_Edit(end, end, typed)]
        after = old[at]
        first = self._sign(after.start)
        if after.spaced and added[0].spaced and not following:
            position = signs[first].start
            return [_Edit(position, position, typed[1:])]
        if signs[last].depth <= signs[first].depth:
            position = signs[last].end
            if added[0].spaced:
                position = self._past_notes(position)
        else:
            position = signs[first].start
            if after.spaced:
                position = signs[self._sign(after.start - 1)].start
        edits = [_Edit(position, position, typed)]
        if following is not None and following != after.spaced:
            edits += self._gap(old, at, following)
        return edits

    def _past_notes(self, position: int) -> int:
        """Behind the marks of notes that stand at the end of a sentence."""
        while position in self.passage.notes:
            position = self.passage.notes[position]
        return position

    def _typed(self, added: list[Token], *, first: bool) -> str:
        words = "".join((" " if one.spaced and n else "") + one.text for n, one in enumerate(added))
        scalar = self.passage.scalar
        if self.passage.prose:
            words = as_prose(words, first=first)
        return within(scalar.style, words)

    def _emptied_runs(self, spans: list[tuple[int, int]], replaced: bool) -> Iterator[_Edit]:
        """The marks around words of which none is left."""
        start, end = spans[0][0], spans[-1][1]
        for run in self.passage.runs:
            if not (start <= run.inside and run.inside_end <= end):
                continue
            if replaced and start == run.inside and end == run.inside_end:
                continue  # other words between the same marks
            yield _Edit(run.start, run.inside, "")
            yield _Edit(run.inside_end, run.end, "")


# ---- and the text with them --------------------------------------------------------------------

_HOLDS_NOTHING = re.compile(r"[ \t>]*")


def _tidy(passage: Passage, text: str, edits: list[_Edit]) -> str:
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
    spelt = with_head(now[begin:])
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
