"""Easy read from a file or a part of its own: each row to the part whose words it shares."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import log

from exporter.importing.decide import headings, tables
from exporter.importing.decide.body import row_of
from exporter.importing.decide.decisions import Decisions
from exporter.importing.decide.draft import Draft
from exporter.importing.decide.tables import EasyRow
from exporter.importing.walk.pieces import Block, Grid, Para, Shown, Walked, words_of
from exporter.source import Call, SourceList, SourceRow, SourceSection
from exporter.walk import words_of as words_of_block

_ITS_OWN = re.compile(r"\s*easy[ -]?read\b.*", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_SAME_HEADING = 1000.0
"""What it counts that a row stands under the heading of a part: more than any words."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row with the heading that it stands under."""

    row: SourceRow
    heading: str = ""

    @property
    def words(self) -> Counter[str]:
        return _counted([*_said(self.row), self.heading])


def _said(row: SourceRow) -> list[str]:
    """The words of a row, or of the question that it is."""
    blocks = row.blocks if row.question is None else (row.question,)
    return [text for block in blocks for text in words_of_block(block)]


def rows_in(walked: Walked, draft: Draft) -> tuple[Row, ...]:
    """The rows of a file that is all easy read, each with its heading."""
    blocks = headings.proposed(walked.blocks, Decisions())
    found: list[Row] = []
    heading = ""
    waiting: tuple[Shown, ...] = ()
    for piece in _pieces(blocks, draft):
        if isinstance(piece, EasyRow):
            found.append(Row(row_of(piece, draft), heading))
            continue
        words = words_of(piece.inlines)
        if piece.role in ("heading", "title", "subtitle") and words:
            heading = headings.without_number(words)
            draft.decisions.add("heading-of-easy-read", words, piece.number)
            continue
        waiting = (*waiting, *(one for one in piece.inlines if isinstance(one, Shown)))
        if words:
            found.append(Row(row_of(EasyRow(waiting, (piece,), piece.number), draft), heading))
            waiting = ()
    return tuple(found)


def _pieces(blocks: Sequence[Block], draft: Draft) -> Iterator[Para | EasyRow]:
    for block in blocks:
        match block:
            case Para():
                yield block
            case Grid():
                read = tables.read(block, draft.decisions)
                for one in read:
                    if isinstance(one, Para | EasyRow):
                        yield one
            case _:
                pass


def own_part(sections: tuple[SourceSection, ...]) -> SourceSection | None:
    """A part called “Easy read” that holds rows and nothing else, beside others with words."""
    for one in sections:
        if _ITS_OWN.fullmatch(one.heading) and one.easy_read and not one.body and len(sections) > 1:
            return one
    return None


def placed(
    sections: tuple[SourceSection, ...], rows: Sequence[Row], decisions: Decisions
) -> tuple[SourceSection, ...]:
    """The sections with the rows put to those whose words they share, in order."""
    every = list(_every(sections))
    words = [_counted(_texts(one)) for one in every]
    weights = _weights(words)
    score = [[_score(row, part, own, weights) for part, own in zip(every, words, strict=True)]
             for row in rows]  # fmt: skip
    chosen = _in_order(score)
    found: dict[str, list[SourceRow]] = {}
    for row, index, scores in zip(rows, chosen, score, strict=True):
        part = every[index]
        found.setdefault(part.name, []).append(row.row)
        said = " ".join(_said(row.row))
        code = "row-in-section" if scores[index] > 0 else "row-without-section"
        decisions.add(code, f"{said} → {part.heading}", row.row.place.line)
    return tuple(_with_rows(one, found) for one in sections)


def _with_rows(section: SourceSection, found: dict[str, list[SourceRow]]) -> SourceSection:
    rows = (*section.easy_read, *found.get(section.name, ()))
    parts = tuple(_with_rows(one, found) for one in section.sections)
    return replace(section, easy_read=rows, sections=parts)


def _in_order(score: list[list[float]]) -> list[int]:
    """The part of each row: none stands before that of the row above, and most words are shared."""
    if not score:
        return []
    width = len(score[0])
    best = [score[0][:]]
    came: list[list[int]] = [[0] * width]
    for row in score[1:]:
        line: list[float] = []
        froms: list[int] = []
        top = 0
        for index in range(width):
            if best[-1][index] > best[-1][top]:
                top = index
            line.append(best[-1][top] + row[index])
            froms.append(top)
        best.append(line)
        came.append(froms)
    at = max(range(width), key=lambda index: (best[-1][index], -index))
    chosen = [at]
    for froms in reversed(came[1:]):
        at = froms[at]
        chosen.append(at)
    return chosen[::-1]


def _score(row: Row, part: SourceSection, words: Counter[str], weights: dict[str, float]) -> float:
    same = row.heading and _plain(row.heading) == _plain(part.heading)
    shared = sum(weights[word] for word in row.words if word in words)
    return shared + (_SAME_HEADING if same else 0.0)


def _weights(parts: list[Counter[str]]) -> dict[str, float]:
    """A word that few parts have says more about a part."""
    often = Counter(word for words in parts for word in words)
    return {word: log((1 + len(parts)) / count) for word, count in often.items()}


def _counted(texts: Sequence[str]) -> Counter[str]:
    """Words without their endings, as far as that can be told in any language."""
    return Counter(word[:6] for text in texts for word in _WORD.findall(text.casefold()))


def _plain(heading: str) -> str:
    return " ".join(_WORD.findall(heading.casefold()))


def _every(sections: tuple[SourceSection, ...]) -> Iterator[SourceSection]:
    for one in sections:
        yield one
        yield from _every(one.sections)


def _texts(section: SourceSection) -> list[str]:
    texts = [section.heading, section.heading]
    for block in section.body:
        if not isinstance(block, Call | SourceList):
            texts += words_of_block(block)
    return texts


def moved(sections: tuple[SourceSection, ...], decisions: Decisions) -> tuple[SourceSection, ...]:
    """The sections with the rows of a part that is called “Easy read” in those that they say."""
    own = own_part(sections)
    if own is None:
        return sections
    decisions.add("heading-of-easy-read", own.heading, own.place.line)
    rest = tuple(one for one in sections if one is not own)
    return placed(rest, tuple(map(Row, own.easy_read)), decisions)
