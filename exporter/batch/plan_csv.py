"""A plan as a spreadsheet writes it: a CSV with a line of column names, and one line a partner.

What spreadsheets do is taken as it comes: semicolons or tabs for commas, a line `sep=;`, a byte
order mark, Windows-1252 or UTF-16, blank lines, empty columns at the end, cells of several lines.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from exporter.batch.partner import KEYS, Entry, fault, one_line, unknown_key
from exporter.diagnostics import Diagnostic, Place
from exporter.spreadsheets import unguarded

_MOST_COLUMNS = 500
_SEPARATORS = ";,\t"


_ALSO_CALLED = {
    "e_mail": "email", "mail": "email", "telephone": "phone", "tel": "phone",
    "phone_number": "phone", "web_address": "web", "website": "web", "address": "post",
    "postal_address": "post", "organisation": "name", "organization": "name",
    "short_name": "id",
}  # fmt: skip
"""How people head a column in a spreadsheet, and what a plan calls it."""


def read_csv(
    data: bytes, file: str, *, grouped: bool = False, needs: tuple[str, ...] = ("id", "name")
) -> tuple[list[Entry], list[Diagnostic]]:
    """Every partner, and the faults of the table. `grouped`: a YAML plan has the groups; `needs`:
    the columns without which nobody knows who is meant."""
    try:
        rows = list(_rows(_text(data), file))
    except _NotATable as problem:
        return [], [fault("plan-unreadable", str(problem), problem.place)]
    if not rows:
        return [], []
    (place, names), *rest = rows
    if len(names) > _MOST_COLUMNS:
        said = f"This line names {len(names):,} columns. Delete those that are no plan's."
        return [], [fault("plan-row-long", said, place)]
    header = [_key(name) for name in names]
    faults = list(_faults_of_header(header, place, grouped, needs))
    if any(found.code == "plan-key-missing" for found in faults):
        return [], faults
    entries = []
    for place, cells in rest:
        own: tuple[Diagnostic, ...] = ()
        if any(cells[len(header) :]):
            said = f"This line has {len(cells)} cells, but there are {len(header)} columns."
            own = (fault("plan-row-long", said, place),)
        pairs = zip(header, cells, strict=False)
        values = {key: cell for key, cell in pairs if key in KEYS and cell}
        entries.append(Entry(values, place, faults=own))
    return entries, faults


def _key(name: str) -> str:
    """What a plan calls a column."""
    key = re.sub(r"[\s-]+", "_", name.strip().lower())
    return _ALSO_CALLED.get(key, key)


def _text(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Excel's “CSV” without “UTF-8” is Windows-1252; no other reading makes sense of it
        return data.decode("cp1252", "replace")


def _rows(text: str, file: str) -> Iterator[tuple[Place, list[str]]]:
    """Each line with cells, and where it begins."""
    above = 0
    told = re.match(r'"?sep=([;,\t|])"?\r?\n', text, re.IGNORECASE)
    if told:
        text, above = text[told.end() :], 1
    separator = told[1] if told else _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begins = 1
    try:
        for row in reader:
            place, begins = Place(file, above + begins), reader.line_num + 1
            cells = [unguarded(one_line(cell)) for cell in row]
            if any(cells):
                yield place, cells
    except csv.Error as error:
        raise _NotATable(Place(file, above + begins), str(error)) from error


class _NotATable(Exception):
    """A quotation mark that never ends, or a cell without end: the rest cannot be told apart."""

    def __init__(self, place: Place, reason: str) -> None:
        self.place = place
        super().__init__(f"The table cannot be read from this line on ({reason}).")


def _separator(text: str) -> str:
    """The sign that stands between column names."""
    first = next((line for line in text.splitlines() if line.strip(f"{_SEPARATORS} ")), "")
    return max(_SEPARATORS, key=first.count)


def _faults_of_header(
    header: list[str], place: Place, grouped: bool, needs: tuple[str, ...]
) -> Iterator[Diagnostic]:
    for number, key in enumerate(header):
        if key and key not in KEYS:
            yield unknown_key(key, place)
        elif key and key in header[:number]:
            yield fault("plan-key-twice", f"There are two columns “{key}”.", place)
    for key in needs:
        if key not in header:
            yield fault("plan-key-missing", f"The table has no column “{key}”.", place)
    if "group" in header and not grouped:
        said = "A CSV alone has no groups."
        hint = "Write a YAML plan with the groups, and in it  partners: the-table.csv"
        yield fault("plan-group-unknown", said, place, hint)
