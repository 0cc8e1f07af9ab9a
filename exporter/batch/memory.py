"""What a batch remembers: one line a partner, written as soon as the pack is whole."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from exporter import fingerprint
from exporter.batch.delivery import Delivery, stamp_of
from exporter.batch.store import Record

_WHY = {
    "files": "it gets other files than before",
    "guide": "the guide, the styles or the program have changed",
    "words": "its words or its brand have changed",
    "pack": "what goes with the files has changed",
}
"""What it means that a part of `Delivery.depends_on` differs, the weightiest first."""


class Memory:
    """The history of one plan, in output/.state/. The last line about a partner counts."""

    def __init__(self, state: Path, plan: Path, *, force: bool = False) -> None:
        self.file = state / f"batch-{plan.stem}.jsonl"
        self.force = force
        self.known: dict[str, Record] = {}
        self.trouble = ""
        """Why something could not be written down."""
        for line in self._lines():
            try:
                record = json.loads(line)
                self.known[record["partner"]] = record
            except (ValueError, KeyError, TypeError):
                continue  # the last line of a killed run may be half a line

    def _lines(self) -> list[str]:
        try:
            return self.file.read_text("utf-8", "replace").splitlines()
        except OSError:
            return []

    def why(self, job: Delivery) -> str:
        """Why a pack has to be made; empty when it is whole and as it should be."""
        record = self.known.get(job.partner.id)
        if record is None:
            return "it is new"
        if record.get("state") != "delivered":
            return f"it was not delivered before: {record.get('reason', '')}"
        before, now = record.get("depends_on", {}), job.depends_on()
        for part, reason in _WHY.items():
            if before.get(part) != now[part]:
                return reason
        return _touched(job.folder, record) or ("--force was asked for" if self.force else "")

    def remember(self, record: Record) -> None:
        """Add a line at once, so that a kill loses one pack at most."""
        self.known[record["partner"]] = record
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            with self.file.open("a", encoding="utf-8") as stream:
                stream.write("\n" * self._broken_end() + json.dumps(record) + "\n")
        except OSError as error:
            self.trouble = error.strerror or str(error)

    def _broken_end(self) -> int:
        """1 when a killed run left half a line at the end."""
        try:
            with self.file.open("rb") as stream:
                stream.seek(-1, 2)
                return int(stream.read(1) != b"\n")
        except OSError:
            return 0

    def no_longer_planned(self, planned: Iterable[str], partners: Path) -> list[str]:
        """Partners that had a pack once, and whose folder is still there."""
        names = self.known.keys() - set(planned)
        return sorted(name for name in names if (partners / name).is_dir())

    def tidy(self, keep: Iterable[str]) -> None:
        """Keep one line a partner."""
        names = sorted(self.known.keys() & set(keep))
        lines = "".join(f"{json.dumps(self.known[name])}\n" for name in names)
        try:
            fingerprint.write_whole(self.file, lines.encode())
        except OSError as error:
            self.trouble = error.strerror or str(error)


def _touched(folder: Path, record: Record) -> str:
    """Which file of a pack is gone, or was changed by somebody."""
    for name, written in record.get("written", {}).items():
        try:
            if stamp_of(folder / name) != written:
                return f"{name} was changed by somebody"
        except OSError:
            return f"{name} is not there any more"
    return ""
