"""Files that nobody here has made: read and judged in a process of its own, within bounds.

What comes back from there is data and is doubted; a file that breaks the bounds is one sentence.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import get_args

from exporter.apart import FaultError, OutOfBoundsError, asked_apart
from exporter.diagnostics import (
    Diagnostic,
    Place,
    Severity,
    SourceError,
    Unreadable,
    UnreadableKind,
)
from exporter.edition import Theme
from exporter.formats import FORMATS, Format, of_file
from exporter.formats.format import Validator
from exporter.outline import Entry, Outline, Role
from exporter.records import VerifiedFile, remember, remembered
from exporter.validators.apart import Verdict
from exporter.verify import unreadable, verify

_FAULT = "This program has a fault: it fell over this file ({}). Please tell us of it."
_TOO_MUCH = "This file takes more memory or time than a file may; it was put away unread."


def verified(
    name: str, data: bytes, suffix: str, *, theme: Theme | None = None, rules: str = ""
) -> VerifiedFile:
    """What `verify` says of a file. Never raises for what is in it."""
    chosen = of_file(suffix)

    def judged() -> bytes:
        try:
            seen = verify(data, suffix, theme=theme, rules=rules)
        except SourceError as error:  # what styles of the user say
            return remember(VerifiedFile(name, None, error.findings))
        entries = None if seen.outline is None else len(seen.outline)
        return remember(VerifiedFile(name, entries, seen.findings))

    if chosen is None:
        return VerifiedFile(name, None, verify(data, suffix).findings)
    why = Unreadable(_TOO_MUCH, "too large")
    try:
        told = remembered(VerifiedFile, _asked(chosen, judged, data))
    except OutOfBoundsError:
        told = None
    except FaultError as error:
        told, why = None, Unreadable(_FAULT.format(error))
    return told or VerifiedFile(name, None, (unreadable(chosen, why),))


def validated(files: Sequence[VerifiedFile], *, ask: bool) -> Validated:
    """What validators that are not ours say of files that could be read, where they are here.

    Without `ask` nobody is asked.
    """
    told, unseen = list(files), []
    for chosen in FORMATS.values():
        numbers = [n for n, one in enumerate(files) if _is_of(one, chosen)]
        validator = chosen.validator
        if not numbers or validator is None or validator.verdicts is None:
            continue
        if not ask or not validator.available():
            unseen.append(
                f"Nobody looked at this: {validator.unseen}. {validator.name} would. "
                f"{validator.install}"
            )
            continue
        verdicts = validator.verdicts([Path(files[n].file) for n in numbers])
        for number, verdict in zip(numbers, verdicts, strict=True):
            told[number] = _with_verdict(files[number], validator, verdict)
    return Validated(tuple(told), tuple(unseen))


@dataclass(frozen=True, slots=True)
class Validated:
    files: tuple[VerifiedFile, ...]
    not_looked_at: tuple[str, ...]
    """As sentences, what nobody looked at in these files."""


def _is_of(file: VerifiedFile, chosen: Format) -> bool:
    found = of_file(Path(file.file).suffix)
    return found is not None and found.name == chosen.name and file.entries is not None


def _with_verdict(
    file: VerifiedFile, validator: Validator, verdict: Verdict | None
) -> VerifiedFile:
    if verdict is None:
        said = f"{validator.version()}: came to no end with this file"
        return replace(file, validated=said)
    result = "conforms" if not verdict.failures else "does NOT conform"
    file = replace(file, validated=f"{validator.version()}: {result} to {verdict.standard}")
    if not verdict.failures:
        return file
    rules = sorted(verdict.failures)
    told_only = all(rule.startswith(validator.less) for rule in rules)
    finding = Diagnostic(
        code="validator-fails",
        message=f"{validator.name} says that this does not conform to {verdict.standard}: "
        f"{', '.join(rules)}.",
        place=Place(file.file),
        severity=Severity.FOR_INFORMATION if told_only else Severity.MUST_FIX,
        hint=" ".join(f"{rule}: {verdict.failures[rule]}." for rule in rules[:_MOST_TOLD]),
    )
    return replace(file, findings=(*file.findings, finding))


_MOST_TOLD = 5


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
    except FaultError as error:
        raise Unreadable(_FAULT.format(error)) from error
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
