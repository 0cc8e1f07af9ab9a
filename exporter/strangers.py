"""Files that nobody here has made: read and judged in a process of its own, within bounds.

What comes back from there is data and is doubted; a file that breaks the bounds is one sentence.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import get_args

from exporter.apart import OutOfBoundsError, asked_apart
from exporter.diagnostics import Unreadable, UnreadableKind
from exporter.edition import Theme
from exporter.formats import Format, of_file
from exporter.outline import Entry, Outline, Role
from exporter.records import VerifiedFile, remember, remembered
from exporter.verify import unreadable, verify

_TOO_MUCH = "This file takes more memory or time than a file may; it was put away unread."


def verified(
    name: str, data: bytes, suffix: str, *, theme: Theme | None = None, rules: str = ""
) -> VerifiedFile:
    """What `verify` says of a file. Never raises for what is in it."""
    chosen = of_file(suffix)

    def judged() -> bytes:
        seen = verify(data, suffix, theme=theme, rules=rules)
        entries = None if seen.outline is None else len(seen.outline)
        return remember(VerifiedFile(name, entries, seen.findings))

    if chosen is None:
        return VerifiedFile(name, None, verify(data, suffix).findings)
    try:
        told = remembered(VerifiedFile, _asked(chosen, judged, data))
    except OutOfBoundsError:
        told = None
    if told is not None:
        return told
    return VerifiedFile(name, None, (unreadable(chosen, Unreadable(_TOO_MUCH, "too large")),))


def outline(data: bytes, chosen: Format) -> Outline:
    """What a reader of the file meets. Raises Unreadable."""

    def told() -> bytes:
        try:
            entries = chosen.read_back(data)
        except Unreadable as error:
            return json.dumps({"no": [str(error), error.kind, error.hint]}).encode()
        return json.dumps({"yes": [entry.as_json() for entry in entries]}).encode()

    try:
        answer = json.loads(_asked(chosen, told, data))
        if "no" in answer:
            message, kind, hint = map(str, answer["no"])
            raise Unreadable(message, _kind(kind), hint)
        return tuple(map(_entry, answer["yes"]))
    except (OutOfBoundsError, TypeError, KeyError, AttributeError, json.JSONDecodeError) as error:
        raise Unreadable(_TOO_MUCH, "too large") from error


def _asked(chosen: Format, question: Callable[[], bytes], data: bytes) -> bytes:
    chosen.rules()  # what is loaded here need not be loaded for each file anew
    return asked_apart(question, len(data))


def _kind(kind: str) -> UnreadableKind:
    return next((known for known in get_args(UnreadableKind) if known == kind), "damaged")


_TEXTS = frozenset(one.name for one in fields(Entry)) - {"level", "headers", "choices", "place"}


def _entry(value: Mapping[str, object]) -> Entry:
    """An entry as `as_json` wrote it. Raises TypeError or KeyError for anything else."""
    role = next((known for known in get_args(Role) if known == value["role"]), None)
    level = value.get("level", 0)
    if role is None or not isinstance(level, int):
        raise TypeError
    texts = {name: str(value[name]) for name in _TEXTS - {"role"} if name in value}
    lists = {name: _texts(value.get(name, [])) for name in ("headers", "choices")}
    return Entry(role, level=level, **texts, **lists)  # type: ignore[arg-type]


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError
    return tuple(map(str, value))
