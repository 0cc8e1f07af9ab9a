"""What was checked in a document of a pack: one page for all partners who have the same files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exporter import __version__
from exporter.adapt import adapt
from exporter.batch.layouts import Choice
from exporter.batch.proving import reason_of
from exporter.batch.store import Record, Store
from exporter.checks import PERSON_DECIDES, check
from exporter.compare import editions_agree
from exporter.diagnostics import Diagnostic, must_fix
from exporter.edition import Edition
from exporter.evidence import Facts, Tool, what_we_checked
from exporter.model import Words
from exporter.report import finding_record
from exporter.review import ReviewStatus
from exporter.source import Source

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
    proofs: tuple[Record, ...]
    shelf: Path


def write_evidence(job: EvidenceJob) -> Record:
    """Check the words, and put the page about them on the shelf."""
    try:
        found, page = evidence_of(job)
    except Exception as error:
        return {"key": job.key, "good": False, "stopped": {}, "reason": reason_of(error)}
    Store(job.shelf).put_page(job.key, page)
    return found


def evidence_of(job: EvidenceJob) -> tuple[Record, bytes]:
    """What was found in the words of each edition, and the page that tells it all."""
    leave_out = frozenset(job.choice.leave_out)
    documents = {
        edition.name: adapt(
            job.source,
            edition,
            job.words,
            offers=job.offers,
            checked=job.checked,
            leave_out=leave_out,
        )
        for edition in job.editions
    }
    findings: list[Diagnostic] = list(job.standing.findings)
    stopped: dict[str, str] = {}
    for edition in job.editions:
        found = check(documents[edition.name], edition, job.source)
        findings += (finding for finding in found if finding not in findings)
        if must_fix(found) and job.source.status == "released":
            stopped[edition.name] = next(str(one) for one in found if one.severity == 0)
    findings += editions_agree(documents)
    facts = Facts(
        source=job.source,
        documents=tuple(documents.values()),
        files=tuple({**one, "says_the_same": True} for one in job.proofs),
        findings=tuple(finding_record(finding) for finding in findings),
        review=job.standing,
        tools=(OURS, *_validators(job.proofs)),
        person_decides=PERSON_DECIDES,
        words=job.words,
    )
    found_record = {"key": job.key, "good": not stopped, "stopped": stopped, "reason": ""}
    return found_record, what_we_checked(facts)


def _validators(proofs: tuple[dict[str, Any], ...]) -> tuple[Tool, ...]:
    """The validator that looked at a file of each layout, if one did."""
    said = sorted({str(one["validated"]).partition(":")[0] for one in proofs if one["validated"]})
    return tuple(Tool(*_name_and_version(one)) for one in said)


def _name_and_version(said: str) -> tuple[str, str, str]:
    name, _, carrier = said.partition(" in ")
    return name, carrier, "Looked at one PDF file of each layout."
