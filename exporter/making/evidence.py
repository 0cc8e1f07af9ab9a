"""The page about what was checked: for the house's files, and once for many partners."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from exporter import __version__
from exporter.adapt import headings_of
from exporter.diagnostics import Diagnostic
from exporter.edition import Edition
from exporter.fingerprint import sha256
from exporter.formats import FORMATS
from exporter.making import words
from exporter.making.documents import Loaded, with_foreword
from exporter.making.judging import KILLED, reason_of
from exporter.making.layouts import Choice
from exporter.making.shelf import Store
from exporter.making.words import Check, check
from exporter.model import Document
from exporter.records import BuiltFile, LayoutProof, WordsChecked
from exporter.reports.evidence import Facts, Tool, what_we_checked
from exporter.reports.saying import Saying
from exporter.source import Source, SourceSection


def page_about(
    loaded: Loaded,
    source: Source,
    documents: Iterable[Document],
    files: tuple[BuiltFile, ...],
    findings: tuple[Diagnostic, ...],
    *,
    shared: bool = False,
) -> bytes:
    """The page, from what was found in the words and in each file."""
    say = Saying(loaded.words)
    ours = Tool("exporter", __version__, say("tool-ours"))
    facts = Facts(
        source=source,
        documents=tuple(documents),
        files=files,
        findings=findings,
        review=loaded.standing,
        tools=(ours, *_validators(files, say)),
        person_decides=say.person_decides(),
        words=say.words,
        shared=shared,
    )
    return what_we_checked(facts)


def _validators(files: Iterable[BuiltFile], say: Saying) -> Iterator[Tool]:
    """The validators that looked at these files, if any did."""
    looked = {(one.validated.partition(":")[0], one.format) for one in files if one.validated}
    for said, kind in sorted(looked):
        name, _, carrier = said.partition(" in ")
        called = FORMATS[kind].called_in(say.words)
        yield Tool(name, carrier, say("tool-validator", format=called))


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceJob:
    """The words of one choice in the editions of a pack. `proofs` are of its layouts."""

    key: str
    loaded: Loaded
    foreword: SourceSection | None
    choice: Choice
    editions: tuple[Edition, ...]
    proofs: tuple[LayoutProof, ...]
    shelf: Path


def write_evidence(job: EvidenceJob) -> WordsChecked:
    """Check the words, and put the page about them on the shelf."""
    try:
        found, page = evidence_of(job)
        Store(job.shelf).put_page(job.key, page)
    except Exception as error:
        return WordsChecked(key=job.key, reason=reason_of(error))
    return found


def evidence_of(job: EvidenceJob) -> tuple[WordsChecked, bytes]:
    """What was found in the words of each edition, and the page that tells it all."""
    source = with_foreword(job.loaded.source, job.foreword)
    documents = {
        edition.name: job.loaded.adapted(
            edition,
            job.choice.offers,
            foreword=job.foreword,
            leave_out=job.choice.leave_out,
        )
        for edition in job.editions
    }
    left_out = frozenset(job.choice.leave_out)
    checked = [check(Check(documents[one.name], one, source, left_out)) for one in job.editions]
    headings = headings_of(source, job.loaded.words, left_out)
    findings = words.found_in_words(
        job.loaded.standing,
        checked,
        documents,
        job.editions,
        job.loaded.translated,
        headings,
    )
    files = tuple(one.file for one in job.proofs if one.file)
    page = page_about(job.loaded, source, documents.values(), files, findings, shared=True)
    stopped = tuple((one.edition, one.stops) for one in checked if one.stops)
    found = WordsChecked(key=job.key, stopped=stopped, page=sha256(page))
    return found, page


def lost(job: EvidenceJob) -> WordsChecked:
    """What is told of words whose process was killed again and again."""
    return WordsChecked(key=job.key, reason=KILLED)
