"""What was found: all that asks for an answer, and a count of the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from exporter.diagnostics import Diagnostic, Severity
from exporter.reports.evidence.facts import Facts
from exporter.reports.evidence.pieces import (
    counted,
    heading,
    list_of,
    listed,
    paragraph,
    small,
    table,
)
from exporter.web_page.markup import NOTHING, Html, escape, join

_ANSWERED = "answered: "
_TO_ACT_ON = (Severity.MUST_FIX, Severity.PLEASE_ANSWER)


def the_findings(facts: Facts) -> Html:
    """Findings by how much they matter; then what the authors answered; then the rest, counted."""
    found = facts.every_finding()
    severe = [
        join(heading(_title(severity), "h3"), list_of(map(_told, some)))
        for severity in _TO_ACT_ON
        if (some := [one for one in found if one.severity is severity])
    ]
    return join(
        heading("What was found"),
        *(
            severe
            or [paragraph("Nothing that must be fixed, and nothing that waits for an answer.")]
        ),
        _answers(found),
        _rest(found),
    )


def in_short(facts: Facts) -> str:
    """One sentence on the findings."""
    counts = Counter(one.severity for one in facts.every_finding())
    must, answer = (counts[severity] for severity in _TO_ACT_ON)
    if not must and not answer:
        return "The automatic checks found nothing that must be fixed or answered."
    fix = counted(must, "thing that must be fixed", "things that must be fixed")
    wait = counted(answer, "thing that waits for an answer", "things that wait for an answer")
    return f"The automatic checks found {fix}, and {wait}."


def _title(severity: Severity) -> str:
    return severity.label[:1].upper() + severity.label[1:]


def _told(finding: Diagnostic) -> Html:
    """The message, and where it is."""
    place = str(replace(finding.place, column=0))
    where = ", ".join(filter(None, (place, f"rule {finding.code}")))
    return join(escape(finding.message), Html(" "), small(f"({where})"))


def _is_answered(finding: Diagnostic) -> bool:
    return finding.hint.startswith(_ANSWERED)


def _answers(found: tuple[Diagnostic, ...]) -> Html:
    told = [
        f"{one.message} The authors say: {one.hint.removeprefix(_ANSWERED)}"
        for one in found
        if _is_answered(one)
    ]
    if not told:
        return NOTHING
    return join(heading("What the authors answered", "h3"), listed(told))


def _rest(found: tuple[Diagnostic, ...]) -> Html:
    """What is only for information, and what a person decides, by rule."""
    counts = Counter(_rest_of(found))
    if not counts:
        return NOTHING
    rows = (
        (escape(rule), escape(severity), escape(str(number)))
        for (rule, severity), number in sorted(counts.items())
    )
    return join(
        heading("For information", "h3"),
        paragraph("“exporter explain” and the name of a rule says why it is there."),
        table(
            "rest", "Other findings, by rule", ("Rule", "How much it matters", "How often"), rows
        ),
    )


def _rest_of(found: tuple[Diagnostic, ...]) -> Iterator[tuple[str, str]]:
    for one in found:
        if one.severity not in _TO_ACT_ON and not _is_answered(one):
            yield one.code, one.severity.label
