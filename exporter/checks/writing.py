"""Small helps for the words of a finding."""

from __future__ import annotations


def like(pattern: str, words: str) -> str:
    """`words` with a capital where the pattern has one."""
    if pattern[:1].isupper() and words[:1].islower():
        return words[0].upper() + words[1:]
    return words


def quoted(words: list[str], most: int) -> str:
    """Some words as a person names them: “one”, “two” and 3 more."""
    shown = ", ".join(f"“{word}”" for word in words[:most])
    return f"{shown} and {len(words) - most} more" if len(words) > most else shown


def short(text: str, most: int = 60) -> str:
    """The beginning of a long text, cut between two words."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0] + " …"
