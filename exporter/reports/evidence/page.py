"""The page itself: its order, its head and its look."""

from __future__ import annotations

from exporter.languages.dates import date_in_words
from exporter.reports.evidence import easy_read, files, found, pictures
from exporter.reports.evidence.facts import Facts
from exporter.reports.evidence.pieces import heading, listed, paragraph
from exporter.web_page.markup import NOTHING, Html, element, escape, join
from exporter.web_page.page import page


def what_we_checked(facts: Facts) -> bytes:
    """The page as a file of its own, which needs nothing else."""
    source, say = facts.source, facts.say
    title = say("checked-title")
    return page(
        f"{title}: {source.title}",
        element("h1", escape(f"{title}: "), say.marked(source.title, source.language)),
        paragraph(_version(facts)),
        _languages(facts),
        paragraph(say("is-draft")) if source.status == "draft" else NOTHING,
        heading(say("short")),
        listed(_in_short(facts)),
        files.the_tools(facts),
        files.the_files(facts),
        found.the_findings(facts),
        easy_read.the_easy_read(facts),
        pictures.the_pictures(facts),
        _by_nobody(facts),
        language=say.language,
        direction=say.direction,
    )


def _version(facts: Facts) -> str:
    """ "Version 1.2, November 2026." """
    source, words = facts.source, facts.words
    version = words("version", version=source.version) if source.version else ""
    date = date_in_words(source.updated or source.date, words.language)
    told = ", ".join(filter(None, (version, date)))
    return f"{told}." if told else ""


def _languages(facts: Facts) -> Html:
    """In which languages else readers can get it, each in its own words."""
    told = dict.fromkeys(one for document in facts.documents for one in document.languages)
    items = (element("li", facts.say.marked(one.words, one.language)) for one in told)
    return element("ul", *items) if told else NOTHING


def _in_short(facts: Facts) -> list[str]:
    say = facts.say
    same = len([one for one in facts.files if one.says_the_same])
    differ = len(facts.files) - same
    told = [say("same", number=same)]
    if differ:
        told.append(say("differs", number=differ))
    return [*told, found.in_short(facts), easy_read.in_short(facts), say("at-the-end")]


def _by_nobody(facts: Facts) -> Html:
    """What is open: things that only people can tell, and things that were not measured."""
    say = facts.say
    questions = [*easy_read.unchecked_easy_read(facts), *files.unchecked_files(facts)]
    return join(
        heading(say("open")),
        paragraph(say("open-people")),
        listed(facts.person_decides),
        join(paragraph(say("open-also")), listed(questions)) if questions else NOTHING,
    )
