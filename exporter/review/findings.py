"""What there is to say about the easy read of a document, each with its place."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.review.states import PartStatus, ReviewStatus
from exporter.source import Source


def findings_of(source: Source, found: ReviewStatus) -> Iterator[Diagnostic]:
    """First what an author has to do, then what a reading group has to see."""
    for part in found.parts:
        if part.text == "out of date":
            yield _out_of_date(source, part)
    yield from _not_matched(source, found)
    yield from _not_checked(source, found)


def _out_of_date(source: Source, part: PartStatus) -> Diagnostic:
    released = source.status == "released"
    return Diagnostic(
        code="easy-read-out-of-date",
        message=f"The text of “{part.heading}” has changed. Its easy read is out of date.",
        place=part.place,
        severity=Severity.MUST_FIX if released else Severity.PLEASE_ANSWER,
        hint="Read the two side by side, and change the rows where they are no longer true. "
        f"Then run  exporter review record {source.name} --author",
        words=part.heading,
    )


def _not_matched(source: Source, found: ReviewStatus) -> Iterator[Diagnostic]:
    new = [part for part in found.parts if part.text == "not recorded"]
    released = source.status == "released"
    severity = Severity.PLEASE_ANSWER if released else Severity.FOR_INFORMATION
    hint = (
        "Then we can tell you when the text changes. Read the two side by side, and run  "
        f"exporter review record {source.name} --author"
    )
    if len(new) > 1 and len(new) == len(found.parts):
        message = "Nobody has said yet that the easy read says what the text says."
        yield Diagnostic(
            code="easy-read-not-matched",
            message=message,
            place=source.place,
            severity=severity,
            hint=hint,
        )
        return
    for part in new:
        yield Diagnostic(
            code="easy-read-not-matched",
            message=f"Nobody has said yet that the easy read of “{part.heading}” fits its text.",
            place=part.place,
            severity=severity,
            hint=hint,
            words=part.heading,
        )


def _not_checked(source: Source, found: ReviewStatus) -> Iterator[Diagnostic]:
    hint = f"To ask a group:  exporter review pack {source.name}"
    if not found.checks:
        if found.parts:
            message = (
                "This easy read has not been checked by people with learning disabilities yet."
            )
            yield _person("easy-read-not-checked", message, source.place, hint)
        return
    for part in found.parts:
        if part.rows == "not checked":
            message = f"No reading group has seen the easy read of “{part.heading}” yet."
            yield _person("easy-read-not-checked", message, part.place, hint, part.heading)
        elif part.rows == "changed" and part.check:
            who = part.check.who if part.check.named else "the reading group"
            message = f"The easy read of “{part.heading}” is not the one that {who} saw."
            yield _person("easy-read-changed", message, part.place, hint, part.heading)
    for name in found.gone:
        message = f"The easy read of “{name}” is gone. A reading group saw it as part of the whole."
        yield _person("easy-read-changed", message, source.place, hint, name)


def _person(code: str, message: str, place: Place, hint: str, words: str = "") -> Diagnostic:
    return Diagnostic(
        code=code,
        message=message,
        place=place,
        severity=Severity.PERSON_DECIDES,
        hint=hint,
        words=words,
    )
