"""The text of one section: prose, with boxes, figures and tables in their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from exporter.diagnostics import Place
from exporter.importing.decide import surviving
from exporter.importing.decide.captions import Captioned, Piece, label_in, split
from exporter.importing.decide.draft import Draft
from exporter.importing.decide.prose import Prose
from exporter.importing.decide.signs import plain, proper
from exporter.importing.decide.tables import EasyRow, Matrix
from exporter.importing.decide.words import ONE_LINE
from exporter.importing.walk.pieces import (
    Apart,
    Block,
    Inline,
    LineEnd,
    Para,
    Remark,
    Run,
    Shown,
    paras_in,
    words_of,
)
from exporter.load.looks import name_of
from exporter.load.tables import MOST_COLUMNS, MOST_ROWS
from exporter.model import Blocks, Box, Inlines, Paragraph, Question, Text
from exporter.source import TO_WRITE, Call, SourceBlocks, SourceRow, SourceTable
from exporter.walk import plain_text

COLUMN = f"{TO_WRITE}: what this column holds"
EMPTY = "–"
"""What stands in a cell that says nothing; `check` asks for words."""
_LONGEST_TITLE = 80


@dataclass(slots=True)
class Body:
    """What a section holds, as it is made."""

    draft: Draft
    heading: str
    tables: list[SourceTable] = field(default_factory=list)
    rows: list[SourceRow] = field(default_factory=list)
    picture: str = ""
    """A picture that decorates: it stands beside the heading."""

    def blocks(self, pieces: Sequence[Block | EasyRow | Matrix]) -> SourceBlocks:
        """The blocks of the section's text."""
        made: list[object] = []
        for kind, group in groupby(self._without_remarks(split(pieces)), _kind):
            many = list(group)
            if kind == "prose":
                made += self._prose([one for one in many if isinstance(one, Para)])
            elif kind == "box":
                made += self._boxes([one for one in many if isinstance(one, Para | Apart)])
            else:
                for one in many:
                    made += self._thing(one)
        return surviving.together(tuple(made), self.draft)  # type: ignore[arg-type]

    def _without_remarks(self, pieces: Iterable[Piece]) -> Iterator[Piece]:
        """What is to be told of a place parts no box and no list."""
        for piece in pieces:
            if isinstance(piece, Remark):
                self.draft.decisions.add(piece.told.code, piece.told.words, piece.number)
            else:
                yield piece

    def _prose(self, pieces: list[Para]) -> SourceBlocks:
        prose = Prose(self.draft, "text")
        made = prose.blocks(pieces)
        return (*made, *self._figures(prose.lifted))

    def _figures(self, lifted: list[tuple[Shown, int]]) -> Iterator[Call]:
        """Pictures that cannot stand where they stood, after the words around them."""
        for shown, number in lifted:
            self.draft.decisions.add("picture-moved", shown.alt, number)
            yield from self._figure(Captioned(shown, (), number))

    def _thing(self, piece: Piece) -> Iterator[object]:
        match piece:
            case Captioned(Shown(), _, _):
                yield from self._figure(piece)
            case Captioned(Matrix(), _, _):
                yield from self._table(piece)
            case EasyRow():
                self.rows.append(row_of(piece, self.draft))
            case _:
                pass

    # ---- figures ----

    def _figure(self, piece: Captioned) -> Iterator[Call]:
        assert isinstance(piece.thing, Shown)
        name = self.draft.pictures.shown(piece.thing, piece.number)
        place = Place(line=piece.number)
        if not name:
            if words_of(piece.caption):
                self.draft.decisions.add("caption-lost", words_of(piece.caption), piece.number)
            return
        caption = self._caption(piece)
        if piece.thing.decorative and not caption:
            if self.picture:
                self.draft.pictures.drop(name)
                self.draft.decisions.add("decoration-dropped", name, piece.number)
            else:
                self.picture = name
                self.draft.decisions.add("decoration-beside-heading", name, piece.number)
            return
        self._named(piece, name)
        yield Call("figure", name, caption, place)

    def _named(self, piece: Captioned, name: str) -> None:
        for anchor in piece.names:
            self.draft.anchors[anchor] = name

    def _caption(self, piece: Captioned) -> Inlines:
        """The words of a caption, without the label that the program writes."""
        words = words_of(piece.caption)
        label = label_in(words)
        if label:
            self.draft.decisions.add("label-dropped", label.strip(), piece.number)
        inlines = self.draft.words.read(
            _without_start(piece.caption, len(label)), piece.number, ONE_LINE
        )
        if not plain_text(inlines).strip():
            return ()
        return surviving.words(inlines, piece.number, self.draft, "text")

    # ---- tables ----

    def _table(self, piece: Captioned) -> Iterator[Call]:
        matrix = piece.thing
        assert isinstance(matrix, Matrix)
        lifted: list[tuple[Shown, int]] = []
        caption = self._caption(piece)
        named = plain_text(caption) or self.heading
        for number, part in enumerate(_small_enough(matrix)):
            name = self.draft.names.new(" ".join(named.split()[:5]), "table")
            self.tables.append(self._source_table(name, part, lifted))
            if number == 0:
                self._named(piece, name)
            else:
                self.draft.decisions.add("table-parted", named, matrix.number)
            yield Call("table", name, caption if number == 0 else (), Place(line=matrix.number))
        yield from self._figures(lifted)

    def _source_table(
        self, name: str, matrix: Matrix, lifted: list[tuple[Shown, int]]
    ) -> SourceTable:
        decisions = self.draft.decisions
        for para in paras_in(matrix.heads):
            self.draft.words.plain(para.inlines, para.number)  # tells what is no words
            shown = [one for one in para.inlines if isinstance(one, Shown)]
            lifted += [(one, para.number) for one in shown if (one, para.number) not in lifted]
        columns: dict[str, str] = {}
        for index, words in enumerate(matrix.columns, 1):
            text = plain(proper(words, decisions, matrix.number), decisions, matrix.number)
            if not text:
                decisions.add("table-head-missing", f"column {index}", matrix.number)
            key = _key(text, index, columns)
            columns[key] = text or COLUMN
        rows = []
        for row in matrix.rows:
            number = next((p.number for cell in row for p in paras_in(cell)), matrix.number)
            cells = tuple(
                self._cell(cell, number, lifted, head=matrix.header_column and index == 0)
                for index, cell in enumerate(row)
            )
            rows.append(cells)
        place = Place(line=matrix.number)
        return SourceTable(
            name, tuple(columns.items()), tuple(rows), matrix.header_column, place=place
        )

    def _cell(
        self,
        cell: tuple[Block, ...],
        number: int,
        lifted: list[tuple[Shown, int]],
        *,
        head: bool,
    ) -> Blocks:
        prose = Prose(self.draft, "cell")
        blocks = prose.blocks(cell)
        if not any(entry in lifted for entry in prose.lifted):
            lifted += prose.lifted
        if head and (len(blocks) != 1 or not isinstance(blocks[0], Paragraph)):
            words = " ".join(
                plain_text(one.children) for one in blocks if isinstance(one, Paragraph)
            )
            blocks = (Paragraph((Text(words or EMPTY),), place=Place(line=number)),)
        if not blocks:
            if not any(isinstance(one, Shown) for para in paras_in(cell) for one in para.inlines):
                self.draft.decisions.add("cell-empty", "", number)
            blocks = (Paragraph((Text(EMPTY),), place=Place(line=number)),)
        return blocks  # type: ignore[return-value]

    # ---- boxes ----

    def _boxes(self, pieces: list[Para | Apart]) -> Iterator[object]:
        """Frames that stand side by side are one box, until a new label begins."""
        framed: list[Para] = []
        for piece in pieces:
            if isinstance(piece, Apart) or (piece.role == "label" and framed):
                yield from self._frame(framed)
                framed = []
            if isinstance(piece, Apart):
                yield from self._apart(piece)
            else:
                framed.append(piece)
        yield from self._frame(framed)

    def _frame(self, paras: list[Para]) -> Iterator[object]:
        if not any(words_of(para.inlines) for para in paras):
            return
        number = paras[0].number
        words = " ".join(words_of(para.inlines) for para in paras)
        self.draft.decisions.add("box-by-frame", words, number)
        yield from self._box(tuple(paras), number)

    def _apart(self, piece: Apart) -> Iterator[object]:
        words = " ".join(words_of(para.inlines) for para in paras_in(piece.blocks))
        if words:
            yield from self._box(piece.blocks, piece.number, piece.label, piece.kind)
            return
        shown = [(one, para.number) for para in paras_in(piece.blocks) for one in para.inlines]
        for one, number in shown:
            if isinstance(one, Shown):
                yield from self._figure(Captioned(one, (), number))

    def _box(
        self, pieces: tuple[Block, ...], number: int, label: str = "", kind: str = "note"
    ) -> Iterator[object]:
        pieces = tuple(
            one
            for one in pieces
            if not isinstance(one, Para) or words_of(one.inlines) or one.inlines
        )
        first = next(
            (one for one in pieces if isinstance(one, Para) and words_of(one.inlines)), None
        )
        said = [one for one in pieces if not isinstance(one, Para) or words_of(one.inlines)]
        rest = pieces
        if not label and first is not None and _is_title(first) and len(said) > 1:
            label = self._plain(first)
            rest = tuple(one for one in pieces if one is not first)
        prose = Prose(self.draft, "box")
        inside = tuple(replace(one, role="plain") if isinstance(one, Para) and one.role in _TITLES
                       else one for one in rest)  # fmt: skip
        blocks = prose.blocks(inside)
        if blocks:
            yield Box(kind, label, blocks, place=Place(line=number))  # type: ignore[arg-type]
        elif label:
            yield Paragraph((Text(label),), place=Place(line=number))
        yield from self._figures(prose.lifted)

    def _plain(self, para: Para) -> str:
        words = self.draft.words.plain(para.inlines, para.number)
        return plain(words, self.draft.decisions, para.number)


