"""What the records are worth today: which easy read is out of date, which was changed since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from exporter.adapt.furniture import date_in_words
from exporter.diagnostics import NOWHERE, Diagnostic, Place, Severity
from exporter.model import Words
from exporter.review.parts import Part, parts_of, row_pictures, rows_code, text_code
from exporter.review.records import Check, Review
from exporter.source import Source

TextState = Literal["fits", "out of date", "not recorded"]
RowsState = Literal["checked", "changed", "not checked", "no rows"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartStatus:
    """One section with easy read. `check` is the one that saw its rows, these or earlier ones."""

    name: str
    heading: str
    place: Place = NOWHERE
    text: TextState
    rows: RowsState
    check: Check | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewStatus:
    """The easy read of one document: who saw it, and what has changed since."""

    parts: tuple[PartStatus, ...]
    checks: tuple[Check, ...]
    """Every time that a group looked at it, the oldest first."""
    gone: tuple[str, ...] = ()
    """Sections that the group saw and that have no easy read any more."""
    accepted: tuple[str, ...] = ()
    """Placeholder pictures that a group accepted, and that are still the same."""
    findings: tuple[Diagnostic, ...] = ()

    @property
    def still_checked(self) -> tuple[Check, ...]:
        """The checks that are true of the whole easy read as it is now; else none."""
        seen = [part for part in self.parts if part.rows != "no rows"]
        if self.gone or any(part.rows != "checked" for part in seen):
            return ()
        relied_on = [part.check for part in seen]
        return tuple(check for check in self.checks if check in relied_on)

    def checked_sentence(self, words: Words) -> str:
        """ "Checked by The Riverside reading group, May 2026.", or nothing when that is not true."""
        sentences = [
            words("checked-by", who=printed_name(check, words), when=date_in_words(check.when, words))
            for check in self.still_checked
        ]
        return " ".join(dict.fromkeys(sentences))


def printed_name(check: Check, words: Words) -> str:
    """The group's name if it agreed to be named, else "a reading group"."""
    return check.who if check.named else words("reading-group")


def status(source: Source, review: Review | None) -> ReviewStatus:
    """What the review says about the source as it is now."""
    review = review or Review()
    parts = tuple(_part(source, part, review) for part in parts_of(source))
    names = {part.name for part in parts if part.rows != "no rows"}
    relied_on = [part.check for part in parts if part.rows == "checked"]
    gone = {
        name: None
        for check in review.checks
        if check in relied_on
        for name, _ in check.rows
        if name not in names
    }
    pictures = row_pictures(source)
    accepted = {name: code for check in review.checks for name, code in check.accepted}
    found = ReviewStatus(
        parts=parts,
        checks=review.checks,
        gone=tuple(gone),
        accepted=tuple(name for name, code in accepted.items() if pictures.get(name) == code),
    )
    findings = tuple(_findings(source, found))
    return ReviewStatus(
        parts=found.parts,
        checks=found.checks,
        gone=found.gone,
        accepted=found.accepted,
        findings=findings,
    )


def _part(source: Source, part: Part, review: Review) -> PartStatus:
    section = part.section
    written_for = review.written_for().get(section.name)
    text: TextState = "not recorded"
    if written_for is not None:
        text = "fits" if written_for == text_code(source, part) else "out of date"
    rows, check = _rows(source, part, review)
    return PartStatus(
        name=section.name,
        heading=section.heading,
        place=section.place,
        text=text,
        rows=rows,
        check=check,
    )


def _rows(source: Source, part: Part, review: Review) -> tuple[RowsState, Check | None]:
    if not part.section.easy_read:
        return "no rows", None
    name, code = part.section.name, rows_code(source, part)
    earlier: Check | None = None
    for check in reversed(review.checks):
        seen = dict(check.rows).get(name)
        if seen == code:
            return "checked", check
        if seen is not None:
            earlier = earlier or check
    return ("changed", earlier) if earlier else ("not checked", None)


# ---- findings --------------------------------------------------------------------------------


def _findings(source: Source, found: ReviewStatus) -> Iterator[Diagnostic]:
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
            message = "This easy read has not been checked by people with learning disabilities yet."
            yield _person("easy-read-not-checked", message, source.place, hint)
        return
    for part in found.parts:
        if part.rows == "not checked":
            message = f"No reading group has seen the easy read of “{part.heading}” yet."
            yield _person("easy-read-not-checked", message, part.place, hint, part.heading)
        elif part.rows == "changed" and part.check:
            message = f"The easy read of “{part.heading}” is not the one that {part.check.who} saw."
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
