"""What a batch remembers: one line a partner, written as soon as the pack is whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import overload

from exporter import fingerprint, records
from exporter.making.order import Order
from exporter.making.packs import Delivery
from exporter.records import Pack, Written

_WHY = {
    "files": "it gets other files than before",
    "guide": "the guide, the styles or the program have changed",
    "words": "its words or its brand have changed",
    "pack": "what goes with the files has changed",
}
"""What it means that a part of `Delivery.depends_on` differs, the weightiest first."""


class Memory:
    """The history of one plan, in output/.state/. The last line about a partner counts.

    Lines are kept as they are written, and read when they are asked for: a thousand partners are a
    few megabytes.
    """

    def __init__(self, order: Order) -> None:
        assert order.plan is not None
        self.plan, self.force = order.plan.stem, order.force
        self.file = order.state / f"batch-{self.plan}.jsonl"
        self.trouble = ""
        """Why something could not be written down."""
        self._lines = dict(_read(self.file))

    def of(self, partner: str) -> Pack | None:
        """What is known about a partner."""
        line = self._lines.get(partner)
        return records.remembered(Pack, line) if line else None

    def sum_of(self, partner: str) -> str:
        """A hash of what is known about a partner."""
        return fingerprint.sha256(self._lines.get(partner, b""))

    def why(self, job: Delivery) -> str:
        """Why a pack has to be made; empty when it is whole and as it should be."""
        pack = self.of(job.partner.id)
        if pack is None:
            return "it is new"
        if not pack.delivered:
            return f"it was not delivered before: {pack.reason}"
        before, now = dict(pack.depends_on), dict(job.depends_on())
        for part, reason in _WHY.items():
            if before.get(part) != now[part]:
                return reason
        return _touched(job.folder, pack) or ("--force was asked for" if self.force else "")

    def remember(self, pack: Pack) -> None:
        """Add a line at once, so that a kill loses one pack at most.

        Where a pack could not be made, the files of the one before are still there, and still ours.
        """
        before = None if pack.written else self.of(pack.partner)
        line = records.remember(replace(pack, written=before.written) if before else pack)
        self._lines[pack.partner] = line
        try:
            fingerprint.append_line(self.file, line)
        except OSError as error:
            self.trouble = error.strerror or str(error)

    def no_longer_planned(self, planned: Iterable[str], partners: Path) -> list[str]:
        """Partners that had a pack once, and whose folder is still there."""
        names = self._lines.keys() - set(planned)
        inside = (name for name in names if Path(name).name == name)
        return sorted(name for name in inside if (partners / name).is_dir())

    def prune(self, partner: str, folder: Path) -> Pruned:
        """Take away the pack of a partner who has left: the files that were written for it and
        that nobody has changed since. All else in the folder stays."""
        pack = self.of(partner)
        removed = 0
        for written in pack.written if pack else ():
            try:
                if _is_ours(folder, written):
                    (folder / written.name).unlink()
                    removed += 1
            except OSError:
                continue  # it is gone already, or not ours to delete; what stays is told
        try:
            stays = tuple(sorted(entry.name for entry in folder.iterdir()))
            if not stays:
                folder.rmdir()
        except OSError:
            stays = ()
        if not folder.exists():
            self._lines.pop(partner, None)
        return Pruned(partner, removed, stays)

    def would_prune(self, partner: str, folder: Path) -> Pruned:
        """What `prune` would do; nothing is touched."""
        pack = self.of(partner)
        ours = {one.name for one in pack.written if _is_ours(folder, one)} if pack else set()
        there = {entry.name for entry in folder.iterdir()}
        return Pruned(partner, len(ours & there), tuple(sorted(there - ours)))

    def tidy(self, keep: Iterable[str]) -> None:
        """Keep one line a partner."""
        lines = [self._lines[name] for name in sorted(self._lines.keys() & set(keep))]
        try:
            fingerprint.write_whole(self.file, b"".join(line + b"\n" for line in lines))
        except OSError as error:
            self.trouble = error.strerror or str(error)


@dataclass(frozen=True, slots=True)
class Pruned:
    """What became of the folder of a partner who has left."""

    partner: str
    removed: int
    """How many files were taken away."""
    stays: tuple[str, ...]
    """The names of what is not ours to take away, or was changed."""


class Packs(Sequence[Pack]):
    """What is known of some partners, each read when somebody looks at it."""

    def __init__(self, memory: Memory, partners: Iterable[str]) -> None:
        self.memory, self.partners = memory, tuple(partners)

    def __len__(self) -> int:
        return len(self.partners)

    @overload
    def __getitem__(self, index: int) -> Pack: ...
    @overload
    def __getitem__(self, index: slice) -> Packs: ...
    def __getitem__(self, index: int | slice) -> Pack | Packs:
        if isinstance(index, slice):
            return Packs(self.memory, self.partners[index])
        pack = self.memory.of(self.partners[index])
        assert pack is not None
        return pack


def _read(file: Path) -> Iterator[tuple[str, bytes]]:
    """The lines of a history. The last line of a killed run may be half a line."""
    for line in (fingerprint.read_kept(file) or b"").splitlines():
        pack = records.remembered(Pack, line)
        if pack:
            yield pack.partner, line


def _is_ours(folder: Path, written: Written) -> bool:
    """Whether a file of a pack is there as it was written."""
    file = folder / written.name
    inside = Path(written.name).name == written.name
    return inside and fingerprint.is_whole(file, written.sha256)


def _touched(folder: Path, pack: Pack) -> str:
    """Which file of a pack is gone, or was changed by somebody."""
    for written in pack.written:
        if Path(written.name).name != written.name:
            return "its record is not one of ours"
        if not fingerprint.is_there(folder / written.name):
            return f"{written.name} is not there any more"
        if not fingerprint.is_whole(folder / written.name, written.sha256):
            return f"{written.name} was changed by somebody"
    return ""
