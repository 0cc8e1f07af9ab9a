"""Rules on the words that the program itself says: "Contents", "Figure 3", "Please note"."""

from __future__ import annotations

from collections.abc import Iterator

from exporter import languages
from exporter.checks.reading import Reading
from exporter.checks.rule import MUST_FIX, PLEASE_ANSWER, Finding, rule
from exporter.languages.recognising import name_of
from exporter.rules import EVERY_LANGUAGE

_MOST = 12
"""Sentences that are named."""


@rule(
    "interface-words-missing",
    title="The program’s own words are in the language of the document.",
    reason="“Contents”, “Figure 3” and “Please note” stand among the author’s words. In another "
    "language many readers cannot use them. They are marked as what they are, so that a screen "
    "reader at least says them rightly.",
    to_do="Ask a person to translate styles/locales/en.yaml, and save the translation beside it, "
    "under the code of the language: cy.yaml for Welsh.",
    cites=("WCAG 3.1.2",),
    languages=EVERY_LANGUAGE,
    easy_read=MUST_FIX,
    prints=MUST_FIX,
    needs="source",
)
def interface_words_missing(reading: Reading) -> Iterator[Finding]:
    assert reading.document is not None
    assert reading.source is not None
    words = reading.document.words
    if not languages.same(words.language, reading.language):
        file = f"styles/locales/{languages.primary(reading.language)}.yaml"
        why = f"The program has no words in {name_of(reading.language)}"
        hint = f"Ask a person to translate styles/locales/en.yaml, and save it as {file}."
        if words.lacking:
            why = f"{file} lacks {len(words.lacking)} sentences, so none of it is used"
            hint = f"Ask a person to translate these as well: {', '.join(words.lacking[:_MOST])}"
            hint += " …" if words.lacking[_MOST:] else "."
        yield Finding(
            message=f"{why}: “{words('contents')}”, “{words('formats')}” are in English.",
            words=words("contents"),
            hint=hint,
            severity=None if reading.source.status == "released" else PLEASE_ANSWER,
        )
