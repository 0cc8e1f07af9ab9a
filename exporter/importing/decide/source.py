"""A whole file as a Source: title, language, sections, notes, references, and every decision."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from exporter.diagnostics import Diagnostic, Place, SourceError
from exporter.importing.decide import (
    easy_read,
    headings,
    language,
    notes,
    references,
    tables,
    tabs,
    title,
)
from exporter.importing.decide.body import Body
from exporter.importing.decide.decisions import Decision
from exporter.importing.decide.draft import Draft
from exporter.importing.decide.headings import Heading
from exporter.importing.decide.signs import plain, proper
from exporter.importing.decide.tables import EasyRow, Matrix
from exporter.importing.walk.pieces import (
    Anchor,
    Apart,
    Block,
    Grid,
    NoteHere,
    Para,
    Remark,
    Run,
    Shown,
    Walked,
    paras_in,
    renumbered,
    words_of,
)
from exporter.model import Paragraph, Text
from exporter.source import TO_WRITE, Source, SourcePicture, SourceSection, calls_in

INTRODUCTION = "Introduction"
"""The heading of words that stand before the first heading."""
Piece = Block | EasyRow | Matrix


@dataclass(frozen=True, slots=True)
class Decided:
    """The source, and what was decided on the way."""

    source: Source
    decisions: tuple[Decision, ...]


@dataclass(slots=True)
class _Part:
    """A section in the making: its heading, what stands under it, its sub-sections."""

    words: str
    level: int
    number: int
    name: str = ""
    appendix: bool = False
    notes: tuple[NoteHere, ...] = ()
    """Notes that its heading cites."""
    pieces: list[Piece] = field(default_factory=list)
    parts: list[_Part] = field(default_factory=list)


SECOND_FILE = 10_000_000
"""From this number on places are those of the file with the easy read."""


def decide(
    walked: Walked,
    name: str,
    bare: frozenset[int] = frozenset(),
    easy: Walked | None = None,
) -> Decided:
    """The source that a file becomes. Raises SourceError where there is nothing in it.

    `easy` is a file with its easy read; `bare` are paragraphs whose signs could not be typed the
    last time.
    """
    spoken, told = language.language_of(walked)
    draft = Draft.of(walked, spoken, bare)
    if told:
        draft.decisions.add(told.code, told.words)
    for remark in walked.remarks:
        draft.decisions.add(remark.told.code, remark.told.words, remark.number)
    blocks = tuple(one for one in walked.blocks if not _is_nothing(one))
    blocks = tabs.as_tables(blocks, draft.decisions)
    blocks = headings.proposed(blocks, draft.decisions)
    found = title.titled(walked, blocks, draft.decisions)
    pieces = tuple(headings.closed(_expanded(found.blocks, draft), draft.decisions))
    parts = _parts(pieces, draft)
    if not parts:
        raise SourceError(
            [Diagnostic(code="file-empty", message=_NO_WORDS, place=Place(walked.file))]
        )
    for part in parts:
        _name(part, draft)
    for anchor in found.names:
        draft.anchors[anchor] = parts[0].name
    sections = tuple(_section(part, draft, top=True) for part in parts)
    sections = _resolved(sections, draft)
    sections, more = _with_easy_read(sections, easy, draft)
    _running(walked, draft)
    notes.nobody_cites(draft)
    source = Source(
        name=name,
        title=_plain(found.title, draft, found.number) or name,
        subtitle=_plain(found.subtitle, draft, found.number),
        language=spoken,
        status="draft",
        pictures=(*draft.pictures.made, *more),
        sections=sections,
        place=Place(line=found.number),
    )
    return Decided(source, tuple(draft.decisions))


def _with_easy_read(
    sections: tuple[SourceSection, ...], easy: Walked | None, draft: Draft
) -> tuple[tuple[SourceSection, ...], tuple[SourcePicture, ...]]:
    """The sections with their easy read, and the pictures that came with it."""
    sections = easy_read.moved(sections, draft.decisions)
    if easy is None:
        return sections, ()
    second = replace(easy, blocks=renumbered(easy.blocks, SECOND_FILE))
    beside = draft.beside(second)
    rows = easy_read.rows_in(second, beside)
    return easy_read.placed(sections, rows, draft.decisions), tuple(beside.pictures.made)


_NO_WORDS = "There are no words in this file."


def _plain(text: str, draft: Draft, number: int) -> str:
    return plain(proper(text, draft.decisions, number), draft.decisions, number)


def _is_nothing(block: Block) -> bool:
    """An empty paragraph: it was there for the distance."""
    return (
        isinstance(block, Para)
        and not words_of(block.inlines)
        and not any(not isinstance(one, Run) for one in block.inlines)
    )


def _expanded(blocks: tuple[Block, ...], draft: Draft) -> tuple[Block, ...]:
    """Tables as what they are; the headings of easy-read tables among them."""
    result: list[Piece] = []
    around = 0
    for block in blocks:
        if isinstance(block, Grid):
            for one in tables.read(block, draft.decisions):
                if isinstance(one, Grid):
                    result += _expanded((one,), draft)
                elif isinstance(one, Para) and one.role == "heading":
                    result.append(replace(one, level=min(one.level, around + 1)))
                else:
                    result.append(one)
            continue
        if isinstance(block, Para) and block.role == "heading" and words_of(block.inlines):
            around = block.level
        result.append(block)
    return tuple(result)  # type: ignore[arg-type]


# ---- parts ---------------------------------------------------------------------------------------


def _parts(pieces: Sequence[Piece | Heading], draft: Draft) -> list[_Part]:
    """The tree of sections."""
    tops: list[_Part] = []
    stack: list[_Part] = []
    for piece in pieces:
        if isinstance(piece, Heading):
            part = _part(piece, draft)
            while stack and stack[-1].level >= part.level:
                stack.pop()
            (stack[-1].parts if stack else tops).append(part)
            stack.append(part)
            continue
        if not stack:
            if isinstance(piece, Remark):
                draft.decisions.add(piece.told.code, piece.told.words, piece.number)
                continue
            if isinstance(piece, Para) and not words_of(piece.inlines) and not _holds(piece):
                _tell_all(piece, draft)
                continue
            number = getattr(piece, "number", 0)
            draft.decisions.add("words-before-heading", _beginning(piece), number)
            stack.append(_Part(INTRODUCTION, 1, number))
            tops.append(stack[0])
        stack[-1].pieces.append(piece)
    return tops


def _holds(para: Para) -> bool:
    return any(isinstance(one, Shown | NoteHere) for one in para.inlines)


def _tell_all(para: Para, draft: Draft) -> None:
    draft.words.read(para.inlines, para.number)


def _beginning(piece: Piece) -> str:
    if isinstance(piece, Para):
        return words_of(piece.inlines)[:80]
    return ""


def _part(heading: Heading, draft: Draft) -> _Part:
    para = heading.para
    words = draft.words.plain(para.inlines, para.number).removeprefix(heading.typed)
    bare = headings.without_number(words)
    typed = words_of(para.inlines).removeprefix(heading.typed)
    if bare != words and headings.without_number(typed) == typed:
        # a number that only stands first because a sign before it cannot be printed
        number = words[: len(words) - len(bare)].strip()
        draft.decisions.add("typed-heading-number", f"{number} {bare}", para.number, number)
    part = _Part(_plain(bare, draft, para.number), heading.level, para.number)
    part.words = part.words or TO_WRITE
    part.appendix = heading.appendix
    part.notes = tuple(one for one in para.inlines if isinstance(one, NoteHere))
    shown = tuple(one for one in para.inlines if isinstance(one, Shown))
    if shown:
        part.pieces.append(Para(shown, para.number))
    for one in para.inlines:
        if isinstance(one, Anchor):
            draft.anchors[one.name] = f"?{para.number}"
    return part


def _name(part: _Part, draft: Draft) -> None:
    """Names for a part and those in it; each name of the file leads to the part it stands in."""
    part.name = draft.names.new(part.words, "part")
    for anchor, meant in draft.anchors.items():
        if meant == f"?{part.number}":
            draft.anchors[anchor] = part.name
    for piece in part.pieces:
        for para in _paras(piece):
            for one in para.inlines:
                if isinstance(one, Anchor):
                    draft.anchors.setdefault(one.name, part.name)
    for inner in part.parts:
        _name(inner, draft)


def _paras(piece: Piece) -> Iterator[Para]:
    match piece:
        case EasyRow():
            yield from paras_in(piece.blocks)
        case Matrix():
            for row in piece.rows:
                for cell in row:
                    yield from paras_in(cell)
        case Para() | Grid() | Apart() | Remark():
            yield from paras_in((piece,))


# ---- sections ------------------------------------------------------------------------------------


def _section(part: _Part, draft: Draft, *, top: bool = False) -> SourceSection:
    body = Body(draft, part.words)
    made = body.blocks(part.pieces)
    made = notes.under_heading(made, part.notes)
    made, tables_, told = notes.noted(made, tuple(body.tables), draft)
    if not made and not part.parts and not body.rows:
        draft.decisions.add("section-without-words", part.words, part.number)
        words = Text(f"{TO_WRITE}: the text of this part")
        made = (Paragraph((words,), place=Place(line=part.number)),)
    return SourceSection(
        name=part.name,
        heading=part.words,
        picture=body.picture,
        body=made,
        easy_read=tuple(body.rows),
        appendix=part.appendix and top,
        tables=tables_,
        notes=told,
        sections=tuple(_section(inner, draft) for inner in part.parts),
        place=Place(line=part.number),
    )


def _resolved(sections: tuple[SourceSection, ...], draft: Draft) -> tuple[SourceSection, ...]:
    known = frozenset(_names(sections))
    resolver = references.Resolver(draft, known)
    return tuple(map(resolver.section, sections))


def _names(sections: tuple[SourceSection, ...]) -> Iterator[str]:
    """Every name that a reference may lead to."""
    for section in sections:
        yield section.name
        yield from (call.name for call in calls_in(section.body) if call.name)
        yield from _names(section.sections)


# ---- beside the text -----------------------------------------------------------------------------


def _running(walked: Walked, draft: Draft) -> None:
    for code, paras in (("header-words", walked.header), ("footer-words", walked.footer)):
        for para in paras:
            if words := words_of(para.inlines):
                draft.decisions.add(code, words)
