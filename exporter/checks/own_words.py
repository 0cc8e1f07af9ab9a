"""Rules on the words that the program itself says: "Contents", "Figure 3", "Please note"."""

from __future__ import annotations

from collections.abc import Iterator

from exporter import languages
from exporter.checks.reading import Reading
from exporter.checks.rule import MUST_FIX, PLEASE_ANSWER, Finding, rule
from exporter.diagnostics import Severity
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
    file = f"styles/locales/{languages.primary(reading.language)}.yaml"
    if not languages.same(words.language, reading.language):
        examples = f"“{words('contents')}”, “{words('formats')}”"
        why = f"The program has no words in {name_of(reading.language)}: {examples} are in English."
        hint = f"Ask a person to translate styles/locales/en.yaml, and save it as {file}."
        shown = words("contents")
    elif words.lacking:
        why = f"{file} lacks {len(words.lacking)} sentences. They are in English."
        hint = f"Ask a person to translate them: {', '.join(words.lacking[:_MOST])}"
        hint += " …" if words.lacking[_MOST:] else "."
        shown = words.lacking[0]
    else:
        return
    yield Finding(message=why, words=shown, hint=hint, severity=_severity(reading))


@rule(
    "interface-words-unverified",
    title="Somebody who speaks the language has read the program’s own words.",
    reason="They stand on every page, and nobody here can tell whether they are right, or what a "
    "reader would say instead.",
    to_do="Ask a speaker to read them, and write the name behind verified-by: in the file.",
    cites=("WCAG 3.1.1",),
    languages=EVERY_LANGUAGE,
    easy_read=MUST_FIX,
    prints=MUST_FIX,
    needs="source",
)
def interface_words_unverified(reading: Reading) -> Iterator[Finding]:
    assert reading.document is not None
    words = reading.document.words
    if words.english and not words.verified_by:  # English and the pseudo-languages need nobody
        file = f"styles/locales/{languages.primary(reading.language)}.yaml"
        yield Finding(
            message=f"Nobody who speaks {name_of(words.language)} has read the words of {file}.",
            words=words.language,
            hint="Ask somebody to read them, and write in it  verified-by: Their name",
            severity=_severity(reading),
        )


def _severity(reading: Reading) -> Severity | None:
    """What a draft may still lack, a released document must have."""
    assert reading.source is not None
    return None if reading.source.status == "released" else PLEASE_ANSWER
