"""What a built file depends on, as one hash; and files that appear whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from functools import cache
from pathlib import Path

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_WRITES_NOTHING = re.compile(r"extra *== *[\"'](?:test|bench|cluster|validator)[\"']")
"""What is only installed to test, to measure, to spread work or to judge finished files."""


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def key_of(*parts: object) -> str:
    """One hash of some values that JSON can write."""
    return sha256(json.dumps(parts, sort_keys=True, default=str).encode())


def of_folder(folder: Path) -> str:
    """A hash of every file below a folder: names and bytes, in order.

    Names need not be UTF-8 (old zips from Windows make others). A file that nobody may read counts
    by its name: whether it is needed the loader tells, with its place.
    """
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():  # no pipe and no device: they may never end
            digest.update(os.fsencode(file.relative_to(folder)) + b"\0")
            digest.update(of_file(file))
    return digest.hexdigest()


def of_file(file: Path) -> bytes:
    """The hash of a file, read in pieces: somebody's film may lie beside the guide."""
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").digest()
    except OSError:
        return b"cannot be read"


@cache
def of_code() -> str:
    """A hash of our own code, and of all that lies beside it: lists, tables, typefaces."""
    digest = hashlib.sha256()
    package = Path(__file__).parent
    for file in sorted(package.rglob("*")):
        if file.is_file() and file.suffix != ".pyc":
            digest.update(file.relative_to(package).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


@cache
def libraries() -> tuple[str, ...]:
    """Every library that this program asks for, and that may change what it writes or reads."""
    from importlib import metadata  # slow to import, and few need it

    try:
        required = metadata.requires("exporter") or []
    except metadata.PackageNotFoundError:  # run from its folder, without having been installed
        required = []
    names = (_NAME.match(one) for one in required if not _WRITES_NOTHING.search(one))
    return tuple(sorted({name[0].lower() for name in names if name}))


@cache
def versions(names: tuple[str, ...]) -> dict[str, str]:
    """The version of each library; empty for one that is not installed."""
    from importlib import metadata

    found = {}
    for name in names:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = ""
    return found


def of_program() -> str:
    """A hash of our own code and of the versions of every library."""
    return key_of(of_code(), versions(libraries()))


def write_whole(file: Path, data: bytes) -> None:
    """Write beside the file and rename, so that nobody ever sees half of it.

    The name beside is new and nobody can guess it, so that no link that lies there is followed;
    the bytes are on the disk before the name is, so that a power cut leaves no empty file. What a
    killed run left behind is taken away.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    start = f".{file.name[:_LONGEST]}."
    for left in _left_behind(file.parent, start):
        left.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=start, suffix=PART)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(0o666 & ~_mask())  # a file for its owner alone is of no use on a shared drive
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


PART = ".part"
"""How the name of a file ends that is being written."""
_LONGEST = 200
"""Most file systems allow names of 255 bytes."""


def _left_behind(folder: Path, start: str) -> list[Path]:
    with os.scandir(folder) as entries:
        names = [e.name for e in entries if e.name.startswith(start) and e.name.endswith(PART)]
    return [folder / name for name in names]


@cache
def _mask() -> int:
    """What this user's new files may not be; it can only be asked by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
