"""What a built file depends on, as one hash; and files that appear whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import stat
import tempfile
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from exporter.extras import DISTRIBUTION

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_WRITES_NOTHING = re.compile(r"extra *== *[\"'](?:test|bench|cluster|studio|validator)[\"']")
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
            digest.update(of_source(file))
    return digest.hexdigest()


MOST_READ = 100_000_000
"""Bytes: nothing that is read of a document or of styles may be larger than a part of it."""


def of_source(file: Path) -> bytes:
    """The hash of a file that may be read; one that is too large for anybody counts by its size."""
    try:
        size = file.stat().st_size
    except OSError:
        return b"cannot be read"
    return b"%d bytes" % size if size > MOST_READ else of_file(file)


def of_file(file: Path) -> bytes:
    """The hash of a file, read in pieces."""
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
    for walked, inside, names in os.walk(package):
        inside[:] = sorted(name for name in inside if name != "__pycache__")
        folder = Path(walked)
        within = folder.relative_to(package).as_posix()
        for name in sorted(names):
            file = folder / name
            if not name.endswith(".pyc") and file.is_file():
                digest.update(f"{within}/{name}".encode())
                digest.update(file.read_bytes())
    return digest.hexdigest()


@cache
def libraries() -> tuple[str, ...]:
    """Every library that this program asks for, and that may change what it writes or reads."""
    from importlib import metadata  # slow to import, and few need it

    try:
        required = metadata.requires(DISTRIBUTION) or []
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
    """Write beside the file and rename, so that nobody ever sees half of it. See `write_pieces`."""
    write_pieces(file, (data,))


def write_pieces(file: Path, pieces: Iterable[bytes], *, lasting: bool = True) -> str:
    """Write a file piece by piece, whole or not at all. Gives the hash of its bytes.

    The name beside is new and nobody can guess it, so that no link that lies there is followed;
    the bytes are on the disk before the name is, so that a power cut leaves no empty file: but for
    what need not be `lasting`, and is known by a checksum. What a killed run left behind is taken
    away.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    start = f".{file.name[:_LONGEST]}."
    for left in _left_behind(file.parent, start):
        left.unlink(missing_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=start, suffix=PART)
    beside, digest = Path(name), hashlib.sha256()
    try:
        with os.fdopen(handle, "wb") as stream:
            for piece in pieces:
                stream.write(piece)
                digest.update(piece)
            stream.flush()
            if lasting:
                os.fsync(stream.fileno())
        beside.chmod(0o666 & ~_mask())  # a file for its owner alone is of no use on a shared drive
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return digest.hexdigest()


def take_halves_away(folder: Path) -> None:
    """Take away what killed runs left of files in this folder, where no other run may write."""
    for left in _left_behind(folder, "."):
        left.unlink(missing_ok=True)


PART = ".part"
"""How the name of a file ends that is being written."""
_LONGEST = 200
"""Most file systems allow names of 255 bytes."""


def _left_behind(folder: Path, start: str) -> list[Path]:
    with os.scandir(folder) as entries:
        names = [e.name for e in entries if e.name.startswith(start) and e.name.endswith(PART)]
    return [folder / name for name in names]


MOST_KEPT = 500_000_000
"""Bytes of a file that this program kept for itself: a template of a guide full of photographs."""
_CAREFUL = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def read_kept(file: Path, most: int = MOST_KEPT) -> bytes | None:
    """The bytes of a file that this program wrote once.

    None where there is none: also for a link, a pipe or a device, and for more than `most` bytes:
    we write no such files. Whether the bytes are those that were written, the caller looks.
    """
    try:
        handle = os.open(file, os.O_RDONLY | _CAREFUL)
    except (OSError, ValueError):
        return None
    with os.fdopen(handle, "rb") as stream:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode) or about.st_size > most:
            return None
        try:
            return stream.read(most + 1)
        except OSError:
            return None


def is_there(file: Path) -> bool:
    """Whether a file of ours is there: no link, no pipe and no folder."""
    try:
        return stat.S_ISREG(file.lstat().st_mode)
    except OSError:
        return False


def of_kept(file: Path) -> str:
    """The hash of a file of ours; empty where it is not there."""
    return of_file(file).hex() if is_there(file) else ""


def is_whole(file: Path, sha256: str) -> bool:
    """Whether a file of ours is there, with every byte that it had."""
    return bool(sha256) and of_kept(file) == sha256


def take_link_away(folder: Path) -> None:
    """Take away a link, or a file where a folder of ours should be: what lies there is made anew.

    What the link leads to stays. Raises OSError where it cannot be taken away.
    """
    if folder.is_symlink() or folder.is_file():
        folder.unlink()


def refuse_links(output: Path, folder: Path) -> None:
    """Raise OSError where a folder below `output` is a link, or lies in one: it is not ours."""
    for within in (folder, *folder.parents):
        if within == output:
            return
        if within.is_symlink():
            raise OSError(errno.ELOOP, "its folder is a link to another place", str(within))


def append_line(file: Path, line: bytes) -> None:
    """Add a line at the end of a file; half a line that a killed run left there is ended first.

    Raises OSError, also where a link lies in the place of the file.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.is_symlink() or (file.exists() and not file.is_file()):
        file.unlink()
    handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND | _CAREFUL, 0o666)
    with os.fdopen(handle, "r+b", buffering=0) as stream:
        size = os.fstat(handle).st_size
        stream.seek(max(0, size - 1))
        broken = size and stream.read(1) != b"\n"
        stream.write(b"\n" * bool(broken) + line + b"\n")


@cache
def _mask() -> int:
    """What this user's new files may not be; it can only be asked by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
