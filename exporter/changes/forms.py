"""Forms that came back: the answers to every question of a file, ours or anybody's.

A Word file of ours says what was asked, so answers are found wherever they were typed. Of all other
files their fields are read, with the words beside them. Each file is read in a process of its own.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from exporter.apart import FaultError, OutOfBoundsError, asked_apart
from exporter.changes.carried import carried
from exporter.changes.coming_back import refuse_too_much
from exporter.changes.replies import Asked, asked, filled_in
from exporter.changes.tracing import with_decided
from exporter.changes.units import Unit, units_of
from exporter.diagnostics import Diagnostic, Place, SourceError, Unreadable
from exporter.formats import of_file, suffixes
from exporter.outline import Outline
from exporter.readback.docx import read_back as read_word
from exporter.records import MisshapenError, from_json, to_json
from exporter.word_file.opening import open_word

_TOO_MUCH = "This file takes more memory or time than a file may; it was put away unread."
_FAULT = "This program has a fault: it fell over this file ({}). Please tell us of it."
_FIELDS_ALONE = (
    "This Word file does not say what was asked (some programs drop that), so words beside its "
    "boxes and fields are not told."
)
_TICKED = "ticked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question of a form, and what was answered: each answer a line; none where nothing was.

    `why` says what is odd about the way.
    """

    question: str
    answers: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form that came back. What it was made of is known of Word files of ours.

    `why` says what a person should look at in the whole file.
    """

    document: str = ""
    edition: str = ""
    version: str = ""
    questions: tuple[Answered, ...] = ()
    why: str = ""


def read_form(file: Path, data: bytes) -> Form:
    """The questions and answers of a file. Raises SourceError, with one sentence."""
    chosen = of_file(file.suffix)
    if chosen is None:
        known = ", ".join(suffixes())
        raise SourceError([_unread(file, f"This can read files that end in {known}.")])
    reader = chosen.read_back

    def question() -> bytes:
        try:
            form = _of_word(data) if file.suffix.lower() == ".docx" else _of(reader(data))
        except Unreadable as error:
            return json.dumps({"no": [str(error), error.hint]}).encode()
        return json.dumps({"yes": to_json(form)}).encode()

    try:
        told = json.loads(asked_apart(question, len(data)))
        if "no" in told:
            raise SourceError([_unread(file, *map(str, told["no"]))])
        form = from_json(Form, told["yes"])
    except FaultError as error:
        raise SourceError([_unread(file, _FAULT.format(error))]) from error
    except (OutOfBoundsError, MisshapenError, KeyError, TypeError, ValueError) as error:
        raise SourceError([_unread(file, _TOO_MUCH)]) from error
    if not form.questions:
        raise SourceError([_no_form(file)])
    return form


def _of_word(data: bytes) -> Form:
    file = open_word(data)
    origin = carried(file, [])
    outline = read_word(with_decided(file, lambda made: True))
    if origin is None:
        return replace(_of(outline), why=_FIELDS_ALONE)
    base, theirs = units_of(origin.base), _bounded(outline)
    filled = filled_in(base, theirs, one_answer=origin.one_answer)
    said = {id(one.question): one for one in filled.replies}
    return Form(
        document=origin.document,
        edition=origin.edition,
        version=origin.version,
        questions=tuple(
            Answered(
                question=one.label.text,
                answers=said[id(one.label)].said if id(one.label) in said else (),
                why=said[id(one.label)].why if id(one.label) in said else "",
            )
            for one in asked(base)
        ),
    )


def _of(outline: Outline) -> Form:
    """A file that does not say what was asked: its own questions, then all its other fields."""
    units = _bounded(outline)
    questions = {id(one.parts[-1]): one for one in asked(units)}
    known = {id(part) for one in questions.values() for part in one.parts}
    told: list[Answered] = []
    for unit in (part for one in units for part in (one, *one.cells)):
        if id(unit) in questions:
            told.append(_by_itself(questions[id(unit)]))
        elif id(unit) not in known:
            told += _fields(unit)
    return Form(questions=tuple(told))


def _bounded(outline: Outline) -> Sequence[Unit]:
    refuse_too_much(outline)
    return units_of(outline)


def _by_itself(one: Asked) -> Answered:
    """A question with its own boxes, each with a line perhaps, or with its own field."""
    ticked = [unit.text for unit in one.answers if any(field.value for field in unit.fields)]
    last = one.parts[-1]
    fields = (field for part in one.parts for field in part.fields if field.kind == "text")
    typed = [field.value for field in fields if field.value]
    if not one.answers and not typed and last is not one.label:
        typed = [last.text]
    return Answered(question=one.label.text, answers=(*ticked, *typed))


def _fields(unit: Unit) -> list[Answered]:
    """The fields of a thing, each by what it asks for, or by the words that it stands beside."""
    return [
        Answered(
            question=one.text or unit.text,
            answers=(_TICKED if one.kind == "check" else one.value,) if one.value else (),
        )
        for one in unit.fields
        if one.text or unit.text
    ]


def _unread(file: Path, message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(code="file-unreadable", message=message, place=Place(str(file)), hint=hint)


def _no_form(file: Path) -> Diagnostic:
    return Diagnostic(
        code="answers-no-questions",
        message="There is nothing to fill in here.",
        place=Place(str(file)),
        hint="Is it the form, as a Word file or a PDF with its fields? One that was printed and "
        "scanned, or printed to a PDF, has none.",
    )
