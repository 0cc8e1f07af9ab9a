"""Small document folders for the tests of loading."""

from __future__ import annotations

from pathlib import Path

from exporter.diagnostics import Diagnostic, SourceError
from exporter.load import load

RING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'
USUAL = {
    "document.yaml": "title: A small guide\nlanguage: en-GB\nsections: [start]\n",
    "sections/start.yaml": "heading: Start here\npicture: none\nbody: Some words.\n",
    "pictures/ring.svg": RING,
}
WITH_COVER = (
    "title: A small guide\nlanguage: en-GB\ncover: ring\npictures:\n"
    "  ring: {file: %s, alt: A ring}\nsections: [start]\n"
)


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    """A folder with these files, and the usual ones where they are not given."""
    for name, content in {**USUAL, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def findings_of(folder: Path) -> tuple[Diagnostic, ...]:
    """What loading finds in a folder."""
    try:
        load(folder)
    except SourceError as error:
        return error.findings
    return ()


def lines_of(folder: Path) -> list[str]:
    """What loading finds, as `file:line: code`."""
    start = f"{folder.as_posix()}/"
    return [
        f"{one.place.file.removeprefix(start)}:{one.place.line}: {one.code}"
        for one in findings_of(folder)
    ]
