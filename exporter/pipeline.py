"""The verbs in order, for one file: compile, stamp, verify. No disk and no printing here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TypeAlias

from exporter import proofs
from exporter.brand import Brand, DoesNotFit
from exporter.diagnostics import (
    NOWHERE,
    Diagnostic,
    Severity,
    SourceError,
    must_fix,
    to_act_on,
)
from exporter.edition import Edition, with_larger_boxes
from exporter.fingerprint import sha256
from exporter.formats import FORMATS, Engine, Settings
from exporter.model import Document
from exporter.outline import outline_of
from exporter.records import BuiltFile
from exporter.source import Acceptance, Source
from exporter.template import Template
from exporter.verify import Verified, verify


@dataclass(frozen=True, slots=True)
class Task:
    """One file to be made. `file` is its name below the output folder."""

    document: Document
    edition: Edition
    format: str
    brand: Brand
    settings: Settings
    file: str
    answers: tuple[Acceptance, ...] = ()
    """What the author answered for the whole document."""


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a task. `data` is None when nothing good could be made."""

    file: str
    data: bytes | None = field(repr=False)
    record: BuiltFile | None
    """None when nothing at all could be made."""
    findings: tuple[Diagnostic, ...] = ()
    extra: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    """Further files to lie beside it: how the name of each ends, and its bytes."""

    edition: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One edition whose words and pictures are to be checked."""

    document: Document
    edition: Edition
    source: Source


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks found in one edition."""

    edition: str
    findings: tuple[Diagnostic, ...]


Unit: TypeAlias = Task | Check


def check(unit: Check) -> Checked:
    """Check what the readers of one edition get."""
    from exporter.checks import check as found_in
    from exporter.typed import proof_of

    found = found_in(unit.document, unit.edition, unit.source)
    proof = proof_of(unit.source, unit.document, unit.edition)
    return Checked(unit.edition.name, (*found, *proof))


def make(task: Task) -> Made:
    """Make one file and prove that it says what its document says.

    Whatever goes wrong becomes a finding: one bad file must not stop the others.
    """
    try:
        chosen = FORMATS[task.format]
        engine = chosen.engine(task.settings, task.document)
        template, data = _stamped(engine, task)
        extra = engine.extra(task.document, template, task.brand) if engine.extra else {}
        # a print shop's file has binding edge and bleed: its layout is judged on the other one
        edition = replace(task.edition, rules="") if task.settings.print_shop else task.edition
        verified = judge(data, chosen.suffix, task.document, edition)
        findings = tuple(_answered(one, task.answers) for one in verified.findings)
    except Exception as error:  # a fault of ours in one file must not stop the others
        return Made(task.file, None, None, _findings_of(error, task), edition=task.edition.name)
    record = BuiltFile(
        file=task.file,
        document=task.document.name,
        edition=task.edition.name,
        format=task.format,
        engine=engine.name,
        brand=task.brand.name,
        sha256=sha256(data),
        bytes=len(data),
        pages=int(verified.measured.get("pages", 0)),
        says_the_same=verified.same,
        entries=len(verified.outline or ()),
        to_act_on=to_act_on(findings),
        proof=proofs.IN_FULL,
        validated="",
        smallest_type=verified.measured.get("smallest_type"),
        lowest_contrast=verified.measured.get("lowest_contrast"),
        standard=chosen.standard(task.settings),
        findings=findings,
    )
    kept = None if must_fix(findings) else data
    return Made(task.file, kept, record, findings, tuple(extra.items()), task.edition.name)


def _answered(finding: Diagnostic, answers: tuple[Acceptance, ...]) -> Diagnostic:
    """The finding, turned into information where it asks and the author has answered.

    What must be fixed in a file is a fault in it, and no matter of opinion.
    """
    because = next((one.because for one in answers if one.rule == finding.code), None)
    if because is None or finding.severity is not Severity.PLEASE_ANSWER:
        return finding
    return finding.answered(because)


_ROOM = (1, 2, 4)
"""How many times as high the boxes become for words that are too long. Nothing is ever cut."""


def _stamped(engine: Engine, task: Task) -> tuple[Template, bytes]:
    """The template and the file; with larger boxes where a brand's words need them."""
    theme = task.edition.theme
    for factor in _ROOM:
        template = engine.compile(task.document, with_larger_boxes(theme, factor))
        try:
            return template, engine.stamp(template, task.brand)
        except DoesNotFit:
            if factor == _ROOM[-1]:
                raise
    raise AssertionError("the last factor returns or raises")


def judge(data: bytes, suffix: str, document: Document, edition: Edition) -> Verified:
    """Read a file back, compare it with its document, and run the file rules."""
    return verify(
        data,
        suffix,
        expected=outline_of(document),
        theme=edition.theme,
        rules=edition.rules,
    )


def _findings_of(error: Exception, task: Task) -> tuple[Diagnostic, ...]:
    if isinstance(error, SourceError):
        return error.findings
    place = getattr(error, "place", None) or NOWHERE
    reason = _reason(error).removeprefix(f"{place}: ")
    return (
        Diagnostic(
            code="file-not-made",
            message=f"{task.file} could not be made: {reason}{'' if reason[-1:] == '.' else '.'}",
            place=place,
            severity=Severity.MUST_FIX,
            hint=" ".join(
                filter(None, (getattr(error, "hint", ""), "The file from before is untouched."))
            ),
        ),
    )


def _reason(error: Exception) -> str:
    """Our own errors speak in sentences; others are named, for whoever mends the program."""
    if isinstance(error, DoesNotFit | ValueError | OSError):
        return str(error)
    return f"{type(error).__name__}: {error}. Please tell those who look after the program."
