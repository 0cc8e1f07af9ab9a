"""The answers of many forms as one table: a line for each form, a column for each question."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence

from exporter.changes.forms import Answered, Form
from exporter.spreadsheets import guarded

_ABOUT = ("file", "document", "edition", "version")
_REMARKS = "please look"
_AND = "; "


def table(forms: Sequence[tuple[str, Form]]) -> str:
    """The forms by the names of their files, as CSV. No cell is a formula."""
    named = [(name, form, dict(_by_column(form))) for name, form in forms]
    columns = list(dict.fromkeys(column for _, _, cells in named for column in cells))
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\n")
    heads = [f"{words} ({number})" if number > 1 else words for words, number in columns]
    writer.writerow(map(guarded, (*_ABOUT, *heads, _REMARKS)))
    for name, form, cells in named:
        row = [name, form.document, form.edition, form.version]
        row += [_AND.join(cells[column].answers) if column in cells else "" for column in columns]
        remarks = [f"{one.question} {one.why}" for one in form.questions if one.why]
        remarks = [form.why, *remarks] if form.why else remarks
        writer.writerow(map(guarded, (*row, " ".join(remarks))))
    return made.getvalue()


def _by_column(form: Form) -> Iterator[tuple[tuple[str, int], Answered]]:
    """Each question by its words, and how often they have been asked."""
    count: Counter[str] = Counter()
    for one in form.questions:
        count[one.question] += 1
        yield (one.question, count[one.question]), one
