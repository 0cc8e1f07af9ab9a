"""`exporter changes`: what is different in a Word file that came back; and saving it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from exporter.cli.codes import GOOD, MISUSED, WRONG
from exporter.cli.telling import read, stops, tell
from exporter.cli.terminal import say, say_json, warn
from exporter.diagnostics import Diagnostic, Unreadable, short
from exporter.formats import of_file

if TYPE_CHECKING:
    from exporter.changes import Applied, CameBack, Change


def run(options: argparse.Namespace) -> int:
    from exporter import changes

    file = Path(options.file)
    only = _numbers(options.only)
    if only is None:
        warn("Say which changes by their numbers:  --only 1,3")
        return MISUSED
    try:
        back = changes.read(
            read(file),
            options.sources,
            options.styles,
            document=options.document,
            edition=options.edition,
            version=options.version,
            author=options.author,
        )
    except Unreadable as problem:
        tell([_unreadable(file, problem)], every=True)
        return WRONG
    done = changes.apply(back, only) if options.apply else None
    shown = done.changes if done else back.changes
    findings = (*back.findings, *(done.findings if done else ()))
    numbered = [(n, one) for n, one in enumerate(shown, 1) if not only or n in only]
    tell(findings, every=True)
    if options.json:
        say_json([one.as_json(number) for number, one in numbered])
    else:
        for line in _told(file, back, numbered, done):
            say(line, stream=sys.stdout)
    return WRONG if stops(findings, False) else GOOD


def _numbers(text: str) -> tuple[int, ...] | None:
    """The numbers in "1,3"; None where there are others things in it."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not all(part.isascii() and part.isdigit() and len(part) < 7 for part in parts):
        return None
    return tuple(int(part) for part in parts)


def _unreadable(file: Path, problem: Unreadable) -> Diagnostic:
    from dataclasses import replace

    from exporter.diagnostics import Place

    found = of_file(".docx")
    assert found is not None
    assert found.unreadable is not None
    finding = found.unreadable(problem)
    return replace(finding, place=Place(str(file)))


def _told(
    file: Path, back: CameBack, numbered: Sequence[tuple[int, Change]], done: Applied | None
) -> Iterator[str]:
    origin = back.origin
    whose = f", for {origin.publisher}" if origin.publisher else ""
    made_of = f"{origin.document}, {origin.edition}, version {origin.version or 'none'}{whose}"
    yield f"{file} was made of {made_of}. {_counted(len(numbered))}"
    for number, change in numbered:
        yield from ("", *_lines(number, change))
    if done is None:
        return
    yield ""
    for name in done.files:
        yield f"Saved: {name}"
    if not done.files:
        yield "Nothing was saved."
    for name in done.void:
        yield f"“{name}” has changed since somebody said that it is right: please ask again."


def _counted(count: int) -> str:
    if not count:
        return "Nothing is different."
    return "1 change:" if count == 1 else f"{count} changes:"


def _lines(number: int, change: Change) -> Iterator[str]:
    who = ", ".join(filter(None, (change.author, change.date[:10])))
    state = "" if change.state == "open" or change.question else f"  [{change.state}]"
    place = str(change.place) or "not in the source"
    yield f"{number}. {change.kind}  {place}{f'  by {who}' if who else ''}{state}"
    old, new = change.typed_old, change.typed_new
    if change.question:
        yield f"   ? {short(change.question, 300)}"
    if old:
        yield from (f"   - {short(line, 300)}" for line in old.split("\n"))
    if new and change.kind != "moved":
        yield from (f"   + {short(line, 300)}" for line in new.split("\n"))
    if change.why:
        yield f"   {change.why}"
