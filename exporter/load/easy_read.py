"""Rows of easy read: one idea each."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.authored.findings import Findings
from exporter.authored.located import Located, Path
from exporter.diagnostics import short
from exporter.load.markdown import read_blocks
from exporter.load.names import Home, Names
from exporter.load.parser import ROW, Gathered
from exporter.load.plain import plain
from exporter.load.questions import asked_of, question, words_of
from exporter.load.schema import RowShape
from exporter.model import Answer, Blocks, Question
from exporter.source import SourceRow

_KEYS = ("text", "picture", "number", "word", "media", "contact", "chart", "question", "answers")
_CHIEF = ("contact", "chart", "word", "question", "media", "number")
_TOGETHER = {
    "text": ("text", "picture", "spoken"),
    "number": ("text", "number"),
    "word": ("word", "picture", "spoken"),
    "media": ("media", "text", "picture", "spoken"),
    "contact": ("contact", "spoken"),
    "chart": ("chart",),
    "question": ("question", "answers", "text", "picture", "spoken"),
}


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads the rows of one section file."""

    located: Located
    findings: Findings
    gathered: Gathered
    names: Names
    home: Home

    def row(self, shape: RowShape, path: Path) -> SourceRow:
        place = self.located.place(path)
        pictures = _pictures(shape)
        self._look_at_keys(shape, path)
        for name in pictures:
            self._use("picture", name, path)
        for key in ("media", "contact", "chart"):
            name = getattr(shape, key)
            place_of = self.located.place((*path, key))
            self.names.use("row", key, name, place_of, self.home)
        where = self.located.place((*path, "word"))
        self.names.use("row", "glossary word", shape.word, where, self.home)
        asked = "question" in shape.model_fields_set
        return SourceRow(
            pictures=pictures,
            blocks=() if asked else self._blocks(shape.text, (*path, "text")),
            question=self._question(shape, path) if asked else None,
            number=plain(
                shape.number, self.located.place((*path, "number")), "a number", self.findings
            ),
            word=shape.word,
            media=shape.media,
            contact=shape.contact,
            chart=shape.chart,
            spoken=shape.spoken,
            place=place,
        )

    def _blocks(self, text: str, path: Path) -> Blocks:
        lines = self.located.lines(path)
        return read_blocks(text, lines, ROW, self.findings, self.gathered)

    def _question(self, shape: RowShape, path: Path) -> Question:
        """The text is the question; each answer is one paragraph."""
        place = self.located.place((*path, "question"))
        asked = asked_of(shape.question, place, self.findings, in_row=True)
        typed = (
            (words_of(self._blocks(text, at), self.findings), self.located.place(at))
            for index, text in enumerate(shape.answers)
            for at in ((*path, "answers", index),)
        )
        answers = tuple(Answer(said, place=at) for said, at in typed if said)
        words = words_of(self._blocks(shape.text, (*path, "text")), self.findings)
        return question(asked, words, answers, self.findings)

    def _use(self, key: str, name: str, path: Path) -> None:
        place = self.located.place((*path, key))
        self.names.use("show", "picture", name, place, self.home)

    def _look_at_keys(self, shape: RowShape, path: Path) -> None:
        if not self.located.lacks(path):
            return  # the row could not be read, and that was told
        keys = [key for key in _KEYS if getattr(shape, key) or not self.located.lacks((*path, key))]
        chief = next((key for key in _CHIEF if key in keys), "text")
        keys += ["spoken"] if "spoken" in shape.model_fields_set else []
        others = [key for key in keys if key not in _TOGETHER[chief]]
        if others:
            message = f"A row with “{chief}” cannot have “{others[0]}” too."
            self._tell("row-keys", (*path, others[0]), message, "Make two rows of it.")
        if chief == "number":
            self._look_at_number(shape, path)
        if chief in ("number", "text", "question") and "text" not in keys:
            hint = "Write  text:  and a sentence."
            self._tell("row-text-missing", path, "This row has no words.", hint)
        if chief in ("text", "question") and "picture" not in keys:
            hint = "Write  picture: its-name  or, if it needs none,  picture: none"
            self._tell("row-picture-missing", path, "This row has no picture.", hint)

    def _look_at_number(self, shape: RowShape, path: Path) -> None:
        if shape.text and shape.number not in shape.text:
            message = f"The words of this row do not hold its number “{short(shape.number)}”."
            hint = "The big number is only drawn; who listens hears the words. Say it there, too."
            self._tell("row-number-unsaid", (*path, "number"), message, hint)

    def _tell(self, code: str, path: Path, message: str, hint: str) -> None:
        self.findings.add(code, self.located.place(path), message, hint)


def _pictures(shape: RowShape) -> tuple[str, ...]:
    if isinstance(shape.picture, list):
        return tuple(shape.picture)
    return (shape.picture,) if shape.picture not in ("", "none") else ()
