"""What LibreOffice makes of a Word file: a tagged PDF, read as a list of blocks.

LibreOffice keeps the names of our styles as the names of its tags, so the program's own words and
written-out addresses are known by the same names as in the Word file.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from exporter import fonts
from exporter.outline import Outline
from exporter.pdf_file.tree import Kid, Mark, Node, read_tree
from exporter.readback.pdf_text import Pages

_FILTER = (
    'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"}}'
)
_LONGEST = 300
"""Seconds for all files together; eight take five."""
_PROGRAMS_WORDS = re.compile(r"Furniture|Contents Heading$|Contents \d$")
_MARK = re.compile(r"[0-9]{1,2}")
"""Years are links too, where a reference breaks over a line."""
_PRINT_ONLY = ("Web Address", "Page Reference")

Block: TypeAlias = tuple[str, str]
"""What it is ("H1" … "H6", "figure", "words"), and its letters without blanks."""

Lost: TypeAlias = Callable[[Node, int, str], bool]
"""Whether a kid of a node, given by its index and its words, is what a loss leaves behind."""

LOSSES: dict[str, tuple[str, Lost]] = {
    "list markers": (
        "The marker of an item has no tag (Lbl): it is the first piece of the item's words.",
        lambda node, index, _: index == 0 and node.own.startswith(("List Bullet", "List Number")),
    ),
    "numbers of notes": (
        "Nor has the number before a note.",
        lambda node, index, _: index == 0 and node.own == "Endnote",
    ),
    "marks of notes": (
        "The mark of a note is a link inside the document like any other: digits alone.",
        lambda node, index, words: (
            bool(_MARK.fullmatch(words))
            and _leads_inside(node.kids[index])
            and not _goes_on(node, index)
        ),
    ),
    "decorative pictures": (
        "The mark adec:decorative is dropped: a Figure without Alt stays.",
        lambda node, index, _: _role(node.kids[index]) == "Figure" and not _alt(node.kids[index]),
    ),
    "hyphens of addresses": (
        "A hyphen that does not break has not the tag (Web Address) of the words beside it.",
        lambda node, index, words: words == "-" and _in_address(node, index),
    ),
}
"""What LibreOffice 7.4 loses of a Word file, each loss with how it is known. Three more are in the
form of what is compared: notes stand at the end of the document and not of their section, so they
are compared by themselves; what is foreign or strong, a header cell or a link is not compared; and
pdfium drops some blanks at the ends of LibreOffice's lines, so words are compared by their
letters."""


@dataclass(slots=True)
class Met:
    """What somebody meets who reads the file with a screen reader."""

    blocks: list[Block] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    set_aside: dict[str, int] = field(default_factory=lambda: dict.fromkeys(LOSSES, 0))


def program() -> str | None:
    return shutil.which("soffice") or shutil.which("libreoffice")


def saved_again(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Each Word file, opened by LibreOffice and saved as a Word file. One call for all."""
    soffice = program()
    assert soffice is not None
    made = folder / "saved"
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "docx", "--outdir", str(made)]
    sources = [str(folder / f"{name}.docx") for name in files]
    subprocess.run([*command, *sources], capture_output=True, timeout=_LONGEST, check=True)
    return {name: (made / f"{name}.docx").read_bytes() for name in files}


