"""What people wrote beside the words of a Word file: its comments."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.outline import clean
from exporter.word_file.names import Element, W
from exporter.word_file.opening import WordFile
from exporter.word_file.tracked import Author, author_of

_WORDS = (f"{W}t", f"{W}delText")


@dataclass(frozen=True, slots=True)
class Written:
    """One comment: its paragraphs stand on one line."""

    author: Author
    says: str


def written_beside(file: WordFile) -> dict[str, Written]:
    """Every comment by its id, in the order of the file."""
    root = file.one("comments")
    every = () if root is None else root.iter(f"{W}comment")
    return {one.get(f"{W}id", ""): Written(author_of(one), _says(one)) for one in every}


def _says(comment: Element) -> str:
    lines = (
        clean("".join(one.text or "" for one in paragraph.iter(*_WORDS)))
        for paragraph in comment.iter(f"{W}p")
    )
    return " ".join(filter(None, lines))
