"""Compile one layout, stamp it once, and read that file back in full: the layout's witness.

The witness has a brand of its own, with something in every slot. So the proof of a layout does not
depend on who is first in a plan, and a partner whose words cannot be set spoils it for nobody.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from exporter import proofs
from exporter.brand import Brand, DoesNotFit
from exporter.edition import Edition
from exporter.formats import Settings
from exporter.making.judging import KILLED, judge, reason_of
from exporter.making.layouts import Compiled, Layout, compile_layout
from exporter.making.shelf import Store
from exporter.model import Document, Picture
from exporter.records import LayoutProof
from exporter.source import Acceptance
from exporter.styles.brands import contact_line

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
    answers: tuple[Acceptance, ...]
    """What the author answered for the whole document."""
    shelf: Path
    validate: bool = False


def prove_and_keep(job: LayoutJob) -> LayoutProof:
    """Compile and prove a layout, and put it on the shelf if it is good."""
    found, compiled = prove(job)
    try:
        return replace(found, template=Store(job.shelf).put(compiled)) if compiled else found
    except OSError as error:
        return LayoutProof(key=job.key, reason=reason_of(error))


def prove(job: LayoutJob) -> tuple[LayoutProof, Compiled | None]:
    """What was found about a layout; and the layout itself if it is good."""
    try:
        compiled = compile_layout(
            job.layout, job.key, job.document, job.edition, job.settings, job.answers
        )
        data, brand = _first_stamp(compiled)
        compiled = replace(compiled, witness=data)
        judged = judge(compiled, data, brand, validate=job.validate)
        odd = compiled.fault_of(data, brand)
    except Exception as error:
        return LayoutProof(key=job.key, reason=reason_of(error)), None
    found = LayoutProof(
        key=job.key,
        reason=judged.reason,
        file=judged.file,
        leave_out=job.layout.choice.leave_out,
        foreword=job.layout.choice.foreword,
        stamped_files_are_proved_by=proofs.IN_FULL if odd else proofs.STAMPED,
    )
    return found, compiled if found.good else None


def lost(job: LayoutJob) -> LayoutProof:
    """What is told of a layout whose process was killed again and again."""
    return LayoutProof(key=job.key, reason=KILLED)


def _first_stamp(compiled: Compiled) -> tuple[bytes, Brand]:
    """A file to prove the layout by; where its boxes are very small, with less in them."""
    try:
        return compiled.stamped(WITNESS), WITNESS
    except DoesNotFit:
        brand = replace(WITNESS, contact=(), cover_line="", legal_line="")
        return compiled.stamped(brand), brand
