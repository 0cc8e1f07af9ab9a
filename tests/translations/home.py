"""A document of everything that has a structure, and its translation into a pseudo-language."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from exporter.starter import brand_of_house, in_pseudo
from exporter.translations import record

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"><circle r="%d"/></svg>'
FILES = {
    "document.yaml": """\
title: The garden club
language: en-GB
languages: [qps]
version: "1.2"
date: 2026-11
cover: none
contacts:
  main: {name: Garden club, phone: 01632 960123, email: garden@example.org}
pictures:
  ring: {file: pictures/ring.svg, alt: A ring of stones in the garden.}
  disc: {file: pictures/disc.svg, alt: A disc of grass in the garden.}
glossary:
  compost: {word: compost, meaning: What rots and feeds the soil.}
sections: [start, help]
""",
    "sections/start.yaml": """\
heading: Start here
picture: ring
summary: We meet on 3 days of the week.
body: |
  We are 1,200 neighbours who like compost. We have a note.[^money]

  - Bring a spade.
  - Bring gloves.
  - Bring 2 friends.

  ::: figure ring
  Where we sit.
  :::

  ::: chart days
  When people come.
  :::

  [^money]: It costs £4.50.
charts:
  days:
    kind: bar
    labels: Day
    unit: people
    values:
      - {label: Monday, value: 12}
      - {label: Friday, value: 30}
easy_read:
  - text: We meet in the garden.
    picture: ring
  - text: You can come and help.
    picture: disc
  - text: Tell your friends.
    picture: none
sections:
  - id: tools
    heading: Our tools
    body: |
      ::: table sheds
      What is in each shed.
      :::

      See [](#help).
    easy_read: none
    tables:
      sheds:
        columns: {shed: Shed, tools: Tools}
        rows:
          - {shed: North shed, tools: 14 spades}
          - {shed: South shed, tools: 9 forks}
""",
    "sections/help.yaml": """\
heading: Tell us
picture: none
body: |
  ::: question one
  When can you come?

  - In the morning
  - In the evening
  :::

  ::: glossary
  :::

  ::: contact main
  :::
easy_read: none
""",
    "pictures/ring.svg": SVG % 20,
    "pictures/disc.svg": SVG % 9,
}


@dataclass(frozen=True)
class Garden:
    """A folder to work in, with sources/garden in English and in letters with accents."""

    path: Path
    tag: str = "qps"

    @property
    def original(self) -> Path:
        return self.path / "sources/garden"

    @property
    def translation(self) -> Path:
        return self.original / self.tag

    def change(self, file: str, old: str, new: str) -> None:
        """Change words of one file, by its name below sources/garden."""
        path = self.original / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, (file, old, text.count(old))
        path.write_text(text.replace(old, new), "utf-8")

    def line(self, file: str, words: str) -> int:
        """In which line of a file some words stand first."""
        lines = (self.original / file).read_text("utf-8").splitlines()
        return next(number for number, line in enumerate(lines, 1) if words in line)


def garden(folder: Path, tag: str = "qps") -> Garden:
    """The document and its translation, as a translator would leave them."""
    for name, data in _files(tag).items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return Garden(folder, tag)


@cache
def _files(tag: str) -> dict[str, bytes]:
    """Every file of it: begun, turned and recorded once for all tests."""
    with TemporaryDirectory() as name:
        _begin(Path(name), tag)
        there = (one for one in Path(name).rglob("*") if one.is_file())
        return {one.relative_to(name).as_posix(): one.read_bytes() for one in there}


def _begin(folder: Path, tag: str) -> None:
    made = Garden(folder, tag)
    brand_of_house(folder, "The Garden Trust")
    for name, text in FILES.items():
        file = made.original / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    made.change("document.yaml", "languages: [qps]", f"languages: [{tag}]")
    shutil.copytree(made.original, made.translation, ignore=shutil.ignore_patterns("pictures"))
    both = f"language: en-GB\nlanguages: [{tag}]\n"
    made.change(f"{tag}/document.yaml", both, f"language: {tag}\n")
    in_pseudo.turn(made.translation, tag)
    record(made.translation)
