"""Compile one layout, stamp it once, and read that file back in full: the layout's witness.

The witness has a brand of its own, with something in every slot. So the proof of a layout does not
depend on who is first in a plan, and a partner whose words cannot be set spoils it for nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from exporter.batch import proof, slot_texts
from exporter.batch.brands import said
from exporter.batch.layouts import Compiled, Layout, compile_layout, stamp
from exporter.batch.store import Record, Store
from exporter.brand import Brand, DoesNotFit
from exporter.diagnostics import SourceError
from exporter.edition import Edition
from exporter.formats import Settings
from exporter.load.brands import contact_line
from exporter.model import Document, Picture
from exporter.pipeline import judge
from exporter.report import finding_record

_SERIOUS = ("must fix", "please answer")
_LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">'
    b'<path d="M10 90 100 10 190 90z" fill="#123456"/></svg>'
)
WITNESS = Brand(
    name="witness",
    publisher="The Witness",
    accent="#123456",
    second="#345678",
    logo=Picture(name="logo", media="svg", data=_LOGO, alt="Witness", width=200, height=100),
    contact=(
        contact_line("phone", "01632 960000"),
        contact_line("email", "us@witness.example"),
        contact_line("web", "https://witness.example"),
    ),
    cover_line="Read back in full.",
    legal_line="This file is never sent.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutJob:
    """All that a worker needs to compile one layout."""

    layout: Layout
    key: str
    document: Document
    edition: Edition
    settings: Settings
    shelf: Path
    validate: bool = False


def prove_and_keep(job: LayoutJob) -> Record:
    """Compile and prove a layout, and put it on the shelf if it is good."""
    found, compiled = prove(job)
    if compiled:
        found["kept"] = Store(job.shelf).put(compiled)
    return found


def prove(job: LayoutJob) -> tuple[Record, Compiled | None]:
    """What was found about a layout; and the layout itself if it is good."""
    try:
        compiled = compile_layout(job.layout, job.key, job.document, job.edition, job.settings)
        data, brand = _first_stamp(compiled)
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


def _first_stamp(compiled: Compiled) -> tuple[bytes, Brand]:
    """A file to prove the layout by; where its boxes are very small, with less in them."""
    try:
        return stamp(compiled, WITNESS), WITNESS
    except DoesNotFit:
        brand = replace(WITNESS, contact=(), cover_line="", legal_line="")
        return stamp(compiled, brand), brand


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
