"""A small guide on disk, its Word file, and what partners do to that."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from exporter.brand import Brand, ContactLine
from exporter.changes import CameBack, read
from exporter.making.documents import load_document
from exporter.styles.editions import load_edition
from exporter.writers import docx as writer
from tests import build

BRAND = Brand(
    name="riverside",
    publisher="Riverside Council & Friends",
    accent="#1d4f91",
    second="#7a8f2a",
    contact=(ContactLine("phone", "01632 960456", "tel:01632960456"),),
    cover_line="For everyone in Riverside.",
)

DOCUMENT = """\
title: Deciding together
subtitle: A leaflet for those who plan care
language: en-GB
version: "1.2"
date: 2026-11
status: draft
cover: none
contents: none

pictures:
  # drawn by us
  cycle:
    file: pictures/cycle.svg
    alt: Four arrows that go round in a circle
    credit: The guide team
  meeting:
    file: pictures/meeting.svg
    alt: 'People who meet: each says what matters'
    credit: The guide team

glossary:
  carer:
    meaning: Somebody who helps another person, and is not paid for it.
    easy: A carer helps somebody.

sections: [start, more]
"""

START = """\
heading: Where to start
picture: meeting
summary: Begin small, and begin together.
body: |
  Ask people before anything is settled. When a plan is written, **everything** that could
  change has changed already, and those who come late can only nod.

  Give it time.

  Meet where people *are*, not where you are. Our guide to [good meetings](https://example.org/meetings)
  says how, and part [](#more) says why it matters.[^late]

  - Pay people for their time.
  - Ask what they need, and
    write it down.
  - Say what became of it.

  ::: figure cycle
  How it goes round
  :::

  ::: table who
  Who decides what
  :::

  ::: note Please note
  You can stop at any time.
  :::

  The last word is yours.

  [^late]: Late is after the money is spent.
tables:
  who:
    columns:
      stage: Stage
      people: People
      team: The team
    rows:
      # in the order of time
      - stage: Plan
        people: Everyone chooses.
        team: The team listens.
      - stage: Do
        people: |
          People take part.
        team: |
          The team pays.
easy_read:
  - text: |
      We decide together.
    picture: meeting
  - text: |
      You can stop at any time.
    picture: cycle
"""

MORE = """\
heading: Why it matters
picture: cycle
body: |
  People know what they need.

  ::: glossary
  :::

  A carer is there every day.
easy_read:
  - text: |
      You know what you need.
    picture: meeting
"""


@dataclass(frozen=True, slots=True)
class Guide:
    """The guide on disk; `sources` is the folder of all documents."""

    sources: Path

    @property
    def folder(self) -> Path:
        return self.sources / "leaflet"

    def text(self, name: str) -> str:
        return (self.folder / name).read_bytes().decode()

    def texts(self) -> dict[str, str]:
        return {name: self.text(name) for name in FILES}

    def rewrite(self, name: str, old: str, new: str) -> None:
        """What an author changes meanwhile."""
        before = self.text(name)
        assert before.count(old) == 1, old
        (self.folder / name).write_bytes(before.replace(old, new).encode())

    def line(self, name: str, words: str) -> tuple[str, int]:
        """The file and the line on which some words stand, as changes tell them."""
        lines = self.text(name).split("\n")
        (found,) = [number for number, line in enumerate(lines, 1) if words in line]
        return (self.folder / name).as_posix(), found

    def word_file(self, edition: str = "standard", brand: Brand = BRAND) -> bytes:
        made_for = load_edition(edition)
        document = load_document(self.folder, None).adapted(made_for)
        return writer.stamp(writer.compile(document, made_for.theme), brand)

    def back(self, data: bytes, **told: str) -> CameBack:
        return read(data, self.sources, **told)


FILES = ("document.yaml", "sections/start.yaml", "sections/more.yaml")


def guide(folder: Path) -> Guide:
    """The guide, new on disk."""
    made = Guide(folder / "sources")
    (made.folder / "sections").mkdir(parents=True)
    (made.folder / "pictures").mkdir()
    for name, text in zip(FILES, (DOCUMENT, START, MORE), strict=True):
        (made.folder / name).write_text(text)
    for name in ("cycle", "meeting"):
        (made.folder / "pictures" / f"{name}.svg").write_bytes(build.SVG)
    return made
