"""An attack: what lies in the folder, what is asked, and what must come of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

Content: TypeAlias = str | bytes | Callable[[Path], object]
"""What a file holds; or what makes it, given its path."""

RING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>'
HEAD = "title: A small guide\nlanguage: en-GB\n"
START = "sources/guide/sections/start.yaml"
DOCUMENT = "sources/guide/document.yaml"
GUIDE: Mapping[str, Content] = {
    DOCUMENT: f"{HEAD}sections: [start]\n",
    START: "heading: Start here\npicture: none\nbody: Some words.\n",
    "styles/brands/house.yaml": 'publisher: Us\ncolours: {accent: "#0f5c63"}\n',
}
"""A guide that is read at once; an attack changes one of its files."""

READ = "outline guide"
"""Loads the guide and sets nothing: what is wrong in a source is told."""
BUILD = "build --jobs 1 --format html --edition standard"
SECRET = "secret-7f3a"
"""Lies outside the folder in `outside/secret.txt`. Nobody may ever see it."""


@dataclass(frozen=True, slots=True)
class Attack:
    """`says` are words that must be told, in one of the streams; an exit code of 0 needs none."""

    name: str
    files: Mapping[str, Content]
    ask: str
    code: int = 1
    says: str = ""
    never: str = ""
    """What no stream and no file in output/ may have in it."""
    first: str = ""
    """What is asked before, so that there is something to spoil."""
    then: Callable[[Path], object] | None = None
    """What happens between the two."""
    leaves: tuple[str, ...] = ()
    """What the command may make outside output/."""


def pipe(path: Path) -> None:
    """A pipe with a name: who opens it waits for ever."""
    os.mkfifo(path)


def link(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def folder(path: Path) -> None:
    path.mkdir()


def hole(size: int) -> Callable[[Path], None]:
    """A file of so many bytes that takes no room."""

    def make(path: Path) -> None:
        with path.open("wb") as stream:
            stream.truncate(size)

    return make


def put(home: Path, name: str, content: Content) -> None:
    """One file of an attack. Names are as the system has them, also those that are no UTF-8."""
    path = home / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if callable(content):
        content(path)
    else:
        path.write_bytes(
            content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        )


def section(body: str) -> str:
    lines = "".join(f"  {line}\n" for line in body.split("\n"))
    return f"heading: Start here\npicture: none\nbody: |\n{lines}"
