"""Whether a text says what a word means, where it first stands or soon after."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from exporter.checks.reading import Sentence

NEAR = 2
"""How many sentences after a hard word may explain it."""


def explained(word: str, sentences: Sequence[Sentence], index: int) -> bool:
    """Whether the sentence of first use, or one of the next two, says what the word means."""
    plain = word.lower()
    stem = plain[:-1] if plain.endswith(("s", "e", "y")) and len(plain) > _SHORT else plain
    near = sentences[index : index + 1 + NEAR]
    if any(_explains(_cues(sentence.text), stem) for sentence in near):
        return True
    return any(_THIS_MEANS.match(sentence.text) for sentence in near[1:2])


_THIS_MEANS = re.compile(
    r"(?:this|that|it|these|they)(?: word)? "
    r"(?:means?|is when|is where|are when|is how|stands for)\b",
    re.IGNORECASE,
)
_MEANS = re.compile(
    r" (?:means?|is when|are when|is where|is how|is another word for)\b", re.IGNORECASE
)
_IS = re.compile(
    r" (?:is|are) (?:a|an|the name|what|people|someone|somebody|something|things|ways?|words|money|"
    r"(?!important|clear|true|likely|sure|certain|good|best|better|right|hoped|agreed|said)"
    r"\w{4,40} (?:that|which|who))\b",
    re.IGNORECASE,
)
"""As in “A stent is a tube”, “Antibiotics are medicines that …”."""
_CALLED = re.compile(
    r"\b(?:called|word for this is|known as|name for this is)(?: the| an?)? ", re.IGNORECASE
)
_ARTICLE = re.compile(r"(?:^|\W)(?:an?|your) $")
_QUOTES = "“\"‘”’'"
_SHORT = 5
_ENDING = 4
"""Letters that a form of the word may have more than its stem."""


class _Cues(NamedTuple):
    """What stands, in small letters, before “means”, before “is a”, and after “called”."""

    means: tuple[str, ...]
    is_a: tuple[str, ...]
    called: tuple[str, ...]


@lru_cache(maxsize=20_000)
def _cues(text: str) -> _Cues:
    small = text.lower()
    return _Cues(
        tuple(small[: match.start()] for match in _MEANS.finditer(text)),
        tuple(small[: match.start()] for match in _IS.finditer(text)),
        tuple(small[match.end() :] for match in _CALLED.finditer(text)),
    )


def _explains(cues: _Cues, stem: str) -> bool:
    if any(after.startswith(stem) for after in cues.called):
        return True
    if any(_before(head, stem) is not None for head in cues.means):
        return True
    return any(
        not (before := _before(head, stem) or "").strip() or _ARTICLE.search(before) is not None
        for head in cues.is_a
        if _before(head, stem) is not None
    )


def _before(head: str, stem: str) -> str | None:
    """What stands before the word that some words end in, if it is a form of this stem."""
    words = head.rstrip(_QUOTES)
    start = words.rfind(stem)
    ending = words[start + len(stem) :]
    if start < 0 or len(ending) > _ENDING or (ending and not ending.isalnum()):
        return None
    before = words[:start]
    return None if before[-1:].isalnum() else before.rstrip(_QUOTES)
