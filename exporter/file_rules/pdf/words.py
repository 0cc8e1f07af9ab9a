"""What an element says, as it is drawn or as it says itself."""

from __future__ import annotations

from exporter.pdf_file.tree import Node, PageMark


def words_in(element: Node, words: dict[PageMark, str]) -> str:
    """The words of an element; `words` are those of each marked sequence."""
    if element.actual is not None:
        return element.actual.strip()
    joined = "".join(words.get(mark, "") for mark in element.all_marks())
    actual = "".join(one.actual or "" for one in element.within())
    return " ".join((joined or actual).split())
