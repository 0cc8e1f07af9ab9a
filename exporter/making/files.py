"""One file of the house: compile, stamp, judge. No disk and no printing here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from exporter.brand import Brand, DoesNotFit
from exporter.diagnostics import NOWHERE, Diagnostic, SourceError, must_fix
from exporter.edition import Edition
from exporter.formats import Settings
from exporter.making.judging import KILLED, judge
from exporter.making.layouts import Choice, Compiled, Layout, compile_layout, stamped_anew
from exporter.model import Document
from exporter.records import BuiltFile
from exporter.source import Acceptance


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
    validate: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a task. `data` is None when nothing good could be made."""

    file: str
    edition: str
    data: bytes | None = field(default=None, repr=False)
    record: BuiltFile | None = None
    """None when nothing at all could be made."""
    findings: tuple[Diagnostic, ...] = ()
    extra: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    """Further files to lie beside it: how the name of each ends, and its bytes."""


def make(task: Task) -> Made:
    """Make one file and prove that it says what its document says.

    Whatever goes wrong becomes a finding: one bad file must not stop the others.
    """
    layout = Layout(Choice(task.document.name), task.edition.name, task.format)
    try:
        first = compile_layout(layout, "", task.document, task.edition, task.settings, task.answers)
        compiled, data = _stamped(first, task.brand)
        judged = judge(compiled, data, task.brand, validate=task.validate)
        engine = compiled.engine
        extra = engine.extra(task.document, compiled.template, task.brand) if engine.extra else {}
    except Exception as error:  # a fault of ours in one file must not stop the others
        return Made(task.file, task.edition.name, findings=_findings_of(error, task))
    record = replace(judged.file, file=task.file)
    kept = None if must_fix(judged.findings) else data
    return Made(task.file, task.edition.name, kept, record, judged.findings, tuple(extra.items()))


def lost(task: Task) -> Made:
    """What is told of a file whose process was killed again and again."""
    return Made(task.file, task.edition.name, findings=(_not_made(task, KILLED),))


def _stamped(compiled: Compiled, brand: Brand) -> tuple[Compiled, bytes]:
    try:
        return compiled, compiled.stamped(brand)
    except DoesNotFit:
        return stamped_anew(compiled, brand)


def _findings_of(error: Exception, task: Task) -> tuple[Diagnostic, ...]:
    if isinstance(error, SourceError):
        return error.findings
    place = getattr(error, "place", None) or NOWHERE
    reason = _reason(error).removeprefix(f"{place}: ")
    finding = _not_made(task, reason, getattr(error, "hint", ""))
    return (replace(finding, place=place),)


def _not_made(task: Task, reason: str, hint: str = "") -> Diagnostic:
    return Diagnostic(
        code="file-not-made",
        message=f"{task.file} could not be made: {reason}{'' if reason[-1:] == '.' else '.'}",
        hint=" ".join(filter(None, (hint, "The file from before is untouched."))),
    )


def _reason(error: Exception) -> str:
    """Our own errors speak in sentences; others are named, for whoever mends the program."""
    if isinstance(error, DoesNotFit | ValueError | OSError):
        return str(error)
    return f"{type(error).__name__}: {error}. Please tell those who look after the program."
