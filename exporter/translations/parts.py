"""The parts of a document that are translated one by one, each with a fingerprint of its words.

A part is a section without its sub-sections, or a value or a named thing of document.yaml. Its
fingerprint is made of what was typed: not of line breaks, settings, or answers to findings.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exporter.diagnostics import Place
from exporter.fingerprint import sha256
from exporter.review.parts import code_of
from exporter.translations.sides import Side, place_of, sub_sections
from exporter.typed.kinds import DOCUMENT, SECTION, Kind, kind_of
from exporter.typed.reading import Mapping, Node, Scalar, scalars_in

_VALUES = (
    "title", "subtitle", "easy_subtitle", "description", "imprint", "keywords", "abbreviations",
)  # fmt: skip
_NAMED = ("pictures", "glossary", "contacts", "organisations", "references")
_SAME_IN_ANY = ("contacts", "organisations", "references")
"""Names of people and works: they may be the same words in another language."""
_OF_PEOPLE = ("credit", "licence")
"""The same of what stands beside a picture."""
_KINDS = (Kind.PROSE, Kind.WORDS, Kind.NAME)


@dataclass(frozen=True, slots=True)
class Part:
    """`words` is the fingerprint of its words; `code` also of a picture's bytes."""

    name: str
    """As in translation.yaml: sections/start/tools, document/pictures/ring."""
    called: str
    """As people call it: its heading, or its key."""
    words: str
    code: str
    place: Place
    translates: bool
    """Whether a translation has other words for it."""


def parts_of(side: Side) -> dict[str, Part]:
    """Every part of a document, by name, in reading order."""
    found = [*_of_document(side)]
    for name, section in side.typed.sections:
        found += _of_section(side, section, f"sections/{name}", side.section(name))
    return {one.name: one for one in found}


def _of_document(side: Side) -> Iterator[Part]:
    document, pictures = (
        side.typed.document,
        {one.picture.name: one for one in side.source.pictures},
    )
    for key in _VALUES:
        if key in document.items:
            words = _words(document.items[key], (key,), DOCUMENT)
            yield _part(f"document/{key}", f"{key}:", words, side, document.items[key], True)
    for key in _NAMED:
        for name, node in document.named(key):
            words = _words(node, (key, name), DOCUMENT)
            picture = pictures.get(name) if key == "pictures" else None
            more = sha256(picture.picture.data) if picture and picture.file else ""
            own = key not in _SAME_IN_ANY
            yield _part(f"document/{key}/{name}", f"{key}: {name}", words, side, node, own, more)


def _of_section(side: Side, section: Mapping, name: str, file: Place) -> Iterator[Part]:
    own = Mapping({key: node for key, node in section.items.items() if key != "sections"})
    words = [*_words(own, (), SECTION), *_cells(side, own)]
    yield _part(name, section.text("heading"), words, side, own, True)
    for sub, below in sub_sections(section).items():
        yield from _of_section(side, below, f"{name}/{sub}", file)


def _part(
    name: str,
    called: str,
    words: list[tuple[str, str]],
    side: Side,
    node: Node,
    translates: bool,
    more: str = "",
) -> Part:
    code = code_of(words)
    own = (text for keys, text in words if not keys.endswith(_OF_PEOPLE))
    letters = any(sign.isalpha() for text in own for sign in text)
    place = place_of(node, side.document)
    return Part(name, called, code, code_of([code, more]), place, translates and letters)


def _words(node: Node, path: tuple[str, ...], table: dict[str, Kind]) -> list[tuple[str, str]]:
    """Each value that is words or a name, with the keys that lead to it; spaces count once."""
    return [
        (".".join(keys), " ".join(one.text.split()))
        for keys, one in scalars_in(node, path)
        if kind_of(keys, table) in _KINDS
    ]


def _cells(side: Side, section: Mapping) -> Iterator[tuple[str, str]]:
    """The cells of the CSV files that a section names."""
    for key in ("tables", "charts"):
        for name, node in section.named(key):
            file = node.text("file")
            rows: tuple[tuple[Scalar, ...], ...] = side.typed.tables.get(file, ())
            for row in (side.typed.heads.get(file, ()), *rows):
                yield from ((f"{key}.{name}", " ".join(cell.text.split())) for cell in row)