_TITLES = ("label", "heading", "title", "subtitle", "caption")


def _kind(piece: Piece) -> str:
    match piece:
        case Para() if piece.boxed or piece.role == "label":
            return "box"
        case Apart():
            return "box"
        case Para():
            return "prose"
        case _:
            return "thing"


def _is_title(para: Para) -> bool:
    """Whether the first line of a box is its title: by its role, or bold and short."""
    words = words_of(para.inlines)
    if para.role in _TITLES:
        return True
    if para.asks:
        return False
    runs = [one for one in para.inlines if isinstance(one, Run) and one.text.strip()]
    bold = para.bold or all(one.bold for one in runs)
    return bold and len(words) <= _LONGEST_TITLE and not words.endswith((".", ",", ";"))


def _without_start(inlines: tuple[Inline, ...], length: int) -> tuple[Inline, ...]:
    """The inlines without the first letters of their words, blanks not counted twice."""
    text = "".join(one.text for one in inlines if isinstance(one, Run))
    length += len(text) - len(text.lstrip()) if length else 0
    kept: list[Inline] = []
    for one in inlines:
        if isinstance(one, Run) and length > 0:
            cut = min(length, len(one.text))
            length -= cut
            kept.append(replace(one, text=one.text[cut:]))
        elif isinstance(one, LineEnd) and length > 0:  # a blank among the words
            length -= 1
        else:
            kept.append(one)
    return tuple(kept)


