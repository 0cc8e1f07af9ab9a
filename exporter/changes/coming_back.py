"""Read a Word file that came back, and say what is different, with its place in the source."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from exporter.adapt import adapt
from exporter.changes.bare import (
    DOUBTFUL,
    LOST,
    Marked,
    as_made,
    is_bare,
    unmarked,
    without_program,
)
from exporter.changes.carried import origin_of, other_version
from exporter.changes.change import Change
from exporter.changes.differences import Difference, differences
from exporter.changes.not_the_authors import changed_furniture
from exporter.changes.placing import Sources
from exporter.changes.remarks import remarks, with_author
from exporter.changes.replies import FilledIn, filled_in
from exporter.changes.running_heads import Known, changed_around
from exporter.changes.three_way import Compared, mapped
from exporter.changes.tracing import Traces, comments, traces, with_decided
from exporter.changes.units import Unit, units_of
from exporter.diagnostics import Diagnostic, SourceError, Unreadable
from exporter.edition import Edition
from exporter.furniture import furniture_of
from exporter.making.documents import Loaded, load_document
from exporter.making.order import document_folders
from exporter.origin import Origin
from exporter.outline import TOLD_AGAIN, Outline, ReadBack, outline_of
from exporter.readback.docx import read as read_word
from exporter.source import Source
from exporter.styles.editions import load_edition
from exporter.styles.folder import Styles
from exporter.word_file.opening import WordFile, open_word
from exporter.word_file.tracked import Accepts

MOST_THINGS = 60_000
"""Things to meet in a file that is compared; the largest guides have three thousand."""

MOST_LETTERS = 800_000
"""In such a file; a guide of 200 pages has 300,000."""

MOST_CHANGES = 3_000
"""A guide of 200 pages in which every paragraph was changed has so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CameBack:
    """What is different in a file. `origin` says of what it was made, as far as that is known."""

    origin: Origin
    changes: tuple[Change, ...]
    findings: tuple[Diagnostic, ...]
    folder: Path
    edition: Edition
    left_out: frozenset[str]
    """Sections that are not in the file."""
    loaded: Loaded
    compared: Compared

    @property
    def carried(self) -> bool:
        """Whether the file said so itself; else somebody did, and ours is taken for the base."""
        return bool(self.origin.base)


def read(
    data: bytes,
    sources: Path,
    styles: Styles | None = None,
    *,
    document: str = "",
    edition: str = "",
    version: str = "",
    author: str = "",
) -> CameBack:
    """What is different in a Word file of ours.

    `document`, `edition` and `version` say of what it was made where the file does not; `author`:
    only the tracked changes and comments of this person. Raises Unreadable for a file that cannot
    be opened, SourceError where the document is not there, or cannot be loaded.
    """
    file = open_word(data)
    findings: list[Diagnostic] = []
    origin = origin_of(file, document, edition, version, findings)
    (folder,) = document_folders(sources, (origin.document,))
    loaded = load_document(folder, styles)
    made_for = load_edition(origin.edition, styles)
    left_out = _left_out(origin, loaded.source)
    adapted = adapt(loaded.source, made_for, loaded.words, leave_out=left_out)
    ours = units_of(outline_of(adapted))
    if not origin.base:
        findings += other_version(version, loaded.source.version)
    base = units_of(origin.base) if origin.base else list(ours)
    read_back = _theirs(file, author)
    listed = [one.text for one in adapted.contents]
    program = origin.furniture or furniture_of(adapted, on_paper=True)
    bare = is_bare(program, read_back.furniture)
    findings += [LOST] if bare else []
    marked = _marked(
        base, read_back, [*_said(origin, program), *(listed if bare else ())], bare=bare
    )
    theirs = list(marked.units)
    every = Traces(traces(file))
    form = filled_in(base, theirs, every.moved, origin.one_answer)
    pairs = form.pairs
    differing = differences(base, pairs)
    if len(differing) > MOST_CHANGES:
        raise SourceError([_too_many(len(differing), origin)])
    now = mapped(base, ours)
    their = mapped(base, theirs, pairs)
    compared = Compared(tuple(base), tuple(ours), now, their, Sources.of(folder))
    found = (_in_form(compared.change(one), one, form) for one in differing)
    told = [_in_doubt(one, marked) for one in found if one is not None]
    changes = _answers(form, compared) + _once(told)
    if origin.base and not bare:
        changes += changed_furniture(origin, read_back.furniture)
        known = Known.of(origin, read_back.outline, loaded.source, loaded.words, listed)
        changes += changed_around(file, known, _only(author))
    changes = [with_author(one, every) for one in changes]
    changes += remarks(comments(file), pairs, compared)
    if author:
        changes = [one for one in changes if author in one.author.split(", ")]
    return CameBack(
        origin=origin,
        changes=tuple(changes),
        findings=tuple(findings),
        folder=folder,
        edition=made_for,
        left_out=left_out,
        loaded=loaded,
        compared=compared,
    )


