"""Notes: each a paragraph at the end of the part whose words cite it, with a name of its own."""

from __future__ import annotations

from dataclasses import replace

from exporter.diagnostics import Place
from exporter.importing.decide.draft import Draft
from exporter.importing.decide.prose import Prose
from exporter.importing.decide.references import cells_with_words, marks_in, with_words
from exporter.importing.walk.pieces import NoteHere, paras_in, words_of
from exporter.model import (
    Foreign,
    Inline,
    Inlines,
    Link,
    NoteMark,
    Paragraph,
    Reference,
    Stress,
    Strong,
    Term,
    Text,
)
from exporter.source import SourceBlocks, SourceNote, SourceTable
from exporter.walk import plain_text

Tables = tuple[SourceTable, ...]


def under_heading(made: SourceBlocks, cited: tuple[NoteHere, ...]) -> SourceBlocks:
    """The marks of notes in a heading stand after its first paragraph."""
    marks = tuple(NoteMark(one.note) for one in cited)
    for index, block in enumerate(made if marks else ()):
        if isinstance(block, Paragraph):
            moved = replace(block, children=(*block.children, *marks))
            return (*made[:index], moved, *made[index + 1 :])
    return made


def noted(
    made: SourceBlocks, tables: Tables, draft: Draft
) -> tuple[SourceBlocks, Tables, tuple[SourceNote, ...]]:
    """The blocks and tables of a part with the names of its notes, and the notes."""
    cells = [cell for table in tables for row in table.rows for cell in row]
    cited = [*marks_in(made), *(one for cell in cells for one in marks_in(cell))]
    names: dict[str, str] = {}
    notes: list[SourceNote] = []
    for one in dict.fromkeys(cited):
        words, number = _words(one, draft)
        draft.used_notes.setdefault(one, "")
        if words:
            names[one] = draft.used_notes[one] = f"note-{len(draft.used_notes)}"
            notes.append(SourceNote(name=names[one], children=words, place=Place(line=number)))
    if not cited:
        return made, tables, ()
    renamed = _Renamer(names).inlines
    return with_words(made, renamed), cells_with_words(tables, renamed), tuple(notes)


class _Renamer:
    """Gives the marks of notes the names that they have in the source."""

    def __init__(self, names: dict[str, str]) -> None:
        self._names = names

    def inlines(self, inlines: Inlines) -> Inlines:
        kept: list[Inline] = []
        for one in inlines:
            match one:
                case NoteMark(anchor):
                    kept += [NoteMark(self._names[anchor])] if anchor in self._names else []
                case Strong() | Stress() | Term() | Foreign() | Link() | Reference():
                    kept.append(replace(one, children=self.inlines(one.children)))
                case _:
                    kept.append(one)
        return tuple(kept)


def _words(name: str, draft: Draft) -> tuple[Inlines, int]:
    """The words of a note as one paragraph."""
    pieces = draft.walked.notes.get(name, ())
    prose = Prose(draft, "note")
    made = prose.blocks(tuple(replace(one, item=None, role="plain") for one in paras_in(pieces)))
    paragraphs = [one for one in made if isinstance(one, Paragraph)]
    if len(paragraphs) > 1:
        first = paragraphs[0]
        draft.decisions.add("note-joined", plain_text(first.children), first.place.line)
    joined: Inlines = ()
    for one in paragraphs:
        joined = (*joined, Text(" "), *one.children) if joined else one.children
    return joined, paragraphs[0].place.line if paragraphs else 0


def nobody_cites(draft: Draft) -> None:
    """Tell of the notes that no words of the sources cite."""
    for name, pieces in draft.walked.notes.items():
        words = " ".join(words_of(para.inlines) for para in paras_in(pieces))
        if words and name not in draft.used_notes:
            draft.decisions.add("note-lost", words)
