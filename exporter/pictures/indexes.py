"""Lists of pictures and of banks: YAML, or the CSV of a spreadsheet, as forms with places."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from exporter.authored.files import text_of
from exporter.authored.findings import Findings, did_you_mean, nearest
from exporter.authored.forms import Form
from exporter.authored.located import Data, Located
from exporter.diagnostics import Place
from exporter.styles import folder

MOST = 2_000_000
"""Bytes of one index."""
MOST_ROWS = 20_000
"""Pictures that one index lists."""
_CODE = "picture-index-wrong"
_COLUMNS = ("concept", "file", "words", "alt", "credit", "licence", "consent")


def rows_of(index: Path, owner: str, findings: Findings) -> Iterator[Form]:
    """A form for each item of a list, to be asked for; what is none is told."""
    located = (
        _table(index, findings)
        if index.suffix == ".csv"
        else folder.located(index, findings, settings=True, is_list=True, most=MOST)
    )
    if located is not None and located.whole and located.data:
        yield from Form(located, findings, _CODE, owner).forms("", owner)


def _table(index: Path, findings: Findings) -> Located | None:
    """A table as a list of forms. Columns of one's own are left alone, misspelt ones are told."""
    data = folder.read(index, findings, MOST)
    text = text_of(data, str(index), findings) if data is not None else None
    if text is None:
        return None
    first = text.split("\n", 1)[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    located = Located(str(index), {})
    rows: list[Data] = []
    header: list[str] = []
    try:
        for cells in reader:
            if not header:
                header = [cell.strip().lower() for cell in cells]
                _look_at(header, Place(str(index), 1), findings)
            elif len(rows) == MOST_ROWS:
                place = Place(str(index), reader.line_num)
                message = f"This list has more than {MOST_ROWS:,} pictures."
                findings.add(_CODE, place, message, "Make two folders of it, each with its list.")
                break
            elif any(cell.strip() for cell in cells):
                located.places[("", len(rows))] = Place(str(index), reader.line_num)
                pairs = zip(header, cells, strict=False)
                rows.append({key: cell for key, cell in pairs if key in _COLUMNS and cell.strip()})
    except csv.Error as error:
        place = Place(str(index), reader.line_num)
        findings.add(_CODE, place, f"The table cannot be read from here on ({error}).")
    located.data[""] = rows
    return located


def _look_at(header: list[str], place: Place, findings: Findings) -> None:
    for name in header:
        better = nearest(name, _COLUMNS)
        if name not in _COLUMNS and better:
            message, hint = f"An index has no column “{name[:40]}”.", did_you_mean(name, _COLUMNS)
            findings.add(_CODE, place, message, hint, words=name, suggestion=better)
