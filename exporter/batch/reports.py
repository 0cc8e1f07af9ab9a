"""The report of a batch: for people (html), for machines (json), for a spreadsheet (csv).

No clock in it: the same packs give the same report.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from exporter import __version__, fingerprint
from exporter.batch import report_page
from exporter.batch.covers import Cover
from exporter.batch.delivery import told
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


@dataclass(frozen=True, slots=True)
class Report:
    """All that the three reports tell."""

    partners: list[Record]
    layouts: dict[str, Record]
    covers: Sequence[Cover]
    left_over: Sequence[str]


def write(
    order: Order,
    records: Sequence[Record],
    layouts: dict[str, Record],
    covers: Sequence[Cover],
    left_over: Sequence[str],
) -> None:
    """Write the three reports, each whole or not at all; if they say what they said, not again."""
    state = order.state / f"report-{order.plan.stem}.key"
    names = ("report.json", "report.csv", "report.html")
    parts = [(one["partner"], one["depends_on"], one["state"], one["reason"]) for one in records]
    key = fingerprint.key_of(__version__, parts, [asdict(one) for one in covers], left_over)
    there = all((order.output / name).is_file() for name in names)
    if there and state.is_file() and state.read_text() == key:
        return
    shown = [_shown(record) for record in records]
    report = Report(shown, {name: told(one) for name, one in layouts.items()}, covers, left_over)
    for name, data in zip(names, (_json(report), _csv(report), _html(report)), strict=True):
        fingerprint.write_whole(order.output / name, data)
    fingerprint.write_whole(state, key.encode())


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


def _json(report: Report) -> bytes:
    value: dict[str, Any] = {
        "program": f"exporter {__version__}",
        "partners": report.partners,
        "layouts": report.layouts,
        "covers": [asdict(cover) for cover in report.covers],
        "no_longer_in_the_plan": list(report.left_over),
        "needs_a_person": list(NEEDS_A_PERSON),
    }
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()


def _csv(report: Report) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(_COLUMNS)
    for record in report.partners:
        for file in record["files"] or [{}]:
            row = {**record, **file, "remarks": " ".join(record["remarks"])}
            writer.writerow([_safe(row.get(column, "")) for column in _COLUMNS])
    return ("\ufeff" + buffer.getvalue()).encode()


def _safe(value: object) -> object:
    """A text that a spreadsheet would take for a formula gets an apostrophe (OWASP)."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r", "\n"):
        return "'" + value
    return value


def _html(report: Report) -> bytes:
    return report_page.page(report.partners, report.covers, report.left_over, NEEDS_A_PERSON)
