"""Who tested the easy read, what they said, what has changed since, and what it leaves out."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.languages.dates import date_in_words
from exporter.reports.evidence.facts import Facts
from exporter.reports.evidence.pieces import heading, list_of, listed, paragraph, table
from exporter.reports.saying import Saying
from exporter.review import Check, PartStatus, left_out
from exporter.review.states import printed_name
from exporter.web_page.markup import NOTHING, Html, escape, join


def the_easy_read(facts: Facts) -> Html:
    """Everything that people said about the easy read."""
    say = facts.say
    if not facts.review.parts:
        return join(heading(say("easy")), paragraph(say("easy-none")))
    return join(
        heading(say("easy")),
        paragraph(in_short(facts)),
        *(_check(check, facts) for check in facts.review.checks),
        _accepted(facts),
        _parts(facts),
        _left_out(facts),
    )


def in_short(facts: Facts) -> str:
    """What the easy-read edition itself prints about it."""
    if not facts.review.parts:
        return facts.say("easy-none")
    sentence = facts.review.checked_sentence(facts.words)
    return facts.say("easy-says", words=sentence) if sentence else facts.words("not-checked")


def unchecked_easy_read(facts: Facts) -> Iterator[str]:
    """What nobody has said about the easy read, as sentences."""
    parts = facts.review.parts
    for question, open_parts in (
        ("easy-ask-fits-changed", [part for part in parts if part.text == "out of date"]),
        ("easy-ask-fits", [part for part in parts if part.text == "not recorded"]),
        ("easy-ask-clear-changed", [part for part in parts if part.rows == "changed"]),
        ("easy-ask-clear", [part for part in parts if part.rows == "not checked"]),
    ):
        if open_parts:
            yield facts.say(question, parts=_which(open_parts, parts, facts.say))


def _which(chosen: list[PartStatus], every: tuple[PartStatus, ...], say: Saying) -> str:
    if len([part for part in every if part.rows != "no rows"]) <= len(chosen) > 1:
        return say("easy-all")
    return ", ".join(f"“{part.heading}”" for part in chosen)


def _check(check: Check, facts: Facts) -> Html:
    who = printed_name(check, facts.words)
    when = date_in_words(check.when, facts.words.language)
    say, language = facts.say, facts.source.language
    said = list_of(say.marked(sentence, language) for sentence in check.said)
    changed = [
        part.heading
        for part in facts.review.parts
        if part.check is check and part.rows == "changed"
    ]
    since = (
        join(paragraph(say("easy-changed")), listed(changed))
        if changed
        else paragraph(_nothing_changed(check, facts))
    )
    return join(
        heading(f"{who[:1].upper()}{who[1:]}, {when}", "h3"),
        join(paragraph(say("easy-said")), said) if said else paragraph(say("easy-said-nothing")),
        since,
    )


def _nothing_changed(check: Check, facts: Facts) -> str:
    relied_on = any(part.check is check and part.rows == "checked" for part in facts.review.parts)
    if not relied_on:
        return facts.say("easy-replaced")
    if facts.review.gone:
        return facts.say("easy-gone", parts=", ".join(facts.review.gone))
    return facts.say("easy-unchanged")


def _accepted(facts: Facts) -> Html:
    if not facts.review.accepted:
        return NOTHING
    return paragraph(facts.say("easy-accepted", pictures=", ".join(facts.review.accepted)))


def _parts(facts: Facts) -> Html:
    say = facts.say
    columns = tuple(say(f"easy-{key}") for key in ("section", "fits", "seen"))
    rows = (_row(part, facts) for part in facts.review.parts)
    return table("easy-read", say("easy-table"), columns, rows)


def _row(part: PartStatus, facts: Facts) -> tuple[Html, ...]:
    say = facts.say
    return (
        say.marked(part.heading, facts.source.language),
        escape(say(f"easy-text-{part.text.replace(' ', '-')}")),
        escape(say(f"easy-rows-{part.rows.replace(' ', '-')}")),
    )


def _left_out(facts: Facts) -> Html:
    headings, say = left_out(facts.source), facts.say
    if not headings:
        return paragraph(say("easy-complete"))
    return join(
        heading(say("easy-leaves-out"), "h3"),
        paragraph(say("easy-only-full")),
        list_of(say.marked(words, facts.source.language) for words in headings),
    )