def _key(words: str, index: int, taken: dict[str, str]) -> str:
    key = name_of(" ".join(words.split()[:3]), f"column-{index}") if words else f"column-{index}"
    return f"{key}-{index}" if key in taken else key


def _small_enough(matrix: Matrix) -> Iterator[Matrix]:
    """Tables that fit: so many rows, so many columns; each part has the first column."""
    width = len(matrix.columns)
    groups = [list(range(width))]
    if width > MOST_COLUMNS:
        step = MOST_COLUMNS - 1
        groups = [[0, *range(at, min(at + step, width))] for at in range(1, width, step)]
    for columns in groups:
        for at in range(0, len(matrix.rows), MOST_ROWS):
            rows = matrix.rows[at : at + MOST_ROWS]
            yield replace(
                matrix,
                columns=tuple(matrix.columns[n] for n in columns),
                rows=tuple(tuple(row[n] for n in columns) for row in rows),
            )


# ---- rows of easy read ---------------------------------------------------------------------------


def row_of(row: EasyRow, draft: Draft) -> SourceRow:
    """A row of easy read as it is typed."""
    names: list[str] = []
    for shown in row.pictures:
        if len(names) == 2:
            draft.decisions.add("picture-of-row-dropped", shown.alt, row.number)
        elif name := draft.pictures.shown(shown, row.number, in_row=True):
            names.append(name)
    prose = Prose(draft, "row")
    blocks = prose.blocks(row.blocks)
    if len(blocks) == 1 and isinstance(blocks[0], Question):
        place = Place(line=row.number)
        return SourceRow(pictures=tuple(names), question=blocks[0], place=place)
    words = " ".join(words_of(para.inlines) for para in paras_in(row.blocks))
    if row.figure and row.figure not in words:
        said = Paragraph((Text(row.figure),), place=Place(line=row.number))
        blocks = (said, *blocks)
    return SourceRow(
        pictures=tuple(names),
        blocks=blocks,  # type: ignore[arg-type]
        number=row.figure if not names else "",
        place=Place(line=row.number),
    )
