"""The report of a batch: for people (html), for machines (json), for a spreadsheet (csv).

No clock in it: the same packs give the same report. Written partner by partner, so that a
thousand of them need no more memory than ten.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from exporter import __version__, fingerprint
from exporter.batch import report_page
from exporter.batch.covers import Cover
from exporter.batch.delivery import told
from exporter.batch.memory import Records
from exporter.batch.order import Order
from exporter.batch.store import Record
from exporter.checks import PERSON_DECIDES

NOT_VALIDATED = "not validated here"
NEEDS_A_PERSON = (
    *PERSON_DECIDES,
    "A screen reader tells each file well (tests/people.md says how to try it).",
    "Each logo is used as its owner asks.",
)
_COLUMNS = (
    "partner", "name", "state", "reason", "file", "sha256", "bytes", "pages", "checks", "proof",
    "validated", "remarks",
)  # fmt: skip


def write(
    order: Order,
    records: Records,
    layouts: dict[str, Record],
    covers: Sequence[Cover],
    left_over: Sequence[str],
) -> None:
    """Write the three reports, each whole or not at all; if they say what they said, not again."""
    state = order.state / f"report-{order.plan.stem}.key"
    sums = [fingerprint.sha256(records.memory.line(name)) for name in records.partners]
    key = fingerprint.key_of(__version__, sums, [asdict(one) for one in covers], left_over)
    names = ("report.json", "report.csv", "report.html")
    there = all((order.output / name).is_file() for name in names)
    if there and state.is_file() and state.read_text() == key:
        return
    page = report_page.page(records, _shown, covers, left_over, NEEDS_A_PERSON)
    _write(order.output / "report.json", _json(records, layouts, covers, left_over))
    _write(order.output / "report.csv", _csv(records))
    _write(order.output / "report.html", page)
    fingerprint.write_whole(state, key.encode())


def _write(file: Path, pieces: Iterable[str]) -> None:
    """Write beside the file and rename, like `fingerprint.write_whole`, but piece by piece."""
    beside = file.with_name(f".{file.name}.part")
    try:
        with beside.open("w", encoding="utf-8", newline="") as stream:
            stream.writelines(pieces)
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _shown(record: Record) -> Record:
    """A record without what is only for the next run; who looked at each file is said in words."""
    files = [
        {**one, "validated": _validated(one), "checks": _checks(one)} for one in record["files"]
    ]
    shown = {name: value for name, value in record.items() if name not in ("written", "depends_on")}
    return {**shown, "files": files}


def _validated(file: Record) -> str:
    said = str(file["validated"])
    if not said:
        return NOT_VALIDATED
    return said if "full" in file["proof"] else f"its layout: {said}"


def _checks(file: Record) -> str:
    found = file["to_act_on"]
    more = "" if not found else f", {found} finding{'s' if found > 1 else ''} to act on"
    return f"{file['entries']} things as they were written{more}"


def _json(
    records: Records,
    layouts: dict[str, Record],
    covers: Sequence[Cover],
    left_over: Sequence[str],
) -> Iterator[str]:
    """One partner a line."""
    value = {
        "program": f"exporter {__version__}",
        "layouts": {name: told(one) for name, one in layouts.items()},
        "covers": [asdict(cover) for cover in covers],
        "no_longer_in_the_plan": list(left_over),
        "needs_a_person": list(NEEDS_A_PERSON),
    }
    yield json.dumps(value, indent=1, ensure_ascii=False).removesuffix("\n}")
    yield ',\n "partners": ['
    for number, record in enumerate(records):
        yield ",\n" if number else "\n"
        yield f"  {json.dumps(_shown(record), ensure_ascii=False)}"
    yield "\n ]\n}\n"


def _csv(records: Records) -> Iterator[str]:
    line = io.StringIO(newline="")
    writer = csv.writer(line)
    yield "\ufeff"
    writer.writerow(_COLUMNS)
    for record in map(_shown, records):
        for file in record["files"] or [{}]:
            row = {**record, **file, "remarks": " ".join(record["remarks"])}
            writer.writerow([_safe(row.get(column, "")) for column in _COLUMNS])
        yield line.getvalue()
        line.seek(0)
        line.truncate()
    yield line.getvalue()


def _safe(value: object) -> object:
    """A text that a spreadsheet would take for a formula gets an apostrophe (OWASP)."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r", "\n"):
        return "'" + value
    return value
