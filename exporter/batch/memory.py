"""What a batch remembers: one line a partner, written as soon as the pack is whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from exporter import fingerprint
from exporter.batch.delivery import Delivery


class Memory:
    """The history of one plan, in output/.state/. The last line about a partner counts."""

    def __init__(self, output: Path, plan: Path) -> None:
        self.output = output
        self.file = output / ".state" / f"batch-{plan.stem}.jsonl"
        self.known: dict[str, dict[str, Any]] = {}
        for line in self._lines():
            try:
                record = json.loads(line)
                self.known[record["partner"]] = record
            except (ValueError, KeyError, TypeError):
                continue  # the last line of a killed run may be half a line

    def _lines(self) -> list[str]:
        try:
            return self.file.read_text("utf-8").splitlines()
        except OSError:
            return []

    def is_current(self, job: Delivery) -> bool:
        """Whether the pack is whole and as it should be."""
        record = self.known.get(job.partner.id)
        if record is None or record["state"] != "delivered" or record["key"] != job.key:
            return False
        folder = job.folder
        for name, (size, changed) in record["written"].items():
            try:
                facts = (folder / name).stat()
            except OSError:
                return False
            if [facts.st_size, facts.st_mtime_ns] != [size, changed]:
                return False
        return True

    def remember(self, record: dict[str, Any]) -> None:
        """Add a line at once, so that a kill loses one pack at most."""
        self.known[record["partner"]] = record
        self.file.parent.mkdir(parents=True, exist_ok=True)
        with self.file.open("a", encoding="utf-8") as stream:
            stream.write("\n" * self._broken_end() + json.dumps(record) + "\n")

    def _broken_end(self) -> int:
        """1 when a killed run left half a line at the end."""
        try:
            with self.file.open("rb") as stream:
                stream.seek(-1, 2)
                return int(stream.read(1) != b"\n")
        except OSError:
            return 0

    def record(self, job: Delivery) -> dict[str, Any]:
        """What there is to tell about a partner."""
        record = self.known.get(job.partner.id)
        current = record is not None and record["key"] == job.key
        if record is not None and current:
            return record
        reason = "new" if record is None else "its sources, brand or words have changed"
        return {
            "partner": job.partner.id,
            "name": job.partner.name,
            "state": "waiting",
            "reason": reason,
            "files": [{"file": file.layout.file} for file in job.files],
        }

    def tidy(self, partners: set[str]) -> None:
        """Keep one line a partner, and only those of the plan."""
        kept = [json.dumps(r) for name, r in sorted(self.known.items()) if name in partners]
        fingerprint.write_whole(self.file, ("\n".join(kept) + "\n").encode())
