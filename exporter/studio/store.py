"""What the studio keeps between two runs: drafts that do not load yet, and every change made.

It lies in `output/.state/studio/`, is data only, and is read with care: what is damaged or not ours
counts as nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from exporter.fingerprint import read_kept, write_whole
from exporter.saving import NotSaved
from exporter.studio.drafts import Draft
from exporter.studio.saying import say

MOST_STEPS = 500
"""So many changes can be taken back."""
MOST_WORD = 40_000_000
_MOST = 40_000_000
"""Bytes of one file of these. More is never written, for it would not be read again."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change: files by name, each as it was and as it is since; None is no file."""

    what: str
    """Which field or list it was: changes of one field that follow one another are one step."""
    before: Mapping[str, str | None]
    after: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Going:
    """A step back, or one that is done again: what files must say `here` to say that `there`."""

    here: Mapping[str, str | None]
    there: Mapping[str, str | None]
    done: int
    """How many steps are done then."""


class Store:
    """What is kept of one document."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    # ---- drafts --------------------------------------------------------------------------------

    def drafts(self) -> tuple[Draft, ...]:
        read = _read(self._folder / "drafts.json")
        rows = read if isinstance(read, list) else []
        return tuple(draft for row in rows if (draft := _draft(row)) is not None)

    def keep_drafts(self, drafts: tuple[Draft, ...]) -> None:
        """Keep these. Raises NotSaved where they are too many to be read again."""
        self._write("drafts.json", [asdict(one) for one in drafts])

    # ---- a Word file that came back -----------------------------------------------------------

    def word(self) -> bytes | None:
        """The Word file that came back last."""
        return read_kept(self._folder / "back.docx", MOST_WORD)

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

    def back(self) -> Going:
        """The last step taken back. Raises NotSaved where there is none."""
        done, _ = self.at()
        step = self.step(done) if done else None
        if step is None:
            raise NotSaved(say("nothing-to-undo"))
        return Going(step.after, step.before, done - 1)

    def again(self) -> Going:
        """The step after it done again. Raises NotSaved where there is none."""
        done, every = self.at()
        step = self.step(done + 1) if done < every else None
        if step is None:
            raise NotSaved(say("nothing-to-redo"))
        return Going(step.before, step.after, done + 1)

    def went(self, done: int) -> None:
        """So many steps are done now."""
        _, every = self.at()
        self._write("at.json", [done, every])

    def _file(self, number: int) -> Path:
        return self._folder / f"{number:06}.json"

    def _write(self, name: str, value: object) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        data = json.dumps(value, ensure_ascii=False, indent=1).encode()
        if len(data) > _MOST:
            raise NotSaved("This is more than the studio can keep.")
        write_whole(self._folder / name, data)


def _read(file: Path) -> object:
    data = read_kept(file, _MOST)
    try:
        return None if data is None else json.loads(data)
    except (ValueError, RecursionError):
        return None


def _draft(row: object) -> Draft | None:
    if not isinstance(row, dict) or not all(_is_text(row, k) for k in ("file", "field", "typed")):
        return None
    beside = row.get("beside", [])
    if not isinstance(beside, list) or not all(one is None or _is_word(one) for one in beside):
        return None
    why, was = (row[key] if _is_text(row, key) else "" for key in ("why", "was"))
    return Draft(row["file"], row["field"], row["typed"], why, was, tuple(beside))


def _is_text(row: Mapping[str, object], key: str) -> bool:
    return _is_word(row.get(key))


def _is_word(value: object) -> bool:
    """Whether it is a text that a file can hold: JSON can spell halves of letters."""
    return isinstance(value, str) and value.encode(errors="replace").decode() == value


def _files(value: object) -> dict[str, str | None] | None:
    """Texts by the names of their files, if that is what this is."""
    if not isinstance(value, dict):
        return None
    good = all(_is_word(name) and (text is None or _is_word(text)) for name, text in value.items())
    return dict(value) if good else None
