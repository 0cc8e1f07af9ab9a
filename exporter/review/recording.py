"""Adding a record: what somebody says, bound to what there is at this moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from exporter.authored import values
from exporter.authored.files import hidden_sign
from exporter.authored.findings import did_you_mean
from exporter.diagnostics import Diagnostic, SourceError
from exporter.review.parts import Part, parts_of, row_pictures, rows_code, text_code
from exporter.review.records import Check, Match, Review
from exporter.source import Source


def record_matches(
    source: Source,
    review: Review | None,
    *,
    when: str,
    who: str = "",
    sections: Sequence[str] = (),
) -> Review:
    """The review with the author's word that the easy read says what its text says.

    It covers the sections named, or all. Only what was not covered yet is written; where nothing
    is new, the review comes back as it was. Raises SourceError where the record cannot be kept.
    """
    review = review or Review()
    _refuse([*_wrong_words((who,)), *_wrong_date(when), *_wrong_sections(source, sections)])
    known = review.written_for()
    now = {
        part.section.name: text_code(source, part) for part in _chosen(parts_of(source), sections)
    }
    new = tuple((name, code) for name, code in now.items() if known.get(name) != code)
    if not new:
        return review
    return Review((*review.records, Match(when=when, who=_line(who), written_for=new)))


def record_checked(
    source: Source,
    review: Review | None,
    *,
    who: str,
    named: bool,
    when: str,
    said: Iterable[str] = (),
    accepted: Iterable[str] = (),
    sections: Sequence[str] = (),
) -> Review:
    """The review with what a group said of the rows that it saw (of the sections named, or all).

    `named` is the group's consent to stand in the document; `accepted` are names of placeholder
    pictures that may stay. Raises SourceError where the record cannot be kept.
    """
    review = review or Review()
    sentences = tuple(filter(None, map(_line, said)))
    wanted = tuple(dict.fromkeys(accepted))
    shown = row_pictures(source)
    _refuse(
        [
            *_wrong_words((who, *sentences)),
            *(() if _line(who) else (_fault("Say which group it was.", "Write its name."),)),
            *_wrong_date(when),
            *_wrong_sections(source, sections),
            *_wrong_pictures(wanted, shown),
        ]
    )
    parts = _chosen(parts_of(source), sections)
    seen = [part for part in parts if part.section.easy_read]
    if not seen:
        _refuse([_fault("There are no easy-read rows that a group could have seen.")])
    return Review(
        (
            *review.records,
            Check(
                who=_line(who),
                named=named,
                when=when,
                said=sentences,
                accepted=tuple((name, shown[name]) for name in wanted),
                rows=tuple((part.section.name, rows_code(source, part)) for part in seen),
                written_for=tuple(_covered(source, review, parts)),
            ),
        )
    )


def _covered(source: Source, review: Review, parts: Iterable[Part]) -> Iterator[tuple[str, str]]:
    """The texts of all parts but those that are out of date now: that is for the author to say."""
    known = review.written_for()
    for part in parts:
        name, code = part.section.name, text_code(source, part)
        if known.get(name, code) == code:
            yield name, code


def _chosen(parts: tuple[Part, ...], sections: Sequence[str]) -> tuple[Part, ...]:
    return tuple(part for part in parts if not sections or part.section.name in sections)


def _line(text: str) -> str:
    return " ".join(text.split())


# ---- what is wrong with a record -------------------------------------------------------------


def _refuse(findings: list[Diagnostic]) -> None:
    if findings:
        raise SourceError(findings)


def _fault(message: str, hint: str = "") -> Diagnostic:
    return Diagnostic(code="review-record", message=message, hint=hint)


def _wrong_words(texts: Iterable[str]) -> Iterator[Diagnostic]:
    for text in texts:
        code = hidden_sign(text) or ("U+FFFD" if "\ufffd" in text else "")
        if code:
            message = f"There is a sign that nobody can read in the words ({code})."
            yield _fault(message, "Type them again without copying.")


def _wrong_date(when: str) -> Iterator[Diagnostic]:
    if values.date(when) is None:
        hint = "Write 2026-05-14, or 2026-05 if the day does not matter."
        yield _fault(f"“{when}” is not a date.", hint)


def _wrong_sections(source: Source, sections: Sequence[str]) -> Iterator[Diagnostic]:
    parts = [part.section.name for part in parts_of(source)]
    if not parts:
        yield _fault(f"“{source.title}” has no easy read.", "Write  easy_read:  in a section.")
        return
    for name in sections:
        if name not in parts:
            hint = did_you_mean(name, parts)
            yield _fault(f"There is no section “{name}” with easy read.", hint)


def _wrong_pictures(names: Iterable[str], shown: dict[str, str]) -> Iterator[Diagnostic]:
    for name in names:
        if name not in shown:
            hint = did_you_mean(name, shown)
            yield _fault(f"No easy-read row shows a picture “{name}”.", hint)
