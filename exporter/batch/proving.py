"""Compile one layout, stamp it once, and read that file back in full: the layout's witness.

The witness has a brand of its own, with something in every slot. So the proof of a layout does not
depend on who is first in a plan, and a partner whose words cannot be set spoils it for nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from exporter import proofs
from exporter.batch.brands import said
from exporter.batch.layouts import Compiled, Layout, compile_layout
from exporter.batch.store import Store
from exporter.brand import Brand, DoesNotFit
from exporter.diagnostics import Severity, SourceError, to_act_on
from exporter.edition import Edition
from exporter.fingerprint import sha256
from exporter.formats import FORMATS, Settings, Validator
from exporter.load.brands import contact_line
from exporter.model import Document, Picture
from exporter.pipeline import judge
from exporter.proofs import slot_words
from exporter.records import BuiltFile, LayoutProof

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


def prove_and_keep(job: LayoutJob) -> LayoutProof:
    """Compile and prove a layout, and put it on the shelf if it is good."""
    found, compiled = prove(job)
    return replace(found, kept=Store(job.shelf).put(compiled)) if compiled else found


def prove(job: LayoutJob) -> tuple[LayoutProof, Compiled | None]:
    """What was found about a layout; and the layout itself if it is good."""
    try:
        compiled = compile_layout(job.layout, job.key, job.document, job.edition, job.settings)
        data, brand = _first_stamp(compiled)
        compiled = replace(compiled, witness=data)
        looked = look_at(compiled, data, brand, validate=job.validate)
        odd = compiled.fault_of(data, brand)
    except Exception as error:
        return LayoutProof(key=job.key, reason=reason_of(error)), None
    found = LayoutProof(
        key=job.key,
        reason=looked.reason,
        # the colours of the witness are nobody's: of a partner's file contrast is not measured
        file=replace(looked.file, lowest_contrast=None),
        leave_out=job.layout.choice.leave_out,
        foreword=job.layout.choice.foreword,
        stamped_files_are_proved_by=proofs.IN_FULL if odd else proofs.STAMPED,
    )
    return found, compiled if found.good else None


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was read back in full; `reason` says why it cannot be sent."""

    file: BuiltFile
    reason: str


def look_at(compiled: Compiled, data: bytes, brand: Brand, *, validate: bool) -> Looked:
    """Read a file back in full, with the words in its slots; ask the validator if it is wanted."""
    chosen = FORMATS[compiled.layout.format]
    verified = judge(data, chosen.suffix, compiled.document, compiled.edition)
    findings = verified.findings
    wrong = [one.message for one in findings if one.severity is Severity.MUST_FIX]
    odd = slot_words.fault_of(chosen.said(data), brand, compiled.document.right_to_left)
    wrong += [f"When it was read back, {odd}."] if odd else []
    asked = chosen.validator if validate else None
    said, failures = _validated(data, asked, compiled.settings) if asked else ("", [])
    file = BuiltFile(
        file=compiled.layout.file,
        document=compiled.layout.document,
        edition=compiled.layout.edition,
        format=chosen.name,
        engine=compiled.engine.name,
        brand=brand.name,
        sha256=sha256(data),
        bytes=len(data),
        pages=int(verified.measured.get("pages", 0)),
        says_the_same=verified.same,
        entries=len(verified.outline or ()),
        to_act_on=to_act_on(findings),
        proof=proofs.IN_FULL,
        validated=said,
        smallest_type=verified.measured.get("smallest_type"),
        lowest_contrast=verified.measured.get("lowest_contrast"),
        standard=chosen.standard(compiled.settings),
        findings=findings,
    )
    return Looked(file, _first_of([*wrong, *failures]))


def _validated(data: bytes, validator: Validator, settings: Settings) -> tuple[str, list[str]]:
    """What a validator that is not ours says about a file, and what it finds wrong."""
    failures = validator.judge(data, settings)
    said = validator.sentence(settings, conforms=not failures)
    return said, [f"{validator.name}, {rule}: {text}" for rule, text in failures.items()]


def _first_of(messages: list[str]) -> str:
    more = f" (and {len(messages) - 1} more)" if len(messages) > 1 else ""
    return f"{messages[0]}{more}" if messages else ""


def _first_stamp(compiled: Compiled) -> tuple[bytes, Brand]:
    """A file to prove the layout by; where its boxes are very small, with less in them."""
    try:
        return compiled.stamped(WITNESS), WITNESS
    except DoesNotFit:
        brand = replace(WITNESS, contact=(), cover_line="", legal_line="")
        return compiled.stamped(brand), brand


def reason_of(error: Exception) -> str:
    """What went wrong, as a sentence for people."""
    if isinstance(error, SourceError):
        return said(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename or ''}".rstrip(": ")
    return str(error) or type(error).__name__
