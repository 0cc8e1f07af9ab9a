"""Texts without the breaks that only keep lines short in the file; and back, breaks and all.

In the file an author's lines end at a hundred signs; in a field they would break once more. What is
typed in the field goes back word by word, so that lines without a change stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

_TOKEN = re.compile(r"\n[ \t]*\n\s*|\n[ \t]*|[ \t]+|[^\s]+")
_MARK = re.compile(r"(?:[-+*] |\d{1,9}[.)] |\(?[A-Za-z]{1,4}[.)] |: |> ?|#|\||\[\^|:::|```|~~~|--)")
"""What begins a line that is no part of the paragraph before it."""
_MOST_PAIRS = 200_000
"""So many pairs of words are compared at most; beyond that the changed part is typed as it came."""


def unwrapped(text: str) -> str:
    """The text with each paragraph on one line."""
    return "".join(shown for shown, _ in _tokens(text))


def wrapped(before: str, shown: str) -> str:
    """The text of a field as it is typed in the file; `before` is what stands there now.

    Only what lies between the first and the last word that differ is compared, so that typing in a
    long text takes as long as in a short one.
    """
    old = _words(_tokens(before))
    new = _words((found[0], found[0]) for found in _TOKEN.finditer(shown))
    begin = _alike(zip(old, new, strict=False))
    most = min(len(old), len(new)) - begin
    end = min(most, _alike(zip(reversed(old), reversed(new), strict=False)))
    middle = _joined(old[begin : len(old) - end], new[begin : len(new) - end])
    kept = [one.typed for one in old[:begin]], [one.typed for one in old[len(old) - end :]]
    typed = "".join([*kept[0], *middle, *kept[1]])
    return typed if unwrapped(typed) == unwrapped(shown) else shown


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with what stands behind it: as a field shows it, and as it is typed."""

    shown: str
    typed: str


def _words(tokens: Iterable[tuple[str, str]]) -> list[_Word]:
    words: list[_Word] = []
    for shown, typed in tokens:
        if words and not shown.strip():
            words[-1] = _Word(words[-1].shown + shown, words[-1].typed + typed)
        else:
            words.append(_Word(shown, typed))
    return words


def _alike(pairs: Iterable[tuple[_Word, _Word]]) -> int:
    """How many pairs, from the first on, show the same."""
    return sum(1 for _ in takewhile(lambda pair: pair[0].shown == pair[1].shown, pairs))


def _joined(old: list[_Word], new: list[_Word]) -> list[str]:
    """The words of `new`, typed as in `old` where they are in both."""
    if len(old) * len(new) > _MOST_PAIRS:
        return [one.typed for one in new]
    matched = SequenceMatcher(
        None, [one.shown for one in old], [one.shown for one in new], autojunk=False
    )
    made: list[str] = []
    for kind, first, last, begin, end in matched.get_opcodes():
        made += [one.typed for one in (old[first:last] if kind == "equal" else new[begin:end])]
    return made


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    """Words and what stands between them: as a field shows it, and as it is typed."""
    fenced = False
    line = ""
    for found in _TOKEN.finditer(text):
        token = found[0]
        if not token.startswith("\n"):
            line += token
            yield token, token
            continue
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        soft = not fenced and _is_soft(line, token, text[found.end() : found.end() + 40])
        yield (" " if soft else token), token
        line = ""


def _is_soft(line: str, token: str, after: str) -> bool:
    """Whether a break only keeps a line short: the paragraph goes on in the next one."""
    if token.count("\n") > 1 or not line.strip() or not after.strip():
        return False
    if line.endswith(("\\", "  ")) or line.lstrip().startswith((":::", "```", "~~~", "|", "#")):
        return False
    return not _MARK.match(after)
