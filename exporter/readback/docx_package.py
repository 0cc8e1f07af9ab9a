"""What the reader needs of a Word file: the document, its notes, its styles and its lists."""

from __future__ import annotations

from dataclasses import dataclass, field

from exporter.readback.docx_numbers import Numbering, numberings
from exporter.word_file.names import Element
from exporter.word_file.opening import WordFile, open_word
from exporter.word_file.styles import Styles


@dataclass(frozen=True, slots=True)
class Part:
    """One XML part with the addresses that its relationships lead to."""

    root: Element
    targets: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Package:
    file: WordFile
    document: Part
    body: Element
    notes: dict[str, Part]
    """"endnote" and "footnote", where the file has them."""
    styles: Styles
    numberings: dict[str, Numbering]

    @property
    def language(self) -> str:
        return self.styles.language


def open_package(data: bytes) -> Package:
    """All that the reader needs. Raises Unreadable."""
    file = open_word(data)
    notes = {}
    for kind in ("endnote", "footnote"):
        there = ((name, file.part(name)) for name in file.of_kind(f"{kind}s"))
        name, root = next(((name, root) for name, root in there if root is not None), ("", None))
        if root is not None:
            notes[kind] = Part(root, _targets(file, name))
    return Package(
        file=file,
        document=Part(file.document, _targets(file, file.main)),
        body=file.body,
        notes=notes,
        styles=file.styles,
        numberings={} if file.numbering is None else numberings(file.numbering),
    )


def _targets(file: WordFile, part: str) -> dict[str, str]:
    """The addresses that the relationships of a part lead to, by their ids."""
    return {
        key: one.target if one.external else file.path(part, one.target)
        for key, one in file.related(part).items()
    }


def number_of(text: str, otherwise: int) -> int:
    """The number that an attribute holds; `otherwise` where a stranger's holds none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else otherwise
