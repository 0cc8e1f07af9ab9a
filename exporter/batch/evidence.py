"""What was checked in a document of a pack: one page for all partners who have the same files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from exporter import __version__
from exporter.adapt import adapt
from exporter.batch.layouts import Choice
from exporter.batch.proving import reason_of
from exporter.batch.store import Store
from exporter.checks import PERSON_DECIDES, check
from exporter.compare import editions_agree
from exporter.diagnostics import Diagnostic, must_fix
from exporter.edition import Edition
from exporter.evidence import Facts, Tool, what_we_checked
from exporter.formats import FORMATS, called
from exporter.model import Words
from exporter.records import LayoutProof, WordsChecked
from exporter.review import ReviewStatus
from exporter.source import Source
from exporter.typed import proof_of

OURS = Tool("exporter", __version__, "Wrote every file and read it back.")


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceJob:
    """The words of one choice in the editions of a pack. `proofs` are of its layouts."""

    key: str
    choice: Choice
    source: Source
    editions: tuple[Edition, ...]
    words: Words
    offers: tuple[str, ...]
    checked: str
    standing: ReviewStatus
    proofs: tuple[LayoutProof, ...]
    shelf: Path


def write_evidence(job: EvidenceJob) -> WordsChecked:
    """Check the words, and put the page about them on the shelf."""
    try:
        found, page = evidence_of(job)
    except Exception as error:
        return WordsChecked(key=job.key, reason=reason_of(error))
    Store(job.shelf).put_page(job.key, page)
    return found


def evidence_of(job: EvidenceJob) -> tuple[WordsChecked, bytes]:
    """What was found in the words of each edition, and the page that tells it all."""
    leave_out = frozenset(job.choice.leave_out)
    documents = {
        edition.name: adapt(
            job.source,
            edition,
            job.words,
            offers=job.offers,
            formats=called(job.choice.formats, job.words),
            checked=job.checked,
            leave_out=leave_out,
        )
        for edition in job.editions
    }
    findings: list[Diagnostic] = list(job.standing.findings)
    stopped: dict[str, str] = {}
    for edition in job.editions:
        document = documents[edition.name]
        found = check(document, edition, job.source)
        found += proof_of(job.source, document, edition, leave_out)
        findings += (finding for finding in found if finding not in findings)
        if must_fix(found) and job.source.status == "released":
            stopped[edition.name] = next(str(one) for one in found if must_fix((one,)))
    findings += editions_agree(documents)
    facts = Facts(
        source=job.source,
        documents=tuple(documents.values()),
        files=tuple(one.file for one in job.proofs if one.file),
        findings=tuple(findings),
        review=job.standing,
        tools=(OURS, *_validators(job)),
        person_decides=PERSON_DECIDES,
        words=job.words,
    )
    checked = WordsChecked(key=job.key, stopped=tuple(stopped.items()))
    return checked, what_we_checked(facts)


def _validators(job: EvidenceJob) -> tuple[Tool, ...]:
    """The validators that looked at a file of each layout, if any did."""
    files = [one.file for one in job.proofs if one.file and one.file.validated]
    said = sorted({(one.validated.partition(":")[0], one.format) for one in files})
    return tuple(_tool(name, FORMATS[kind].called_in(job.words)) for name, kind in said)


def _tool(said: str, kind: str) -> Tool:
    name, _, carrier = said.partition(" in ")
    return Tool(name, carrier, f"Looked at one {kind} file of each layout.")
