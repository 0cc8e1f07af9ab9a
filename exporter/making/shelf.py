"""Where compiled layouts are kept between runs and between processes."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Protocol, TypeVar

from exporter import fingerprint, records
from exporter.formats import Settings
from exporter.making import kept_layout
from exporter.making.layouts import Compiled, Layout
from exporter.records import LayoutProof, WordsChecked

Found = TypeVar("Found", LayoutProof, WordsChecked)


class Shelf(Protocol):
    """Where a worker finds layouts, what was found about them, and pages for the packs."""

    def get(self, key: str, layout: Layout, settings: Settings) -> Compiled | None: ...
    def put(self, compiled: Compiled) -> object: ...
    def proof(self, key: str) -> LayoutProof | None: ...
    def checked(self, key: str) -> WordsChecked | None: ...
    def page(self, key: str) -> bytes: ...


class Store:
    """A shelf on disk, so that any process can take a layout up.

    Nothing on it is believed by its name alone: each file is what it was when it was put there, or
    it is not there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str, layout: Layout, settings: Settings) -> Compiled | None:
        """The layout of this key; None when it is not there, or cannot be read.

        Which layout it is, and with which settings, the asker knows: no path is read from a file.
        """
        file = self._file(key, "template")
        return _taken_up(file, _changed(file), key, layout, settings)

    def put(self, compiled: Compiled) -> str:
        """Keep a layout. Gives its hash, by which `has` knows it again."""
        file = self._file(compiled.key, "template")
        return fingerprint.write_pieces(file, kept_layout.written(compiled))

    def has(self, key: str) -> bool:
        """Whether the layout is there, every byte as it was when it was proved."""
        proof = self.proof(key)
        data = fingerprint.read_kept(self._file(key, "template")) if proof else None
        return bool(proof and data and proof.template == fingerprint.sha256(data))

    def proof(self, key: str) -> LayoutProof | None:
        """What was found about a layout; None when nobody looked."""
        return _read(LayoutProof, self._file(key, "json"), _changed(self._file(key, "json")))

    def checked(self, key: str) -> WordsChecked | None:
        """What was found about the words of a page; None when nobody looked."""
        return _read(WordsChecked, self._file(key, "json"), _changed(self._file(key, "json")))

    def put_found(self, found: LayoutProof | WordsChecked) -> None:
        fingerprint.write_whole(self._file(found.key, "json"), records.remember(found))

    def page(self, key: str) -> bytes:
        """The page about what was checked; empty when it is not there as it was written."""
        checked = self.checked(key)
        file = self._file(key, "html")
        return _page(file, _changed(file), checked.page) if checked else b""

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

    def get(self, key: str, layout: Layout, settings: Settings) -> Compiled | None:
        return self._compiled.get(key)

    def put(self, compiled: Compiled) -> None:
        self._compiled[compiled.key] = compiled

    def proof(self, key: str) -> LayoutProof | None:
        return self._proofs.get(key)

    def checked(self, key: str) -> WordsChecked | None:
        return self._checked.get(key)

    def page(self, key: str) -> bytes:
        return self._pages.get(key, b"")


Change = tuple[int, ...]


def _changed(file: Path) -> Change:
    """When the file was written, and its size: another is read again; () when there is none.

    Who writes can set st_mtime back, but not st_ctime.
    """
    try:
        about = file.stat()
    except OSError:
        return ()
    return about.st_mtime_ns, about.st_ctime_ns, about.st_size


@lru_cache(maxsize=32)
def _taken_up(
    file: Path, changed: Change, key: str, layout: Layout, settings: Settings
) -> Compiled | None:
    data = fingerprint.read_kept(file) if changed else None
    return kept_layout.read(data, key, layout, settings) if data else None


@lru_cache(maxsize=256)
def _read(kind: type[Found], file: Path, changed: Change) -> Found | None:
    data = fingerprint.read_kept(file, _MOST_FOUND) if changed else None
    return records.remembered(kind, data) if data else None


_MOST_FOUND = 20_000_000
"""Bytes of what was found about one layout."""


@lru_cache(maxsize=64)
def _page(file: Path, changed: Change, whole: str) -> bytes:
    data = fingerprint.read_kept(file) if changed else None
    return data if data and fingerprint.sha256(data) == whole else b""
