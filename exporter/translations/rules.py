"""What may be wrong between a document and its translation, for `exporter explain`."""

from __future__ import annotations

from exporter.rules import table

_SAME = "exporter, README.md"

_TOLD = {
    "translation-start": (
        "A translation begins with the words of the original, so that nothing of it can be lost: "
        "a speaker writes theirs in their place.",
        _SAME,
    ),
    "translation-record": (
        "translation.yaml holds what people said of each part. It is written by a command.",
        _SAME,
    ),
    "translation-to-do": (
        "Readers of a language get all of it in that language. A part counts as translated when "
        "somebody has recorded it: in words of its own, or by its name where they stay the same.",
        _SAME,
    ),
    "translation-out-of-date": (
        "Whoever reads one language must not be told yesterday's times, prices or rights. What was "
        "changed in the original is looked at by somebody who reads both.",
        _SAME,
    ),
    "translation-changed": (
        "What is put right in a translation may be wrong in the original too.",
        _SAME,
    ),
    "translation-part": (
        "All languages have the same sections, paragraphs, items, tables and questions, so that "
        "people can talk about one document.",
        _SAME,
    ),
    "translation-picture": ("The same pictures stand in the same places.", _SAME),
    "translation-number": (
        "A number that was changed by a slip is what readers remember. Figures are compared "
        "however a language writes them; where one is a word, the section answers the finding.",
        _SAME,
    ),
    "translation-choice": (
        "Choices that change how things are shown are the same in all languages.",
        _SAME,
    ),
    "translation-reference": ("Notes and references lead to the same places.", _SAME),
}

RULES = table(_TOLD)
