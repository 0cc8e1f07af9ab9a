"""What the studio keeps between two runs: drafts that do not load yet, and every change made.

It lies in `output/.state/studio/`, is data only, and is read with care: what is damaged or not ours
counts as nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from exporter.fingerprint import write_whole

MOST_STEPS = 500
"""So many changes can be taken back."""
MOST_WORD = 40_000_000
_MOST = 8_000_000


@dataclass(frozen=True, slots=True)
class Draft:
    """Words that somebody typed and that are in no file yet. `why` not, in one sentence."""

    file: str
    field: str
    typed: str
    why: str


@dataclass(frozen=True, slots=True)
class Step:
    """One change: files by name, each as it was and as it is since; None is no file."""

    what: str
    """Which field or list it was: changes of one field that follow one another are one step."""
    before: Mapping[str, str | None]
    after: Mapping[str, str | None]


class Store:
    """What is kept of one document."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    # ---- drafts --------------------------------------------------------------------------------

    def drafts(self) -> tuple[Draft, ...]:
        read = _read(self._folder / "drafts.json")
        rows = read if isinstance(read, list) else []
        keys = ("file", "field", "typed", "why")
        good = [
            row for row in rows if isinstance(row, dict) and all(_is_text(row, k) for k in keys)
        ]
        return tuple(Draft(*(row[key] for key in keys)) for row in good)

    def keep_drafts(self, drafts: tuple[Draft, ...]) -> None:
        rows = [
            {"file": one.file, "field": one.field, "typed": one.typed, "why": one.why}
            for one in drafts
        ]
        self._write("drafts.json", rows)

    # ---- a Word file that came back -----------------------------------------------------------

    def word(self) -> bytes | None:
        """The Word file that came back last."""
        file = self._folder / "back.docx"
        there = file.is_file() and not file.is_symlink() and file.stat().st_size <= MOST_WORD
        return file.read_bytes() if there else None

    def keep_word(self, data: bytes) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        write_whole(self._folder / "back.docx", data)

    # ---- steps ---------------------------------------------------------------------------------

    def at(self) -> tuple[int, int]:
        """How many steps are done, and how many there are: those between can be done again."""
        read = _read(self._folder / "at.json")
        if isinstance(read, list) and len(read) == 2 and all(type(one) is int for one in read):
            done, every = read
            return (done, every) if 0 <= done <= every else (0, 0)
        return 0, 0

    def step(self, number: int) -> Step | None:
        read = _read(self._file(number))
        if not isinstance(read, dict) or not _is_text(read, "what"):
            return None
        before, after = _files(read.get("before")), _files(read.get("after"))
        if before is None or after is None:
            return None
        return Step(read["what"], before, after)

    def add(self, step: Step) -> None:
        """Keep one more step. What had been taken back cannot be done again after it."""
        done, _ = self.at()
        last = self.step(done)
        if last is not None and step.what and last.what == step.what and last.after == step.before:
            step = Step(step.what, last.before, step.after)
        else:
            done += 1
        self._write(
            self._file(done).name,
            {"what": step.what, "before": dict(step.before), "after": dict(step.after)},
        )
        self._write("at.json", [done, done])
        old = self._file(done - MOST_STEPS)
        if old.is_file():
            old.unlink()

    def went(self, done: int) -> None:
        """So many steps are done now."""
        _, every = self.at()
        self._write("at.json", [done, every])

    def _file(self, number: int) -> Path:
        return self._folder / f"{number:06}.json"

    def _write(self, name: str, value: object) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(value, ensure_ascii=False, indent=1)
        write_whole(self._folder / name, text.encode())


def _read(file: Path) -> object:
    try:
        if not file.is_file() or file.is_symlink() or file.stat().st_size > _MOST:
            return None
        return json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None


def _is_text(row: Mapping[str, object], key: str) -> bool:
    return isinstance(row.get(key), str)


def _files(value: object) -> dict[str, str | None] | None:
    """Texts by the names of their files, if that is what this is."""
    if not isinstance(value, dict):
        return None
    good = all(
        isinstance(name, str) and (text is None or isinstance(text, str))
        for name, text in value.items()
    )
    return dict(value) if good else None
