"""import-report.html and .json: what an import kept, lost, guessed, and left to write."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exporter.importing.decide.decisions import Decision
from exporter.importing.decide.source import SECOND_FILE
from exporter.importing.document import Imported
from exporter.importing.rules import KINDS, RULES, Kind
from exporter.model import Words
from exporter.records import answer, text_of
from exporter.reports.saying import Saying
from exporter.web_page.markup import NOTHING, Html, element, escape, join
from exporter.web_page.page import page

HTML, JSON = "import-report.html", "import-report.json"
_ORDER: tuple[Kind, ...] = ("to write", "to confirm", "left out", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldDecision:
    """One decision as the JSON has it."""

    code: str
    kind: str
    words: str = ""
    place: str = ""
    """In the imported file."""
    file: str = ""
    """In the source."""
    line: int = 0
    undo: str = ""


def as_json(document: Imported) -> dict[str, object]:
    """What the import says to programs."""
    proof = document.proof
    return answer(
        document=document.name,
        imported=document.file,
        proof={
            "words": proof.words,
            "in_sources": proof.in_sources,
            "in_report": proof.in_report,
            "lost": list(proof.lost),
            "things": proof.entries,
            "things_the_same": proof.same,
        },
        to_write=list(document.to_write),
        decisions=tuple(_told(document, one) for one in ordered(document.decisions)),
    )


def files(document: Imported, words: Words) -> dict[str, bytes]:
    """The report for people and for programs, by the names of their files."""
    say = Saying(words)
    return {HTML: html(document, say), JSON: text_of(as_json(document))}


def ordered(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """What a person must write first; then as they come in the file."""
    return tuple(sorted(decisions, key=lambda one: (_ORDER.index(KINDS[one.code]), one.number)))


def _told(document: Imported, one: Decision) -> ToldDecision:
    return ToldDecision(
        code=one.code,
        kind=KINDS[one.code],
        words=one.words,
        place=place_of(document, one),
        file=one.file,
        line=one.line,
        undo=RULES[one.code].to_do,
    )


def place_of(document: Imported, one: Decision) -> str:
    """Where something stands in the imported file, for somebody who looks for it there."""
    if not one.number:
        return ""
    if one.number >= SECOND_FILE:
        return f"{document.unit} {one.number - SECOND_FILE} of {document.easy_file}"
    under = document.under(one.number)
    return f"{document.unit} {one.number}{f', under “{under}”' if under else ''}"


# ---- the page ------------------------------------------------------------------------------------


def html(document: Imported, say: Saying) -> bytes:
    """The page for people: the proof first, then what is to be done."""
    title = say("import", file=document.file)
    parts = [_kind(document, kind, say) for kind in _ORDER]
    return page(
        title,
        element("h1", escape(title)),
        *_proof(document, say),
        _steps(document, say),
        *parts,
        language=say.language,
        direction=say.direction,
        style=_STYLE,
    )


def _proof(document: Imported, say: Saying) -> Iterator[Html]:
    proof = document.proof
    if proof.good:
        told = say("import-all", words=proof.words, sources=proof.in_sources)
        yield element("p", element("strong", escape(told)))
        if proof.in_report:
            yield element("p", escape(say("import-in-report", words=proof.in_report)))
    else:
        told = say("import-lost", lost=len(proof.lost), words=proof.words)
        yield element("p", element("strong", escape(told)))
        yield element("ul", *(element("li", escape(words)) for words in proof.lost[:100]))
    told = say("import-things", same=proof.same, things=proof.entries)
    yield element("p", escape(told), class_="quiet")
    yield element("p", escape(say("import-how")), class_="quiet")


def _steps(document: Imported, say: Saying) -> Html:
    """What to do next: the commands, and what only people can write."""
    commands = (f"exporter check {document.name}", f"exporter build {document.name}")
    steps = [element("li", element("code", escape(one))) for one in commands]
    if not document.to_write:
        more: Html = NOTHING
    else:
        items = [element("li", escape(one)) for one in document.to_write]
        more = join(element("p", escape(say("import-also-write"))), element("ul", *items))
    return join(element("h2", escape(say("import-next"))), element("ol", *steps), more)


def _kind(document: Imported, kind: Kind, say: Saying) -> Html:
    found = [one for one in document.decisions if KINDS[one.code] == kind]
    if not found:
        return NOTHING
    heading = say(f"import-{kind.replace(' ', '-')}")
    codes = dict.fromkeys(one.code for one in sorted(found, key=lambda one: one.number))
    rules = (_rule(document, [o for o in found if o.code == code], say) for code in codes)
    return join(element("h2", escape(heading)), *rules)


def _rule(document: Imported, found: list[Decision], say: Saying) -> Html:
    rule = RULES[found[0].code]
    where = (_place(document, one, say) for one in sorted(found, key=lambda one: one.number))
    return join(
        element("h3", say.marked(rule.title)),
        element("p", say.marked(rule.reason)),
        element("ul", *where),
        element("p", escape(f"{say('import-undo')} "), say.marked(rule.to_do)),
    )


def _place(document: Imported, one: Decision, say: Saying) -> Html:
    """The words, where they are in the file, and where they are now."""
    pieces = [escape(f"“{_shortened(one.words)}”")] if one.words else []
    place = place_of(document, one)
    if place:
        pieces.append(element("span", say.marked(place), class_="line quiet"))
    if one.file:
        now = f"{one.file}:{one.line}" if one.line else one.file
        pieces.append(element("span", element("code", escape(now)), class_="line"))
    return element("li", *(pieces or [escape(document.file)]))


def _shortened(words: str) -> str:
    return words if len(words) < 400 else f"{words[:399]}…"


_STYLE = "code{background:#eef2f4;padding:.1rem .3rem}"
