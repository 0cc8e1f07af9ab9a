"""What the records are worth today: which easy read is out of date, which was changed since."""

from __future__ import annotations

from dataclasses import replace

from exporter.review.findings import findings_of
from exporter.review.parts import Part, parts_of, row_pictures, rows_code, text_code
from exporter.review.records import Check, Review
from exporter.review.states import PartStatus, ReviewStatus, RowsState, TextState
from exporter.source import Source


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
    return replace(found, findings=tuple(findings_of(source, found)))


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
