"""What authors answered to findings: `accept: {rule: …, because: …}`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exporter.checks.rule import Finding
from exporter.diagnostics import Diagnostic, Place
from exporter.source import Source, SourceSection


class Answers:
    """The answers of a source, by section; remembers which of them were needed."""

    def __init__(self, source: Source) -> None:
        self._by_section: dict[str, dict[str, str]] = {}
        self._everywhere = {answer.rule: answer.because for answer in source.accept}
        self._written: list[tuple[str, str, Place]] = [
            (answer.rule, "", source.place) for answer in source.accept
        ]
        for section in source.sections:
            self._read(section, self._everywhere)
        self._needed: set[tuple[str, str]] = set()

    def _read(self, section: SourceSection, above: dict[str, str]) -> None:
        own = above | {answer.rule: answer.because for answer in section.accept}
        self._by_section[section.name] = own
        self._written.extend(
            (answer.rule, section.name, section.place) for answer in section.accept
        )
        for part in section.sections:
            self._read(part, own)

    def answered(self, finding: Finding, diagnostic: Diagnostic) -> Diagnostic:
        """The finding, turned into information where somebody has answered it."""
        because = self._by_section.get(finding.section, self._everywhere).get(diagnostic.code)
        return diagnostic if because is None else diagnostic.answered(because)

    def unknown(self, codes: Iterable[str]) -> Iterator[tuple[str, str, Place]]:
        """Answers to rules that do not exist: rule, section, place."""
        known = set(codes)
        return (entry for entry in self._written if entry[0] not in known)
