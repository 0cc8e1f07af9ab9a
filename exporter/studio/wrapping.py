"""Texts without the breaks that only keep lines short in the file; and back, breaks and all.

In the file an author's lines end at a hundred signs; in a field they would break once more. What is
typed in the field goes back word by word, so that lines without a change stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\n[ \t]*\n\s*|\n[ \t]*|[ \t]+|[^\s]+")
_MARK = re.compile(
    r"(?:[-+*] |\d{1,9}[.)] |\(?[A-Za-z]{1,4}[.)] |: |> ?|#{1,6} |\||\[\^|:::|```|~~~|--)"
)
"""What begins a line that is no part of the paragraph before it."""
_MOST_TOKENS = 20_000


def unwrapped(text: str) -> str:
    """The text with each paragraph on one line."""
    return "".join(shown for shown, _ in _tokens(text))


def wrapped(before: str, shown: str) -> str:
    """The text of a field as it is typed in the file; `before` is what stands there now."""
    tokens = list(_tokens(before))
    if "".join(one for one, _ in tokens) == shown:
        return before
    new = [found[0] for found in _TOKEN.finditer(shown)]
    old = [one for one, _ in tokens]
    if len(old) + len(new) > _MOST_TOKENS:
        return shown
    made: list[str] = []
    matched = SequenceMatcher(None, old, new, autojunk=False)
    for kind, first, last, begin, end in matched.get_opcodes():
        made += [typed for _, typed in tokens[first:last]] if kind == "equal" else new[begin:end]
    typed = "".join(made)
    return typed if unwrapped(typed) == unwrapped(shown) else shown


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
