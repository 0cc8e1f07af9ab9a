"""What we read of a Word file, counted, against pandoc's reading of the same file.

    python -m tests.benchmarks word_reading

Words, headings, items, tables, pictures, links and notes of Word files made by us, by LibreOffice,
by python-docx, by pandoc and by hand, and of those that packages ship. Every disagreement is named
with its reason in `KNOWN`; a new one is a fault of ours or of theirs, and somebody must look.
pandoc is asked as a program of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from exporter.outline import Entry, Outline
from exporter.readback.docx import read
from tests.benchmarks.word_samples import samples

COUNTED = ("words", "headings", "items", "tables", "pictures", "links", "notes")

_CONTENTS = "pandoc takes the contents for text and links; to us they are the headings again"
_FRAME = "a table that only sets things side by side, which pandoc counts"
_LEVELS = "pandoc passes over outline levels, with which styles of another name are headings"
_BOXES = "pandoc puts the two answers of a question, each after a box to tick, into one item"
KNOWN: dict[tuple[str, str], str] = {
    ("ours: every-block", "words"): f"{_CONTENTS}; it reads printed addresses, and no line over "
    "the notes",
    ("ours: every-block", "headings"): _LEVELS,
    ("ours: every-block", "items"): _BOXES,
    ("ours: every-block", "pictures"): "pandoc counts the decorative signs of boxes",
    ("ours: every-block", "links"): _CONTENTS,
    ("ours: easy-rows", "words"): _CONTENTS,
    ("ours: easy-rows", "headings"): _LEVELS,
    ("ours: easy-rows", "tables"): _FRAME,
    ("ours: easy-rows", "pictures"): "pandoc counts a decorative picture",
    ("ours: easy-rows", "links"): _CONTENTS,
    ("python-docx: a plan", "tables"): _FRAME,
    ("pandoc: a plan", "words"): "an equation is 1/2+x^2 to us and TeX to pandoc, which joins a "
    "term and its meaning here",
    ("by hand: strangers' ways", "words"): "pandoc reads hidden words, and no text boxes",
    ("by hand: strangers' ways", "headings"): _LEVELS,
    ("by hand: strangers' ways", "tables"): _FRAME,
    ("by hand: strangers' ways", "pictures"): "pandoc has no pictures of older Words, and none "
    "whose file is not there",
    ("LibreOffice: ours.docx", "words"): _CONTENTS,
    ("LibreOffice: ours.docx", "headings"): _LEVELS,
    ("LibreOffice: ours.docx", "items"): _BOXES,
    ("LibreOffice: ours.docx", "pictures"): "pandoc counts the decorative signs of boxes",
    ("LibreOffice: ours.docx", "links"): _CONTENTS,
}
"""Why we and pandoc count otherwise, by file and what is counted."""


@dataclass(slots=True)
class Reading:
    """What one reader met in one file."""

    words: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)

    def count(self, what: str) -> int:
        return self.words.total() if what == "words" else self.counts[what]


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing counted by both; `words` are those that only one of them has, the first few."""

    file: str
    what: str
    ours: int
    pandoc: int
    words: tuple[str, ...] = ()

    @property
    def agree(self) -> bool:
        return self.ours == self.pandoc and not self.words


# ---- ours --------------------------------------------------------------------------------------

_COUNTED_AS = {
    "heading": "headings", "item": "items", "table": "tables", "figure": "pictures",
    "link": "links", "note": "notes",
}  # fmt: skip
_SAID_ELSEWHERE = ("figure", "link", "foreign", "strong", "field")
"""Roles whose words also stand in their block, or in a picture."""


def our_reading(data: bytes) -> Reading:
    """What we meet, with what the program has added: to pandoc it is text like any other."""
    told = read(data)
    return reading_of((*told.outline, *told.furniture))


def reading_of(outline: Outline) -> Reading:
    """What stands in an Outline, counted."""
    found = Reading()
    before: Entry | None = None
    for entry in outline:
        found.counts[_COUNTED_AS.get(entry.role, entry.role)] += 1
        repeated = entry.role == "equation" and before is not None and entry.text in before.text
        if entry.role not in _SAID_ELSEWHERE and not repeated:
            found.words.update(words_in(entry.text))
            before = entry if entry.role != "equation" else before
    return found


def words_in(text: str) -> Iterator[str]:
    """Words as both can be cut into: by white space, and without quotation marks and dashes."""
    for word in text.translate(_SIGNS).split():
        if any(map(str.isalnum, word)):
            yield word


