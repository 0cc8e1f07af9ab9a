"""Compile one layout, stamp it once, and read that file back in full: the layout's witness."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from exporter.batch import proof, slot_texts
from exporter.batch.brands import said
from exporter.batch.layouts import Compiled, Layout, compile_layout, stamp
from exporter.batch.store import Record, Store
from exporter.brand import Brand, DoesNotFit
from exporter.diagnostics import Diagnostic, SourceError
from exporter.edition import Edition
from exporter.fonts import CannotSpell
from exporter.formats import Settings
from exporter.model import Document
from exporter.pipeline import judge
from exporter.report import finding_record

_SERIOUS = ("must fix", "please answer")
_NOBODY = partial(Brand, name="nobody", publisher="Nobody")


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutJob:
    """All that a worker needs to compile one layout. `brand` is of a partner that uses it."""

    layout: Layout
    key: str
    document: Document
    edition: Edition
    settings: Settings
    brand: Brand | None
    shelf: Path
    validate: bool = False


def prove_and_keep(job: LayoutJob) -> Record:
    """Compile and prove a layout, and put it on the shelf if it is good."""
    found, compiled = prove(job)
    if compiled:
        Store(job.shelf).put(compiled)
    return found


def prove(job: LayoutJob) -> tuple[Record, Compiled | None]:
    """What was found about a layout; and the layout itself if it is good."""
    try:
        compiled = compile_layout(job.layout, job.key, job.document, job.edition, job.settings)
        data, brand = _first_stamp(compiled, job.brand)
        compiled = replace(compiled, witness=data)
        found = look_at(compiled, data, brand, validate=job.validate)
        odd = proof.fault_of(compiled, data, brand)
    except Exception as error:
        return {"key": job.key, "good": False, "reason": reason_of(error)}, None
    about = {
        "key": job.key,
        "file": job.layout.file,
        "document": job.layout.document,
        "edition": job.layout.edition,
        "format": job.layout.format,
        "leave_out": list(job.layout.choice.leave_out),
        "foreword": job.layout.choice.foreword,
        "engine": compiled.engine,
        "stamped_files_are_proved_by": proof.IN_FULL if odd else proof.STAMPED,
    }
    return {**about, **found}, compiled if found["good"] else None


def look_at(compiled: Compiled, data: bytes, brand: Brand, *, validate: bool) -> Record:
    """Read a file back in full, with the words in its slots; ask the validator if it is wanted."""
    format_name = compiled.layout.format
    verified = judge(data, format_name, compiled.document, compiled.edition)
    findings = [finding_record(finding) for finding in verified.findings]
    wrong = [one["message"] for one in findings if one["severity"] == "must fix"]
    odd = slot_texts.fault_of(format_name, data, brand, compiled.document.right_to_left)
    wrong += [f"When it was read back, {odd}."] if odd else []
    validated = _validated(data, compiled) if validate and format_name == "pdf" else {}
    wrong += validated.get("failures", [])
    return {
        "good": not wrong,
        "reason": _first_of(wrong),
        "pages": page_count(data, format_name),
        "entries": len(verified.outline or ()),
        "findings": findings,
        "to_act_on": sum(one["severity"] in _SERIOUS for one in findings),
        "validated": validated.get("said", ""),
    }


def _validated(data: bytes, compiled: Compiled) -> dict[str, Any]:
    """What a validator that is not ours says about a PDF."""
    from exporter import validator

    standard = compiled.settings.pdf_standard
    failures = validator.failures_of(data, standard)
    return {
        "said": validator.sentence(standard, conforms=not failures),
        "failures": [f"{validator.NAME}, {rule}: {text}" for rule, text in failures.items()],
    }


def _first_of(messages: list[str]) -> str:
    more = f" (and {len(messages) - 1} more)" if len(messages) > 1 else ""
    return f"{messages[0]}{more}" if messages else ""


def _first_stamp(compiled: Compiled, brand: Brand | None) -> tuple[bytes, Brand]:
    """A file to prove the template by. A partner whose words cannot be set spoils it for nobody."""
    colours = compiled.edition.theme.colours
    nobody = _NOBODY(accent=colours.ink, second=colours.quiet)
    for one in (brand, brand and replace(brand, contact=(), cover_line="", legal_line="")):
        if one:
            try:
                return stamp(compiled, one), one
            except (DoesNotFit, CannotSpell, SourceError, ValueError):
                continue
    return stamp(compiled, nobody), nobody


def page_count(data: bytes, format_name: str) -> int:
    """Pages of a PDF; 0 for formats without pages of their own."""
    if format_name != "pdf":
        return 0
    import pypdfium2

    pdf = pypdfium2.PdfDocument(data)
    try:
        return len(pdf)
    finally:
        pdf.close()


def reason_of(error: Exception) -> str:
    """What went wrong, as a sentence for people."""
    if isinstance(error, SourceError):
        return said(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename or ''}".rstrip(": ")
    return str(error) or type(error).__name__


def serious(findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [finding for finding in findings if finding.severity == 0]
