"""Rules on letters: which typeface a document is set in, and what no typeface can spell."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from exporter import fonts
from exporter.authored.deceiving import BREAKS, deceits
from exporter.checks.reading import Reading
from exporter.checks.rule import (
    FOR_INFORMATION,
    MUST_FIX,
    PLEASE_ANSWER,
    Finding,
    at,
    rule,
)
from exporter.checks.writing import quoted
from exporter.extras import with_extra
from exporter.languages import letters
from exporter.rules import EVERY_LANGUAGE

_MOST_WORDS = 12
_MOST_SIGNS = 6


@rule(
    "glyph-missing",
    title="Every letter and sign can be printed in a typeface that is at hand.",
    reason="A sign that no typeface has would be an empty box on the page.",
    to_do="Use another sign, or a word. For letters of other scripts "
    f"install their typefaces. {with_extra('languages')} On Debian: fonts-noto-core.",
    cites=("PDF/UA 7.21",),
    languages=EVERY_LANGUAGE,
    easy_read=MUST_FIX,
    prints=MUST_FIX,
    needs="document",
)
def glyph_missing(reading: Reading) -> Iterator[Finding]:
    assert reading.document is not None
    families = fonts.at_hand(shaped=fonts.needs_shaping(reading.document))
    for passage in reading.passages:
        signs = fonts.lacking(passage.shown, families)
        if signs:
            yield at(passage, f"No typeface here has {_named(signs)}.", words=signs)


def _named(signs: str) -> str:
    """Letters as they are; other signs with their names, by which they can be looked up."""
    letters = "".join(one for one in signs if one.isalpha())
    others = [one for one in signs if not one.isalpha()]
    names = [f"{fonts.shown(one)} ({unicodedata.name(one, 'no name').lower()})" for one in others]
    more = f" and {len(names) - _MOST_SIGNS} more" if len(names) > _MOST_SIGNS else ""
    told = ", ".join(([fonts.shown(letters)] if letters else []) + names[:_MOST_SIGNS])
    return told + more


@rule(
    "sign-unseen",
    title="Signs that show nothing stand only where somebody meant them.",
    reason="They come along when words are copied. They say where a line may end, so a word may "
    "break at a strange place.",
    to_do="Nothing, if you meant it. Else type the word again without copying.",
    cites=("S-own",),
    languages=EVERY_LANGUAGE,
    easy_read=FOR_INFORMATION,
    prints=FOR_INFORMATION,
    needs="document",
)
def sign_unseen(reading: Reading) -> Iterator[Finding]:
    for passage in reading.passages:
        for one in deceits(passage.text):
            if one.harmless and one.words in BREAKS:
                yield at(passage, one.message, words=one.words)


@rule(
    "shaping-absent",
    title="Letters that join or run from the right need Pango for their PDF.",
    reason="Only the weasyprint engine can set such letters in a PDF, and it works with Pango. "
    "Word files and web pages need nothing.",
    to_do="Install the Debian packages libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0.",
    cites=("PDF/UA 7.21",),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="document",
)
def shaping_absent(reading: Reading) -> Iterator[Finding]:
    first = next((one for one in reading.passages if letters.needs_shaping(one.shown)), None)
    if first and not fonts.shaping_is_there():
        words = [word for word in first.shown.split() if letters.needs_shaping(word)]
        message = f"No PDF with “{' '.join(words[:_MOST_WORDS])}” can be made on this machine."
        yield at(first, message, words=words[0])


@rule(
    "typeface-chosen",
    title="A document is set in one typeface, which has every letter of its language.",
    reason="Else single words would change their typeface in the middle of a line. Welsh has ŵ and "
    "ŷ, which Atkinson Hyperlegible has not.",
    to_do="Nothing. If you would like another typeface, choose one with --font.",
    cites=("PDF/UA 7.21",),
    languages=EVERY_LANGUAGE,
    easy_read=FOR_INFORMATION,
    prints=FOR_INFORMATION,
    needs="document",
)
def typeface_chosen(reading: Reading) -> Iterator[Finding]:
    assert reading.edition is not None
    wanted = reading.edition.theme.family
    if not reading.edition.font_asked:
        yield from _given_way(reading, wanted)


@rule(
    "nastaliq-absent",
    title="Urdu is set in Nastaliq.",
    reason="Readers of Urdu learn to read it in Nastaliq. Naskh, the hand of Arabic, is harder for "
    "many of them.",
    to_do="Install the Debian package fonts-noto-core, which has Noto Nastaliq Urdu.",
    cites=("S-own",),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="document",
)
def nastaliq_absent(reading: Reading) -> Iterator[Finding]:
    language = reading.language
    if fonts.wants_nastaliq(language) and not fonts.is_nastaliq(language):
        message = f"No {fonts.NASTALIQ} is on this machine: the PDF is set in Noto Sans Arabic."
        yield Finding(message=message, words=fonts.NASTALIQ)


@rule(
    "typeface-lacks-letters",
    title="The typeface that is asked for has every letter of the language.",
    reason="A document is set in one typeface. One that lacks letters of the language gives way to "
    "one that has them.",
    to_do="Ask for a typeface that has them, or leave --font out.",
    cites=("PDF/UA 7.21",),
    languages=EVERY_LANGUAGE,
    easy_read=PLEASE_ANSWER,
    prints=PLEASE_ANSWER,
    needs="document",
)
def typeface_lacks_letters(reading: Reading) -> Iterator[Finding]:
    assert reading.edition is not None
    if reading.edition.font_asked:
        yield from _given_way(reading, reading.edition.theme.family)


def _given_way(reading: Reading, wanted: str) -> Iterator[Finding]:
    """What is said where the typeface that is wanted is not the one that is taken."""
    family = fonts.family_for(reading.language, wanted)
    if family != wanted:
        lacks = sorted(letters.alphabet(reading.language) - fonts.repertoire(wanted))
        signs = fonts.shown("".join(lacks[:_MOST_WORDS])) + (" …" if lacks[_MOST_WORDS:] else "")
        yield Finding(
            message=f"The document is set in {family}: {wanted} has no {signs}.", words=family
        )


@rule(
    "typeface-changed",
    title="Words that the typeface of the document cannot spell are set in another one.",
    reason="A word is never cut: all of it is in the typeface that has its letters. A reader sees "
    "that it looks a little different.",
    to_do="Nothing, if the words are right.",
    cites=("PDF/UA 7.21",),
    languages=EVERY_LANGUAGE,
    easy_read=FOR_INFORMATION,
    prints=FOR_INFORMATION,
    needs="document",
)
def typeface_changed(reading: Reading) -> Iterator[Finding]:
    assert reading.edition is not None
    assert reading.document is not None
    family = fonts.family_for(reading.language, reading.edition.theme.family)
    families = fonts.at_hand(shaped=fonts.needs_shaping(reading.document))
    changed = [
        (passage, word)
        for passage in reading.passages
        for word in passage.shown.split()
        if set(fonts.lacking(word, (family,))) - fonts.signs() and not fonts.lacking(word, families)
    ]
    if changed:
        words = list(dict.fromkeys(word for _, word in changed))
        message = (
            f"{family} lacks letters of {quoted(words, _MOST_WORDS)}: another typeface has them."
        )
        yield at(changed[0][0], message, words=words[0])
