"""The parts of the file around the pages: catalogue, bookmarks, destinations, parent tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exporter.model import Document, Section, heading_text
from exporter.writers.operators import numbers
from exporter.writers.pdf_reportlab.objects import Objects, text_string
from exporter.writers.pdf_reportlab.structure import LinkTarget, Node, Standard


@dataclass(frozen=True, slots=True)
class Destination:
    """A place of a page, in its own coordinates, and the element there."""

    page: int
    """The object number of the page."""
    x: float
    y: float
    element: int

    @property
    def view(self) -> str:
        return f"[{self.page} 0 R/XYZ {numbers(self.x, self.y)} 0]"

    @property
    def structure_view(self) -> str:
        """A structure destination (ISO 32000-2, 12.3.2.3)."""
        return f"[{self.element} 0 R/XYZ {numbers(self.x, self.y)} 0]"


Destinations = Mapping[str, Destination]


def go_to(anchor: str, destinations: Destinations, standard: Standard) -> str:
    """The action that leads to a place of the document.

    PDF/UA-2, 8.8: the destination is an element; viewers of PDF 1.7 take the named place.
    """
    action = f"/S/GoTo/D{text_string(anchor)}"
    if standard == "ua-2":
        action += f"/SD{destinations[anchor].structure_view}"
    return f"<<{action}>>"


def name_tree(destinations: Destinations, objects: Objects) -> int:
    """All named destinations, in order (ISO 32000-1, 7.9.6)."""
    entries = sorted((key.encode("utf-8"), key) for key in destinations)
    listed = " ".join(f"{text_string(key)}{destinations[key].view}" for _, key in _ordered(entries))
    return objects.add(f"<</Names[{listed}]>>")


def _ordered(entries: list[tuple[bytes, str]]) -> list[tuple[bytes, str]]:
    """By the bytes that stand in the file."""
    return sorted(entries, key=lambda entry: _bytes_of(entry[1]))


def _bytes_of(text: str) -> bytes:
    return text.encode("ascii") if text.isascii() else b"\xfe\xff" + text.encode("utf-16-be")


def identity_tree(notes: list[Node], objects: Objects) -> int:
    """Elements by their ID (ISO 32000-1, table 322)."""
    ordered = sorted(notes, key=lambda note: _bytes_of(note.identity))
    listed = " ".join(f"{text_string(note.identity)}{note.number} 0 R" for note in ordered)
    return objects.add(f"<</Names[{listed}]>>")


def bookmarks(
    document: Document, destinations: Destinations, objects: Objects, standard: Standard
) -> int:
    """The outline of the viewer: all levels, folded below the first."""
    root = objects.reserve()
    first, last, count = _bookmarks(document.sections, root, destinations, objects, standard)
    objects.plain[root] = (
        f"<</Type/Outlines/First {first} 0 R/Last {last} 0 R/Count {count}>>" if count else "<<>>"
    )
    return root


def _bookmarks(
    sections: tuple[Section, ...],
    parent: int,
    destinations: Destinations,
    objects: Objects,
    standard: Standard,
) -> tuple[int, int, int]:
    """The items of one level: the first, the last, how many."""
    taken = [objects.reserve() for _ in sections]
    for index, section in enumerate(sections):
        parts = [f"<</Title{text_string(heading_text(section))}/Parent {parent} 0 R"]
        if index:
            parts.append(f"/Prev {taken[index - 1]} 0 R")
        if index + 1 < len(taken):
            parts.append(f"/Next {taken[index + 1]} 0 R")
        parts.append(f"/A{go_to(section.anchor, destinations, standard)}")
        if section.sections:
            first, last, count = _bookmarks(
                section.sections, taken[index], destinations, objects, standard
            )
            parts.append(f"/First {first} 0 R/Last {last} 0 R/Count -{count}")
        objects.plain[taken[index]] = "".join(parts) + ">>"
    return (taken[0], taken[-1], len(taken)) if taken else (0, 0, 0)


def annotation(
    target: LinkTarget,
    box: tuple[float, float, float, float],
    key: int,
    page: int,
    destinations: Destinations,
    standard: Standard,
) -> str:
    """A link annotation. F 4: it is printed, and so not hidden (ISO 14289-1, 7.18.1)."""
    if target.url:
        action = f"<</S/URI/URI{text_string(target.url)}>>"
    else:
        action = go_to(target.anchor, destinations, standard)
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{numbers(*box)}]/Border[0 0 0]/F 4/P {page} 0 R"
        f"/StructParent {key}/Contents{text_string(target.contents)}/A{action}>>"
    )
