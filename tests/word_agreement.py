"""Where those that look at a Word file contradict each other: its rules, and the reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from exporter.diagnostics import Diagnostic
from exporter.outline import Entry, clean

_NOT_READ_BACK = ("in a header", "in a footer", "in a comment")
_UNREADABLE = ("word-unreadable", "word-encrypted", "word-old-format", "word-macros")
_HEADINGS_QUOTED = ("word-heading-skipped", "word-heading-first", "word-heading-long")


def contradictions(found: Sequence[Diagnostic], told: Sequence[Entry] | None) -> Iterator[str]:
    """In words. `told` is all that a reader meets, in order; None where nobody can read it."""
    unreadable = any(one.code in _UNREADABLE for one in found)
    if unreadable != (told is None):
        yield "one can read it and the other cannot"
    if told is None:
        return
    read = [one for one in found if one.where not in _NOT_READ_BACK]
    yield from _counted(read, told)
    yield from _headings(read, told)
    yield from _quoted(read, told)


def _of(found: Sequence[Diagnostic], code: str, message: str = "") -> list[Diagnostic]:
    return [one for one in found if one.code == code and message in one.message]


def _counted(found: Sequence[Diagnostic], told: Sequence[Entry]) -> Iterator[str]:
    silent = [one for one in told if one.role == "figure" and not one.text]
    asked = _of(found, "word-alt-missing")
    if len(silent) != len(asked):
        yield f"{len(asked)} pictures without a description, and {len(silent)} are told without one"
    tables = [one for one in told if one.role == "table"]
    for code in ("word-table-header-missing", "word-table-description-missing"):
        if len(_of(found, code)) > len(tables):
            yield f"{code}: {len(_of(found, code))} times, and {len(tables)} tables are told"
    unasked = [one for one in told if one.role == "field" and not one.text]
    fields = _of(found, "word-control-untitled", "form field")
    if len(fields) > len(unasked):
        yield f"{len(fields)} fields ask nothing, and {len(unasked)} are told so"
    empty = [one for one in told if one.role == "link" and not one.text]
    if len(_of(found, "word-link-text", "no words")) > len(empty):
        yield "a link without words is told with words, or not at all"


def _headings(found: Sequence[Diagnostic], told: Sequence[Entry]) -> Iterator[str]:
    levels = [one.level for one in told if one.role == "heading"]
    for missing in _of(found, "word-headings-missing"):
        allowed = [1] if "but the title" in missing.message else []
        if levels != allowed:
            yield f"there are no headings, and {len(levels)} are told"
    skips = sum(after > before + 1 for before, after in pairwise(levels))
    named = len(_of(found, "word-heading-skipped"))
    first = len(_of(found, "word-heading-first"))
    if not named <= skips <= named + first:
        yield f"{named} levels are left out, and {skips} are told so"
    if first and levels and levels[0] == 1 and skips == named:
        yield "the first heading is not of level 1, and is told so"


def _quoted(found: Sequence[Diagnostic], told: Sequence[Entry]) -> Iterator[str]:
    """Words that a rule quotes are words that are told, as what the rule takes them for."""
    for one in found:
        words = clean(one.words.removesuffix(" …"))
        same = [entry for entry in told if words and entry.text.startswith(words)]
        roles = {entry.role for entry in same}
        match one.code:
            case "word-list-faked" if not roles or "item" in roles:
                yield f"“{words}” is a typed list, and is told as {roles}"
            case "word-heading-faked" if not roles or "heading" in roles:
                yield f"“{words}” is no heading, and is told as {roles}"
            case code if code in _HEADINGS_QUOTED and "heading" not in roles:
                yield f"“{words}” is a heading, and is told as {roles}"
            case "word-alt-file-name" | "word-alt-long" if "figure" not in roles:
                yield f"“{words}” describes a picture, and is told as {roles}"
            case _:
                pass
