"""The language of a file: that in which most of its letters are written."""

from __future__ import annotations

from collections import Counter

from exporter import languages
from exporter.authored import values
from exporter.importing.decide.decisions import Decision
from exporter.importing.walk.pieces import Run, Walked, paras_in


def language_of(walked: Walked) -> tuple[str, Decision | None]:
    """The language, and what is to be told of it."""
    said = values.language_tag(walked.language) or ""
    letters: Counter[str] = Counter()
    for para in paras_in(walked.blocks):
        for one in para.inlines:
            if isinstance(one, Run) and one.text.strip():
                letters[one.language or said] += len(one.text)
    most = values.language_tag(letters.most_common(1)[0][0]) if letters else said
    if most and not languages.same(most, said or most):
        return most, Decision("language-of-most-words", f"{said} → {most}")
    if not said and not most:
        return languages.HOUSE, Decision("language-not-said", languages.HOUSE)
    return said or most or languages.HOUSE, None