def _said(origin: Origin, program: Outline) -> list[str]:
    """All that the program and the brand say in a file."""
    words = [one.text for one in program if one.role not in TOLD_AGAIN]
    return [*words, *origin.brand_words]


def _marked(base: list[Unit], theirs: ReadBack, said: list[str], *, bare: bool) -> Marked:
    """The things of a file, without those that the program says where their marks are lost."""
    units = units_of(theirs.outline)
    words = unmarked(said, theirs.furniture)
    made = as_made(base, units) if bare else tuple(units)
    return without_program(made, base, words) if words else Marked(made)


def _in_doubt(change: Change, marked: Marked) -> Change:
    if change.state != "open" or id(change.theirs) not in marked.doubtful:
        return change
    return replace(change, state="for a person", why=DOUBTFUL)


def _answers(form: FilledIn, compared: Compared) -> list[Change]:
    """What was filled in: told at the line of the question, and never saved."""
    return [
        Change(
            kind="answer",
            question=one.question.text,
            new="\n".join(one.said),
            place=compared.where(one.question),
            state="for a person",
            why=one.why,
        )
        for one in form.replies
    ]


def _in_form(change: Change | None, one: Difference, form: FilledIn) -> Change | None:
    """In a form that was filled in, nobody but a person knows whether what was done to a question
    was meant for everybody."""
    near = {id(one.base), id(one.beside if one.base is None else None)}
    if change is None or change.state != "open" or not form.replies or not near & form.parts:
        return change
    return replace(change, state="for a person", why=_OF_A_QUESTION)


_OF_A_QUESTION = "It is in a question of a form that was filled in: is it an answer, too?"


def _too_many(count: int, origin: Origin) -> Diagnostic:
    return Diagnostic(
        code="changes-too-many",
        message=f"{count:,} things are different: this is hardly the guide “{origin.document}”.",
        hint="Is it the right file, and the right document, edition and version?",
    )


def _once(changes: list[Change]) -> list[Change]:
    """What is typed once and shown more often is one change."""
    first: dict[tuple[object, ...], Change] = {}
    for one in changes:
        alone = () if one.place.line and one.ours is not None else (len(first),)
        first.setdefault((one.kind, one.place, one.old, one.new, *alone), one)
    return list(first.values())


def _left_out(origin: Origin, source: Source) -> frozenset[str]:
    """Sections that the file never had, because a partner left them out or they are new: without
    them the others have the numbers that they have there."""
    files = {entry.place.file for entry in origin.base}
    there = {one.name for one in source.sections if f"sections/{one.name}.yaml" in files}
    return frozenset(one.name for one in source.sections if there and one.name not in there)


def _only(author: str) -> Accepts:
    """Who accepts what this person has changed; everybody's changes where nobody is named."""
    return lambda made: not author or made.name == author


def _theirs(file: WordFile, author: str) -> ReadBack:
    """What the file says, with the tracked changes of everybody, or of one person only."""

    read_back = read_word(with_decided(file, _only(author)))
    refuse_too_much(read_back.outline)
    return read_back


def refuse_too_much(outline: Outline) -> None:
    """Raises Unreadable where so much cannot be compared in bounded time."""
    if len(outline) > MOST_THINGS or sum(len(one.text) for one in outline) > MOST_LETTERS:
        raise Unreadable("This file holds more than any guide.", "too large")
