"""The one judge of finished files, whoever they are for.

A file is read back and compared with its document, its slots are read, the rules of its format are
asked, and a validator that is not ours where one is wanted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exporter import proofs
from exporter.batch.brands import said
from exporter.brand import Brand
from exporter.diagnostics import Diagnostic, Severity, SourceError, must_fix, to_act_on
from exporter.fingerprint import sha256
from exporter.formats import FORMATS
from exporter.furniture import furniture_of
from exporter.making.layouts import Compiled
from exporter.outline import outline_of
from exporter.proofs import slot_words
from exporter.records import BuiltFile
from exporter.source import Acceptance
from exporter.verify import verify

KILLED = "The process that made it was killed, twice. Perhaps there was too little memory."


@dataclass(frozen=True, slots=True)
class Judged:
    """A file that was read back in full."""

    file: BuiltFile

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        return self.file.findings or ()

    @property
    def reason(self) -> str:
        """Why the file cannot be sent; empty when it can."""
        wrong = [one.message for one in self.findings if must_fix((one,))]
        more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
        return f"{wrong[0]}{more}" if wrong else ""


def judge(compiled: Compiled, data: bytes, brand: Brand, *, validate: bool) -> Judged:
    """Read a file of a layout back in full, with the brand in its slots."""
    chosen, settings = FORMATS[compiled.layout.format], compiled.settings
    verified = verify(
        data,
        chosen.suffix,
        expected=outline_of(compiled.document),
        furniture=furniture_of(compiled.document, on_paper=chosen.medium == "paper"),
        theme=compiled.edition.theme,
        # a print shop's file has binding edge and bleed: its layout is judged on the other one
        rules="" if settings.print_shop else compiled.edition.rules,
    )
    asked = chosen.validator if validate else None
    failures = asked.judge(data, settings) if asked else {}
    findings = (
        *(answered(one, compiled.answers) for one in verified.findings),
        *_slots(compiled, data, brand),
        *(_failed(f"{asked.name}, {rule}: {told}") for rule, told in failures.items() if asked),
    )
    return Judged(
        BuiltFile(
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
            validated=asked.sentence(settings, conforms=not failures) if asked else "",
            smallest_type=verified.measured.get("smallest_type"),
            lowest_contrast=verified.measured.get("lowest_contrast"),
            standard=chosen.standard(settings),
            findings=findings,
        )
    )


def slot_fault(compiled: Compiled, data: bytes, brand: Brand) -> str:
    """What a file says in its slots that the brand does not say; empty when all is well."""
    said = FORMATS[compiled.layout.format].said(data)
    return slot_words.fault_of(said, brand, compiled.document.right_to_left)


def _slots(compiled: Compiled, data: bytes, brand: Brand) -> Iterator[Diagnostic]:
    odd = slot_fault(compiled, data, brand)
    if odd:
        yield Diagnostic(code="slot-differs", message=f"When it was read back, {odd}.")


def _failed(message: str) -> Diagnostic:
    return Diagnostic(code="validator-fails", message=message)


def answered(finding: Diagnostic, answers: tuple[Acceptance, ...]) -> Diagnostic:
    """The finding, turned into information where it asks and the author has answered.

    What must be fixed in a file is a fault in it, and no matter of opinion.
    """
    because = next((one.because for one in answers if one.rule == finding.code), None)
    if because is None or finding.severity is not Severity.PLEASE_ANSWER:
        return finding
    return finding.answered(because)


def reason_of(error: Exception) -> str:
    """What went wrong, as a sentence for people."""
    if isinstance(error, SourceError):
        return said(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename or ''}".rstrip(": ")
    return str(error) or type(error).__name__


__all__ = ["KILLED", "Judged", "answered", "judge", "reason_of", "slot_fault"]
