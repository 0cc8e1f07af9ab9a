"""The fix that a finding knows, as one change of a file: these words become those, at their line.

Only what stands in the file just as the finding says is changed, in one value, and outside of
links' addresses; a person does the rest. Undo takes it back like any other change.
"""

from __future__ import annotations

import re

from exporter.diagnostics import Diagnostic
from exporter.saving import NotSaved, Yaml
from exporter.saving.scalars import Scalar
from exporter.studio.changes import Put
from exporter.studio.saying import say

_MOST_LINES = 40
"""So many lines below the one that a finding names its words are looked for: one paragraph."""
_ADDRESS = re.compile(r"\]\([^)\s]*\)|<[^>\s]*>|https?://\S+")


def stands(text: str, line: int, words: str) -> bool:
    """Whether the words of a finding may stand at its line. It is quick; `fix` looks closely."""
    lines = text.split("\n")[line - 1 : line - 1 + _MOST_LINES]
    return bool(words) and _pattern(words).search("\n".join(lines)) is not None


def knows(text: str, one: Diagnostic) -> bool:
    """Whether a finding in this text has other words for some that stand in it."""
    if not one.suggestion or "\n" in one.suggestion or one.words == one.suggestion:
        return False
    return stands(text, one.place.line, one.words)


def like(words: str, instead: str) -> str:
    """Other words, with a capital where the first ones have theirs."""
    capital = words[:1].isupper() and words[1:].islower()
    return instead[:1].upper() + instead[1:] if capital else instead


def fix(text: str, line: int, words: str, instead: str) -> Put:
    """The change that writes `instead` in place of `words`, from this line on. Raises NotSaved."""
    yaml = Yaml(text)
    for scalar in yaml.scalars:
        last = yaml.line_of(max(scalar.start, scalar.end - 1))
        if not scalar.key_line <= line <= last:
            continue
        if scalar.style != "|" and scalar.line != last:
            continue  # its lines would be wrapped anew
        place = _place(scalar, line, words)
        if place is not None:
            start, end = place
            return Put(scalar.path, scalar.value[:start] + instead + scalar.value[end:])
    raise NotSaved(say("not-fixed"))


def _place(scalar: Scalar, line: int, words: str) -> tuple[int, int] | None:
    """Where in a value the words stand that a finding means: the first, from its line on."""
    value, first = scalar.value, 0
    if scalar.style == "|":
        begun = [0, *(found.end() for found in re.finditer("\n", value))]
        first = begun[min(max(0, line - scalar.line), len(begun) - 1)]
    taken = [one.span() for one in _ADDRESS.finditer(value)]
    for found in _pattern(words).finditer(value, first):
        if not any(start < found.end() and found.start() < end for start, end in taken):
            return found.span()
    return None


def _pattern(words: str) -> re.Pattern[str]:
    """The words as whole words, whatever breaks the lines between them."""
    typed = r"\s+".join(re.escape(word) for word in words.split())
    before = r"(?<!\w)" if re.match(r"\w", words) else ""
    after = r"(?!\w)" if re.search(r"\w$", words.strip()) else ""
    return re.compile(before + typed + after)
