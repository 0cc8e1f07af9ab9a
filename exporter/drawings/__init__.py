"""The drawings of the house: people, places and things in one adult hand, one SVG file for each.

`index.yaml` says what each stands for, in which words people ask for it and what it shows.
They come under the licence of the program; a document that uses them needs no credit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from exporter.model import Picture

FOLDER = Path(__file__).parent / "bank"
INDEX = Path(__file__).parent / "index.yaml"
_LONGEST = 80
"""Letters: of a longer name no file system knows whether there is a file."""
_MEASURES = re.compile(rb'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def drawing(name: str) -> Path | None:
    """The file of a drawing; None where there is none of this name."""
    if not _NAME.fullmatch(name) or len(name) > _LONGEST:
        return None
    file = FOLDER / f"{name}.svg"
    return file if file.is_file() else None


@lru_cache(maxsize=32)
def beside_words(name: str) -> Picture:
    """A drawing beside words of the program's own: decoration, for the words say what it shows."""
    file = drawing(name)
    assert file is not None, name
    data = file.read_bytes()
    measures = _MEASURES.search(data)
    assert measures is not None, name
    width, height = map(float, measures.groups())
    return Picture(name=name, media="svg", data=data, alt="", width=width, height=height)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a drawing stands for: its name, and what it shows."""

    name: str
    alt: str


def meant_by(word: str) -> Meaning | None:
    """The drawing that stands for a word, where that is one of the words people ask for it by."""
    return _index().get(word.casefold())


@lru_cache(maxsize=1)
def _index() -> dict[str, Meaning]:
    """Of two drawings with one word the first."""
    found: dict[str, Meaning] = {}
    for row in yaml.safe_load(INDEX.read_text(encoding="utf-8")):
        meaning = Meaning(row["drawing"], row["alt"])
        for word in (row["drawing"].replace("-", " "), *row["words"]):
            found.setdefault(str(word).casefold(), meaning)
    return found


def names() -> tuple[str, ...]:
    """The name of every drawing, in order."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.svg")))