_SIGNS = str.maketrans(dict.fromkeys("“”‘’\"'–—-\u2011…().,:;\u00a0", " "))


# ---- pandoc's ----------------------------------------------------------------------------------


def pandoc() -> str | None:
    """The program, where it is installed."""
    try:
        import pypandoc
    except ImportError:
        return None
    return str(pypandoc.get_pandoc_path())


def pandoc_reading(data: bytes, program: str) -> Reading:
    """What pandoc meets, with tracked changes accepted, as its default is."""
    done = subprocess.run(
        [program, "--from", "docx", "--to", "json"], input=data, capture_output=True, check=True
    )
    tree = json.loads(done.stdout)
    found = Reading()
    # pandoc takes a first paragraph that is called Title or Subtitle for a property
    found.counts["headings"] += "title" in tree["meta"]
    pieces: list[str] = []
    for value in tree["meta"].values():
        _walk(value, found, pieces)
        pieces.append(" ")
    _walk(tree["blocks"], found, pieces)
    found.words.update(words_in("".join(pieces)))
    return found


def _walk(node: Any, found: Reading, pieces: list[str]) -> None:
    if isinstance(node, list):
        for one in node:
            _walk(one, found, pieces)
    elif isinstance(node, dict) and "t" in node:
        _element(node["t"], node.get("c"), found, pieces)
    elif isinstance(node, dict):
        _walk(list(node.values()), found, pieces)


def _element(kind: str, inside: Any, found: Reading, pieces: list[str]) -> None:
    match kind:
        case "Str":
            pieces.append(inside)
        case "Space" | "SoftBreak" | "LineBreak":
            pieces.append(" ")
        case "Code" | "CodeBlock":
            pieces.append(f" {inside[1]} ")
        case "Math":
            found.counts["equation"] += 1
            pieces.append(f" {inside[1]} ")
        case "Image":
            found.counts["pictures"] += 1
        case "Header":
            found.counts["headings"] += 1
            _walk(inside[2], found, pieces)
            pieces.append(" ")
        case "Link":
            found.counts["links"] += 1
            _walk(inside[1], found, pieces)
        case "Note":
            found.counts["notes"] += 1
            pieces.append(" ")
            _walk(inside, found, pieces)
            pieces.append(" ")
        case "BulletList" | "OrderedList":
            items = inside if kind == "BulletList" else inside[1]
            found.counts["items"] += len(items)
            _walk(items, found, pieces)
        case "Table":
            found.counts["tables"] += 1
            _walk(inside, found, pieces)
        case "Para" | "Plain" | "LineBlock":
            _walk(inside, found, pieces)
            pieces.append(" ")
        case "RawInline" | "RawBlock":
            pass
        case _ if inside is not None:
            _walk(inside, found, pieces)
        case _:
            pass


# ---- compared ----------------------------------------------------------------------------------


@cache
def compared(program: str) -> tuple[Compared, ...]:
    """Every file and everything that is counted."""
    return tuple(one for name, data in samples(program) for one in _of_file(name, data, program))


def _of_file(name: str, data: bytes, program: str) -> Iterator[Compared]:
    ours, theirs = our_reading(data), pandoc_reading(data, program)
    for what in COUNTED:
        apart: tuple[str, ...] = ()
        if what == "words":
            more, fewer = ours.words - theirs.words, theirs.words - ours.words
            apart = (*(f"+{word}" for word in more), *(f"-{word}" for word in fewer))
        yield Compared(name, what, ours.count(what), theirs.count(what), apart)


def main() -> None:
    program = pandoc()
    if program is None:
        print("pandoc is not here: pip install pypandoc-binary")
        return
    rows = compared(program)
    print(f"{'':28}" + "".join(f"{what:>12}" for what in COUNTED))
    for name in dict.fromkeys(one.file for one in rows):
        cells = [f"{one.ours} / {one.pandoc}" for one in rows if one.file == name]
        print(f"{name:28}" + "".join(f"{cell:>12}" for cell in cells))
    for one in rows:
        if not one.agree:
            why = KNOWN.get((one.file, one.what), "NOT NAMED")
            print(f"{one.file}, {one.what}: {one.ours} against {one.pandoc}. {why}")
            if one.words:
                print(f"    {' '.join(one.words[:12])}")


if __name__ == "__main__":
    sys.exit(main())
