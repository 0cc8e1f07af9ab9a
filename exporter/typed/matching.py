"""Which shown words a piece claims: together, in order, each word once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from exporter.typed.derived import NUMBER, Pattern
from exporter.typed.pieces import Aside, Atom, Gap, Piece
from exporter.typed.shown import Line
from exporter.typed.words import Words

Names = Mapping[str, tuple[Pattern, ...]]


class Matcher:
    """Finds pieces in lines. `elsewhere` are the words after a place that this edition lacks."""

    def __init__(self, names: Names, elsewhere: Words) -> None:
        self._names, self._elsewhere = names, elsewhere

    def claim_in_order(self, pieces: Sequence[Piece], lines: Sequence[Line]) -> list[Piece]:
        """Claim the words of each piece, one after the other; those that are not there are lost."""
        lost: list[Piece] = []
        at = (0, 0)
        for index, piece in enumerate(pieces):
            found = self._find(piece, lines, at)
            following = pieces[index + 1 : index + 4]
            if found and self._passes_over(found, at, lines, following):
                found = None
            if found is None and not piece.may_be_a_sign:
                lost.append(piece)
            elif found is None:
                continue
            else:
                at = _claimed(lines, found)
        return lost

    def claim(self, piece: Piece, lines: Sequence[Line]) -> bool:
        """Claim the words of one piece wherever they stand; False when they are not there."""
        found = self._find(piece, lines, (0, 0))
        if found is not None:
            _claimed(lines, found)
        return found is not None

    def says(self, piece: Piece, words: Words) -> bool:
        """Whether these words are the piece and nothing else, but for what was taken for the sign
        of a list and is shown: “b) 5 mg” alone in a cell."""
        return any(
            end == len(words)
            for first in range(len(piece.signs) + 1)
            for end in self._ends((*piece.signs[first:], *piece.atoms), words, 0, None)
        )

    def holds(self, piece: Piece, words: Words) -> bool:
        """Whether the piece stands somewhere in these words."""
        starts = range(len(words) + 1)
        return any(True for start in starts for _ in self._ends(piece.atoms, words, start, None))

    # ---- one piece -----------------------------------------------------------------------------

    def _find(
        self, piece: Piece, lines: Sequence[Line], at: tuple[int, int]
    ) -> tuple[int, int, int] | None:
        """Line, begin and end of the first free place from `at` on.

        The sign of a list is no word of it; but what was taken for one may be shown (`A. Smith`).
        """
        if piece.may_be_a_sign:
            return _right_here(piece.atoms, lines, at)
        found = self._place_of(piece.atoms, lines, at)
        for first in range(len(piece.signs)) if found else ():
            whole = self._place_of((*piece.signs[first:], *piece.atoms), lines, at)
            if whole and found and whole[0] <= found[0]:
                return whole
        return found

    def _place_of(
        self, atoms: tuple[Atom, ...], lines: Sequence[Line], at: tuple[int, int]
    ) -> tuple[int, int, int] | None:
        first = atoms[0] if atoms else ""
        for number in range(at[0], len(lines)):
            line = lines[number]
            if isinstance(first, str) and first not in line.words:
                continue
            for start in range(at[1] if number == at[0] else 0, len(line.words)):
                for end in self._ends(atoms, line.words, start, line.claimed):
                    return number, start, end
        return None

    def _passes_over(
        self,
        found: tuple[int, int, int],
        at: tuple[int, int],
        lines: Sequence[Line],
        following: Sequence[Piece],
    ) -> bool:
        """Whether the place is too far on: what comes next was typed later and stands before it."""
        if found[0] <= at[0] + 1:
            return False
        before = lines[: found[0]]
        return any(self._find(piece, before, at) for piece in following if len(piece.atoms) > 2)

    def _ends(
        self, atoms: Sequence[Atom], words: Words, start: int, claimed: bytearray | None
    ) -> Iterator[int]:
        """Where the atoms may end if they begin at `start`."""
        at = start
        for index, atom in enumerate(atoms):
            if isinstance(atom, str):
                if at >= len(words) or words[at] != atom or (claimed and claimed[at]):
                    return
                at += 1
                continue
            for step in self._filled(atom, words, at):
                if not (claimed and any(claimed[at : at + step])):
                    yield from self._ends(atoms[index + 1 :], words, at + step, claimed)
            return
        yield at

    def _filled(self, atom: Gap | Aside, words: Words, at: int) -> Iterator[int]:
        """How many words a gap may take here."""
        aside = self._elsewhere
        match atom:
            case Aside():
                if aside and words[at : at + len(aside)] == aside:
                    yield len(aside)
                yield 0
            case Gap(name):
                for pattern in sorted(self._names.get(name, ()), key=len, reverse=True):
                    if _fits(pattern, words, at):
                        length = len(pattern)
                        end = at + length
                        if aside and words[end : end + len(aside)] == aside:
                            yield length + len(aside)
                        yield length


def _fits(pattern: Pattern, words: Words, at: int) -> bool:
    if at + len(pattern) > len(words):
        return False
    return all(
        word.isdecimal() if sign == NUMBER else word == sign
        for sign, word in zip(pattern, words[at:], strict=False)
    )


def _claimed(lines: Sequence[Line], found: tuple[int, int, int]) -> tuple[int, int]:
    """Mark a place as claimed. Gives where it ends."""
    number, start, end = found
    lines[number].claimed[start:end] = b"\x01" * (end - start)
    return number, end


_AHEAD = 3
"""Lines to look at for signs alone. The program puts a line of its own before some: the label of a
box, what to do in a question."""


def _right_here(
    atoms: tuple[Atom, ...], lines: Sequence[Line], at: tuple[int, int]
) -> tuple[int, int, int] | None:
    """The place of numbers or letters alone: where the last piece ended, or a whole next line.

    The first of them may be signs of lists: those that follow are the words then (“1. X. Y.”). A
    lone + begins no item in the midst of a paragraph: there it may begin the next line. So may
    any sign that begins a line of nothing but signs: “a) + ”."""
    number, start = at
    for first in range(len(atoms)):
        signs = atoms[first:]
        length = len(signs)
        if number < len(lines) and lines[number].words[start : start + length] == signs:
            return number, start, start + length
        for following in range(number + 1, min(number + 1 + _AHEAD, len(lines))):
            words, next_line = lines[following].words, following == number + 1
            alone = not str(signs[0]).isalnum() or all(len(word) == 1 for word in words)
            if words == signs or (next_line and alone and words[:length] == signs):
                return following, 0, length
    return None
