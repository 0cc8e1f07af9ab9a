"""Which bold words are terms: words that a text is about to explain."""

from __future__ import annotations

import re

from exporter.checks.hardness import is_hard
from exporter.checks.reading import Bold, Passage
from exporter.checks.splitting import words_of
from exporter.checks.word_lists import ExtraMissing, frequency
from exporter.checks.word_sets import word_set


def is_term(bold: Bold, passage: Passage) -> bool:
    """Whether bold words promise an explanation: a hard word does, or a thing ("a **bond**").

    A label, a sum or a stressed "**not**" does not.
    """
    if bold.term:
        return True
    spoken = words_of(bold.text.strip(_SIGNS))
    if is_label(bold, passage) or not 0 < len(spoken) <= MOST_WORDS:
        return False
    if any(
        word.kind != "word" or word.text[0].isdigit() or word.lower in _STRESS for word in spoken
    ):
        return False
    try:
        if any(is_hard(word.lower) for word in spoken):
            return True
        thing = _ARTICLE.search(passage.shown.partition(bold.text.strip())[0])
        return thing is not None and all(frequency(word.lower) < _STRESSED for word in spoken)
    except ExtraMissing:
        return all(len(word.lower) > _SHORT for word in spoken)


def is_label(bold: Bold, passage: Passage) -> bool:
    """Whether bold words name what follows, or a place on a screen, as they stand there.

    "**Phone:** 01632", "**Who we are.** We …", "press **Save**", and a whole line in bold.
    """
    text = bold.text.strip()
    if not text or text[-1] in ":.?!":
        return True
    before, _, after = passage.shown.partition(text)
    before, after = before.rstrip(), after.lstrip()
    if not before and (not after or after[0] in ":.?"):
        return True
    begins = before[-1:] in ("", *_ENDS)
    return after[:1] == ":" or (text[0].isupper() and not begins)


MOST_WORDS = 4
"""Of a term; more are a sentence."""
_SIGNS = " .:,"
_ENDS = '.?!:“"‘('
"""Signs after which a word has its capital from beginning a sentence."""
_STRESS = word_set("not no never must is are was be your you we our only always all and or do can")
"""Words of a sentence: bold is stress there."""
_ARTICLE = re.compile(r"(?:^|\s)(?:an?|the)\s+$", re.IGNORECASE)
_STRESSED = 4.8
"""Zipf frequency of words that are bold for stress: the **last** day, the **red** button."""
_SHORT = 5
"""Where the lists of words are not there: letters of a word that is not taken to be hard."""
