"""Who tested the easy read, what they said, what has changed since, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.languages.dates import date_in_words
from exporter.reports.evidence.facts import Facts
from exporter.reports.evidence.pieces import heading, in_language, list_of, listed, paragraph, table
from exporter.review import Check, PartStatus, left_out
from exporter.review.states import printed_name
from exporter.web_page.markup import NOTHING, Html, element, escape, join

_TEXT = {
    "fits": "yes, says the author",
    "out of date": "NO: the text has changed since",
    "not recorded": "nobody has said so yet",
}
_ROWS = {
    "checked": "yes, as it is now",
    "changed": "NO: it has changed since",
    "not checked": "not yet",
    "no rows": "it has its easy read in its sub-sections",
}


def the_easy_read(facts: Facts) -> Html:
    """Everything that people said about the easy read."""
    if not facts.review.parts:
        return join(heading("The easy read"), paragraph("This document has no easy read."))
    return join(
        heading("The easy read"),
        paragraph(in_short(facts)),
        *(_check(check, facts) for check in facts.review.checks),
        _accepted(facts),
        _parts(facts),
        _left_out(facts),
    )


def in_short(facts: Facts) -> str:
    """What the easy-read edition itself prints about it."""
    if not facts.review.parts:
        return "This document has no easy read."
    sentence = facts.review.checked_sentence(facts.words)
    return f"The easy read says: “{sentence}”" if sentence else facts.words("not-checked")


def unchecked_easy_read(facts: Facts) -> Iterator[str]:
    """What nobody has said about the easy read, as sentences."""
    parts = facts.review.parts
    clear = "Is the easy read clear to people with learning disabilities?"
    for question, open_parts in (
        (
            "Does the easy read still fit its text? The text has changed",
            [part for part in parts if part.text == "out of date"],
        ),
        (
            "Does the easy read fit its text? Nobody has said so",
            [part for part in parts if part.text == "not recorded"],
        ),
        (
            f"{clear} It has changed since they saw it",
            [part for part in parts if part.rows == "changed"],
        ),
        (f"{clear} They have not seen it", [part for part in parts if part.rows == "not checked"]),
    ):
        if open_parts:
            yield f"{question}: {_which(open_parts, parts)}."


def _which(chosen: list[PartStatus], every: tuple[PartStatus, ...]) -> str:
    if len([part for part in every if part.rows != "no rows"]) <= len(chosen) > 1:
        return "all of it"
    return ", ".join(f"“{part.heading}”" for part in chosen)


def _check(check: Check, facts: Facts) -> Html:
    who = printed_name(check, facts.words)
    when = date_in_words(check.when, facts.words.language)
    language = facts.source.language
    said = list_of(in_language(sentence, language) for sentence in check.said)
    changed = [
        part.heading
        for part in facts.review.parts
        if part.check is check and part.rows == "changed"
    ]
    since = (
        join(paragraph("Changed since they saw it:"), listed(changed))
        if changed
        else paragraph(_nothing_changed(check, facts))
    )
    return join(
        heading(f"{who[:1].upper()}{who[1:]}, {when}", "h3"),
        join(paragraph("They said:"), said) if said else paragraph("What they said was not noted."),
        since,
    )


def _nothing_changed(check: Check, facts: Facts) -> str:
    relied_on = any(part.check is check and part.rows == "checked" for part in facts.review.parts)
    if not relied_on:
        return "A later reading has taken the place of this one."
    if facts.review.gone:
        return f"No longer in the easy read: {', '.join(facts.review.gone)}."
    return "Nothing that they saw has changed since."


def _accepted(facts: Facts) -> Html:
    if not facts.review.accepted:
        return NOTHING
    told = "Placeholder pictures that a group accepted, and that are still the same: "
    return paragraph(f"{told}{', '.join(facts.review.accepted)}.")


def _parts(facts: Facts) -> Html:
    columns = ("Section", "Does it fit its text?", "Has a reading group seen it?")
    rows = (_row(part, facts.source.language) for part in facts.review.parts)
    return table("easy-read", "The easy read, section by section", columns, rows)


def _row(part: PartStatus, language: str) -> tuple[Html, ...]:
    return in_language(part.heading, language), escape(_TEXT[part.text]), escape(_ROWS[part.rows])


def _left_out(facts: Facts) -> Html:
    headings = left_out(facts.source)
    if not headings:
        return paragraph("The easy read leaves out no main section.")
    told = list_of(in_language(words, facts.source.language) for words in headings)
    return join(
        heading("What the easy read leaves out", "h3"),
        element("p", escape("These sections are only in the full document:")),
        told,
    )
