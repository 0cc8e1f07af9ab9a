"""Which parts of a document have changed since the version before.

For every version of a document the fingerprints of its sections are kept in
output/.state/versions-<document>.json. Only what a version said last counts: while a version is
being written, its own fingerprints are replaced.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exporter import fingerprint
from exporter.review.parts import Part, code_of, rows_code
from exporter.review.plain import joined, words_of_section
from exporter.source import Source, SourceSection

Section = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is different. `since` is the version before; empty: none is known."""

    since: str = ""
    changed: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


class Versions:
    """The versions of one document that this program knows of, the oldest first."""

    def __init__(self, state: Path, source: Source) -> None:
        self._file = state / f"versions-{source.name}.json"
        known = _read(self._file)
        self.current: dict[str, Any] = {"version": source.version, "sections": sections_of(source)}
        places = [n for n, one in enumerate(known) if one["version"] == source.version]
        self.number = places[0] if places else len(known)
        self.known = [*known[: self.number], self.current, *known[self.number + 1 :]]

    def keep(self) -> None:
        """Remember this version as it is now."""
        data = json.dumps({"versions": self.known}, indent=1, ensure_ascii=False).encode()
        if not self._file.is_file() or self._file.read_bytes() != data:
            fingerprint.write_whole(self._file, data)

    def changes(self, leave_out: tuple[str, ...] = ()) -> Changes:
        """What is different from the version before, in the sections that a partner has."""
        if self.number == 0:
            return Changes()
        before = self.known[self.number - 1]
        old, new = (_kept(one["sections"], leave_out) for one in (before, self.current))
        touched = [
            section["part"]
            for name, section in {**old, **new}.items()
            if old.get(name, {}).get("code") != new.get(name, {}).get("code")
        ]
        parts = {section["part"]: section["title"] for section in {**old, **new}.values()}
        had, has = ({section["part"] for section in one.values()} for one in (old, new))
        return Changes(
            before["version"] or "one without a number",
            tuple(title for part, title in parts.items() if part in touched and part in had & has),
            tuple(title for part, title in parts.items() if part not in had),
            tuple(title for part, title in parts.items() if part not in has),
        )


def sections_of(source: Source) -> dict[str, Section]:
    """Every section by name: its top section, what is around it, the fingerprint of its words."""
    found: dict[str, Section] = {}
    for top in source.sections:
        for section, around in _within(top, ()):
            words = [joined((section.heading,)), words_of_section(source, section)]
            found[section.name] = {
                "part": top.name,
                "title": top.heading,
                "within": list(around),
                "code": code_of([*words, rows_code(source, Part(section, ()))]),
            }
    return found


def _within(
    section: SourceSection, around: tuple[str, ...]
) -> Iterator[tuple[SourceSection, tuple[str, ...]]]:
    yield section, around
    for sub in section.sections:
        yield from _within(sub, (*around, section.name))


def _kept(sections: dict[str, Section], leave_out: tuple[str, ...]) -> dict[str, Section]:
    return {
        name: section
        for name, section in sections.items()
        if not {name, *section["within"]} & set(leave_out)
    }


def _read(file: Path) -> list[dict[str, Any]]:
    """What is remembered; a memory that cannot be read is no memory."""
    try:
        versions = json.loads(file.read_bytes())["versions"]
        return [one for one in versions if isinstance(one["sections"], dict) and "version" in one]
    except (OSError, ValueError, KeyError, TypeError):
        return []
