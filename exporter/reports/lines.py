"""Findings and evidence, for people and for machines. Returns text; prints nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from exporter import records
from exporter.diagnostics import Diagnostic, Place, Severity, short
from exporter.harm import worst_first

SHOWN_FIRST = 15
"""So many rules are shown at once; more than these frighten and are not read."""
PLACES_SHOWN = 4
"""Of one rule, beside the first."""
_LONGEST_PLACE = 70
_LONGEST_WORDS = 24


def as_json(name: str, files: Sequence[records.BuiltFile], findings: Sequence[Diagnostic]) -> bytes:
    """report.json: what was built and what was found. No clock in it: same input, same bytes."""
    return records.text_of(records.answer(document=name, files=files, findings=findings))


def lines_of(findings: Iterable[Diagnostic], *, every: bool = False) -> list[str]:
    """The findings as lines of plain text: each rule once, what harms readers most first.

    With `every`, each finding; in neither case the same finding twice.
    """
    groups = _by_rule(findings, apart=every)
    serious = [group for group in groups if group[0].severity <= Severity.PLEASE_ANSWER]
    chosen = groups if every else serious[:SHOWN_FIRST]
    lines = [line for group in chosen for line in _told(group)]
    left = sum(map(len, groups)) - sum(map(len, chosen))
    if left:
        lines.append(
            f"{left} more {'finding' if left == 1 else 'findings'}: add --all to see them."
        )
    elif any(len(set(group)) > 1 for group in chosen):
        lines.append("Add --all to see each of them with its words.")
    return lines


def _by_rule(findings: Iterable[Diagnostic], *, apart: bool) -> list[list[Diagnostic]]:
    """Findings of one rule that matter as much, together; with `apart`, only the same findings.

    Those without a line are about one finished file, and stay with it; those without a file say
    themselves what they are about.
    """
    groups: dict[object, list[Diagnostic]] = {}
    for finding in sorted(findings, key=lambda f: (not f.place.file, f.place)):
        file = "" if finding.place.line else finding.place.file
        alone = apart or not finding.place.file
        key = finding if alone else (finding.code, finding.severity, file)
        groups.setdefault(key, []).append(finding)
    return sorted(groups.values(), key=_worst_first)


def _worst_first(group: list[Diagnostic]) -> tuple[object, ...]:
    *key, code = worst_first(group[0])
    return (*key, -len(group), code)


def _told(group: list[Diagnostic]) -> Iterable[str]:
    finding = group[0]
    where = f"{_named(finding.place)}: " if finding.place.file else ""
    yield f"{where}{finding.message}"
    block = finding.suggestion.splitlines() if "\n" in finding.suggestion else []
    detail = finding.hint
    if finding.suggestion and not block and finding.suggestion not in finding.hint:
        detail = f"{detail} Perhaps: {finding.suggestion}".strip()
    if detail:
        yield f"    {detail}"
    yield from (f"        {line}".rstrip() for line in block)
    if len(group) > 1:
        yield f"    {len(group)} times in all{_elsewhere(group)}"
    yield f"    {finding.severity.label}; more about it: exporter explain {finding.code}"


def _elsewhere(group: list[Diagnostic]) -> str:
    """The next places of a rule, each once."""
    first = group[0]
    places = dict.fromkeys(_place(one, first) for one in group)
    places.pop(_place(first, first), None)
    shown = list(places)[:PLACES_SHOWN]
    more = "; …" if len(places) > len(shown) else ""
    return f", also: {'; '.join(shown)}{more}" if shown else ""


def _place(finding: Diagnostic, first: Diagnostic) -> str:
    """Where a finding is, for who knows in which file the first one is."""
    same_file = finding.place.file == first.place.file
    if finding.where:
        return finding.where
    if finding.place.line:
        place = _line(finding.place) if same_file else _named(finding.place)
        few = 0 < len(finding.words) <= _LONGEST_WORDS
        return f"{place} “{finding.words}”" if few else place
    return short(finding.message, _LONGEST_PLACE)


def _named(place: Place) -> str:
    own = place.line and _counted(place) != "line"
    return f"{place.file}, {_line(place)}" if own else str(place)


def _line(place: Place) -> str:
    return f"{_counted(place)} {place.line}"


def _counted(place: Place) -> str:
    """What the numbers of its lines count: in a Word file, paragraphs."""
    from exporter.formats import of_file  # most findings are about sources, and need no formats

    found = of_file(PurePath(place.file).suffix.lower())
    return found.counted if found else "line"
