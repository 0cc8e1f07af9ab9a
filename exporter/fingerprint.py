"""What a built file depends on, as one hash; and files that appear whole or not at all."""

from __future__ import annotations

import hashlib
import json
import re
from functools import cache
from pathlib import Path

from exporter.styles import folder as styles_folder

_NAME = re.compile(r"[A-Za-z0-9._-]+")
_WRITES_NOTHING = re.compile(r"extra *== *[\"'](?:test|bench|cluster|validator)[\"']")
"""What is only installed to test, to measure, to spread work or to judge finished files."""


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def key_of(*parts: object) -> str:
    """One hash of some values that JSON can write."""
    return sha256(json.dumps(parts, sort_keys=True, default=str).encode())


def of_folder(folder: Path) -> str:
    """A hash of every file below a folder: names and bytes, in order."""
    digest = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            digest.update(f"{file.relative_to(folder).as_posix()}\0".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def of_styles(styles: Path | None) -> str:
    """A hash of every style file that may count."""
    folders = [folder for folder in (styles, Path("styles")) if folder and folder.is_dir()]
    return key_of(*(of_folder(folder) for folder in (*folders, styles_folder.shipped())))


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

    What a killed run left behind has the same name, so the next run writes over it.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.part")
    try:
        beside.write_bytes(data)
        beside.replace(file)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
