"""What was found: all that asks for an answer, and a count of the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from exporter.diagnostics import Diagnostic, Severity
from exporter.reports.evidence.facts import Facts
from exporter.reports.evidence.pieces import heading, list_of, paragraph, small, table
from exporter.reports.saying import Saying
from exporter.web_page.markup import NOTHING, Html, escape, join

_ANSWERED = "answered: "
_TO_ACT_ON = {Severity.MUST_FIX: "must-fix", Severity.PLEASE_ANSWER: "please-answer"}
_REST = {
    Severity.FOR_INFORMATION: "for-information",
    Severity.PERSON_DECIDES: "person-decides",
}


def the_findings(facts: Facts) -> Html:
    """Findings by how much they matter; then what the authors answered; then the rest, counted."""
    found, say = facts.every_finding(), facts.say
    severe = [
        join(heading(say(key), "h3"), list_of(_told(one, say) for one in some))
        for severity, key in _TO_ACT_ON.items()
        if (some := [one for one in found if one.severity is severity])
    ]
    return join(
        heading(say("found")),
        *(severe or [paragraph(say("found-nothing"))]),
        _answers(found, say),
        _rest(found, say),
    )


def in_short(facts: Facts) -> str:
    """One sentence on the findings."""
    counts, say = Counter(one.severity for one in facts.every_finding()), facts.say
    must, answer = (counts[severity] for severity in _TO_ACT_ON)
    if not must and not answer:
        return say("found-nothing-short")
    fix, wait = say("found-fix", number=must), say("found-wait", number=answer)
    return say("found-short", fix=fix, wait=wait)


def _told(finding: Diagnostic, say: Saying) -> Html:
    """The message, and where it is."""
    place = str(replace(finding.place, column=0))
    where = ", ".join(filter(None, (place, say("found-rule", rule=finding.code))))
    return join(say.marked(finding.message), Html(" "), small(escape(f"({where})")))


def _is_answered(finding: Diagnostic) -> bool:
    return finding.hint.startswith(_ANSWERED)


def _answers(found: tuple[Diagnostic, ...], say: Saying) -> Html:
    told = [
        join(
            say.marked(one.message),
            Html(" "),
            escape(say("answered-say", words=one.hint.removeprefix(_ANSWERED))),
        )
        for one in found
        if _is_answered(one)
    ]
    return join(heading(say("answered"), "h3"), list_of(told)) if told else NOTHING


def _rest(found: tuple[Diagnostic, ...], say: Saying) -> Html:
    """What is only for information, and what a person decides, by rule."""
    counts = Counter(_rest_of(found))
    if not counts:
        return NOTHING
    rows = (
        (escape(rule), escape(say(_REST[severity])), escape(str(number)))
        for (rule, severity), number in sorted(counts.items())
    )
    columns = tuple(say(f"rest-{key}") for key in ("rule", "matters", "often"))
    return join(
        heading(say("rest"), "h3"),
        paragraph(say("rest-how")),
        table("rest", say("rest-table"), columns, rows),
    )


def _rest_of(found: tuple[Diagnostic, ...]) -> Iterator[tuple[str, Severity]]:
    for one in found:
        if one.severity in _REST and not _is_answered(one):
            yield one.code, one.severity
