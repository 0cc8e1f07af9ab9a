"""Where two Outlines part, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.outline import Entry, Outline

MOST_TOLD = 8
"""More differences than this are counted, not told."""
_LONGEST = 90
"""So many characters of an entry's words are shown."""


def difference(expected: Outline, found: Outline, *, code: str = "") -> tuple[Diagnostic, ...]:
    """What differs, in the order of reading: the first few, then how many more there are.

    Each finding stands at the place where the expected entry was written. `code` names them all;
    without it they are `words-differ`, `words-missing` or `words-added`.
    """
    if [entry.key() for entry in expected] == [entry.key() for entry in found]:
        return ()
    told = list(_differences(expected, found, code))
    if len(told) <= MOST_TOLD:
        return tuple(told)
    rest = Diagnostic(
        code=code or "words-differ",
        message=f"There are {len(told) - MOST_TOLD} more differences after these.",
    )
    return (*told[:MOST_TOLD], rest)


def _differences(expected: Outline, found: Outline, code: str) -> Iterator[Diagnostic]:
    matcher = SequenceMatcher(
        None, [entry.key() for entry in expected], [entry.key() for entry in found], autojunk=False
    )
    for kind, begin, end, found_begin, found_end in matcher.get_opcodes():
        if kind == "equal":
            continue
        common = min(end - begin, found_end - found_begin)
        for step in range(common):
            one, other = expected[begin + step], found[found_begin + step]
            yield _changed(begin + step, one, other, code)
        for number in range(begin + common, end):
            yield finding(
                code or "words-missing",
                expected[number].place,
                f"Entry {number + 1}, {_shown(expected[number])}, is missing.",
            )
        place = expected[end - 1].place if end else Place()
        for number in range(found_begin + common, found_end):
            yield finding(
                code or "words-added",
                place,
                f"Entry {number + 1} of the file, {_shown(found[number])}, should not be there.",
            )


def _changed(number: int, expected: Entry, found: Entry, code: str) -> Diagnostic:
    if expected.role == found.role:
        message = f"Entry {number + 1}, {_kind(expected)}: {_changes(expected, found)}."
    else:
        message = (
            f"Entry {number + 1} should be {_shown(expected)}, but the file has {_shown(found)}."
        )
    return finding(code or "words-differ", expected.place, message, expected.text)


def _changes(expected: Entry, found: Entry) -> str:
    """What differs between two entries of one role."""
    parts = []
    if expected.text != found.text:
        one, other = _where_they_part(expected.text, found.text)
        parts.append(f"the words should be “{one}”, but the file has “{other}”")
    if expected.level != found.level:
        parts.append(f"the level should be {expected.level}, but is {found.level}")
    if expected.marker != found.marker:
        parts.append(
            f"the number of “{short(expected.text)}” should be {expected.marker or 'none'}, "
            f"but is {found.marker or 'none'}"
        )
    if expected.language != found.language:
        parts.append(
            f"the language should be {expected.language or 'the document’s'}, "
            f"but is {found.language or 'the document’s'}"
        )
    if expected.headers != found.headers:
        parts.append(
            f"the headers of “{short(expected.text)}” should be {_listed(expected.headers)}, "
            f"but are {_listed(found.headers)}"
        )
    if expected.target != found.target:
        parts.append(
            f"“{short(expected.text)}” should lead to {expected.target or 'a place in here'}, "
            f"but leads to {found.target or 'a place in here'}"
        )
    return "; ".join(parts)


def _where_they_part(one: str, other: str) -> tuple[str, str]:
    """The words round the first difference of two texts."""
    same = next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    begin = max(0, same - 30)
    return tuple(  # type: ignore[return-value]
        ("…" if begin else "") + text[begin : begin + _LONGEST] + ("…" * (len(text) > begin + 90))
        for text in (one, other)
    )


def _kind(entry: Entry) -> str:
    return f"{entry.role} of level {entry.level}" if entry.level else entry.role


def _shown(entry: Entry) -> str:
    return f"{_kind(entry)} “{short(entry.text)}”" if entry.text else f"{_kind(entry)} (no words)"


def short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _listed(words: tuple[str, ...]) -> str:
    return " and ".join(f"“{word}”" for word in words) or "none"


def finding(code: str, place: Place, message: str, words: str = "") -> Diagnostic:
    return Diagnostic(
        code=code,
        message=message,
        place=place,
        severity=Severity.MUST_FIX,
        words=short(words),
        hint="The file was not released. Please tell those who look after the program.",
    )