def converted(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Each Word file as a tagged PDF. One call for all: LibreOffice takes a second to start."""
    soffice = program()
    assert soffice is not None
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", _FILTER, "--outdir", str(folder)]
    sources = [str(folder / f"{name}.docx") for name in files]
    arial = {**os.environ, "XDG_DATA_HOME": str(_with_arial(folder))}
    subprocess.run(
        [*command, *sources], capture_output=True, timeout=_LONGEST, check=True, env=arial
    )
    return {name: (folder / f"{name}.pdf").read_bytes() for name in files}


def _with_arial(folder: Path) -> Path:
    """A folder of data with letters as wide as Arial's: lines and pages end as Word ends them."""
    here = folder / "data" / "fonts"
    here.mkdir(parents=True, exist_ok=True)
    for weight in ("regular", "bold"):
        (here / f"Arimo-{weight}.ttf").write_bytes(fonts.data("Arimo", weight))
    return here.parent


def met_in_pdf(data: bytes) -> Met:
    """The blocks of LibreOffice's PDF."""
    reader = _Reader(Pages(data))
    tree = read_tree(data)
    assert tree.tagged
    try:
        for kid in tree.kids:
            reader.block(kid)
    finally:
        reader.pages.close()
    return reader.met


def met_in_outline(outline: Outline) -> Met:
    """The same of an Outline. What it tells twice (links, foreign, strong words) is told once.

    The name of a field is no word on the page: the answer stands beside it.
    """
    met = Met()
    for entry in outline:
        words = _letters(entry.text)
        match entry.role:
            case "link" | "foreign" | "strong" | "table" | "field":
                pass
            case "note":
                met.notes.append(words)
            case "heading":
                met.blocks.append((f"H{entry.level}", words))
            case "figure":
                met.blocks.append(("figure", words))
            case _ if words:
                met.blocks.append(("words", words))
    return met


def without(headings: Outline, met: Met) -> tuple[Met, list[Block]]:
    """What is met but for the headings that the program added, and those that were not met.

    LibreOffice names a heading by its level and not by its style. What it makes of the line over
    the notes of a section has no words.
    """
    added = [
        (f"H{one.level}", _letters(one.text)) for one in headings
        if one.role == "heading" and one.text != "Notes"
    ]  # fmt: skip
    kept = []
    for block in met.blocks:
        if block in added:
            added.remove(block)
        else:
            kept.append(block)
    return Met(kept, met.notes, met.set_aside), added


class _Reader:
    def __init__(self, pages: Pages) -> None:
        self.pages = pages
        self.met = Met()

    def block(self, kid: Kid) -> None:
        if not isinstance(kid, Node) or _PROGRAMS_WORDS.match(kid.own):
            return
        match kid.role:
            case "Note":
                self.met.notes.append("".join(self.words(node) for node in kid.nodes()))
            case "P" | "H1" | "H2" | "H3" | "H4" | "H5" | "H6":
                words = self.words(kid)
                self.met.blocks += [("figure", _letters(alt)) for alt in _pictures(kid)]
                if words:
                    self.met.blocks.append(("words" if kid.role == "P" else kid.role, words))
            case _:
                for inner in kid.kids:
                    self.block(inner)

    def words(self, node: Node) -> str:
        """The letters of a paragraph, without what a loss has put among them."""
        return "".join(
            words for index, words in self.pieces(node) if not self.lost(node, index, words)
        )

    def pieces(self, node: Node) -> Iterator[tuple[int, str]]:
        for index, kid in enumerate(node.kids):
            if isinstance(kid, Mark):
                yield index, _letters(self.pages.words(kid.page, kid.number, kid.in_form))
            elif isinstance(kid, Node) and kid.own not in _PRINT_ONLY:
                yield index, self.words(kid)

    def lost(self, node: Node, index: int, words: str) -> bool:
        for name, (_, known) in LOSSES.items():
            if known(node, index, words):
                self.met.set_aside[name] += 1
                return True
        return False


def _pictures(node: Node) -> Iterator[str]:
    for kid in node.nodes():
        if kid.role == "Figure" and kid.alt:
            yield kid.alt
        yield from _pictures(kid)


def _leads_inside(kid: Kid) -> bool:
    goal = kid.goal() if isinstance(kid, Node) and kid.role == "Link" else None
    return goal is not None and not goal.address


def _goes_on(node: Node, index: int) -> bool:
    """Whether a link is the rest of the one before it, which a line's end has cut in two."""
    before, here = (
        kid.goal() if isinstance(kid, Node) else None
        for kid in (node.kids[index - 1], node.kids[index])
    )
    return index > 0 and before is not None and before == here


def _in_address(node: Node, index: int) -> bool:
    """Whether a piece stands beside a piece of an address that is written out for paper."""
    sides = (*node.kids[max(0, index - 1) : index], *node.kids[index + 1 : index + 2])
    return any(isinstance(kid, Node) and kid.own == "Web Address" for kid in sides)


def _role(kid: Kid) -> str:
    return kid.role if isinstance(kid, Node) else ""


def _alt(kid: Kid) -> str | None:
    return kid.alt if isinstance(kid, Node) else None


def _letters(text: str) -> str:
    """A box to tick is a sign here, and no word."""
    return "".join(text.split()).replace("\u2610", "").replace("\u25cb", "")
