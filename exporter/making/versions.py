"""Which parts of a document have changed since the version before.

For every version of a document the fingerprints of its sections are kept in
output/.state/versions-<document>.json. Only what a version said last counts: while a version is
being written, its own fingerprints are replaced.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exporter import fingerprint, records
from exporter.records import Changes, SectionMark, Version, VersionsKnown
from exporter.review.parts import Part, code_of, rows_code
from exporter.review.plain import joined, words_of_section
from exporter.source import Source, SourceSection


class Versions:
    """The versions of one document that this program knows of, the oldest first."""

    def __init__(self, state: Path, source: Source) -> None:
        self._file = state / f"versions-{source.name}.json"
        known = _read(self._file)
        self.current = Version(source.version, tuple(sections_of(source)))
        places = [n for n, one in enumerate(known) if one.version == source.version]
        self.number = places[0] if places else len(known)
        self.known = (*known[: self.number], self.current, *known[self.number + 1 :])

    def keep(self) -> None:
        """Remember this version as it is now."""
        data = records.remember(VersionsKnown(self.known))
        if fingerprint.read_kept(self._file) != data:
            fingerprint.write_whole(self._file, data)

    def changes(self, leave_out: tuple[str, ...] = ()) -> Changes:
        """What is different from the version before, in the sections that a partner has."""
        if self.number == 0:
            return Changes()
        before = self.known[self.number - 1]
        old, new = (_kept(one.sections, leave_out) for one in (before, self.current))
        both = {**old, **new}
        touched = [mark.part for name, mark in both.items() if _code(old, name) != _code(new, name)]
        parts = {mark.part: mark.title for mark in both.values()}
        had, has = ({mark.part for mark in one.values()} for one in (old, new))
        return Changes(
            False,
            before.version,
            tuple(title for part, title in parts.items() if part in touched and part in had & has),
            tuple(title for part, title in parts.items() if part not in had),
            tuple(title for part, title in parts.items() if part not in has),
        )


def _code(marks: dict[str, SectionMark], name: str) -> str:
    return marks[name].code if name in marks else ""


def sections_of(source: Source) -> Iterator[SectionMark]:
    """Every section: its top section, what is around it, the fingerprint of its words."""
    for top in source.sections:
        for section, around in _within(top, ()):
            words = [joined((section.heading,)), words_of_section(source, section)]
            code = code_of([*words, rows_code(source, Part(section, ()))])
            yield SectionMark(section.name, top.name, top.heading, around, code)


def _within(
    section: SourceSection, around: tuple[str, ...]
) -> Iterator[tuple[SourceSection, tuple[str, ...]]]:
    yield section, around
    for sub in section.sections:
        yield from _within(sub, (*around, section.name))


def _kept(marks: tuple[SectionMark, ...], leave_out: tuple[str, ...]) -> dict[str, SectionMark]:
    left_out = set(leave_out)
    return {mark.name: mark for mark in marks if not {mark.name, *mark.within} & left_out}


def _read(file: Path) -> tuple[Version, ...]:
    """What is remembered; a memory that cannot be read is no memory."""
    data = fingerprint.read_kept(file)
    found = records.remembered(VersionsKnown, data) if data else None
    return found.versions if found else ()
