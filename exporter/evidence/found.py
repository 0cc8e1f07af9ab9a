"""What was found: all that asks for an answer, and a count of the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from exporter.evidence.facts import Facts, Record
from exporter.evidence.pieces import counted, heading, list_of, listed, paragraph, small, table
from exporter.web_page.markup import NOTHING, Html, escape, join

_ANSWERED = "answered: "
_TO_ACT_ON = ("must fix", "please answer")


def the_findings(facts: Facts) -> Html:
    """Findings by how much they matter; then what the authors answered; then the rest, counted."""
    found = facts.every_finding()
    severe = [
        join(heading(_title(severity), "h3"), list_of(map(_told, some)))
        for severity in _TO_ACT_ON
        if (some := [one for one in found if one.get("severity") == severity])
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
    counts = Counter(str(one.get("severity")) for one in facts.every_finding())
    must, answer = (counts[severity] for severity in _TO_ACT_ON)
    if not must and not answer:
        return "The automatic checks found nothing that must be fixed or answered."
    fix = counted(must, "thing that must be fixed", "things that must be fixed")
    wait = counted(answer, "thing that waits for an answer", "things that wait for an answer")
    return f"The automatic checks found {fix}, and {wait}."


def _title(severity: str) -> str:
    return severity[:1].upper() + severity[1:]


def _told(finding: Record) -> Html:
    """The message, and where it is."""
    place = ":".join(str(finding[key]) for key in ("file", "line") if finding.get(key))
    where = ", ".join(filter(None, (place, f"rule {finding.get('rule', '')}")))
    return join(escape(str(finding.get("message", ""))), Html(" "), small(f"({where})"))


def _is_answered(finding: Record) -> bool:
    return str(finding.get("hint", "")).startswith(_ANSWERED)


def _answers(found: tuple[Record, ...]) -> Html:
    told = [
        f"{one.get('message', '')} The authors say: {str(one['hint']).removeprefix(_ANSWERED)}"
        for one in found
        if _is_answered(one)
    ]
    if not told:
        return NOTHING
    return join(heading("What the authors answered", "h3"), listed(told))


def _rest(found: tuple[Record, ...]) -> Html:
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


def _rest_of(found: tuple[Record, ...]) -> Iterator[tuple[str, str]]:
    for one in found:
        if one.get("severity") not in _TO_ACT_ON and not _is_answered(one):
            yield str(one.get("rule", "")), str(one.get("severity", ""))
