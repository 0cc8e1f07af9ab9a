"""How a fault harms readers: those that shut people out are told first.

The same fault has the same words in its code in every format (`pdf-alt-missing`,
`word-alt-missing`), so it is derived from them, here and nowhere else; a code that says nothing of
it goes by how much it matters.
"""

from __future__ import annotations

import re
from enum import IntEnum

from exporter.diagnostics import Diagnostic, Severity


class Harm(IntEnum):
    """What a fault does to those who read, the worst first."""

    SHUTS_OUT = 0
    MISLEADS = 1
    TIRES = 2
    UNLOVELY = 3


SIGNS: tuple[tuple[Harm, tuple[str, ...]], ...] = (
    (
        Harm.SHUTS_OUT,
        (
            "unreadable", "encrypted", "locked", "restricted", "old-format", "word-macros",
            "text-apart", "untagged", "page-is-a-picture", "without-letters", "glyph-missing",
            "alt-missing", "alternative-missing", "headings-missing", "header-missing",
            "headers-missing", "table-without-headers", "field-unlabelled", "control-untitled",
            "frame-untitled", "hidden-focus", "words-lost", "zoom-forbidden", "link-empty",
            "link-words-missing", "link-without-words", "contrast", "type-too-small",
            "word-size-small",
        ),
    ),
    (
        Harm.UNLOVELY,
        (
            "compatibility-mode", "metadata-left-over", "colour-two-values", "colour-value",
            "word-order", "page-size", "page-large", "standard-missing", "-unused",
            "styles-mixed", "margin-narrow", "margins-narrow", "first-line", "page-number",
            "page-numbers", "lines-alone", "line-alone", "heading-parted", "heading-alone",
            "direct-formatting", "property-missing", "many-typefaces", "description-missing",
            "row-splits", "list-incomplete",
        ),
    ),
    (
        Harm.TIRES,
        (
            "too-long", "too-many", "too-often", "justified", "italics", "capitals", "hyphenated",
            "hyphenation", "line-long", "lines-tight", "line-pitch", "letters-close", "effects",
            "columns", "type-light", "centred", "typeface", "picture-blurred", "number-in-words",
            "percentage", "abbreviation", "acronym", "roman-numeral", "sign-for-a-word",
            "double-negative", "date-in-figures", "bold-word", "easy-read-bold", "passive",
            "blank", "blanks", "small-words",
        ),
    ),
    (
        Harm.MISLEADS,
        (
            "link-", "alt-", "heading-first", "heading-several", "language-differs",
            "changes-left", "merged", "scope-missing", "same-thing", "foreign-word", "blurred",
        ),
    ),
)  # fmt: skip
"""Words in codes, in the order in which they are asked; the first that is there counts.

Whole words only: after one that ends in a hyphen another follows, before one that begins with it.
"""
WHOLE = {
    "words-missing": Harm.SHUTS_OUT,
    "translation-number": Harm.MISLEADS,
    "translation-out-of-date": Harm.MISLEADS,
}
"""Codes whose words also stand in codes of other faults ("interface-words-missing")."""
_OTHERWISE = {
    Severity.MUST_FIX: Harm.MISLEADS,
    Severity.PLEASE_ANSWER: Harm.TIRES,
    Severity.FOR_INFORMATION: Harm.UNLOVELY,
    Severity.PERSON_DECIDES: Harm.UNLOVELY,
}


def pattern_of(sign: str) -> str:
    """What finds some words in a code, and no part of a word."""
    before = "" if sign.startswith("-") else "(?<![^-])"
    return before + re.escape(sign) + ("" if sign.endswith("-") else "(?![^-])")


_PATTERNS = tuple((harm, re.compile("|".join(map(pattern_of, signs)))) for harm, signs in SIGNS)


def harm_of(code: str, severity: Severity) -> Harm:
    """What a fault with this code does to readers; `severity` decides where its words do not."""
    if code in WHOLE:
        return WHOLE[code]
    found = (harm for harm, pattern in _PATTERNS if pattern.search(code))
    return next(found, _OTHERWISE[severity])


def worst_first(finding: Diagnostic) -> tuple[object, ...]:
    """A key to sort findings by: how much they matter, what they do to readers, where they are."""
    harm = harm_of(finding.code, finding.severity)
    return (finding.severity, harm, not finding.place.file, finding.place, finding.code)
