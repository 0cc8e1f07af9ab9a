"""The report of a batch: for people (html), for machines (json), for a spreadsheet (csv).

No clock in it: the same packs give the same report. Written partner by partner, so that a
thousand of them need no more memory than ten.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from exporter import __version__, fingerprint
from exporter.model import Words
from exporter.records import (
    BuiltFile,
    Cover,
    LayoutProof,
    Pack,
    answer,
    layouts_told,
    pack_told,
    to_json,
)
from exporter.reports import batch_page
from exporter.reports.batch_page import checks, validated
from exporter.reports.saying import Saying
from exporter.spreadsheets import guarded

_COLUMNS = (
    "partner", "name", "state", "reason", "file", "sha256", "bytes", "pages", "checks", "proof",
    "validated", "remarks",
)  # fmt: skip


def write(
    output: Path,
    state: Path,
    packs: Sequence[Pack],
    sums: Sequence[str],
    layouts: dict[str, LayoutProof],
    covers: Sequence[Cover],
    left_over: Sequence[str],
    words: Words,
) -> None:
    """Write the three reports, each whole or not at all; if they say what they said, not again.

    `state` is the file that remembers what they said, `sums` a hash of each pack.
    """
    key = fingerprint.key_of(__version__, sums, to_json(covers), left_over, words.entries)
    names = ("report.json", "report.csv", "report.html")
    there = [fingerprint.of_kept(output / name) for name in names]
    if fingerprint.read_kept(state) == _remembered(key, there):
        return
    say = Saying(words)
    needs = (*say.person_decides(), say("person-screen-reader"), say("person-logo"))
    page = batch_page.page(packs, covers, left_over, needs, say)
    pieces = (_json(packs, layouts, covers, left_over, needs), _csv(packs), page)
    written = [_write(output / name, text) for name, text in zip(names, pieces, strict=True)]
    fingerprint.write_whole(state, _remembered(key, written))


def _remembered(key: str, reports: Iterable[str]) -> bytes:
    """What the reports were made of, and the hash of each."""
    return "\n".join((key, *reports)).encode()


def _write(file: Path, pieces: Iterable[str]) -> str:
    return fingerprint.write_pieces(file, (piece.encode() for piece in pieces))


def _shown(pack: Pack) -> dict[str, object]:
    """A pack as JSON; who looked at each file is said in words."""
    files = [
        {**to_json(replace(one, validated=validated(one))), "checks": checks(one)}
        for one in pack.files
    ]
    return {**to_json(pack_told(pack)), "files": files}


def _json(
    packs: Sequence[Pack],
    layouts: dict[str, LayoutProof],
    covers: Sequence[Cover],
    left_over: Sequence[str],
    needs: Sequence[str],
) -> Iterator[str]:
    """One partner a line."""
    value = {
        **answer(program=f"exporter {__version__}", covers=covers),
        "layouts": layouts_told(layouts),
        "no_longer_in_the_plan": list(left_over),
        "needs_a_person": list(needs),
    }
    yield json.dumps(value, indent=1, ensure_ascii=False).removesuffix("\n}")
    yield ',\n "partners": ['
    for number, pack in enumerate(packs):
        yield ",\n" if number else "\n"
        yield f"  {json.dumps(_shown(pack), ensure_ascii=False)}"
    yield "\n ]\n}\n"


def _csv(packs: Sequence[Pack]) -> Iterator[str]:
    line = io.StringIO(newline="")
    writer = csv.writer(line)
    yield "\ufeff"
    writer.writerow(_COLUMNS)
    for pack in packs:
        for file in pack.files or (None,):
            row = {**_row_of(pack), **(_row_of_file(file) if file else {})}
            writer.writerow([_cell(row.get(column, "")) for column in _COLUMNS])
        yield line.getvalue()
        line.seek(0)
        line.truncate()
    yield line.getvalue()


def _row_of(pack: Pack) -> dict[str, object]:
    return {
        "partner": pack.partner,
        "name": pack.name,
        "state": pack.state,
        "reason": pack.reason,
        "remarks": " ".join(pack.remarks),
    }


def _row_of_file(file: BuiltFile) -> dict[str, object]:
    return {
        "file": file.file,
        "sha256": file.sha256,
        "bytes": file.bytes,
        "pages": file.pages,
        "checks": checks(file),
        "proof": file.proof,
        "validated": validated(file),
    }


def _cell(value: object) -> object:
    return guarded(value) if isinstance(value, str) else value
