"""What became of a file that was brought in: what to write, what to look at, what is left out."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.importing.rules import RULES
from exporter.studio.advice import undone
from exporter.studio.naming import section_of
from exporter.studio.pages.frame import heading, link, notice, page, paragraph, way_of
from exporter.studio.saying import count, say
from exporter.studio.view import View
from exporter.web_page.markup import NOTHING, Html, element, escape

_KINDS = ("to write", "to confirm", "left out", "changed")


@dataclass(frozen=True, slots=True)
class Told:
    """One decision of the import."""

    code: str
    kind: str
    words: str
    place: str
    file: str
    line: str


@dataclass(frozen=True, slots=True)
class Report:
    """What the import's own report says. It lies beside the document, and anybody may change it."""

    file: str
    words: str
    in_sources: str
    in_report: str
    lost: tuple[str, ...]
    decisions: tuple[Told, ...]


def read(told: object) -> Report:
    """The report as it can be shown: what is not what it should be is left out."""
    whole = told if isinstance(told, dict) else {}
    proof = whole.get("proof")
    proof = proof if isinstance(proof, dict) else {}
    lost, decisions = proof.get("lost"), whole.get("decisions")
    return Report(
        file=_text(whole, "imported"),
        words=_text(proof, "words"),
        in_sources=_text(proof, "in_sources"),
        in_report=_text(proof, "in_report"),
        lost=tuple(one for one in lost if isinstance(one, str)) if isinstance(lost, list) else (),
        decisions=tuple(
            Told(*(_text(one, key) for key in ("code", "kind", "words", "place", "file", "line")))
            for one in (decisions if isinstance(decisions, list) else [])
            if isinstance(one, dict)
        ),
    )


def _text(told: dict[str, object], key: str) -> str:
    value = told.get(key, "")
    return str(value) if isinstance(value, str | int) else ""


def imported(view: View, report: Report) -> str:
    """The page about an import."""
    named = say("imported", file=report.file)
    sentence = say(
        "imported-words",
        number=report.words,
        sources=report.in_sources,
        report=report.in_report,
    )
    go_on = element("p", link(f"/d/{view.name}", say("to-document"), class_="button"))
    parts = [heading(1, named), notice(sentence), paragraph(say("imported-how")), go_on]
    if report.lost:
        parts.append(notice(count("imported-lost", len(report.lost)), "wrong"))
        parts.append(paragraph("; ".join(report.lost[:50])))
    for kind in _KINDS:
        own = [one for one in report.decisions if one.kind == kind]
        if own:
            items = [element("li", _decision(view.name, one)) for one in own]
            parts.append(heading(2, say(f"kind-{kind.replace(' ', '-')}")))
            parts.append(element("ul", *items, class_="findings"))
    return page(named, *parts, way=way_of(view))


def _decision(name: str, one: Told) -> Html:
    rule = RULES.get(one.code)
    lines = [paragraph(rule.title if rule else one.code)]
    if one.words:
        lines.append(element("blockquote", escape(one.words)))
    if one.place:
        lines.append(paragraph(one.place, class_="quiet"))
    if rule and (to_do := undone(rule)):
        lines.append(paragraph(to_do))
    return element("div", *lines, _way(name, one), class_="finding")


def _way(name: str, one: Told) -> Html:
    section = section_of(one.file)
    if section:
        return link(f"/d/{name}/s/{section}?line={one.line}", say("go-there"))
    if one.file == "document.yaml":
        return link(f"/d/{name}/about?line={one.line}", say("go-there"))
    return NOTHING
