"""One file beside the documents that the studio may change: a plan, a brand.

Every change is tried on the file as it is at that moment, is written whole, and is kept as a step
that can be taken back. A file that is a link to another place, or lies in one, is left alone.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from exporter.authored.files import MOST_TEXT
from exporter.fingerprint import write_whole
from exporter.saving import NotSaved, Text, read_text
from exporter.studio.saying import say
from exporter.studio.store import Going, Step, Store


class OneFile:
    """A file inside a folder of the user's, and its steps."""

    def __init__(self, path: Path, inside: Path, store: Store) -> None:
        self.path, self._inside, self._store = path, inside, store
        self._lock = threading.RLock()

    @property
    def is_there(self) -> bool:
        inside = self.path.resolve().is_relative_to(self._inside.resolve())
        return inside and self.path.is_file() and self.path.stat().st_size <= MOST_TEXT

    @property
    def steps(self) -> tuple[int, int]:
        """How many changes were made, and how many there are."""
        return self._store.at()

    def text(self) -> str:
        """What it says; nothing where it is not there. Raises NotSaved when it is no text."""
        return self._read().text

    def change(self, change: Callable[[str], str], what: str = "") -> None:
        """Change it; whatever `change` raises leaves it as it is. Raises NotSaved.

        Changes of the same `what` that follow one another are one step.
        """
        with self._lock:
            there, before = self.is_there, self._read()
            if not there and (self.path.exists() or self.path.is_symlink()):
                raise NotSaved(say("file-leads-elsewhere"))
            after = change(before.text)
            if after != before.text:
                self._write(before.with_text(after))
                was = before.text if there else None
                self._store.add(Step(what, {self.path.name: was}, {self.path.name: after}))

    def undo(self) -> None:
        """Take the last change back. Raises NotSaved where the file was changed elsewhere."""
        self._go(self._store.back)

    def redo(self) -> None:
        """Do a change again that was taken back. Raises NotSaved."""
        self._go(self._store.again)

    def _go(self, step: Callable[[], Going]) -> None:
        with self._lock:
            going, now = step(), self._read()
            if (now.text if self.is_there else None) != going.here.get(self.path.name):
                raise NotSaved(say("changed-elsewhere"))
            wanted = going.there.get(self.path.name)
            if wanted is None:
                self.path.unlink()
            else:
                self._write(now.with_text(wanted))
            self._store.went(going.done)

    def _read(self) -> Text:
        return read_text(self.path) if self.is_there else Text("")

    def _write(self, text: Text) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(self.path, text.data)
