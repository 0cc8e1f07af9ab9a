"""Which signs of a passage are typed anew when its words change; all others stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from exporter.saving.passages import Passage
from exporter.saving.refusal import NotSaved
from exporter.saving.spelling import as_prose, within
from exporter.saving.words import Token, tokens_of

_MOST_TOKENS = 4000


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """What is typed in the place of the signs from `start` up to `end`, offsets of the file."""

    start: int
    end: int
    typed: str


@dataclass(frozen=True)
class Rewording:
    """A passage, with the words that it has and those that it is to have."""

    passage: Passage
    old: str
    new: str

    def edits(self) -> tuple[list[Edit], str]:
        """What is typed anew, and the words as they will be read."""
        old, new = tokens_of(self.old), tokens_of(self.new)
        if not new or max(len(old), len(new)) > _MOST_TOKENS:
            raise NotSaved("There are no words left here." if not new else "The text is too long.")
        matcher = SequenceMatcher(
            None, [one.folded for one in old], [one.folded for one in new], autojunk=False
        )
        edits: list[Edit] = []
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

    def _gap(self, old: list[Token], index: int, spaced: bool) -> list[Edit]:
        """The space before a token, put there or taken away."""
        if spaced:
            start, _ = self._span(old[index])
            return [Edit(start, start, " ")]
        gap = self.passage.signs[self._sign(old[index].start - 1)]
        return [Edit(gap.start, gap.end, "")]

    def _is_break(self, token: Token) -> bool:
        """Whether what the author typed begins a line with this token, or begins with it at all.

        Before the first words of a heading may stand its number, which the program counts.
        """
        if not token.spaced:
            return False
        if self.passage.places[token.start - 1] < 0:
            return True
        gap = self.passage.signs[self._sign(token.start - 1)]
        text = self.passage.scalar.text
        return "\n" in text[self._before_gap(token) : gap.end]

    def _before_gap(self, token: Token) -> int:
        number = self._sign(token.start - 1)
        return self.passage.signs[number - 1].end if number else 0

    def _change(
        self, old: list[Token], begin: int, end: int, added: list[Token], following: bool | None
    ) -> list[Edit]:
        if begin == end:
            return self._insertion(old, begin, added, following)
        removed = old[begin:end]
        edits: list[Edit] = []
        spans = [self._span(token) for token in removed]
        for number, (token, span) in enumerate(zip(removed, spans, strict=True)):
            edits.append(Edit(*span, ""))
            if number and token.spaced and not self._is_break(token):
                gap = self.passage.signs[self._sign(token.start - 1)]
                edits.append(Edit(gap.start, gap.end, ""))
        edits += self._emptied_runs(spans, bool(added))
        lead = removed[0]
        after = old[end] if end < len(old) else None
        if added:
            typed = self._typed(added, first=begin == 0 or self._is_break(lead))
            start = spans[0][0]
            edits.remove(Edit(*spans[0], ""))
            space = ""
            if begin and added[0].spaced != lead.spaced:
                if added[0].spaced:
                    space = " "
                else:
                    edits += self._gap(old, begin, False)
            edits.append(Edit(start, spans[0][1], space + typed))
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

    def _joined(self, lead: Token, after: Token) -> list[Edit]:
        """Two words without anything between them, which stood on two lines."""
        start, end = self._span(lead)[1], self._span(after)[0]
        borders = [one for run in self.passage.runs for one in (run.start, run.end)]
        if any(start <= one <= end for one in (*borders, *self.passage.notes)):
            raise NotSaved("Marks stand between the lines that would be joined.")
        return [Edit(start, end, "")]

    def _insertion(
        self, old: list[Token], at: int, added: list[Token], following: bool | None
    ) -> list[Edit]:
        signs = self.passage.signs
        if at == 0:
            typed = self._typed(added, first=True)
            start = self._span(old[0])[0]
            return [Edit(start, start, f"{typed} " if following else typed)]
        last = self._sign(old[at - 1].end - 1)
        typed = self._typed(added, first=False)
        typed = (" " if added[0].spaced else "") + typed
        if at == len(old):
            end = self._past_notes(signs[last].end) if added[0].spaced else signs[last].end
            return [Edit(end, end, typed)]
        after = old[at]
        first = self._sign(after.start)
        if after.spaced and added[0].spaced and not following:
            position = signs[first].start
            return [Edit(position, position, typed[1:])]
        if signs[last].depth <= signs[first].depth:
            position = signs[last].end
            if added[0].spaced:
                position = self._past_notes(position)
        else:
            position = signs[first].start
            if after.spaced:
                position = signs[self._sign(after.start - 1)].start
        edits = [Edit(position, position, typed)]
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

    def _emptied_runs(self, spans: list[tuple[int, int]], replaced: bool) -> Iterator[Edit]:
        """The marks around words of which none is left."""
        start, end = spans[0][0], spans[-1][1]
        for run in self.passage.runs:
            if not (start <= run.inside and run.inside_end <= end):
                continue
            if replaced and start == run.inside and end == run.inside_end:
                continue  # other words between the same marks
            yield Edit(run.start, run.inside, "")
            yield Edit(run.inside_end, run.end, "")
