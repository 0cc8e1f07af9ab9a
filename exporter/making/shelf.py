"""Where compiled layouts are kept between runs and between processes."""

from __future__ import annotations

import pickle
from functools import lru_cache
from pathlib import Path
from typing import Protocol, TypeVar

from exporter import fingerprint, records
from exporter.making.layouts import Compiled
from exporter.records import LayoutProof, WordsChecked

Found = TypeVar("Found", LayoutProof, WordsChecked)


class Shelf(Protocol):
    """Where a worker finds layouts, what was found about them, and pages for the packs."""

    def get(self, key: str) -> Compiled | None: ...
    def put(self, compiled: Compiled) -> object: ...
    def proof(self, key: str) -> LayoutProof | None: ...
    def checked(self, key: str) -> WordsChecked | None: ...
    def page(self, key: str) -> bytes: ...


class Store:
    """A shelf on disk, so that any process can take a layout up."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str) -> Compiled | None:
        """The layout of this key; None when it is not there, or cannot be read."""
        return _taken_up(self._file(key, "pickle"), _changed(self._file(key, "pickle")))

    def put(self, compiled: Compiled) -> int:
        """Keep a layout. Gives its size, by which `has` knows it again."""
        data = pickle.dumps(compiled, protocol=5)
        fingerprint.write_whole(self._file(compiled.key, "pickle"), data)
        return len(data)

    def has(self, key: str) -> bool:
        """Whether the layout is there, as large as it was when it was proved."""
        try:
            size = self._file(key, "pickle").stat().st_size
        except OSError:
            return False
        proof = self.proof(key)
        return proof is not None and proof.kept == size

    def proof(self, key: str) -> LayoutProof | None:
        """What was found about a layout; None when nobody looked."""
        return _read(LayoutProof, self._file(key, "json"), _changed(self._file(key, "json")))

    def checked(self, key: str) -> WordsChecked | None:
        """What was found about the words of a page; None when nobody looked."""
        return _read(WordsChecked, self._file(key, "json"), _changed(self._file(key, "json")))

    def put_found(self, found: LayoutProof | WordsChecked) -> None:
        fingerprint.write_whole(self._file(found.key, "json"), records.remember(found))

    def page(self, key: str) -> bytes:
        return _page(self._file(key, "html"), _changed(self._file(key, "html")))

    def put_page(self, key: str, data: bytes) -> None:
        fingerprint.write_whole(self._file(key, "html"), data)

    def keep_only(self, keys: set[str]) -> None:
        """Forget what no partner uses any more, and what a killed run left half-written."""
        for file in self.folder.glob("*"):
            if file.stem.split("-")[0] not in keys:
                file.unlink(missing_ok=True)

    def _file(self, key: str, suffix: str) -> Path:
        return self.folder / f"{key}.{suffix}"


class Carried:
    """A shelf that travels with a job to a machine that does not see our disk."""

    def __init__(
        self,
        compiled: tuple[Compiled, ...],
        proofs: tuple[LayoutProof, ...],
        checked: tuple[WordsChecked, ...],
        pages: dict[str, bytes],
    ) -> None:
        self._compiled = {one.key: one for one in compiled}
        self._proofs = {one.key: one for one in proofs}
        self._checked = {one.key: one for one in checked}
        self._pages = pages

    def get(self, key: str) -> Compiled | None:
        return self._compiled.get(key)

    def put(self, compiled: Compiled) -> None:
        self._compiled[compiled.key] = compiled

    def proof(self, key: str) -> LayoutProof | None:
        return self._proofs.get(key)

    def checked(self, key: str) -> WordsChecked | None:
        return self._checked.get(key)

    def page(self, key: str) -> bytes:
        return self._pages.get(key, b"")


def _changed(file: Path) -> int:
    """When the file was written, so that a newer one is read again; 0 when it is not there."""
    try:
        return file.stat().st_mtime_ns
    except OSError:
        return 0


@lru_cache(maxsize=32)
def _taken_up(file: Path, changed: int) -> Compiled | None:
    if not changed:
        return None
    # only files that this program wrote into its own .state folder are ever unpickled
    try:
        compiled = pickle.loads(file.read_bytes())
    except (pickle.UnpicklingError, EOFError, AttributeError, ImportError, OSError):
        return None
    return compiled if isinstance(compiled, Compiled) else None


@lru_cache(maxsize=256)
def _read(kind: type[Found], file: Path, changed: int) -> Found | None:
    try:
        return records.remembered(kind, file.read_bytes()) if changed else None
    except OSError:
        return None


@lru_cache(maxsize=64)
def _page(file: Path, changed: int) -> bytes:
    try:
        return file.read_bytes() if changed else b""
    except OSError:
        return b""
