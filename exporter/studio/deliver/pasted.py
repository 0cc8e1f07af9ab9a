"""Rows of a spreadsheet as lines of the plan, whatever people call their columns and documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from exporter.batch.partner import LISTS, Entry, partner_of
from exporter.batch.plan import Known
from exporter.batch.plan_csv import read_csv
from exporter.diagnostics import Diagnostic
from exporter.load.looks import name_of
from exporter.studio.deliver.plan_text import Line, as_typed
from exporter.studio.saying import say

MOST_ROWS = 5_000
"""Of one table that is brought in."""


class Refused(ValueError):
    """A table that was brought in cannot be read. `findings` say why, in the reader's words."""

    def __init__(self, findings: Sequence[Diagnostic]) -> None:
        self.findings = tuple(findings)
        super().__init__(findings[0].message)


def lines_of(
    data: bytes,
    known: Known,
    ids: Mapping[str, str],
    titles: Callable[[], Mapping[str, str]],
) -> tuple[list[Line], list[Diagnostic]]:
    """The rows of a table, and every fault in them.

    A row without an id is of the partner with the same name (`ids`, in small letters), else of a
    new one. `titles` are documents by what people call them; they are asked for where they are
    used.
    """
    entries, faults = read_csv(data, say("pasted-table"), grouped=True, needs=("name",))
    faults = [*faults, *(fault for one in entries for fault in one.faults)]
    if not entries and not faults:
        faults = [Diagnostic(code="plan-empty", message=say("no-rows-pasted"))]
    if len(entries) > MOST_ROWS:
        faults.append(Diagnostic(code="plan-shape", message=say("too-many-rows")))
    names = {key: getattr(known, key) for key in ("documents", "editions", "formats")}
    lines: list[Line] = []
    for entry in entries[: MOST_ROWS + 1]:
        if entry.values.get("documents"):
            entry = _by_name(entry, titles())
        read = partner_of(entry, names)
        lists = {key: getattr(read, key) for key in LISTS if entry.values.get(key)}
        line = {**entry.values, **lists}
        called = as_typed(line.get("name", ""))
        line["id"] = line.get("id") or ids.get(called.casefold()) or name_of(called, "")
        if not line["id"]:
            faults += [one for one in read.faults if one.code == "plan-key-missing"]
        elif any(one["id"] == line["id"] for one in lines):
            said = say("id-twice-pasted", id=line["id"])
            faults.append(Diagnostic(code="plan-id-twice", message=said, place=entry.place))
        lines.append(line)
    return lines, faults


def _by_name(entry: Entry, titles: Mapping[str, str]) -> Entry:
    """The row with the names of documents in the place of their titles, the longest first."""
    words = as_typed(entry.values["documents"])
    for title in sorted(titles, key=len, reverse=True):
        pattern = rf"(?<!\w){re.escape(title)}(?!\w)"
        words = re.sub(pattern, titles[title], words, flags=re.IGNORECASE)
    return replace(entry, values={**entry.values, "documents": words})
