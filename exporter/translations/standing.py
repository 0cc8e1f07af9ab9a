"""How a translation stands to its original: what is not translated, out of date, or different."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, TypeAlias

from exporter import fingerprint
from exporter.authored.folders import name_of, original_of
from exporter.checks.answers import Answers
from exporter.checks.rule import Finding
from exporter.diagnostics import Diagnostic, Place, Severity, short
from exporter.load import load
from exporter.source import Source
from exporter.translations.differences import differences
from exporter.translations.parts import Part, parts_of
from exporter.translations.record import Seen, read_record, write_record
from exporter.translations.sides import Side

_MOST_NAMED = 5


State: TypeAlias = Literal["done", "to-do", "out-of-date", "changed"]


@dataclass(frozen=True, slots=True)
class PartState:
    """A part that is in both languages, and how it stands."""

    part: Part
    original: Part
    state: State


def findings_of(folder: Path, source: Source) -> tuple[Diagnostic, ...]:
    """What there is to say of the translation in a folder, which loads as `source`; nothing of a
    document that is none. Raises SourceError with what is wrong with its original."""
    original = original_of(folder)
    if original is None:
        return ()
    one = _as_it_stands(original, fingerprint.of_folder(original))
    other = Side.of(folder, source)
    released = source.status == "released"
    severity = Severity.MUST_FIX if released else Severity.PLEASE_ANSWER
    answers = Answers(source)
    seen = read_record(folder)
    told = [*_of_parts(parts_of(one), parts_of(other), seen, source.name, severity)]
    for found in dict.fromkeys(differences(one, other)):
        diagnostic = Diagnostic(
            code=found.code,
            message=found.message,
            place=found.place,
            severity=severity,
            hint=found.hint or (_SAME if found.code != "translation-number" else _SAME_NUMBERS),
        )
        told.append(
            answers.answered(Finding(message=found.message, section=found.section), diagnostic)
        )
    return tuple(told)


@lru_cache(maxsize=2)
def _as_it_stands(original: Path, key: str) -> Side:
    """The original, read once for all its translations while its files have this `key`."""
    return Side.of(original, load(original))


def _of_parts(
    have: Mapping[str, Part],
    has: Mapping[str, Part],
    seen: Mapping[str, Seen],
    document: str,
    severity: Severity,
) -> Iterator[Diagnostic]:
    """What waits to be translated comes first, file by file; then what has changed since."""
    states = _states(have, has, seen)
    by_file: dict[str, list[Part]] = {}
    for one in (one for one in states if one.state == "to-do"):
        by_file.setdefault(one.part.place.file, []).append(one.part)
    for parts in by_file.values():
        yield Diagnostic(
            code="translation-to-do",
            message=f"Nobody has said yet that this is translated: {_named(parts)}.",
            place=parts[0].place,
            severity=severity,
            hint="Write it in the words of your language. Then run  exporter translation record "
            f"{document}  (a name that stays as it is: add  --part {parts[0].name})",
        )
    for one in states:
        part, its = one.original, one.part
        if one.state == "out-of-date":
            yield Diagnostic(
                code="translation-out-of-date",
                message=f"“{short(part.called)}” was changed in the original after it was "
                f"translated {_at(part.place)}.",
                place=its.place,
                severity=severity,
                hint=_record(document, its.name),
                words=its.called,
            )
        elif one.state == "changed":
            yield Diagnostic(
                code="translation-changed",
                message=f"“{short(its.called)}” was changed here, and not in the original "
                f"{_at(part.place)}.",
                place=its.place,
                severity=Severity.PLEASE_ANSWER,
                hint=_record(document, its.name),
                words=its.called,
            )


def states_of(folder: Path, source: Source) -> tuple[PartState, ...]:
    """How each part of the translation in a folder stands, which loads as `source`; nothing of a
    document that is none. Raises SourceError with what is wrong with its original."""
    original = original_of(folder)
    if original is None:
        return ()
    one = _as_it_stands(original, fingerprint.of_folder(original))
    return _states(parts_of(one), parts_of(Side.of(folder, source)), read_record(folder))


def _states(
    have: Mapping[str, Part], has: Mapping[str, Part], seen: Mapping[str, Seen]
) -> tuple[PartState, ...]:
    both = [name for name in have if name in has]
    return tuple(
        PartState(has[name], have[name], _state(have[name], has[name], seen.get(name)))
        for name in both
    )


def _state(original: Part, translation: Part, seen: Seen | None) -> State:
    if _waits(original, translation, seen):
        return "to-do"
    if seen is None or (seen.original, seen.translation) == (original.code, translation.code):
        return "done"
    return "out-of-date" if seen.original != original.code else "changed"


def _waits(original: Part, translation: Part, seen: Seen | None) -> bool:
    """Whether a part is not translated: nobody said so, or its words are the original's again."""
    if not original.translates:
        return False
    said = seen is not None and seen.translation == translation.code
    return seen is None or (original.words == translation.words and not said)


def _named(parts: list[Part]) -> str:
    names = [f"“{short(part.called, 40)}”" for part in parts[:_MOST_NAMED]]
    more = len(parts) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")


def _at(place: Place) -> str:
    return f"({place.file}, line {place.line})"


def _record(document: str, name: str) -> str:
    return (
        "Read the two side by side. When they say the same, run  exporter translation record "
        f"{document} --part {name}"
    )


_SAME = (
    "Make it as it is in the original, or change both. If it is right so, say why: "
    "accept: {rule: …, because: …}"
)
_SAME_NUMBERS = (
    "Put it right. If the number is written in words here, say so in the section: "
    "accept: {rule: translation-number, because: …}"
)


def record(folder: Path, names: tuple[str, ...] = ()) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write down that parts say what the original says now: all that have words of their own, or
    those of these names and below them. One that is named itself may have the same words: somebody
    says that they are those of the language, too.

    Gives what was recorded anew, and what is not translated yet. Raises SourceError where either
    language does not load, ValueError for a document that is no translation or a name of no part.
    """
    original = original_of(folder)
    if original is None:
        raise ValueError(f"{name_of(folder)} is no translation.")
    have, has = (parts_of(Side.of(one, load(one))) for one in (original, folder))
    both = [name for name in have if name in has]
    wrong = [one for one in names if not any(_is_in(name, one) for name in both)]
    if wrong:
        raise ValueError(f"There is no part “{wrong[0]}” in both. They are: {', '.join(both)}.")
    asked = [name for name in both if not names or any(_is_in(name, one) for one in names)]
    before = read_record(folder)
    waiting = tuple(
        name
        for name in asked
        if have[name].words == has[name].words
        and not any(_is(name, one) for one in names)
        and _waits(have[name], has[name], before.get(name))
    )
    after = {name: one for name, one in before.items() if name in both}
    for name in (name for name in asked if name not in waiting):
        after[name] = Seen(have[name].code, has[name].code)
    after = {name: after[name] for name in both if name in after}
    if after != before:
        write_record(folder, after)
    return tuple(name for name in asked if after.get(name) != before.get(name)), waiting


def _is(name: str, asked: str) -> bool:
    """Whether a part is the one asked for: start, sections/start, document/title."""
    return name in (asked, f"sections/{asked}")


def _is_in(name: str, asked: str) -> bool:
    """Whether a part is the one asked for, or in it: document/pictures."""
    below = (f"{asked}/", f"sections/{asked}/")
    return _is(name, asked) or name.startswith(below)
