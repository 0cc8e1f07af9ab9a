"""What `exporter explain` says when two Outlines differ, and who asks that they are the same."""

from __future__ import annotations

from exporter.rules import table

_TOLD = {
    "words-differ": (
        "Every heading, paragraph, picture, cell, note and link of a file says what its source "
        "says. A difference is a fault of the program, not of the author.",
        "our own rule: the Outline, see ARCHITECTURE.md",
    ),
    "words-missing": (
        "Nothing that the source says is left out of a file.",
        "our own rule: the Outline, see ARCHITECTURE.md",
    ),
    "words-added": (
        "A file says nothing that its source does not say, beside what the program adds and marks.",
        "our own rule: the Outline, see ARCHITECTURE.md",
    ),
    "furniture-missing": (
        "Every file has what the program adds around the author's words: the lines of the cover, "
        "the credits, the other editions, who made it. Its headings are the same in every format.",
        "our own rule: the Outline, see ARCHITECTURE.md; WCAG 3.2.4",
    ),
    "furniture-unmarked": (
        "What the program adds in another language than the document's says so in every file, for "
        "voices and for braille.",
        "our own rule: the Outline, see ARCHITECTURE.md; WCAG 3.1.2",
    ),
    "editions-differ": (
        "Large print and giant print say, word for word, what standard print says. A table may be "
        "set as rows there.",
        "our own rule; UKAAF: large print does not change the words",
    ),
    "heading-not-in-full-edition": (
        "Every heading of an edition is a heading of the source, also where only it has words.",
        "our own rule: readers of different editions can talk about the same part",
    ),
    "heading-order-differs": (
        "The headings of a shorter edition stand in the order of the full one.",
        "our own rule: readers of different editions can talk about the same part",
    ),
    "picture-words-differ": (
        "A picture has the same alternative text in every edition.",
        "our own rule; WCAG 3.2.4",
    ),
}

RULES = table(_TOLD)
